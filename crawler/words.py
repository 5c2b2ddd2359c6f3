"""What the words of a label, heading or file name say about a document or a meeting.

Owns the vocabulary and its order of precedence; which text is asked first is a parser's matter.
Seen on real pages: "view agenda", "Agenda Cancellation", "Minutas", "A g en d a" (cut into spans).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from crawler import dates
from crawler.values import AGENDA, MINUTES, NOTICE, OTHER, PACKET

_CANCELLED = re.compile(
    r"cancel|cancelad|\bno quorum\b|\bno meeting\b|not be held|will not meet", re.I
)
_RESCHEDULED = re.compile(r"re-?scheduled|postponed|moved to|new date|pospuest", re.I)
_MINUTES = re.compile(
    r"minutes|minutas|\bmins?\b|\bactas?\b|mintues|miuntes|minuets|mintutes", re.I
)
_AGENDA = re.compile(r"a+genda|orden del d[ií]a|agneda|order of business", re.I)
_PACKET = re.compile(r"packet|board book|paquete|backup material|supporting (?:doc|mat)", re.I)
_NOTICE = re.compile(r"\bnotices?\b|\badjourn|\bcontinuance\b|legal ad|\baviso\b", re.I)
_WANTED_OTHER = re.compile(r"addend|resolution|ordinance|supplement|handout|attachment", re.I)
# What a thing is even where a meeting is named beside it, and what it is only where none is.
_NEVER_A_RECORD = re.compile(
    r"\bletter|report|presentation|\bschedule|calendar|newsletter|transcript|\baudio\b|\bvideo"
    r"|recording|slides?\b|\bsheets?\b|brochure|flyer|directory|\bfaq\b|manual|survey",
    re.I,
)
_GATHERING = r"(?:meetings?|council|board|commission|supervisors)"
_BETWEEN = r"(?:(?:public|regular|monthly|council|board|meetings?|20\d\d|for|and|holiday)\W+){0,3}?"
_SCHEDULE = re.compile(
    rf"\b{_GATHERING}\W+{_BETWEEN}(?:schedule|calendar|dates)\b"
    rf"|\b(?:schedule|calendar|dates)\W+(?:of|for)\W+(?:\w+\W+){{0,4}}?{_GATHERING}\b"
    r"|calendario\W+de\W+(?:las\W+)?reuniones",
    re.I,
)
_RHYTHM = re.compile(
    r"\bmeet(?:s|ings?)?\b.{0,80}?\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\b.{0,40}?"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b",
    re.I | re.S,
)
_OTHER = re.compile(
    r"addend|resoluti|ordinance|supplement|attachment|handout|budget|polic(?:y|ies)|procedure"
    r"|\brules\b|application|\bform\b|\bmap\b|\bplan\b|proclamation|\brfp\b|\bbids?\b|agreement"
    r"|contract|claim|update|financ|material",
    re.I,
)
_AMENDED = re.compile(r"amend|revis|correct|updated?\b|enmend|addend|supplement", re.I)
_MEETING = re.compile(
    r"meeting|session|workshop|hearing|caucus|reuni[oó]n|town hall|council|commission(?!er)"
    r"|supervisors|board",
    re.I,
)
# Words that say nothing about what a link is: where a label holds only these (and a date), what
# stands around it decides.
_NEUTRAL_WORDS = """
    view read more download downloads click here pdf doc docx html word file files link open see
    final draft approved unapproved signed posted new part copy full text english spanish the of for
    to and in on at a by from with this is version no
    regular special meeting meetings monthly work session workshop hearing public emergency joint
    closed executive reorganization reorganizational organizational organization annual council
    board borough township city town county village municipal commission commissioners committee
    supervisors authority planning zoning caucus combined continued rescheduled
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
    am pm first second third fourth last st nd rd th rev ver regualr"""
_NEUTRAL = frozenset(_NEUTRAL_WORDS.split())
_KINDS = (
    ("reorganization", r"re-?organi[sz]ation|organizational meeting"),
    ("emergency", r"emergency"),
    ("special", r"special|especial|\bspcl\b|\bsp\b"),
    ("executive", r"closed session|executive session"),
    ("work_session", r"work(?:ing)?[\s_-]?(?:session|shop|study)|workshop|caucus|study session"),
    ("hearing", r"hearing"),
    ("committee", r"committee"),
    ("regular", r"regular|regualr|monthly meeting"),
)
_KIND_PATTERNS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _KINDS)


@dataclass(frozen=True)
class Said:
    """What a text says: a role (None where nothing) and whether it says so in plain words.

    schedule: it names the dates on which a body meets, which are worth fetching though they are
    no record of any meeting.
    """

    role: str | None
    cancelled: bool = False
    wanted: bool = True
    schedule: bool = False


def said(text: str) -> Said:
    """The role that a text names, by order of precedence: cancellation, minutes, agenda, ..."""
    text = tidy(text)
    squeezed = _squeezed(text)
    if _CANCELLED.search(squeezed):
        return Said(NOTICE, cancelled=True)
    if _MINUTES.search(squeezed):
        return Said(MINUTES)
    if _AGENDA.search(squeezed):
        return Said(AGENDA)
    if _PACKET.search(squeezed):
        return Said(PACKET)
    if _NOTICE.search(squeezed):
        return Said(NOTICE)
    if _SCHEDULE.search(text):
        return Said(OTHER, schedule=True)
    if _NEVER_A_RECORD.search(squeezed):
        return Said(OTHER, wanted=False)
    if _OTHER.search(squeezed) and not _MEETING.search(squeezed):
        return Said(OTHER, wanted=bool(_WANTED_OTHER.search(squeezed)))
    return Said(None)


def heading_role(text: str) -> str | None:
    """The one role a heading announces; a heading that names several announces none."""
    plain = tidy(text)
    text = _squeezed(plain)
    found = [
        role
        for role, pattern in ((AGENDA, _AGENDA), (MINUTES, _MINUTES), (PACKET, _PACKET))
        if pattern.search(text)
    ]
    if found == [AGENDA, PACKET]:
        return AGENDA
    if not found and re.fullmatch(r"\W*(?:public |legal )?notices?\W*", plain, re.I):
        return NOTICE
    return found[0] if len(found) == 1 else None


def names_documents(text: str) -> bool:
    """Whether a label speaks of agendas or minutes at all, or of meetings."""
    return bool(_AGENDA.search(text) or _MINUTES.search(text))


def cancelled(text: str) -> bool:
    """Whether a text says that a meeting does not take place."""
    return bool(_CANCELLED.search(text))


def tells_when_it_meets(text: str) -> bool:
    """Whether a page may say on which days the body meets; what it says is for readers to find."""
    return bool(_SCHEDULE.search(text) or _RHYTHM.search(text))


def status(text: str) -> str:
    """cancelled | rescheduled | unknown, as the words say."""
    if _CANCELLED.search(text):
        return "cancelled"
    return "rescheduled" if _RESCHEDULED.search(text) else "unknown"


def amended(text: str) -> bool:
    """Whether a label says the document was changed after its first posting."""
    return bool(_AMENDED.search(tidy(text)))


def kind(text: str) -> str:
    """The kind of meeting a text names, `unknown` where it names none."""
    text = tidy(text)
    return next((name for name, pattern in _KIND_PATTERNS if pattern.search(text)), "unknown")


def is_neutral(label: str) -> bool:
    """Whether a label, its dates aside, leaves open what the document is."""
    return not content_words(label)


def content_words(label: str) -> frozenset[str]:
    """The words of a label that are neither dates nor said of every meeting."""
    rest = dates.without(tidy(label)).lower()
    return frozenset(w for w in re.findall(r"[a-zñáéíóú]+", rest) if w not in _NEUTRAL)


def file_name(url: str) -> str:
    """The last part of an address's path as words, without its extension."""
    name = unquote(urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1])
    return re.sub(r"\.[A-Za-z0-9]{2,5}$", "", name)


def tidy(text: str) -> str:
    """A text with file-name joints opened and white space made single."""
    text = text.replace("_", " ").replace("+", " ").replace("\u200b", "")
    return " ".join(text.split())


def _squeezed(text: str) -> str:
    """A short text with itself once more without its spaces: builders cut words into spans."""
    return f"{text} {text.replace(' ', '')}" if len(text) <= 60 else text
