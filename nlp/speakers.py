"""Whose words stand at a place: a resident's, an official's, or nobody's in particular.

Owns the signs by which minutes and transcripts tell a speaker, and how far a speaker's words run:
until the next one opens. What is said is no matter here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from nlp.people import bare

RESIDENT, OFFICIAL = "resident", "official"
REACH = 6000
"""How far back a speaker is looked for, in characters."""

_OPENING = 170

# A sentence begins: behind its sign, or in a new paragraph; initials and abbreviations end none.
_START = re.compile(
    r"(?:^|\n[ ]*\n|[:;][ ]*\n|(?<=[A-Z]{4})[ ]*\n"
    r"|(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bRd)(?<!\bAve)(?<!\bNo)(?<!\bSgt)"
    r"(?<!\bLt)(?<!\bCapt)(?<!\bRev)(?<!\bHon)(?<!\bU\.S)(?<!\bI\.C\.E)(?<![ .][A-Z])"
    r"[.!?][\"')\]]*\s)"
    r"\s*(?=[A-Z0-9\"'(\[>-])"
)
_LEAD = (
    r"[\W\d]{0,12}(?:(?:then|next|also|in\s+(?:response|reply|addition)|finally|first|second|lastly"
    r"|again|following\s+this),?\s+)?(?:the\s+|an?\s+)?"
)
_OFFICE = (
    r"(?:(?:vice|deputy|acting|interim|assistant|asst\.?|under|co|chief|police|fire|township|borough|city"
    r"|county|town|village|district|school|board|committee|commission|planning|finance|junior"
    r"|student|state)[- ]?\s?)*"
    r"(?:mayor|council(?!\s+rock)\w*(?:\s+(?:members?|president|chair\w*|liaison))?|alder\w+|select\w+"
    r"|commissioners?|supervisors?"
    r"|trustees?|board(?:\s+members?)?|burgess|chair\w*|president(?!\s+(?:trump|biden|obama))|manager"
    r"|administrator|solicitor|clerk|treasurer|secretary(?!\s+of)|sheriff(?:'s\s+office)?|chief|police\b"
    r"|undersheriff|deput(?:y|ies)|lieutenant|lt\.?(?=\s)|captain|capt\.?(?=\s)|sergeant|sgt\.?(?=\s)"
    r"|officers?|superintendent|warden|staff|counsel|attorney|moderator|jurors?|engineer|directors?"
    r"|members?(?!\s+of\s+the\s+(?:public|audience|community|congregation|church))|freeholder\w*"
    r"|department(?!\s+of\s+homeland)|administration(?!'s)|legislator|reeve)\b"
)
_PUBLIC = (
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|a\s+dozen|dozens\s+of|\d+|several|many|some"
    r"|other|another|numerous|a\s+number\s+of|local|area|borough|township|city|town|village|county"
    r"|concerned|longtime|long-time|neighborhood|unidentified|multiple|various|both|most|first|second"
    r"|last|next|third|public)\s+)*"
    r"(?:residents?|citizens?|taxpayers?|neighbou?rs?|audience(?:\s+members?)?|members?\s+of\s+the\s+"
    r"(?:public|audience|community|congregation|church)|speakers?|commenters?|(?:the\s+)?public"
    r"(?=\s+(?:comment\w*|spoke|asked|express\w+|was|were|voiced|raised|urged|had))|attendees?"
    r"|visitors?|guests?|students?(?!\s+(?:member|representative|trustee))|parents?|voters?"
    r"|homeowners?|business\s+owners?|advocates?|protest\w+|people|persons?|pastors?|a\s+representative"
    r"|representatives?\s+(?:of|from))\b"
)
_NAME = r"[A-Z][\w'.-]{0,24}(?:\s+(?:[A-Z][\w'.-]{0,24}|\"[A-Z]\w+\"|de|la|van|von|del)){0,3}"
_HONORIFIC = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Rev|Pastor|Father|Rabbi|Fr|Sr|Sister|Prof|Professor)\b\.?\s+)"
)
_ROAD = (
    r"(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|court|ct|boulevard|blvd|way|place|pl|terrace|circle"
    r"|highway|hwy|pike|trail|alley|parkway|extension|run|heights|apartments|row|square|loop|ridge|hill)"
)
_HOME = (
    rf"(?:\d{{1,6}}\s+(?:[NSEW]\.?\s+)?[A-Z]\w|(?:[A-Z][\w'.-]*\s+){{1,3}}{_ROAD}\b"
    r"|(?:a\s+|the\s+|who\s+(?:is|was)\s+a\s+)?(?:[\w'-]+\s+){0,3}(?:resident|citizen|taxpayer|property"
    r"\s+owner|homeowner|business\s+owner|neighbor|parent|student|pastor)\b"
    r"|(?:who\s+)?(?:lives|resides|living|residing|speaking\s+on\s+behalf|on\s+behalf|representing)\b"
    r"|(?:ward|precinct|district)\s+\d|\w+\s+ward\b)"
)
_SPEAKS = (
    r"(?:spoke|speaks|addressed|addresses|commented|comments|express\w+|voiced|voices|asked|asks|urged|urges"
    r"|opposed|opposes|supported|supports|read|reads|stated|states|said|says|thanked|thanks|told|tells"
    r"|questioned|inquired|complained|raised|shared|shares|encouraged|called\s+(?:on|for)|came|appeared"
    r"|argued|noted|wanted|would\s+like|felt|feels|believes|thinks|demanded|requested|objected|presented"
    r"|explained|discussed|talked|mentioned|reported|is|was|were|wished|pleaded|criti\w+|warned"
    r"|described|remarked|recounted|in\s+(?:favor|support|opposition)|against|for)\b"
)
_OFFICIAL_RE = re.compile(rf"{_LEAD}{_OFFICE}", re.I)
_OWN_OFFICE = re.compile(
    rf"{_LEAD}(?-i:{_HONORIFIC}?{_NAME}),?\s*[,(-]\s*(?:the\s+|our\s+)?{_OFFICE}", re.I
)
_OFFICE_OF_OTHERS = re.compile(
    r"[^.;]{0,60}?\b(?:of|for|with|from)\s+(?:the\s+)?(?:aclu|league|alliance|coalition|church|union"
    r"|chamber|association|committee\s+for|center|centre|network|project|foundation|legal)\b", re.I
)  # fmt: skip
_PUBLIC_RE = re.compile(rf"{_LEAD}{_PUBLIC}", re.I)
_HOME_RE = re.compile(
    rf"{_LEAD}(?-i:{_HONORIFIC}?{_NAME})\s*(?:,\s*|\(\s*|\s-+\s*|\s+(?:of|from)\s+|\s+at\s+){_HOME}",
    re.I,
)
_NAMED = re.compile(
    rf"[\W\d]{{0,12}}(?P<honor>{_HONORIFIC})?(?P<name>{_NAME})\s*(?:\([^)\n]{{0,60}}\)\s*)?"
    rf"(?P<tag>[:,-]|\s+-)?\s*(?:(?:also|then|again|next|briefly|both|each)\s+)*(?P<verb>(?i:{_SPEAKS}))?"
)
_FIRST_PERSON = re.compile(
    r"\bmy\s+name\s+is\b|\bI(?:'m|\s+am)\s+(?:\w+\s+){0,3}(?:resident|citizen|taxpayer|homeowner|voter"
    r"|student|mother|father|pastor)\b|\bI\s+(?:live|reside|have\s+lived)\b|\bmy\s+address\b", re.I,
)  # fmt: skip
_CHAIR = re.compile(
    r"\bwe(?:'ll|\s+will)\s+now\s+(?:hear|move)\b|\bis\s+there\s+a\s+(?:motion|second)\b|\bnext\s+item\b"
    r"|\ball\s+(?:those\s+)?in\s+favor\b|\bthank\s+you,?\s+(?:mr|mrs|ms|dr|sir|ma'am|chief|for\s+(?:coming"
    r"|your\s+comments))\b|\bseeing\s+none\b|\byour\s+time\s+is\s+up\b|\b(?:council|board)\s*members?,\s"
    r"|\bmoving\s+on\b|\bwe\s+(?:will|are\s+going\s+to)\s+move\s+on\b|\bmotion\s+carries\b", re.I,
)  # fmt: skip
_TAG = re.compile(r"\W*(?P<who>[A-Z][\w.' -]{1,40}):\s")
_SOMEBODY = "somebody"
"""A turn opens, and nothing tells whose: what was before no longer holds."""


@dataclass(frozen=True)
class Speaker:
    """side: resident | official; near: whether the sentence itself tells, not an earlier one.

    distance: characters from where the speaker's words open; opening: the first of them.
    """

    side: str
    near: bool
    distance: int = 0
    opening: str = ""


class Speakers:
    """Who speaks where in one text.

    roster: surnames, in lower case, of those on record as members or staff; spoken: whether the
    text is a transcript.
    """

    def __init__(self, text: str, roster: Collection[str], *, spoken: bool) -> None:
        self._text = text
        self._roster = roster
        self._spoken = spoken
        self._sides: dict[tuple[int, bool], str | None] = {}

    @cached_property
    def _starts(self) -> list[int]:
        """Where the sentences of the whole text begin: a place is asked for again and again."""
        return [match.end() for match in _START.finditer(self._text)]

    def at(self, place: int, low: int, *, public: bool) -> Speaker | None:
        """Whose words stand at a place, looking back to `low`; None where nothing tells.

        public: whether the part of the meeting is the public's.
        """
        low = max(low, place - REACH)
        first, last = bisect_right(self._starts, low), bisect_right(self._starts, place)
        starts = [low, *self._starts[first:last]]
        for index in range(len(starts) - 1, -1, -1):
            end = starts[index + 1] if index + 1 < len(starts) else place + 1
            side = self._side(starts[index], end, public=public)
            if side == _SOMEBODY:
                return None
            if side is not None:
                opening = self._text[starts[index] : starts[index] + _OPENING]
                return Speaker(side, index == len(starts) - 1, place - starts[index], opening)
        return None

    def _side(self, start: int, end: int, *, public: bool) -> str | None:
        if self._spoken:
            return _turn(self._text[start:end])
        if (start, public) not in self._sides:
            opening = self._text[start : start + _OPENING]
            self._sides[start, public] = opens(opening, public=public, roster=self._roster)
        return self._sides[start, public]


def opens(opening: str, *, public: bool, roster: Collection[str]) -> str | None:
    """Whose words a sentence of minutes opens; None where it goes on with what was before."""
    if _PUBLIC_RE.match(opening):
        return RESIDENT
    if _OFFICIAL_RE.match(opening):
        return OFFICIAL
    if _OWN_OFFICE.match(opening):
        return RESIDENT if _OFFICE_OF_OTHERS.match(opening) else OFFICIAL
    if _HOME_RE.match(opening):
        return RESIDENT
    named = _NAMED.match(opening)
    if named is None or not _is_name(named):
        return None
    if named["name"].split()[-1].strip(".'").lower() in roster:
        return OFFICIAL if named["verb"] or named["tag"] == ":" else None
    if public and (named["verb"] or named["tag"]):
        return RESIDENT
    return None


def _is_name(named: re.Match[str]) -> bool:
    """A surname with a title, or two capitalised words: one alone may open any sentence."""
    if bare(named["name"]) is None:
        return False
    return bool(named["honor"]) or len(named["name"].split()) >= 2


def _turn(sentence: str) -> str | None:
    """In a transcript, who a sentence shows to be speaking."""
    if _FIRST_PERSON.search(sentence):
        return RESIDENT
    if _CHAIR.search(sentence):
        return OFFICIAL
    tag = _TAG.match(sentence)
    if tag is None:
        return None
    return OFFICIAL if _OFFICIAL_RE.match(tag["who"]) else _SOMEBODY
