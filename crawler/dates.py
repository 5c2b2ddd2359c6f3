"""Finding dates and times in labels, headings, file names and folders.

Owns the reading of printed dates in US order (and Spanish month names). Knows no clock: a day
without a year stays without one until a caller supplies it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero", "february feb febr febrero", "march mar marzo",
            "april apr abril", "may mayo", "june jun junio", "july jul julio",
            "august aug agosto", "september sept sep septiembre setiembre",
            "october oct octubre", "november nov noviembre", "december dec diciembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<{}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
_DAY = r"(?P<{}>0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?"
_SEP = r"[\s,._\-–—]*"

# Each alternative yields some of year, month (number or name) and day. Order matters: the longest
# and least ambiguous shapes first, as a scan never goes back.
_YEAR4 = r"(?P<{}>(?:19|20)\d\d)(?!\d)"
_NUMBERS = r"(?P<n{0}>0?[1-9]|1[0-2]){1}(?P<d{0}>0?[1-9]|[12]\d|3[01])"
_TWO = r"(?P<n{0}>0[1-9]|1[0-2])(?P<d{0}>0[1-9]|[12]\d|3[01])"
_SHAPES = (
    # January 13, 2026; Jan 13 '26; January 13 (never "May 4:30 pm")
    (rf"(?<![a-z]){_MONTH.format('m1')}{_SEP}{_DAY.format('d1')}(?!:\d|/)"
     r"(?:[\s,._\-–—]*(?:of\s+)?(?P<y1>(?:19|20)\d\d|'\d\d)(?!\d))?"),
    # 13 January 2026; 13 de enero de 2026
    (rf"(?<![\d\-]){_DAY.format('d2')}(?:\s+(?:de|of))?[\s.\-]*(?<![a-z]){_MONTH.format('m2')}(?:\s+del?)?"
     rf"(?:{_SEP}{_YEAR4.format('y2')})?"),
    # January 2026
    rf"(?<![a-z]){_MONTH.format('m3')}{_SEP}{_YEAR4.format('y3')}",
    # 2026-01-13
    r"(?<!\d)(?P<y4>(?:19|20)\d\d)[-/._ ]" + _NUMBERS.format(4, "[-/._ ]") + r"(?!\d)",
    # 1/13/2026, 1.13.26, 1 13 26 (one kind of joint, and no longer row of numbers)
    r"(?<!\d)(?<!\d )" + _NUMBERS.format(5, r"(?P<s5>\s?[-/._]\s?| )")
    + r"(?P=s5)(?P<y5>(?:19|20)\d\d|\d\d)(?!\d)(?! \d)",
    # 20260113, 01132026, 011326
    r"(?<!\d)(?P<y6>20\d\d|199\d)" + _TWO.format(6) + r"(?!\d)",
    r"(?<!\d)" + _TWO.format(7) + r"(?P<y7>20\d\d|199\d)(?!\d)",
    r"(?<!\d)" + _TWO.format(8) + r"(?P<y8>[0-4]\d)(?!\d)",
    # 2026; January
    r"(?<!\d)" + _YEAR4.format("y9"),
    rf"(?<![a-z]){_MONTH.format('m10')}",
)  # fmt: skip
_SCAN = re.compile("|".join(_SHAPES), re.IGNORECASE)
_TIME = re.compile(
    r"(?<![\d:])(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<m>[0-5]\d))?\s*(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?P<noon>\bnoon\b)",
    re.IGNORECASE,
)
_FOLDER = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0[1-9]|1[0-2])/")


@dataclass(frozen=True)
class Found:
    """A printed date or part of one, and where it stands in the text."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int

    @property
    def full(self) -> date | None:
        """The date, where all three parts are printed."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def find(text: str) -> tuple[Found, ...]:
    """Every date or part of one in a text, in order; impossible days (31 June) are left out."""
    return tuple(_all(text))


def first_full(text: str) -> date | None:
    """The first complete date in a text."""
    return next((f.full for f in _all(text) if f.full), None)


def without(text: str) -> str:
    """The text with every date and time taken out."""
    for found in reversed(find(text)):
        text = text[: found.start] + " " + text[found.end :]
    return _TIME.sub(" ", text)


def complete(found: Found, year: int | None, month: int | None = None) -> date | None:
    """A date from a part of one and what surrounds it; None where a part is still missing."""
    whole = Found(found.year or year, found.month or month, found.day, found.start, found.end)
    return whole.full if _possible(whole.year, whole.month, whole.day) else None


def find_time(text: str) -> str | None:
    """The first time of day in a text as HH:MM, None where none is printed."""
    match = _TIME.search(text)
    if match is None:
        return None
    if match["noon"]:
        return "12:00"
    hour = int(match["h"]) % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{hour:02d}:{int(match['m'] or 0):02d}"


def folder_month(url: str) -> date | None:
    """The month of a `/YYYY/MM/` folder: when the file was uploaded, a coarse hint only."""
    match = _FOLDER.search(url)
    return date(int(match["y"]), int(match["m"]), 1) if match else None


def _all(text: str) -> Iterator[Found]:
    for match in _SCAN.finditer(text):
        groups = {k: v for k, v in match.groupdict().items() if v is not None}
        year = next((_year(v) for k, v in groups.items() if k[0] == "y"), None)
        month = next((int(v) for k, v in groups.items() if k[0] == "n"), None)
        if month is None:
            month = next((_MONTHS[v.lower()] for k, v in groups.items() if k[0] == "m"), None)
        day = next((int(v) for k, v in groups.items() if k[0] == "d"), None)
        if _possible(year, month, day):
            yield Found(year, month, day, match.start(), match.end())


def _year(text: str) -> int:
    text = text.lstrip("'")
    return int(text) if len(text) == 4 else (2000 if int(text) < 80 else 1900) + int(text)


def _possible(year: int | None, month: int | None, day: int | None) -> bool:
    if day is None or month is None:
        return True
    try:
        date(year if year is not None else 2000, month, day)
    except ValueError:
        return False
    return True
