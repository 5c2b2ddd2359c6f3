"""What the words of one line say: a calendar date, a person's name, a title, a kind of office.

Owns the floors below which OCR is not believed. Knows no page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nlp.agreement.redact import redacted
from nlp.agreement.words import Token
from nlp.dates import find

SURE_DATE, SURE_WORD = 0.75, 0.7
_SCRAWL = 0.5
HANDWRITTEN = "handwritten or blurred, not read"
_BOARD = (
    r"chair(?:man|woman|person)?\b|\bpresident\b|(?:county|township|board)\W.*commissioner"
    r"|supervisors?\b|council(?:man|woman|member)|selectm|trustee"
)
_STATE = (
    r"\b(?:colonel|superintendent|secretary|governor|adjutant|attorney general)\b"
    r"|executive director|state police"
)
_ROLES = (
    ("council_or_board", _BOARD),
    ("sheriff", r"\bsheriff|\bjailer"),
    ("constable", r"constable"),
    ("mayor", r"\bmayor"),
    ("manager", r"\bmanager|administrator|county executive|city executive"),
    ("state", _STATE),
    ("chief", r"\bchief\b|commissioner of police|police commissioner|public safety|marshal"),
)
_TITLE = re.compile(
    r"sheriff|chief|director|constable|mayor|manager|chair|president|commissioner|marshal|jailer"
    r"|superintendent|colonel|captain|major\b|lieutenant|sergeant|administrator|warden|executive"
    r"|secretary|governor|attorney|supervisor|trustee|council|officer|commander|deputy|head\b",
    re.I,
)
_BODY = re.compile(r"\b(?:board|council|commission(?:ers)?|supervisors|trustees)\b", re.I)
_WORD = r"(?:[A-Z][a-z]?[A-Z]?[\w’'.-]*|[A-Z]\.|de|la|von|van|del)"
_NAME = re.compile(
    rf"{_WORD}(?: {_WORD}){{1,4}}(?:,? ?(?:Jr|Sr|I{{2,3}}|IV|Ph\.?D|Ed\.?D|Esq)\.?)?"
)
_NO_NAME = re.compile(
    r"county|city|town|village|borough|department|police|office|agency|enforcement|customs"
    r"|security|homeland|immigration|operations|removal|\d|[~*#=|<>{}\[\]]",
    re.I,
)
_STAMP = re.compile(r"digitally\s+signed\s+by\s+(.+?)(?=\s+(?:date|dn)\s*:|$)", re.I)
_STAMP_DATE = re.compile(r"\bdate\s*:?\s*(20\d\d\.[01]\d\.[0-3]\d)", re.I)


@dataclass(frozen=True)
class Said:
    """One value: its letters, and whether they may be used. day: for dates."""

    text: str
    good: bool
    day: date | None = None
    doubt: str = ""


def joined(tokens: Sequence[Token]) -> str:
    return " ".join(" ".join(token.text for token in tokens).split())


def dated(tokens: Sequence[Token]) -> Said | None:
    """The date on a line; None on an empty one. Scrawl is never read into a date."""
    # Ends of a signature's strokes reach into the line: letters of which OCR is not sure at all.
    tokens = [t for t in tokens if t.sure >= _SCRAWL or any(sign.isdigit() for sign in t.text)]
    if not tokens:
        return None
    text = joined(tokens)
    found = [(one, day) for one in find(text) if (day := one.on()) is not None]
    if len(found) != 1:
        return _no_date(text, tokens)
    one, day = found[0]
    rest = (text[: one.start] + " " + text[one.end :]).split()
    if any(any(sign.isdigit() for sign in word) or len(word) > 2 for word in rest):
        return _no_date(text, tokens)
    printed = text[one.start : one.end]
    sure = min((t.sure for t in tokens if t.text.strip(" .,") and t.text in printed), default=0.0)
    return Said(printed, sure >= SURE_DATE, day, "" if sure >= SURE_DATE else HANDWRITTEN)


def _no_date(text: str, tokens: Sequence[Token]) -> Said:
    if all(token.sure == 1.0 for token in tokens):
        return Said(text, good=False, doubt=f"{text!r} is no calendar date")
    return Said("", good=False, doubt=HANDWRITTEN)


def named(tokens: Sequence[Token]) -> Said | None:
    """A person's name on a line; None where nothing like one stands there."""
    # A stroke of the signature above the line is read as one letter.
    tokens = [token for token in tokens if len(token.text) > 1]
    if not tokens:
        return None
    text = redacted(joined(tokens)).strip(" ,;:-")
    if not _NAME.fullmatch(text) or _NO_NAME.search(text) or _TITLE.search(text):
        return Said(text, good=False, doubt=HANDWRITTEN)
    return _sure(text, tokens)


def titled(tokens: Sequence[Token]) -> Said | None:
    """A title on a line; None on an empty one."""
    if not tokens:
        return None
    text = redacted(joined(tokens)).strip(" ,;:_-")
    plain = re.fullmatch(r"[A-Za-z][\w&’'.,()/ -]{2,80}", text)
    if not plain or (not _TITLE.search(text) and any(t.sure < 1 for t in tokens)):
        return Said(text, good=False, doubt=HANDWRITTEN)
    return _sure(text, tokens)


def _sure(text: str, tokens: Sequence[Token]) -> Said:
    good = all(token.sure >= SURE_WORD for token in tokens)
    return Said(text, good, doubt="" if good else HANDWRITTEN)


def stamped(tokens: Sequence[Token]) -> tuple[str | None, Said | None]:
    """The name and the date of a digital signature's stamp ("Digitally signed by ...")."""
    text = joined(tokens)
    who, when = _STAMP.search(text), _STAMP_DATE.search(text)
    name = who[1].strip(" ,") if who else None
    if name and (not _NAME.fullmatch(name.title()) or _NO_NAME.search(name)):
        name = None
    if when is None:
        return name, None
    try:
        day = date(*(int(part) for part in when[1].split(".")))
    except ValueError:
        return name, None
    sure = all(token.sure >= SURE_DATE for token in tokens if token.text in when[1])
    return name, Said(when[1], sure, day, "" if sure else HANDWRITTEN)


def is_title(text: str) -> bool:
    """Whether a line names an office."""
    return bool(_TITLE.search(text))


def role(title: str | None, party: str | None) -> str | None:
    """The kind of office that signs: by the title, else by a board that is the party itself.

    None where neither was read.
    """
    if title:
        low = title.casefold()
        if party and _BODY.search(party) and re.search(r"\bcommissioner|member|president", low):
            return "council_or_board"
        return next((kind for kind, words in _ROLES if re.search(words, low)), "other")
    return "council_or_board" if party and _BODY.search(party) else None
