"""The real workbooks, read in place: the stories they must tell."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date
from functools import cache

import pytest

from audit.ledger import Ledger, Snapshot, Workbook, fold, read_workbook, workbooks_in
from audit.values import Agreement
from tests.evaluate.ledger import count
from tests.real import needs_real, real

pytestmark = [needs_real, pytest.mark.real]


@cache
def _books() -> tuple[Workbook, ...]:
    return tuple(
        read_workbook(found.data or b"", name=found.name)
        for found in workbooks_in([real("ice", "sheets")])
    )


@cache
def _ledger() -> Ledger:
    return fold(_snapshots())


def _snapshots() -> list[Snapshot]:
    return [Snapshot(b.sha256, b.kind, b.saved, b.rows) for b in _books()]


def _agreement(part: str, model: str = "Task Force Model") -> Agreement:
    (found,) = [
        a
        for a in _ledger().agreements
        if a.state == "PA" and a.model == model and any(part in name for name in a.names)
    ]
    return found


def _days(agreement: Agreement) -> list[tuple[str, str, str | None]]:
    return [
        (f"{s.first:%m-%d}", f"{s.last:%m-%d}", f"{s.gone_by:%m-%d}" if s.gone_by else None)
        for s in agreement.spells
    ]


def test_counts_are_those_of_the_index() -> None:
    lines = real("ice", "INDEX.tsv").read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    rows = [dict(zip(head, line.split("\t"), strict=False)) for line in lines[1:]]
    expected = {
        r["sha256"]: (int(r["data_rows"]), r["workbook_saved"])
        for r in rows
        if r["file"].startswith("sheets/")
    }
    assert {b.sha256: (len(b.rows), f"{b.saved:%Y-%m-%d %H:%M:%S}") for b in _books()} == expected


def test_every_state_model_and_date_is_read() -> None:
    rows = [row for book in _books() for row in book.rows]
    assert not [row.printed for row in rows if not row.state]
    assert len({row.model for row in rows}) == 3
    listed = [row for book in _books() if book.kind == "participating" for row in book.rows]
    assert not [row.printed for row in listed if row.signed is None and row.printed["signed"]]
    assert Counter(bool(row.hidden) for row in rows)[True] == 542
    assert {row.moa_url.split("/")[2] for row in rows if row.moa_url} == {"www.ice.gov"}


def test_springdale() -> None:
    found = _agreement("Springdale")
    assert [f"{s.first:%Y-%m-%d}" for s in found.pending] == ["2025-11-04"]
    assert _days(found) == [("11-06", "05-18", None)]
    assert (found.ice_signed, found.listed) == (date(2025, 11, 6), True)


def test_stowe() -> None:
    found = _agreement("Stowe")
    assert _days(found) == [("11-18", "11-18", "12-04"), ("12-11", "05-18", None)]
    assert [f"{s.first:%Y-%m-%d}" for s in found.pending] == ["2025-12-10"]
    assert found.ice_signed_history == (date(2025, 11, 18), date(2025, 12, 11))
    assert [s.ice_signed for s in found.signings] == [date(2025, 11, 18), date(2025, 12, 11)]


def test_coraopolis() -> None:
    found = _agreement("Coraopolis")
    assert [f"{s.first:%Y-%m-%d}" for s in found.pending] == ["2025-12-27"]
    assert _days(found) == [("01-07", "01-07", "01-22")]
    assert not found.listed


def test_robinson() -> None:
    found = _agreement("Robinson")
    assert _days(found) == [("09-02", "12-11", "01-07")]
    assert (found.county, found.ice_signed) == ("Allegheny County", date(2025, 7, 18))


def test_the_swapped_pair_causes_nothing() -> None:
    swapped = {f"{p.at:%Y-%m-%d}": p for p in _ledger().order if p.at.month == 9 and p.at.day > 10}
    assert [swapped[day].kind for day in ("2025-09-18", "2025-09-22")] == [
        "participating", "pending",
    ]  # fmt: skip
    assert not any(p.moved or p.aside for p in _ledger().order)
    kinds = {c.kind for c in _ledger().changes if f"{c.at:%Y-%m-%d}" == "2025-09-22"}
    assert kinds == {"pending", "pending_gone"}


def test_renames_leave_no_departures() -> None:
    gone = {c.agency for c in _ledger().changes if c.kind == "gone"}
    for renamed in ("Cambria County", "Franklin County Sheriffs", "Marco Island", "Macro Island",
                    "City of Melbourne", "Lampass", "Dimmit", "Green Forks"):  # fmt: skip
        assert not [name for name in gone if renamed in name]
    assert "Cambria County Prison" in _agreement("Cambria County", "Warrant Service Officer").names


def test_one_shuffle_of_the_import_changes_nothing() -> None:
    shuffled = _snapshots()
    random.Random(20260118).shuffle(shuffled)
    assert fold(shuffled) == _ledger()


def test_every_agreement_has_its_own_id() -> None:
    ids = Counter(a.id for a in _ledger().agreements)
    assert max(ids.values()) == 1


def test_nothing_leaves_under_one_name_and_comes_under_another() -> None:
    counted = count(_snapshots(), _ledger())
    assert counted.suspect == ()
    assert counted.gone < counted.plain_gone
