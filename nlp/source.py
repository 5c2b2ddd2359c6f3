"""One document as one text to read: its pages joined and repaired, and the way back to each page.

Owns the reading copy and the arithmetic of places. "\\f" stands between the pages of the copy and
nowhere else. The repairs themselves are nlp.repair's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from nlp.offsets import Copy, Swap, copy
from nlp.pages.page import Page
from nlp.repair import repaired

BREAK = "\f"


@dataclass(frozen=True)
class Source:
    """Pages and their reading copy.

    text: what rules read; every passage of it leads back to the stored text of a page. starts:
    where each page opens in the joined stored texts; opens: where it does in `text`.
    """

    pages: tuple[Page, ...]
    text: str
    starts: tuple[int, ...]
    opens: tuple[int, ...]
    _copy: Copy
    _stored: str

    @classmethod
    def of(cls, pages: Sequence[Page]) -> Source:
        """Joins pages in their order and repairs them on the copy."""
        starts = list(accumulate((len(page.text) + 1 for page in pages), initial=0))[:-1]
        parts = list(zip(starts, repaired([page.text for page in pages]), strict=True))
        made = copy(
            BREAK.join(part.text for _, part in parts),
            [(at + start, at + end) for at, part in parts for start, end in part.gone],
            [Swap(at + s.start, at + s.end, s.text) for at, part in parts for s in part.swaps],
        )
        opens = (0, *(match.end() for match in re.finditer(BREAK, made.text)))
        stored = BREAK.join(page.text for page in pages)
        return cls(tuple(pages), made.text, tuple(starts), opens, made, stored)

    def place(self, start: int, end: int) -> tuple[int, int, int]:
        """Page number and offsets in its stored text of a passage, cut at the page it opens on.

        A passage that begins with page breaks opens behind them.
        """
        index, first, last = self._on_page(start, end)
        return self.pages[index].number, first, last

    def quote(self, start: int, end: int) -> str:
        """The stored words of a passage, cut at the page it opens on."""
        index, first, last = self._on_page(start, end)
        return self.pages[index].text[first:last]

    def _on_page(self, start: int, end: int) -> tuple[int, int, int]:
        """Which page, and where on it."""
        while start < end and self.text[start] == BREAK:
            start += 1
        index = bisect_right(self.opens, start) - 1
        base, size = self.starts[index], len(self.pages[index].text)
        closes = self.opens[index + 1] - 1 if index + 1 < len(self.opens) else len(self.text)
        if end > closes:
            end = start + len(self.text[start:closes].rstrip()) if start < closes else start
            end = closes if end == start else end
        first = min(max(self._copy.opens(start) - base, 0), size)
        last = min(self._copy.closes(end) - base, size) if end > start else first
        return index, first, max(first, last)

    def words(self, start: int, end: int) -> str:
        """A passage across pages, running headers left out, white space collapsed."""
        return " ".join(self.text[start:end].split())

    def stored(self, start: int, end: int) -> str:
        """The printed characters behind a passage, letter for letter, also across pages.

        What the copy leaves out, such as a line end inside a cut word, is left out here too.
        """
        return "".join(self._stored[a:b] for a, b in self._copy.pieces(start, end))

    def find(self, page: int, at: int) -> int:
        """Where the page with this number has the character `at` in `text`; the next one there."""
        index = next(i for i, one in enumerate(self.pages) if one.number == page)
        return self._copy.find(self.starts[index] + at)
