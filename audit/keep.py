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
    """How many findings were added, changed (withdrawn ones among them), left as they were."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0


def save(
    session: Session,
    findings: Iterable[Finding],
    now: datetime,
    states: Sequence[str] | None = None,
) -> SaveResult:
    """Keep findings; those of the same states that are no longer found are withdrawn.

    states: the states that were judged (default: those of the findings). A review stays with a
    finding as long as its substance is the same; a changed one starts again as a lead. A withdrawn
    finding gets a last revision that says so and is not current; nothing is deleted.
    """
    found = sorted(findings, key=lambda one: one.key)
    judged = sorted({one.state for one in found} if states is None else set(states))
    before = kept.newest(session, judged)
    people = _reviews(session, judged)
    added = changed = unchanged = 0
    for one in found:
        held = before.get(one.key)
        content = _with_review(one, held, people)
        if held is None:
            _add(session, content, one.state, now, None)
            added += 1
        elif held.digest == digest(content):
            unchanged += 1
        else:
            _add(session, content, one.state, now, held)
            changed += 1
    gone = {key: held for key, held in before.items() if key not in {one.key for one in found}}
    for key in sorted(gone):
        changed += _withdraw(session, gone[key], now)
    return SaveResult(added, changed, unchanged)


def digest(content: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def substance(content: Mapping[str, Any]) -> str:
    """Digest of what people review: everything but that review and the newest list's day."""
    return digest({key: value for key, value in content.items() if key not in _NOT_SUBSTANCE})


def _reviews(session: Session, states: Sequence[str]) -> dict[str, str]:
    """The review state each reviewed finding's newest substance has reached, by key.

    Of the revisions with the same substance the newest reviewed one speaks.
    """
    steps = kept.reviews(session, states)
    reached = {}
    for key, held in kept.revisions(session, list(steps)).items():
        same = substance(held[0].content)
        done = (steps[one.id] for one in held if one.id in steps and substance(one.content) == same)
        state = next(done, None)
        if state is not None:
            reached[key] = state
    return reached


def _with_review(one: Finding, held: kept.Kept | None, people: Mapping[str, str]) -> dict[str, Any]:
    content = one.as_json()
    if held is None or one.key not in people or substance(content) != substance(held.content):
        return content
    return reviewed(one, people[one.key]).as_json()


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


def _withdraw(session: Session, held: kept.Kept, now: datetime) -> int:
    """The last revision of a finding that is no longer found; 0 where it already stands."""
    if held.content.get("withdrawn"):
        return 0
    content = {**held.content, "withdrawn": WITHDRAWN}
    _add(session, content, held.state, now, held, current=False)
    return 1
