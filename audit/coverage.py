"""Of the meetings a body is expected to have held in a window, what is held and read of each.

Owns the states and the verdict. Pure: the record and the moment come in, a `Coverage` goes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from audit import chain
from audit.bodies import BodyRecord, HeldDocument
from audit.expected import AGENDA_NAMED, KINDS, NAMED, PREDICTING, Day, Slot, alike, expected
from audit.papers import MINUTES, Paper, foreign, papers
from audit.phrases import temperate
from audit.schedules import ANNOUNCED
from audit.values import Coverage, MeetingCoverage

AWAITED = timedelta(days=75)
"""How long minutes may still come (DESIGN, "Coverage")."""

BEYOND = timedelta(days=100)
"""So far past the window meetings are known whose awaited minutes will reach back into it."""


@dataclass(frozen=True)
class _Shelf:
    """What `coverage` looks up for each meeting."""

    record: BodyRecord
    held: tuple[Paper, ...]
    links: tuple[chain.Link, ...]
    matched: dict[date, date]
    today: date


def local_day(record: BodyRecord, now: datetime) -> date:
    """The date at the body's place at a moment."""
    return now.astimezone(ZoneInfo(record.timezone)).date()


def coverage(record: BodyRecord, start: date, end: date, now: datetime) -> Coverage:
    """Coverage of one body from start to end, both included, as known at ``now``."""
    held = papers(record)
    wanted = expected(record, held, start, end + BEYOND)
    today = local_day(record, now)
    shelf = _Shelf(record, held, chain.links(held), wanted.matched, today)
    known = tuple(m for day, one in wanted.days.items() for m in _meetings(day, one, shelf))
    meetings = tuple(meeting for meeting in known if meeting.date <= end)
    awaited = {meeting.date for meeting in known if meeting.state == "awaited"}
    seen = chain.Seen(record.looks, held, awaited, ZoneInfo(record.timezone), today)
    gaps = chain.gaps(seen, start, end) if record.monitored else ()
    signals = _signals(one for day, one in wanted.days.items() if day <= end)
    doubts: tuple[str, ...] = (*wanted.doubts, *foreign(record), *_doubts(held, start, end))
    verdict = "not_monitored"
    if record.monitored:
        doubts += tuple(_one_kind(signals))
        verdict = _verdict(meetings, bool(gaps) or len(signals) < 2, end < today)
    return Coverage(record.id, start, end, verdict, meetings, gaps, signals, doubts)


def _verdict(meetings: Sequence[MeetingCoverage], broken: bool, closed: bool) -> str:
    states = {meeting.state for meeting in meetings}
    if "read" not in states:
        return "none"
    if broken or states & {"missing", "unread"}:
        return "partial"
    return "complete" if closed and "awaited" not in states else "complete_to_date"


def _signals(days: Iterable[Day]) -> tuple[str, ...]:
    return tuple(sorted({KINDS[why] for day in days for why in day.why if why in KINDS}))


def _one_kind(signals: Sequence[str]) -> Iterator[str]:
    if len(signals) < 2:
        yield (
            "the expected meetings rest on "
            + (f"one kind of signal only ({signals[0]})" if signals else "no signal at all")
            + ": two are needed"
        )


def _doubts(held: Sequence[Paper], start: date, end: date) -> Iterator[str]:
    seen = set()
    for paper in held:
        inside = any(d and start <= d <= end for d in (paper.day, *paper.others))
        if paper.doubt and inside and paper.doubt not in seen:
            seen.add(paper.doubt)
            yield paper.doubt


def _meetings(day: date, one: Day, shelf: _Shelf) -> Iterator[MeetingCoverage]:
    """One row for each meeting of that day."""
    minutes = [p for p in shelf.held if p.role == MINUTES and p.day == day]
    agendas = [p for p in shelf.held if p.role == "agenda" and p.document.meeting_date == day]
    agenda = agendas[-1].version.sha256 if agendas else None
    for slot, own in zip(one.slots, _share(one.slots, minutes), strict=True):
        state, why = _state(day, one, slot, own, shelf)
        best = _best(own)
        yield MeetingCoverage(
            date=day,
            why_expected=tuple(_why(one)),
            state=state,
            agenda=agenda,
            minutes=best.version.sha256 if best else None,
            minutes_status=_status(own),
            evidence=tuple(sorted({sha256 for told in one.why.values() for sha256 in told})),
            why=why,
        )


