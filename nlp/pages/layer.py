"""The text layer of a PDF page: its text as it is stored, and where each character is printed.

Owns pdfium's text interface and the way from a stored character back to pdfium's. Decides nothing
about a page.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from nlp.pages.boxes import UNIT, Box, Word, clipped, on_one_line
from nlp.pages.columns import columns, may_have_columns
from nlp.pages.page import clean, cleaned
from nlp.pages.traced import NOWHERE, Traced, replaced

ENGINE = f"pdfium {pdfium.PDFIUM_INFO.build} (pypdfium2 {pdfium.PYPDFIUM_INFO.version})"
# Some fonts print each word on a line of its own, ended by a tab: that is one space.
_WORD_LINES = ((re.compile(r"\t\n {1,3}"), " "),)
_TOKEN = re.compile(r"\S+")


def layer_text(page: Any) -> str:
    """The text of a page's layer as it is stored; only columns of attendance are put in order."""
    with _opened(page) as textpage:
        text = replaced(clean(_printed(textpage)), _WORD_LINES)
        return _Layer(page, textpage).traced.text if may_have_columns(text) else text


def layer_words(page: Any, start: int = 0, end: int | None = None) -> tuple[str, tuple[Word, ...]]:
    """The text, and the boxes of its words from start to end, cut there.

    A word broken over two lines is two boxes. Characters that are not printed, or stand outside
    the page, have none.
    """
    with _opened(page) as textpage:
        layer = _Layer(page, textpage)
        text = layer.traced.text
        stop = len(text) if end is None else end
        tokens = _TOKEN.finditer(text, start, stop)
        return text, tuple(word for token in tokens for word in layer.runs(*token.span()))


@contextmanager
def _opened(page: Any) -> Iterator[Any]:
    textpage = page.get_textpage()
    try:
        yield textpage
    finally:
        textpage.close()


def _printed(textpage: Any) -> str:
    text: str = textpage.get_text_range(errors="replace")
    return text


class _Layer:
    """One page's layer with the way back; it lives as long as pdfium's textpage is open."""

    def __init__(self, page: Any, textpage: Any) -> None:
        self._page, self._textpage = page, textpage
        printed = _printed(textpage)
        # pdfium counts in UTF-16: a rare character is two of its units.
        self._units = (0, *accumulate(1 + (ord(sign) > 0xFFFF) for sign in printed))
        self.traced = cleaned(Traced.of(printed)).after(_WORD_LINES)
        if may_have_columns(self.traced.text):
            width, height = page.get_size()
            pieces = columns(self.traced.text, self.box, width / max(height, 1.0))
            self.traced = self.traced.ordered(pieces)

    def box(self, at: int) -> Box | None:
        """Where the stored character is printed, its font's full height; None if it is not."""
        index = self._index(at)
        found = raw.FS_RECTF()
        if index < 0 or not raw.FPDFText_GetLooseCharBox(self._textpage, index, found):
            return None
        (x0, y0), (x1, y1) = (
            self._seen(found.left, found.bottom),
            self._seen(found.right, found.top),
        )
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def runs(self, start: int, end: int) -> Iterator[Word]:
        """The boxes of one word, a new one wherever it goes on in another line."""
        held: list[Box] = []
        first = start
        for at in range(start, end):
            box = self.box(at)
            if box is None:
                continue
            if held and not on_one_line(held[-1], box, upright=self._upright(at)):
                yield from _boxed(first, at, held)
                held, first = [], at
            held.append(box)
        yield from _boxed(first, end, held)

    def _index(self, at: int) -> int:
        """pdfium's number of the stored character; -1 where it is none of pdfium's."""
        origin = self.traced.origins[at]
        if origin == NOWHERE:
            return -1
        unit = self._units[origin]
        index = int(raw.FPDFText_GetCharIndexFromTextIndex(self._textpage, unit))
        made_up = index >= 0 and raw.FPDFText_IsGenerated(self._textpage, index) == 1
        return -1 if made_up else index

    def _upright(self, at: int) -> bool:
        """Whether the print runs across the page as it is seen, not up or down."""
        angle = math.degrees(raw.FPDFText_GetCharAngle(self._textpage, self._index(at)))
        return bool(round((angle + self._page.get_rotation()) / 90) % 2 == 0)

    def _seen(self, x: float, y: float) -> tuple[int, int]:
        """A point of the file as a point of the page: cropped, turned, counted from the top."""
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(self._page, 0, 0, UNIT, UNIT, 0, x, y, across, down)
        return across.value, down.value


def _boxed(start: int, end: int, boxes: list[Box]) -> Iterator[Word]:
    if not boxes:
        return
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    word = clipped(start, end, (min(lefts), min(tops), max(rights), max(bottoms)))
    if word is not None:
        yield word
