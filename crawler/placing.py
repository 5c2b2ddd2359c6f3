"""Which day a link belongs to, from its label and what stands around it.

Owns the order in which surroundings are believed: label, table row, line, card, heading, file
name; a folder only gives a month. Two parts may make one date ("January 13" under "2026").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from crawler import dates, words
from crawler.anchors import Anchor


def when(anchor: Anchor) -> tuple[date | None, date | None]:
    """The meeting's day, or the month it must be in where no day is printed."""
    texts = (
        anchor.label,
        anchor.row,
        _line_text(anchor),
        anchor.card,
        *anchor.headings[:3],
        words.file_name(anchor.url),
    )
    label = dates.find(words.tidy(anchor.label))
    if full := next((f.full for f in label if f.full), None):
        return full, None
    for text in (anchor.row, _line_text(anchor)):
        if full := _agreeing(text, label):
            return full, None
    year, month = _context_year(anchor)
    for part in label:
        if part.day and (day := dates.complete(part, year)):
            return day, None
    for text in (anchor.card, *anchor.headings[:2], words.file_name(anchor.url)):
        if full := _agreeing(text, label):
            return full, None
    if day := _bare_day(anchor.label, year, month):
        return day, None
    for text in texts:
        for part in dates.find(words.tidy(text)):
            day = dates.complete(part, year) if part.day else None
            if day and all(p.month in (None, day.month) for p in label):
                return day, None
    return None, _month(texts, year, anchor.url)


def _agreeing(text: str, label: Sequence[dates.Found]) -> date | None:
    """The first full date in a text that no part of a date in the label contradicts."""
    for found in dates.find(words.tidy(text)):
        day = found.full
        if day and all(
            (p.month in (None, day.month)) and (p.year in (None, day.year)) for p in label
        ):
            return day
    return None


def _line_text(anchor: Anchor) -> str:
    """The side of the line that dates the link: what stands before it, else right after it."""
    if any(f.day for f in dates.find(anchor.before)):
        last = [f for f in dates.find(anchor.before) if f.day][-1]
        return anchor.before[last.start :]
    return anchor.after


def _context_year(anchor: Anchor) -> tuple[int | None, int | None]:
    """The year (and month) that row, headings, file name or folder give to a part of a date."""
    for text in (anchor.row, *anchor.headings, words.file_name(anchor.url)):
        for part in dates.find(words.tidy(text)):
            if part.year:
                return part.year, part.month if part.day is None else None
    folder = dates.folder_month(anchor.url)
    return (folder.year, None) if folder else (None, None)


def _bare_day(label: str, year: int | None, month: int | None) -> date | None:
    """A label such as `13` or `Tuesday the 13th` under a heading such as `January 2026`."""
    match = re.fullmatch(r"\D*?(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b\D*", label)
    if match is None or year is None or month is None:
        return None
    try:
        return date(year, month, int(match.group(1)))
    except ValueError:
        return None


def _month(texts: Iterable[str], year: int | None, url: str) -> date | None:
    for text in texts:
        for part in dates.find(words.tidy(text)):
            if part.month and (part.year or year):
                return date(part.year or year or 1, part.month, 1)
    return dates.folder_month(url)
