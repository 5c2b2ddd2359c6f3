"""Two columns of names in an attendance block: read down the left one, then down the right.

Owns the rule by which a gap between printed characters is one between columns. Anywhere else the
order in which a page's text comes is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from nlp.pages.boxes import Box
from nlp.people import bare

Place = Callable[[int], Box | None]
"""Where the character at an offset is printed."""

# A line that opens the block, the lines it may hold, and what ends it before.
_LABEL = r"(?:present|absent|attendance|attending|attendees|excused|roll\s+call|in\s+attendance)"
_OPENER = re.compile(rf"^[^\n.]{{0,60}}\b{_LABEL}\b[^\n.]{{0,60}}$", re.I | re.M)
_CLOSER = re.compile(r"\b(?:to order|pledge|minutes|motion|agenda|adjourn\w*|comments?)\b", re.I)
_MOST_LINES = 40
_FEWEST_ROWS = 3
# Of the height of a line's characters. Words of justified print stand up to 0.8 apart.
_GAP = 1.2
_SHARED_GAP = 1.0
_HEADING = re.compile(
    rf"[^:]{{0,40}}:|(?:[\w&/]+\s){{0,3}}(?:{_LABEL}|staff|guests?|visitors?|others?|public)\W*",
    re.I,
)
_STATUS = re.compile(
    r"(?:present|absent|excused|remote|zoom|late|yes|no|aye|nay|x|[\u2713\u2714])\W*", re.I
)
_NO_NAME = re.compile(
    r"\d|\b(?:engineer|manager|solicitor|police|department|director|officer|authority|attorney|clerk"
    r"|chief|superintendent|administrator|counsel|planner|inspector|auditor|accountant|reporter)$",
    re.I,
)
_NOTE = re.compile(r"\s*(?:\(|,| [-\u2013\u2014] ).*", re.S)
_MOSTLY = 2 / 3


class Span(NamedTuple):
    """From left to right, in ten-thousandths of the page's width."""

    left: float
    right: float


@dataclass(frozen=True)
class _Line:
    """One line of the text: its characters' offsets and where its ink stands.


    gaps: wide ones between its characters, with the offset at which the text goes on.
    """

    start: int
    end: int
    ink: Span
    em: float
    gaps: tuple[tuple[Span, int], ...]


class _Row(NamedTuple):
    """A line and the offset at which its right column begins: its end, or its start, if it has
    only one of the two."""

    line: _Line
    split: int


def may_have_columns(text: str) -> bool:
    """Whether the page has an attendance block at all; cheap, for each page is asked."""
    return _OPENER.search(text) is not None


def columns(text: str, place: Place, aspect: float) -> Iterator[tuple[int, int] | str]:
    """The parts of a page's text, (start, end), in the order in which they are to be read.

    aspect: the page's width by its height. Between columns that are two lists, members and staff,
    an empty line is set.
    """
    at = 0
    for block in _blocks(text):
        lines = [_line(text, start, end, place, aspect) for start, end in block]
        for rows in _found(text, lines):
            yield at, rows[0].line.start
            yield from _reordered(text, rows)
            at = rows[-1].line.end
    yield at, len(text)


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """The lines of each attendance block; none stands in two of them."""
    done = 0
    for opener in _OPENER.finditer(text):
        if opener.start() < done:
            continue
        block = [opener.span()]
        for line in re.finditer(r"[^\n]*\n?", text[opener.end() + 1 :]):
            start = opener.end() + 1 + line.start()
            words = line.group().rstrip("\n")
            if len(block) >= _MOST_LINES or not line.group() or _CLOSER.search(words):
                break
            block.append((start, start + len(words)))
        done = block[-1][1]
        yield block


def _line(text: str, start: int, end: int, place: Place, aspect: float) -> _Line:
    placed = [
        (at, box) for at in range(start, end) if not text[at].isspace() and (box := place(at))
    ]
    if not placed:
        return _Line(start, end, Span(0, 0), 0.0, ())
    em = max(box[3] - box[1] for _, box in placed) / aspect
    right = placed[0][1][2]
    gaps = []
    for at, box in placed[1:]:
        if box[0] - right >= _GAP * em:
            gaps.append((Span(right, box[0]), at))
        right = max(right, box[2])
    ink = Span(min(box[0] for _, box in placed), right)
    # Print whose characters do not follow each other from left to right is no line of columns.
    backward = any(b[1][0] < a[1][0] for a, b in pairwise(placed))
    return _Line(start, end, ink, em, () if backward else tuple(gaps))


