"""Who meets and where they publish: bodies and their sources."""

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from store.tables.base import UTCDateTime


class Jurisdiction(SQLModel, table=True):
    """A place with a government; id is the geoid where one is known."""

    id: str = Field(primary_key=True)
    name: str
    kind: str
    county: str | None = None
    state: str = Field(index=True)
    geoid: str | None = Field(default=None, index=True)


class Body(SQLModel, table=True):
    """A collegial body that meets and votes. `watched` is false once no loaded pack names it."""

    id: str = Field(primary_key=True)
    name: str
    kind: str
    jurisdiction_id: str | None = Field(default=None, foreign_key="jurisdiction.id", index=True)
    timezone: str
    cadence: str | None = None
    schedule: list[str] = Field(default_factory=list, sa_type=JSON)
    answers_for: list[str] = Field(default_factory=list, sa_type=JSON)
    pack: str
    watched: bool = True


class Source(SQLModel, table=True):
    """A place on the web where a body publishes.

    state: unverified | verified | manual. The baseline columns are the last good look's, and the
    crawler's own memory of the address (validators, when due) lives here as well.
    """

    id: str = Field(primary_key=True)
    body_id: str = Field(foreign_key="body.id", index=True)
    platform: str
    url: str
    board: str | None = None
    state: str = "unverified"
    reason: str | None = None
    seen_in: str | None = None
    verified_by: str | None = None
    verified_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    watched: bool = True
    next_due: datetime | None = Field(default=None, sa_type=UTCDateTime, index=True)
    baseline_rows: int | None = None
    baseline_documents: int | None = None
    resume: dict[str, object] = Field(default_factory=dict, sa_type=JSON)


class Host(SQLModel, table=True):
    """When we last asked one host (or one vendor's hosts), so that the next run waits too."""

    key: str = Field(primary_key=True)
    last_request: datetime = Field(sa_type=UTCDateTime)
