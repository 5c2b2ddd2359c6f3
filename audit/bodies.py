"""What is held of one body, as plain values: meetings, documents, versions, looks.

Owns shapes only: where they come from is `record`'s, what they amount to is `coverage`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

GOOD = frozenset({"ok", "empty_confirmed"})
"""Outcomes of a look that count as having looked."""

MATTER = "287g"
"""The topic of agreements under section 287(g)."""


@dataclass(frozen=True)
class ReadMotion:
    """One motion as read. quote stands at [start:end] of its page; label words as in the design.

    items: the numbers of the items it decides, ranges written out. votes: by printed name.
    """

    quote: str
    text: str
    result: str
    direction: str
    page: int
    start: int
    end: int
    ayes: int | None = None
    nays: int | None = None
    abstain: int | None = None
    method: str = "unknown"
    topics: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    mover: str | None = None
    seconder: str | None = None
    items: tuple[str, ...] = ()
    votes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ReadFlag:
    """One passage about a topic."""

    topic: str
    relevance: str
    quote: str
    page: int
    start: int
    end: int


@dataclass(frozen=True)
class ReadItem:
    """One heading of an agenda or minutes; kept where the document speaks of the matter."""

    title: str
    page: int
    start: int
    end: int


@dataclass(frozen=True)
class Passage:
    """Words on a page: its text[start:end] == quote."""

    quote: str
    page: int
    start: int
    end: int


@dataclass(frozen=True)
class ReadEnactment:
    """What the text of a resolution or an ordinance says of itself.

    matter: where it enacts an agreement on the matter; near: whether it only may be one, under
    another name. told: the passage that says when or whether it was adopted. blank: its form was
    left open. result: passed | failed | tabled | withdrawn | unknown. signature: signed | certified
    | blank | unknown. signer: who it lets sign.
    """

    kind: str
    number: str
    opens: Passage
    title: str = ""
    body: str | None = None
    direction: str = "other"
    matter: Passage | None = None
    near: bool = False
    told: Passage | None = None
    adopted: date | None = None
    blank: bool = False
    result: str = "unknown"
    ayes: int | None = None
    nays: int | None = None
    abstain: int | None = None
    method: str = "unknown"
    mover: str | None = None
    seconder: str | None = None
    signature: str = "unknown"
    signer: str | None = None

    @property
    def name(self) -> str:
        """As one speaks of it."""
        return f"{self.kind.capitalize()} {self.number}".strip()


@dataclass(frozen=True)
class Version:
    """One capture of a document and what was read in it.

    possible: passages that may mean the matter; others: motions that are not on the matter (those
    that may mean it, and all of a meeting that had the matter before it); texts: number and text
    of the pages of the minutes of such a meeting.

    enactments: the texts of resolutions and ordinances in it that are on the matter, or may be.
    unnamed: those that an agenda lists by their bare number ("resolution 2026-04").

    next_meeting: as announced; scheduled: the dates of a printed schedule; meets: stated rhythms.

    state: ok | refused | failed | waiting (not read yet). pages_unread: pages without usable text.
    """

    sha256: str
    captured_at: datetime
    state: str = "ok"
    not_before: datetime | None = None
    why: str = ""
    kind: str = "unknown"
    body_printed: str | None = None
    meeting_date: date | None = None
    meeting_kind: str = "unknown"
    status: str = "unknown"
    minutes_status: str = "unknown"
    approves: tuple[date, ...] = ()
    next_meeting: date | None = None
    scheduled: tuple[date, ...] = ()
    meets: tuple[str, ...] = ()
    pages: int = 1
    pages_unread: int = 0
    motions: tuple[ReadMotion, ...] = ()
    flags: tuple[ReadFlag, ...] = ()
    items: tuple[ReadItem, ...] = ()
    possible: tuple[ReadFlag, ...] = ()
    others: tuple[ReadMotion, ...] = ()
    texts: tuple[tuple[int, str], ...] = ()
    enactments: tuple[ReadEnactment, ...] = ()
    unnamed: tuple[str, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether every page of it was read."""
        return self.state == "ok" and self.pages > 0 and self.pages_unread == 0


@dataclass(frozen=True)
class HeldDocument:
    """One published slot; versions oldest first, none where it was listed and never fetched."""

    id: str
    role: str
    url: str
    meeting_date: date | None = None
    versions: tuple[Version, ...] = ()
    origin: str = "crawl"
    meeting_id: str | None = None
    problem: str | None = None


@dataclass(frozen=True)
class ListedMeeting:
    """One meeting as a source lists it. time: HH:MM as printed, or None."""

    id: str
    date: date
    time: str | None = None
    kind: str = "unknown"
    title: str = ""
    status: str = "unknown"
    location: str | None = None
    source_id: str | None = None


@dataclass(frozen=True)
class HeldSource:
    """A place where the body publishes. state: unverified | verified | manual."""

    id: str
    state: str = "unverified"
    platform: str = "links"


@dataclass(frozen=True)
class Look:
    """One look at a source and how it ended."""

    at: datetime
    outcome: str
    source_id: str = ""


@dataclass(frozen=True)
class BodyRecord:
    """Everything held of one body. Times are aware UTC; `timezone` is the body's own zone."""

    id: str
    name: str
    kind: str = "other"
    place: str | None = None
    place_kind: str | None = None
    county: str | None = None
    state: str = ""
    geoid: str | None = None
    timezone: str = "America/New_York"
    cadence: str | None = None
    schedule: tuple[date, ...] = ()
    answers_for: tuple[str, ...] = ()
    sources: tuple[HeldSource, ...] = ()
    meetings: tuple[ListedMeeting, ...] = ()
    documents: tuple[HeldDocument, ...] = ()
    looks: tuple[Look, ...] = ()

    @property
    def monitored(self) -> bool:
        """Whether there is a source, or any document handed over."""
        return bool(self.sources or self.documents)
