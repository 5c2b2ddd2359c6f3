"""Scores agency matching against hand-made labels of real agencies, read in place.

Owns the counting and the tables; a label without a geoid, or tagged abstain, must be refused. The
second table is of every name ever listed, most of them without a label: what is refused, and why.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from audit.ledger import read_workbook
from audit.ledger.names import fold_name
from audit.matching import Match, load_places, match
from tests.real import real

CLASSES = {
    "COUNCIL": "municipal_council",
    "TWP_BOARD": "township_board",
    "SELECT_BOARD": "select_board",
    "COUNTY_BOARD": "county_board",
    "COUNTY_JAIL_BOARD": "county_jail_board",
    "REGIONAL_BOARD": "regional_board",
    "TRUSTEES": "trustees",
    "PORT_BOARD": "port_board",
    "STATE_EXEC": "state_executive",
    "ELECTED_SHERIFF": "elected_sheriff",
    "ELECTED_CONSTABLE": "elected_constable",
    "ELECTED_PROSECUTOR": "elected_prosecutor",
    "ELECTED_JAILER": "elected_jailer",
}


@dataclass
class Score:
    """Counts over all labels, and a line for every error."""

    labels: int = 0
    with_unit: int = 0
    right: int = 0
    wrong: int = 0
    refused: int = 0
    must_refuse: int = 0
    answered_all_the_same: int = 0
    abstain_answered: int = 0
    class_right: int = 0
    county_right: int = 0
    errors: list[str] = field(default_factory=list)


def labels(path: Path) -> list[dict[str, str]]:
    """The rows of the labelled table (plain TSV, no quoting)."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def score(rows: list[dict[str, str]]) -> Score:
    """Every label matched and counted."""
    total = Score()
    places = load_places()
    for row in rows:
        found = match(
            row["agency"],
            row["state"],
            county=row["ice_county"] or None,
            ice_type=row["ice_type"],
            places=places,
        )
        _count(total, row, found)
    return total


def _count(total: Score, row: dict[str, str], found: Match) -> None:
    total.labels += 1
    geoid = found.answer["geoid"] if found.answer else ""
    expected = row["census_geoid"]
    if found.answers_to == CLASSES[row["governing_class"]]:
        total.class_right += 1
    else:
        total.errors.append(f"answers_to {found.answers_to}, label {row['governing_class']}: "
                            f"{row['agency']} ({row['state']})")  # fmt: skip
    if not expected:
        total.must_refuse += 1
        if geoid:
            total.answered_all_the_same += 1
            total.abstain_answered += "abstain" in row["tags"]
            total.errors.append(f"answered, label has none: {row['agency']} -> {found.answer}")
        return
    total.with_unit += 1
    if geoid == expected:
        total.right += 1
        total.county_right += bool(found.answer) and found.answer["county"] == row["county"]
    elif geoid:
        total.wrong += 1
        total.errors.append(f"wrong: {row['agency']} ({row['state']}) -> {found.answer}, "
                            f"label {expected}; {found.reason}")  # fmt: skip
    else:
        total.refused += 1
        total.errors.append(f"refused: {row['agency']} ({row['state']}): {found.reason}")


def main() -> None:
    """Print the table with every error listed."""
    total = score(labels(real("ice", "agency_jurisdiction.tsv")))
    unit = max(1, total.with_unit)
    print("\nAgencies to jurisdictions")
    print(f"  labels {total.labels}, with a Census unit {total.with_unit}")
    print(f"  right    {total.right:4}  {total.right / unit:6.1%}")
    print(f"  wrong    {total.wrong:4}  {total.wrong / unit:6.1%}")
    print(f"  refused  {total.refused:4}  {total.refused / unit:6.1%}")
    print(f"  to be refused {total.must_refuse}, answered {total.answered_all_the_same}")
    print(f"  labelled abstain and answered: {total.abstain_answered}")
    print(f"  who answers: {total.class_right} of {total.labels} as labelled")
    print(f"  county beside the place: {total.county_right} of {total.right} as labelled")
    for error in total.errors:
        print(f"    {error}")
    _print_all(every_name(real("ice", "sheets")))


def every_name(folder: Path) -> list[Match]:
    """Each agency that any workbook of a folder names, matched; one spelling of each."""
    rows: dict[tuple[str, str], tuple[str | None, str | None, str]] = {}
    for path in sorted(folder.iterdir()):
        for row in read_workbook(path.read_bytes()).rows:
            key = (row.state, fold_name(row.agency, row.state))
            if key not in rows or (row.county and not rows[key][0]):
                rows[key] = (row.county, row.kind, row.agency)
    places = load_places()
    return [
        match(agency, state, county=county, ice_type=kind, places=places)
        for (state, _), (county, kind, agency) in sorted(rows.items())
    ]


def _print_all(found: list[Match]) -> None:
    answered = sum(one.unit is not None for one in found)
    print(f"  every name ever listed: {len(found)}, answered {answered}, "
          f"refused {len(found) - answered}")  # fmt: skip
    kinds = Counter((one.kind, one.unit is not None) for one in found)
    for kind in sorted({kind for kind, _ in kinds}):
        yes, no = kinds[kind, True], kinds[kind, False]
        print(f"    {kind:14} answered {yes:4}  refused {no:4}")
    for one in found:
        if one.unit is None and one.kind in {"police", "sheriff", "constable", "marshal", "jail"}:
            print(f"    refused: {one.agency} ({one.state}): {one.reason}")
