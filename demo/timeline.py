"""The demo's calendar: when it looks, and how local wall time becomes UTC.

Owns the eleven looks and the span of history; knows no town and no document.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("America/New_York")
FIRST_LOOK = datetime(2026, 7, 6, 11, 0, tzinfo=UTC)
LAST_LOOK = datetime(2026, 9, 14, 11, 0, tzinfo=UTC)
HISTORY_FROM = date(2025, 6, 1)
HISTORY_TO = date(2026, 10, 15)


def looks() -> tuple[datetime, ...]:
    """The first look and the ten weekly ones after it, in order."""
    weeks = (LAST_LOOK - FIRST_LOOK).days // 7
    return tuple(FIRST_LOOK + timedelta(weeks=week) for week in range(weeks + 1))


def local(day: date, hour: int, minute: int = 0) -> datetime:
    """A wall-clock moment in the county, as UTC."""
    return datetime.combine(day, time(hour, minute), ZONE).astimezone(UTC)


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def month(day: date) -> str:
    """The month's name, whatever the machine's locale."""
    return _MONTHS[day.month - 1]


def in_words(day: date) -> str:
    """A date as clerks print it: July 8, 2025."""
    return f"{month(day)} {day.day}, {day.year}"


def clock(hour: int, minute: int = 0) -> str:
    """An hour as clerks print it: 7:00 p.m."""
    return f"{hour % 12 or 12}:{minute:02d} {'p.m.' if hour >= 12 else 'a.m.'}"
