"""What people settled about who answers for an agency; rows are only ever added."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlmodel import Session, col

from store.tables import Settlement


def add(session: Session, rows: Iterable[Settlement]) -> None:
    """Append decisions, in their order."""
    session.add_all(rows)
    session.flush()


def every(session: Session) -> tuple[Settlement, ...]:
    """All decisions ever made, oldest first; of the same moment, the one added later is newer."""
    query = select(Settlement).order_by(col(Settlement.at), col(Settlement.id))
    return tuple(session.execute(query).scalars())
