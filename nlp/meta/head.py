"""The lines at the top of a document, where it says what it is.

Owns which lines those are.
"""

from __future__ import annotations

_LINES = 30
_CHARS = 4000
_LONGEST = 110


def head_lines(text: str) -> list[str]:
    """The first non-empty lines that are short enough to be a heading, white space collapsed."""
    lines = (" ".join(line.split()) for line in text[:_CHARS].replace("\f", "\n").split("\n"))
    kept = [line for line in lines if line][:_LINES]
    return [line for line in kept if len(line) <= _LONGEST]
