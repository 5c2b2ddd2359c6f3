"""What the pipeline read in a capture's bytes: pages, items, flags, motions, attendance.

A reading belongs to bytes and the versions of what read them, not to an address: the same PDF on
two sites is read once.
"""

from datetime import date, datetime

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from store.tables.base import PackedJSON, UTCDateTime

# Of the country's motions a few in a thousand are on any topic: the index holds only these. A
# query uses it where it says the same (`queries.record`).
_ON_A_TOPIC = text("CAST(topics AS TEXT) <> '[]'")


class Reading(SQLModel, table=True):
    """One pass of the pipeline over one blob. state: ok | refused | failed.

    versions: the version of every stage that could touch it; pipeline: their fingerprint. format:
    the kind its bytes showed, with what was odd about it. Readings of older versions stay; the
    newest complete one of a blob stands for it.
    """

    __table_args__ = (
        UniqueConstraint("sha256", "pipeline"),
        Index("ix_reading_pipeline", "pipeline", "kind"),
    )

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(foreign_key="blob.sha256", index=True)
    pipeline: str
    versions: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    at: datetime = Field(sa_type=UTCDateTime)
    state: str
    why: str = ""
    attempts: int = 1
    kind: str = "unknown"
    body_printed: str | None = None
    meeting_date: date | None = None
    meeting_kind: str = "unknown"
    status: str = "unknown"
    minutes_status: str = "unknown"
    approves_minutes_of: list[str] = Field(default_factory=list, sa_type=JSON)
    attendance: dict[str, object] = Field(default_factory=dict, sa_type=JSON)
    doubts: list[str] = Field(default_factory=list, sa_type=JSON)
    pages: int = 0
    pages_unread: int = 0
    format: str = ""
    format_doubts: list[str] = Field(default_factory=list, sa_type=JSON)
    called_to_order: str | None = None
    adjourned: str | None = None
    next_meeting: str | None = None
    facts: list[dict[str, object]] = Field(default_factory=list, sa_type=JSON)
    attachments: list[dict[str, object]] = Field(default_factory=list, sa_type=JSON)


class Page(SQLModel, table=True):
    """Text of one page of one reading; spans of all other tables point into `text`.

    why: of a page that was not read, the reason. engine: what made the text, with its version.
    words: where the words stand that OCR read, in the unit of nlp.pages.boxes.
    """

    __table_args__ = (UniqueConstraint("reading_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    reading_id: int = Field(foreign_key="reading.id", index=True)
    number: int
    method: str
    confidence: float
    chars: int
    text: str
    why: str = ""
    engine: str = ""
    width: float = 0.0
    height: float = 0.0
    words: list[list[int]] = Field(default_factory=list, sa_type=PackedJSON, nullable=True)


class Item(SQLModel, table=True):
    """A piece of an agenda or minutes about one matter."""

    id: int | None = Field(default=None, primary_key=True)
    reading_id: int = Field(foreign_key="reading.id", index=True)
    page: int
    start: int
    end: int
    number: str | None = None
    title: str
    section: str | None = None
    kind: str = "item"
    paper: str | None = None
    parent: str | None = None
    consent: bool = False
    pulled: bool = False
    rule: str = ""


class Flag(SQLModel, table=True):
    """A passage about a topic, with rule, relevance and exact span."""

    __table_args__ = (Index("ix_flag_topic_reading", "topic", "reading_id"),)

    id: int | None = Field(default=None, primary_key=True)
    reading_id: int = Field(foreign_key="reading.id", index=True)
    topic: str
    relevance: str
    quote: str
    page: int
    start: int
    end: int
    rule: str
    section: str | None = None
    doubts: list[str] = Field(default_factory=list, sa_type=JSON)


class Motion(SQLModel, table=True):
    """What was moved, by whom, how it ended; counts are None where the text gives none."""

    __table_args__ = (
        Index(
            "ix_motion_topics", "reading_id", sqlite_where=_ON_A_TOPIC, postgresql_where=_ON_A_TOPIC
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    reading_id: int = Field(foreign_key="reading.id", index=True)
    quote: str
    text: str
    mover: str | None = None
    seconder: str | None = None
    result: str
    direction: str
    ayes: int | None = None
    nays: int | None = None
    abstain: int | None = None
    absent: int | None = None
    method: str
    votes: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    items: list[str] = Field(default_factory=list, sa_type=JSON)
    topics: list[str] = Field(default_factory=list, sa_type=JSON)
    doubts: list[str] = Field(default_factory=list, sa_type=JSON)
    page: int
    start: int
    end: int
    form: str = "main"
    rule: str = ""
    places: dict[str, list[int]] = Field(default_factory=dict, sa_type=JSON)
