"""The date of the meeting a document is about.

Owns the scoring of the dates near the top (what stands beside them says what they are of) and the
choice between text and file name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from nlp import dates
from nlp.meta.told import Told

_REACH = 3000
_EARLIEST, _LATEST = 1950, 2100
# What a date must reach to speak for the meeting, and to speak against a full date in the name.
_FLOOR, _WEAK = 0.6, 1.5
_TOP = 900
_SCHEDULE_ROWS = 5
_FOR = re.compile(
    r"\b(?:meeting|minutes|session|held|called\s+to\s+order|convened|agenda|hearing"
    r"|workshop|present|met|council|board|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday)\b",
    re.I,
)
_AGAINST_BEFORE = re.compile(
    r"\b(?:minutes\s+(?:of|from|for|dated?)|approv\w+|accept\w+|previous|prior|last"
    r"|posted|revised|amended|adopted|enacted|next|printed|publish\w+|adjourned\s+(?:from|to)"
    r"|(?:continued|con't|rescheduled|postponed|moved)\s+(?:from|to)|until|effective|dated|deadline"
    r"|by|through|ending|ended|since|updated|scheduled\s+for|for\s+the\s+\w+\s+of)\b[^.\n]{0,60}$",
    re.I,
)
_AGAINST_AFTER = re.compile(
    r"^[^.\n]{0,30}\b(?:minutes\s+(?:were|be|as)|regular\s+meeting\s+minutes\b.{0,40}\bapproved)"
    r"|^\W{0,4}(?:meeting\s+)?minutes\s*$",
    re.I,
)
_FOOTER = re.compile(
    r"(?:\s(?:&|and)\s\w[^\n]{0,20}\d{4})?[^\n]{0,60}\b(?:minutes|agenda)\b\W{0,4}p\w{0,5}\W{0,2}\w?\d",
    re.I,
)
_HELD = re.compile(r"\b(?:called|order|convened|held|met)\b", re.I)
_HEADING = re.compile(r"[^\n]{0,80}\b(?:meeting|minutes|session|agenda|hearing)\b", re.I)
_VERB = re.compile(r"\b(?:called|was|were|has|moved|motion|will)\b", re.I)
_TITLE_NOT = re.compile(
    r"\b(?:approv|accept|previous|prior|next|posted|revised|continued|printed|dated)", re.I
)
_NUMBERED = re.compile(r"\s*\(?[\dA-Za-z]{1,2}[.)]")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\W{{1,4}}(?:the\s+)?$", re.I)


@dataclass(frozen=True)
class _Seen:
    made: date
    found: dates.Found
    score: float

    def told(self, rule: str, *doubts: str) -> Told:
        return Told(self.made.isoformat(), self.found.start, self.found.end, rule, doubts)


def meeting_date(text: str, name: str, approved: Sequence[Told] = ()) -> Told | None:
    """The best date with the reason as its rule; None where none is printed.

    approved: the minutes approved in this document, whose dates its own meeting cannot have. A
    date that only the file name gives has no place (start and end 0). Doubts name every witness
    that says otherwise.
    """
    named = list(dict.fromkeys(dates.in_name(name)))
    if _is_schedule(text):
        return _of_name(named, "file name (the text lists many meetings)")
    seen = _seen(text, named, {one.value for one in approved})
    if not seen or seen[0].score < _FLOOR:
        return _of_name(named, "file name (no date in the text)")
    best = seen[0]
    if best.made in named:
        return best.told("text, and the file name says the same")
    if len(named) == 1:
        return _against_name(text, named[0], best, approved)
    return _with_weekday(text, _with_month(name, best))


def _of_name(named: list[date], rule: str) -> Told | None:
    return Told(named[0].isoformat(), 0, 0, rule) if len(named) == 1 else None


def _seen(text: str, named: list[date], approved: set[str]) -> list[_Seen]:
    """Dates of the top, the best first; the earlier in the text wins a tie."""
    out = []
    for found in dates.find(text[:_REACH]):
        made = _complete(found, named)
        if made is not None and _EARLIEST <= made.year <= _LATEST:
            score = _score(text, found, made, named) - 2.0 * (made.isoformat() in approved)
            out.append(_Seen(made, found, score))
    return sorted(out, key=lambda one: (-one.score, one.found.start))


def _complete(found: dates.Found, named: list[date]) -> date | None:
    """A printed date; one without a year counts if the file name completes it."""
    if found.year is not None:
        return found.on()
    return next((d for d in named if (d.month, d.day) == (found.month, found.day)), None)


def _score(text: str, found: dates.Found, made: date, named: list[date]) -> float:
    before = text[max(0, found.start - 90) : found.start]
    after = text[found.end : found.end + 90]
    score = 3.0 - found.start / 700
    if _FOR.search(before[-60:]) or _FOR.search(after[:40]):
        score += 1.5
    if _HELD.search(after[:70]):
        score += 1.5
    title = _title_line(text, found.start, found.end)
    score += 1.5 * title
    if _AGAINST_BEFORE.search(before) and not title:
        score -= 3.5
    if _AGAINST_AFTER.search(after) and found.start > 300:
        score -= 2.5
    if _FOOTER.match(text, found.end):
        score += 4.0
    return score + (2.5 if made in named else 0.0)


def _title_line(text: str, start: int, end: int) -> bool:
    """A line that is the date alone, or names a meeting beside it, near the very top.

    "Minutes of March 10, 2026" there is the title, not an approval.
    """
    first = text.rfind("\n", 0, start) + 1
    line = text[first : (text.find("\n", end) + 1 or len(text)) - 1]
    if start > 500 or start - first > 70 or len(line) > 160 or _NUMBERED.match(line):
        return False
    if _TITLE_NOT.search(line) or _VERB.search(line):
        return False
    return len(line.split()) <= 5 or bool(_HEADING.match(line))


def _is_schedule(text: str) -> bool:
    """A table of meetings of a year is no meeting's document: line after line opens with a date."""
    rows = 0
    for line in text[:_REACH].split("\n"):
        found = dates.find(line[:60])
        rows += bool(found) and not line[: found[0].start].strip() and len(line.split()) <= 8
    return rows >= _SCHEDULE_ROWS and len(text) < 2 * _REACH


