"""What can still be acted on: flagged agenda items of the next days, and pending agencies.

Owns what counts as ahead, by each body's own date. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from audit.cadence import CadenceUnreadable, parse
from audit.judge import Answers, answering
from audit.papers import PAGE
from audit.phrases import long_date
from audit.values import Evidence, UpcomingItem
from store.queries import ahead as rows
from store.queries import record

TOPICS = ("287g", "immigration_enforcement", "ice_other")
_AGENDAS = frozenset({"agenda", "packet", "notice"})
_LONGEST_TITLE = 160
_HORIZON = timedelta(days=62)
_STALE = timedelta(days=60)
"""A pending list older than this says nothing of what comes: ICE stopped publishing it."""

_EARLY, _LATE = timedelta(days=1), timedelta(days=14)
"""Quartiles of the days from first seen pending to SIGNED, in ICE's workbooks of 2025 and 2026; the
median is 6. Half of the agreements fall between them: a range, never a date."""

Coming = tuple[date, str | None, str | None]
"""A meeting's day, time and place."""


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
    registry = {row.id: row for row in record.registry(session)}
    states = sorted({row.state for row in registry.values() if row.state})
    waiting = [one for one in answering(session, states) if _waits(one, now)]
    bodies = sorted({body for one in waiting for body in one.bodies})
    listed = rows.meetings(session, bodies, now.date() - timedelta(days=1), now)
    for one in waiting:
        for body in one.bodies:
            row = registry[body]
            coming = _next(row, [m for m in listed if m.body_id == body], now)
            if coming is not None:
                yield _waiting(one, row, coming)


def _waits(one: Answers, now: datetime) -> bool:
    spells = one.agreement.pending
    if one.agreement.listed or not spells or spells[-1].gone_by is not None:
        return False
    return now - _STALE <= spells[-1].last <= now


def _next(row: Any, listed: Sequence[Any], now: datetime) -> Coming | None:
    """The next meeting as listed, scheduled or foreseen: its day, time and place."""
    today = now.astimezone(ZoneInfo(row.timezone)).date()
    for meeting in listed:
        if meeting.date >= today:
            return meeting.date, meeting.time, meeting.location
    planned = sorted(day for day in row.schedule or () if day >= today.isoformat())
    if planned:
        return date.fromisoformat(planned[0]), None, None
    try:
        cadence = parse(row.cadence) if row.cadence else None
    except CadenceUnreadable:
        return None
    foreseen = cadence.dates(today, today + _HORIZON) if cadence else ()
    if not foreseen or cadence is None:
        return None
    return foreseen[0], cadence.at.strftime("%H:%M") if cadence.at else None, None


def _waiting(one: Answers, row: Any, coming: Coming) -> UpcomingItem:
    agreement = one.agreement
    saved = agreement.pending[-1].last.date()
    expected = expected_signature(agreement.pending[-1].first.date())
    return UpcomingItem(
        meeting_date=coming[0],
        meeting_time=coming[1],
        body=row.id,
        body_name=row.name,
        place=coming[2],
        what=(
            f"{agreement.agency} stands on ICE's pending list saved {saved} ({agreement.model}); "
            f"{foreseen(expected, coming[0])}"
        ),
        agency=agreement.agency,
        evidence=None,
        kind="pending",
        expected=expected,
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
        order = "this meeting comes after those days: it may be signed before"
    return f"half of such agreements would be signed from {span}, and {order}"
