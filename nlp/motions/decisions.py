"""Decisions recorded without the word motion ("Council voted 5-2 to ...", "GRANTED", "The minutes
were approved as corrected").

Owns those wordings. Whether such words only end an earlier motion is decided by the blocks.
"""

from __future__ import annotations

import re
from dataclasses import replace

from nlp.motions.openers import Opener
from nlp.people import TITLE, bare

_BODY = (
    r"(?:council|board|commission(?:ers)?|committee|supervisors|trustees|members?|body"
    r"|authority|directors|selectmen|aldermen|assembly)"
)
_VOTED = re.compile(
    r"\b(?:the\s+|borough\s+|city\s+|town\s+|township\s+|county\s+"
    rf"|all\s+)*{_BODY}\s+(?:members\s+)?(?:then\s+|also\s+|unanimously\s+|present\s+)*$",
    re.I,
)
# "At its meeting of May 5, Council voted to ...": told of another meeting, decided there.
_ELSEWHERE = re.compile(
    r"\b(?:at\s+(?:its|their|our|the|a|last)\b[^.]{0,60}\bmeeting|previously|earlier|already"
    r"|last\s+(?:month|week|year|meeting|night)|had|in\s+(?:19|20)\d\d|would|will|when"
    r"|recall(?:ed|s)|remember\w*|said\s+that|asked\s+(?:whether|if|why)|since"
    r"|after)\b",
    re.I,
)
_VOTE_TAIL = re.compile(
    r"\s*,?\s*(?:(?:unanimously|by\s+roll\s+call|by\s+(?:a\s+)?vote\s+of\s+[\w-]+(?:\s+to\s+[\w-]+)?|\(?\d{1,2}\s?(?:-|/"
    r"|to)\s?\d{1,2}\)?(?:-\d+)?|[\w-]+\s+to\s+[\w-]+)\s*,?\s*)?(?:to|in\s+favou?r\s+of"
    r"|against|not\s+to)\s+[a-z]",
    re.I,
)
# A vote of this meeting told when the doors are opened again.
_CLOSED = re.compile(
    r"\s*(?:unanimously\s+)?(?:\(?\d{1,2}(?:\s?-\s?\d{1,2}){1,3}\)?\s+)?in\s+(?:closed"
    r"|executive)\s+session\s+to\b",
    re.I,
)
# "The Planning Commission voted ...": told to this body by another.
_OTHER_BODY = re.compile(
    r"\b(?:planning|zoning|county|school|water|sewer|parks?|recreation|library|historic\w*"
    r"|finance|state|review|advisory)\s+$",
    re.I,
)
_BY_CONSENT = re.compile(
    r"\s*at\s+(?:the|its|their|our|a)\s+(?:\w+\s+)?(?:meeting|session)\b"
    r"|\s*(?:on|by|under|with|as\s+part\s+of)\s+(?:the\s+)?consent\b",
    re.I,
)
_UNANIMOUS_BODY = re.compile(rf"\b{_BODY}\s+(?:then\s+)?(?:unanimously)\s+$", re.I)
_MINUTES_WERE = re.compile(
    r"\bminutes\b[^.;\n]{0,140}(?:\n[^.;\n]{0,90})?\b(?:was|were|are|is|stand"
    r"|stood)\s+(?:hereby\s+|unanimously\s+|duly\s+)?$",
    re.I,
)
_PAPER_WAS = re.compile(
    r"(?:^|[\n.;]\s*)(?:the\s+)?(?:resolution|ordinance|bill)\s+(?:no\.?\s*|number\s*"
    r"|#\s*)?[\w-]+\b[^.;\n]{0,160}\b(?:was|were)\s+(?:then\s+|duly\s+|unanimously\s+)?$",
    re.I,
)
_PAPER_TAIL = re.compile(
    r"\s*(?:unanimously|by\s+(?:a\s+)?(?:unanimous|roll|vote|the\s+following)"
    r"|\(?\d{1,2}\s?[-/]\s?\d{1,2}|on\s+a\s+(?:vote|roll))",
    re.I,
)
_LAID_OVER = re.compile(
    rf"(?:\b(?i:the\s+)?(?i:{_BODY})|(?P<person>(?:{TITLE})\s+[A-Z][\w'-]+))\s+(?:then\s+)?$"
)
_ON_TABLE = re.compile(r"\s+(?:[\w-]+\s+){0,7}?(?:on\s+the\s+table|over|aside)\b", re.I)
_OFFICER = re.compile(
    rf"(?:^|[.;:]\s+|\n\s*)(?:The\s+)?(?P<person>(?:{TITLE})(?:\s+[A-Z][\w'-]+)?)"
    r"(?:,\s+[^.;:,\n]{3,60},)?\s+(?:then\s+)?$"
)
_WAS_LAID = re.compile(
    r"(?:^|[.;:]\s+|\n\s*|,\s+)(?:[^.;:\n]{0,60}?\b)?(?P<thing>(?:the"
    r"|this)\s+(?:\w+\s+){0,3}?(?:item"
    r"|matter|resolution|ordinance|bill|request|application"
    r"|agreement|vote|question)(?:\s+(?:regulating|on|for|of|to|about|concerning|from|by)\s"
    r"[^.;:,\n]{1,60}?)?)\s+(?:was|is)(?:,\s+by\s+[^.;:,\n]{3,40},|\s+by\s+(?:general\s+)?"
    r"(?:agreement|consent))?\s+(?:then\s+)?$",
    re.I,
)
_SPOKEN_OF = re.compile(
    r"\s*(?:at|in|by)\s+(?:the|our|its|last|a)\s+(?:last|previous|prior"
    r"|earlier|\w+)?\s*meeting\b|\s*(?:last|in\s+[A-Z]|earlier|previously)",
    re.I,
)
_THING = re.compile(
    r"\s+(?:this|that|it|the|its|action|consideration|vote|voting|item|resolution"
    r"|ordinance)\b",
    re.I,
)


