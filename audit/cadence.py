"""A body's stated rhythm of meetings, read from its own words into dates.

Owns the small grammar of such sentences. Knows no holidays: a second Monday that is one is still
predicted here, and coverage decides what became of it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from audit.errors import AuditError

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "fifth": 5, "5th": 5, "last": -1,
}  # fmt: skip
_FILLERS_TEXT = """
    and of the each every month monthly week weekly on at day meets meet meeting meetings regular
    regularly in a"""
_FILLERS = frozenset(_FILLERS_TEXT.split())
_TIME = re.compile(
    r"\b(?:at\s+)?(?:(\d{1,2}):(\d{2})\s*([ap])?\.?(?:m\b\.?)?|(\d{1,2})\s*([ap])\.?m\b\.?|(noon)\b)",
    re.IGNORECASE,
)
# "...; if a holiday, the Tuesday after": the day is predicted all the same, and the meeting of
# the day after then stands for it.
_HOLIDAY = re.compile(
    r"[;,(.]?\s*\b(?:if|unless|when|should)\b[^;]{0,80}\bholidays?\b.*$", re.DOTALL
)
_BOUND = re.compile(r"\b(from|starting|until|through)\s+(\d{4}-\d{2}-\d{2})", re.IGNORECASE)


class CadenceUnreadable(AuditError):
    """A cadence we do not understand; the message names the words and shows a readable one."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__(
            f"cadence {text!r}: {why}; write it like 'second and fourth Tuesday 19:00' or "
            "'every other Thursday from 2026-01-08'"
        )


@dataclass(frozen=True)
class Cadence:
    """A rhythm. monthly: (weekday, which in the month, -1 for the last); weekly: weekdays.

    step: in weeks, counted from `start`; `months` are those in which it holds.
    """

    monthly: tuple[tuple[int, int], ...] = ()
    weekly: tuple[int, ...] = ()
    step: int = 1
    start: date | None = None
    end: date | None = None
    months: frozenset[int] = frozenset(range(1, 13))
    skipped: frozenset[date] = frozenset()
    at: time | None = None

    def dates(self, first: date, last: date) -> tuple[date, ...]:
        """The days it predicts from first to last, both included, in order."""
        found = {day for day in self._candidates(first, last) if self._holds(day, first, last)}
        return tuple(sorted(found))

    def _candidates(self, first: date, last: date) -> Iterator[date]:
        for weekday in self.weekly:
            yield from _every(weekday, self.step, self.start or first, first, last)
        year, month = first.year, first.month
        while self.monthly and (year, month) <= (last.year, last.month):
            for weekday, which in self.monthly:
                day = _nth(year, month, weekday, which)
                if day is not None:
                    yield day
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)

    def _holds(self, day: date, first: date, last: date) -> bool:
        low = max(first, self.start) if self.start else first
        high = min(last, self.end) if self.end else last
        return low <= day <= high and day.month in self.months and day not in self.skipped


def parse(text: str) -> Cadence:
    """Read a cadence. Raises CadenceUnreadable naming the words it does not know."""
    words = _HOLIDAY.sub("", text.casefold().replace("–", "-"))
    bounds, words = _bounds(text, words)
    at, words = _clock(text, words)
    main, _, exception = words.partition("except")
    months, skipped = _exceptions(text, exception)
    monthly, weekly, every_other, only = _groups(text, main)
    if every_other and "from" not in bounds:
        raise CadenceUnreadable(text, "'every other' needs 'from' and a date to count from")
    return Cadence(
        monthly=tuple(monthly),
        weekly=tuple(weekly),
        step=2 if every_other else 1,
        start=bounds.get("from"),
        end=bounds.get("until"),
        months=frozenset(only or range(1, 13)) - months,
        skipped=skipped,
        at=at,
    )


def _bounds(text: str, words: str) -> tuple[dict[str, date], str]:
    found: dict[str, date] = {}
    for match in _BOUND.finditer(words):
        name = "from" if match[1] in ("from", "starting") else "until"
        found[name] = _iso(text, match[2])
    return found, _BOUND.sub(" ", words)


def _clock(text: str, words: str) -> tuple[time | None, str]:
    match = _TIME.search(words)
    if match is None:
        return None, words
    if match[6]:
        hour, minute, half = 12, 0, ""
    else:
        hour, minute = int(match[1] or match[4]), int(match[2] or 0)
        half = match[3] or match[5] or ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        raise CadenceUnreadable(text, f"{match[0].strip()!r} is no time of day")
    return time(hour, minute), words[: match.start()] + " " + words[match.end() :]


def _exceptions(text: str, words: str) -> tuple[frozenset[int], frozenset[date]]:
    days = frozenset(_iso(text, found) for found in re.findall(r"\d{4}-\d{2}-\d{2}", words))
    rest = re.findall(r"[a-z0-9]+", re.sub(r"\d{4}-\d{2}-\d{2}", " ", words))
    months = frozenset(m for word in rest if (m := _month(word)))
    _refuse(text, [w for w in rest if not _month(w) and w not in _FILLERS | {"in", "or"}])
    return months, days


def _groups(text: str, words: str) -> tuple[list[tuple[int, int]], list[int], bool, set[int]]:
    """The weekday groups of the main clause: monthly, weekly, every other, and named months."""
    monthly: list[tuple[int, int]] = []
    weekly: list[int] = []
    only: set[int] = set()
    waiting: list[int] = []
    used: list[int] = []
    other, unknown = False, []
    for word in re.findall(r"[a-z0-9]+", words):
        weekday = _weekday(word)
        if weekday is not None:
            used, waiting = waiting or used, []
            monthly += [(weekday, which) for which in used]
            weekly += [] if used else [weekday]
        elif word in _ORDINALS:
            waiting.append(_ORDINALS[word])
        elif month := _month(word):
            only.add(month)
        elif word in ("other", "alternate", "biweekly"):
            other = True
        elif word not in _FILLERS:
            unknown.append(word)
    _refuse(text, unknown)
    if waiting or not (monthly or weekly):
        raise CadenceUnreadable(text, "it names no weekday" if not waiting else "a weekday lacks")
    if other and monthly:
        raise CadenceUnreadable(
            text, "'every other' and a place in the month contradict each other"
        )
    return monthly, weekly, other, only


def _refuse(text: str, unknown: list[str]) -> None:
    if unknown:
        raise CadenceUnreadable(text, "not understood: " + ", ".join(repr(w) for w in unknown))


def _iso(text: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise CadenceUnreadable(text, f"{value!r} is no date") from None


def _weekday(word: str) -> int | None:
    return next((n for n, day in enumerate(_DAYS) if word in (day, day + "s", day[:3])), None)


def _month(word: str) -> int | None:
    return next(
        (
            n
            for n, month in enumerate(_MONTHS, 1)
            if word in (month, month[:3], "sept"[: 4 * (n == 9)])
        ),
        None,
    )


def _nth(year: int, month: int, weekday: int, which: int) -> date | None:
    """The n-th weekday of a month; None where a month has no fifth."""
    length = monthrange(year, month)[1]
    days = [d for d in range(1, length + 1) if date(year, month, d).weekday() == weekday]
    if which > len(days):
        return None
    return date(year, month, days[which - 1 if which > 0 else -1])


def _every(weekday: int, step: int, start: date, first: date, last: date) -> Iterator[date]:
    day = start + timedelta(days=(weekday - start.weekday()) % 7)
    if day < first:
        day += timedelta(weeks=step * -(-(first - day).days // (7 * step)))
    while day <= last:
        yield day
        day += timedelta(weeks=step)
