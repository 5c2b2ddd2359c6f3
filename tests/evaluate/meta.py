"""Scores what documents say about themselves, and who was there.

Owns the tables: kind and date of every indexed real document, dates of approved minutes against a
hand-checked list beside this file, attendance on the constructed documents. An index names what a
file was published as; where it and the page differ, the page may be the one that is right.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from nlp.people import surname
from nlp.reading import Reading, read
from tests.evaluate.constructed.load import documents
from tests.evaluate.nlp import read_labelled
from tests.real import REAL

_APPROVED = Path(__file__).with_name("approvals.tsv")


def main() -> None:
    """Prints the tables with every error; real documents only where they are."""
    print("\nwhat documents say about themselves")
    if REAL is not None:
        _real(REAL / "minutes")
    _constructed()


def _real(root: Path) -> None:
    rows = list(csv.DictReader(_lines(root / "INDEX.tsv"), delimiter="\t"))
    approved = dict(line.split("\t") for line in _lines(_APPROVED) if not line.startswith("#"))
    score: Counter[str] = Counter()
    errors: list[str] = []
    for row in rows:
        reading = read_labelled(root, row["file"])
        if reading is None:
            errors.append(f"UNREAD {row['file']}")
            continue
        errors += _told(score, row, reading)
        if row["file"] in approved:
            errors += _approvals(score, row["file"], approved[row["file"]].split(), reading)
    print(f"kind      {score['kind']}/{score['documents']} right")
    print(f"date      {score['date']} right, {score['wrong date']} wrong, {score['no date']} none")
    print(
        f"approvals {score['approvals found']}/{score['approvals']} found, "
        f"{score['approvals found']}/{score['approvals told']} right"
    )
    print("".join(f"  {error}\n" for error in errors), end="")


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def _told(score: Counter[str], row: dict[str, str], reading: Reading) -> list[str]:
    errors = []
    score["documents"] += 1
    score["kind"] += reading.kind == row["kind"]
    if reading.kind != row["kind"]:
        errors.append(f"KIND {row['kind']} <> {reading.kind} {row['file']}")
    wanted, told = row["meeting_date"], reading.meeting_date
    # A year or a month alone in the index is right for any of its days.
    right = told is not None and bool(wanted) and told.startswith(wanted)
    score["date" if right else "wrong date" if told else "no date"] += 1
    if not right:
        errors.append(f"DATE {wanted or '-'} <> {told} {row['file']}")
    return errors


def _approvals(
    score: Counter[str], file: str, wanted: Iterable[str], reading: Reading
) -> list[str]:
    truth, told = set(wanted), set(reading.approves_minutes_of)
    score["approvals"] += len(truth)
    score["approvals told"] += len(told)
    score["approvals found"] += len(truth & told)
    if truth == told:
        return []
    return [f"APPROVES missed {sorted(truth - told)}, extra {sorted(told - truth)} {file}"]


def _constructed() -> None:
    score: Counter[str] = Counter()
    errors = []
    for document in documents("dev"):
        if document.label["kind"] != "minutes":
            continue
        made = read(document.text.encode("utf-8"), name=f"{document.id}.txt").attendance
        for side, told in (("present", made.present), ("absent", made.absent)):
            truth = {surname(name) for name in document.label[side]}
            names = {surname(name) for name in told}
            score["wanted"] += len(truth)
            score["told"] += len(names)
            score["found"] += len(truth & names)
            if truth != names:
                missed, extra = sorted(truth - names), sorted(names - truth)
                errors.append(f"{side.upper()} missed {missed}, extra {extra} {document.id}")
    found = score["found"]
    print(
        f"attendance, constructed: {found}/{score['wanted']} found, {found}/{score['told']} right"
    )
    print("".join(f"  {error}\n" for error in errors), end="")


if __name__ == "__main__":
    main()
