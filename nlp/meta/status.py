"""Whether the meeting was held, of what kind it was, whether these minutes are final.

Owns those three small questions; each is answered from the top or the foot of the document.
"""

from __future__ import annotations

import re

from nlp.meta.head import head_lines

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
_KINDS = {
    "reorganization": r"\b(?:re-?)?organi[sz]ation(?:al)?\s+(?:meeting|minutes|and\b)",
    "special": (
        r"\bspecial(?:ly)?(?:\s+\w+){0,6}?\s+(?:meeting|session|minutes|agenda)\b"
        r"|\bspecial\s+called\b"
    ),
    "work_session": (
        r"\b(?:work|working|study)\s?(?:session|shop)s?\b|\bcommittee\s+of\s+the\s+whole\b"
        r"|\bcaucus\b"
    ),
    "regular": r"\bregular\b",
    "executive": r"\b(?:executive|closed)\s+session\s+(?:meeting|minutes|agenda|only)\b",
}
_DRAFT_LINE = re.compile(
    r"\W*(?:draft|unapproved|preliminary)\W*|.{0,70}\b(?:draft|unapproved|preliminary"
    r"|unofficial|proposed)\b\W{0,4}(?:\w+\W{1,3}){0,4}minutes\b.{0,40}"
    r"|.{0,60}\bminutes\b\W{1,4}(?:\w+\W{1,3}){0,2}(?:draft|unapproved|not\s+approved"
    r"|not\s+yet\s+approved|pending\s+approval)\b.{0,30}"
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


def status_of(text: str, kind: str, past: int) -> str:
    """held | cancelled | unknown."""
    top = text[:1800]
    cancelled = any(_LONE.fullmatch(line) for line in head_lines(text)[:12])
    match = _CANCEL.search(top)
    if match and not (kind == "minutes" and (past >= 5 or _OTHER_MEETING.search(match.group()))):
        cancelled = True
    if cancelled and (kind != "minutes" or past < 5):
        return "cancelled"
    return "held" if kind == "minutes" and past >= 2 else "unknown"


def meeting_kind(text: str, name: str) -> str:
    """regular | special | work_session | reorganization | executive | unknown."""
    for place in (
        "\n".join(head_lines(text)[:14]),
        name.replace("_", " "),
        " ".join(text[:1200].split()),
    ):
        for kind, pattern in _KINDS.items():
            if re.search(pattern, place, re.I):
                return kind
    return "unknown"


def minutes_status(text: str) -> tuple[str, tuple[str, ...]]:
    """draft | approved | unknown, and a doubt where a document says both."""
    edges = f"{text[:1500]}\n{text[-1500:]}".replace("\f", "\n")
    lines = [" ".join(line.split()) for line in edges.split("\n") if line.strip()]
    draft = any(_DRAFT_LINE.fullmatch(line) for line in lines if len(line) <= 140)
    approved = any(_STAMP_LINE.fullmatch(line) for line in lines[:8] + lines[-8:])
    for place in (text[:800], text[-1500:]):
        for match in _APPROVED.finditer(place):
            approved = approved or bool(
                _DATE_IN.search(match["tail"]) and not _own_vote(match.group())
            )
    if draft:
        return "draft", (("marked both draft and approved",) if approved else ())
    return ("approved" if approved else "unknown"), ()


def _own_vote(words: str) -> bool:
    return bool(
        re.search(r"\bminutes\s+(?:were\s+)?(?:approved|accepted)\s+(?:as|by)\b", words, re.I)
    )
