"""Names of members as minutes print them: titles, lists of names, whom of a roster one means.

Owns the shape of a name and of a list of names; knows nothing of motions. How like two spellings
are is nlp.spelling's.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib import resources

from nlp.particles import PARTICLES
from nlp.spelling import DIFFERENT, likeness

_WORDS = tomllib.loads(resources.files("nlp.patterns").joinpath("names.toml").read_text("utf-8"))
TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Hon|Rev|Sr|Atty|Ald|Comm|Cllr|Supv|Supr|Sec|Treas|Pres|Capt|Lt|Sgt)\.?"
    r"|(?:Vice|Co|Deputy|Acting|Interim|Former|Assistant|Asst\.?)[- ]"
    r"(?:Chair(?:man|woman|person)?|President|Mayor|Secretary|Treasurer|Supervisor)"
    r"|President Pro[- ]?Tem(?:pore)?|Mayor Pro[- ]?Tem(?:pore)?|Pro[- ]?Tem"
    r"|(?:City |Town |Borough |County |Village |Junior |School )?"
    r"Council[- ]?(?:members?|man|men|woman|women|person|or|ors|lors?)?"
    r"|(?:Board |Committee |Commission |Township |County |Planning )?"
    r"(?:Members?|Commissioners?|Supervisors?|Trustees?|Directors?|Delegate|Representative)"
    r"|Committee(?:m[ae]n|wom[ae]n|persons?)|Jurors?"
    r"|Chair(?:man|woman|person|lady)?|Mayor|Burgess|President"
    r"|Secretary(?:[ /]+Treasurer)?|Treasurer"
    r"|Alder(?:man|woman|person|men)?|Select(?:man|woman|person|men|board member)|Freeholder"
    r"|Moderator|Assessor|(?:Highway |Road |Township )(?:Commissioner|Supervisor|Clerk)"
    r"|(?:County )?Judge(?:[/ -]+Executive)?|Squire|Magistrate|Legislator"
    r"|Sheriff|Chief|Solicitor|Clerk|Manager|Attorney"
)
_INITIAL = r"(?<![A-Za-z])[A-Z]\."
# Bounded and anchored at a word's start: an endless word must not be tried at each letter.
_PART = (
    r"(?<![A-Za-z\u00c0-\u024f])(?:O'|D'|Mc|Mac|De|La|Le|Di|Du"
    r"|St\. ?)?[A-Z][A-Za-z\u00c0-\u024f]{0,24}"
    r"(?:(?:'[A-Za-z]|-(?!(?i:yes|no|aye|nay|yea|abstain\w*|absent)\b)[A-Z])"
    r"[A-Za-z\u00c0-\u024f]{0,24}){0,3}(?![A-Za-z\u00c0-\u024f])"
)
_SMALL = rf"(?:{'|'.join(sorted(PARTICLES))}|St\.)"
_SUFFIX = r"(?:,? (?:Jr|Sr|II|III|IV)\.?)"
NOT_NAMES = frozenset(_WORDS["not_names"])
_TITLED = rf"(?:(?:{TITLE})(?:[ /]+(?:{TITLE})){{0,2}}[ \n]+)"
# A name may wrap over a line end.
_GAP = r"(?:[ ]{1,3}|[ ]{0,3}\n[ ]{0,3}(?=\S))"
_CORE = (
    rf"(?:{_INITIAL}\s?){{0,2}}(?:\b(?:{_SMALL} ){{1,2}})?{_PART}"
    rf"(?:{_GAP}(?:(?:{_SMALL} ){{0,2}}{_PART}"
    rf"|{_INITIAL})){{0,3}}{_SUFFIX}?"
)
# A cheap look at the first letter, before forty titles are tried at it.
_FIRST = "".join(sorted({word[0] for word in PARTICLES}))
NAME = rf"(?:(?=[A-Z{_FIRST}]){_TITLED}?{_CORE})"
_TITLE_START = re.compile(rf"(?:(?:{TITLE})(?:[ /]+|\.\s*|\s+))+(?=\S)", re.I)
_TITLE_ONLY = re.compile(TITLE, re.I)
# A member may be called Chair or Judge; "Mr. Chair" and "Board Chair" are offices.
_CALLED = re.compile(
    r"(?:Board |Council |Committee )?(?:Member|Trustee|Supervisor|Commissioner|Director"
    r"|Council(?:man|woman|member|person)|Alder(?:man|woman|person)|Squire)\s+(?P<name>Chair|Judge|Mayor|Sheriff|Burgess|Squire)"
)
_QUOTED = re.compile(r"\s*\([^)]*\)")
_SPLIT = re.compile(r"\s*(?:[,;/&]|\band\b|\n(?=\s*[A-Z]))\s*", re.I)
NONE_WORDS = frozenset(("none", "no one", "nobody", "n/a", "na", "0", "zero", "nil", "-", "--", ""))


def bare(printed: str) -> str | None:
    """A printed name without titles and notes; None where it is no name."""
    text = " ".join(_QUOTED.sub("", printed).split()).strip(" ,.;:-")
    if called := _CALLED.fullmatch(text):
        return called["name"]
    text = _TITLE_START.sub("", text).strip(" ,.;:-")
    if _TITLE_ONLY.fullmatch(text):
        return None
    words = text.split()
    while words and words[-1].lower().strip(".,") in NOT_NAMES:
        words.pop()
    while words and words[0].lower().strip(".,") in NOT_NAMES:
        words.pop(0)
    if not words or len(words) > 5 or any(w.lower().strip(".,") in NOT_NAMES for w in words):
        return None
    text = " ".join(words)
    return text if re.search(r"[A-Za-z]{2}", text) and text[0].isalpha() else None


def surname(name: str) -> str:
    """The comparing form of a name: its last word in lower case, suffixes left out."""
    words = [
        w
        for w in re.split(r"[ .]+", name.lower())
        if w and w.strip(",") not in ("jr", "sr", "ii", "iii")
    ]
    return words[-1].strip(",") if words else name.lower()


def names_in(text: str) -> list[str]:
    """The names of a printed list ("A, B and C", one per line, with titles); [] for "None"."""
    if " ".join(text.split()).strip(" .,;:()[]").lower() in NONE_WORDS:
        return []
    out: list[str] = []
    for part in _SPLIT.split(_QUOTED.sub("", text)):
        name = bare(part)
        if name is not None and len(name.split()) <= 4 and name not in out and capital(name):
            out.append(name)
    return out


def capital(name: str) -> bool:
    """Whether it is printed as a name is: a capital, before it at most particles."""
    words = name.split()
    while len(words) > 1 and words[0] in PARTICLES:
        words.pop(0)
    return words[0][0].isupper()


def member(name: str, roster: Iterable[str]) -> str | None:
    """The one person of a roster whom a printed name means; None where none or several fit.

    roster: names as printed, one for each person. Equal names win over parts of names ("Odell" for
    "Ann Odell"), and parts over misspelt ones.
    """
    wanted = bare(name) or name
    found = [(likeness(wanted, bare(one) or one), one) for one in dict.fromkeys(roster)]
    best = max((like for like, _ in found), default=DIFFERENT)
    fits = [one for like, one in found if like == best]
    return fits[0] if best != DIFFERENT and len(fits) == 1 else None


def same_person(a: str, b: str, roster: Iterable[str] = ()) -> bool:
    """Whether two printed names are one person's.

    With a roster (one name for each person) both must mean the same one of it; a name that fits
    two of them is nobody's. Names that the roster does not hold are compared with each other.
    """
    names = list(roster)
    first, second = member(a, names), member(b, names)
    if first is not None and second is not None:
        return first == second
    if any(_known(one, names) for one in (a, b)):
        return False
    return likeness(bare(a) or a, bare(b) or b) != DIFFERENT


def _known(name: str, roster: list[str]) -> bool:
    return any(likeness(bare(name) or name, bare(one) or one) != DIFFERENT for one in roster)
