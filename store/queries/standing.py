"""Which reading of a blob stands for it: the newest complete one, so that an older one serves until
the new one is whole, and no two ever count."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from store.tables import Reading


def stands() -> ColumnElement[bool]:
    """Whether a row of Reading is complete and no newer complete one has come."""
    newer = aliased(Reading)
    later = or_(
        col(newer.at) > col(Reading.at),
        and_(col(newer.at) == col(Reading.at), col(newer.id) > col(Reading.id)),
    )
    return and_(
        col(Reading.state) == "ok",
        ~exists().where(col(newer.sha256) == col(Reading.sha256), col(newer.state) == "ok", later),
    )


def standing_of(sha256: Any) -> Any:
    """The id of the reading that stands for the blob of an enclosing query."""
    one = aliased(Reading)
    return (
        select(col(one.id))
        .where(col(one.sha256) == sha256, col(one.state) == "ok")
        .order_by(col(one.at).desc(), col(one.id).desc())
        .limit(1)
        .scalar_subquery()
    )
