"""The plain values that the judging room passes around and hands out.

Owns shapes only: no rule, no reading, no writing. Times are aware UTC datetimes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class Spell:
    """A stretch of workbooks of one kind that hold the row.

    first, last: saved times of the first and last workbook with it; gone_by: saved time of the
    first later workbook of that kind without it, None while it is still there.
    """

    first: datetime
    last: datetime
    gone_by: datetime | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "gone_by": self.gone_by.isoformat() if self.gone_by else None,
        }


@dataclass(frozen=True)
class Signed:
    """The agency's own signature on one signing's text, as read there or as a person says.

    source: moa_fields | moa_text | moa_ocr | hand; sha256, page, picture: of the agreement's PDF,
    its signature page and that page's picture; role: the kind of office that signed. printed: the
    date's letters, which stand from start to end in the page's text (0 to 0 where they do not);
    url: where the PDF was fetched, captured_at: when it came.
    """

    date: date
    source: str
    name: str | None = None
    title: str | None = None
    role: str | None = None
    sha256: str | None = None
    page: int | None = None
    picture: str | None = None
    printed: str = ""
    start: int = 0
    end: int = 0
    url: str = ""
    captured_at: datetime | None = None

    def as_json(self) -> dict[str, Any]:
        came = self.captured_at.isoformat() if self.captured_at else None
        return {**vars(self), "date": self.date.isoformat(), "captured_at": came}


@dataclass(frozen=True)
class Signing:
    """One signing of one agreement: the SIGNED it carried and the spells listed under it.

    number counts from 1. A hole with the same SIGNED stays one signing with two spells; a
    re-dating in place stays one signing, whose `ice_signed` is the latest printed date. signed:
    the agency's own signature, where it was seen and nothing speaks against it.
    """

    number: int
    ice_signed: date | None
    spells: tuple[Spell, ...]
    signed: Signed | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "ice_signed": self.ice_signed.isoformat() if self.ice_signed else None,
            "spells": [s.as_json() for s in self.spells],
            **({"signature": self.signed.as_json()} if self.signed else {}),
        }

    @property
    def first_listed(self) -> datetime:
        return self.spells[0].first

    @property
    def gone_by(self) -> datetime | None:
        return self.spells[-1].gone_by


@dataclass(frozen=True)
class Agreement:
    """One agency and model followed through all snapshots, renames folded.

    id: stable slug; state: USPS code; county: as last repaired, None where ICE never gave one;
    kind: ICE's TYPE ("County", "Municipality", "State Agency"); model: as ICE prints it in full;
    names: every printed name, oldest first; agency: the newest of them.
    """

    id: str
    agency: str
    state: str
    county: str | None
    kind: str | None
    model: str
    names: tuple[str, ...]
    spells: tuple[Spell, ...]
    pending: tuple[Spell, ...]
    ice_signed: date | None
    ice_signed_history: tuple[date, ...]
    agency_signed: date | None
    moa_url: str | None
    listed: bool
    signings: tuple[Signing, ...] = ()
    doubts: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The `ice agreements --json` shape."""
        return {
            "id": self.id,
            "agency": self.agency,
            "state": self.state,
            "county": self.county,
            "kind": self.kind,
            "model": self.model,
            "names": list(self.names),
            "spells": [s.as_json() for s in self.spells],
            "pending": [s.as_json() for s in self.pending],
            "ice_signed": self.ice_signed.isoformat() if self.ice_signed else None,
            "ice_signed_history": [d.isoformat() for d in self.ice_signed_history],
            "agency_signed": self.agency_signed.isoformat() if self.agency_signed else None,
            "moa_url": self.moa_url,
            "listed": self.listed,
            "signings": [s.as_json() for s in self.signings],
            "doubts": list(self.doubts),
        }


@dataclass(frozen=True)
class Evidence:
    """One cited passage: page_text[start:end] == quote, on that page of that capture."""

    sha256: str
    url: str
    role: str
    meeting_date: date | None
    page: int
    quote: str
    start: int
    end: int
    captured_at: datetime
    says: str = ""  # what it is cited for, in three or four words
    origin: str = "crawl"  # import: supplied by a reader
    picture: str | None = None  # of an agreement's signature page

    def as_json(self) -> dict[str, Any]:
        return {
            "sha256": self.sha256,
            "url": self.url,
            "role": self.role,
            "meeting_date": self.meeting_date.isoformat() if self.meeting_date else None,
            "page": self.page,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "captured_at": self.captured_at.isoformat(),
            "says": self.says,
            "origin": self.origin,
            **({"picture": self.picture} if self.picture else {}),
        }


@dataclass(frozen=True)
class MeetingCoverage:
    """One expected meeting of one body: why it is expected and what is held of it.

    state: read | unread | awaited | missing | cancelled | not_held. agenda, minutes: SHA-256 of
    the capture that stands for it, or None.
    """

    date: date
    why_expected: tuple[str, ...]
    state: str
    agenda: str | None = None
    minutes: str | None = None
    minutes_status: str = "unknown"
    evidence: tuple[str, ...] = ()
    why: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "date": self.date.isoformat(),
            "why_expected": list(self.why_expected),
            "state": self.state,
            "agenda": self.agenda,
            "minutes": self.minutes,
            "minutes_status": self.minutes_status,
            "evidence": list(self.evidence),
            "why": self.why,
        }


