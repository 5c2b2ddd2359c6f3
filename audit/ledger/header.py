"""The header of ICE's lists: which sheet, which row, which column holds what.

Owns the names of columns, those of two years of lists and near ones; reads no values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rapidfuzz import fuzz

from audit.ledger import repair

# The first of each row is ICE's own; its header has been clean so far.
_NAMES_TEXT = """
state: STATE|STATE TERRITORY|STATE OR TERRITORY|ST
agency: LAW ENFORCEMENT AGENCY|AGENCY|AGENCY NAME|LAW ENFORCEMENT AGENCY NAME|LEA|LEA NAME
kind: TYPE|AGENCY TYPE|TYPE OF AGENCY|LEA TYPE
county: COUNTY|COUNTY PARISH|COUNTY OR PARISH|COUNTIES
model: SUPPORT TYPE|MODEL|PROGRAM TYPE|TYPE OF SUPPORT|SUPPORT MODEL|MODEL TYPE|287 G MODEL|PROGRAM
signed: SIGNED|DATE SIGNED|SIGNED DATE|SIGNED ON|SIGNATURE DATE|MOA SIGNED|MOA DATE|EFFECTIVE DATE
moa: MOA|MOA LINK|AGREEMENT|MEMORANDUM OF AGREEMENT|LINK
addendum: ADDENDUM|ADDENDA
"""
_NAMES = {
    key: tuple(names.split("|"))
    for key, names in (line.split(": ") for line in _NAMES_TEXT.strip().split("\n"))
}
_NEEDED = frozenset(("state", "agency", "model"))
_DEPTH, _WIDTH = 15, 40
_ALIKE = 88  # "SUPPORT TYPES", "LAW ENFORCMENT AGENCY", not "STATUS" for STATE
_LOOKED_AT = 40


@dataclass(frozen=True)
class Header:
    """Where a sheet's list begins: the number of its header row, each column's position."""

    sheet: Any
    row: int
    columns: dict[str, int]

    def filled(self) -> int:
        """How many rows below it name an agency."""
        column = self.columns["agency"] + 1
        cells = self.sheet.iter_rows(
            min_row=self.row + 1, min_col=column, max_col=column, values_only=True
        )
        return sum(1 for (value,) in cells if repair.clean(value))

    def dated(self) -> str | None:
        """The name of a column that no name is known for and that holds dates."""
        known = set(self.columns.values())
        head, *rows = self.sheet.iter_rows(
            min_row=self.row, max_row=self.row + _LOOKED_AT, max_col=_WIDTH, values_only=True
        )
        names = _printed(head)
        for at in range(len(names)):
            held = [row[at] for row in rows if at < len(row) and row[at] is not None]
            dates = sum(isinstance(value, datetime | date) for value in held)
            if at not in known and dates * 2 > len(held):
                return names[at] or f"column {at + 1}"
        return None


def header(sheet: Any) -> Header | None:
    """The header row among a sheet's first rows, None where it has none."""
    rows = sheet.iter_rows(max_row=_DEPTH, max_col=_WIDTH, values_only=True)
    for number, cells in enumerate(rows, start=1):
        columns = _columns(_printed(cells))
        if columns.keys() >= _NEEDED:
            return Header(sheet, number, columns)
    return None


def _printed(cells: Sequence[Any]) -> list[str]:
    return [" ".join(re.sub(r"[^A-Z0-9]+", " ", repair.clean(v).upper()).split()) for v in cells]


def _columns(printed: Sequence[str]) -> dict[str, int]:
    """Columns by their exact names, then by names nearly so."""
    found: dict[str, int] = {}
    for key, names in _NAMES.items():
        at = next((printed.index(name) for name in names if name in printed), None)
        if at is not None and at not in found.values():
            found[key] = at
    for key, names in _NAMES.items():
        if key in found:
            continue
        scored = [
            (max(fuzz.ratio(text, name) for name in names), -at)
            for at, text in enumerate(printed)
            if text and at not in found.values()
        ]
        best, at = max(scored, default=(0.0, 0))
        if best >= _ALIKE:
            found[key] = -at
    return found
