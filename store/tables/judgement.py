"""What was concluded: findings, the audit's exceptions, the review of both. Rows are only added."""

from datetime import date, datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from store.tables.base import UTCDateTime


class FindingRow(SQLModel, table=True):
    """One revision of one finding; `content` is the whole finding as JSON.

    digest: SHA-256 of the canonical content, so that an unchanged finding writes no row.
    current: false once another revision points at it.
    """

    __tablename__ = "finding"

    id: str = Field(primary_key=True)
    key: str = Field(index=True)
    revision: int
    state: str = Field(index=True)
    label: str
    digest: str
    at: datetime = Field(sa_type=UTCDateTime)
    current: bool = Field(default=True, index=True)
    supersedes: str | None = Field(default=None, foreign_key="finding.id")
    content: dict[str, object] = Field(default_factory=dict, sa_type=JSON)


class Review(SQLModel, table=True):
    """One step of a person over one finding revision."""

    id: int | None = Field(default=None, primary_key=True)
    finding_id: str = Field(foreign_key="finding.id", index=True)
    state: str
    who: str
    at: datetime = Field(sa_type=UTCDateTime)
    why: str = ""


class ExceptionReview(SQLModel, table=True):
    """One step of a person over one exception of the open-meetings audit.

    exception_id: its stable name; digest: of the papers it rested on when the step was made, so
    that a step never speaks for other papers.
    """

    __tablename__ = "exception_review"

    id: int | None = Field(default=None, primary_key=True)
    exception_id: str = Field(index=True)
    digest: str
    state: str
    who: str
    at: datetime = Field(sa_type=UTCDateTime)
    why: str = ""


class RequestStep(SQLModel, table=True):
    """One entry of the log of records requests: one for a meeting's papers was sent, or answered.

    step: sent | answered; day: when, as the person who notes it says.
    """

    __tablename__ = "records_request"

    id: int | None = Field(default=None, primary_key=True)
    body_id: str = Field(foreign_key="body.id", index=True)
    meeting_date: date
    step: str
    day: date
    who: str
    at: datetime = Field(sa_type=UTCDateTime)
    why: str = ""


class Settlement(SQLModel, table=True):
    """One decision of a person on who answers for an agency, or its withdrawal.

    agency: as given; key: that name folded, so that every spelling finds it; answer: place (its
    geoid) | body (ids in bodies) | none | withdrawn. The newest of a state and key stands.
    """

    id: int | None = Field(default=None, primary_key=True)
    state: str
    key: str = Field(index=True)
    agency: str
    answer: str
    geoid: str | None = None
    bodies: list[str] = Field(default_factory=list, sa_type=JSON)
    who: str
    at: datetime = Field(sa_type=UTCDateTime)
    why: str
