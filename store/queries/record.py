"""All rows held of some bodies: registry, meetings, documents, captures, readings, looks.

Owns a fixed number of queries per batch of bodies, whatever their number. Hands out rows as plain
tuples of columns; what they mean is for `audit`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Text, cast, exists, literal_column, or_, select
from sqlmodel import Session, SQLModel, col

from store.queries.chunks import LONGEST, chunks
from store.queries.standing import stands
from store.tables import (
    Body,
    Capture,
    Document,
    Flag,
    Item,
    Jurisdiction,
    Meeting,
    Motion,
    Observation,
    Reading,
    Source,
)  # fmt: skip


@dataclass(frozen=True)
class Rows:
    """The rows of some bodies, each list in a stable order."""

    bodies: list[Any]
    sources: list[Any]
    meetings: list[Any]
    documents: list[Any]
    captures: list[Any]
    readings: list[Any]
    rhythms: list[Any]
    motions: list[Any]
    flags: list[Any]
    items: list[Any]
    looks: list[Any]


def registry(session: Session) -> list[Any]:
    """The rows of all watched bodies, and of bodies that documents were handed over for."""
    held = exists().where(col(Document.body_id) == col(Body.id))
    return list(session.execute(_bodies().where(or_(col(Body.watched), held))))


def speaking(session: Session, topic: str, bodies: Collection[str] | None = None) -> frozenset[str]:
    """Ids of the bodies (of these, or of all) in whose documents a motion on the topic was read, or
    the text of a resolution that stands by itself."""
    query = (
        select(col(Document.body_id))
        .select_from(Motion)
        .join(Reading, col(Reading.id) == col(Motion.reading_id))
        .join(Capture, col(Capture.sha256) == col(Reading.sha256))
        .join(Document, col(Document.id) == col(Capture.document_id))
        .where(*_on(topic), stands())
        .distinct()
    )
    queries = (query, _texts_on(topic))
    if bodies is None or len(bodies) > LONGEST:
        found = frozenset(body for one in queries for body in session.execute(one).scalars())
        return found if bodies is None else found.intersection(bodies)
    wanted = sorted(bodies)
    parts = (_all(session, one, col(Document.body_id), wanted, scalar=True) for one in queries)
    return frozenset(body for part in parts for body in part)


def _texts_on(topic: str) -> Any:
    """Bodies that hold the text of a resolution on the topic as a document of its own."""
    facts = cast(col(Reading.facts), Text)
    return (
        select(col(Document.body_id))
        .join(Capture, col(Capture.document_id) == col(Document.id))
        .join(Reading, col(Reading.sha256) == col(Capture.sha256))
        .where(
            col(Document.role).in_(("resolution", "other")),
            facts.like('%"enactment_matter"%'),
            facts.like(f'%"{topic}"%'),
            stands(),
        )
        .distinct()
    )


def _on(topic: str) -> tuple[Any, ...]:
    """Whether a motion is on a topic. The first part names the index that holds only the motions on
    any topic, in its own words (`tables.readings`)."""
    topics = cast(col(Motion.topics), Text)
    return topics != literal_column("'[]'"), topics.like(f'%"{topic}"%')


def rows(session: Session, bodies: Iterable[str], topic: str) -> Rows:
    """Everything held of these bodies. Motions and flags are those on the topic, items those of
    the readings that hold any."""
    wanted = sorted(set(bodies))
    documents = _all(session, _documents(), col(Document.body_id), wanted)
    captures = _all(session, _captures(), col(Document.body_id), wanted)
    hashes = sorted({row.sha256 for row in captures})
    readings = _all(session, _readings(), col(Reading.sha256), hashes)
    ids = [row.id for row in readings if row.state == "ok"]
    motions = _all(session, _motions(topic), col(Motion.reading_id), ids)
    flags = _all(session, _flags(topic), col(Flag.reading_id), ids)
    spoken = sorted({row.reading_id for row in (*motions, *flags)})
    return Rows(
        bodies=_all(session, _bodies(), col(Body.id), wanted),
        sources=_all(session, _sources(), col(Source.body_id), wanted),
        meetings=_all(session, _meetings(), col(Meeting.body_id), wanted),
        documents=documents,
        captures=captures,
        readings=readings,
        rhythms=_all(session, _rhythms(), col(Reading.id), ids),
        motions=motions,
        flags=flags,
        items=_all(session, _items(), col(Item.reading_id), spoken),
        looks=_all(session, _looks(), col(Source.body_id), wanted),
    )


def _all(
    session: Session, query: Any, key: Any, wanted: Sequence[Any], *, scalar: bool = False
) -> list[Any]:
    results = (session.execute(query.where(key.in_(list(part)))) for part in chunks(wanted))
    return [row for found in results for row in (found.scalars() if scalar else found)]


def _bodies() -> Any:
    return (
        select(
            col(Body.id), col(Body.name), col(Body.kind), col(Body.timezone), col(Body.cadence),
            col(Body.schedule), col(Body.answers_for), col(Jurisdiction.name).label("place"),
            col(Jurisdiction.kind).label("place_kind"), col(Jurisdiction.county),
            col(Jurisdiction.state), col(Jurisdiction.geoid),
        )
        .outerjoin(Jurisdiction, col(Jurisdiction.id) == col(Body.jurisdiction_id))
        .order_by(col(Body.id))
    )  # fmt: skip


def _sources() -> Any:
    return (
        select(col(Source.body_id), col(Source.id), col(Source.state), col(Source.platform))
        .where(col(Source.watched))
        .order_by(col(Source.id))
    )


def _meetings() -> Any:
    return select(
        col(Meeting.body_id), col(Meeting.id), col(Meeting.date), col(Meeting.time),
        col(Meeting.kind), col(Meeting.title), col(Meeting.status), col(Meeting.location),
        col(Meeting.source_id),
    ).order_by(col(Meeting.date), col(Meeting.id))  # fmt: skip


def _documents() -> Any:
    return select(
        col(Document.body_id), col(Document.id), col(Document.role), col(Document.url),
        col(Document.meeting_date), col(Document.origin), col(Document.meeting_id),
        col(Document.problem),
    ).order_by(col(Document.id))  # fmt: skip


def _captures() -> Any:
    return (
        select(col(Capture.document_id), col(Capture.sha256), col(Capture.at),
               col(Capture.not_before))
        .join(Document, col(Document.id) == col(Capture.document_id))
        .order_by(col(Capture.document_id), col(Capture.at), col(Capture.id))
    )  # fmt: skip


def _readings() -> Any:
    return select(
        col(Reading.id), col(Reading.sha256), col(Reading.at), col(Reading.state),
        col(Reading.why), col(Reading.kind), col(Reading.body_printed), col(Reading.meeting_date),
        col(Reading.meeting_kind), col(Reading.status), col(Reading.minutes_status),
        col(Reading.approves_minutes_of), col(Reading.pages), col(Reading.pages_unread),
        col(Reading.next_meeting),
    ).order_by(col(Reading.at), col(Reading.id))  # fmt: skip


def _rhythms() -> Any:
    """The facts of the few readings that say when the body meets, that hold the text of a
    resolution on some topic, or that list one by its number alone."""
    facts = cast(col(Reading.facts), Text)
    return select(col(Reading.id), col(Reading.facts)).where(
        or_(
            facts.like('%"meets"%'),
            facts.like('%"meeting_schedule"%'),
            facts.like('%"enactment_matter"%'),
            facts.like('%"unnamed_paper"%'),
        )
    )


def _motions(topic: str) -> Any:
    return (
        select(*SQLModel.metadata.tables["motion"].columns)
        .where(*_on(topic))
        .order_by(col(Motion.reading_id), col(Motion.page), col(Motion.start), col(Motion.id))
    )


def _flags(topic: str) -> Any:
    return (
        select(*SQLModel.metadata.tables["flag"].columns)
        .where(col(Flag.topic) == topic)
        .order_by(col(Flag.reading_id), col(Flag.page), col(Flag.start), col(Flag.id))
    )


def _items() -> Any:
    return select(
        col(Item.reading_id), col(Item.page), col(Item.start), col(Item.end), col(Item.title)
    ).order_by(col(Item.reading_id), col(Item.page), col(Item.start))


def _looks() -> Any:
    return (
        select(
            col(Source.body_id),
            col(Observation.source_id),
            col(Observation.finished),
            col(Observation.outcome),
        )
        .join(Source, col(Source.id) == col(Observation.source_id))
        .order_by(col(Observation.finished), col(Observation.id))
    )
