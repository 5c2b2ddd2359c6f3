"""Whether the meeting was held, of what kind it was, whether these minutes are final.

Owns those three small questions; each is answered from the top or the foot of the document.
"""

from __future__ import annotations

import re
from datetime import date

from nlp import dates
from nlp.meta.head import head
from nlp.meta.told import Told

_TOP, _EDGE, _SHORT = 1800, 1500, 2500

_CANCEL = re.compile(
    r"\bnotice\s+of\s+(?:meeting\s+)?cancel\w*|\bcancel\w+\s+notice\b"
    r"|\bmeeting\b[^.\n]{0,120}?\b(?:is|was|were|has\s+been|have\s+been"
    r"|been)\s+(?:hereby\s+)?cancell?ed\b|\bmeeting\s*(?:-|:)?\s*cancell?ed\b"
    r"|\bcancell?ed\s*(?:-|:)?\s*(?:\w+\s+){0,4}meeting\b"
    r"|\bcancellation\s+of\s+(?:the\s+)?(?:[\w,]+\s+){0,6}meeting\b|\b(?:no"
    r"|lack\s+of\s+(?:a\s+)?|without\s+a"
    r"|absence\s+of\s+(?:a\s+)?)\s*quorum\b[^.]{0,120}\b(?:not\s+held|cancel\w+"
    r"|no\s+meeting|could\s+not|adjourn\w*|not\s+conven\w+)"
    r"|\bmeeting\s+was\s+not\s+held\b|\bno\s+meeting\s+(?:was\s+)?held\b"
    r"|\b(?:not\s+held|no\s+meeting|cancel\w+)\b[^.\n]{0,60}\b(?:lack"
    r"|want)\s+of\s+(?:a\s+)?quorum\b",
    re.I,
)
_LONE = re.compile(
    r"(?:\*\s*)*(?:meeting\s+|this\s+meeting\s+(?:is|was|has\s+been)\s+)?cancell?ed[.!* ]*", re.I
)
_OTHER_MEETING = re.compile(
    r"\b(?:the|next|our)\s+(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december|next|following)\b",
    re.I,
)
_MOVED = re.compile(
    r"\bmeeting\b[^.\n]{0,120}?\b(?:is|was|has\s+been|have\s+been|been)\s+(?:hereby\s+)?"
    r"(?:postponed|rescheduled|re-scheduled|moved)\s+(?:to|from|until)\b",
    re.I,
)
_KINDS = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("reorganization", r"\b(?:re-?)?organi[sz]ation(?:al)?\s+(?:meeting|minutes|and\b)"),
        (
            "special",
            (
                r"\b(?:special|emergency)(?:ly)?(?:\s+\w+){0,6}?\s+"
                r"(?:meeting|session|minutes|agenda|called)\b"
            ),
        ),
        (
            "work_session",
            (
                r"\b(?:(?:work|working|study)\s?-?(?:session|shop)s?|committee\s+of\s+the\s+whole"
                r"|caucus)\b"
            ),
        ),
        ("regular", r"\bregular\b|\b(?:stated|monthly|bi-?monthly)\s+(?:\w+\s+)?meeting\b"),
        ("special", r"\bjoint\s+(?:\w+\s+){0,3}(?:meeting|session)\b"),
        ("executive", r"\b(?:executive|closed)\s+session\s+(?:meeting|minutes|agenda|only)\b"),
    )
)
_SHORT_NAMES = (
    ("special", re.compile(r"\bSM\b|\bspec\b|\bspecial\b")),
    ("regular", re.compile(r"\bRM\b|\bREG\b")),
)
_DRAFT_LINE = re.compile(
    r"\W*(?:draft|unapproved|preliminary)\W*|.{0,70}\b(?:draft|unapproved|preliminary"
    r"|unofficial|proposed)\b\W{0,4}(?:\w+\W{1,3}){0,4}minutes\b.{0,40}"
    r"|.{0,60}\bminutes\b\W{1,4}(?:\w+\W{1,3}){0,2}(?:draft|unapproved|not\s+approved"
    r"|not\s+yet\s+approved|pending\s+approval)\b.{0,30}"
    r"|.{0,60}\bminutes\b.{0,60}?[-(\[*]\s*(?:draft|unapproved|unofficial)\s*[)\]*]?\W*"
    r"|.{0,60}\b(?:subject\s+to\s+(?:\w+\s+)?approval"
    r"|not\s+(?:yet\s+)?(?:been\s+)?(?:officially\s+)?approved|awaiting\s+approval"
    r"|pending\s+approval|until\s+approved)\b.{0,60}|\W*draft\b\W{0,4}(?:copy|only|-"
    r"|\d).{0,50}",
    re.I,
)
_APPROVED = re.compile(
    r"\b(?:minutes\s+(?:were\s+)?(?:approved|adopted|accepted)|approved\s+minutes"
    r"|(?:date\s+)?approved\s*(?:on|:|by\s+(?:the\s+)?(?:council|board|commission"
    r"|supervisors|borough|township|committee)\b[^\n]{0,40}?(?:on)?)|approved\s+this"
    r"|adopted\s+(?:on|this)|approved\s+as\s+(?:corrected|presented|submitted"
    r"|written)\s+(?:on|at)|minutes\s+approved\s+(?:at|on"
    r"|this))\s*:?\s*(?:the\s+)?(?P<tail>[^\n]{0,50})",
    re.I,
)
_APPROVED_LINE = re.compile(
    r"^[ ]*[(\[*]?[ ]*(?:approved|adopted|accepted)\b(?!\s*(?:\d+\s?[-/]|unanim|with|as))"
    r"(?P<tail>[^\n]{4,80})$",
    re.I | re.M,
)
_STAMP_LINE = re.compile(
    r"\W*(?:approved|approved\s+minutes|final(?:\s+minutes)?|official\s+minutes"
    r"|minutes\s+approved)\W*",
    re.I,
)
_DATE_IN = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)\w*\.?\s+\d|\d+(?:st|nd|rd|th)\s+day|20\d\d",
    re.I,
)


