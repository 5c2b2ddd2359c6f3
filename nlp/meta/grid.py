"""The columns under one line of headings in printed text, and which of them count.

Owns the geometry: cells parted by tabs, bars or wide gaps. Which headings count, the caller says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

_CUT = re.compile(r"\t+|\s*\|\s*| {2,}")


@dataclass(frozen=True)
class Grid:
    """starts: where each column begins, in characters; kept: whether its dates count."""

    starts: tuple[int, ...]
    kept: tuple[bool, ...]

    @classmethod
    def none(cls) -> Grid:
        """No columns: everything counts."""
        return cls((), ())

    @classmethod
    def of(cls, line: str, foreign: Callable[[str], bool]) -> Grid | None:
        """The columns that a line of headings opens; None where it has fewer than two."""
        cells = _cells(line)
        if len(cells) < 2:
            return None
        return cls(tuple(s for s, _ in cells), tuple(not foreign(cell) for _, cell in cells))

    def keeps(self, line: str, at: int) -> bool:
        """Whether what stands at a place of a line below counts.

        A line with as many cells as there are headings is counted off; another one is measured.
        """
        if all(self.kept):
            return True
        cells = _cells(line)
        starts = [start for start, _ in cells] if len(cells) == len(self.kept) else self.starts
        return self.kept[max(0, bisect_right(list(starts), at) - 1)]


def _cells(line: str) -> list[tuple[int, str]]:
    """Place and words of each cell that is not empty."""
    found, start = [], 0
    for cut in [*_CUT.finditer(line), None]:
        end = cut.start() if cut else len(line)
        if line[start:end].strip():
            found.append((start, line[start:end]))
        start = cut.end() if cut else end
    return found
