"""When a meeting was called to order, when it adjourned, and when the next one is to be.

Owns the wordings of these three; an agenda has none of the first two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import islice

from nlp import dates, times
from nlp.meta.told import Told

_OPENED = re.compile(
    r"\bcall(?:ed|s|ing)?\b[^\n.]{0,140}?\bto\s+order\b|\bcall(?:ed)?\s+to\s+order\b"
    r"|\b(?:meeting|session|hearing|council|board|commission)\s+(?:was\s+|is\s+)?(?:duly\s+)?"
    r"(?:convened|opened|began|commenced|started|came\s+to\s+order)\b|\bconvened\s+(?:at|in|the)\b"
    r"|\bopened\s+the\s+(?:\w+\s+){0,3}(?:meeting|session)\b",
    re.I,
)
_CLOSED = re.compile(
    r"\badjourn(?:ed|ment|s|ing)?\b|\b(?:meeting|session)\s+(?:was\s+)?(?:closed|ended|concluded)\b",
    re.I,
)
_NOT_CLOSED = re.compile(
    r"\badjourned\s+(?:from|regular|special|meeting)\b|\badjourn(?:ed)?\s+(?:in)?to\s+(?:an?\s+)?"
    r"(?:executive|closed)",
    re.I,
)
_NEXT = re.compile(
    r"\b(?:next\s+(?:\w+\s+){0,4}?(?:meeting|session)|next\s+meets?|will\s+(?:next\s+)?meet\s+(?:again\s+)?"
    r"(?:next\s+)?on|adjourn(?:ed|ment)?\s+(?:the\s+meeting\s+)?(?:to|until)\b"
    r"|(?:meeting|session)\s+(?:is|was|has\s+been|will\s+be)\s+(?:scheduled|set|held)\s+(?:for|on))\b",
    re.I,
)
_AHEAD = 200
_MOST = 60
_FURTHEST = 190


def called_to_order(text: str) -> Told | None:
    """The first time beside "called to order", as HH:MM; doubts say how it was completed."""
    return _first(text, islice(_OPENED.finditer(text), _MOST), "called to order")


def adjourned(text: str, opened: Told | None = None) -> Told | None:
    """The last time beside "adjourned": a recess or a closed session may adjourn before it.

    opened: when the meeting was called to order; a session bound in behind it may have ended
    earlier, so a later time is preferred.
    """
    found = [
        m for m in islice(_CLOSED.finditer(text), _MOST) if not _NOT_CLOSED.match(text, m.start())
    ]
    told = [t for m in reversed(found) if (t := _first(text, [m], "adjourned"))]
    after = (t for t in told if opened is None or t.value > opened.value)
    return next(after, told[0] if told else None)


def next_meeting(text: str, meeting: date | None) -> Told | None:
    """The date announced for the next meeting; only one that lies after this meeting."""
    for match in islice(_NEXT.finditer(text), _MOST):
        window = text[match.end() : match.end() + _AHEAD]
        for one in dates.find(window):
            made = one.on(_year_after(one, meeting))
            if made and meeting and 0 < (made - meeting).days <= _FURTHEST:
                start = match.end() + one.start
                return Told(made.isoformat(), start, match.end() + one.end, "next meeting")
            break
    return None


def _year_after(one: dates.Found, meeting: date | None) -> int | None:
    if meeting is None:
        return None
    return meeting.year + ((one.month, one.day) < (meeting.month, meeting.day))


def _first(text: str, matches: Iterable[re.Match[str]], rule: str) -> Told | None:
    known = times.find(text[:3000])
    for match in matches:
        found = _beside(text, match)
        if found is not None:
            clock, doubt = times.resolved(found, known)
            value = str(clock) if clock.sure else ""
            return Told(value, found.start, found.end, rule, (doubt,) if doubt else ())
    return None


def _beside(text: str, match: re.Match[str]) -> times.Clock | None:
    """A time in the words behind, up to the sentence's end; else in those just before."""
    behind = re.split(
        r"\n[ ]*\n|\b(?:next|reconven)|(?<=[a-z]{3})\.\s", text[match.end() : match.end() + 160]
    )[0]
    found = times.find(behind)
    if found:
        return _moved(found[0], match.end())
    low = max(0, match.start() - 90)
    before = re.split(r"\n[ ]*\n|(?<=[a-z]{3})\.\s", text[low : match.start()])[-1]
    found = [*times.find(match.group()), *times.find(before)]
    if not found:
        return None
    inside = bool(times.find(match.group()))
    return _moved(found[0 if inside else -1], match.start() - (0 if inside else len(before)))


def _moved(clock: times.Clock, by: int) -> times.Clock:
    return times.Clock(clock.start + by, clock.end + by, clock.hour, clock.minute, clock.sure)