def status_of(text: str, kind: str, past: int) -> Told:
    """held | cancelled | unknown, with the words that say so."""
    lone = next((ln for ln in head(text)[:12] if _LONE.fullmatch(ln.text)), None)
    match = _CANCEL.search(text[:_TOP]) or _moved(text, kind)
    if match and kind == "minutes" and (past >= 5 or _OTHER_MEETING.search(match.group())):
        match = None
    if kind != "minutes" or past < 5:
        if match:
            rule = "moved to another day" if match.re is _MOVED else "cancelled"
            return Told("cancelled", match.start(), match.end(), rule)
        if lone:
            return Told("cancelled", lone.start, lone.end, "cancelled")
    if kind == "minutes" and past >= 2:
        return Told("held", 0, 0, "told in the past tense")
    return Told("unknown", 0, 0, "")


def _moved(text: str, kind: str) -> re.Match[str] | None:
    """A short notice that the meeting is on another day: it was not held on this one."""
    return _MOVED.search(text[:_TOP]) if kind != "minutes" and len(text) < _SHORT else None


def meeting_kind(text: str, name: str) -> Told:
    """regular | special | work_session | reorganization | executive | unknown.

    An emergency meeting is a special one, and so is a joint one that says no more.
    """
    for line in head(text)[:14]:
        for kind, pattern in _KINDS:
            if pattern.search(line.text):
                return Told(kind, line.start, line.end, "title")
    plain = re.sub(r"[_-]", " ", name)
    for kind, pattern in (*_KINDS, *_SHORT_NAMES):
        if pattern.search(plain):
            return Told(kind, 0, 0, "file name")
    for kind, pattern in _KINDS:
        if match := pattern.search(text[:1200]):
            return Told(kind, match.start(), match.end(), "first words")
    return Told("unknown", 0, 0, "")


def minutes_status(text: str, meeting: date | None = None) -> Told:
    """draft | approved | unknown, and a doubt where a document says both.

    meeting: its day; what was adopted on that very day is a paper of the meeting, not its minutes.
    """
    lines = [*_lines(text[:_EDGE], 0), *_lines(text[-_EDGE:], max(0, len(text) - _EDGE))]
    draft = next((ln for ln in lines if len(ln[2]) <= 140 and _DRAFT_LINE.fullmatch(ln[2])), None)
    edges = (ln for ln in (*lines[:8], *lines[-8:]) if _STAMP_LINE.fullmatch(ln[2]))
    stamp = next(((start, end) for start, end, _ in edges), None) or _dated_stamp(text, meeting)
    if draft:
        doubts = ("marked both draft and approved",) if stamp else ()
        return Told("draft", draft[0], draft[1], "marked as a draft", doubts)
    return Told("approved", *stamp, "approval stamp") if stamp else Told("unknown", 0, 0, "")


def _lines(text: str, base: int) -> list[tuple[int, int, str]]:
    found = re.finditer(r"[^\n\f]*[^\s][^\n\f]*", text)
    return [(base + m.start(), base + m.end(), " ".join(m.group().split())) for m in found]


def _dated_stamp(text: str, meeting: date | None) -> tuple[int, int] | None:
    for low, high in ((0, 800), (max(0, len(text) - _EDGE), len(text))):
        for match in (
            *_APPROVED.finditer(text, low, high),
            *_APPROVED_LINE.finditer(text, low, high),
        ):
            dated = _DATE_IN.search(match["tail"])
            if dated and not _own_vote(match.group()) and not _same_day(match["tail"], meeting):
                return match.start(), match.end()
    return None


def _same_day(words: str, meeting: date | None) -> bool:
    return meeting is not None and any(one.on(meeting.year) == meeting for one in dates.find(words))


def _own_vote(words: str) -> bool:
    return bool(
        re.search(r"\bminutes\s+(?:were\s+)?(?:approved|accepted)\s+(?:as|by)\b", words, re.I)
    )
