"""ICE's two lists as spreadsheets: their clock, their slips, their sameness."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest

from demo.county import build, old_workbooks
from demo.expected import EXPECTED
from demo.ice import lists, workbook
from demo.timeline import FIRST_LOOK, LAST_LOOK
from demo.values import Row, Workbook

BOOKS = build().workbooks


def _book(kind: str, day: date) -> Workbook:
    return next(b for b in BOOKS if b.kind == kind and b.saved.date() == day)


def _sheet(book: Workbook) -> list[tuple[object, ...]]:
    package = openpyxl.load_workbook(io.BytesIO(workbook.render(book)))
    return [tuple(cell.value for cell in row) for row in package.worksheets[0].iter_rows()]


def _row(book: Workbook, agency: str) -> Row | None:
    return next((row for row in book.rows if row.agency.startswith(agency)), None)


@pytest.mark.parametrize("book", BOOKS[::9], ids=lambda b: b.name)
def test_the_package_carries_the_saved_time_and_repeats(book: Workbook) -> None:
    data = workbook.render(book)
    workbook.render.cache_clear()
    assert workbook.render(book) == data
    properties = openpyxl.load_workbook(io.BytesIO(data)).properties
    assert properties.modified.replace(tzinfo=UTC) == book.saved.replace(microsecond=0)


def test_the_header_tells_the_kind() -> None:
    participating = _sheet(_book("participating", date(2026, 7, 2)))
    pending = _sheet(_book("pending", date(2026, 7, 16)))
    assert participating[0][:7] == (
        "STATE",
        "LAW ENFORCEMENT AGENCY",
        "TYPE",
        "COUNTY",
        "SUPPORT TYPE",
        "SIGNED",
        "MOA",
    )
    assert "SIGNED" not in pending[0]


def test_a_year_of_workbooks_lies_before_the_first_look(tmp_path: Path) -> None:
    old_workbooks(tmp_path)
    written = sorted(path.name for path in tmp_path.iterdir())
    assert len(written) >= 40
    assert len(written) == len({b.name for b in BOOKS if b.saved < FIRST_LOOK})
    assert min(b.saved for b in BOOKS) < datetime(2025, 7, 1, tzinfo=UTC)


def test_names_are_never_used_twice() -> None:
    assert len({b.name for b in BOOKS}) == len(BOOKS)


def test_every_look_finds_lists_newer_than_the_look_before() -> None:
    live = {b.saved.date() for b in BOOKS if FIRST_LOOK < b.saved <= LAST_LOOK}
    assert len(live) == 10


def test_one_pair_was_published_under_each_others_names() -> None:
    lying = [b for b in BOOKS if not b.name.startswith(b.kind)]
    assert {b.kind for b in lying} == {"participating", "pending"}
    assert len({b.saved.date() for b in lying}) == 1


def test_one_list_was_saved_with_the_filter_on() -> None:
    book = _book("participating", date(2025, 10, 23))
    package = openpyxl.load_workbook(io.BytesIO(workbook.render(book)))
    hidden = sum(d.hidden for d in package.worksheets[0].row_dimensions.values())
    assert hidden == sum(row.state != "FLORIDA" for row in book.rows)
    assert hidden > len(book.rows) / 2


def test_one_issue_misspells_the_state_of_every_row() -> None:
    states = {r.state for r in _book("participating", date(2026, 2, 26)).rows}
    assert "PENNSLYVANIA" in states
    assert "PENNSYLVANIA" not in states


def test_slips_are_repaired_in_the_next_issue() -> None:
    assert _row(_book("participating", date(2026, 1, 29)), "Gravenhurst Borugh")
    assert not _row(_book("participating", date(2026, 2, 12)), "Gravenhurst Borugh")
    nettlebrook = [
        row.signed
        for book in BOOKS
        if book.kind == "participating" and (row := _row(book, "Nettlebrook"))
    ]
    assert [signed for signed in nettlebrook if isinstance(signed, str)] == ["03/192026"]
    assert nettlebrook[-1] == date(2026, 3, 19)


def test_no_row_is_listed_before_it_is_signed_or_long_after() -> None:
    seen: set[tuple[str, object]] = set()
    for book in (b for b in BOOKS if b.kind == "participating"):
        for row in book.rows:
            if row.state.startswith("PENN") and isinstance(row.signed, date):
                lag = (book.saved.date() - row.signed).days
                assert lag >= 0
                if (row.agency, row.signed) not in seen:
                    assert lag <= 120
                seen.add((row.agency, row.signed))


def test_a_row_leaves_and_comes_back_with_another_date() -> None:
    spells = [
        row.signed if (row := _row(book, "Hollin Forge")) else None
        for book in BOOKS
        if book.kind == "participating"
    ]
    changes = [a for a, b in pairwise(spells) if a != b] + [spells[-1]]
    assert changes == [None, date(2025, 12, 11), None, date(2026, 4, 16)]


def test_every_listed_agency_of_the_state_has_an_expectation() -> None:
    listed = {
        row.agency
        for book in BOOKS
        if book.kind == "participating"
        for row in book.rows
        if row.state.startswith("PENN") and "Borugh" not in row.agency
    }
    expected = {agency for agency, _, _, label in EXPECTED if label != "VOTED_UNSIGNED"}
    assert listed == expected


def test_one_agency_is_pending_at_the_last_look_only() -> None:
    *earlier, last = [b for b in BOOKS if b.kind == "pending" and b.saved <= LAST_LOOK]
    assert _row(last, "Merrowdale")
    assert not any(_row(book, "Merrowdale") for book in earlier)


def test_the_lists_do_not_depend_on_the_run() -> None:
    assert lists.workbooks() == BOOKS
