"""The rows of findings: the newest of each, all of them, and adding a revision.

Owns the rule that rows are only added; what a newer row ends is the older one's being current.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update
from sqlmodel import Session, col

from store.queries.chunks import chunks
from store.tables import FindingRow, Review


@dataclass(frozen=True)
class Kept:
    """One revision as it is kept, without its content, which is heavy."""

    id: str
    key: str
    revision: int
    state: str
    digest: str
    current: bool


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


def newest(session: Session, keys: Iterable[str]) -> dict[str, Kept]:
    """The newest revision of each of these findings that is kept, by key."""
    found: dict[str, Kept] = {}
    columns = (
        col(FindingRow.id), col(FindingRow.key), col(FindingRow.revision), col(FindingRow.state),
        col(FindingRow.digest), col(FindingRow.current),
    )  # fmt: skip
    for part in chunks(sorted(set(keys))):
        query = select(*columns).where(col(FindingRow.key).in_(part))
        for row in session.execute(query.order_by(col(FindingRow.revision))):
            found[row.key] = Kept(*row)
    return found


def current(session: Session, states: Sequence[str]) -> frozenset[str]:
    """The keys of the findings of some states that stand."""
    query = select(col(FindingRow.key)).where(
        col(FindingRow.current), col(FindingRow.state).in_(list(states))
    )
    return frozenset(session.execute(query).scalars())


def add(session: Session, row: FindingRow) -> None:
    """Add a revision; the one it supersedes is current no longer."""
    if row.supersedes is not None:
        session.execute(
            update(FindingRow).where(col(FindingRow.id) == row.supersedes).values(current=False)
        )
    session.add(row)
    session.flush()


def reviews(session: Session, keys: Iterable[str]) -> dict[str, str]:
    """The state each reviewed revision of these findings was last brought to, by revision id."""
    found: dict[str, str] = {}
    for part in chunks(sorted(set(keys))):
        query = (
            select(col(Review.finding_id), col(Review.state))
            .join(FindingRow, col(FindingRow.id) == col(Review.finding_id))
            .where(col(FindingRow.key).in_(part))
            .order_by(col(Review.at), col(Review.id))
        )
        found.update((row.finding_id, row.state) for row in session.execute(query))
    return found


def revisions(session: Session, reviewed: Iterable[str]) -> dict[str, list[FindingRow]]:
    """All revisions of the findings that have one of these revisions, newest first, by key."""
    found: dict[str, dict[str, FindingRow]] = {}
    for part in chunks(sorted(set(reviewed))):
        keys = select(col(FindingRow.key)).where(col(FindingRow.id).in_(part))
        query = select(FindingRow).where(col(FindingRow.key).in_(keys))
        for row in session.execute(query.order_by(col(FindingRow.revision).desc())).scalars():
            found.setdefault(row.key, {})[row.id] = row
    return {key: list(rows.values()) for key, rows in found.items()}


def _content(row: FindingRow) -> dict[str, Any]:
    return {**row.content, "id": row.id, "supersedes": row.supersedes, "current": row.current}
