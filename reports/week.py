"""The values a weekly report is made of: one frozen `Week` and its parts.

Owns shapes only. Gathering them is `gather`'s, wording the page is the templates'.
Every time is aware UTC; every text that comes from outside is already cleaned (`texts.clean`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

AGREEMENT = "agreement"
"""The role of evidence that is a signature page."""


@dataclass(frozen=True)
class Copy:
    """A named copy of one capture in the edition's folder; `problem` says why there is none."""

    sha256: str
    file: str | None = None
    problem: str = ""

    @property
    def short(self) -> str:
        return f"{self.sha256[:4]}…{self.sha256[-4:]}"

    @property
    def paged(self) -> bool:
        """Whether a viewer can be sent to one page of it."""
        return bool(self.file) and str(self.file).endswith(".pdf")


@dataclass(frozen=True)
class Quote:
    """One cited passage with its surroundings on the page.

    before + passage + after stands letter for letter on the page; `found` is False where the
    stored page no longer holds the passage at its span. picture: of an agreement's signature page,
    which stands for the agreement: the PDF itself lists people's telephone numbers. handed: whether
    the copy was supplied by a reader.
    """

    passage: str
    role: str
    page: int
    copy: Copy
    captured_at: datetime
    url: str | None = None
    meeting_date: date | None = None
    says: str = ""
    before: str = ""
    after: str = ""
    cut_before: bool = False
    cut_after: bool = False
    found: bool = True
    start: int = 0
    end: int = 0
    picture: Copy | None = None
    handed: bool = False


@dataclass(frozen=True)
class MeetingRow:
    """One expected meeting in a coverage table."""

    date: date
    why: tuple[str, ...]
    state: str
    minutes_status: str = "unknown"
    note: str = ""
    agenda: Copy | None = None
    minutes: Copy | None = None


@dataclass(frozen=True)
class CoverageTable:
    """What is held of one body in one window; gaps are (from, to, what the looks ended in)."""

    body: str
    start: date
    end: date
    verdict: str
    meetings: tuple[MeetingRow, ...]
    gaps: tuple[tuple[date, date, str], ...] = ()
    doubts: tuple[str, ...] = ()

    def count(self, *states: str) -> int:
        return sum(m.state in states for m in self.meetings)

    @property
    def expected(self) -> int:
        """Meetings that took place as far as we know: neither called off nor only predicted."""
        return len(self.meetings) - self.count("cancelled", "not_held")


@dataclass(frozen=True)
class Mark:
    """One dated mark of a timeline; `good` is for a meeting whose minutes were read."""

    kind: str
    at: date
    detail: str = ""
    good: bool = True


@dataclass(frozen=True)
class Clock:
    """A date to ask counsel about, and what it counts from."""

    what: str
    date: date


@dataclass(frozen=True)
class Vote:
    """The recorded vote a finding rests on; `body` is the name of the body that voted."""

    date: date | None
    result: str
    direction: str
    ayes: int | None = None
    nays: int | None = None
    abstain: int | None = None
    method: str = "unknown"
    status: str = "unknown"
    body: str = ""

    @property
    def tally(self) -> str:
        if self.ayes is not None and self.nays is not None:
            away = f", {self.abstain} abstaining" if self.abstain else ""
            return f"{self.ayes}–{self.nays}{away}"
        return "unanimous" if self.method == "unanimous" else "no count recorded"


@dataclass(frozen=True)
class Card:
    """One finding as the report tells it. `news`: new | changed | "" for an unchanged one."""

    id: str
    key: str
    agency: str
    place: str
    model: str
    signing: int
    label: str
    overlays: tuple[str, ...]
    confidence: str | None
    review: str
    wording: str
    bodies: tuple[str, ...] = ()
    expectation: str = "unknown"
    vote: Vote | None = None
    window: tuple[date, date] | None = None
    quotes: tuple[Quote, ...] = ()
    tables: tuple[CoverageTable, ...] = ()
    marks: tuple[Mark, ...] = ()
    spells: tuple[tuple[date, date | None], ...] = ()
    clocks: tuple[Clock, ...] = ()
    reasons: tuple[str, ...] = ()
    state: str = ""
    news: str = ""
    was: str | None = None

    @property
    def passages(self) -> tuple[Quote, ...]:
        """What is cited from a body's documents."""
        return tuple(one for one in self.quotes if one.role != AGREEMENT)

    @property
    def agreements(self) -> tuple[Quote, ...]:
        """Signature pages of the agreement itself."""
        return tuple(one for one in self.quotes if one.role == AGREEMENT)

    @property
    def anchor(self) -> str:
        return "f-" + "".join(c if c.isascii() and c.isalnum() else "-" for c in self.key.lower())