def _why(one: Day) -> Iterator[str]:
    for signal in sorted(one.why):
        named = ", ".join(d.isoformat() for d in sorted(one.named_by))
        yield f"named in the minutes of {named}" if signal == NAMED else signal


def _share(slots: Sequence[Slot], minutes: Sequence[Paper]) -> list[list[Paper]]:
    """Which minutes stand for which of a day's meetings: by row, else by kind, else by turn."""
    if len(slots) == 1:
        return [list(minutes)]
    shares: list[list[Paper]] = [[] for _ in slots]
    loose = []
    for paper in minutes:
        place = next(
            (n for n, s in enumerate(slots) if paper.document.meeting_id in s.rows),
            next((n for n, s in enumerate(slots) if s.kind == paper.version.meeting_kind
                  and s.kind != "unknown"), None),
        )  # fmt: skip
        if place is None:
            loose.append(paper)
        else:
            shares[place].append(paper)
    for paper in loose:
        empty = next((share for share in shares if not share), None)
        (shares[0] if empty is None else empty).append(paper)
    return shares


def _state(
    day: date, one: Day, slot: Slot, minutes: Sequence[Paper], shelf: _Shelf
) -> tuple[str, str]:
    """A meeting's state and, where it is not read, the reason."""
    if any(paper.version.readable for paper in minutes):
        return "read", ""
    if minutes:
        return "unread", _unread(minutes[-1])
    unfetched = [d for d in _listed_minutes(shelf.record, day) if not d.versions]
    off = slot.cancelled or _called_off(day, slot, shelf)
    if off and NAMED not in one.why and not unfetched:
        return "cancelled", off
    if one.predicted_only and (excuse := _not_held(day, one, shelf)):
        return "not_held", excuse
    if unfetched:
        problem = temperate(unfetched[0].problem or "") or "not yet"
        return "unread", f"minutes are listed, not fetched: {problem}"
    if day >= shelf.today:
        return "awaited", "still to come"
    if shelf.today - day <= AWAITED:
        return "awaited", "minutes may still come"
    return "missing", _missing(one)


def _unread(paper: Paper) -> str:
    version = paper.version
    if version.state == "waiting":
        return "held, not read yet"
    if version.state != "ok":
        return ": ".join(filter(None, ["held, could not be read", temperate(version.why)]))
    return f"{version.pages_unread} of {version.pages} pages have no readable text"


def _listed_minutes(record: BodyRecord, day: date) -> Iterator[HeldDocument]:
    return (d for d in record.documents if d.role == MINUTES and d.meeting_date == day)


def _called_off(day: date, slot: Slot, shelf: _Shelf) -> str:
    for paper in shelf.held:
        version = paper.version
        of_that_day = day in (version.meeting_date, paper.day)
        if version.status == "cancelled" and of_that_day and alike(slot.kind, version.meeting_kind):
            return f"a notice on record calls it off ({version.sha256[:12]})"
    return ""


def _not_held(day: date, one: Day, shelf: _Shelf) -> str:
    """Why a date that was only foreseen saw no meeting, or "".

    One that was announced by name may have been a special meeting whose minutes the next ones do
    not name: there another meeting must stand for it, and the chain span it.
    """
    real = shelf.matched.get(day)
    stand_in = f"the meeting of {real} stands for it" if real else ""
    spans = (
        f"the minutes of {link.later} name those of {link.earlier} as the ones before"
        for link in shelf.links
        if link.spans(day)
    )
    spanned = next(spans, "")
    if ANNOUNCED in one.why:
        return f"{stand_in}; {spanned}" if stand_in and spanned else ""
    return stand_in or spanned


def _missing(one: Day) -> str:
    if NAMED in one.why and set(one.why) <= {NAMED, AGENDA_NAMED, *PREDICTING}:
        return "no source lists it; later minutes name it"
    return "no minutes found"


def _best(minutes: Sequence[Paper]) -> Paper | None:
    """The version that stands for a meeting: readable, then approved, then newest."""
    return max(
        minutes,
        key=lambda p: (p.version.readable, p.version.minutes_status == "approved",
                       p.version.captured_at, p.version.sha256),
        default=None,
    )  # fmt: skip


def _status(minutes: Sequence[Paper]) -> str:
    found = {paper.version.minutes_status for paper in minutes}
    return next(
        (status for status in ("approved", "unknown", "draft") if status in found), "unknown"
    )
