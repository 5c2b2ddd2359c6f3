"""Whose minutes a document approves: every line about it, with the dates of the meetings named.

Owns the wordings. The chain of minutes that closes old windows rests on this, so a date counts only
beside "minutes" in a passage about approving them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import islice

from nlp import dates
from nlp.meta.joined import near
from nlp.meta.told import Told
from nlp.passages import around

_MINUTES = re.compile(r"\bminutes\b", re.I)
_APPROVING = re.compile(
    r"\b(?:approv\w*|accept\w*|adopt\w*|correct\w*|ratif\w*|dispens\w*|reading\s+of"
    r"|review\w*|motion|moved|consent|stand|additions)\b",
    re.I,
)
_HEADED = re.compile(
    r"approv\w*[^.\n]{0,60}minutes|minutes[^.\n]{0,20}\s+approv|\bconsent\s+(?:agenda|calendar"
    r"|items|business)|^[ ]*(?:\w{1,4}[.)]\s*)?minutes\s*:?[ ]*$",
    re.I | re.M,
)
_ITEM = re.compile(r"[ ]*(?:\(?[A-Za-z0-9]{1,4}(?:\.\d+)*[.):]+|[-\u2022\u00b7\u25aa\uf0b7])\s+")
_VERB = re.compile(
    r"\b(?:approv|accept|adopt|dispens|waiv)\w*\b[^.\n]{0,80}\bminutes\b"
    r"|\bminutes\b[^.\n]{0,80}\b(?:approved|accepted|adopted)\b",
    re.I,
)
_LAST = re.compile(
    r"\bminutes\s+(?:of|from|for)\s+(?:the\s+|our\s+)?(?:last|previous|prior|preceding)\b"
    r"|\b(?:last|previous|prior|preceding)(?:\s+\w+){0,2}(?:'s)?\s+minutes\b",
    re.I,
)
_STAMPED = re.compile(
    r"\b(?:preceding|these|foregoing|above)\s+minutes\b|\bapproved\s+minutes\b|\bminutes\s+(?:were\s+)?"
    r"approved\s+(?:at|on|this)\b",
    re.I,
)
_DURATION = re.compile(
    r"(?:(?<!\d)\d{1,3}|\b(?:one|two|three|five|ten|fifteen|twenty|thirty|few|several))[\s-]*$",
    re.I,
)
_FOOTER = re.compile(r"[ ]*(?:p\w{0,5}\W{0,2}\d|\d{1,3}[ ]*$)", re.I | re.M)
# No meeting approves more; a hostile page of "minutes" would cost a passage for each.
_MOST = 400
_FORWARD = 480
_BACK = 200
_MONTH_GAP = 60
_MONTH_BEFORE = re.compile(r",?(?:\s+(?!report|financial)\w+){0,4}\s+", re.I)
_MONTH_AFTER = re.compile(r"\s+(?:of|from|for)\s+(?:the\s+)?(?:(?!month)\w+\s+){0,3}", re.I)
_BESIDE = 700
_LATE = 400
NO_DATE = "the date of the minutes approved is not printed"
NO_DAY = "only the month of the minutes approved is printed"
NO_YEAR = "the minutes approved are dated without a year"
AFTER = "the minutes approved are dated after the meeting itself"
LONG_AGO = "the minutes approved are more than a year old"


def approvals(text: str, meeting: date | None) -> list[Told]:
    """Every approval of minutes, in order of place.

    value: the ISO date of the meeting whose minutes they are; "2026-06" where only the month is
    printed; empty where nothing is. A missing year is taken from `meeting`. With a doubt that
    the date cannot be right, it counts for nothing: see `sure`.
    """
    found: dict[tuple[int, str], Told] = {}
    undated: list[Told] = []
    for match in islice(_MINUTES.finditer(text), _MOST):
        if _duration(text, match.start()) or _FOOTER.match(text, match.end()):
            continue
        low, high = _passage(text, match)
        if not _about(text, low, high, match.start()):
            continue
        made = [_told(low, one, meeting) for one in near(text, low, high, match.span())]
        for one in made:
            if one is not None:
                found.setdefault((one.start, one.value), one)
        if not made:
            undated += _undated(text, low, high, match, meeting)
    own = meeting.isoformat() if meeting else None
    # A meeting does not approve its own minutes: that date is a title's or a stamp's.
    told = sorted((t for t in found.values() if t.value != own), key=lambda t: t.start)
    return _with_undated(told, undated)


def sure(told: list[Told]) -> tuple[date, ...]:
    """The full dates of approvals that can be right, each once, in order of place."""
    days = (one.value for one in told if len(one.value) == 10 and AFTER not in one.doubts)
    return tuple(date.fromisoformat(day) for day in dict.fromkeys(days))


def _duration(text: str, at: int) -> bool:
    """Whether the word at `at` counts time ("ten minutes"; not "the March 10 minutes")."""
    before = text[max(0, at - 30) : at]
    if not _DURATION.search(before[-12:]):
        return False
    end = len(before.rstrip(" -\n"))
    return all(one.end != end for one in dates.find(before, short=True))


def _passage(text: str, match: re.Match[str]) -> tuple[int, int]:
    low, high = around(text, match.start(), match.end())
    return max(low, match.start() - _BACK), min(high, match.end() + _FORWARD)


def _about(text: str, low: int, high: int, at: int) -> bool:
    """Whether a passage with the word "minutes" is about approving some."""
    if _APPROVING.search(text, low, high) or _HEADED.search(text[max(0, low - 160) : low]):
        return True
    line = text.rfind("\n", 0, at) + 1
    listed = _ITEM.match(text, line) is not None
    return listed and _HEADED.search(text[max(0, line - 600) : line]) is not None


def _told(low: int, one: dates.Found, meeting: date | None) -> Told | None:
    start, end = low + one.start, low + one.end
    rule = "minutes of a date"
    made = _complete(one, meeting)
    if made is None:
        return Told("", start, end, rule, (NO_YEAR,)) if one.year is None else None
    told = Told(made.isoformat(), start, end, rule)
    if meeting is not None and made > meeting:
        return replace(told, doubts=(AFTER,))
    if meeting is not None and (meeting - made).days > _LATE:
        return replace(told, doubts=(LONG_AGO,))
    return told


def _complete(one: dates.Found, meeting: date | None) -> date | None:
    if one.year is not None:
        return one.on()
    if meeting is None:
        return None
    made = one.on(meeting.year)
    # "The December 9 minutes" in January are last year's.
    return one.on(meeting.year - 1) if made is not None and made > meeting else made


def _undated(
    text: str, low: int, high: int, match: re.Match[str], meeting: date | None
) -> list[Told]:
    """Minutes of a month, of the last meeting, or just "the minutes", said to be approved."""
    if _STAMPED.search(text, low, high):
        return []
    month = _month(text, match, meeting)
    if month is not None:
        return [month]
    if _LAST.search(text, low, high):
        return [Told("", low, high, "minutes of the last meeting", (NO_DATE,))]
    if _VERB.search(text, low, high):
        return [Told("", low, high, "minutes without a date", (NO_DATE,))]
    return []


def _month(text: str, match: re.Match[str], meeting: date | None) -> Told | None:
    base = max(0, match.start() - _MONTH_GAP)
    window = text[base : match.end() + _MONTH_GAP]
    low, high = match.start() - base, match.end() - base
    for start, end, year, month in dates.months_in(window):
        if not (
            _MONTH_BEFORE.fullmatch(window[end:low]) or _MONTH_AFTER.fullmatch(window[high:start])
        ):
            continue
        if not year and meeting is not None:
            year = meeting.year - (month > meeting.month)
        if year:
            value = f"{year:04d}-{month:02d}"
            return Told(value, base + start, base + end, "minutes of a month", (NO_DAY,))
    return None


def _with_undated(told: list[Told], undated: list[Told]) -> list[Told]:
    """Undated approvals that none beside them says more exactly; each value once."""
    exact = [one for one in (*told, *undated) if one.value]
    out = list(told)
    for one in sorted(undated, key=lambda one: not one.value):
        dated = told if one.value else exact
        beside = (other for other in dated if other.value and other != one)
        if any(one.start - _BESIDE <= other.start <= one.end + _BESIDE for other in beside):
            continue
        if all(other.value != one.value for other in out):
            out.append(one)
    return sorted(out, key=lambda one: one.start)
