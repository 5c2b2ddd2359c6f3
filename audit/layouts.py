"""Layouts of a page in which a vote may stand without being read: a grid of names, two columns.

Owns how such a layout is told by its characters. What it bars is `possible`'s to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_REACH = 700
_FOR = r"(?:yes|ayes?|yeas?|for|in favor)"
_AGAINST = r"(?:no|noes|nays?|against|opposed|abstain\w*|absent)"
_GRID = re.compile(
    rf"^[^\n]*\b{_FOR}\b(?:[^\n]*?(?:\s{{2,}}|\t|\|)\s*){_AGAINST}\b[^\n]*$"
    rf"|^[^\n]*\b{_FOR}\b[ \t]*\|[^\n]*\b{_AGAINST}\b[^\n]*$"
    r"|^\W*(?:mover|moved by|motion by|first)\s*[:|][^\n]*\n\W*(?:second\w*(?: by)?)\s*[:|]"
    r"|^\W*(?:result|action|disposition)\s*[:|]\W*(?:adopted|approved|passed|carried|accepted)\b",
    re.IGNORECASE | re.MULTILINE,
)
_SIDES = re.compile(r"^(?P<left>\S[^\n]{11,}?)(?: {4,}|\t+)(?P<right>\S[^\n]{11,})$")
_PROSE = re.compile(r"[a-z]{2,} [a-z]{2,}")
_MOVED = re.compile(r"\b(?:motion|moved|second(?:ed)?|carried|ayes?|voted)\b", re.IGNORECASE)
_BLOCK = 3
_WIDEST = 400
"""No page has wider lines of two columns; an endless one is not searched."""


def grid_below(text: str, end: int) -> bool:
    """Whether a grid of votes, or a labelled vote, stands below a passage that ends at `end`."""
    return bool(_GRID.search(text[end : end + _REACH]))


def columns(text: str) -> Iterator[tuple[int, int]]:
    """The places of prose in two columns with words of a vote in it, as start and end.

    At least three lines on end, each with words on both sides of a wide gap; a list of names or of
    figures has no such words.
    """
    start, at, lines = 0, 0, 0
    for line in [*text.splitlines(keepends=True), ""]:
        sides = _SIDES.match(line.rstrip()) if len(line) <= _WIDEST else None
        prose = sides and _PROSE.search(sides["left"]) and _PROSE.search(sides["right"])
        if prose:
            start = at if lines == 0 else start
            lines += 1
        else:
            if lines >= _BLOCK and _MOVED.search(text[start:at]):
                yield start, at
            lines = 0
        at += len(line)
