"""Which captures still wait to be read, and keeping what the pipeline read in them.

Owns the rows of a reading. Knows nothing of how bytes are read, nor which versions are good: who
asks says which readings are current.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Text,
    and_,
    cast,
    delete,
    exists,
    false,
    func,
    insert,
    literal,
    or_,
    select,
    tuple_,
)  # fmt: skip
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from store.queries.standing import standing_of, stands
from store.tables import Capture, Flag, Item, Motion, Page, Reading

MAX_ATTEMPTS = 3
"""A document that killed its reader this often is left alone and shown as unread."""

Making = tuple[str, str]
"""A fingerprint of versions, and the kind of document that was read with them."""


@dataclass(frozen=True)
class Waiting:
    """One blob to read: its hash, a name for messages, the media type its server gave.

    reading: its newest complete reading so far; making: how that one was made.
    """

    sha256: str
    name: str
    media_type: str | None
    reading: int | None = None
    making: Making | None = None


@dataclass(frozen=True)
class Made:
    """When and with which versions a reading is made. pipeline: their fingerprint."""

    at: datetime
    pipeline: str
    versions: Mapping[str, str]


def makings(session: Session) -> dict[Making, dict[str, str]]:
    """Every way in which stored readings were made, with its versions ({} where none were kept)."""
    pairs = session.execute(select(col(Reading.pipeline), col(Reading.kind)).distinct()).all()
    versions = {
        pipeline: session.execute(
            select(col(Reading.versions)).where(col(Reading.pipeline) == pipeline).limit(1)
        ).scalar_one()
        for pipeline in {pipeline for pipeline, _ in pairs}
    }
    return {(pipeline, kind): dict(versions[pipeline]) for pipeline, kind in pairs}


def waiting(
    session: Session, current: Collection[Making], pipeline: str, doubt: str = ""
) -> tuple[Waiting, ...]:
    """Captured bytes that are not read, or not by the versions of today, oldest first.

    current: the makings whose readings need nothing. pipeline: the fingerprint under which a
    failure of today is kept; one of another day is tried again. doubt: words of a doubt that can
    be settled now, as the means for it have come: readings that hold it wait again.
    """
    old = cast(col(Reading.doubts), Text).contains(doubt, autoescape=True) if doubt else false()
    done = exists().where(
        col(Reading.sha256) == col(Capture.sha256),
        tuple_(col(Reading.pipeline), col(Reading.kind)).in_(list(current)),
        ~old,
        stands(),
    )
    blobs = (
        select(
            col(Capture.sha256),
            func.min(col(Capture.name)).label("name"),
            func.min(col(Capture.media_type)).label("media_type"),
            func.min(col(Capture.id)).label("first"),
        )
        .where(~done, ~_given_up(col(Capture.sha256), pipeline))
        .group_by(col(Capture.sha256))
        .subquery()
    )
    rows = session.execute(
        select(
            blobs.c.sha256, blobs.c.name, blobs.c.media_type,
            col(Reading.id), col(Reading.pipeline), col(Reading.kind),
        )
        .select_from(blobs)
        .outerjoin(Reading, col(Reading.id) == standing_of(blobs.c.sha256))
        .order_by(blobs.c.first)
    )  # fmt: skip
    return tuple(
        Waiting(sha256, name or sha256[:12], media, reading, (made, kind) if reading else None)
        for sha256, name, media, reading, made, kind in rows
    )


def _given_up(sha256: Any, pipeline: str) -> Any:
    tried = aliased(Reading)
    return exists().where(
        col(tried.sha256) == sha256,
        col(tried.pipeline) == pipeline,
        or_(
            col(tried.state) == "refused",
            and_(col(tried.state) == "failed", col(tried.attempts) >= MAX_ATTEMPTS),
        ),
    )


def unreadable(session: Session) -> int:
    """How many captured blobs cannot be read, or hold pages that cannot."""
    tried = select(func.count(func.distinct(col(Reading.sha256)))).where(
        col(Reading.state) != "ok", standing_of(col(Reading.sha256)).is_(None)
    )
    partly = (
        select(func.count()).select_from(Reading).where(col(Reading.pages_unread) > 0, stands())
    )
    return int(session.execute(tried).scalar_one() + session.execute(partly).scalar_one())


def kept(session: Session, reading_id: int) -> dict[str, Any]:
    """What the rules need of a reading to run again: its pages, without the boxes of words."""
    row = session.execute(
        select(col(Reading.sha256), col(Reading.format), col(Reading.format_doubts)).where(
            col(Reading.id) == reading_id
        )
    ).one()
    names = [name for name in _PAGE if name != "words"]
    pages = session.execute(
        select(*(getattr(Page, name) for name in names))
        .where(col(Page.reading_id) == reading_id)
        .order_by(col(Page.number))
    )
    return {
        "sha256": row[0],
        "format": row[1],
        "format_doubts": row[2],
        "pages": [dict(zip(names, page, strict=True)) for page in pages],
    }


def save(
    session: Session,
    sha256: str,
    made: Made,
    read: Mapping[str, Any],
    pages_of: int | None = None,
) -> None:
    """Keep one complete reading (the `read` JSON shape with page texts), replacing failed tries.

    pages_of: an older reading over whose pages the rules were run; they are copied from it.
    """
    attempts = _forget(session, sha256, made.pipeline, failed=True)
    pages: Sequence[Mapping[str, Any]] = read["pages"]
    reading_id = _insert_reading(
        session,
        {
            **_head(sha256, made, "ok", attempts),
            **{name: read[name] for name in _AS_READ if name in read},
            "body_printed": read["body"],
            "meeting_date": _day(read["meeting_date"]),
            "pages": len(pages),
            "pages_unread": sum(page["method"] == "none" for page in pages),
        },
    )
    if pages_of is None:
        _many(session, Page, reading_id, pages, _PAGE)
    else:
        _copy_pages(session, pages_of, reading_id)
    _many(session, Item, reading_id, read.get("items", ()), _ITEM)
    _many(session, Flag, reading_id, read["flags"], _FLAG)
    _many(session, Motion, reading_id, read["motions"], _MOTION)


def save_failure(session: Session, sha256: str, made: Made, state: str, why: str) -> None:
    """Keep that bytes could not be read: `refused` is final, `failed` is tried again."""
    attempts = _forget(session, sha256, made.pipeline)
    _insert_reading(session, {**_head(sha256, made, state, attempts), "why": why})


_AS_READ = (
    "kind", "meeting_kind", "status", "minutes_status", "approves_minutes_of", "attendance",
    "doubts", "format", "format_doubts", "called_to_order", "adjourned", "next_meeting", "facts",
    "attachments",
)  # fmt: skip
_PAGE = (
    "number", "method", "confidence", "chars", "text", "why", "engine", "width", "height", "words",
)  # fmt: skip
_ITEM = (
    "page", "start", "end", "number", "title", "section", "kind", "paper", "parent", "consent",
    "pulled", "rule",
)  # fmt: skip
_FLAG = (
    "topic", "relevance", "quote", "page", "start", "end", "rule", "section", "doubts",
)  # fmt: skip
_MOTION = (
    "quote", "text", "mover", "seconder", "result", "direction", "ayes", "nays", "abstain",
    "absent", "method", "votes", "items", "topics", "doubts", "page", "start", "end", "form",
    "rule", "places",
)  # fmt: skip


def _head(sha256: str, made: Made, state: str, attempts: int) -> dict[str, Any]:
    """The columns that every row has, whatever was read; the others have their defaults."""
    return {
        "sha256": sha256,
        "pipeline": made.pipeline,
        "versions": dict(made.versions),
        "at": made.at,
        "state": state,
        "attempts": attempts + 1,
    }


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _insert_reading(session: Session, values: Mapping[str, Any]) -> int:
    row = Reading(**values)
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def _many(
    session: Session,
    table: type[Page] | type[Item] | type[Flag] | type[Motion],
    reading_id: int,
    rows: Iterable[Mapping[str, Any]],
    columns: Sequence[str],
) -> None:
    known = {c: table.model_fields[c] for c in columns}
    values = [
        {
            "reading_id": reading_id,
            **{c: row[c] if c in row else field.get_default(call_default_factory=True)
               for c, field in known.items()},
        }
        for row in rows
    ]  # fmt: skip
    if values:
        session.execute(insert(table), values)


def _copy_pages(session: Session, source: int, target: int) -> None:
    columns = [getattr(Page, name) for name in _PAGE]
    session.execute(
        insert(Page).from_select(
            ["reading_id", *_PAGE],
            select(literal(target), *columns).where(col(Page.reading_id) == source),
        )
    )


def _forget(session: Session, sha256: str, pipeline: str, *, failed: bool = False) -> int:
    """Drop an earlier try of the same versions, and with `failed` the failed ones of any; returns
    how often these versions tried it."""
    same = col(Reading.pipeline) == pipeline
    gone = or_(same, col(Reading.state) != "ok") if failed else same
    rows = session.execute(
        select(col(Reading.id), col(Reading.attempts), col(Reading.pipeline)).where(
            col(Reading.sha256) == sha256, gone
        )
    ).all()
    ids = [row[0] for row in rows]
    for table in (Page, Item, Flag, Motion):
        session.execute(delete(table).where(col(table.reading_id).in_(ids)))
    session.execute(delete(Reading).where(col(Reading.id).in_(ids)))
    return sum(row[1] for row in rows if row[2] == pipeline)
