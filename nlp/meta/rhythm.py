"""How often a body says that it meets, in a sentence or behind a label.

Owns the words only; which meetings are then expected is for others. What may speak of another board
is not read. A printed list of dates is `schedule`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from nlp.meta.boards import other_board
from nlp.meta.told import Told

_WHICH = r"(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_GROUP = rf"{_WHICH}(?:\s*(?:,|,?\s*and|&)\s*(?:the\s+)?{_WHICH})*\s+{_DAY}"
_DAYS = (
    rf"(?P<days>{_GROUP}(?:\s+and\s+(?:the\s+)?{_GROUP})*)"
    rf"(?P<each>\s+(?:of|in)\s+(?:each|every|the)\s+(?:calendar\s+)?month)?"
    rf"(?P<only>\s+(?:of|in)\s+{_MONTH}(?:\s*(?:,|,?\s*and|&)\s*{_MONTH})*)?"
    rf"(?:[^.;]{{0,60}}?\b(?:except(?:\s+(?:for|in|during))?|excluding)\s+"
    rf"(?:the\s+months?\s+of\s+)?(?P<not>{_MONTH}(?:\s*(?:,|,?\s*(?:and|or)|&)\s*{_MONTH})*)"
    r"(?P<but>,?\s+(?:when|which|where)\b)?)?"
)
_SENTENCE = re.compile(
    rf"\b(?:meets?|meetings?(?:\s+(?:are|is|shall\s+be|will\s+be))?(?:\s+held)?)"
    rf"(?:\s+(?:regularly|monthly|publicly|at\s+(?:noon|\d[\d: ]{{0,5}}[ap]\.?\s?m\.?)))?"
    rf"\s+(?:on\s+)?(?:the\s+)?{_DAYS}",
    re.I,
)
_LABEL = re.compile(
    r"\b(?:meetings?(?:\s+(?:schedule|dates?|days?|times?))?|schedule\s+of\s+(?:\w+\s+){0,3}meetings)"
    rf"(?:\s+(?:for\s+)?20\d\d)?\s*(?::|[-–—]|\n)\s*(?:on\s+)?(?:the\s+)?{_DAYS}",
    re.I,
)
_ONCE = re.compile(r"\bsessions?\b|\b(?:will|to|must|not)\s+$", re.I)
_PLURAL = re.compile(r"days\b", re.I)
_BEFORE = 90
_MOST = 40


def rhythms_of(text: str, body: str) -> list[Told]:
    """Each stated rhythm, in words that a cadence is written in: "second and fourth Tuesday
    except December"."""
    found: dict[str, Told] = {}
    for match in sorted(_matches(text), key=lambda one: one.start()):
        before = re.split(r"[.;]\s|\n\s*\n", text[max(0, match.start() - _BEFORE) : match.start()])
        if other_board(before[-1], body) or _ONCE.search(before[-1]):
            continue
        value = _said(match)
        if len(re.findall(_MONTH, match["only"] or "", re.I)) == 1:
            continue  # once a year, or this once
        found.setdefault(value, Told(value, match.start(), match.end(), "how often it meets"))
    return list(found.values())


def _matches(text: str) -> Iterator[re.Match[str]]:
    yield from islice(_SENTENCE.finditer(text), _MOST)
    for match in islice(_LABEL.finditer(text), _MOST):
        # "Meeting: first Tuesday" may be one evening; "Tuesdays" or "of each month" are a habit.
        if match["each"] or _PLURAL.search(match["days"]):
            yield match


def _said(match: re.Match[str]) -> str:
    days = " ".join(re.findall(rf"{_WHICH}|{_DAY}|and", match["days"], re.I))
    only = " ".join(re.findall(_MONTH, match["only"] or "", re.I))
    # "except July, when it meets on the 14th" still leaves a meeting to be expected in July.
    never = "" if match["but"] else " ".join(re.findall(_MONTH, match["not"] or "", re.I))
    said = [days, f"in {only}" if only else "", f"except {never}" if never else ""]
    return " ".join(filter(None, said)).casefold()
