"""What was moved, where it stands before the words that say who moved it.

Owns the search backwards: the same sentence ("That the bills be paid was moved by X"), the sentence
before ("Pay claims. Motion: X. Second: Y."), the line above ("To pay the bills / Moved X / ...").
Whether words behind an opener are a proposal is decided here, too.
"""

from __future__ import annotations

import re
from dataclasses import replace

from nlp.motions.openers import Opener
from nlp.people import NAME

_BEHIND = 320
_ABOVE = 700
_SHORT = 70
# "..., second by Y", "with Y seconding": the second is jumped over before looking for a proposal.
_SECOND = re.compile(
    rf"[\s,.;:/()-]*(?i:and\s+|which\s+|was\s+|with\s+(?:a\s+)?)*"
    rf"(?:(?i:no\s+(?:second|2nd)\w*|(?:duly\s+)?(?:second(?:ed|er)?|2nd|support(?:ed)?)"
    rf"(?:\s*(?:by\b|:|-))*)\s*(?:{NAME}|\(?(?i:none|no\s+one|nobody)\)?)?"
    rf"|{NAME}\s+(?i:second(?:ed|s|ing)?|2nd|support(?:ed|s|ing)?)\b)"
)
_PROPOSES = re.compile(
    r"\b(?:to|that|for)\s+[a-z0-9$]|\b(?:the\s+)?(?:following|foregoing)\b|[a-z]{3,}ing\s+(?:the|of)"
    r"|\b(?:approv|adopt|accept|adjourn|pass)(?:al|ion|ance|ment|age|e)?\b|\bquestion\b",
    re.I,
)
_NEXT = re.compile(
    r"[\s.,;:]*(?:To|That|TO|THAT|(?:NOW[,\s]+THEREFORE|BE\s+IT|RESOLVED|WHEREAS|AND\s+BE)\b"
    r"|Be\s+it|Resolved)\s"
)
_NO_OBJECT = re.compile(r"\s*(?:[.,;/)]|$|\n)|\s+(?:and\s+)?(?:second|2nd)", re.I)
_STOP = re.compile(r"[.;/]|\n(?=\s*(?:[A-Z]|\n))|$")
_WAS = re.compile(r"(?:was|were)\s", re.I)
_SENTENCE = re.compile(r"(?:[.;!?)\"]|(?<=\d\.)|(?<=[a-z]\.))\s+(?=[A-Z(\"])|\n[ ]*\n\s*|\f")
_NOT_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|No|Nos|St|Jr|Sr|Co|Inc|Lt|Sgt|Capt|[A-Z])\.\s+$")
# Somebody's talk or another vote, not a proposal.
_TOLD = re.compile(
    r"\b(?:said|asked|reported|explained|stated|told|thanked|noted|was|were|are|is|had|has|have"
    r"|carried|passed|seconded|motion|moved|voted|ayes?|nays?|noes|absent|opposed|adjourned"
    r"|discuss(?:ed|ion))\b",
    re.I,
)
_PROPOSAL_LINE = re.compile(
    r"[ ]*(?:\W?\d{1,3}[.)]\s+)?(?:To\s+[a-z]|That\s|Be\s+it|RESOLVED|Resolved"
    r"|(?i:(?:order\s+[\w.-]+\s+)?(?:it\s+(?:was|is)\s+)?ordered)\b)"
)
# New England prints the vote before who moved it: "VOTED: That ... Motion of X, seconded by Y."
_VOTED = re.compile(
    r"\b(?P<label>VOTED|(?i:it\s+was\s+voted))\s*:\s*(?=(?i:that|to)\s)(?:(?!\n\s*\n|(?i:\bmotion\b"
    r"|\bso\s+voted\b|\bseconded\b))[\s\S])*\Z"
)
# "ACTION: Table to May 12 / MOTION BY: X": what is done stands as a label above, as yet undone.
_ACTION = re.compile(r"[ ]*(?i:action)\s*:\s*(?=(?!(?i:no|none|motion)\b)[A-Z][a-z]*(?<!ed)\b)")
_LINE_OF_VOTE = re.compile(
    r"[ ]*(?:second|moved|vote|ayes?|nays?|yes|no|noes|roll|present|absent|result)\b", re.I
)


