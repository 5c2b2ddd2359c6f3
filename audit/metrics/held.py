"""What is held of one body in one quarter, in the detail that the audit's questions need.

Owns shapes, and small look-ups over them. Loading is `compliance`'s, judging the questions'.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from audit.bodies import BodyRecord
from audit.law.clock import Start
from audit.law.rules import Rule, StateLaw
from audit.metrics.values import Proof, Quarter


@dataclass(frozen=True)
class Line:
    """One heading of an agenda or minutes. section: the part of the meeting it opens, or None."""

    title: str
    section: str | None
    page: int
    start: int
    end: int
    number: str | None = None
    paper: str | None = None
    parent: str | None = None
    consent: bool = False
    pulled: bool = False


@dataclass(frozen=True)
class Vote:
    """One motion as read, whatever it is about."""

    text: str
    quote: str
    result: str
    page: int
    start: int
    end: int
    direction: str = "other"
    mover: str | None = None
    seconder: str | None = None
    method: str = "unknown"
    ayes: int | None = None
    nays: int | None = None
    abstain: int | None = None
    absent: int | None = None
    votes: Mapping[str, str] = field(default_factory=dict)
    items: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    form: str = "main"

    @property
    def place(self) -> tuple[int, int]:
        return self.page, self.start


@dataclass(frozen=True)
class Text:
    """One captured version with all that was read in it. pages: number, method and text."""

    sha256: str
    captured_at: datetime
    not_before: datetime | None = None
    url: str = ""
    state: str = "ok"
    why: str = ""
    kind: str = "unknown"
    meeting_date: date | None = None
    called_to_order: str | None = None
    minutes_status: str = "unknown"
    pages: tuple[tuple[int, str, str], ...] = ()
    pages_unread: int = 0
    lines: tuple[Line, ...] = ()
    votes: tuple[Vote, ...] = ()
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    attachments: tuple[tuple[str, int], ...] = ()

    @property
    def readable(self) -> bool:
        """Whether every page of it was read."""
        return self.state == "ok" and bool(self.pages) and self.pages_unread == 0

    def proof(self, says: str, page: int | None = None, start: int = 0, end: int = 0) -> Proof:
        """This capture as a proof, of a passage where a page is given."""
        if page is None:
            return Proof("capture", self.sha256, self.captured_at, says, url=self.url)
        words = next((text for number, _, text in self.pages if number == page), "")
        quote = words[start:end]
        return Proof(
            "capture", self.sha256, self.captured_at, says, page, start, end, quote, self.url
        )


@dataclass(frozen=True)
class Published:
    """One document slot as its source listed it. versions: oldest first.

    checks: every later request for it, with the hash its bytes had then.
    """

    id: str
    role: str
    url: str
    label: str = ""
    source_id: str | None = None
    origin: str = "crawl"
    meeting_date: date | None = None
    meeting_id: str | None = None
    first_listed: datetime | None = None
    last_listed: datetime | None = None
    listed: bool = True
    amended: bool = False
    versions: tuple[Text, ...] = ()
    checks: tuple[tuple[datetime, str], ...] = ()

    @property
    def case(self) -> str:
        """What a question about it is about: "agenda of 2026-08-11 (1a2b3c4d)"."""
        of = f" of {self.meeting_date}" if self.meeting_date else ""
        return f"{self.role.replace('_', ' ')}{of} ({self.id[:8]})"

    @property
    def seen(self) -> datetime | None:
        """When a source was first seen to list it; None for a file handed over."""
        return self.first_listed if self.origin != "import" else None

    def listing(self, says: str) -> Proof:
        """Its row in the source's list as a proof."""
        return Proof("listing", self.id, self.first_listed, says, url=self.url)


@dataclass(frozen=True)
class Glance:
    """One look at a source. good: it ended well and the list was loaded whole."""

    id: int
    at: datetime
    source_id: str
    good: bool
    outcome: str

    def proof(self, says: str) -> Proof:
        return Proof("look", str(self.id), self.at, says)


@dataclass(frozen=True)
class Request:
    """A records request for the papers of one meeting, as people logged it; answered: None while
    it waits."""

    meeting: date
    sent: date
    answered: date | None = None
    entry: str = ""

    def proof(self) -> Proof:
        return Proof("log", self.entry, None, "entry of the log of records requests")


@dataclass(frozen=True)
class Sitting:
    """One expected meeting with what is held of it.

    state, why: as in the coverage table. minutes: the version that stands for it. alone: whether it
    is the body's only meeting that day; foretold: whether only a cadence speaks for it.
    """

    day: date
    start: Start
    state: str
    why: str = ""
    kind: str = "unknown"
    location: str = ""
    minutes: Text | None = None
    alone: bool = True
    foretold: bool = False
    first_seen: datetime | None = None
    meeting_id: str | None = None
    documents: tuple[Published, ...] = ()

    @property
    def met(self) -> bool:
        """Whether it counts as a meeting that took place, or may have."""
        return self.state not in ("cancelled", "not_held")

    def of(self, *roles: str) -> tuple[Published, ...]:
        """Its documents of some roles, those a source listed only."""
        return tuple(d for d in self.documents if d.role in roles and d.origin != "import")


@dataclass(frozen=True)
class Held:
    """Everything the audit asks of one body. sittings: those of the quarter; later: the dates of
    expected meetings after them; documents: all slots of the body; ahead: meetings of the year that
    the site listed weeks before their day; requests: those logged for meetings of the quarter."""

    record: BodyRecord
    quarter: Quarter
    as_of: datetime
    law: StateLaw | None
    sittings: tuple[Sitting, ...] = ()
    later: tuple[date, ...] = ()
    documents: tuple[Published, ...] = ()
    glances: tuple[Glance, ...] = ()
    ahead: tuple[Proof, ...] = ()
    requests: tuple[Request, ...] = ()

    @property
    def monitored(self) -> bool:
        """Whether it has a source, or any document handed over."""
        return bool(self.record.sources or self.documents)

    def rule(self, topic: str, sitting: Sitting) -> Rule | None:
        """The rule of the body's state on a topic for one meeting; None where there is none."""
        if self.law is None:
            return None
        return self.law.rule(
            topic, sitting.day, body_kind=self.record.kind, meeting_kind=sitting.kind
        )

    def good(self) -> Iterator[Glance]:
        """Its good looks, in order of time."""
        return (glance for glance in self.glances if glance.good)