def at_decided(text: str, at: int, end: int) -> Opener | None:
    """The decision around "approved", "voted", ... at text[at:end], if it is one by itself."""
    low = max(0, at - 260)
    before, after = text[low:at], text[end : end + 160]
    word = text[at:end].lower()
    closed = _CLOSED.match(after) is not None
    if not closed and _ELSEWHERE.search(re.split(r"\.\s|\n\s*\n", before)[-1]):
        return None
    if word == "voted":
        subject = _VOTED.search(before)
        tail = closed or _VOTE_TAIL.match(after)
        if subject and _OTHER_BODY.search(before[: subject.start()]):
            return None
        return _made(low, subject, end) if subject and tail else None
    if word in ("granted", "denied"):
        return _lone(text, at, end)
    if word == "laid" and not _ON_TABLE.match(after):
        return None
    if word in ("tabled", "deferred", "postponed", "laid"):
        passive = _WAS_LAID.search(before)
        if passive is not None and not _SPOKEN_OF.match(after):
            made = _made(low, passive, end, text)
            inside = text.lower().rfind("motion", made.start, end)
            return replace(made, start=low + passive.start("thing")) if inside >= 0 else made
        subject = _LAID_OVER.search(before)
        if subject is None:
            subject = _OFFICER.search(before) if word == "laid" else None
        if subject is None or not _THING.match(after):
            return None
        person = bare(subject["person"] or "")
        return replace(_made(low, subject, end, text), mover=person)
    subject = _MINUTES_WERE.search(before)
    if subject and _BY_CONSENT.match(after):
        return None
    if subject:
        return _made(low, subject, end, text)
    subject = _UNANIMOUS_BODY.search(before[-80:])
    if subject:
        return _made(max(low, at - 80), subject, end)
    subject = _PAPER_WAS.search(before)
    return _made(low, subject, end, text) if subject and _PAPER_TAIL.match(after) else None


def _made(low: int, subject: re.Match[str], end: int, text: str = "") -> Opener:
    start = low + subject.start()
    while text and start < end and not text[start].isalnum():
        start += 1
    return Opener(start, end, "decision")


def _lone(text: str, at: int, end: int) -> Opener | None:
    """GRANTED in capitals alone on its line, a remark in brackets apart."""
    start, stop = text.rfind("\n", 0, at) + 1, text.find("\n", end)
    line = re.sub(r"\([^)]*\)?", "", text[start : stop if stop >= 0 else len(text)][:200])
    if line.strip(" .:*") == text[at:end] and text[at:end].isupper():
        return Opener(at, end, "lone")
    return None
