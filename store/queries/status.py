"""One look at the state of things: sources with their newest looks, and ICE's newest list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Executable, func, select
from sqlmodel import Session, col

from store.tables import Body, Capture, Document, Observation, Snapshot, Source

GOOD = ("ok", "empty_confirmed")
"""The outcomes that count as having looked."""


@dataclass(frozen=True)
class SourceStatus:
    """One source and how its newest look ended."""

    source: Source
    body: Body
    last: Observation | None
    last_good: datetime | None
    newest_document: datetime | None


def sources(session: Session) -> tuple[SourceStatus, ...]:
    """Every watched source with its newest look, last good look and newest capture."""
    newest = select(func.max(col(Observation.id))).group_by(col(Observation.source_id))
    looks = {
        o.source_id: o
        for o in session.execute(
            select(Observation).where(col(Observation.id).in_(newest))
        ).scalars()
    }
    good = _times(
        session,
        select(col(Observation.source_id), func.max(col(Observation.finished)))
        .where(col(Observation.outcome).in_(GOOD))
        .group_by(col(Observation.source_id)),
    )
    captured = _times(
        session,
        select(col(Document.source_id), func.max(col(Capture.at)))
        .join(Document, col(Document.id) == col(Capture.document_id))
        .group_by(col(Document.source_id)),
    )
    rows = session.execute(
        select(Source, Body)
        .join(Body, col(Body.id) == col(Source.body_id))
        .where(col(Source.watched))
        .order_by(col(Source.id))
    )
    return tuple(
        SourceStatus(
            source, body, looks.get(source.id), good.get(source.id), captured.get(source.id)
        )
        for source, body in rows
    )


def bodies_without_source(session: Session) -> tuple[Body, ...]:
    """Watched bodies for which no address is known: work to do."""
    has = select(col(Source.body_id)).where(col(Source.watched))
    return tuple(
        session.execute(
            select(Body).where(col(Body.watched), col(Body.id).not_in(has)).order_by(col(Body.id))
        ).scalars()
    )


def newest_list(session: Session) -> Snapshot | None:
    """The newest participating workbook in use."""
    return session.execute(
        select(Snapshot)
        .where(col(Snapshot.kind) == "participating", col(Snapshot.refused).is_(None))
        .order_by(col(Snapshot.saved).desc())
        .limit(1)
    ).scalar_one_or_none()


def _times(session: Session, query: Executable) -> dict[str, datetime]:
    return {key: value for key, value in session.execute(query) if key is not None}
