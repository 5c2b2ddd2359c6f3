"""When a body says that it meets: a printed schedule of dates, or its rhythm in a sentence.

Owns the words only; which meetings are then expected, and what excuses one, is for others. What may
speak of another board (a calendar of several, a committee's evening) is not read.
"""

from __future__ import annotations

import re
from itertools import islice

from nlp import dates
from nlp.meta.told import Told

_TITLE = re.compile(
    r"\b(?:(?P<year>20\d\d)\s+)?(?:[A-Z][\w'.&-]*\s+){0,6}?"
    r"(?:(?:regular\s+|public\s+)?meeting(?:s)?\s+(?:schedule|dates|calendar)"
    r"|schedule\s+of\s+(?:\w+\s+){0,3}meetings?|dates\s+of\s+(?:\w+\s+){0,3}meetings?)"
    r"(?:\s+(?:for\s+)?(?P<after>20\d\d))?",
    re.I,
)
_TOP = 600
_FEWEST = 4
_LONGEST = 8000
_OFF = re.compile(r"\b(?:no\s+meeting|cancel|will\s+not\s+meet|closed|holiday|deadline)", re.I)
_WHICH = r"(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_GROUP = rf"{_WHICH}(?:\s*(?:,|,?\s*and|&)\s*(?:the\s+)?{_WHICH})*\s+{_DAY}"
_RHYTHM = re.compile(
    rf"\b(?:meets?|meetings?(?:\s+(?:are|is|shall\s+be|will\s+be))?(?:\s+held)?)"
    rf"(?:\s+(?:regularly|monthly|publicly|at\s+(?:noon|\d[\d: ]{{0,5}}[ap]\.?\s?m\.?)))?"
    rf"\s+(?:on\s+)?(?:the\s+)?(?P<days>{_GROUP}(?:\s+and\s+(?:the\s+)?{_GROUP})*)"
    rf"(?:\s+(?:of|in)\s+(?:each|every|the)\s+(?:calendar\s+)?month)?"
    rf"(?P<only>\s+(?:of|in)\s+{_MONTH}(?:\s*(?:,|,?\s*and|&)\s*{_MONTH})*)?"
    rf"(?:[^.;]{{0,60}}?\b(?:except(?:\s+(?:for|in|during))?|excluding)\s+"
    rf"(?:the\s+months?\s+of\s+)?(?P<not>{_MONTH}(?:\s*(?:,|,?\s*(?:and|or)|&)\s*{_MONTH})*))?",
    re.I,
)
_OTHERS = (
    "planning", "zoning", "recreation", "school", "authority", "committee", "library", "shade",
    "historical", "water", "sewer", "fire", "parks", "civil", "ethics", "workshop",
)  # fmt: skip
_ONCE = re.compile(r"\bsessions?\b|\b(?:will|to|must|not)\s+$", re.I)
_BEFORE = 90
_MOST = 40


def dates_of(text: str, kind: str, body: str) -> Told | None:
    """The dates of a printed schedule, as ISO dates between spaces; None where it is none.

    Lines that say there is no meeting are left out, and dates without a year take the title's.
    """
    title = _TITLE.search(text[:_TOP])
    if title is None or kind in {"minutes", "transcript"} or len(text) > _LONGEST:
        return None
    if _other_board(text, body):
        return None
    year = title["after"] or title["year"]
    found: list[str] = []
    low, high = len(text), title.end()
    for one, at in _rows(text, title.end()):
        made = one.on(int(year) if year else None)
        if made is not None:
            found.append(made.isoformat())
            low, high = min(low, at), max(high, at + one.end - one.start)
    days = sorted(set(found))
    if len(days) < _FEWEST or len({day[:4] for day in days}) > 2:
        return None
    return Told(" ".join(days), low, high, "a printed schedule of meetings")


def _rows(text: str, start: int) -> list[tuple[dates.Found, int]]:
    """Each date behind the title with its place, but for those of lines that call one off."""
    rows = []
    at = start
    for line in text[start:].split("\n"):
        if not _OFF.search(line):
            rows += [(one, at + one.start) for one in dates.find(line)]
        at += len(line) + 1
    return rows


def rhythms_of(text: str, body: str) -> list[Told]:
    """Each stated rhythm, in words that a cadence is written in: "second and fourth Tuesday
    except December"."""
    found: dict[str, Told] = {}
    for match in islice(_RHYTHM.finditer(text), _MOST):
        before = re.split(r"[.;]\s|\n\s*\n", text[max(0, match.start() - _BEFORE) : match.start()])
        if _other_board(before[-1], body) or _ONCE.search(before[-1]):
            continue
        value = _said(match)
        if len(re.findall(_MONTH, match["only"] or "", re.I)) == 1:
            continue  # once a year, or this once
        found.setdefault(value, Told(value, match.start(), match.end(), "how often it meets"))
    return list(found.values())


def _said(match: re.Match[str]) -> str:
    days = " ".join(re.findall(rf"{_WHICH}|{_DAY}|and", match["days"], re.I))
    only = " ".join(re.findall(_MONTH, match["only"] or "", re.I))
    never = " ".join(re.findall(_MONTH, match["not"] or "", re.I))
    said = [days, f"in {only}" if only else "", f"except {never}" if never else ""]
    return " ".join(filter(None, said)).casefold()


def _other_board(text: str, body: str) -> bool:
    """Whether words of a board stand there that the body's own name does not hold."""
    told, own = text.casefold(), body.casefold()
    return any(re.search(rf"\b{word}\b", told) and word not in own for word in _OTHERS)
