"""The rows behind the open-meetings audit: document slots with whole readings, looks, sightings.

Owns a fixed number of queries per batch of bodies. Only readings near the quarter are loaded whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import or_, select
from sqlmodel import Session, SQLModel, col

from audit.bodies import GOOD
from audit.metrics.held import Glance, Line, Published, Text, Vote
from store.queries.chunks import chunks
from store.queries.standing import stands
from store.tables import (
    Capture,
    Document,
    Fetch,
    Item,
    Meeting,
    Motion,
    Observation,
    Page,
    Reading,
    Source,
)


@dataclass(frozen=True)
class Shelf:
    """By body: its document slots, its looks, and when each listed meeting was first seen."""

    documents: Mapping[str, tuple[Published, ...]]
    glances: Mapping[str, tuple[Glance, ...]]
    meetings: Mapping[str, dict[str, datetime]]


def shelf(
    session: Session, bodies: Sequence[str], near: tuple[date, date], as_of: datetime
) -> Shelf:
    """Everything published by these bodies and seen by `as_of`; texts only of dates within near."""
    slots = _rows(session, select(Document), Document.body_id, bodies)
    wide = [row.id for row in slots if row.meeting_date and near[0] <= row.meeting_date <= near[1]]
    texts = _texts(session, wide, as_of)
    checks = _checks(session, wide, as_of)
    documents: dict[str, list[Published]] = defaultdict(list)
    for row in slots:
        if row.first_listed <= as_of:
            documents[row.body_id].append(_published(row, texts, checks, as_of))
    return Shelf(
        {body: tuple(sorted(found, key=lambda d: d.id)) for body, found in documents.items()},
        _glances(session, bodies, as_of),
        _meetings(session, bodies, as_of),
    )


def _rows(session: Session, query: Any, column: Any, wanted: Sequence[Any]) -> list[Any]:
    found = []
    for part in chunks(sorted(wanted)):
        found += [row[0] for row in session.execute(query.where(col(column).in_(list(part))))]
    return found


def _published(
    row: Document,
    texts: Mapping[str, list[Text]],
    checks: Mapping[str, list[tuple[datetime, str]]],
    as_of: datetime,
) -> Published:
    versions = tuple(replace_url(text, row.url) for text in texts.get(row.id, ()))
    return Published(
        id=row.id,
        role=row.role,
        url=row.url,
        label=row.label,
        source_id=row.source_id,
        origin=row.origin,
        meeting_date=row.meeting_date,
        meeting_id=row.meeting_id,
        first_listed=row.first_listed,
        last_listed=min(row.last_listed, as_of),
        listed=row.listed or row.last_listed >= as_of,
        amended=row.amended,
        versions=versions,
        checks=_held_then(versions, checks.get(row.id, ())),
    )


def replace_url(text: Text, url: str) -> Text:
    """The same text under the address of the slot it was captured from."""
    return Text(**{**vars(text), "url": url})


def _held_then(
    versions: Sequence[Text], checks: Iterable[tuple[datetime, str]]
) -> tuple[tuple[datetime, str], ...]:
    """Each later request with the hash it met; an answer of "not modified" met the last one."""
    found = []
    for at, sha256 in checks:
        before = [v.sha256 for v in versions if v.captured_at <= at]
        met = sha256 or (before[-1] if before else "")
        if met:
            found.append((at, met))
    return tuple(found)


def _checks(
    session: Session, documents: Sequence[str], as_of: datetime
) -> dict[str, list[tuple[datetime, str]]]:
    """Requests for documents that were answered with bytes or with "not modified" (RFC 9110)."""
    query = select(Fetch).where(
        col(Fetch.at) <= as_of, or_(col(Fetch.status) == 200, col(Fetch.status) == 304)
    )
    found: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
    for row in _rows(session, query.order_by(col(Fetch.at)), Fetch.document_id, documents):
        found[row.document_id].append((row.at, row.sha256 or ""))
    return found


def _texts(session: Session, documents: Sequence[str], as_of: datetime) -> dict[str, list[Text]]:
    """The versions of each document, oldest first; the same bytes again are one version."""
    query = select(Capture).where(col(Capture.at) <= as_of)
    captures = _rows(
        session, query.order_by(col(Capture.at), col(Capture.id)), Capture.document_id, documents
    )
    read = _readings(session, sorted({row.sha256 for row in captures}))
    found: dict[str, dict[str, Text]] = defaultdict(dict)
    for capture in captures:
        if capture.sha256 not in found[capture.document_id]:
            found[capture.document_id][capture.sha256] = _text(capture, read.get(capture.sha256))
    return {key: list(versions.values()) for key, versions in found.items()}


@dataclass(frozen=True)
class _Read:
    """One standing reading with its parts."""

    row: Reading
    pages: Sequence[Page]
    items: Sequence[Item]
    motions: Sequence[Motion]


def _readings(session: Session, hashes: Sequence[str]) -> dict[str, _Read]:
    standing = _rows(session, select(Reading).where(stands()), Reading.sha256, hashes)
    ids = [row.id for row in standing]
    pages, items = _parts(session, Page, ids), _parts(session, Item, ids)
    motions = _parts(session, Motion, ids)
    found = {
        row.sha256: _Read(row, pages[row.id], items[row.id], motions[row.id]) for row in standing
    }
    for row in _rows(session, select(Reading), Reading.sha256, hashes):
        found.setdefault(row.sha256, _Read(row, (), (), ()))
    return found


def _parts(session: Session, table: Any, ids: Sequence[int]) -> dict[int, list[Any]]:
    order = {"page": ("number",)}.get(table.__tablename__, ("page", "start"))
    columns = SQLModel.metadata.tables[table.__tablename__].columns
    query = select(table).order_by(*(columns[name] for name in order), columns["id"])
    found: dict[int, list[Any]] = defaultdict(list)
    for row in _rows(session, query, table.reading_id, ids):
        found[row.reading_id].append(row)
    return found


def _text(capture: Capture, read: _Read | None) -> Text:
    if read is None:
        return Text(capture.sha256, capture.at, capture.not_before, state="waiting",
                    why="not read yet")  # fmt: skip
    row = read.row
    return Text(
        sha256=capture.sha256,
        captured_at=capture.at,
        not_before=capture.not_before,
        state=row.state,
        why=row.why,
        kind=row.kind,
        meeting_date=row.meeting_date,
        called_to_order=row.called_to_order,
        minutes_status=row.minutes_status,
        pages=tuple((page.number, page.method, page.text) for page in read.pages),
        pages_unread=row.pages_unread,
        lines=tuple(map(_line, read.items)),
        votes=tuple(map(_vote, read.motions)),
        present=_names(row, "present"),
        absent=_names(row, "absent"),
        attachments=tuple(_attachment(one) for one in row.attachments),
    )


def _line(row: Item) -> Line:
    return Line(row.title, row.section, row.page, row.start, row.end, row.number, row.paper,
                row.parent, row.consent, row.pulled)  # fmt: skip


def _vote(row: Motion) -> Vote:
    return Vote(
        text=row.text, quote=row.quote, result=row.result, page=row.page, start=row.start,
        end=row.end, direction=row.direction, mover=row.mover, seconder=row.seconder,
        method=row.method, ayes=row.ayes, nays=row.nays,
        abstain=row.abstain, absent=row.absent, votes=dict(row.votes), items=tuple(row.items),
        topics=tuple(row.topics), doubts=tuple(row.doubts), form=row.form,
    )  # fmt: skip


def _names(row: Reading, key: str) -> tuple[str, ...]:
    names = row.attendance.get(key)
    return tuple(str(name) for name in names) if isinstance(names, list) else ()


def _attachment(one: Mapping[str, Any]) -> tuple[str, int]:
    return str(one.get("kind", "other")), int(one.get("first_page", 1))


def _glances(
    session: Session, bodies: Sequence[str], as_of: datetime
) -> dict[str, tuple[Glance, ...]]:
    body = {
        row.id: row.body_id
        for row in _rows(session, select(Source).where(col(Source.watched)), Source.body_id, bodies)
    }
    query = select(Observation).where(col(Observation.finished) <= as_of)
    found: dict[str, list[Glance]] = defaultdict(list)
    for row in _rows(session, query, Observation.source_id, list(body)):
        good = row.outcome in GOOD and row.complete
        assert row.id is not None  # a stored row has one
        found[body[row.source_id]].append(
            Glance(row.id, row.finished, row.source_id, good, row.outcome)
        )
    return {key: tuple(sorted(g, key=lambda one: (one.at, one.id))) for key, g in found.items()}


def _meetings(
    session: Session, bodies: Sequence[str], as_of: datetime
) -> dict[str, dict[str, datetime]]:
    found: dict[str, dict[str, datetime]] = defaultdict(dict)
    for row in _rows(session, select(Meeting), Meeting.body_id, bodies):
        if row.first_seen <= as_of:
            found[row.body_id][row.id] = row.first_seen
    return found
