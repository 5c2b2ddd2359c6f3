"""A state's own clock: from a meeting's start back to the moment by which something was due.

Owns calendar hours, hours without closed days, business days, each with what is not known: an
unprinted start and holidays that only some states keep make the deadline an interval.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from audit.law.holidays import certain, possible
from audit.law.rules import BUSINESS_DAYS, HOURS, OPEN_HOURS, WEEKDAY_HOURS, Rule

_SAT, _SUN = 5, 6
_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Start:
    """When a meeting begins, on its place's clock: first and last moment it may have been.

    printed: whether a time of day is on record at all.
    """

    first: datetime
    last: datetime
    printed: bool = True

    @property
    def day(self) -> date:
        return self.first.date()


@dataclass(frozen=True)
class Deadline:
    """The moment something was due: not before `earliest`, not after `latest`, both UTC."""

    earliest: datetime
    latest: datetime


def start_of(day: date, times: tuple[time, ...], zone: ZoneInfo) -> Start:
    """The start of a meeting of a day with these printed times; none is any hour of the day."""
    if not times:
        first, last = time(0, 0), time(23, 59)
    else:
        first, last = min(times), max(times)
    return Start(datetime.combine(day, first, zone), datetime.combine(day, last, zone), bool(times))


def deadline(start: Start, rule: Rule) -> Deadline:
    """When a rule's clock ran out for a meeting. Raises ValueError for a rule without a clock.

    Business days are whole days before the meeting's day, the meeting's day not counted: with
    three of them the posting had to stand by the end of the fourth open day before. Under the
    reading that counts a day of posting in, one open day less: both are inside the interval.
    """
    if not isinstance(rule.value, int):
        raise ValueError(f"{rule.id} sets no clock")
    if rule.unit == BUSINESS_DAYS:
        zone = start.first.tzinfo
        return Deadline(
            _utc(datetime.combine(_days_back(start.day, rule.value, _perhaps), time(), zone)),
            _utc(datetime.combine(_days_back(start.day, rule.value, _surely), time(23, 59), zone)),
        )
    if rule.unit not in (HOURS, OPEN_HOURS, WEEKDAY_HOURS):
        raise ValueError(f"{rule.id} sets no clock")
    span = timedelta(hours=rule.value)
    if rule.unit == HOURS:
        return Deadline(_utc(start.first) - span, _utc(start.last) - span)
    sundays = rule.unit == WEEKDAY_HOURS
    return Deadline(
        _utc(_hours_back(start.first, rule.value, _closed(_perhaps, sundays_only=sundays))),
        _utc(_hours_back(start.last, rule.value, _closed(_surely, sundays_only=sundays))),
    )


def due_after(day: date, count: int, *, business: bool) -> date:
    """The day by which something is due that many days after a meeting, holidays in doubt kept."""
    if not business:
        return day + timedelta(days=count)
    closed = _closed(_perhaps, sundays_only=False)
    while count:
        day += timedelta(days=1)
        count -= not closed(day)
    return day


def _surely(day: date) -> bool:
    return day in certain(day.year)


def _perhaps(day: date) -> bool:
    return day in certain(day.year) or day in possible(day.year)


def _closed(holiday: Callable[[date], bool], *, sundays_only: bool) -> Callable[[date], bool]:
    weekend = {_SUN} if sundays_only else {_SAT, _SUN}
    return lambda day: day.weekday() in weekend or holiday(day)


def _days_back(day: date, count: int, holiday: Callable[[date], bool]) -> date:
    closed = _closed(holiday, sundays_only=False)
    while count:
        day -= timedelta(days=1)
        count -= not closed(day)
    return day


def _hours_back(start: datetime, hours: int, closed: Callable[[date], bool]) -> datetime:
    """Whole hours back on the wall clock; an hour that ends on a closed day does not count."""
    moment = start
    while hours:
        moment -= _HOUR
        hours -= not closed(moment.date())
    return moment


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
