"""Who moved and who seconded, from the words of one motion's block.

Owns the wordings of the second and of a mover named late ("Motion to ... was made by X"). Each
word "second" is looked at in turn: behind it, then before it.
"""

from __future__ import annotations

import re

from nlp.motions.openers import name_of
from nlp.people import NAME, NOT_NAMES, bare

_SECOND = re.compile(
    r"\b(?:second(?:ed|e d|s|ing|er)?|2nd|support(?:ed)?)\b"
    r"(?!\s+(?:reading|hearing|floor|ward|street|class|half|quarter|page|time"
    r"|amendment\s+to|vote|meeting)\b)",
    re.I,
)
_FILLER = (
    r"(?:\s+(?:it|the\s+motion|her\s+motion|his\s+motion|that\s+motion|motion|was|made"
    r"|given|offered|provided|came|the))*"
)
_BY = re.compile(rf"(?i:{_FILLER}\s*(?:\bby\b|\bfrom\b|\bof\b|:|-|/|\()\s*:?\s*)(?P<name>{NAME})")
_DIRECT = re.compile(rf"\s+(?P<name>{NAME})")
_SPEAKER = re.compile(rf"(?P<name>{NAME})\s*:\s*(?:(?i:I'll|I will|I|so)\s+)?$")
_SUBJECT = re.compile(
    rf"(?P<name>{NAME})(?:\s*\([^)]{{0,30}}\))?,?\s+(?i:passed\s+the\s+gavel\s+and\s+)?(?i:(?:also|then|duly)\s+|(?:made"
    r"|gave|offered|provided)\s+(?:a|the|his|her)\s+|was\s+the\s+|the\s+)?$"
)
_NOBODY = frozenset(("nobody", "none", "no", "unknown", "anyone"))
_BEFORE = 90
_CONCURS_WITHIN = 300
_BY_LATE = re.compile(
    r"\b(?:was|were|is)?\s*(?:[Mm]ade|moved|offered|introduced|presented|put forward"
    rf"|given)\s+by\s*:?\s+(?P<name>{NAME})"
)
_IN_BRACKETS = re.compile(rf"\bmade\s*\(\s*(?P<name>{NAME})\s*\)")
_STROKE_LINE = re.compile(rf"\n\s*(?P<name>{NAME})\s*/\s*(?P<second>{NAME})\s*(?=\n|$)")
_BEHIND_COLON = re.compile(
    rf"^\W*(?i:motion)\s+(?i:to"
    rf"|for)\s+[^:.\n]{{3,80}}:\s*(?P<name>{NAME})\s*[.;,\n]"
)
_ABOVE = re.compile(
    rf"(?:^|\n)\s*(?i:introduced|moved|motion|offered"
    rf"|sponsored)\s*(?i:by)?\s*:\s*(?P<name>{NAME})\s*"
    rf"\n\s*(?i:second\w*)\s*(?i:by)?\s*:\s*(?P<second>{NAME})\s*$"
)
_BY_BEFORE_SECOND = re.compile(
    rf"\bby\s+(?P<name>{NAME})\s*[,;.]?\s*(?:and\s+)?(?:was\s+"
    r"|it\s+was\s+)?(?i:second(?:ed)?|2nd|supported)\b"
)
_BY_AT_END = re.compile(rf"\bby\s+(?P<name>{NAME})\s*[.;,\n]")
_MOVED_BY = re.compile(rf"\b(?i:moved|motion(?:ed)?|mover)\s*(?i:by|:)\s*:?\s*(?P<name>{NAME})")
_FIRST = re.compile(rf"\b(?i:1st|first(?:ed)?)\s*(?i:by|:|-)\s*(?P<name>{NAME})")
# "MOTION: to pay the bills. Ms. Odell; second Mr. Ito.": the mover is a sentence of his own.
_OWN_SENTENCE = re.compile(
    rf"(?:[.;:)]|\s-)\s+(?P<name>{NAME})\s*(?:[;,]\s*(?:and\s+)?(?i:second(?:ed)?|2nd|support(?:ed)?)\b(?!\s+the\b)"
    rf"|\.\s+(?i:there\s+(?:being|was)\s+no\s+second|no\s+second|for\s+(?:lack|want)\b))"
)
# A custom of some boards: who concurs with the mover, right behind the motion, is the seconder.
_CONCURRED = re.compile(rf"[.;]\s+(?P<name>{NAME})\s+(?i:concurred|concurs)\s*(?=[.;,\n]|$)")
_SLASH = re.compile(r"\(\s*(?P<a>[A-Z][A-Za-z'-]+)\s*[/,]\s*(?P<b>[A-Z][A-Za-z'-]+)\s*[),]")


