"""Whether a document is a body's own, by the name printed in it.

Owns the comparison of body names. Knows nothing of dates or roles.
"""

from __future__ import annotations

import re
import unicodedata

from audit.bodies import BodyRecord

_LOCAL = frozenset({"borough", "township", "city", "town", "village"})
_KINDS = _LOCAL | {"county", "parish"}
_GENERIC_TEXT = """
    council board supervisors commissioners trustees selectmen select governing legislature the of
    and for in a municipal municipality pennsylvania minutes agenda meeting regular special public
    whole committee work session reorganization legislative business pa"""
_GENERIC = _KINDS | frozenset(_GENERIC_TEXT.split())
_OTHERS_TEXT = """
    planning zoning school authority commission library recreation committee shade civil housing
    redevelopment sewer water historical ethics election elections audit retirement pension
    appeals adjustment hearing airport transit conservation district"""
_OTHERS = frozenset(_OTHERS_TEXT.split())
_SAME = {"boro": "borough", "twp": "township"}


def own(record: BodyRecord, printed: str | None) -> bool:
    """False where the printed name is plainly another body's; no printed name is no objection."""
    words = _words(printed or "")
    if not words:
        return True
    ours = _words(f"{record.name} {record.place or ''} {record.place_kind or ''}")
    return not (_other_board(words, ours) or _other_kind(words, ours) or _other_place(words, ours))


def _other_board(words: list[str], ours: list[str]) -> bool:
    """A planning commission of the same place is not its council."""
    if "committee" in words and "whole" in words:
        words = [word for word in words if word != "committee"]
    return bool((_OTHERS & set(words)) - set(ours))


def _other_kind(words: list[str], ours: list[str]) -> bool:
    """The township is not the borough of the same name, nor is the county it lies in."""
    printed, known = _KINDS & set(words), _KINDS & set(ours)
    if not printed or not known:
        return False
    if not known & _LOCAL:
        return bool(printed & _LOCAL)
    return bool(printed & _LOCAL) and not printed & known & _LOCAL


def _other_place(words: list[str], ours: list[str]) -> bool:
    """A proper name that shares no word with ours."""
    proper = [word for word in words if word not in _GENERIC and not word.isdigit()]
    known = {word for word in ours if word not in _GENERIC}
    return bool(proper) and bool(known) and not known & set(proper)


def _words(text: str) -> list[str]:
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    flat = re.sub(r"[’'`.]", "", flat)
    return [_SAME.get(word, word) for word in re.findall(r"[a-z0-9]+", flat)]
