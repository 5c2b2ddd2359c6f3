"""Which captures still wait to be read, and keeping what the pipeline read in them.

Owns the rows of a reading. Knows nothing of how bytes are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Text, and_, cast, delete, exists, false, func, insert, or_, select
from sqlmodel import Session, col

from store.tables import Capture, Flag, Item, Motion, Page, Reading

MAX_ATTEMPTS = 3
"""A document that killed its reader this often is left alone and shown as unread."""


@dataclass(frozen=True)
class Waiting:
    """One blob to read: its hash, a name for messages, the media type its server gave."""

    sha256: str
    name: str
    media_type: str | None


def waiting(session: Session, pipeline: str, doubt: str = "") -> tuple[Waiting, ...]:
    """Captured bytes that this pipeline version has neither read nor given up on, oldest first.

    doubt: words of a doubt that can be settled now, as the means for it have come: readings that
    hold it wait again.
    """
    old = cast(col(Reading.doubts), Text).contains(doubt, autoescape=True) if doubt else false()
    settled = exists().where(
        and_(
            col(Reading.sha256) == col(Capture.sha256),
            col(Reading.pipeline) == pipeline,
            or_(col(Reading.state) != "failed", col(Reading.attempts) >= MAX_ATTEMPTS),
            ~old,
        )
    )
    rows = session.execute(
        select(
            col(Capture.sha256),
            func.min(col(Capture.name)),
            func.min(col(Capture.media_type)),
            func.min(col(Capture.id)),
        )
        .where(~settled)
        .group_by(col(Capture.sha256))
        .order_by(func.min(col(Capture.id)))
    )
    return tuple(Waiting(sha, name or sha[:12], media) for sha, name, media, _ in rows)


def unreadable(session: Session, pipeline: str) -> int:
    """How many captured blobs cannot be read, or hold pages that cannot."""
    rows = session.execute(
        select(func.count())
        .select_from(Reading)
        .where(
            col(Reading.pipeline) == pipeline,
            or_(col(Reading.state) != "ok", col(Reading.pages_unread) > 0),
        )
    )
    return int(rows.scalar_one())


def save(
    session: Session, sha256: str, pipeline: str, at: datetime, read: Mapping[str, Any]
) -> None:
    """Keep one complete reading (the `read` JSON shape with page texts), replacing a failed try."""
    attempts = _forget(session, sha256, pipeline)
    pages: Sequence[Mapping[str, Any]] = read["pages"]
    reading_id = _insert_reading(
        session,
        {
            "sha256": sha256,
            "pipeline": pipeline,
            "at": at,
            "state": "ok",
            "why": "",
            "attempts": attempts + 1,
            "kind": read["kind"],
            "body_printed": read["body"],
            "meeting_date": _day(read["meeting_date"]),
            "meeting_kind": read.get("meeting_kind", "unknown"),
            "status": read.get("status", "unknown"),
            "minutes_status": read["minutes_status"],
            "approves_minutes_of": list(read["approves_minutes_of"]),
            "attendance": dict(read["attendance"]),
            "doubts": list(read.get("doubts", ())),
            "pages": len(pages),
            "pages_unread": sum(page["method"] == "none" for page in pages),
        },
    )
    _many(session, Page, reading_id, pages, ("number", "method", "confidence", "chars", "text"))
    _many(
        session,
        Item,
        reading_id,
        read.get("items", ()),
        ("page", "start", "end", "number", "title", "section"),
    )
    _many(
        session,
        Flag,
        reading_id,
        read["flags"],
        ("topic", "relevance", "quote", "page", "start", "end", "rule"),
    )
    _many(session, Motion, reading_id, read["motions"], _MOTION)


def save_failure(
    session: Session, sha256: str, pipeline: str, at: datetime, state: str, why: str
) -> None:
    """Keep that bytes could not be read: `refused` is final, `failed` is tried again."""
    attempts = _forget(session, sha256, pipeline)
    _insert_reading(
        session,
        {
            "sha256": sha256,
            "pipeline": pipeline,
            "at": at,
            "state": state,
            "why": why,
            "attempts": attempts + 1,
            "approves_minutes_of": [],
            "attendance": {},
            "doubts": [],
            "kind": "unknown",
            "meeting_kind": "unknown",
            "status": "unknown",
            "minutes_status": "unknown",
            "pages": 0,
            "pages_unread": 0,
        },
    )


_MOTION = (
    "quote", "text", "mover", "seconder", "result", "direction", "ayes", "nays", "abstain",
    "absent", "method", "votes", "items", "topics", "doubts", "page", "start", "end",
)  # fmt: skip


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _insert_reading(session: Session, values: Mapping[str, Any]) -> int:
    done = session.execute(insert(Reading).values(**values).returning(col(Reading.id)))
    return int(done.scalar_one())


def _many(
    session: Session,
    table: type[Page] | type[Item] | type[Flag] | type[Motion],
    reading_id: int,
    rows: Iterable[Mapping[str, Any]],
    columns: Sequence[str],
) -> None:
    values = [{"reading_id": reading_id, **{c: row.get(c) for c in columns}} for row in rows]
    if values:
        session.execute(insert(table), values)


def _forget(session: Session, sha256: str, pipeline: str) -> int:
    """Drop an earlier failed try of the same version; returns how often it was tried."""
    row = session.execute(
        select(col(Reading.id), col(Reading.attempts)).where(
            col(Reading.sha256) == sha256, col(Reading.pipeline) == pipeline
        )
    ).first()
    if row is None:
        return 0
    for table in (Page, Item, Flag, Motion):
        session.execute(delete(table).where(col(table.reading_id) == row[0]))
    session.execute(delete(Reading).where(col(Reading.id) == row[0]))
    return int(row[1])
