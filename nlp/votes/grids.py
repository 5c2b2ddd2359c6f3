"""Layout: a table, members down or across ("Member | Aye | Nay" with marks; names over votes).

Owns the cells and columns of such tables, parted by tabs, bars or runs of spaces; a column headed
"moved" or "second" names who did. Reads the stored words: tabs and bars carry the columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nlp.people import bare
from nlp.votes.values import Tally
from nlp.votes.words import LETTER, SIDE, side_of

_MARK = re.compile(
    r"[xX\u2713\u2714\u221a\u2022\u25cf\u2611\u2612*\u2717\u2718]|1|\[[xX]\]|\([xX]\)"
)
_HEADS = {
    "mover": re.compile(r"1st|first|mov(?:ed|er|es|ant)(?: by)?|motion(?: by)?|mot\.?|m", re.I),
    "seconder": re.compile(r"2nd|second(?:ed|er|s)?(?: by)?|sec\.?|s", re.I),
}
_CELL = re.compile(r"[^ \t|\n]+(?: [^ \t|\n]+)*")
_PART = re.compile(r"(?P<vote>[A-Za-z]{1,4})\s?[-/(]\s?(?P<part>[MS])\)?")
_NO_VOTE = re.compile(r"-{1,3}|\u2013|n/?a", re.I)
_MOST_LINES = 40


@dataclass(frozen=True)
class Cell:
    """One cell: its words, where they begin and end in the line, its index among the columns."""

    text: str
    start: int
    end: int
    column: int


@dataclass(frozen=True)
class Grid:
    """What a table says: the votes, and who is marked as mover and seconder."""

    tally: Tally = field(default_factory=Tally)
    mover: str | None = None
    seconder: str | None = None


def read(block: str) -> Grid:
    """The first table of votes in the block; an empty Grid where there is none."""
    lines = [(match.start(), match.group()) for match in re.finditer(r"[^\n\f]*\S[^\n\f]*", block)]
    for index, (start, line) in enumerate(lines):
        following = lines[index + 1 : index + _MOST_LINES]
        made = _marked(start, line, following) or _across(start, line, following)
        if made is not None:
            return made
    return Grid()


def _cells(line: str) -> list[Cell]:
    """The cells of a line; with tabs or bars empty ones count, else a cell is where it stands."""
    parted = "\t" in line or "|" in line
    sign = "|" if "|" in line else "\t"
    outer = line.lstrip().startswith("|") and line.rstrip().endswith("|")
    cells = []
    for match in _CELL.finditer(line):
        column = line.count(sign, 0, match.start()) - outer if parted else -1
        cells.append(Cell(match.group(), match.start(), match.end(), column))
    return cells


def _heading(cell: Cell) -> str | None:
    """What a column holds: a side, mover, seconder; None for anything else."""
    text = cell.text.strip(" :.*")
    side = SIDE.fullmatch(text) or LETTER.fullmatch(text.upper())
    if side is not None:
        return side_of(side)
    return next((name for name, word in _HEADS.items() if word.fullmatch(text)), None)


def _marked(start: int, line: str, following: Sequence[tuple[int, str]]) -> Grid | None:
    """Members down, a mark in the column of their side."""
    heads = [(cell, what) for cell in _cells(line) if (what := _heading(cell))]
    sides = {what for _, what in heads}
    if not {"yes", "no"} <= sides or any(_MARK.fullmatch(cell.text) for cell, _ in heads):
        return None
    names: dict[str, str] = {}
    roles: dict[str, str] = {}
    end = 0
    for at, row in following:
        cells = _cells(row)
        name = bare(cells[0].text) if cells else None
        marks = cells[1:]
        if name is None or not all(_MARK.fullmatch(cell.text) for cell in marks):
            break
        for mark in marks:
            what = _column(mark, heads)
            if what in ("mover", "seconder"):
                roles.setdefault(what, name)
            elif what is not None:
                names.setdefault(name, what)
        end = at + len(row)
    if len(names) < 2:
        return None
    return Grid(Tally({}, names, (), "", start, end), roles.get("mover"), roles.get("seconder"))


def _column(mark: Cell, heads: Sequence[tuple[Cell, str]]) -> str | None:
    """The heading a mark stands under: by column, or the nearest one where spaces align."""
    if mark.column >= 0:
        return next((what for cell, what in heads if cell.column == mark.column), None)
    middle = (mark.start + mark.end) / 2
    return min(heads, key=lambda head: abs((head[0].start + head[0].end) / 2 - middle))[1]


def _across(start: int, line: str, following: Sequence[tuple[int, str]]) -> Grid | None:
    """Members across, their votes in the next line, cell under cell.

    A vote may carry its member's part in the motion ("Y-M", "Y-S"), a dash stands for nobody's
    vote, and how it ended may stand behind the last one.
    """
    if not following:
        return None
    upper, (at, below) = _cells(line), following[0]
    lower = _cells(below)
    if len(upper) < 3 or len(lower) - len(upper) not in (0, 1):
        return None
    names: dict[str, str] = {}
    roles: dict[str, str] = {}
    for head, cell in zip(upper, lower, strict=False):
        name, part = bare(head.text), _PART.fullmatch(cell.text)
        side = _side(part["vote"] if part else cell.text)
        if name is None or (side is None and not _NO_VOTE.fullmatch(cell.text)):
            return None
        if side is not None:
            names.setdefault(name, side)
        if part:
            roles.setdefault("mover" if part["part"] == "M" else "seconder", name)
    if len(names) < 2:
        return None
    end = at + lower[len(upper) - 1].end
    return Grid(Tally({}, names, (), "", start, end), roles.get("mover"), roles.get("seconder"))


def _side(vote: str) -> str | None:
    """The side that a cell names; "A" abstains, as who is absent has no letter."""
    found = SIDE.fullmatch(vote) or LETTER.fullmatch(vote)
    if found is not None:
        return side_of(found)
    return "abstain" if vote == "A" else None
