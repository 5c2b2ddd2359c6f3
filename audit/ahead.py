"""What can still be acted on: flagged agenda items of the next days, and pending agencies.

Owns what counts as ahead, by each body's own date. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from audit.bodies import BodyRecord, HeldDocument
from audit.cadence import CadenceUnreadable, parse
from audit.expected import CADENCE, GIVEN, LIST, SCHEDULE, expected
from audit.judge import Answers, answering
from audit.papers import PAGE, papers
from audit.phrases import long_date
from audit.record import load
from audit.schedules import ANNOUNCED, EARLIER, PRINTED, STATED
from audit.values import Evidence, UpcomingItem
from store.queries import ahead as rows
from store.queries import record as rows_of

TOPICS = ("287g", "immigration_enforcement", "ice_other")
_AGENDAS = frozenset({"agenda", "packet", "notice"})
_LONGEST_TITLE = 160
_HORIZON = timedelta(days=62)
_STALE = timedelta(days=60)
"""A pending list older than this says nothing of what comes: ICE stopped publishing it."""

_EARLY, _LATE = timedelta(days=1), timedelta(days=14)
"""Quartiles of the days from first seen pending to SIGNED, in ICE's workbooks of 2025 and 2026; the
median is 6. Half of the agreements fall between them: a range, never a date."""

_OFF = frozenset({"cancelled", "rescheduled"})
_SIGNALS = {
    LIST: "the body's list of meetings",
    GIVEN: "a document that a reader handed over",
    SCHEDULE: "its adopted schedule",
    PRINTED: "a schedule that it printed",
    ANNOUNCED: "its own announcement of the next meeting",
    CADENCE: "its stated rhythm",
    STATED: "a rhythm that its documents state",
}
"""What says that a body meets on a day, the surest first."""


@dataclass(frozen=True)
class Coming:
    """A meeting to come: its day, time and place as far as they are known, and how it is known."""

    day: date
    time: str | None = None
    place: str | None = None
    how: tuple[str, ...] = ()


def upcoming(session: Session, *, now: datetime, days: int = 10) -> tuple[UpcomingItem, ...]:
    """Flagged items of meetings from now to so many days ahead, then pending agencies whose body
    has a next meeting; each part by date and time."""
    items = sorted(_items(session, now, days), key=_order)
    pending = sorted(_pending(session, now), key=_order)
    return (*items, *pending)


def _order(item: UpcomingItem) -> tuple[date, str, str, str]:
    return (item.meeting_date, item.meeting_time or "", item.body_name, item.what)


def _items(session: Session, now: datetime, days: int) -> Iterator[UpcomingItem]:
    first = now.date() - timedelta(days=1)
    found = rows.flagged(session, first, first + timedelta(days=days + 2), TOPICS, now)
    passages = [row for row in _newest(found) if row.topic and _counts(row, now, days)]
    titles = _titles(session, passages)
    seen = set()
    for row, title in zip(passages, titles, strict=True):
        key = (row.body, row.meeting_date, title)
        if key not in seen:
            seen.add(key)
            yield _item(row, title)


def _newest(found: Iterable[Any]) -> Iterator[Any]:
    """The rows of each document's newest capture in its newest reading."""
    chosen: dict[str, tuple[int, int]] = {}
    for row in found:
        mark = chosen.setdefault(row.document, (row.capture, row.reading))
        if mark == (row.capture, row.reading):
            yield row


def _counts(row: Any, now: datetime, days: int) -> bool:
    """Whether the passage is on an agenda of a meeting that is still to come, by local time."""
    local = now.astimezone(ZoneInfo(row.timezone))
    today, clock = local.date(), local.strftime("%H:%M")
    if row.relevance == "none" or "cancelled" in (row.status, row.read_status):
        return False
    if row.role == PAGE or (row.role not in _AGENDAS and row.kind not in _AGENDAS):
        return False
    if row.meeting_date == today and row.time and row.time <= clock:
        return False
    day: date = row.meeting_date
    return today <= day <= today + timedelta(days=days)


def _titles(session: Session, passages: Sequence[Any]) -> list[str]:
    """The heading each passage stands under; where there is none, its own words."""
    headings = rows.headings(session, sorted({row.reading for row in passages}))
    found = []
    for row in passages:
        above = [
            one.title
            for one in headings
            if one.reading_id == row.reading and (one.page, one.start) <= (row.page, row.start)
        ]
        found.append(" ".join((above[-1] if above else row.quote).split())[:_LONGEST_TITLE])
    return found


def _item(row: Any, title: str) -> UpcomingItem:
    return UpcomingItem(
        meeting_date=row.meeting_date,
        meeting_time=row.time,
        body=row.body,
        body_name=row.body_name,
        place=row.location,
        what=title,
        agency=None,
        evidence=Evidence(
            sha256=row.sha256,
            url=row.url,
            role=row.role,
            meeting_date=row.meeting_date,
            page=row.page,
            quote=row.quote,
            start=row.start,
            end=row.end,
            captured_at=row.at,
            says="on the agenda",
        ),
    )


