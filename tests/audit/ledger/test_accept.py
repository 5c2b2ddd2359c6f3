"""What may replace the last good list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.ledger import Accepted, Refused, Workbook, judge
from tests.audit.ledger.make import filler, when


def _book(count: int, kind: str = "participating") -> Workbook:
    return Workbook("a" * 64, "list.xlsx", kind, when("2026-01-07T12:00"), tuple(filler(count)))


@pytest.mark.parametrize(("before", "after", "accepted"), [
    (100, 100, True), (100, 130, True), (100, 60, True), (100, 49, False), (100, 0, False),
    (6, 4, True), (8, 1, False), (4, 0, True),
])  # fmt: skip
def test_the_drop_rate(before: int, after: int, accepted: bool) -> None:
    verdict = judge(_book(after), _book(before))
    assert isinstance(verdict, Accepted if accepted else Refused)
    if isinstance(verdict, Refused):
        assert f"{before - after} of the {before} rows" in verdict.reason


def test_the_first_of_its_kind_and_an_empty_queue_are_accepted() -> None:
    assert isinstance(judge(_book(1), None), Accepted)
    assert isinstance(judge(_book(0, "pending"), _book(50, "pending")), Accepted)


def test_a_swapped_pair_is_told_by_the_header() -> None:
    verdict = judge(_book(50, "pending"), None, expected_kind="participating")
    assert isinstance(verdict, Accepted)
    assert verdict.notes == (
        "linked as the participating list, but its columns are the pending one",
    )


def test_a_misspelt_state_is_no_loss() -> None:
    old = _book(60)
    unread = replace(old, rows=tuple(replace(r, state="") for r in old.rows))
    verdict = judge(unread, old)
    assert isinstance(verdict, Accepted)
    assert verdict.notes == ("60 rows with a state that could not be read",)
