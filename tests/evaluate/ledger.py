"""Counts what the ledger makes of the real workbooks, read in place, beside a plain key's answer.

Owns the tables. Truth here is another room's: an agreement that left, and one of the same model
that came with or after it, are suspect where matching knows them as one office of one place. What
matching cannot place is shown to be looked at.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

from audit.ledger import Ledger, Snapshot, fold, read_workbook, workbooks_in
from audit.ledger.values import PARTICIPATING
from audit.matching import load_places, match
from audit.values import Agreement
from tests.real import real


@dataclass(frozen=True)
class Counts:
    """Departures and arrivals after the first list, by a plain key and by the ledger; pairs that
    may be one agreement counted as two."""

    lists: int
    plain_gone: int
    plain_came: int
    gone: int
    came: int
    suspect: tuple[tuple[Agreement, Agreement], ...]


def snapshots(folder: Path) -> list[Snapshot]:
    """Every workbook of a folder, as the ledger takes it."""
    books = [
        read_workbook(found.data, name=found.name)
        for found in workbooks_in([folder])
        if found.data is not None
    ]
    return [Snapshot(b.sha256, b.kind, b.saved, b.rows) for b in books]


def count(held: list[Snapshot], ledger: Ledger) -> Counts:
    """The counts of these workbooks."""
    by_hash = {one.sha256: one for one in held}
    listed = [by_hash[p.sha256] for p in ledger.order if p.kind == PARTICIPATING and not p.aside]
    keys = [{(r.printed.get("state"), r.agency, r.model) for r in one.rows} for one in listed]
    kinds = [c.kind for c in ledger.changes]
    first = min(c.at for c in ledger.changes if c.kind == "added")
    return Counts(
        lists=len(listed),
        plain_gone=sum(len(a - b) for a, b in pairwise(keys)),
        plain_came=sum(len(b - a) for a, b in pairwise(keys)),
        gone=kinds.count("gone"),
        came=sum(c.kind in {"added", "relisted"} and c.at > first for c in ledger.changes),
        suspect=tuple(suspects(ledger)),
    )


def suspects(ledger: Ledger) -> list[tuple[Agreement, Agreement]]:
    """Pairs of agreements that matching takes for one, never on one list together."""
    groups: dict[tuple[str, ...], list[Agreement]] = defaultdict(list)
    places = load_places()
    for one in ledger.agreements:
        found = match(one.agency, one.state, county=one.county, ice_type=one.kind, places=places)
        if found.unit is not None:
            key = (one.model, found.kind, found.unit.geoid, found.seat or "")
            groups[key].append(one)
    return [pair for held in groups.values() for pair in combinations(held, 2) if _apart(*pair)]


def _apart(a: Agreement, b: Agreement) -> bool:
    return not any(x.first <= y.last and y.first <= x.last for x in a.spells for y in b.spells)


def main() -> None:
    """Print the tables."""
    held = snapshots(real("ice", "sheets"))
    ledger = fold(held)
    found = count(held, ledger)
    print(f"\nThe ledger of {len(held)} workbooks, {found.lists} of them lists of agreements")
    print(f"  agreements {len(ledger.agreements)}")
    print("                                   departures  arrivals")
    print(f"  plain key (state, name, model)   {found.plain_gone:10}  {found.plain_came:8}")
    print(f"  the ledger                       {found.gone:10}  {found.came:8}")
    print(f"  left and came under another name, as matching sees it: {len(found.suspect)}")
    for a, b in found.suspect:
        print(f"    {a.state} {a.agency} / {b.agency} ({a.model})")
    for change in ledger.changes:
        if change.kind == "gone":
            print(f"    gone by {change.at:%Y-%m-%d}: {change.state} {change.agency} "
                  f"({change.model})")  # fmt: skip


if __name__ == "__main__":
    main()
