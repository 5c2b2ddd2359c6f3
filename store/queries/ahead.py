"""What stands on the agendas of coming meetings, and when bodies meet next.

Owns two queries. Which of it matters is for `audit`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from store.tables import Body, Capture, Document, Flag, Item, Meeting, Reading


def flagged(
    session: Session, first: date, last: date, topics: Sequence[str], now: datetime
) -> list[Any]:
    """Flagged passages of documents dated from first to last and captured by ``now``.

    One row for each capture, reading and passage; newest capture and reading of a document first.
    """
    query: Any = (
        select(
            col(Document.id).label("document"), col(Document.role), col(Document.url),
            col(Document.meeting_date), col(Body.id).label("body"),
            col(Body.name).label("body_name"), col(Body.timezone), col(Meeting.time),
            col(Meeting.location), col(Meeting.status), col(Capture.id).label("capture"),
            col(Capture.sha256), col(Capture.at), col(Reading.id).label("reading"),
            col(Reading.kind), col(Reading.status).label("read_status"), col(Flag.topic),
            col(Flag.relevance), col(Flag.quote), col(Flag.page), col(Flag.start), col(Flag.end),
        )
        .join(Body, col(Body.id) == col(Document.body_id))
        .join(Capture, col(Capture.document_id) == col(Document.id))
        .join(Reading, col(Reading.sha256) == col(Capture.sha256))
        .outerjoin(Flag, (col(Flag.reading_id) == col(Reading.id)) & col(Flag.topic).in_(topics))
        .outerjoin(Meeting, col(Meeting.id) == col(Document.meeting_id))
        .where(
            col(Document.meeting_date) >= first, col(Document.meeting_date) <= last,
            col(Capture.at) <= now, col(Reading.state) == "ok",
        )
        .order_by(
            col(Document.meeting_date), col(Document.id), col(Capture.at).desc(),
            col(Capture.id).desc(), col(Reading.at).desc(), col(Reading.id).desc(),
            col(Flag.page), col(Flag.start),
        )
    )  # fmt: skip
    return list(session.execute(query))


def headings(session: Session, readings: Sequence[int]) -> list[Any]:
    """The items of these readings in reading order."""
    query = (
        select(col(Item.reading_id), col(Item.page), col(Item.start), col(Item.title))
        .where(col(Item.reading_id).in_(list(readings)))
        .order_by(col(Item.reading_id), col(Item.page), col(Item.start))
    )
    return list(session.execute(query))


def meetings(session: Session, bodies: Sequence[str], first: date, now: datetime) -> list[Any]:
    """Meetings of these bodies from a day on, also those called off, seen by ``now``, in order."""
    query = (
        select(col(Meeting.body_id), col(Meeting.id))
        .where(
            col(Meeting.body_id).in_(list(bodies)),
            col(Meeting.date) >= first,
            col(Meeting.first_seen) <= now,
        )
        .order_by(col(Meeting.date), col(Meeting.time), col(Meeting.id))
    )
    return list(session.execute(query))
