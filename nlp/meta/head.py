"""The lines at the top of a document, where it says what it is.

Owns which lines those are and where they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINES = 30
_CHARS = 4000
_LONGEST = 110
# Some exports hold a page on one line, its parts two blanks apart.
_LINE = re.compile(r"[^\n\f]+")
_GAP = re.compile(r" {2,}")


@dataclass(frozen=True)
class Line:
    """One line of the head, white space collapsed; start and end count in the whole text."""

    text: str
    start: int
    end: int


def head(text: str) -> list[Line]:
    """The first non-empty lines that are short enough to be a heading."""
    out: list[Line] = []
    lines = (m for m in _LINE.finditer(text[:_CHARS]) if m.group().strip())
    for count, match in enumerate(lines):
        if count >= _LINES:
            break
        out += _parts(match) if len(" ".join(match.group().split())) > _LONGEST else [_line(match)]
    return out[:_LINES]


def head_lines(text: str) -> list[str]:
    """The words of these lines."""
    return [line.text for line in head(text)]


def _line(match: re.Match[str]) -> Line:
    return _trimmed(match.group(), match.start())


def _parts(match: re.Match[str]) -> list[Line]:
    out, at = [], match.start()
    for piece in _GAP.split(match.group()):
        found = match.string.find(piece, at)
        at = found + len(piece)
        if piece.strip() and len(piece) <= _LONGEST:
            out.append(_trimmed(piece, found))
    return out


def _trimmed(words: str, start: int) -> Line:
    first = start + len(words) - len(words.lstrip())
    return Line(" ".join(words.split()), first, start + len(words.rstrip()))
