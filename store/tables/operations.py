"""The machine's own diary: runs, ticks, editions."""

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from store.tables.base import UTCDateTime


class JobRun(SQLModel, table=True):
    """One run of one step; `finished` None means running, or killed."""

    __tablename__ = "job_run"

    id: int | None = Field(default=None, primary_key=True)
    step: str = Field(index=True)
    period: str = Field(index=True)
    started: datetime = Field(sa_type=UTCDateTime)
    finished: datetime | None = Field(default=None, sa_type=UTCDateTime)
    exit: int | None = None
    summary: dict[str, object] = Field(default_factory=dict, sa_type=JSON)


class Tick(SQLModel, table=True):
    """The scheduler's pulse: one row, rewritten every minute."""

    id: int = Field(default=1, primary_key=True)
    at: datetime = Field(sa_type=UTCDateTime)
    pid: int


class Edition(SQLModel, table=True):
    """One report that was written: which, as of when, where, with which hash of its page."""

    id: str = Field(primary_key=True)
    kind: str
    period: str
    as_of: datetime = Field(sa_type=UTCDateTime)
    path: str
    sha256: str
    follows: str | None = Field(default=None, foreign_key="edition.id")
