"""Completes records with what may be a vote on the matter: its passages, and the other motions.

Owns which further rows are loaded, in four queries whatever the number of bodies. What they may
mean is `possible`'s to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Text, cast, or_, select
from sqlmodel import Session, SQLModel, col

from audit.bodies import BodyRecord, ReadFlag, ReadMotion
from audit.effects import on_the_matter
from audit.papers import papers
from audit.possible import INDIRECT, SPEAKING, announced, explained, unnamed
from store.queries.chunks import chunks
from store.tables import Flag, Motion, Page

_MEANT = ("agreement", "policy", "discussion")


def complete(
    session: Session, records: Mapping[str, BodyRecord], readings: Mapping[str, int]
) -> dict[str, BodyRecord]:
    """The records with `possible` and `others` filled in. readings: ids by hash."""
    flags = _flags(session, readings.values())
    wider = {key: _with(one, readings, flags, {}, {}) for key, one in records.items()}
    listed = {
        readings[sha256]
        for one in wider.values()
        for sha256 in _open_minutes(one)
        if sha256 in readings
    }
    motions = _motions(session, readings.values(), listed)
    texts = _texts(session, listed)
    return {key: _with(one, readings, flags, motions, texts) for key, one in wider.items()}


def _open_minutes(record: BodyRecord) -> Iterator[str]:
    """The minutes of meetings that had the matter before them, or whose agenda is not held or lists
    a resolution by its number alone.

    All of a body that holds the text of a resolution on the matter: any may adopt it by number.
    """
    held = papers(record)
    days, told = announced(held), explained(held)
    texts = any(p.version.enactments for p in held)
    bare = unnamed(held)
    return (
        p.version.sha256
        for p in held
        if p.role in SPEAKING and (texts or p.day in days or p.day not in told or p.day in bare)
    )


def _with(
    record: BodyRecord,
    readings: Mapping[str, int],
    flags: Mapping[int, Sequence[ReadFlag]],
    motions: Mapping[int, Sequence[ReadMotion]],
    texts: Mapping[int, Sequence[tuple[int, str]]],
) -> BodyRecord:
    documents = tuple(
        replace(
            document,
            versions=tuple(
                replace(
                    version,
                    possible=tuple(flags.get(readings.get(version.sha256, 0), ())),
                    others=tuple(motions.get(readings.get(version.sha256, 0), ())),
                    texts=tuple(texts.get(readings.get(version.sha256, 0), ())),
                )
                for version in document.versions
            ),
        )
        for document in record.documents
    )
    return replace(record, documents=documents)


def _flags(session: Session, ids: Iterable[int]) -> dict[int, list[ReadFlag]]:
    query = (
        select(*SQLModel.metadata.tables["flag"].columns)
        .where(col(Flag.topic).in_(INDIRECT), col(Flag.relevance).in_(_MEANT))
        .order_by(col(Flag.reading_id), col(Flag.page), col(Flag.start), col(Flag.id))
    )
    found: dict[int, list[ReadFlag]] = defaultdict(list)
    for row in _all(session, query, col(Flag.reading_id), ids):
        found[row.reading_id].append(
            ReadFlag(row.topic, row.relevance, row.quote, row.page, row.start, row.end)
        )
    return found


def _motions(
    session: Session, ids: Iterable[int], listed: Iterable[int]
) -> dict[int, list[ReadMotion]]:
    """Motions on an indirect topic anywhere; all of meetings that had the matter before them."""
    topics = cast(col(Motion.topics), Text)
    near = or_(*(topics.like(f'%"{topic}"%') for topic in INDIRECT))
    query = select(*SQLModel.metadata.tables["motion"].columns).order_by(
        col(Motion.reading_id), col(Motion.page), col(Motion.start), col(Motion.id)
    )
    everywhere = _all(session, query.where(near), col(Motion.reading_id), ids)
    there = _all(session, query, col(Motion.reading_id), listed)
    found: dict[int, dict[int, ReadMotion]] = defaultdict(dict)
    for row in (*everywhere, *there):
        one = read_motion(row)
        if not on_the_matter(one):
            found[row.reading_id][row.id] = one
    return {key: list(rows.values()) for key, rows in found.items()}


def _texts(session: Session, listed: Iterable[int]) -> dict[int, list[tuple[int, str]]]:
    query = select(col(Page.reading_id), col(Page.number), col(Page.text)).order_by(
        col(Page.reading_id), col(Page.number)
    )
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in _all(session, query, col(Page.reading_id), listed):
        found[row.reading_id].append((row.number, row.text))
    return found


def read_motion(row: Any) -> ReadMotion:
    """A row of a motion as the plain value."""
    return ReadMotion(
        quote=row.quote,
        text=row.text,
        result=row.result,
        direction=row.direction,
        page=row.page,
        start=row.start,
        end=row.end,
        ayes=row.ayes,
        nays=row.nays,
        abstain=row.abstain,
        method=row.method,
        topics=tuple(row.topics),
        doubts=tuple(row.doubts),
        mover=row.mover,
        seconder=row.seconder,
        items=tuple(row.items),
        votes=tuple(row.votes.items()),
    )


def _all(session: Session, query: Any, key: Any, wanted: Iterable[int]) -> Iterator[Any]:
    for part in chunks(sorted(set(wanted))):
        yield from session.execute(query.where(key.in_(part)))
