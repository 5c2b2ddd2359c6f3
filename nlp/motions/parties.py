"""Who moved and who seconded, from the words of one motion's block.

Owns the wordings of the second and of a mover named late ("Motion to ... was made by X").
"""

from __future__ import annotations

import re

from nlp.people import NAME, bare

_SECOND_BY = re.compile(
    rf"\b(?:[Ss]econd(?:ed|s)?|SECOND(?:ED)?|2nd|2ND|[Ss]upport(?:ed)?|SUPPORTED)\b(?:\s+(?:it|the\s+motion|her\s+motion|his\s+motion|that\s+motion|was|made|given|offered|provided|came|the))*"
    rf"\s*(?:\b(?:by|from|BY|By)\b|:|-)?\s*:?\s*(?P<name>{NAME})"
)
_X_SECONDED = re.compile(
    rf"(?P<name>{NAME})(?:\s*\([^)]{{0,30}}\))?,?\s+(?:also\s+|then\s+|duly\s+)?(?:[Ss]econd(?:ed|s|ing)?|SECOND(?:ED|S)?|made\s+(?:a|the)\s+second|(?:gave|offered|provided|made)\s+(?:a|the|his|her)\s+second|supported)\b(?!\s+(?:reading|hearing|floor|ward|street|class|half|quarter|page|time|amendment\s+to|vote|meeting))"
)
_X_COLON = re.compile(
    rf"(?P<name>{NAME})\s*:\s*(?:I(?:'ll)?\s+|I\s+will\s+|[Ss]o\s+)?(?:second|Second|SECOND|seconded|SECONDED)\b"
)
_BY_LATE = re.compile(
    rf"\b(?:was|were|is)?\s*(?:made|moved|offered|introduced|presented|put forward|given)\s+by\s+(?P<name>{NAME})"
)
_MOVED_BY = re.compile(
    rf"\b[Mm](?:oved|otion(?:ed)?|OVED|OTION)\s*(?:by|:|BY)\s*:?\s*(?P<name>{NAME})"
)
_FIRST = re.compile(rf"\b(?:1st|1ST|[Ff]irst)(?:ed)?\s*(?:by|:|-)\s*(?P<name>{NAME})")
_SLASH = re.compile(r"\(\s*(?P<a>[A-Z][A-Za-z'-]+)\s*[/,]\s*(?P<b>[A-Z][A-Za-z'-]+)\s*[),]")


def seconder(block: str, mover: str | None) -> str | None:
    """The name behind or before "second", the first that is not the mover's."""
    found: list[tuple[int, str]] = []
    for pattern in (_X_COLON, _SECOND_BY, _X_SECONDED):
        for match in pattern.finditer(block):
            name = bare(match["name"])
            if name is not None and name != mover:
                found.append((match.start(), name))
    if found:
        return min(found)[1]
    slash = _SLASH.search(block)
    return slash["b"] if slash and slash["a"] == mover else None


def late_mover(block: str) -> str | None:
    """The mover named after the proposal, or None."""
    for pattern in (_BY_LATE, _MOVED_BY, _FIRST):
        match = pattern.search(block)
        if match:
            name = bare(match["name"])
            if name is not None:
                return name
    return None


def second_end(block: str) -> int:
    """How far into the block the words about the second reach."""
    ends = [m.end() for p in (_SECOND_BY, _X_SECONDED, _X_COLON) for m in [p.search(block)] if m]
    return max(ends, default=0)
