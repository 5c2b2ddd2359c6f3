"""Motions whose mover and seconder stand as a pair, without the word motion or moved.

Owns "Approve minutes (Odell / Ito) 5-0", "Approve minutes. M: Odell S: Ito" and the like: what is
proposed stands before the pair on its line, how it ended behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.motions.openers import Opener
from nlp.people import NAME, bare

_NOBODY = r"(?i:no\s+(?:second(?:er)?|2nd)|none|unseconded|-+|\?)"
_FRAMED = re.compile(r"\([^()\n/]{2,40}/[^()\n/]{2,40}\)")
_STROKE = re.compile(rf"\(\s*(?P<a>{NAME})\s*/\s*(?:(?P<none>{_NOBODY})|(?P<b>{NAME}))\s*\)")
_LETTERS = re.compile(
    rf"(?<![\w.])(?P<open>[(\[])?M(?:vd|ov|ot)?\.?\s?[:/-]\s?(?P<a>{NAME})[\s,;/.]{{1,3}}"
    rf"(?:S(?:ec|ecd)?|2nd)\.?\s?[:/-]\s?(?:(?P<none>{_NOBODY})|(?P<b>{NAME}))\s*[)\]]?"
)
# How it ended must stand behind the pair: "(North / South)" alone names no one.
_ENDED = re.compile(
    r"[\s,;:.*-]*(?:\(?\d{1,2}\s?[-/]\s?\d{1,2}\b|(?:ayes?|yeas?|yes|nays?|noes|voted?|roll|all|unan\w*"
    r"|carr\w+|pass\w*|approved|adopted|fail\w*|lost|defeated|dies|died|dead|withdr\w+|tabled"
    r"|postponed|granted|denied|motion|in\s+favou?r|voice|for|result\w*)\b|[AYN]\s?[:-]\s?\d"
    r"|M/?C\b|so\s+ordered)",
    re.I,
)
_BEHIND = re.compile(
    r"[\s,:;.-]*(?:(?:to|that)\s+[a-z]|as\s+(?:read|printed|written|moved|amended)\b|for\s+\$\d)",
    re.I,
)
_NAMED = re.compile(r"\b(?:the\s+|a\s+)?motion\s+(?=(?:to|that|for)\s+[a-z])", re.I)
_SENTENCE = re.compile(r"[.;]\s+(?=[A-Z])")
_TOLD = re.compile(
    r"\b(?:said|asked|reported|stated|explained|motions?|moved|carried|passed)\b", re.I
)
_MOST = 400


def pairs(text: str, openers: Sequence[Opener]) -> list[Opener]:
    """Openers at pairs of mover and seconder that no opener holds already, in order of place."""
    held = [(one.start, one.end + 5) for one in openers]
    found = []
    for match in _FRAMED.finditer(text):
        pair = _STROKE.fullmatch(text, match.start(), match.end())
        if pair is not None:
            found.append(pair)
    found += _LETTERS.finditer(text)
    made = [_opener(text, pair) for pair in found if not _within(pair.start(), held)]
    return [one for one in made if one is not None]


def _within(at: int, held: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at <= end for start, end in held)


def _opener(text: str, pair: re.Match[str]) -> Opener | None:
    mover, second = bare(pair["a"]), bare(pair["b"]) if pair["b"] else None
    if mover is None or (pair["b"] and second is None):
        return None
    ended = _ENDED.match(text, pair.end(), pair.end() + 40)
    if not (pair["none"] or ended or _BEHIND.match(text, pair.end(), pair.end() + 20)):
        return None
    start = _proposal(text, pair.start())
    if (start is None or not ended) and _BEHIND.match(text, pair.end(), pair.end() + 20):
        return Opener(
            pair.start(), pair.end(), "by", mover, second, "no_second" if pair["none"] else ""
        )
    if start is None:
        return None
    told = "no_second" if pair["none"] else ""
    return Opener(start, pair.end(), "by", mover, second, told, (start, pair.start()))


def _proposal(text: str, at: int) -> int | None:
    """Where the words before a pair begin on their line; None where they propose nothing."""
    low = max(0, at - _MOST)
    start = max(text.rfind("\n", low, at), text.rfind("\f", low, at), low - 1) + 1
    window = text[start:at].rstrip(" .:;,-")
    cuts = [match.end() for match in _SENTENCE.finditer(window)]
    start += cuts[-1] if cuts else 0
    words = text[start:at]
    if named := _NAMED.search(words):
        return start + named.start()
    if _TOLD.search(words) or not re.search(r"[A-Za-z]{3}", words):
        return None
    return start + len(words) - len(words.lstrip())