def _against_name(text: str, named: date, best: _Seen, approved: Sequence[Told]) -> Told:
    """The file name gives another full date than the text does."""
    differ = f"the file name says {named.isoformat()}, the text {best.made.isoformat()}"
    same_day = (named.month, named.day) == (best.made.month, best.made.day)
    later = any(best.made.isoformat() < one.value < named.isoformat() for one in approved)
    if same_day and later:
        # January's minutes often carry last year's figure, and approve minutes of that year's end.
        rule = "file name (the text's year is before the minutes it approves)"
        return Told(named.isoformat(), best.found.start, best.found.end, rule, (differ,))
    other = best.score < _WEAK or best.found.start > _TOP
    if not same_day and (other or best.made.isoformat() in {one.value for one in approved}):
        return Told(named.isoformat(), 0, 0, "file name (the text's dates are of other things)",
                    (differ,))  # fmt: skip
    return _with_weekday(text, best.told("text, against the file name", differ))


def _with_month(name: str, best: _Seen) -> Told:
    """A file name that gives the same month of another year is a sign of a slip in one of them."""
    for _, _, year, month in dates.months_in(re.sub(r"[_+.-]|%20", " ", name)):
        if year and month == best.made.month and year != best.made.year:
            doubt = f"the file name says {year:04d}-{month:02d}, the text {best.made.isoformat()}"
            return best.told("text", doubt)
    return best.told("text")


def _with_weekday(text: str, told: Told) -> Told:
    """A doubt where the weekday printed before the date is not that day's."""
    printed = _WEEKDAY.search(text[max(0, told.start - 16) : told.start])
    real = _WEEKDAYS[date.fromisoformat(told.value).weekday()]
    if printed is None or printed[1].lower() == real:
        return told
    doubt = f"{told.value} is a {real.capitalize()}, the text says {printed[1].capitalize()}"
    return replace(told, doubts=(*told.doubts, doubt))
