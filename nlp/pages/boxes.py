"""Where words stand on the page as it is seen, and the rectangles that outline a passage.

Owns the unit of places: shares of the page's width and height, counted from its upper left corner
after the page's own rotation. Whoever draws the page at any size can use them as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import mean
from typing import NamedTuple

from nlp.pages.traced import NOWHERE, Traced

UNIT = 10_000
"""A word's box is kept in ten-thousandths of the page: 0.06 points on a sheet of letter paper."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in ten-thousandths of the page; may lie outside it."""
_TELLING = 4
_SHORTEST = 1


class Word(NamedTuple):
    """The box of the characters start to end of the page's stored text, in ten-thousandths.

    Left, top, right, bottom. A word broken over two lines is two of these.
    """

    start: int
    end: int
    x0: int
    y0: int
    x1: int
    y1: int


class Rectangle(NamedTuple):
    """Left, top, right and bottom as shares of the page's width and height, from 0 to 1."""

    x0: float
    y0: float
    x1: float
    y1: float


def words_from(kept: Iterable[Sequence[int]]) -> tuple[Word, ...]:
    """Words as they were before they were stored as lists of six numbers.

    Raises ValueError for anything else.
    """
    made = []
    for one in kept:
        if len(one) != len(Word._fields) or not all(isinstance(n, int) for n in one):
            raise ValueError(f"not the box of a word: {one!r}")
        made.append(Word(*one))
    return tuple(made)


def clipped(start: int, end: int, box: Box) -> Word | None:
    """A word whose box, given in ten-thousandths, is cut at the page's edges; None outside it."""
    x0, y0, x1, y1 = (min(max(round(side), 0), UNIT) for side in box)
    if x1 - x0 < _SHORTEST or y1 - y0 < _SHORTEST:
        return None
    return Word(start, end, x0, y0, x1, y1)


def stored(words: Iterable[Word], cleaned: Traced) -> tuple[Word, ...]:
    """Words of a text before it was cleaned as words of the text after."""
    places: dict[int, list[int]] = {}
    for index, origin in enumerate(cleaned.origins):
        if origin != NOWHERE:
            places.setdefault(origin, []).append(index)
    made = []
    for word in words:
        held = [index for at in range(word.start, word.end) for index in places.get(at, ())]
        if held:
            made.append(word._replace(start=min(held), end=max(held) + 1))
    return tuple(made)


def rectangles(words: Iterable[Word], start: int, end: int) -> tuple[Rectangle, ...]:
    """One rectangle for each printed line of the passage start to end; () where no word is."""
    held = [word for word in words if word.start < end and word.end > start]
    across = _lines(held, upright=True)
    if _high(held):
        down = _lines(held, upright=False)
        across = down if len(down) < len(across) else across
    return tuple(_around(line) for line in across)


def _lines(words: Sequence[Word], *, upright: bool) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in words:
        if lines and on_one_line(lines[-1][-1][2:], word[2:], upright=upright):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _high(words: Sequence[Word]) -> bool:
    """Whether the print may run up or down the page: its longer words are higher than wide.

    On a page that is very wide this is so of any print, as shares of its sides are compared.
    """
    telling = [word for word in words if word.end - word.start >= _TELLING]
    if not telling:
        return False
    return mean(w.y1 - w.y0 for w in telling) > mean(w.x1 - w.x0 for w in telling)


def on_one_line(one: Box, following: Box, *, upright: bool) -> bool:
    """Whether two boxes that follow each other overlap by half the height of the lower one.

    upright: the print runs across the page; else up or down, and its height lies across.
    """
    a, b = (one[1], one[3]) if upright else (one[0], one[2])
    c, d = (following[1], following[3]) if upright else (following[0], following[2])
    return 2 * (min(b, d) - max(a, c)) >= min(b - a, d - c)


def _around(words: Sequence[Word]) -> Rectangle:
    return Rectangle(
        min(w.x0 for w in words) / UNIT,
        min(w.y0 for w in words) / UNIT,
        max(w.x1 for w in words) / UNIT,
        max(w.y1 for w in words) / UNIT,
    )
