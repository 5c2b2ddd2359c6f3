"""Members who came late, left early or took part from afar, as the minutes tell it on their way.

Owns those sentences; only people already on the record are changed by them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from nlp import times
from nlp.attendance.seen import LATE, LEFT, PRESENT, REMOTE
from nlp.people import NAME

_VERB = re.compile(
    r"\b(?P<late>arriv(?:ed|es|ing)|joined\s+(?:the\s+)?(?:meeting|session)"
    r"|entered\s+(?:the\s+)?meeting"
    r"|came\s+in(?:to\s+the\s+meeting)?)\b"
    r"|\b(?P<left>left\s+(?:the\s+)?(?:meeting|session|room|dais|table|chambers?|at\b|early)"
    r"|departed|(?:was\s+)?excused\s+(?:himself|herself)?\s*from\s+the\s+(?:rest|remainder))"
    r"|\b(?P<remote>(?:participat|attend|join)(?:ed|ing)\s+(?:the\s+meeting\s+)?(?:via|by"
    r"|through|remotely)\b)"
    r"|\b(?P<back>returned|rejoined)\b",
    re.I,
)
_BEFORE = re.compile(
    rf"(?P<name>{NAME})(?:,[^,.\n]{{2,40}},)?\s+(?:then\s+|also\s+|had\s+|has\s+|later\s+)?$"
)
_REACH, _AHEAD = 90, 70
_MOST = 300
_STATES = {"late": LATE, "left": LEFT, "remote": REMOTE, "back": PRESENT}


@dataclass(frozen=True)
class Change:
    """What is said of one printed name, where, and when it was."""

    name: str
    state: str
    at: str | None
    start: int
    end: int


def changes(text: str) -> list[Change]:
    """All such sentences of a document, in order of place."""
    out = []
    for match in islice(_VERB.finditer(text), _MOST):
        before = text[max(0, match.start() - _REACH) : match.start()]
        named = _BEFORE.search(before)
        if named is None:
            continue
        ahead = re.split(r"(?<=[a-z]{2})\.\s|\n\s*\n", text[match.end() : match.end() + _AHEAD])[0]
        clocks = times.find(ahead)
        at = str(times.resolved(clocks[0], times.find(text[:3000]))[0]) if clocks else None
        start = match.start() - len(before) + named.start("name")
        kind = next(name for name, value in match.groupdict().items() if value)
        out.append(Change(named["name"], _STATES[kind], at, start, match.end()))
    return out
