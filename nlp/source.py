"""One document as one text: pages joined, folded, and the way back from a place to its page.

Owns the arithmetic of offsets. "\\f" stands between pages, so no page's text may hold one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.folding import blank_running_lines, fold
from nlp.pages.page import Page

BREAK = "\f"


@dataclass(frozen=True)
class Source:
    """Pages and their joined text. `text` is folded, of the same length as `original`."""

    pages: tuple[Page, ...]
    original: str
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, pages: Sequence[Page]) -> Source:
        """Joins pages in their order."""
        starts, at = [], 0
        for page in pages:
            starts.append(at)
            at += len(page.text) + 1
        folded = blank_running_lines([fold(page.text.replace(BREAK, " ")) for page in pages])
        original = BREAK.join(page.text for page in pages)
        return cls(tuple(pages), original, BREAK.join(folded), tuple(starts) or (0,))

    def place(self, start: int, end: int) -> tuple[int, int, int]:
        """Page number and offsets on that page of a passage, cut at the page it opens on."""
        index = bisect_right(self.starts, start) - 1
        first = self.starts[index]
        last = first + len(self.pages[index].text)
        return self.pages[index].number, start - first, min(end, last) - first

    def quote(self, start: int, end: int) -> str:
        """The stored words of a passage, cut at the page it opens on."""
        index = bisect_right(self.starts, start) - 1
        return self.original[start : min(end, self.starts[index] + len(self.pages[index].text))]

    def words(self, start: int, end: int) -> str:
        """A passage across pages, running headers left out, white space collapsed."""
        return " ".join(self.text[start:end].split())
