"""The dates on which a body says that it will meet: a printed schedule, or a list it announces.

Owns the words only; which meetings are then expected, and what excuses one, is for others. Lists of
another board, deadlines and days without a meeting are left out. How often a body meets is
`rhythm`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from nlp import dates
from nlp.meta.boards import other_board
from nlp.meta.grid import Grid
from nlp.meta.told import Told

_YEAR = r"20\d\d"
_PRINTED_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_TITLE = re.compile(
    rf"\b(?:(?P<year>{_YEAR})\s+)?(?:[A-Z][\w'.&-]*[ \t]+){{0,6}}?"
    r"(?:(?:regular\s+|public\s+)?meeting(?:s)?\s+(?:schedule|dates|calendar)"
    r"|schedule\s+of\s+(?:\w+\s+){0,3}meetings?|dates\s+of\s+(?:\w+\s+){0,3}meetings?)"
    rf"(?:\s+(?:for\s+)?(?:the\s+year\s+)?(?P<after>{_YEAR}))?",
    re.I,
)
# A line that is nothing but "City Council Regular Meetings 2026".
_PLURAL = re.compile(
    rf"^[ \t]*(?:(?P<year>{_YEAR})[ \t]+)?(?:[\w'.&-]+[ \t]+){{0,5}}meetings"
    rf"(?:[ \t]*[-–,]?[ \t]*(?:for[ \t]+)?(?P<after>{_YEAR}))?[ \t:]*$",
    re.I | re.M,
)
_ANNOUNCED = re.compile(
    r"\b(?:following\s+(?:\w+\s+)?dates|as\s+follows"
    r"|following\s+(?:schedule|(?:mon|tues|wednes|thurs|fri|satur|sun)days))\b[^.;:\n]{0,60}[:.]?",
    re.I,
)
_MEETINGS = re.compile(r"\bmeetings?\b", re.I)
_SENTENCE_END = re.compile(r"[.;]\s+(?=[A-Z])|\n\s*\n")
_ADOPTS = re.compile(r"\b(?:adopt|approv|advertis|establish|sett?ing|set|fix)\w*\b", re.I)
_OFF = re.compile(
    r"\b(?:no\s+meeting|cancel|will\s+not\s+meet|closed|holiday|deadline|due\s+(?:by|date))", re.I
)
_OTHER_LIST = re.compile(
    r"\b(?:holidays?|deadlines?|office|minutes|agendas?|election|collection|trash|recycling)\b",
    re.I,
)
_MANY = frozenset(("minutes", "transcript"))
_ENDS = re.compile(r"\.\s+(?=[A-Z])|\n(?=[^\n]*[a-z]{3})(?![^\n]*\d)")
_HEADS = 6
_LONGEST_TITLE = 110
_SENTENCE, _ABOVE = 300, 160
_WINDOW = 3000
_WHOLE = 6000
_GAP = 400
_FEWEST = 4


@dataclass(frozen=True)
class _Head:
    """The words that announce a list: where they stand, and the year they name."""

    start: int
    end: int
    year: int | None


def dates_of(text: str, kind: str, body: str) -> Told | None:
    """The dates of a printed schedule, as ISO dates between spaces; None where there is none.

    Dates without a year take the one that the heading, or the line above it, names. Minutes and
    transcripts print many dates: there only a list that somebody adopts counts.
    """
    found: dict[str, tuple[int, int]] = {}
    for head in islice(_heads(text, kind, body), _HEADS):
        listed = _listed(text, head, body, inline=kind in _MANY)
        if len(listed) >= _FEWEST and len({day[:4] for day in listed}) <= 2:
            found |= {day: listed[day] for day in listed if day not in found}
    if not found:
        return None
    spans = list(found.values())
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    return Told(" ".join(sorted(found)), low, high, "a printed schedule of meetings")


def stands_alone(text: str, dated: Told) -> bool:
    """Whether the document is the list: short, and without a date of its own above it."""
    return len(text) <= _WHOLE and not dates.find(text[: dated.start])


def _heads(text: str, kind: str, body: str) -> Iterator[_Head]:
    found = [
        *(m for m in _TITLE.finditer(text) if _is_title(text, m)),
        *_PLURAL.finditer(text),
        *(m for m in _ANNOUNCED.finditer(text) if _MEETINGS.search(_sentence(text, m))),
    ]
    last = -1
    for match in sorted(found, key=lambda one: (one.start(), -one.end())):
        start = text.rfind("\n", 0, match.start()) + 1
        if match.start() < last or other_board(text[start : match.end()], body):
            continue
        if kind in _MANY and not _ADOPTS.search(_sentence(text, match)):
            continue
        last = match.end()
        yield _Head(match.start(), match.end(), _year(text, match))


def _sentence(text: str, match: re.Match[str]) -> str:
    """The words of one sentence up to the end of a match."""
    before = text[max(0, match.start() - _SENTENCE) : match.start()]
    return _SENTENCE_END.split(before)[-1] + match[0]


def _is_title(text: str, match: re.Match[str]) -> bool:
    """Whether the words stand on a short line of their own, or end in a colon."""
    start = text.rfind("\n", 0, match.start()) + 1
    stop = text.find("\n", match.end())
    line = text[start : stop if stop >= 0 else len(text)]
    return len(line) <= _LONGEST_TITLE or text[match.end() : match.end() + 40].lstrip()[:1] == ":"


def _year(text: str, match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    told = groups.get("after") or groups.get("year")
    if told:
        return int(told)
    near = _sentence(text, match)
    years = set(_PRINTED_YEAR.findall(near)) or set(
        _PRINTED_YEAR.findall(text[max(0, match.start() - _ABOVE) : match.start()])
    )
    return int(years.pop()) if len(years) == 1 else None


def _listed(text: str, head: _Head, body: str, *, inline: bool) -> dict[str, tuple[int, int]]:
    """Each date under a heading with its place, up to the heading of another list.

    inline: the list is one sentence among others.
    """
    found: dict[str, tuple[int, int]] = {}
    grid = Grid.none()
    at, last = head.end, head.end
    end = _ENDS.search(text, head.end) if inline else None
    stop = min(end.start() if end else len(text), head.end + _WINDOW)
    for line in text[head.end : stop].split("\n"):
        rows = dates.find(line, short=True)
        if not rows:
            if last != head.end and (other_board(line, body) or _OTHER_LIST.search(line)):
                break
            grid = Grid.of(line, lambda cell: _not_ours(cell, body)) or grid
        elif not _OFF.search(line) and not other_board(line, body):
            for one in rows:
                made = one.on(head.year)
                if made is not None and grid.keeps(line, one.start):
                    found.setdefault(made.isoformat(), (at + one.start, at + one.end))
        if rows:
            last = at + len(line)
        elif at - last > _GAP:
            break
        at += len(line) + 1
    return found


def _not_ours(cell: str, body: str) -> bool:
    return other_board(cell, body) or bool(_OFF.search(cell) or _OTHER_LIST.search(cell))
