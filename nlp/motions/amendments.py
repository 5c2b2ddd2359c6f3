"""Amendments, substitutes and reconsiderations that are moved without the word motion.

Owns those wordings ("An amendment was offered by X", "X moved" is the openers'). A friendly
amendment is taken up by the mover and not voted.
"""

from __future__ import annotations

import re

from nlp.motions.openers import AFTER, BEFORE, Opener
from nlp.people import NAME, bare

_OFFERED = re.compile(
    rf"(?P<name>{NAME})\s+(?:then\s+|also\s+)?(?:offer(?:ed|s)|propose[ds]|move[ds]|made"
    rf"|introduce[ds]|submitted)\s+"
    r"(?:an?|the|his|her|another)\s+(?:further\s+|second\s+|new\s+)?$"
)
_BY = re.compile(
    r"[^.;\n]{0,60}?\s*(?:(?:was|is)\s+(?:then\s+)?)?(?P<verb>offered|made|moved|proposed"
    r"|introduced|submitted)?\s*"
    rf"\bby\s+(?P<name>{NAME})"
)
_START = re.compile(r"(?:^|[.;:!?)\"\f\n-])\s*(?:an?\s+|the\s+)?(?:further\s+|second\s+)?$", re.I)
_SECONDED = re.compile(r"[^.\n]{0,90}\b(?:second|2nd)", re.I)


def at_amendment(text: str, at: int, end: int) -> Opener | None:
    """The opener around "amendment" and its like at text[at:end], if somebody moves it there."""
    before, after = text[max(0, at - BEFORE) : at], text[end : end + AFTER]
    offered = _OFFERED.search(before)
    if offered and bare(offered["name"]):
        return Opener(at - len(before) + offered.start("name"), end, "made", bare(offered["name"]))
    start, by = _START.search(before), _BY.match(after)
    if not start or not by or bare(by["name"]) is None:
        return None
    if by["verb"] is None and not _SECONDED.match(after[by.end() :]):
        return None
    lead = before[start.start() :]
    at -= len(lead.lstrip(' \n.;:!?)"\f-'))
    return Opener(at, end + by.end(), "by", bare(by["name"]))
