"""Whether a document is a body's own, by the name printed in it.

Owns the comparison of body names. What is read as a name is often a stray line of the page
("ROLL CALL OF COUNCIL"): only what plainly names another board or another place is an objection.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from audit.bodies import BodyRecord

_LOCAL = frozenset({"borough", "township", "city", "town", "village"})
_KINDS = _LOCAL | {"county", "parish"}
_PLAIN_TEXT = """
    council board supervisors commissioners trustees selectmen select governing legislature the of
    and for in a at by its this said our municipal municipality minutes agenda meeting regular
    special public whole committee work session reorganization legislative business mayor chairman
    president"""
_PLAIN = _KINDS | frozenset(_PLAIN_TEXT.split())
_BOARDS = frozenset({"authority", "commission", "committee"})
_NOUNS = _BOARDS | {"board", "council", "agency", "district", "directors", "association"}
_TOPICS_TEXT = """
    planning zoning school library recreation shade civil housing redevelopment sewer water
    historical election pension retirement adjustment airport transit conservation licensing"""
_TOPICS = frozenset(_TOPICS_TEXT.split())
# Anything longer is a sentence of the page, not a name.
_LONGEST_NAME = 12
_SAME = {"boro": "borough", "twp": "township"}


def own(record: BodyRecord, printed: str | None) -> bool:
    """False where the printed name is plainly another body's; no printed name is no objection."""
    words = _words(printed or "")
    if len(words) > _LONGEST_NAME:
        return True
    ours = frozenset(_words(f"{record.name} {record.place or ''} {record.place_kind or ''}"))
    return not (_other_board(words, ours) or _other_kind(words, ours) or _other_place(words, ours))


def _other_board(words: list[str], ours: frozenset[str]) -> bool:
    """A planning commission of the same place is not its council."""
    named = set(words) - ours - ({"committee"} if "whole" in words else set())
    return bool(_BOARDS & named) or bool(_TOPICS & named and _NOUNS & set(words))


def _other_kind(words: list[str], ours: frozenset[str]) -> bool:
    """The township is not the borough of the same name, nor is the county it lies in."""
    printed, known = _LOCAL & set(words), _KINDS & ours
    return bool(printed and known) and not printed & known


def _other_place(words: list[str], ours: frozenset[str]) -> bool:
    """A place named beside its kind that shares no word with ours: "Otterly Borough"."""
    named = set(_places(words))
    return bool(named) and not (named & ours or ours & set(words) - _PLAIN)


def _places(words: list[str]) -> Iterator[str]:
    """Proper words beside a kind of place: "Otterly Borough", "Borough of Otterly"."""
    for first, second in pairwise(words):
        if second in _KINDS and first not in _PLAIN:
            yield first
    for first, of, third in zip(words, words[1:], words[2:], strict=False):
        if first in _KINDS and of == "of" and third not in _PLAIN:
            yield third


def _words(text: str) -> list[str]:
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    flat = re.sub(r"[’'`.]", "", flat)
    return [_SAME.get(word, word) for word in re.findall(r"[a-z]+", flat)]
