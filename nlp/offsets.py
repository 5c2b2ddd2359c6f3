"""A copy of a text with things left out or spelled otherwise, and the way back to the original.

Owns the map between offsets of the copy and of the original; knows nothing of pages or repairs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True)
class Swap:
    """Characters original[start:end] that stand in the copy as other, perhaps more, characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Copy:
    """The text and its runs: run n of the copy begins at copied[n] and at original[n].

    swapped: the numbers of runs in which characters do not correspond one to one; ends[n]: where
    the characters of run n end in the original. All tuples grow with the number of changes.
    """

    text: str
    copied: tuple[int, ...]
    original: tuple[int, ...]
    ends: tuple[int, ...]
    swapped: frozenset[int]

    def opens(self, at: int) -> int:
        """Where the original of the copy's character `at` begins; behind the last: the end."""
        run = self._run(at)
        if run in self.swapped:
            return self.original[run]
        return min(self.original[run] + at - self.copied[run], self.ends[run])

    def closes(self, at: int) -> int:
        """Where the original of the copy's characters before `at` ends."""
        if at <= 0:
            return self.original[0]
        run = self._run(at - 1)
        if run in self.swapped:
            return self.ends[run]
        return min(self.original[run] + at - self.copied[run], self.ends[run])

    def find(self, at: int) -> int:
        """The copy's offset of an original character; the next kept one where it was left out."""
        run = max(0, bisect_right(self.original, at) - 1)
        if at >= self.ends[run]:
            return self.copied[run + 1] if run + 1 < len(self.copied) else len(self.text)
        return (
            self.copied[run] if run in self.swapped else self.copied[run] + at - self.original[run]
        )

    def pieces(self, start: int, end: int) -> list[Span]:
        """The stretches of the original behind copy[start:end], without what was left out."""
        out: list[Span] = []
        while start < end:
            run = self._run(start)
            stop = self.copied[run + 1] if run + 1 < len(self.copied) else len(self.text)
            out.append((self.opens(start), self.closes(min(end, stop))))
            start = stop
        return out

    def _run(self, at: int) -> int:
        return max(0, bisect_right(self.copied, at) - 1)


def copy(text: str, gone: Iterable[Span], swaps: Iterable[Swap] = ()) -> Copy:
    """The copy of a text without the spans `gone` and with the swaps.

    Spans may touch and overlap; a swap that a span touches is not made.
    """
    cuts = [Swap(start, end, "") for start, end in union(gone)]
    changes = sorted([*cuts, *_apart(swaps, cuts)], key=lambda change: change.start)
    parts: list[str] = []
    runs: list[tuple[int, int, int, bool]] = []
    at = length = 0
    for change in [*changes, Swap(len(text), len(text), "")]:
        if change.start > at:
            runs.append((length, at, change.start, False))
            parts.append(text[at : change.start])
            length += change.start - at
        if change.text:
            runs.append((length, change.start, change.end, True))
            parts.append(change.text)
            length += len(change.text)
        at = change.end
    runs = runs or [(0, 0, 0, False)]
    return Copy(
        "".join(parts),
        tuple(run[0] for run in runs),
        tuple(run[1] for run in runs),
        tuple(run[2] for run in runs),
        frozenset(number for number, run in enumerate(runs) if run[3]),
    )


def union(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, joined where they touch or overlap; empty ones left out."""
    out: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _apart(swaps: Iterable[Swap], cuts: Sequence[Swap]) -> list[Swap]:
    """The swaps that no cut and no earlier swap overlaps."""
    starts = [cut.start for cut in cuts]
    kept: list[Swap] = []
    for swap in sorted(swaps, key=lambda one: one.start):
        before = bisect_right(starts, swap.end - 1) - 1
        cut = before >= 0 and cuts[before].end > swap.start
        if swap.start < swap.end and not cut and (not kept or kept[-1].end <= swap.start):
            kept.append(swap)
    return kept
