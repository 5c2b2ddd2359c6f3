"""Votes against agendas: real pairs labelled by eye, and pairs made with known off-agenda votes.

Owns the tables. Precision comes first: a vote wrongly called off the agenda is the error that
counts; one that cannot be told is no error.
"""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.off_agenda import Agenda, Listed, Minutes, Moved, OffAgenda, Placed, off_agenda
from nlp.reading import Reading, read
from tests.evaluate.nlp import read_labelled, words
from tests.evaluate.off_agenda_made import Made, pairs
from tests.real import REAL

LABELS = Path(__file__).with_name("off_agenda_labels.toml")
_OPENING = 5


@dataclass
class Table:
    """Counts of one set: by label and answer, with every error in words."""

    counts: Counter[tuple[str, str]]
    errors: list[str]

    def line(self, name: str) -> str:
        off = {state: self.counts["off", state] for state in ("off_agenda", "cannot_tell")}
        called = sum(n for (_, state), n in self.counts.items() if state == "off_agenda")
        held = sum(n for (label, _), n in self.counts.items() if label == "off")
        rest = sum(n for (label, _), n in self.counts.items() if label == "on")
        told = self.counts["on", "on_agenda"]
        return (
            f"{name:26s} off found {off['off_agenda']}/{held} (cannot tell {off['cannot_tell']})  "
            f"right {off['off_agenda']}/{called}  on told {told}/{rest}"
        )


def listed(reading: Reading) -> tuple[Listed, ...]:
    return tuple(
        Listed(
            i.title, i.text, i.number, i.paper, i.parent, i.consent, i.pulled, i.section,
            i.page, i.start, i.end,
        )
        for i in reading.items
    )  # fmt: skip


def minutes(reading: Reading, body: str) -> Minutes:
    moved = tuple(
        Moved(m.quote, m.text, m.result, m.direction, m.form, m.items, m.page, m.start, m.end)
        for m in reading.motions
    )
    return Minutes(reading.sha256, moved, listed(reading), _pages(reading), (), body)


def agenda(reading: Reading) -> Agenda:
    return Agenda(reading.sha256, listed(reading), _pages(reading))


def _pages(reading: Reading) -> tuple[tuple[int, str], ...]:
    return tuple((page.number, page.text) for page in reading.pages)


def compared(held: Reading, agendas: Sequence[Reading], body: str) -> OffAgenda:
    """A meeting's votes against its agendas, the first of them the one that was posted."""
    first, *rest = [agenda(one) for one in agendas]
    return off_agenda(minutes(held, body), first, maybe=rest)


def real_pairs(root: Path) -> Iterator[tuple[str, str, str, OffAgenda]]:
    """File, body, day and answer of every labelled pair."""
    bodies = {row["file"]: row["body"] for row in _index(root)}
    for one in tomllib.loads(LABELS.read_text("utf-8"))["pair"]:
        held = read_labelled(root, one["minutes"])
        agendas = [r for name in one["agendas"] if (r := read_labelled(root, name))]
        if held and agendas:
            found = compared(held, agendas, bodies.get(one["minutes"], ""))
            yield one["minutes"], bodies.get(one["minutes"], ""), one["day"], found


def _index(root: Path) -> list[dict[str, str]]:
    with (root / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def opening(quote: str) -> str:
    """The first words of a motion, as the labels give them."""
    return " ".join(words(quote)[:_OPENING])


def real_table(root: Path) -> Table:
    """The labelled pairs: what is not listed as off or unclear was found on the agenda by eye."""
    held = {one["minutes"]: one for one in tomllib.loads(LABELS.read_text("utf-8"))["pair"]}
    table = Table(Counter(), [])
    for file, _, day, found in real_pairs(root):
        for index, placed in enumerate(found.placed):
            label = _label(held[file], index, placed)
            _count(table, label, placed, f"{file.split('/')[-1][:28]} {day}")
    return table


def _label(pair: dict[str, Any], index: int, placed: Placed) -> str:
    first = opening(placed.motion.quote)
    for label in ("off", "unclear"):
        if any(one["at"] == index and one["first"] == first for one in pair.get(label, ())):
            return label
    return "on"


def _count(table: Table, label: str, placed: Placed, where: str) -> None:
    if placed.state == "procedural":
        label = label if label == "off" else "routine"
    table.counts[label, placed.state] += 1
    wrong = (label == "off" and placed.state in ("on_agenda", "procedural")) or (
        label != "off" and placed.state == "off_agenda"
    )
    if wrong:
        said = " ".join(placed.motion.quote.split())[:90]
        table.errors.append(f"{where}: {label} told as {placed.state} ({placed.why}): {said}")


def made_table() -> Table:
    """The pairs that were made, each vote of them with its place known."""
    table = Table(Counter(), [])
    for pair in pairs():
        found = compared(_read(pair.minutes), [_read(pair.agenda)], pair.body)
        for placed in found.placed:
            _count(table, _known(pair, placed), placed, pair.body)
        missing = [v for v in pair.off if not any(v in p.motion.text for p in found.placed)]
        table.errors += [f"{pair.body}: no motion was read at {one!r}" for one in missing]
    return table


def _known(pair: Made, placed: Placed) -> str:
    return "off" if any(words_ in placed.motion.text for words_ in pair.off) else "on"


def _read(text: str) -> Reading:
    return read(text.encode(), name="paper.txt")


def main() -> None:
    """Prints both tables and every error."""
    print("\nvotes against agendas (precision first)")
    tables = {"made": made_table()}
    if REAL is None:
        print("no real pairs here: set OFFAGENDA_REAL to their folder")
    else:
        tables["real, labelled by eye"] = real_table(REAL / "minutes")
    for name, table in tables.items():
        print(table.line(name))
    for name, table in tables.items():
        for error in table.errors:
            print(f"ERROR {name}: {error}")


if __name__ == "__main__":
    main()
