"""What we saw on the web and when: observations, fetches, meetings, documents, captures."""

from datetime import date, datetime

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from store.tables.base import UTCDateTime


class Blob(SQLModel, table=True):
    """Bytes the archive holds, whatever they are."""

    sha256: str = Field(primary_key=True)
    size: int
    media_type: str | None = None
    first_at: datetime = Field(sa_type=UTCDateTime)


class Observation(SQLModel, table=True):
    """One look at a source: the proof of what was, and was not, listed.

    outcome: ok | empty_confirmed | empty_suspicious | drift | blocked | robots | moved |
    parse_error | unreachable. listing_sha256 names a canonical JSON blob of all rows listed.
    """

    id: int | None = Field(default=None, primary_key=True)
    source_id: str = Field(foreign_key="source.id", index=True)
    started: datetime = Field(sa_type=UTCDateTime)
    finished: datetime = Field(sa_type=UTCDateTime, index=True)
    outcome: str
    why: str = ""
    complete: bool = False
    rows: int = 0
    documents: int = 0
    requests: int = 0
    listing_sha256: str | None = Field(default=None, foreign_key="blob.sha256")


class Meeting(SQLModel, table=True):
    """A body's dated gathering.

    id: vendor id within the source, else body + date + kind; date and title are attributes.
    time: as printed, local to the body's zone, HH:MM; None where none is printed.
    status: scheduled | cancelled | rescheduled | held | unknown.
    """

    id: str = Field(primary_key=True)
    body_id: str = Field(foreign_key="body.id", index=True)
    source_id: str | None = Field(default=None, foreign_key="source.id", index=True)
    vendor_id: str | None = None
    date: date
    time: str | None = None
    kind: str = "unknown"
    title: str = ""
    status: str = "unknown"
    location: str | None = None
    first_seen: datetime = Field(sa_type=UTCDateTime)
    last_seen: datetime = Field(sa_type=UTCDateTime)


class Document(SQLModel, table=True):
    """One published slot (an agenda, minutes, ...) that may change under its address.

    id: hash of source and identity; origin: crawl | import. listed: false once a good look no
    longer lists it. etag and last_modified are the validators of the newest capture.
    """

    id: str = Field(primary_key=True)
    body_id: str = Field(foreign_key="body.id", index=True)
    source_id: str | None = Field(default=None, foreign_key="source.id", index=True)
    meeting_id: str | None = Field(default=None, foreign_key="meeting.id", index=True)
    meeting_date: date | None = None
    role: str
    role_confidence: float = 1.0
    rule: str = ""
    label: str = ""
    url: str
    origin: str = "crawl"
    posted_at: str | None = None
    amended: bool = False
    first_listed: datetime = Field(sa_type=UTCDateTime)
    last_listed: datetime = Field(sa_type=UTCDateTime)
    listed: bool = True
    etag: str | None = None
    last_modified: str | None = None
    last_checked: datetime | None = Field(default=None, sa_type=UTCDateTime)
    problem: str | None = None


class Fetch(SQLModel, table=True):
    """One request and its answer, successful or not. sha256 is None where no body was kept.

    not_before: the last good look at the source before this one, i.e. when it was not yet seen.
    """

    id: int | None = Field(default=None, primary_key=True)
    source_id: str | None = Field(default=None, foreign_key="source.id", index=True)
    document_id: str | None = Field(default=None, foreign_key="document.id", index=True)
    purpose: str  # listing | document | part | robots | ice_page | ice_workbook | agreement
    url: str
    final_url: str
    redirects: list[str] = Field(default_factory=list, sa_type=JSON)
    at: datetime = Field(sa_type=UTCDateTime)
    status: int | None = None
    headers: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    sha256: str | None = Field(default=None, foreign_key="blob.sha256", index=True)
    size: int | None = None
    not_before: datetime | None = Field(default=None, sa_type=UTCDateTime)
    error: str | None = None


class Capture(SQLModel, table=True):
    """One version of a document: the fetch that brought new bytes (or a reader's file)."""

    __table_args__ = (UniqueConstraint("document_id", "sha256", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: str = Field(foreign_key="document.id", index=True)
    fetch_id: int | None = Field(default=None, foreign_key="fetch.id")
    sha256: str = Field(foreign_key="blob.sha256", index=True)
    at: datetime = Field(sa_type=UTCDateTime)
    not_before: datetime | None = Field(default=None, sa_type=UTCDateTime)
    media_type: str | None = None
    name: str = ""
