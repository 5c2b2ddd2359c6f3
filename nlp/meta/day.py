"""The date of the meeting a document is about.

Owns the scoring of the dates near the top: what stands beside them says what they are of.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from nlp import dates

_REACH = 3000
_EARLIEST, _LATEST = 1950, 2100
_WEAK = 1.5
_FOR = re.compile(
    r"\b(?:meeting|minutes|session|held|called\s+to\s+order|convened|agenda|hearing"
    r"|workshop|present|met|council|board|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday)\b",
    re.I,
)
_AGAINST_BEFORE = re.compile(
    r"\b(?:minutes\s+(?:of|from|for|dated?)|approv\w+|accept\w+|previous|prior|last"
    r"|posted|revised|amended|next|printed|publish\w+|adjourned\s+from"
    r"|continued\s+(?:from|to)|until|effective|dated|deadline|by|through|ending|ended"
    r"|since|updated|scheduled\s+for)\b[^.\n]{0,60}$",
    re.I,
)
_AGAINST_AFTER = re.compile(
    r"^[^.\n]{0,30}\b(?:minutes\s+(?:were|be|as)|regular\s+meeting\s+minutes\b.{0,40}\bapproved)",
    re.I,
)
_OWN_MINUTES = re.compile(r"\bminutes\s*(?:of|for)?\s*(?:the\s+)?[^.]{0,80}$", re.I)


def meeting_date(
    text: str, name: str, approved: Collection[date] = ()
) -> tuple[date | None, tuple[str, ...]]:
    """The best date and a doubt where file name and text disagree; None where none is printed.

    approved: dates of minutes approved in this document, which its own meeting cannot have.
    """
    named = dates.in_name(name)
    scored = [
        (_score(text, found, made, named), -found.start, made)
        for found in dates.find(text[:_REACH])
        if (made := _complete(found, named)) is not None and _EARLIEST <= made.year <= _LATEST
    ]
    if not scored:
        return (named[0] if len(set(named)) == 1 else None), ()
    score, _, best = max(scored)
    if not named or best in named:
        return best, ()
    doubt = f"the file name says {named[0].isoformat()}, the text {best.isoformat()}"
    weak = score < _WEAK or best in approved
    return (named[0] if weak and len(set(named)) == 1 else best), (doubt,)


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
    if re.search(r"\b(?:called|order|convened|held|met)\b", after[:70], re.I):
        score += 1.5
    if _AGAINST_BEFORE.search(before) and not _title_line(text, found.start):
        score -= 3.5
    if _AGAINST_AFTER.search(after):
        score -= 2.5
    return score + (2.5 if made in named else 0.0)


def _title_line(text: str, at: int) -> bool:
    """ "Minutes of March 10, 2026" at the very top is the title, not an approval."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    if at > 500 or re.search(r"\b(?:approv|accept|previous|prior|next|posted|revised)", line, re.I):
        return False
    return len(line) < 70
