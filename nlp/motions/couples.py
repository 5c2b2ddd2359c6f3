"""Mover and seconder as a couple beside the word motion or moved ("(Odell/Ito)", "Odell, 2nd Ito").

Owns those signs. Couples without such a word are nlp.motions.pairs'.
"""

from __future__ import annotations

import re

from nlp.motions.openers import Opener
from nlp.people import NAME, bare

# "Motion (Odell/Ito)", "Motion Odell/Ito", "upon motion (Odell, seconded Ito)".
_PAIR_BEHIND = re.compile(
    rf"(?i:\s+and\s+second(?:ed)?\b)?\s*[:-]?\s*(?P<open>\(\s*)?(?P<a>{NAME})(?:\s*(?P<sign>/|,"
    rf"|-)\s*(?i:and\s+)?(?P<word>(?i:(?:second(?:ed)?|2nd)"
    rf"(?:\s+by)?:?\s+))?(?:(?P<none>(?i:none|no\s+second|no\s+2nd|\?|-))"
    rf"|(?P<b>{NAME})))?(?P<close>\s*\))?"
)
PAIR_BEFORE = re.compile(
    rf"(?:^|[\n.;:]\s*|\(\s*|\b(?:a|an|on)\s+)(?P<a>{NAME})\s*/\s*(?P<b>{NAME})\s*\)?\s*[-:,]?\s*$"
)


# "Motion (Bellwood - Haas) to ... Second (Arden - Kern).": each behind the place he speaks for.
_OF_PLACES = re.compile(
    rf"[^()]{{0,240}}?\b(?i:second)\w*\s*\(\s*{NAME}\s+-\s+(?P<name>{NAME})\s*\)"
    r"|[^()]{0,240}?\b(?i:no\s+second)\b"
)


def couple(at: int, end: int, before: str, after: str) -> Opener | None:
    """Mover and seconder in brackets or parted by a stroke, behind or before the word."""
    ahead = PAIR_BEFORE.search(before) if "/" in before else None
    if ahead and bare(ahead["a"]) and bare(ahead["b"]):
        start = at - len(before) + ahead.start("a")
        return Opener(start, end, "by", bare(ahead["a"]), bare(ahead["b"]))
    return pair_behind(at, end, after, strict=True)


def pair_behind(at: int, end: int, after: str, *, strict: bool) -> Opener | None:
    """ "(Odell/Ito)" behind a word that ends at `end`; strict: a stroke or brackets must stand."""
    pair = _PAIR_BEHIND.match(after)
    if pair is None or (mover := bare(pair["a"])) is None:
        return None
    framed = pair["open"] and pair["close"]
    second = bare(pair["b"]) if pair["b"] else None
    if strict and not framed and not (second and (pair["sign"] == "/" or pair["word"])):
        return None
    if pair["b"] and second is None:
        return None
    places = _OF_PLACES.match(after, pair.end()) if framed and pair["sign"] == "-" else None
    if places and second:
        mover, second = second, bare(places["name"]) if places["name"] else None
    told = "no_second" if pair["none"] else ""
    return Opener(at, end + pair.end(), "by", mover, second, told)
