"""Keeping findings: a changed one is a new row that points at the old, an unchanged one nothing.

Owns revisions, digests and the review state that a revision carries. Judges nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from audit.assemble import reviewed
from audit.values import Finding
from store.queries import findings as kept
from store.tables import FindingRow

WITHDRAWN = "the record no longer supports it: its agreement or its vote is told by another finding"

# The wording follows from the rest, but for the day of the newest list, which moves every week.
_NOT_SUBSTANCE = frozenset({"review", "confidence", "withdrawn", "wording", "spell", "listing"})


@dataclass(frozen=True)
class SaveResult:
    """How many findings were added, changed, left as they were; of those changed, how many were
    withdrawn."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0

    @property
    def replaced(self) -> int:
        """How many of those that stand were changed."""
        return self.changed - self.withdrawn

    def __add__(self, other: SaveResult) -> SaveResult:
        return SaveResult(
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.withdrawn + other.withdrawn,
        )


def save(
    session: Session,
    findings: Iterable[Finding],
    now: datetime,
    states: Sequence[str] | None = None,
) -> SaveResult:
    """Keep findings; those of the same states that are no longer found are withdrawn.

    states: the states that were judged (default: those of the findings).
    """
    found = tuple(findings)
    judged = sorted({one.state for one in found} if states is None else set(states))
    gone = kept.current(session, judged) - {one.key for one in found}
    return keep(session, found, now) + withdraw(session, gone, now)


def keep(session: Session, findings: Iterable[Finding], now: datetime) -> SaveResult:
    """Keep findings, each as it stands. A review stays with a finding as long as its substance is
    the same; a changed one starts again as a lead."""
    found = sorted(findings, key=lambda one: one.key)
    before = kept.newest(session, [one.key for one in found])
    people = _reviews(session, before)
    added = changed = unchanged = 0
    for one in found:
        held = before.get(one.key)
        content = _with_review(one, people)
        if held is None:
            _add(session, content, one.state, now, None)
            added += 1
        elif held.digest == digest(content):
            unchanged += 1
        else:
            _add(session, content, one.state, now, held)
            changed += 1
    return SaveResult(added, changed, unchanged)


def withdraw(session: Session, keys: Iterable[str], now: datetime) -> SaveResult:
    """A last revision for each finding that is no longer found: it says so and is not current;
    nothing is deleted, and one that was withdrawn before is left alone."""
    standing = [one for one in kept.newest(session, keys).values() if one.current]
    for held in sorted(standing, key=lambda one: one.key):
        row = session.get_one(FindingRow, held.id)
        content = {**row.content, "withdrawn": WITHDRAWN}
        _add(session, content, held.state, now, held, current=False)
    return SaveResult(changed=len(standing), withdrawn=len(standing))


def digest(content: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def substance(content: Mapping[str, Any]) -> str:
    """Digest of what people review: everything but that review and the newest list's day."""
    return digest({key: value for key, value in content.items() if key not in _NOT_SUBSTANCE})


def _reviews(session: Session, keys: Iterable[str]) -> dict[str, tuple[str, str]]:
    """What people reviewed of each finding as it stands: its substance and the state reached.

    Of the revisions with the same substance the newest reviewed one speaks.
    """
    steps = kept.reviews(session, keys)
    reached = {}
    for key, held in kept.revisions(session, steps).items():
        same = substance(held[0].content)
        done = (steps[one.id] for one in held if one.id in steps and substance(one.content) == same)
        state = next(done, None)
        if state is not None:
            reached[key] = (same, state)
    return reached


def _with_review(one: Finding, people: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    content = one.as_json()
    if one.key not in people:
        return content
    same, state = people[one.key]
    return reviewed(one, state).as_json() if substance(content) == same else content


def _add(
    session: Session,
    content: Mapping[str, Any],
    state: str,
    now: datetime,
    held: kept.Kept | None,
    current: bool = True,
) -> None:
    revision = held.revision + 1 if held else 1
    key = str(content["key"])
    kept.add(
        session,
        FindingRow(
            id=key if revision == 1 else f"{key}.r{revision}",
            key=key,
            revision=revision,
            state=state,
            label=str(content["label"]),
            digest=digest(content),
            at=now,
            current=current,
            supersedes=held.id if held else None,
            content=dict(content),
        ),
    )
