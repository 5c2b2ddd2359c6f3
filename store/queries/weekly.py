"""What a weekly report asks the store, always only up to a given moment.

Owns the queries; what their answers mean is decided in `reports`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select, tuple_
from sqlmodel import Session, col

from store.queries.chunks import chunks
from store.queries.status import GOOD
from store.tables import (
    Body,
    Capture,
    Document,
    Edition,
    FindingRow,
    Jurisdiction,
    Observation,
    Page,
    Reading,
    Review,
    Snapshot,
    Source,
)


@dataclass(frozen=True)
class WatchedBody:
    """A watched body and the place it governs, where one is known."""

    body: Body
    place: Jurisdiction | None


@dataclass(frozen=True)
class Look:
    """A watched source with its newest look and its last good one, up to a moment."""

    source: Source
    last: Observation | None
    last_good: datetime | None


@dataclass(frozen=True)
class Holding:
    """What the archive knows of one blob: the first capture of it and its document."""

    sha256: str
    at: datetime
    url: str
    role: str
    body_id: str
    meeting_date: date | None
    media_type: str | None
    name: str


def findings(session: Session, until: datetime) -> tuple[FindingRow, ...]:
    """The newest revision of each finding at a moment, by key."""
    newest = (
        select(col(FindingRow.key), func.max(col(FindingRow.revision)))
        .where(col(FindingRow.at) <= until)
        .group_by(col(FindingRow.key))
    )
    query = select(FindingRow).where(
        tuple_(col(FindingRow.key), col(FindingRow.revision)).in_(newest)
    )
    return tuple(session.execute(query.order_by(col(FindingRow.key))).scalars())


def reviews(session: Session, until: datetime) -> tuple[Review, ...]:
    """Every step of review up to a moment, oldest first."""
    query = select(Review).where(col(Review.at) <= until)
    return tuple(session.execute(query.order_by(col(Review.at), col(Review.id))).scalars())


def bodies(session: Session) -> tuple[WatchedBody, ...]:
    """The watched bodies, by name."""
    rows = session.execute(
        select(Body, Jurisdiction)
        .outerjoin(Jurisdiction, col(Jurisdiction.id) == col(Body.jurisdiction_id))
        .where(col(Body.watched))
        .order_by(col(Body.name), col(Body.id))
    )
    return tuple(WatchedBody(body, place) for body, place in rows)


def looks(session: Session, until: datetime) -> tuple[Look, ...]:
    """Each watched source with its newest and its last good look up to a moment."""
    newest = (
        select(func.max(col(Observation.id)))
        .where(col(Observation.finished) <= until)
        .group_by(col(Observation.source_id))
    )
    last = {
        look.source_id: look
        for look in session.execute(
            select(Observation).where(col(Observation.id).in_(newest))
        ).scalars()
    }
    newest_good = (
        select(col(Observation.source_id), func.max(col(Observation.finished)))
        .where(col(Observation.finished) <= until, col(Observation.outcome).in_(GOOD))
        .group_by(col(Observation.source_id))
    )
    good = {row[0]: row[1] for row in session.execute(newest_good)}
    query = select(Source).where(col(Source.watched)).order_by(col(Source.id))
    return tuple(
        Look(source, last.get(source.id), good.get(source.id))
        for source in session.execute(query).scalars()
    )


def captures(session: Session, since: datetime, until: datetime) -> tuple[Capture, ...]:
    """The captures of a stretch of time, oldest first, but for those of the lists themselves."""
    query = (
        select(Capture)
        .join(Document, col(Document.id) == col(Capture.document_id))
        .where(col(Capture.at) > since, col(Capture.at) <= until, col(Document.role) != "page")
    )
    return tuple(session.execute(query.order_by(col(Capture.at), col(Capture.id))).scalars())


def captured_before(session: Session, documents: Iterable[str], moment: datetime) -> frozenset[str]:
    """Which of these documents already had a capture at that moment."""
    held: set[str] = set()
    for part in chunks(sorted(set(documents))):
        held.update(
            session.execute(
                select(col(Capture.document_id))
                .where(col(Capture.document_id).in_(part), col(Capture.at) <= moment)
                .distinct()
            ).scalars()
        )
    return frozenset(held)


def holdings(session: Session, hashes: Iterable[str], until: datetime) -> dict[str, Holding]:
    """The first capture of each of these blobs up to a moment, by hash."""
    held: dict[str, Holding] = {}
    for part in chunks(sorted(set(hashes))):
        rows = session.execute(
            select(Capture, Document)
            .join(Document, col(Document.id) == col(Capture.document_id))
            .where(col(Capture.sha256).in_(part), col(Capture.at) <= until)
            .order_by(col(Capture.at), col(Capture.id))
        )
        for capture, document in rows:
            held.setdefault(capture.sha256, _holding(capture, document))
    return held


def page_texts(
    session: Session, wanted: Iterable[tuple[str, int]], until: datetime
) -> dict[tuple[str, int], tuple[str, ...]]:
    """The texts of pages (hash, number), newest reading first."""
    texts: dict[tuple[str, int], tuple[str, ...]] = {}
    for part in chunks(sorted(set(wanted))):
        rows = session.execute(
            select(col(Reading.sha256), col(Page.number), col(Page.text))
            .join(Reading, col(Reading.id) == col(Page.reading_id))
            .where(
                tuple_(col(Reading.sha256), col(Page.number)).in_(part), col(Reading.at) <= until
            )
            .order_by(col(Reading.at).desc(), col(Reading.id).desc())
        )
        for sha256, number, text in rows:
            texts[(sha256, number)] = (*texts.get((sha256, number), ()), text)
    return texts


def readings(session: Session, hashes: Iterable[str], until: datetime) -> dict[str, Reading]:
    """The newest complete reading of each of these blobs up to a moment, or its newest failed
    try where there is none."""
    found: dict[str, Reading] = {}
    for part in chunks(sorted(set(hashes))):
        rows = session.execute(
            select(Reading)
            .where(col(Reading.sha256).in_(part), col(Reading.at) <= until)
            .order_by(col(Reading.state) == "ok", col(Reading.at), col(Reading.id))
        )
        found.update({reading.sha256: reading for reading in rows.scalars()})
    return found


def with_ocr(session: Session, readings: Iterable[int]) -> int:
    """How many of these readings hold a page that was read by OCR."""
    return sum(
        int(
            session.execute(
                select(func.count(func.distinct(col(Page.reading_id)))).where(
                    col(Page.reading_id).in_(part), col(Page.method).like("%ocr%")
                )
            ).scalar_one()
        )
        for part in chunks(sorted(set(readings)))
    )


def workbooks(session: Session, until: datetime) -> tuple[Snapshot, ...]:
    """The workbooks in use that were seen and saved up to a moment, oldest saved first."""
    query = select(Snapshot).where(
        col(Snapshot.refused).is_(None),
        col(Snapshot.first_seen) <= until,
        col(Snapshot.saved) <= until,
    )
    ordered = query.order_by(col(Snapshot.saved), col(Snapshot.sha256))
    return tuple(session.execute(ordered).scalars())


def edition_before(session: Session, kind: str, moment: datetime) -> Edition | None:
    """The newest edition of a kind made before a moment."""
    return session.execute(
        select(Edition)
        .where(col(Edition.kind) == kind, col(Edition.as_of) < moment)
        .order_by(col(Edition.as_of).desc(), col(Edition.id).desc())
        .limit(1)
    ).scalar_one_or_none()


def _holding(capture: Capture, document: Document) -> Holding:
    return Holding(
        sha256=capture.sha256,
        at=capture.at,
        url=document.url,
        role=document.role,
        body_id=document.body_id,
        meeting_date=document.meeting_date,
        media_type=capture.media_type,
        name=capture.name,
    )
