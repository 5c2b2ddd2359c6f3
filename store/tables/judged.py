"""What the judging remembers of itself: what each finding rests on, and what moved since.

Everything here can be thrown away: the next judging of everything fills it again.
"""

from datetime import datetime

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from store.tables.base import UTCDateTime


class Stale(SQLModel, table=True):
    """Something that changed since it was judged; written by triggers (`store.queries.changed`).

    kind: body | registry | review | whole, with ref the body's or the finding's id, else "".
    taken: a judging has begun with it; a change from then on sets it back.
    """

    kind: str = Field(primary_key=True)
    ref: str = Field(primary_key=True)
    taken: bool = False


class Judged(SQLModel, table=True):
    """One unit of judging: an agreement's findings, or a body's approvals that were never listed.

    unit: "agreement ID" or "body ID". rests_on: who answers, as it was judged with ({} for a body).
    keys: of the findings that came of it. changes_at: when the passing of time alone may change
    them, None for never.
    """

    unit: str = Field(primary_key=True)
    state: str
    rests_on: dict[str, object] = Field(default_factory=dict, sa_type=JSON)
    keys: list[str] = Field(default_factory=list, sa_type=JSON)
    changes_at: datetime | None = Field(default=None, sa_type=UTCDateTime, index=True)


class JudgedBody(SQLModel, table=True):
    """A body whose record an agreement was judged on; answers: false where it is only beside."""

    __tablename__ = "judged_body"
    __table_args__ = (Index("ix_judged_body_body", "body_id"),)

    unit: str = Field(primary_key=True)
    body_id: str = Field(primary_key=True)
    answers: bool


class Judging(SQLModel, table=True):
    """The last judging: one row. frame: digest of all that every finding rests on, "" while one
    is at work that must be whole; whole_at: when everything was last judged."""

    id: int = Field(default=1, primary_key=True)
    frame: str
    at: datetime = Field(sa_type=UTCDateTime)
    whole_at: datetime = Field(sa_type=UTCDateTime)
