"""Who was present and absent, from the attendance block of minutes.

Owns the wordings of that block. Staff on the same line as members cannot be told apart here.
"""

from __future__ import annotations

import re

from nlp.people import names_in
from nlp.values import Attendance

_HEAD = 9000
_LABEL = re.compile(
    r"(?:^|\n|\f|(?<=[.;] )|(?<=  ))[ ]*(?:[A-Z0-9]{1,3}[.)]\s*)?"
    r"(?:ROLL\s*CALL\s*[:.-]*\s*)?(?:(?:the\s+)?(?:following\s+)?(?:board|council"
    r"|commission(?:ers?)?|committee|supervisors?|trustees?|directors?|members?|those"
    r"|others?|also|elected|officials?)[ ]*){0,4}"
    r"(?P<label>(?:members\s+)?(?:present|in\s+attendance|attendance|attending|absent"
    r"|excused|not\s+present))(?:\s+(?:were|was|are"
    r"|and voting))?(?:\s*\([^)\n]{0,40}\))?\s*(?P<sep>:|-|\.{2,}|\n)\s*",
    re.I,
)
_SENTENCE = re.compile(
    r"\b(?:those|members|commissioners|supervisors|trustees|council\s*members|directors"
    r"|board members|the following(?: [\w-]+){0,4})\s+(?:who\s+were\s+)?(?P<label>"
    r"(?:in\s+attendance|present|absent|excused"
    r"|attending))(?:\s+at[^:.\n]{0,60})?\s*(?:were|was|included|:)\s*:?\s*",
    re.I,
)
_PRESENT_WERE = re.compile(
    r"\b(?P<label>[Pp]resent|PRESENT|[Aa]bsent|ABSENT)\s+(?i:were|was)\s*:?\s+"
)
_WERE = re.compile(
    r"(?P<names>[A-Z][^.\n:;]{2,200}?)\s+(?:were|was)\s+(?:also\s+)?(?P<label>present"
    r"|absent|excused)\b(?!\s+(?:by|to|at the request))"
)
_STAFF = re.compile(r"\b(?:staff|others?|also|public|guests?|visitors?|media)\b", re.I)
_STOP = re.compile(
    r"\n[ ]*\n|\n[ ]*(?=[A-Z][A-Za-z /]{2,40}:)|\.(?=\s+[A-Z][a-z]+ (?:called|was|were"
    r"|the))|(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bJr)(?<!\bSr)\.(?=\s"
    r"|$)|\babsent\b|\bexcused\b|\bcalled\b",
    re.I,
)
_LONGEST = 700


def attendance(text: str) -> Attendance:
    """Present and absent from the first part of a document; both empty where nothing is printed."""
    head = text[:_HEAD]
    present: list[str] = []
    absent: list[str] = []
    for pattern in (_LABEL, _SENTENCE, _PRESENT_WERE):
        for match in pattern.finditer(head):
            if _STAFF.search(match.group()):
                continue
            stop = _STOP.search(head, match.end(), match.end() + _LONGEST)
            names = names_in(head[match.end() : stop.start() if stop else match.end() + _LONGEST])
            _extend(absent if _away(match["label"]) else present, names)
        if present:
            break
    _sentences(head, present, absent)
    return Attendance(tuple(n for n in present if n not in absent), tuple(absent))


def _sentences(head: str, present: list[str], absent: list[str]) -> None:
    for match in _WERE.finditer(head[:4000]):
        names = names_in(match["names"])
        if _away(match["label"]):
            _extend(absent, names)
        elif not present:
            _extend(present, names)


def _away(label: str) -> bool:
    return bool(re.search(r"absent|excused|not\s+present", label, re.I))


def _extend(into: list[str], names: list[str]) -> None:
    into.extend(name for name in names if name not in into)