def _person(match: re.Match[str]) -> str | None:
    """The name in a match; a title misprinted as "Commission" or so may stand before it."""
    name = name_of(match)
    if name is not None:
        return name
    words = match["name"].split()
    last = max((i for i, word in enumerate(words) if word.lower() in NOT_NAMES), default=-1)
    return bare(" ".join(words[last + 1 :])) if 0 <= last < len(words) - 1 else None


def seconder(block: str, mover: str | None) -> str | None:
    """The name behind or before the first "second" that names another than the mover."""
    for match in _SECOND.finditer(block):
        name = _named_at(block, match)
        if name is not None and name != mover:
            return name
    concurred = _CONCURRED.search(block, 0, _CONCURS_WITHIN)
    if concurred and (name := name_of(concurred)) != mover:
        return name
    stroke = _STROKE_LINE.search(block)
    if stroke and mover == name_of(stroke):
        return name_of(stroke, "second")
    slash = _SLASH.search(block)
    return slash["b"] if slash and slash["a"] == mover else None


def _named_at(block: str, second: re.Match[str]) -> str | None:
    """The name beside one word of seconding; "nobody" is none."""
    name = _beside(block, second)
    return None if name is None or name.lower() in _NOBODY else name


def _beside(block: str, second: re.Match[str]) -> str | None:
    before = block[max(0, second.start() - _BEFORE) : second.start()]
    for match in (_BY.match(block, second.end()), _SPEAKER.search(before)):
        if match and (name := _person(match)):
            return name
    subject = _SUBJECT.search(before)
    behind = _DIRECT.match(block, second.end())
    # "Odell, second Brandt" names the seconder behind; "Brandt second" and "Brandt seconds" before.
    order = (
        (behind, subject)
        if second.group().lower() in ("second", "seconded", "seconde d", "2nd")
        else (subject,)
    )
    for match in order:
        if match and (name := _person(match)):
            return name
    return None


def late_mover(block: str) -> str | None:
    """The mover named after the proposal, or None."""
    for pattern in (
        _BY_LATE,
        _MOVED_BY,
        _FIRST,
        _IN_BRACKETS,
        _BY_BEFORE_SECOND,
        _OWN_SENTENCE,
        _STROKE_LINE,
        _BEHIND_COLON,
    ):
        match = pattern.search(block)
        if match and (name := _person(match)):
            return name
    return None


def above(text: str, at: int) -> tuple[str | None, str | None]:
    """Mover and seconder in labelled lines right above the motion ("Introduced by: ...")."""
    match = _ABOVE.search(text[max(0, at - 200) : at])
    return (name_of(match), name_of(match, "second")) if match else (None, None)


def trailing_mover(sentence: str) -> str | None:
    """The name a passive sentence ends with ("A motion was made to adjourn by Ms. Odell.")."""
    found = list(_BY_AT_END.finditer(sentence))
    return bare(found[-1]["name"]) if found else None


def second_end(block: str) -> int:
    """How far into the block the words about the second reach."""
    for match in _SECOND.finditer(block):
        if _named_at(block, match) is not None:
            by = _BY.match(block, match.end()) or _DIRECT.match(block, match.end())
            return by.end() if by else match.end()
    return 0
