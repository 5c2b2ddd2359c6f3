"""Motions printed as the rows of a table ("Item | Subject | Moved | Second | Vote | Outcome").

Owns the heading line that makes a table one of motions and the cells of its rows, parted by tabs,
bars or runs of spaces. Votes of members by name are the votes' own grids.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.motions.openers import Opener
from nlp.motions.outcome import outcome
from nlp.people import bare
from nlp.source import Source

_HEADS = {
    "mover": r"m|mvd?|mov(?:ed|er|ant)(?: by)?|motion(?: made)? by|made by|1st|first",
    "seconder": r"s|sec\.?|second(?:ed|er)?(?: by)?|2nd(?: by)?",
    "vote": r"votes?|tally|count|ayes?[-/ ]+(?:nays?|noes)|yes[-/ ]+no|roll call",
    "outcome": r"outcome|result|disposition|action(?: taken)?|decision|status|carried",
    "notes": r"notes?|remarks?|comments?",
    "subject": r"subject|item|motions?|matter|description|topic|resolution|proposal|question"
    r"|agenda item|business",
}
_HEAD = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _HEADS.items()), re.I)
# A cheap look before any cell is cut.
_LINE = re.compile(r"[^\n]+")
_LIKELY = tuple(
    re.compile(rf"\b(?:{words})(?!\w)", re.I)
    for words in (_HEADS["seconder"], _HEADS["mover"], f"{_HEADS['vote']}|{_HEADS['outcome']}")
)
_CELL = re.compile(r"[^ \t|\n]+(?: [^ \t|\n]+)*")
_RULE = re.compile(r"[\s|+:=_-]*")
_TALLY = re.compile(r"\(?(\d{1,2})\s?[-/:]\s?(\d{1,2})\)?")
_NOBODY = re.compile(r"none|no second(?:er)?|-+|n/a", re.I)
_MOST_ROWS = 200
_LONGEST_HEAD = 300


@dataclass(frozen=True)
class _Cell:
    text: str
    start: int
    end: int
    column: int


@dataclass(frozen=True)
class _Head:
    """The columns of one table: what each holds, and where it begins."""

    columns: Sequence[tuple[str, _Cell]]
    parted: bool

    def of(self, cell: _Cell) -> str | None:
        """What a cell holds; by its column, or by the heading that begins nearest to it."""
        if self.parted:
            return next((what for what, head in self.columns if head.column == cell.column), None)
        return min(self.columns, key=lambda one: abs(one[1].start - cell.start))[0]


def rows(source: Source) -> list[Opener]:
    """An opener for each row of each table of motions, in order of place."""
    made: list[Opener] = []
    until = 0
    for match in _LINE.finditer(source.text):
        start, end = match.span()
        if start < until or end - start > _LONGEST_HEAD or not _likely(match.group()):
            continue
        head = _head(source, start, end)
        if head is not None:
            found, until = _read(source, end, head)
            made += found
    return made


def _likely(line: str) -> bool:
    return all(one.search(line) for one in _LIKELY)


def _head(source: Source, start: int, end: int) -> _Head | None:
    cells = _cells(source, start, end)
    named = [(_HEAD.fullmatch(cell.text.strip(" .:*#")), cell) for cell in cells]
    columns = [(match.lastgroup or "", cell) if match else ("", cell) for match, cell in named]
    found = [what for what, _ in columns if what]
    if not {"mover", "seconder"} <= set(found) or not {"vote", "outcome"} & set(found):
        return None
    return _Head(columns, columns[0][1].column >= 0)


def _cells(source: Source, start: int, end: int) -> list[_Cell]:
    """The cells of a line, with their places in the text; tabs and bars are the printed ones'."""
    folded = source.text[start:end]
    printed = source.stored(start, end)
    line = printed if len(printed) == len(folded) else folded
    sign = next((one for one in "|\t" if one in line), None)
    outer = line.lstrip().startswith("|")
    return [
        _Cell(m.group(), m.start(), m.end(), line.count(sign, 0, m.start()) - outer if sign else -1)
        for m in _CELL.finditer(line)
    ]


def _read(source: Source, at: int, head: _Head) -> tuple[list[Opener], int]:
    """The rows below a heading, and where they end: a line without a mover is none of them."""
    text, made, blank = source.text, list[Opener](), 0
    for _ in range(_MOST_ROWS):
        start = at + 1
        if start >= len(text) or blank > 1:
            break
        end = text.find("\n", start)
        at = len(text) if end < 0 else end
        if _RULE.fullmatch(text, start, at):
            blank += 1
            continue
        blank = 0
        cells: dict[str, _Cell] = {}
        for cell in _cells(source, start, at):
            what = head.of(cell)
            if what and (what != "subject" or what not in cells or len(cell.text) > 4):
                cells[what] = cell
        row = _row(start, at, cells)
        if row is not None:
            made.append(row)
    return made, at


def _row(start: int, end: int, cells: dict[str, _Cell]) -> Opener | None:
    mover = bare(cells["mover"].text) if "mover" in cells else None
    subject = cells.get("subject")
    if mover is None or subject is None or not ({"vote", "outcome"} & set(cells)):
        return None
    second = cells.get("seconder")
    nobody = second is None or _NOBODY.fullmatch(second.text) is not None
    ended = next((cells[what].text for what in ("outcome", "notes") if what in cells), "")
    tally = _TALLY.fullmatch(cells["vote"].text) if "vote" in cells else None
    told = outcome(f"{ended}.", None, None).result
    if (
        nobody
        and told in ("unknown", "failed")
        and re.match(r"died|dies|fail|lost|no\b", ended, re.I)
    ):
        told = "no_second"
    return Opener(
        start,
        end,
        "by",
        mover,
        None if nobody or second is None else bare(second.text),
        "" if told == "unknown" else told,
        (start + subject.start, start + subject.end),
        whole=True,
        counted=(int(tally[1]), int(tally[2])) if tally else None,
    )
