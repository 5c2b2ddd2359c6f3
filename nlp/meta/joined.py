"""Which dates of a passage belong to the word "minutes" in it.

Owns the walk from that word over words of meetings and further dates; other papers' dates, stamps
and dates to come are stepped over.
"""

from __future__ import annotations

import re

from nlp import dates

_STAMP = re.compile(
    r"\b(?:approved|adopted|accepted)\s+(?:by\s+[\w ]{2,40}\s+)?(?:on|at|this|:"
    r"|the)?\s*(?:the\s+|its\s+|their\s+)?$|\bapproved\b\s*:?\s*$"
    r"|\bapproved\s+at\s+(?:the|a|their|its)\s+[\w ,]{0,40}$|\b(?:approved"
    r"|adopted)\s+(?:on|this)\b[^.\n]{0,20}$"
    r"|\b(?:preceding|these|foregoing|above)\s+minutes\b[^.\n]{0,60}$",
    re.I,
)
_NEXT = re.compile(
    r"\b(?:next|upcoming|until|scheduled\s+for|will\s+be|tabled\s+(?:to|until)"
    r"|postponed?\s+(?:to|until)|at\s+the|ending|through|due"
    r"|dated?\s+check|effective)\s*(?:the\s+|its\s+)?(?:[a-z]+\s+){0,3}$"
    r"|\bby\s+(?:the\s+)?$",
    re.I,
)
_OTHER_PAPER = re.compile(
    r"\b(?:report|invoice|bills?|warrants?|resolution|ordinance|contract|agreement"
    r"|financials?|statements?|budget|letter|payroll|proposal|quote|plan|plans|list"
    r"|treasurer's|check\s+register|expenses?|disbursements?)\b"
    r"(?!\s+(?:\w+\s+){0,2}(?:meetings?|hearings?|work\s?shops?|work|sessions?|minutes|committee)\b)",
    re.I,
)
_PAPER_NEXT = re.compile(rf"\s*,?\s*(?:\w+\s+)?{_OTHER_PAPER.pattern}", re.I)
_MEETING = re.compile(
    r"\b(?:meetings?|sessions?|minutes|hearing|work\s?shop|regular|special|reorgani[sz]ation"
    r"|retreat|caucus|canvass?)\b",
    re.I,
)
_CHAIN = re.compile(
    r"(?:[\s,;&:()'\"/.\u2022\u00b7\u25aa\u25cf\uf0b7-]|\b[a-z0-9]{1,2}[.)]|\b(?:and|the|of|both|also|from"
    r"|for|meetings?|mtgs?|minutes|regular|monthly|regularly|scheduled|rescheduled|our"
    r"|special|work|session|sessions|workshop|workshops|shop|executive|reorgani[sz]ation(?:al)?"
    r"|council|board|commission|commissioners|directors|aldermen|select|selectmen"
    r"|borough|township|city|town|village|county|committee|held|on|dated?|public|hearings?|joint"
    r"|emergency|annual|organi[sz]ational|called|planning|supervisors|trustees|budget|levy|tax"
    r"|closed|combined|caucus|retreat|as|corrected|amended|presented|submitted|written|printed"
    r"|distributed|circulated|draft|unapproved|advisory|study|agenda|conference"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|mon|tues?|wed|thurs?|fri|sat|sun|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|20\d\d|approv\w+)\b)*",
    re.I,
)
_MOVED_TO = re.compile(
    r"\(\s*(?:con['t]|resched|adjourn|recess|postpon)[^()\n]{0,80}\)"
    r"|\b(?:continued|con't|cont'd|rescheduled|adjourned|recessed)\s+(?:to|from|until)\s+"
    r"(?:[A-Za-z]{3,9}\.?\s\d{1,2}(?:,\s?\d{4})?|\d{1,2}/\d{1,2}(?:/\d{2,4})?)",
    re.I,
)
_SENTENCE_END = re.compile(r"[A-Za-z]{3}\.\s+[A-Z]")
_LONGEST_GAP = 150
_LONGEST_NAME = 110


def near(text: str, low: int, high: int, word: tuple[int, int]) -> list[dates.Found]:
    """The dates joined to the word at `word`, counted from `low`, in order of place."""
    # Where a meeting was carried on is no meeting of its own.
    passage = _MOVED_TO.sub(lambda m: " " * len(m.group()), text[low:high])
    start, end = word[0] - low, word[1] - low
    found = dates.find(passage, short=True)
    out = _walk(passage, [one for one in found if one.start >= end], end, forward=True)
    behind = [one for one in found if one.end <= start][::-1]
    return _walk(passage, behind, start, forward=False)[::-1] + out


def _walk(
    passage: str, candidates: list[dates.Found], at: int, *, forward: bool
) -> list[dates.Found]:
    out: list[dates.Found] = []
    for one in candidates:
        gap = passage[at : one.start] if forward else passage[one.end : at]
        if len(gap) > _LONGEST_GAP or not _joins(gap, first=not out, forward=forward):
            break
        if not _other_use(passage, one):
            out.append(one)
        at = one.end if forward else one.start
    return out


def _joins(gap: str, *, first: bool, forward: bool) -> bool:
    if _OTHER_PAPER.search(gap) or "\n\n" in re.sub(r"[ ]", "", gap):
        return False
    if _CHAIN.fullmatch(gap):
        return not _SENTENCE_END.search(gap)
    # A name of the body or a place may stand between; a sentence of its own may not.
    return (
        first
        and forward
        and len(gap) <= _LONGEST_NAME
        and "." not in gap.replace("Mr.", "")
        and bool(_MEETING.search(gap))
        and bool(re.match(r"\s*(?:as\s+\w+\s+)?(?:of|from|for|-|:|\()", gap))
    )


def _other_use(passage: str, one: dates.Found) -> bool:
    before = passage[max(0, one.start - 70) : one.start]
    if _STAMP.search(before) or _NEXT.search(before):
        return True
    # "and the March 1 treasurer's report" dates the report.
    paper = _PAPER_NEXT.match(passage, one.end, one.end + 60)
    return paper is not None and "\n" not in paper.group()