def _found(text: str, lines: Sequence[_Line]) -> Iterator[list[_Row]]:
    """The runs of lines that are two columns of names; of several at one place the longest."""
    at = 0
    while at < len(lines):
        runs = (list(_run(text, lines[at:], gap)) for gap, _ in lines[at].gaps)
        good = [rows for rows in runs if _two_lists(text, rows)]
        if good:
            yield max(good, key=len)
        at += max(map(len, good)) if good else 1


def _run(text: str, lines: Sequence[_Line], gap: Span) -> Iterator[_Row]:
    """The lines, from the first on, that leave a gap free of ink, each with its place in it.

    A line of one column only counts where a line of both follows, or where it goes on with a name
    under the names above it: the columns need not be equally long.
    """
    waiting: list[_Row] = []
    lefts = (lines[0].ink.left, gap.right)
    for line in lines:
        split, gap = _split(line, gap)
        if gap.right - gap.left < _SHARED_GAP * line.em or not line.em:
            return
        waiting.append(_Row(line, split))
        under = min(abs(line.ink.left - left) for left in lefts) <= line.em
        if line.start < split < line.end or (under and _is_name(text[line.start : line.end])):
            yield from waiting
            waiting = []


def _split(line: _Line, gap: Span) -> tuple[int, Span]:
    """Where the right column begins in a line, and what the line leaves of the gap."""
    for own, at in line.gaps:
        left, right = max(own.left, gap.left), min(own.right, gap.right)
        if left < right:
            return at, Span(left, right)
    if line.ink.left < gap.left:
        return line.end, Span(max(line.ink.right, gap.left), gap.right)
    return line.start, Span(gap.left, min(line.ink.left, gap.right))


def _two_lists(text: str, rows: Sequence[_Row]) -> bool:
    """Whether both columns hold names: a column of offices or of "present" belongs to the other."""
    both = sum(row.line.start < row.split < row.line.end for row in rows)
    return both >= _FEWEST_ROWS and all(_are_names(cells) for cells in _cells(text, rows))


def _cells(text: str, rows: Sequence[_Row]) -> tuple[list[str], list[str]]:
    left = [text[row.line.start : row.split].strip() for row in rows]
    right = [text[row.split : row.line.end].strip() for row in rows]
    return [cell for cell in left if cell], [cell for cell in right if cell]


def _are_names(cells: Sequence[str]) -> bool:
    below = [cell for cell in cells if not _HEADING.fullmatch(cell)]
    if any(_STATUS.fullmatch(cell) for cell in below):
        return False
    return len(below) > 1 and sum(map(_is_name, below)) >= _MOSTLY * len(below)


def _is_name(cell: str) -> bool:
    name = bare(_NOTE.sub("", cell.strip()))
    return name is not None and name[0].isupper() and not _NO_NAME.search(name)


def _reordered(text: str, rows: Sequence[_Row]) -> Iterator[tuple[int, int] | str]:
    """The left cells and then the right ones, each on a line of its own."""
    cells = (
        ((row.line.start, row.split) for row in rows),
        ((row.split, row.line.end) for row in rows),
    )
    left, right = ([_trimmed(text, *cell) for cell in column] for column in cells)
    yield from _listed(left)
    yield "\n" if _one_list(*_cells(text, rows)) else "\n\n"
    yield from _listed(right)


def _listed(column: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int] | str]:
    held = [cell for cell in column if cell[0] < cell[1]]
    for index, cell in enumerate(held):
        if index:
            yield "\n"
        yield cell


def _one_list(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the right column goes on with the list of the left one: no heading of its own, and
    the titles of the left one, if it has any."""
    if _HEADING.fullmatch(right[0]):
        return False
    titles = _titles(left)
    return not titles or bool(titles & _titles(right))


def _titles(cells: Sequence[str]) -> set[str]:
    """The first words of cells that are no part of the name."""
    return {
        cell.split()[0].lower()
        for cell in cells
        if (name := bare(_NOTE.sub("", cell))) and not cell.startswith(name)
    }


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end].strip()
    first = start + (text[start:end].find(words) if words else 0)
    return first, first + len(words)
