"""Times of day as clerks print them ("7:00 p.m.", "7 PM", "19:30", "noon").

Owns the shapes. A time without a.m. or p.m. is given as printed and said to be unsure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLOCK = re.compile(
    r"(?<![\d:.$/-])(?P<hour>[01]?\d|2[0-3])(?:\s?[:.;]\s?(?P<minute>[0-5]\d))?"
    r"(?:\s*o'?\s?clock)?(?:\s*(?:in\s+the\s+)?(?P<half>[ap]\.?\s?m\b\.?|morning|afternoon|evening))?"
    r"(?P<hours>\s*(?:hours|hrs)\b)?(?![\d/%])",
    re.I,
)
_HOURS = re.compile(r"\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s*(?:hours|hrs)\b", re.I)
_WORDS = re.compile(r"\b(?P<word>noon|midnight)\b", re.I)


@dataclass(frozen=True)
class Clock:
    """One printed time. sure: whether morning and evening are told apart by what is printed."""

    start: int
    end: int
    hour: int
    minute: int
    sure: bool

    def __str__(self) -> str:
        return f"{self.hour:02d}:{self.minute:02d}"


def find(text: str) -> list[Clock]:
    """All times in order of place; a bare number is none."""
    found = [made for match in _CLOCK.finditer(text) if (made := _clock(match))]
    found += [
        Clock(m.start(), m.end(), int(m["hour"]), int(m["minute"]), True)
        for m in _HOURS.finditer(text)
    ]
    found += [
        Clock(m.start(), m.end(), 12 if m["word"].lower() == "noon" else 0, 0, True)
        for m in _WORDS.finditer(text)
    ]
    return sorted(found, key=lambda clock: clock.start)


def _clock(match: re.Match[str]) -> Clock | None:
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if not half and not match["minute"]:
        return None
    if half and not 1 <= hour <= 12:
        half = ""
    late = half[:1] in ("p", "e") or half == "afternoon"
    if half:
        hour = hour % 12 + 12 * late
    sure = bool(half) or hour > 12 or hour == 0
    return Clock(match.start(), match.end(), hour, int(match["minute"] or 0), sure)


def resolved(clock: Clock, others: list[Clock]) -> tuple[Clock, str | None]:
    """An unsure time completed, with the doubt that says how; unchanged where nothing tells.

    The same time printed elsewhere with its half of the day decides; else no body meets between
    one and six in the morning, and from seven to noon nothing is known.
    """
    if clock.sure:
        return clock, None
    twins = {o.hour for o in others if o.sure and o.hour % 12 == clock.hour % 12}
    if len(twins) == 1:
        return _at(clock, twins.pop()), "a.m. or p.m. is taken from another time in the document"
    if 1 <= clock.hour <= 6:
        return _at(clock, clock.hour + 12), "no a.m. or p.m. is printed: taken as p.m."
    return clock, "no a.m. or p.m. is printed"


def _at(clock: Clock, hour: int) -> Clock:
    return Clock(clock.start, clock.end, hour, clock.minute, True)
