"""Which days "the second Tuesday" falls on. Knows nothing of what meets on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_ORDINALS = ("first", "second", "third", "fourth")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Monthly:
    """One evening a month: the nth weekday at an hour. nth counts from 1."""

    nth: int
    weekday: int
    hour: int = 19

    def words(self) -> str:
        """As a body states it, and as packs carry it: "second Tuesday 19:00"."""
        return f"{_ORDINALS[self.nth - 1]} {_WEEKDAYS[self.weekday]} {self.hour:02d}:00"

    def days(self, start: date, end: date) -> Iterator[date]:
        """Every such day from start to end, both included, in order."""
        year, month = start.year, start.month
        while (first := date(year, month, 1)) <= end:
            ahead = (self.weekday - first.weekday()) % 7 + 7 * (self.nth - 1)
            day = first + timedelta(days=ahead)
            if start <= day <= end:
                yield day
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
