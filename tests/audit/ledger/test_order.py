"""Where a snapshot stands when its saved time does not fit."""

from __future__ import annotations

from datetime import datetime

from audit.ledger import Ledger, Snapshot, fold
from tests.audit.ledger.make import filler, row, snapshot, when


def _growing(count: int) -> list[Snapshot]:
    """Monthly lists; each holds 30 rows more than the one before."""
    return [snapshot(f"2025-{n + 1:02}-01T12:00", filler(60 + 30 * n)) for n in range(count)]


def _order(ledger: Ledger) -> list[str]:
    return [placed.sha256 for placed in ledger.order]


def _departures(ledger: Ledger) -> int:
    return sum(change.kind in {"gone", "relisted"} for change in ledger.changes)


def test_saved_times_count_whatever_the_order_of_import() -> None:
    lists = _growing(5)
    ledger = fold(reversed(lists))
    assert _order(ledger) == [s.sha256 for s in lists]
    assert not any(placed.moved or placed.doubt for placed in ledger.order)


def test_an_old_list_saved_again_stands_where_its_rows_fit() -> None:
    lists = _growing(6)
    again = Snapshot("again", "participating", when("2025-05-20T09:00"), lists[1].rows[:75])
    ledger = fold([*lists, again])
    placed = {p.sha256: p for p in ledger.order}["again"]
    assert placed.moved
    assert lists[0].saved is not None
    assert lists[0].saved < placed.at < when("2025-02-01T12:00")
    assert "saved 2025-05-20" in placed.doubt
    assert _departures(ledger) == 0


def test_two_old_lists_saved_again_on_one_day() -> None:
    lists = _growing(6)
    again = [
        Snapshot("again1", "participating", when("2025-06-20T09:00"), lists[0].rows[:40]),
        Snapshot("again2", "participating", when("2025-06-20T10:00"), lists[1].rows[:80]),
    ]
    ledger = fold([*again, *lists])
    assert _order(ledger)[0] == "again1"
    assert _departures(ledger) == 0


def test_a_list_out_of_place_by_one_step() -> None:
    lists = _growing(5)
    late = Snapshot("late", "participating", when("2025-04-02T09:00"), lists[2].rows[:105])
    ledger = fold([*lists, late])
    assert {p.sha256: p.moved for p in ledger.order}["late"]
    assert _departures(ledger) == 0


def test_a_list_that_lost_most_rows_is_set_aside_until_another_agrees() -> None:
    lists = _growing(4)
    cut = Snapshot("cut", "participating", when("2025-05-01T12:00"), lists[3].rows[100:])
    ledger = fold([*lists, cut])
    aside = {p.sha256: p for p in ledger.order}["cut"]
    assert aside.aside
    assert "no other list agrees" in aside.doubt
    assert all(agreement.listed for agreement in ledger.agreements)
    second = Snapshot("cut2", "participating", when("2025-05-08T12:00"), cut.rows)
    confirmed = fold([*lists, cut, second])
    assert not any(p.aside for p in confirmed.order)
    assert sum(change.kind == "gone" for change in confirmed.changes) == 100


def test_a_hole_in_one_list_is_no_reason_to_move_it() -> None:
    rows = filler(12)
    lists = [snapshot(f"2025-0{n}-01T12:00", rows if n != 3 else rows[:9]) for n in range(1, 6)]
    ledger = fold(lists)
    assert not any(p.moved or p.aside for p in ledger.order)


def test_a_list_without_any_time_is_left_out_and_one_first_seen_counts() -> None:
    lists = _growing(3)
    nowhere = Snapshot("nowhere", "participating", None, lists[0].rows)
    seen = Snapshot("seen", "participating", None, lists[2].rows, when("2025-03-09T12:00"))
    ledger = fold([*lists, nowhere, seen])
    assert _order(ledger) == [*(s.sha256 for s in lists), "seen"]


def test_no_lists_and_one_list() -> None:
    assert fold([]).agreements == ()
    only = snapshot("2025-03-01T12:00", [row("Larkmoor Borough Police Department", "2025-02-27")])
    ledger = fold([only])
    assert [a.listed for a in ledger.agreements] == [True]
    assert isinstance(ledger.order[0].at, datetime)
