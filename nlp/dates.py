"""Dates as American clerks print them, with their places in the text.

Owns the shapes (long, short, ISO, numeric, lists that share a month or a year); decides nothing
about what a date means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sept sep", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
# A superscript "th" comes out of OCR as a quotation mark or a star.
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th)\b|[\"'*%](?=[\s,]))?"
_YEAR = r"(?:19|20)\d\d"
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
)
_ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(), 1)}
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
# "March 3 - 7 p.m." holds no second day.
_NO_TIME = r"(?!\d|\s?:\d|\s?[ap]\.?\s?m\b)"
_LONG = re.compile(
    rf"\b(?P<month>{_MONTH})(?![a-z])\.?\s{{0,3}}(?P<days>{_DAY}"
    rf"(?:(?:\s?,\s?(?:and\s)?|\s?&\s?|\s(?:and|&)\s|\s?-\s?){_DAY}{_NO_TIME})*)(?!\d)"
    rf"(?:\.?\s{{0,3}},?\s{{0,3}}(?P<year>{_YEAR})\b)?",
    re.I,
)
_DAY_FIRST = re.compile(
    rf"\b(?P<day>{_DAY}|{_ORDINAL})(?:\s(?:day\s)?(?:of\s)?|-)(?P<month>{_MONTH})\.?"
    rf"(?:(?:\s|,|next|A\.?\s?D\.?|in\s+the\s+year){{1,8}}|-)(?P<year>{_YEAR})\b",
    re.I,
)
_ISO = re.compile(r"\b(?P<year>20\d\d|19\d\d)[-_.](?P<month>\d{1,2})[-_.](?P<day>\d{1,2})(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<month>\d{1,2})(?P<sep>[/.-])(?P<day>\d{1,2})(?P=sep)(?P<year>\d{4}"
    r"|\d{2})(?![\d/]|-\d)"
)
_SHORT = re.compile(r"(?<![\d/.$-])(?P<month>1[0-2]|0?[1-9])/(?P<day>\d{1,2})(?![\d/]|\.\d)")
# "may" is mostly a verb: without a year only as "May" before minutes or a meeting.
_MONTH_ONLY = re.compile(
    rf"\b(?P<month>(?!may\b|mar\b|dec\b)(?:{_MONTH})|May(?=,?\s(?:{_YEAR}|\w+\s(?:meeting|minutes))"
    rf"|\sminutes))\b\.?(?:,?\s{{1,2}}(?P<year>{_YEAR})\b)?",
    re.I,
)
_NUMBER = re.compile(r"\d+")
_LIST_GAP = re.compile(r"\s*(?:,|and|&|,\s*and|;)\s*(?:the\s+)?", re.I)


@dataclass(frozen=True)
class Found:
    """One printed date; year is None where none is printed."""

    start: int
    end: int
    month: int
    day: int
    year: int | None

    def on(self, year: int | None = None) -> date | None:
        """The date, `year` standing in for a missing one; None where there is no such day."""
        chosen = self.year or year
        try:
            return date(chosen, self.month, self.day) if chosen else None
        except ValueError:
            return None


def find(text: str, *, short: bool = False) -> list[Found]:
    """All dates in order of place. A date in a list takes the year of the next one.

    short: also "3/18", which elsewhere is a fraction or a count.
    """
    found = sorted((*_all(text), *(_short(text) if short else ())), key=lambda f: (f.start, -f.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return _share_years(text, kept)


def _all(text: str) -> Iterator[Found]:
    for match in _LONG.finditer(text):
        yield from _long(match)
    for pattern in (_DAY_FIRST, _ISO, _NUMERIC):
        for match in pattern.finditer(text):
            month = match["month"].lower()
            number = _MONTHS.get(month) or int(month)
            year = int(match["year"])
            made = Found(match.start(), match.end(), number, _day(match["day"]),
                         _full(year))  # fmt: skip
            if made.on() is not None:
                yield made


def _short(text: str) -> Iterator[Found]:
    for match in _SHORT.finditer(text):
        made = Found(match.start(), match.end(), int(match["month"]), int(match["day"]), None)
        if made.on(2024) is not None:
            yield made


def _long(match: re.Match[str]) -> Iterator[Found]:
    month = _MONTHS[match["month"].lower()]
    year = int(match["year"]) if match["year"] else None
    base = match.start("days")
    numbers = list(_NUMBER.finditer(match["days"]))
    for index, number in enumerate(numbers):
        start = match.start() if index == 0 else base + number.start()
        end = match.end() if index == len(numbers) - 1 else base + number.end()
        made = Found(start, end, month, int(number.group()), year)
        if made.on(2024) is not None:
            yield made


def _full(year: int) -> int:
    """Of two figures: this century's, unless that is far ahead ("adopted 3/19/70")."""
    return year if year >= 100 else year + (2000 if year < 60 else 1900)


def _day(text: str) -> int:
    found = _NUMBER.search(text)
    return int(found.group()) if found else _ORDINALS[text.lower()]


def _share_years(text: str, found: list[Found]) -> list[Found]:
    out = list(found)
    for index in range(len(out) - 2, -1, -1):
        this, following = out[index], out[index + 1]
        gap = text[this.end : min(following.start, this.end + 40)]
        if this.year is None and following.year and _LIST_GAP.fullmatch(gap):
            out[index] = Found(this.start, this.end, this.month, this.day, following.year)
    return out


def in_name(name: str) -> list[date]:
    """Full dates in a file name, also joined by underscores or six and eight digits."""
    spaced = re.sub(r"[_+]|%20", " ", name)
    dashed = name.replace("_", "-")
    dotted = re.sub(r"(?<!\d)(\d{1,2}\.\d{1,2}), (?=\d{4})", r"\1.", spaced)
    shapes = (spaced, dashed, dotted)
    out = [made for shape in shapes for f in find(shape) if (made := f.on()) is not None]
    for match in re.finditer(r"(?<!\d)(\d{2})(\d{2})(\d{4}|\d{2})(?!\d)", spaced):
        month, day, year = (int(part) for part in match.groups())
        made = Found(0, 0, month, day, _full(year)).on()
        if made is not None and 1990 <= made.year <= 2100:
            out.append(made)
    for match in re.finditer(r"(?<!\d)(20\d\d)(\d{2})(\d{2})(?!\d)", spaced):
        made = Found(0, 0, int(match[2]), int(match[3]), int(match[1])).on()
        if made is not None:
            out.append(made)
    return out


def months_in(text: str) -> list[tuple[int, int, int, int]]:
    """Months without a day ("June 2026", "the July, 2026 minutes"): start, end, year, month.

    The year is 0 where none is printed.
    """
    taken = [(one.start, one.end) for one in find(text)]
    return [
        (match.start(), match.end(), int(match["year"] or 0), _MONTHS[match["month"].lower()])
        for match in _MONTH_ONLY.finditer(text)
        if not any(low <= match.start() < high for low, high in taken)
    ]
