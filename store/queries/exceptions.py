"""What people did over the audit's exceptions, and the log of records requests: only added to.

Owns these queries. Which step may follow which is `jobs`', what an exception is `audit`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from store.queries.chunks import chunks
from store.tables import ExceptionReview, RequestStep


def add(session: Session, row: ExceptionReview | RequestStep) -> None:
    """Append one step."""
    session.add(row)
    session.flush()


def steps(
    session: Session, exceptions: Iterable[str], until: datetime
) -> dict[str, list[ExceptionReview]]:
    """Every step over these exceptions up to a moment, oldest first, by the exception's id."""
    found: dict[str, list[ExceptionReview]] = {}
    for part in chunks(sorted(set(exceptions))):
        query = select(ExceptionReview).where(
            col(ExceptionReview.exception_id).in_(part), col(ExceptionReview.at) <= until
        )
        ordered = query.order_by(col(ExceptionReview.at), col(ExceptionReview.id))
        for row in session.execute(ordered).scalars():
            found.setdefault(row.exception_id, []).append(row)
    return found


def requests(
    session: Session, bodies: Sequence[str], until: datetime
) -> dict[str, list[RequestStep]]:
    """The log of records requests of these bodies up to a moment, oldest first, by body."""
    found: dict[str, list[RequestStep]] = {}
    for part in chunks(sorted(set(bodies))):
        query = select(RequestStep).where(
            col(RequestStep.body_id).in_(part), col(RequestStep.at) <= until
        )
        ordered = query.order_by(col(RequestStep.day), col(RequestStep.at), col(RequestStep.id))
        for row in session.execute(ordered).scalars():
            found.setdefault(row.body_id, []).append(row)
    return found
