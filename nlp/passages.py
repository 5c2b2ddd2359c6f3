"""The passage around a place: its paragraph if short, else its sentence.

Owns boundaries only. Looks a fixed distance each way, so a line without end costs nothing.
"""

from __future__ import annotations

import re

REACH = 900
_PARAGRAPH_WORDS = 90
_PARAGRAPH = re.compile(r"\n[ ]*\n|\f[ ]*\n?[ ]*\n")
# Also behind a line that ends a sentence or a title in capitals, and before one that opens with an
# item's number or a bullet.
_PART = re.compile(
    r"\n[ ]*\n|\f[ ]*\n?[ ]*\n|(?<=[.!?])[\"')]?[ ]*\n|(?<=[A-Z]{4})[ ]*\n(?=[ ]*[A-Z][a-z])"
    r"|\n(?=[ ]*(?:\(?(?:[A-Z]-?)?\d{1,2}(?:[.-]\d{1,2})*(?:-?[A-Za-z])?[.)]?|\(?[A-Za-z][.)]"
    r"|[-\u2022])[ ]+[A-Z(])"
)
_ABBREVIATION = (
    r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bNo)(?<!\bNos)(?<!\bRes)(?<!\bOrd)"
    r"(?<!\bSec)(?<!\bSt)(?<!\bJr)(?<!\bSr)"
    r"(?<!\bInc)(?<!\bCo)(?<!\bLt)(?<!\bSgt)(?<!\bCapt)(?<!\bU\.S)(?<!\bI\.C\.E)(?<!\bEd)"
    r"(?<!\bvs)(?<!\bDept)(?<!\b[A-Z])(?<!\ba\.m)(?<!\bp\.m)"
)
_SENTENCE = re.compile(rf"{_ABBREVIATION}[.!?][\"')\]]*\s+(?=[A-Z0-9\"'(\[])|;\s*\n")
_MINIMUM = 3


def around(
    text: str, start: int, end: int, low: int = 0, high: int | None = None, *, lines: bool = False
) -> tuple[int, int]:
    """Bounds of the passage that holds text[start:end], inside [low, high], white space trimmed.

    lines: whether a line that plainly ends or opens something bounds it, too.
    """
    high = len(text) if high is None else high
    left, right = max(low, start - REACH), min(high, end + REACH)
    first, last = _between(_PART if lines else _PARAGRAPH, text, start, end, left, right)
    if len(text[first:last].split()) > _PARAGRAPH_WORDS:
        first, last = _between(_SENTENCE, text, start, end, first, last)
    return _trim(text, first, last)


def sentence(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Bounds of the sentence that holds text[start:end], inside [low, high]."""
    left, right = max(low, start - REACH), min(high, end + REACH)
    left, right = _between(_PART, text, start, end, left, right)
    return _trim(text, *_between(_SENTENCE, text, start, end, left, right))


def sentences(text: str) -> int:
    """How many sentences a short text holds; a number and its point in front make none."""
    lead = re.match(r"\W*\w{1,5}[.):]\s+", text)
    ends = _SENTENCE.finditer(text, lead.end() if lead else 0)
    return 1 + sum(1 for end in ends if end.group()[0] != ";" and text[end.end() :].strip())


def sentence_end(text: str, start: int, high: int) -> int:
    """Where the sentence that runs at `start` ends, at most `high`."""
    match = _SENTENCE.search(text, start, min(high, start + REACH))
    if match is None:
        return min(high, start + REACH)
    return match.start() + len(match.group().rstrip())


def _between(
    pattern: re.Pattern[str], text: str, start: int, end: int, left: int, right: int
) -> tuple[int, int]:
    first = left
    for match in pattern.finditer(text, left, start):
        first = match.end()
    following = pattern.search(text, end, right)
    return first, following.end() if following else right


def _trim(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last
