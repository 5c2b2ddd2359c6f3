"""Motions in a clerk's shorthand ("M/S/C (Odell/Ito) to ...", "MSP Odell, Ito").

Owns those letters: moved, seconded, and carried, passed, unanimous or failed.
"""

from __future__ import annotations

import re

from nlp.motions.couples import pair_behind
from nlp.motions.openers import AFTER, Opener

_TOLD = {"c": "passed", "p": "passed", "u": "passed", "a": "passed", "f": "failed"}
_LINE = re.compile(r"(?:^|[\n\f.;:)\]-]|\bwas|\bIt)\s*(?:[A-Za-z0-9]{1,4}[.)]\s*)?$")


def at_shorthand(text: str, at: int, end: int) -> Opener | None:
    """The opener at "M/S/C" in text[at:end]; only where names follow or a proposal does."""
    letters = re.sub(r"[^a-z]", "", text[at:end].lower())
    if not text[at].isupper() or not _LINE.search(text[max(0, at - 12) : at]):
        return None
    while end < len(text) and text[end] in ".)":
        end += 1
    told = next((_TOLD[letter] for letter in letters[2:] if letter in _TOLD), "")
    made = pair_behind(at, end, text[end : end + AFTER], strict=False)
    if made is not None:
        return Opener(at, made.end, "by", made.mover, made.seconder, made.told or told)
    if re.match(r"\s*[:,-]?\s*(?:to|that)\s+[a-z]", text[end : end + 30]):
        return Opener(at, end, "by", None, None, told)
    return None
