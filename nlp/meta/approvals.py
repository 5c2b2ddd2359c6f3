"""Whose minutes a document approves: the dates of the meetings named there.

Owns the wordings. The chain of minutes that closes old windows rests on this, so a date counts only
beside "minutes" in a passage about approving them.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from nlp import dates
from nlp.passages import around

_MINUTES = re.compile(r"\bminutes\b", re.I)
_APPROVING = re.compile(
    r"\b(?:approv\w*|accept\w*|adopt\w*|correct\w*|ratif\w*|dispens\w*|reading\s+of"
    r"|review\w*|motion|consent)\b",
    re.I,
)
_STAMP = re.compile(
    r"\b(?:approved|adopted|accepted)\s+(?:by\s+[\w ]{2,40}\s+)?(?:on|at|this|:"
    r"|the)?\s*(?:the\s+|its\s+|their\s+)?$|\bapproved\b\s*:?\s*$"
    r"|\bapproved\s+at\s+(?:the|a|their|its)\s+[\w ,]{0,40}$|\b(?:approved"
    r"|adopted)\s+(?:on|this)\b[^.\n]{0,20}$",
    re.I,
)
_NEXT = re.compile(
    r"\b(?:next|upcoming|until|scheduled\s+for|will\s+be|tabled\s+(?:to|until)"
    r"|continu\w+\s+to|postponed?\s+(?:to|until)|at\s+the|ending|through|due"
    r"|dated?\s+check|effective|by)\s*(?:the\s+|its\s+)?(?:[a-z]+\s+){0,3}$",
    re.I,
)
_OTHER_PAPER = re.compile(
    r"\b(?:report|invoice|bills?|warrants?|resolution|ordinance|contract|agreement"
    r"|financials?|statements?|budget|letter|payroll|proposal|quote|plan|plans|list"
    r"|treasurer's|check\s+register|expenses?|disbursements?)\b",
    re.I,
)
_PAPER_NEXT = re.compile(rf"\s*,?\s*(?:\w+\s+)?{_OTHER_PAPER.pattern}", re.I)
_MEETING = re.compile(
    r"\b(?:meeting|session|minutes|hearing|workshop|regular|special|reorgani[sz]ation)\b", re.I
)
_CHAIN = re.compile(
    r"(?:[\s,;&:()'\"-]|\b[a-z0-9]{1,2}[.)]|\b(?:and|the|of|both|also|from|for|meetings?"
    r"|minutes|regular"
    r"|special|work|session|workshop|executive|reorgani[sz]ation|council|board|commission"
    r"|borough|township|city|town|committee|held|on|dated?|public|hearings?|joint"
    r"|emergency|annual|organi[sz]ational|called|planning|supervisors|trustees|budget"
    r"|closed|combined|caucus|as|corrected|amended|presented|submitted|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|approv\w+)\b)*",
    re.I,
)
# No meeting approves more; a hostile page of "minutes" would cost a passage for each.
_MOST = 400
_FORWARD = 420
_BACK = 160


def approves(text: str, meeting: date | None) -> tuple[date, ...]:
    """Dates of the minutes approved, in order of place; a missing year comes from the meeting."""
    own = meeting
    found: dict[date, int] = {}
    for match in islice(_MINUTES.finditer(text), _MOST):
        low, high = _passage(text, match)
        passage = text[low:high]
        if not _APPROVING.search(passage) and not _heading_before(text, low):
            continue
        for one in _dates_of(passage, match.start() - low, match.end() - low):
            made = _complete(one, meeting)
            if made is not None and made != own and not (own and made > own):
                found.setdefault(made, low + one.start)
    return tuple(sorted(found, key=lambda d: found[d]))


def _passage(text: str, match: re.Match[str]) -> tuple[int, int]:
    low, high = around(text, match.start(), match.end())
    return max(low, match.start() - _BACK), min(high, match.end() + _FORWARD)


def _heading_before(text: str, low: int) -> bool:
    return bool(
        re.search(
            r"approv\w*[^.\n]{0,40}minutes|minutes\s+approv", text[max(0, low - 120) : low], re.I
        )
    )


def _dates_of(passage: str, start: int, end: int) -> list[dates.Found]:
    """Dates joined to the word "minutes" by nothing but words of meetings and other such dates."""
    all_dates = dates.find(passage)
    out = _walk(passage, [d for d in all_dates if d.start >= end], end, forward=True)
    back = _walk(passage, [d for d in all_dates if d.end <= start][::-1], start, forward=False)
    return back[::-1] + out


def _walk(
    passage: str, candidates: list[dates.Found], at: int, *, forward: bool
) -> list[dates.Found]:
    out: list[dates.Found] = []
    for one in candidates:
        gap = passage[at : one.start] if forward else passage[one.end : at]
        if len(gap) > 140 or not _joins(gap, first=not out, forward=forward):
            break
        if not _other_use(passage, one):
            out.append(one)
        at = one.end if forward else one.start
    return out


def _joins(gap: str, *, first: bool, forward: bool) -> bool:
    if _OTHER_PAPER.search(gap) or "\n\n" in re.sub(r"[ ]", "", gap):
        return False
    if _CHAIN.fullmatch(gap):
        return True
    # A name of the body or a place may stand between; a sentence of its own may not.
    return (
        first
        and forward
        and len(gap) <= 110
        and "." not in gap.replace("Mr.", "")
        and bool(_MEETING.search(gap))
        and bool(re.match(r"\s*(?:of|from|for|-|:|\()", gap))
    )


def _other_use(passage: str, one: dates.Found) -> bool:
    before = passage[max(0, one.start - 70) : one.start]
    if _STAMP.search(before) or _NEXT.search(before):
        return True
    # "and the March 1 treasurer's report" dates the report.
    after = passage[one.end : one.end + 40].split("\n")[0]
    return bool(_PAPER_NEXT.match(after))


def _complete(one: dates.Found, meeting: date | None) -> date | None:
    if one.year is not None:
        return one.on()
    if meeting is None:
        return None
    made = one.on(meeting.year)
    # "The December 9 minutes" in January are last year's.
    return one.on(meeting.year - 1) if made is not None and made >= meeting else made