@dataclass(frozen=True)
class SourceLook:
    """How one source stands: read | not_read | stale | never | manual."""

    body_id: str
    body: str
    standing: str
    why: str
    url: str | None
    last_good: datetime | None


@dataclass(frozen=True)
class ListUsed:
    """The ICE workbook the findings rest on."""

    saved: datetime
    rows: int
    copy: Copy
    age_days: int


@dataclass(frozen=True)
class Documents:
    """What came in during the week and could not be read."""

    new: int = 0
    replaced: int = 0
    read: int = 0
    ocr: int = 0
    waiting: int = 0
    unread: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Seen:
    """The first thing a reader must know: what this report can speak about."""

    looks: tuple[SourceLook, ...] = ()
    without_source: tuple[str, ...] = ()
    unmonitored: tuple[str, ...] = ()
    documents: Documents = Documents()
    listed: ListUsed | None = None
    meetings_missing: int = 0

    def bodies(self, *standings: str) -> tuple[str, ...]:
        """Names of bodies whose best source stands like one of these."""
        best: dict[str, SourceLook] = {}
        for look in self.looks:
            held = best.get(look.body_id)
            if held is None or _RANK[look.standing] < _RANK[held.standing]:
                best[look.body_id] = look
        return tuple(sorted(b.body for b in best.values() if b.standing in standings))

    @property
    def watched(self) -> int:
        return len({look.body_id for look in self.looks}) + len(self.without_source)

    @property
    def not_read(self) -> tuple[SourceLook, ...]:
        return tuple(look for look in self.looks if look.standing != "read")


_RANK = {"read": 0, "stale": 1, "not_read": 2, "never": 3, "manual": 4}


@dataclass(frozen=True)
class Ahead:
    """Something to act on before a meeting: an agenda's item, or an agency newly pending.

    workbook: ICE's pending list that names the agency.
    """

    date: date
    time: str | None
    body: str
    place: str | None
    what: str
    kind: str
    agency: str | None = None
    quote: Quote | None = None
    workbook: Copy | None = None


@dataclass(frozen=True)
class ListChange:
    """One change of ICE's list, with what the record says of the agency."""

    kind: str
    agency: str
    place: str
    model: str
    at: date
    detail: str = ""
    anchor: str | None = None
    says: str = ""
    workbook: Copy | None = None


@dataclass(frozen=True)
class Changed:
    """A finding whose answer is another than a week ago, and why."""

    card: Card
    before: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class Letter:
    """Missing minutes of one body, and a records request that asks for them."""

    body: str
    dates: tuple[date, ...]
    why: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Correction:
    """A finding that was corrected or withdrawn this week.

    what: the step people took, or what a withdrawn finding had said.
    """

    agency: str
    what: str
    at: date
    why: str


@dataclass(frozen=True)
class Week:
    """Everything one weekly report says."""

    as_of: datetime
    since: datetime
    timezone: str
    place: str
    public: bool = False
    seen: Seen = Seen()
    ahead: tuple[Ahead, ...] = ()
    clocks: tuple[tuple[Card, Clock], ...] = ()
    changes: tuple[ListChange, ...] = ()
    edits: int = 0
    votes: tuple[Card, ...] = ()
    changed: tuple[Changed, ...] = ()
    first: bool = False
    cards: tuple[Card, ...] = ()
    letters: tuple[Letter, ...] = ()
    withdrawn: tuple[Correction, ...] = ()
    corrections: tuple[Correction, ...] = ()
    follows: tuple[str, str] | None = None
    rules: str = ""
