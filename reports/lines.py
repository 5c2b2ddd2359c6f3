"""Lines of plain text, wrapped.

Owns the width only.
"""

from __future__ import annotations

import textwrap

WIDTH = 78


def wrap(words: str, indent: str = "") -> list[str]:
    """Words in lines; a word longer than a line keeps a line of its own."""
    return textwrap.wrap(
        words, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False
    )


def point(words: str) -> list[str]:
    """Words as one point of a list."""
    return textwrap.wrap(
        words, WIDTH, initial_indent="* ", subsequent_indent="  ", break_long_words=False
    )