def stated(text: str, opener: Opener) -> Opener:
    """The opener, begun with the proposal where that stands before it and none behind it."""
    if opener.kind not in ("by", "moved", "label") or opener.words or opener.start >= opener.end:
        return opener
    if opener.kind == "label" and not _LINE_OF_VOTE.match(text, opener.end):
        return opener
    subject = _WAS.match(text, opener.start)
    if opener.kind == "moved" and not _NO_OBJECT.match(text, opener.end):
        return opener
    if subject is None and not _bare(text, opener.end):
        return opener
    if subject is None and (voted := _voted(text, opener.start)) is not None:
        told = opener.told or "passed"
        return replace(opener, start=voted[0], words=(voted[1], opener.start), told=told)
    start = _sentence_before(text, opener.start) if subject else _before(text, opener.start)
    if start is None:
        return opener
    label = _ACTION.match(text, start)
    return replace(opener, start=start, words=(label.end() if label else start, opener.start))


def _voted(text: str, at: int) -> tuple[int, int] | None:
    """Where "VOTED:" begins that the words before `at` belong to, and where its proposal does."""
    low = max(0, at - _ABOVE)
    match = _VOTED.search(text[low:at])
    if match is None:
        return None
    return low + match.start(), low + match.end("label") + 1


def _bare(text: str, end: int) -> bool:
    """Whether nothing is proposed behind the names of mover and seconder."""
    second = _SECOND.match(text, end, end + _BEHIND)
    at = second.end() if second else end
    stop = _STOP.search(text, at, at + _BEHIND)
    rest = text[at : stop.start() if stop else at + _BEHIND]
    return (
        len(rest) <= _SHORT
        and _PROPOSES.search(rest) is None
        and _NEXT.match(text, at + len(rest), at + len(rest) + 40) is None
    )


def _before(text: str, at: int) -> int | None:
    """Where the proposal begins on the line of `at`, else in the lines above it."""
    line = max(text.rfind("\n", 0, at), text.rfind("\f", 0, at)) + 1
    if not text[line:at].strip(" .:-*#\t"):
        return _line_above(text, line)
    start = _sentence_before(text, at)
    if start is None or _TOLD.search(text, start, at):
        return None
    return start


def _sentence_before(text: str, at: int) -> int | None:
    """Where the sentence begins that ends at `at`; the one before where none is begun."""
    low = max(0, at - _BEHIND)
    window = text[low:at].rstrip(" .:;,-/")
    starts = [
        match.end()
        for match in _SENTENCE.finditer(window)
        if not _NOT_ABBREVIATED.search(window[: match.end()])
    ]
    if not starts and low > 0:
        return None
    start = low + (starts[-1] if starts else 0)
    words = text[start:at]
    return start if re.search(r"[A-Za-z]{2}", words) else None


def _line_above(text: str, line: int) -> int | None:
    """The nearest line above that proposes something, in the same paragraph or the one before."""
    low = max(0, line - _ABOVE)
    lines = list(re.finditer(r"[^\n\f]+", text[low:line]))
    blanks = 0
    before = line - low
    for index in range(len(lines) - 1, -1, -1):
        one = lines[index]
        blanks += text.count("\n", low + one.end(), low + before) > 1
        before = one.start()
        if blanks > (index == len(lines) - 1) or _LINE_OF_VOTE.match(one.group()):
            return None
        if _PROPOSAL_LINE.match(one.group()) or _ACTION.match(one.group()):
            return low + one.start() + len(one.group()) - len(one.group().lstrip())
    return None
