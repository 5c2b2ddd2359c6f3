"""One value out of several readings of it: form field, printed text, OCR.

Owns which witness is believed: a filled field, then print; a text layer laid over a picture is
OCR of unknown quality and needs a second witness for a date.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from nlp.agreement.said import HANDWRITTEN, Said
from nlp.agreement.values import FIELDS, OCR, TEXT
from nlp.agreement.words import Token

_SAME = 85
Reader = Callable[[Sequence[Token]], Said | None]


@dataclass(frozen=True)
class Witnesses:
    """The words of one line as each witness has them. layered: whether the text layer lies over a
    picture; again: a second OCR, drawn at another size."""

    fields: tuple[Token, ...] = ()
    printed: tuple[Token, ...] = ()
    scanned: tuple[Token, ...] = ()
    again: tuple[Token, ...] = ()
    layered: bool = False


@dataclass(frozen=True)
class Chosen:
    """A value with its source; `said` is None where nothing stands there or nothing was read."""

    said: Said | None = None
    source: str = ""
    doubt: str = ""


def date_of(words: Witnesses, read: Reader) -> Chosen:
    """A date. Where only OCR has it, two drawings of the page must give the same day."""
    field = read(words.fields)
    if field is not None:
        return Chosen(field, FIELDS, field.doubt)
    layer, once, twice = read(words.printed), read(words.scanned), read(words.again)
    if layer is not None and not words.layered:
        return Chosen(layer, TEXT, layer.doubt)
    days = [(one.day if one else None) for one in (layer, once, twice)]
    if layer and layer.day and layer.day in days[1:]:
        return Chosen(_believed(layer), TEXT)
    clash = layer is not None and layer.day is not None
    agreed = once is not None and twice is not None and once.day == twice.day
    if once and once.day and agreed and not clash and any(s and s.good for s in (once, twice)):
        return Chosen(_believed(once), OCR)
    return Chosen(doubt=HANDWRITTEN) if any((layer, once, twice)) else Chosen()


def words_of(words: Witnesses, read: Reader) -> Chosen:
    """A name or a title. OCR is believed where it is sure, or where two witnesses agree."""
    notes = read([t for t in words.fields if t.field == "note"])
    field = notes or read(words.fields)
    if field is not None and field.good:
        return Chosen(field, FIELDS)
    layer, once, twice = read(words.printed), read(words.scanned), read(words.again)
    if layer is not None and layer.good and not words.layered:
        return Chosen(layer, TEXT)
    for one in (once, twice):
        if one is not None and one.good:
            return Chosen(one, OCR)
    if layer is not None and layer.good and any(_alike(layer, o) for o in (once, twice)):
        return Chosen(layer, TEXT)
    seen = any((field, layer, once, twice))
    return Chosen(doubt=HANDWRITTEN) if seen else Chosen()


def _alike(one: Said, other: Said | None) -> bool:
    return other is not None and fuzz.ratio(one.text.casefold(), other.text.casefold()) >= _SAME


def _believed(said: Said) -> Said:
    return Said(said.text, good=True, day=said.day)
