"""The rows of findings: the newest of each, all of them, and adding a revision.

Owns the rule that rows are only added; what a newer row ends is the older one's being current.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, tuple_, update
from sqlmodel import Session, col

from store.queries.chunks import chunks
from store.tables import FindingRow, Review


@dataclass(frozen=True)
class Kept:
    """One revision as it is kept."""

    id: str
    key: str
    revision: int
    state: str
    digest: str
    current: bool
    supersedes: str | None
    content: Mapping[str, Any]


def contents(
    session: Session, *, states: Sequence[str] | None = None, every: bool = False
) -> list[dict[str, Any]]:
    """Findings as JSON with `id` and `supersedes`: current ones, or all revisions, by key."""
    query = select(FindingRow).order_by(col(FindingRow.key), col(FindingRow.revision))
    if states is not None:
        query = query.where(col(FindingRow.state).in_(list(states)))
    if not every:
        query = query.where(col(FindingRow.current))
    return [_content(row) for row in session.execute(query).scalars()]


def content(session: Session, finding: str) -> dict[str, Any] | None:
    """One revision of a finding as JSON, by its id; None if unknown."""
    row = session.get(FindingRow, finding)
    return _content(row) if row is not None else None


def newest(session: Session, states: Sequence[str]) -> dict[str, Kept]:
    """The newest revision of every finding of some states, by key."""
    last = select(col(FindingRow.key), func.max(col(FindingRow.revision))).group_by(
        col(FindingRow.key)
    )
    query = select(FindingRow).where(
        tuple_(col(FindingRow.key), col(FindingRow.revision)).in_(last),
        col(FindingRow.state).in_(list(states)),
    )
    return {row.key: _kept(row) for row in session.execute(query).scalars()}


def add(session: Session, row: FindingRow) -> None:
    """Add a revision; the one it supersedes is current no longer."""
    if row.supersedes is not None:
        session.execute(
            update(FindingRow).where(col(FindingRow.id) == row.supersedes).values(current=False)
        )
    session.add(row)
    session.flush()


def reviews(session: Session, states: Sequence[str]) -> dict[str, str]:
    """The state each reviewed revision of these states was last brought to by a person, by id."""
    query = (
        select(col(Review.finding_id), col(Review.state))
        .join(FindingRow, col(FindingRow.id) == col(Review.finding_id))
        .where(col(FindingRow.state).in_(list(states)))
        .order_by(col(Review.at), col(Review.id))
    )
    return {row.finding_id: row.state for row in session.execute(query)}


def revisions(session: Session, reviewed: Sequence[str]) -> dict[str, list[Kept]]:
    """All revisions of the findings that have one of these revisions, newest first, by key."""
    found: dict[str, list[Kept]] = {}
    for part in chunks(sorted(set(reviewed))):
        keys = select(col(FindingRow.key)).where(col(FindingRow.id).in_(part))
        query = select(FindingRow).where(col(FindingRow.key).in_(keys))
        for row in session.execute(query.order_by(col(FindingRow.revision).desc())).scalars():
            held = found.setdefault(row.key, [])
            held += [_kept(row)] if row.id not in {one.id for one in held} else []
    return found


def _content(row: FindingRow) -> dict[str, Any]:
    return {**row.content, "id": row.id, "supersedes": row.supersedes, "current": row.current}


def _kept(row: FindingRow) -> Kept:
    return Kept(
        row.id, row.key, row.revision, row.state, row.digest, row.current, row.supersedes,
        row.content,
    )  # fmt: skip
