"""Whether the meeting was held, of what kind it was, whether these minutes are final, whose they are.

Owns those four small questions; each is answered from the top or the foot of the document.
"""

from __future__ import annotations

import re

from nlp.meta.head import head_lines

_CANCEL = re.compile(
    r"\bnotice\s+of\s+(?:meeting\s+)?cancel\w*|\bcancel\w+\s+notice\b|\bmeeting\b[^.\n]{0,120}?\b(?:is|was|were|has\s+been|have\s+been|been)\s+(?:hereby\s+)?cancell?ed\b|\bmeeting\s*(?:-|:)?\s*cancell?ed\b|\bcancell?ed\s*(?:-|:)?\s*(?:\w+\s+){0,4}meeting\b"
    r"|\bcancellation\s+of\s+(?:the\s+)?(?:[\w,]+\s+){0,6}meeting\b|\b(?:no|lack\s+of\s+(?:a\s+)?|without\s+a|absence\s+of\s+(?:a\s+)?)\s*quorum\b[^.]{0,120}\b(?:not\s+held|cancel\w+|no\s+meeting|could\s+not|adjourn\w*|not\s+conven\w+)|\bmeeting\s+was\s+not\s+held\b|\bno\s+meeting\s+(?:was\s+)?held\b"
    r"|\b(?:not\s+held|no\s+meeting|cancel\w+)\b[^.\n]{0,60}\b(?:lack|want)\s+of\s+(?:a\s+)?quorum\b",
    re.I,
)
_LONE = re.compile(
    r"(?:\*\s*)*(?:meeting\s+|this\s+meeting\s+(?:is|was|has\s+been)\s+)?cancell?ed[.!* ]*", re.I
)
_OTHER_MEETING = re.compile(
    r"\b(?:the|next|our)\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|next|following)\b",
    re.I,
)
_KINDS = (
    ("reorganization", r"\b(?:re-?organi[sz]ation(?:al)?|organi[sz]ational)\s+(?:meeting|minutes|and\b)|\breorgani[sz]ation\b"),
    ("special", r"\bspecial(?:\s+called|ly\s+called)?\s+(?:\w+\s+){0,5}(?:meeting|session|minutes|agenda)\b|\bspecial\s+called\b|\bemergency\s+meeting\b"),
    ("work_session", r"\bwork\s?(?:session|shop)s?\b|\bworking\s+session\b|\bstudy\s+session\b|\bcommittee\s+of\s+the\s+whole\b|\bcaucus\b|\bagenda\s+(?:setting|preparation)\b"),
    ("regular", r"\bregular(?:ly)?(?:\s+\w+){0,6}?\s+(?:meeting|session|minutes|agenda)\b|\bregular\b"),
    ("executive", r"\b(?:executive|closed)\s+session\s+(?:meeting|minutes|agenda|only)\b"),
)  # fmt: skip
_DRAFT_LINE = re.compile(
    r"\W*(?:draft|unapproved|preliminary)\W*|.{0,70}\b(?:draft|unapproved|preliminary|unofficial|proposed)\b\W{0,4}(?:\w+\W{1,3}){0,4}minutes\b.{0,40}|.{0,60}\bminutes\b\W{1,4}(?:\w+\W{1,3}){0,2}(?:draft|unapproved|not\s+approved|not\s+yet\s+approved|pending\s+approval)\b.{0,30}"
    r"|.{0,60}\b(?:subject\s+to\s+(?:\w+\s+)?approval|not\s+(?:yet\s+)?(?:been\s+)?(?:officially\s+)?approved|awaiting\s+approval|pending\s+approval|until\s+approved)\b.{0,60}|\W*draft\b\W{0,4}(?:copy|only|-|\d).{0,50}",
    re.I,
)
_APPROVED = re.compile(
    r"\b(?:minutes\s+(?:were\s+)?(?:approved|adopted|accepted)|approved\s+minutes|(?:date\s+)?approved\s*(?:on|:|by\s+(?:the\s+)?(?:council|board|commission|supervisors|borough|township|committee)\b[^\n]{0,40}?(?:on)?)|approved\s+this|adopted\s+(?:on|this)|approved\s+as\s+(?:corrected|presented|submitted|written)\s+(?:on|at)|minutes\s+approved\s+(?:at|on|this))\s*:?\s*(?:the\s+)?(?P<tail>[^\n]{0,50})",
    re.I,
)
_STAMP_LINE = re.compile(
    r"\W*(?:approved|approved\s+minutes|final(?:\s+minutes)?|official\s+minutes|minutes\s+approved)\W*",
    re.I,
)
_DATE_IN = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d|\d+(?:st|nd|rd|th)\s+day|20\d\d",
    re.I,
)
_BODY_WORD = re.compile(
    r"\b(?:council|board|commission(?:ers)?|supervisors|trustees|committee|authority|selectmen|aldermen|select\s*board|directors|freeholders|assembly|legislature|court)\b",
    re.I,
)
_BODY_CUT = re.compile(
    r"\b(?:regular|special|annual|reorgani[sz]ation(?:al)?|organi[sz]ational|public|work\s*shop|work|emergency|joint|combined|monthly|stated|called|adjourned|draft|unapproved|approved|official|agenda|minutes|meetings?|session|notice|cancell?ation|of\s+the\s+meeting|packet|transcript|proceedings|hearing|of\s+(?=$))\b",
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
        for kind, pattern in _KINDS:
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


def body_of(text: str) -> str | None:
    """The body whose meeting this is, as the top of the document prints it."""
    for line in head_lines(text)[:14]:
        if not _BODY_WORD.search(line) or line.endswith((".", ",", ";")) or len(line) > 90:
            continue
        cut = re.split(r"\s[-|]\s|,\s*(?=\w+\s+\d)|\(|:", line)[0]
        cut = re.sub(r"\b\d[\d/.: ]*(?:[ap]\.?m\.?)?", " ", _BODY_CUT.sub(" ", cut), flags=re.I)
        cut = re.sub(
            r"^(?:\s|the\b|of\b|for\b|[-,~*])+|(?:\s|\bof\b|\bthe\b|[-,~*])+$",
            "",
            " ".join(cut.split()),
            flags=re.I,
        )
        if _BODY_WORD.search(cut) and 1 <= len(cut.split()) <= 12 and cut[:1].isupper():
            return cut
    return None
