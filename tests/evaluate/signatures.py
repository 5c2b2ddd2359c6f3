"""Signature pages: name, title and date of both blocks, right, wrong or not read, each error shown.

Owns the table. Constructed agreements are scored apart from real ones.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nlp.agreement.read import read
from nlp.agreement.values import Block
from tests.nlp.agreements import CASES, Signs, pdf, scan
from tests.real import REAL, real

TRUTHS = "moa_signatures.tsv"
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Cell:
    """One value of one block against the truth: right | wrong | not read."""

    what: str
    verdict: str
    read: str | None
    truth: str


@dataclass(frozen=True)
class Row:
    """One agreement."""

    file: str
    source: str
    cells: tuple[Cell, ...]


def judged(folder: Path) -> Iterator[Row]:
    """The labelled real agreements."""
    with (folder.parent / TRUTHS).open(encoding="utf-8", newline="") as file:
        for truth in csv.DictReader(file, delimiter="\t"):
            found = read((folder / truth["file"]).read_bytes()).signature
            agency = (truth["agency_signer"], truth["agency_signer_title"], truth["agency_signed"])
            ice = (truth["ice_signer"], truth["ice_signer_title"], truth["ice_signed"])
            cells = (*_cells("agency", found.agency, agency), *_cells("ICE", found.ice, ice))
            yield Row(truth["file"], found.source, cells)


def constructed() -> Iterator[Row]:
    """The agreements made up for tests."""
    for name, (made, scanned) in CASES.items():
        data = scan(pdf(made)) if scanned else pdf(made)
        found = read(data).signature
        cells = (
            *_cells("agency", found.agency, _truth(made.agency, made.names, "2026-02-28")),
            *_cells("ICE", found.ice, _truth(made.ice, made.names, "2026-03-10")),
        )
        yield Row(name, found.source, cells)


def _truth(signs: Signs, names: bool, day: str) -> tuple[str, str, str]:
    return signs.name if names else "", signs.title, day


def _cells(party: str, block: Block, truth: tuple[str, str, str]) -> Iterator[Cell]:
    day = block.date.isoformat() if block.date else None
    for what, said, known in zip(
        ("name", "title", "date"), (block.name, block.title, day), truth, strict=True
    ):
        if known and not known.startswith("(field"):
            yield Cell(f"{party} {what}", _verdict(what, said, known), said, known)


def _verdict(what: str, said: str | None, known: str) -> str:
    if said is None:
        return "not read"
    if what == "date":
        found = _DATE.search(known)
        return "right" if found and found.group() == said else "wrong"
    return "right" if _plain(said) == _plain(known) else "wrong"


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text)).casefold().strip()


def _print(title: str, rows: list[Row]) -> None:
    print(f"\n{title}: {len(rows)} agreements")
    cells = [cell for row in rows for cell in row.cells]
    for what in dict.fromkeys(cell.what for cell in cells):
        many = Counter(cell.verdict for cell in cells if cell.what == what)
        print(f"  {what:14s} right {many['right']:3d}  wrong {many['wrong']:3d}  "
              f"not read {many['not read']:3d}")  # fmt: skip
    for row in rows:
        for cell in row.cells:
            if cell.verdict != "right":
                print(f"  {row.file} ({row.source}): {cell.what} {cell.verdict}: "
                      f"{cell.read!r}, truly {cell.truth!r}")  # fmt: skip


def main() -> None:
    """Prints both tables."""
    _print("signatures of constructed agreements", list(constructed()))
    if REAL is not None:
        _print("signatures of real agreements", list(judged(real("ice", "moa"))))


if __name__ == "__main__":
    main()