@dataclass(frozen=True)
class Gap:
    """A stretch longer than 35 days without a good look at a source."""

    start: datetime
    end: datetime
    outcome: str

    def as_json(self) -> dict[str, Any]:
        return {
            "from": self.start.isoformat(),
            "to": self.end.isoformat(),
            "outcome": self.outcome,
        }


@dataclass(frozen=True)
class Coverage:
    """Everything known about one body in one window.

    verdict: complete | complete_to_date | partial | none | not_monitored.
    signals: the kinds of signal the expected meetings rest on (a window needs two).
    """

    body: str
    start: date
    end: date
    verdict: str
    meetings: tuple[MeetingCoverage, ...]
    gaps: tuple[Gap, ...] = ()
    signals: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The `coverage --json` shape."""
        return {
            "body": self.body,
            "from": self.start.isoformat(),
            "to": self.end.isoformat(),
            "complete": self.verdict == "complete",
            "verdict": self.verdict,
            "meetings": [m.as_json() for m in self.meetings],
            "gaps": [g.as_json() for g in self.gaps],
            "signals": list(self.signals),
            "doubts": list(self.doubts),
        }


@dataclass(frozen=True)
class Event:
    """One dated mark for a card's timeline.

    kind: agenda_posted | meeting | vote | agency_signed | ice_signed | listed | delisted |
    pending. `detail` is a short label; `good` says whether a meeting's minutes were read.
    """

    kind: str
    at: date
    detail: str = ""
    good: bool = True

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "at": self.at.isoformat(),
            "detail": self.detail,
            "good": self.good,
        }


@dataclass(frozen=True)
class Finding:
    """What the record shows for one signing of one agreement (or one unlisted approval).

    key: stable for the agreement and signing; id: key plus revision; `payload` of `as_json` is the
    `findings --json` shape of the design plus what a card needs (coverage tables per body, events
    for the timeline, clocks). Nothing in it depends on the hour at which it was computed.
    """

    key: str
    agreement_id: str | None
    agency: str
    state: str
    model: str
    signing: int
    spell: dict[str, Any] | None
    bodies: tuple[str, ...]
    label: str
    entered: str
    ended: str | None
    overlays: tuple[str, ...]
    confidence: str | None
    wording: str
    window: tuple[date, date] | None
    axes: dict[str, Any]
    vote: dict[str, Any] | None
    coverage: dict[str, Any]
    evidence: tuple[Evidence, ...]
    body_names: tuple[str, ...] = ()
    tables: tuple[Coverage, ...] = ()
    events: tuple[Event, ...] = ()
    clocks: tuple[tuple[str, date], ...] = ()
    reasons: tuple[str, ...] = ()
    review: str = "lead"
    rules_version: str = "1"
    county: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The content of one finding; the store adds `id` and `supersedes`."""
        return {
            "key": self.key,
            "agreement": self.agreement_id,
            "agency": self.agency,
            "state": self.state,
            "county": self.county,
            "model": self.model,
            "signing": self.signing,
            "spell": self.spell,
            "bodies": list(self.bodies),
            "body_names": list(self.body_names),
            "label": self.label,
            "entered": self.entered,
            "ended": self.ended,
            "overlays": list(self.overlays),
            "confidence": self.confidence,
            "wording": self.wording,
            "window": [d.isoformat() for d in self.window] if self.window else None,
            "axes": self.axes,
            "vote": self.vote,
            "coverage": self.coverage,
            "evidence": [e.as_json() for e in self.evidence],
            "tables": [t.as_json() for t in self.tables],
            "events": [e.as_json() for e in self.events],
            "clocks": [{"what": what, "date": day.isoformat()} for what, day in self.clocks],
            "reasons": list(self.reasons),
            "review": self.review,
            "rules_version": self.rules_version,
            **self.extra,
        }


@dataclass(frozen=True)
class UpcomingItem:
    """One thing to act on before a meeting: an agenda item, or a pending agency's next meeting.

    expected: the days between which a pending agreement would usually be signed.
    """

    meeting_date: date
    meeting_time: str | None
    body: str
    body_name: str
    place: str | None
    what: str
    agency: str | None
    evidence: Evidence | None
    kind: str = "item"  # item | pending
    expected: tuple[date, date] | None = None


@dataclass(frozen=True)
class Change:
    """One change of ICE's list between two moments.

    kind: added | relisted | gone | pending | pending_gone | redated | renamed | edited.
    """

    kind: str
    agreement_id: str
    agency: str
    state: str
    model: str
    at: datetime
    detail: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "agreement": self.agreement_id,
            "agency": self.agency,
            "state": self.state,
            "model": self.model,
            "at": self.at.isoformat(),
            "detail": self.detail,
        }
