"""A cited passage with its surroundings on the page.

Owns how much of a page is shown around a quote and the check that the quote stands there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

CONTEXT = 220
"""Characters shown at most on each side; enough for the sentence before and after."""


@dataclass(frozen=True)
class Passage:
    """What stands around a span: before + quote + after is one stretch of the page."""

    before: str
    after: str
    cut_before: bool
    cut_after: bool


def around(texts: Sequence[str], quote: str, start: int, end: int) -> Passage | None:
    """The surroundings in the first text that holds the quote at its span, None if none does."""
    for text in texts:
        if text[start:end] == quote:
            return _passage(text, start, end)
    return None


def _passage(text: str, start: int, end: int) -> Passage:
    left, right = _left(text, start), _right(text, end)
    return Passage(
        before=text[left:start],
        after=text[end:right],
        cut_before=bool(text[:left].strip()),
        cut_after=bool(text[right:].strip()),
    )


def _left(text: str, start: int) -> int:
    """Where to begin: at a blank line inside the reach, else at a word."""
    low = max(0, start - CONTEXT)
    near = text[low:start]
    if (blank := max((m.end() for m in re.finditer(r"\n\s*\n", near)), default=-1)) >= 0:
        return low + blank
    if low == 0:
        return 0
    space = re.search(r"\s", near)
    return low + space.end() if space else start


def _right(text: str, end: int) -> int:
    """Where to stop: at a blank line inside the reach, else after a word."""
    high = min(len(text), end + CONTEXT)
    near = text[end:high]
    if (blank := re.search(r"\n\s*\n", near)) is not None:
        return end + blank.start()
    if high == len(text):
        return high
    return end + max((m.start() for m in re.finditer(r"\s", near)), default=0)
