"""Scanned pages that wait because no OCR was installed where they were read.

Owns the count; a page that OCR tried and could not read is another matter.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, exists, func, or_, select, true
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from store.tables import Page, Reading

_WAITS = "ocr_missing"


def waiting_for_ocr(session: Session, until: datetime | None = None) -> int:
    """How many pages wait for OCR, in the readings that stood at a moment (default: that stand).

    Pages, not documents: scanned ones behind pages of text count each.
    """
    newer = aliased(Reading)
    later = or_(
        col(newer.at) > col(Reading.at),
        and_(col(newer.at) == col(Reading.at), col(newer.id) > col(Reading.id)),
    )
    replaced = exists().where(
        col(newer.sha256) == col(Reading.sha256),
        col(newer.state) == "ok",
        later,
        col(newer.at) <= until if until else true(),
    )
    query = (
        select(func.count())
        .select_from(Page)
        .join(Reading, col(Reading.id) == col(Page.reading_id))
        .where(
            col(Page.why) == _WAITS,
            col(Reading.state) == "ok",
            col(Reading.at) <= until if until else true(),
            ~replaced,
        )
    )
    return int(session.execute(query).scalar_one())
