"""The first lines of a document that is bound into another one: what it is, and whose.

Owns the signs that open an attachment (a title block, a resolution, a contract, a letter) and
whether two printed names are one body's. Whether a sign counts is nlp.packets' to judge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from nlp import dates
from nlp.meta.body import body_of

_TOP = 12
_REACH = 2500
_MINUTES = re.compile(r"\b(?:minutes|proceedings)\b", re.I)
_AGENDA = re.compile(r"\bagenda\b", re.I)
_NOT_TITLE = re.compile(
    r"\b(?:approv\w*|accept\w*|adopt\w*|previous|prior|reading|review|correct\w*|motion|moved|call"
    r"|comments?|speak\w*|limit\w*|each|per|next|packet|items?|page)\b|\b(?:\d+|three|five|ten)\s+"
    r"minutes\b|^\W*(?:\d+|[A-Za-z]|[IVX]+)[.)]|[.;]$",
    re.I,
)
_OPENS = re.compile(
    r"\bcalled\s+(?:[\w' -]{0,60}\s)?to\s+order\b|\bconvened\b|\b(?:were|was|members?)\s+present\b"
    r"|\bpresent\s*:|\bin\s+attendance\b|\broll\s*call\b|\babsent\s*:|\bwas\s+held\b",
    re.I,
)
_RESOLUTION = re.compile(
    r"(?:[\w.,' -]{0,60}\s)?(?:joint\s+)?(?:resolution|ordinance)(?:\s+(?:no\b|number|#|\d|of\b)"
    r".{0,60})?|an?\s+(?:resolution|ordinance)\b.{0,200}",
    re.I,
)
_ENACTS = re.compile(
    r"^\W*whereas\b|\bbe\s+it\s+(?:hereby\s+)?(?:further\s+)?(?:resolved|ordained|enacted)\b"
    r"|\bnow,?\s+therefore\b",
    re.I | re.M,
)
_CONTRACT = re.compile(
    r"(?:[\w.,'&()/ -]{0,90}\s)?(?:agreement|contract|memorandum\s+of\s+(?:agreement|understanding)"
    r"|lease|addendum)(?:\s+(?:between|by\s+and|with|for|no\b|among|of)\b.{0,120})?",
    re.I,
)
_PARTIES = re.compile(
    r"\bthis\s+(?:[\w.,() ]{0,60}\s)?(?:agreement|contract|memorandum|lease|addendum)\b"
    r"|\bby\s+and\s+(?:between|among)\b|\bwitnesseth\b|\bhereinafter\b|\bthe\s+parties\b",
    re.I,
)
_LETTERED = re.compile(
    r"\W*(?:exhibit|attachment|appendix|annex|enclosure)\s+(?:no\.?\s*)?[\"'(]?[A-Z0-9]{1,3}[\"')]?"
    r"(?:\s*[-:.,]\s*.{0,80}|\s*)",
    re.I,
)
_LETTER = re.compile(r"\W*dear\s+[\w.,' -]{2,60}[:,]\s*", re.I)
_MEMO = re.compile(r"\W*(?:to|from|date|re|subject|cc)\s*:", re.I)
_MEMO_TITLE = re.compile(r"\W*(?:memo|memorandum|staff\s+report|interoffice\s+memo\w*)\W*", re.I)
# What names another office of the same place, where the other name lacks it.
_OFFICE = re.compile(
    r"\b(?:planning|zoning|school|education|authority|library|park|parks|recreation|police|pension"
    r"|sewer|water|hearing|shade|tree|histor\w+|architectural|finance|safety|committee|civil"
    r"|housing|airport|port|transit|health|fire|redevelopment|tourism|ethics|review|appeals"
    r"|regional|elections?|environmental|cemetery|museum|drainage|utilit\w+|subcommittee)\b",
    re.I,
)
_NOUN = re.compile(r"\b(?:council|board|commission|supervisors|trustees|committee)\b", re.I)
_PLACE = re.compile(
    r"\b((?:[A-Z][\w'-]+\s+){1,3})(?i:borough|township|city|town|county|village|district)\b"
    r"|\b(?i:borough|township|city|town|county|village)\s+of\s+((?:[A-Z][\w'-]+\s*){1,3})"
)


@dataclass(frozen=True)
class Sign:
    """What opens here. kind: minutes | agenda | resolution | agreement | other.

    body and day: as the title block prints them. title: the line that says so.
    """

    kind: str
    body: str | None
    day: date | None
    rule: str
    title: str


def sign(text: str, year: int | None = None) -> Sign | None:
    """The sign that a text opens with; None for words that go on. year: of the whole document."""
    head = text[:_REACH]
    lines = [" ".join(line.split()) for line in head.split("\n") if line.strip()][:_TOP]
    found = _titled(head, lines, year) or _enacted(head, lines)
    lettered = next((line for line in lines[:3] if _LETTERED.fullmatch(line)), None)
    if lettered is not None:
        rule = "named an exhibit or attachment"
        return replace(found, rule=rule) if found else Sign("other", None, None, rule, lettered)
    return found or _written(lines)


def _titled(head: str, lines: list[str], year: int | None) -> Sign | None:
    """Minutes or an agenda of a meeting: a title line, and how a meeting is told to open."""
    for line in lines[:6]:
        if len(line.split()) > 14 or _NOT_TITLE.search(line):
            continue
        kind = "minutes" if _MINUTES.search(line) else "agenda" if _AGENDA.search(line) else None
        if kind == "minutes" and not _OPENS.search(head):
            continue
        if kind is not None:
            block = "\n".join(lines[:8])
            days = [found.on(year) for found in dates.find(block)]
            day = next((day for day in days if day is not None), None)
            told = body_of(block)
            name = told.value if told else None
            return Sign(kind, name, day, f"the title block of {kind}", line)
    return None


def _enacted(head: str, lines: list[str]) -> Sign | None:
    """A resolution, an ordinance or a contract: its title, and the words of such papers."""
    for line in lines[:5]:
        if line.endswith((".", ";")) or line[:1].islower():
            continue
        if _RESOLUTION.fullmatch(line) and len(_ENACTS.findall(head)) >= 2:
            return Sign("resolution", None, None, "the title and words of a resolution", line)
        if _CONTRACT.fullmatch(line) and line[:1].isupper() and _PARTIES.search(head):
            return Sign("agreement", None, None, "the title and parties of an agreement", line)
    return None


def _written(lines: list[str]) -> Sign | None:
    """A letter or a memorandum."""
    fields = [line for line in lines if _MEMO.match(line)]
    memo = next((line for line in lines[:6] if _MEMO_TITLE.fullmatch(line)), None)
    if memo is not None or len(fields) >= 3:
        return Sign("other", None, None, "the head of a memorandum", memo or fields[0])
    letter = next((line for line in lines if _LETTER.fullmatch(line)), None)
    return Sign("other", None, None, "the salutation of a letter", letter) if letter else None


def another_body(own: str | None, printed: str | None) -> bool:
    """Whether a printed name is certainly not the body's own.

    So it is where one names an office that the other does not ("Planning Commission" against
    "Borough Council"), or where both name places and these have no word in common. A name without
    an office ("Board of Commissioners") may be short for one that has it.
    """
    if own is None or printed is None or _like(own, printed):
        return False
    mine, theirs = _offices(own), _offices(printed)
    if theirs - mine and not mine & theirs:
        return True
    nouns = [{word.lower() for word in _NOUN.findall(name)} for name in (own, printed)]
    if mine - theirs and not theirs and nouns[0] and nouns[1] and not nouns[0] & nouns[1]:
        return True
    places = [_places(name) for name in (own, printed)]
    return bool(places[0] and places[1]) and not any(
        _like(a, b) for a in places[0] for b in places[1]
    )


def _offices(name: str) -> set[str]:
    words = {word.lower() for word in _OFFICE.findall(name)}
    return {"school" if word == "education" else word for word in words}


def _places(name: str) -> set[str]:
    found = _PLACE.search(name.title() if name.isupper() else name)
    return (
        {word.lower() for group in found.groups() if group for word in group.split()}
        if found
        else set()
    )


def _like(one: str, other: str) -> bool:
    """The same but for an error of the scanner's."""
    return SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio() >= 0.85
