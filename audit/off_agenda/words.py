"""The words of a passage that say what it is about, and the numbers of papers in it.

Owns the reduction of text to such words. Compares nothing.
"""

from __future__ import annotations

import calendar
import re

_WORD = re.compile(r"[A-Za-z][A-Za-z'\u2019]+|\d[\d,.]*")
_STEM = 6

_GENERAL = frozenset(
    re.findall(
        r"[a-z]+",
        """
    about above according accept accepted act action add added adopt adopted after agenda agree
    agreed all also amend amended an and any appropriate approve approved approval are as ask asked
    asks at authorize authorized authorise aye ayes back be been before being board body borough but
    by call called can carried city clerk come comes commission commissioner commissioners committee
    consider considered consideration could council councilman councilmember councilwoman county
    decide decided department did direct directed director discuss discussed discussion district do
    does done down due during each enter entered established following for forward from further
    general get give given go going grant granted had has have hear heard hearing her him his how if
    in into is it its item items just know like list listed made make makes making manager matter
    matters mayor me meeting meetings member members motion motioned motions move moved moves
    moving mr mrs ms nay nays need needs new next no nobody noes none not now number of office on
    one only opposed or order other our out over page passed passes per permit place post present
    presented president proceed proposed provide public put quorum re read reading recommend
    recommended regarding regular regards remove report reports request requested resolution
    resolutions roll said same say says second seconded seconder seconds see session sessions set
    shall she should
    sign signed so some special staff state stated states still submit submitted subject such
    supervisor supervisors take taken than that the their them then there they thing this those
    through time to today tonight town township trustee trustees two unanimous unanimously under
    until up update upon us use used village vote voted votes voting want wants was we were what
    when where which while who will wish with within work would year years yes you your
    chair chairman chairperson chairwoman vice pro tem solicitor attorney secretary treasurer
    ordinance ordinances old business unfinished
    """,
    )
)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sgt|Lt|Capt)\.?\s+[A-Z][\w'\u2019.-]+"
    r"|\b(?i:council(?:wo)?man|council\s?member|councilperson|councilor|commissioner|supervisor"
    r"|trustee|alderman|alderwoman|selectman|director|member|mayor|president|chair(?:wo)?man"
    r"|chairperson|chair)\s+(?:[A-Z]\.?\s+)?[A-Z][\w'\u2019-]+"
    r"|\b(?i:by|seconded|second|moved)\s+(?:by\s+)?[A-Z][\w'\u2019-]+\b"
)
_VOTE = re.compile(
    r"\broll[ -]?call\b|\bvot(?:e|ing)\s*(?:was|:|yes|aye)|\bayes?\s*[:-]|\byeas?\s*[:-]"
    r"|\bmotion\s+(?:was\s+)?(?:carried|passed|failed|approved)|\ball\s+(?:in favor|voted|ayes?)\b"
    r"|\bcarried unanimously\b|\bpassed unanimously\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:resolutions?|res\.|ordinances?|ord\.|bills?|contracts?|case|docket|permit|application)"
    r"\s+(?:no\.?\s*|number\s*|#\s*)?([A-Z]{0,3}-?\d[\w./-]*\d|\d+)\b",
    re.IGNORECASE,
)
_DATES = frozenset(name.lower() for name in (*calendar.month_name, *calendar.day_name) if name)
_SENTENCE = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bInc)(?<!\bCo)(?<!\bJr)"
    r"(?<!\bSr)(?<!\bRes)(?<!\bOrd)(?<!\bAve)(?<!\bRd)(?<!\b[A-Z])[.!?]\s+(?=[A-Z0-9\"\u201c(])"
)
_ENOUGH = 2
"""So many telling words say what a motion is about."""

_LETTERHEAD = re.compile(
    r"\b[A-Z]{2}\.?\s+\d{5}(?:-\d{4})?\b|\(?\b\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b|@\w+\.|\bwww\."
    r"|\bhttps?:"
)


def subject(text: str) -> str:
    """A motion's words up to its vote, without the people named by a title or a role."""
    vote = _VOTE.search(text, 20)
    return _TITLED.sub(" ", text[: vote.start()] if vote else text)


def core(text: str) -> str:
    """A motion's first sentences, until they say what it is about; what follows is talk on it."""
    vote = _VOTE.search(text, 20)
    for stop in _SENTENCE.finditer(text[: vote.start()] if vote else text):
        said = subject(text[: stop.start()])
        if len(telling(said)) >= _ENOUGH:
            return said
    return subject(text)


def letterhead(line: str) -> bool:
    """Whether a printed line is an address of the body itself: a postal code, a number, a site."""
    return bool(_LETTERHEAD.search(line))


def telling(text: str) -> frozenset[str]:
    """The stems of the words that tell one matter from another; no names of months, no numbers."""
    found = set()
    for match in _WORD.finditer(text):
        word = match[0].lower().replace("\u2019", "'").removesuffix("'s")
        if word[0].isdigit() or len(word) < 3 or word in _GENERAL or word in _DATES:
            continue
        found.add(_stem(word))
    return frozenset(found - {""})


def numbers(text: str) -> frozenset[str]:
    """The numbers of resolutions, ordinances, bills, contracts and cases named in a text."""
    return frozenset(match[1].lower().strip(".") for match in _NUMBERED.finditer(text))


def _stem(word: str) -> str:
    """The first letters of a word without its commonest endings; two forms of it are to meet."""
    for ending in ("ies", "ing", "ed", "es", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:_STEM]
