"""Days on which public offices are closed: for certain, and perhaps.

Owns federal holidays by their rule (5 U.S.C. 6103) and the days that some states add. Which state
keeps which is not known here: a deadline that hangs on such a day is not decided.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_MON, _THU, _SAT, _SUN = 0, 3, 5, 6


@cache
def certain(year: int) -> frozenset[date]:
    """Federal holidays of a year that every state keeps, on their own day."""
    floating = [
        _nth(year, 1, _MON, 3),
        _last(year, 5, _MON),
        _nth(year, 9, _MON, 1),
        _nth(year, 11, _THU, 4),
    ]
    return frozenset({*_fixed(year), *floating}) - possible(year)


@cache
def possible(year: int) -> frozenset[date]:
    """Days that some states keep and others do not: state days, and those moved off a weekend."""
    thanksgiving = _nth(year, 11, _THU, 4)
    juneteenth = date(year, 6, 19)
    moved = {*map(_observed, (*_fixed(year), *_fixed(year + 1), juneteenth))} - {*_fixed(year)}
    return frozenset(
        {
            _nth(year, 2, _MON, 3),  # Washington's Birthday: not kept in every state
            _nth(year, 10, _MON, 2),  # Columbus or Indigenous Peoples' Day
            thanksgiving + timedelta(days=1),
            easter(year) - timedelta(days=2),
            _nth(year, 11, _MON, 1) + timedelta(days=1),  # election day
            juneteenth,
            *(day for day in moved if day.year == year),
            *(date(year, month, day) for month, day in _STATE_DAYS),
        }
    )


def _fixed(year: int) -> tuple[date, ...]:
    return date(year, 1, 1), date(year, 7, 4), date(year, 11, 11), date(year, 12, 25)


_STATE_DAYS = (
    (1, 19), (2, 12), (3, 2), (3, 31), (4, 21), (4, 26), (6, 20), (7, 24), (8, 27), (12, 24),
    (12, 26), (12, 31),
)  # fmt: skip


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _observed(day: date) -> date:
    if day.weekday() == _SAT:
        return day - timedelta(days=1)
    return day + timedelta(days=1) if day.weekday() == _SUN else day


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))


def _last(year: int, month: int, weekday: int) -> date:
    end = date(year, month + 1, 1) - timedelta(days=1)
    return end - timedelta(days=(end.weekday() - weekday) % 7)