def _pending(session: Session, now: datetime) -> Iterator[UpcomingItem]:
    """Agencies on the newest pending list and on no participating one, with the next meeting."""
    registry = {row.id: row for row in rows_of.registry(session)}
    states = sorted({row.state for row in registry.values() if row.state})
    waiting = [one for one in answering(session, states) if _waits(one, now)]
    bodies = sorted({body for one in waiting for body in one.bodies})
    seen = {row.id for row in rows.meetings(session, bodies, now.date() - timedelta(days=1), now)}
    held = load(session, bodies)
    for one in waiting:
        for body in one.bodies:
            coming = next_meeting(held[body], seen, now) if body in held else None
            if coming is not None:
                yield _waiting(one, held[body], coming)


def _waits(one: Answers, now: datetime) -> bool:
    spells = one.agreement.pending
    if one.agreement.listed or not spells or spells[-1].gone_by is not None:
        return False
    return now - _STALE <= spells[-1].last <= now


def next_meeting(record: BodyRecord, seen: Collection[str], now: datetime) -> Coming | None:
    """The next meeting by any signal, and by which: list, schedule, rhythm, posted agenda.

    seen: ids of the listed meetings that were seen by now. A date that is only foreseen gives way
    to a listed meeting near it, and one that is called off to the next.
    """
    today = now.astimezone(ZoneInfo(record.timezone)).date()
    known = replace(
        record,
        meetings=tuple(m for m in record.meetings if m.id in seen),
        documents=tuple(_until(d, now) for d in record.documents),
    )
    coming = expected(known, papers(known), today, today + _HORIZON)
    for day, told in coming.days.items():
        slots = [slot for slot in told.slots if not slot.cancelled]
        if day in coming.matched or not slots or set(told.why) == {EARLIER}:
            continue
        return Coming(day, *_where(known, day, slots[0].time), tuple(_how(known, day, told.why)))
    return None


def _until(document: HeldDocument, now: datetime) -> HeldDocument:
    """The document as it was held at a moment."""
    held = tuple(v for v in document.versions if v.captured_at <= now)
    meeting = document.meeting_date if held or not document.versions else None
    return replace(document, versions=held, meeting_date=meeting)


def _where(record: BodyRecord, day: date, time: str | None) -> tuple[str | None, str | None]:
    """Time and place as listed; the time as the body's rhythm has it where none is."""
    listed = [m for m in record.meetings if m.date == day and m.status not in _OFF]
    place = next((m.location for m in listed if m.location), None)
    if time or listed or not record.cadence:
        return time, place
    try:
        cadence = parse(record.cadence)
    except CadenceUnreadable:
        return None, place
    return cadence.at.strftime("%H:%M") if cadence.at else None, place


def _how(record: BodyRecord, day: date, why: Collection[str]) -> Iterator[str]:
    """By what we know of the meeting, the surest first."""
    posted = any(
        d.role in _AGENDAS and d.meeting_date == day and d.versions for d in record.documents
    )
    if posted:
        yield "an agenda that is posted"
    for signal, words in _SIGNALS.items():
        if signal in why and not (posted and signal == LIST):
            yield words


def _waiting(one: Answers, record: BodyRecord, coming: Coming) -> UpcomingItem:
    agreement = one.agreement
    saved = agreement.pending[-1].last.date()
    days = expected_signature(agreement.pending[-1].first.date())
    return UpcomingItem(
        meeting_date=coming.day,
        meeting_time=coming.time,
        body=record.id,
        body_name=record.name,
        place=coming.place,
        what=(
            f"{agreement.agency} stands on ICE's pending list saved {saved} ({agreement.model}); "
            f"{foreseen(days, coming.day)}. The date of the meeting is known from "
            f"{' and '.join(coming.how)}"
        ),
        agency=agreement.agency,
        evidence=None,
        kind="pending",
        expected=days,
    )


def expected_signature(first: date) -> tuple[date, date]:
    """The days between which half of the agencies first seen pending on a day would be signed."""
    return first + _EARLY, first + _LATE


def foreseen(expected: tuple[date, date], meeting: date) -> str:
    """Whether the body meets before the signature is to be expected, as a range of days."""
    first, last = expected
    span = f"{long_date(first)} to {long_date(last)}"
    if meeting < first:
        order = "this meeting comes before those days"
    elif meeting <= last:
        order = "this meeting falls in those days"
    else:
        order = (
            f"no meeting that we know of comes before {long_date(last)}: this meeting comes after "
            "those days, and it may be signed before"
        )
    return f"half of such agreements would be signed from {span}, and {order}"
