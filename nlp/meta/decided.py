"""How many decisions a document tells of as taken: who moved, and how the vote came out.

Owns these two signs and their count. Minutes without a title, in any style, repeat them; an agenda
prints at most the blanks for them, and an enactment at most its own vote.
"""

from __future__ import annotations

import re
from itertools import islice

_TALLY = r"\d{1,3}\s?(?:-|\u2013|to|/)\s?\d{1,3}(?:\s?-\s?\d{1,3})?"
_NO_NAME = r"(?-i:(?:To|The|That|By|And|Motion|Second|No|For|From)\b)"
_NAME = r"(?-i:(?:[A-Z]{1,2}\.[ ]?)?(?<!\w)[A-Z][\w'\u2019-]{1,30})"
# Someone named moved or seconded: "moved by Odell", "Odell moved", "Ito seconding", "MOTION ODELL".
_MADE = re.compile(
    rf"\b(?:moved|offered|introduced|proposed|seconded|supported|put\s+forward|motion|second)"
    rf"(?:\s+(?:was\s+)?(?:(?:made|offered)\s+)?(?:by|of))?[ ]{{0,3}}[:/]?[ ]{{1,20}}"
    rf"(?!{_NO_NAME}){_NAME}"
    rf"|{_NAME}[ ]+(?:then\s+|again\s+)?(?:moved|proposed|made\s+(?:a|the)\s+motion|seconded"
    rf"|seconding|2nd(?:ed)?)\b|\(?{_NAME}[ ]?/[ ]?(?:{_NAME}|no\s+second)\)"
    rf"|{_NAME}[ ]?/[ ]?{_NAME}[.,;:]?[ ]+(?:{_TALLY}|carried|passed|failed|lost|unanimous)",
    re.I,
)
_WORD = (
    r"(?:carried|carries|passed|passes|pass|failed|fails|fail|lost|defeated|adopted|approved"
    r"|rejected|denied|died|dies)"
)
# How it came out, as only a vote taken does.
_OUTCOME = re.compile(
    rf"\b{_WORD}\b[ ,:(]{{1,3}}{_TALLY}(?![/-]?\d)"
    rf"|(?<![\d/-]){_TALLY}[ ]{{1,40}}{_WORD}\b"
    rf"|\bmotion\s+(?:was\s+)?{_WORD}\b|\b(?:motion|question)\s+prevail\w+"
    r"|\b(?:it|same|which)\s+(?:was|is)\s+(?:not\s+)?(?:adopted|carried|defeated|lost|ordered)\b"
    r"|^[ ]*(?:carried|defeated|lost|failed|passed|withdrawn|unanimous)\b(?:[ .,][^\n]{0,40})?$"
    rf"|\bby\s+(?:a\s+)?(?:unanimous\s+vote|vote\s+of\s+\w+)|\bso\s+(?:voted|ordered)\b"
    rf"|^[ ]*voted\b(?!\s+(?:by|on)\b)|\({_TALLY}(?:\)|,)|\b\d{{1,3}}\s+(?:in\s+favou?r|for)\s*,"
    r"\s*(?:and\s+)?\d{1,3}\s+(?:against|opposed)\b"
    r"|\bdid\s+not\s+(?:pass|carry)\b|\b(?:all|unanimously)\s+concur\w*|\ball\s+ayes?\b"
    r"|\bayes?\s+have\s+it\b|\bin\s+the\s+(?:affirmative|negative)\b"
    r"|\b(?:yes|y|ayes?|a|for)\b[ ]{0,3}[:-]?\s{0,3}\d{1,3}[ ]{0,3}[,;]?\s{0,3}"
    r"(?:no|n|nays?|noes|against)\b"
    r"[ ]{0,3}[:-]?\s{0,3}\d"
    r"|^[ ]*(?:yes|y|ayes?|for)\s*[:-]\s*(?:all\b|(?-i:[A-Z])[a-z]+)"
    r"|\b(?:for\s+lack|for\s+want)\s+of\s+(?:a\s+)?(?:second|support)\b"
    r"|\b(?:with|by)\s+no\s+dissent\b|\btie\s+vote\b"
    r"|\b(?:yea|aye|nay),(?:\s+(?-i:[A-Z])\w+,?\s+(?:yea|aye|nay|yes|no|abstains?)\b[,.]?)+",
    re.I | re.M,
)
_MOST = 60
_ENOUGH, _DECIDED, _MANY = 6, 2, 12


def recorded(text: str) -> bool:
    """Whether it tells of enough movers and outcomes, two of them outcomes, to be a record."""
    made, decided = _told(text)
    return made + decided >= _ENOUGH and decided >= _DECIDED


def recorded_in_enactments(text: str) -> bool:
    """Whether it tells of more than one enactment's own vote: a record that prints each in full."""
    return sum(_told(text)) >= _MANY


def _told(text: str) -> tuple[int, int]:
    """How often somebody is said to move, and how often a vote to come out; each at most 60."""
    made = sum(1 for _ in islice(_MADE.finditer(text), _MOST))
    return made, sum(1 for _ in islice(_OUTCOME.finditer(text), _MOST))
