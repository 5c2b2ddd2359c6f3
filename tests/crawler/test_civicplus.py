"""The AgendaCenter's generations, on made-up pages and on real ones in place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from crawler.platforms.civicplus import parse_listing
from crawler.values import Listing
from tests.crawler.index import Page, counts, pages
from tests.real import needs_real

URL = "https://www.exampleton.example/AgendaCenter"


def _row_2020(tail: str = "") -> str:
    """2020: an <a> directly in the row, the date in an <abbr>, a stray closing tag."""
    return (
        '<tr class="catAgendaRow" id="row12"><a id="x" name="x"></a></a><td>'
        '<h4><a name="12" title="t" href="/AgendaCenter/ViewFile/Agenda/_08112022-12?html=true">'
        '<strong><abbr title="August">Aug</abbr> 11, 2022</strong></a>'
        '\u2009\u2014\u2009Posted <abbr title="August">Aug</abbr> 5, 2022 2:26 PM</h4>'
        "<p>Regular Meeting</p></td></td>"
        '<td class="minutes"></td><td class="downloads"><ol>'
        '<li><a class="html" href="/AgendaCenter/ViewFile/Agenda/_08112022-12?html=true">HTML</a>'
        '<li><a class="pdf" href="/AgendaCenter/ViewFile/Agenda/_08112022-12">PDF</a>'
        f'<li><a class="pdf" href="/AgendaCenter/ViewFile/Agenda/_08112022-12?packet=true">P</a>'
        f"{tail}</ol></td></tr>"
    )


def _row_2024(number: int, printed: str, title: str, stamp: str = "", minutes: bool = False) -> str:
    day = {"March 4, 2026": "03042026", "March 18, 2026": "03182026"}[printed]
    cell = f'<a href="/AgendaCenter/ViewFile/Minutes/_{day}-{number}"></a>' if minutes else ""
    return (
        f'<tr id="row{number}a1b2c3" class="catAgendaRow"><td><h3 class="noMargin">'
        f'<a id="_02042026-{number}" name="_02042026-{number}"></a>'
        f'<strong aria-label="Agenda for {printed}">{printed[:3]} {printed[6:]}</strong>{stamp}'
        f'</h3><p><a href="/AgendaCenter/ViewFile/Agenda/_{day}-{number}">{title}</a></p></td>'
        f'<td class="minutes">{cell}</td></tr>'
    )


def _board_2020(number: int, name: str, rows: str) -> str:
    return (
        f'<div class="listing" id="cat{number}"><h2 onclick="x"><span>\u25bc</span>{name}</h2>'
        f'<table id="table{number}" summary="List of Agendas">{rows}</table></div>'
    )


def _board_2024(number: int, name: str, rows: str) -> str:
    return (
        f'<div class="listing" id="header9"><h2>{name} Department</h2><div id="header-panel-9">'
        f'<div class="category" id="cat{number}"><h3 aria-controls="category-panel-{number}">'
        f'{name}</h3><span id="section{number}"><ul class="years"><li class="current">'
        f"<a href=\"javascript:changeYear(2026, {number}, 'a0')\">2026</a></li><li>"
        f"<a href=\"javascript:changeYear(2025, {number}, 'a1')\">2025</a></li></ul>"
        f'<div id="category-panel-{number}"><table id="table{number}">{rows}</table></div>'
        "</span></div></div></div>"
    )


def _parse(html: str, **more: Any) -> Listing:
    return parse_listing(html.encode(), URL, **more)


def test_a_row_of_2020() -> None:
    history = '<li><a class="previous" href="/AgendaCenter/PreviousVersions/_08112022-12">Prev</a>'
    (row,) = _parse(_board_2020(3, "Town Council", _row_2020(history))).rows
    assert (row.vendor_id, row.date, row.title) == ("12", date(2022, 8, 11), "Regular Meeting")
    assert (row.board, row.kind, row.time) == ("Town Council", "regular", None)
    found = [(d.role, d.rule, d.url.rsplit("/", 1)[-1], d.posted_at) for d in row.documents]
    assert found == [
        ("agenda", "path: agenda", "_08112022-12", "2022-08-05T14:26"),
        ("other", "path: agenda: further copy", "_08112022-12?html=true", None),
        ("packet", "path: packet", "_08112022-12?packet=true", "2022-08-05T14:26"),
        ("other", "path: previous versions", "_08112022-12", None),
    ]
    assert [d.wanted for d in row.documents] == [True, False, True, False]


def test_a_row_of_2024_with_an_anchor_of_another_date() -> None:
    held = _row_2024(178, "March 4, 2026", "Meeting", minutes=True)
    html = _board_2024(4, "Borough Council", held)
    listing = _parse(html)
    (row,) = listing.rows
    assert (row.date, row.status, row.board) == (date(2026, 3, 4), "held", "Borough Council")
    assert [d.role for d in row.documents] == ["agenda", "minutes"]
    assert row.doubts == ()
    assert listing.years == (2026,)
    (older,) = listing.next_requests
    assert older.url == "https://www.exampleton.example/AgendaCenter/UpdateCategoryList"
    assert (older.year, dict(older.form)["catID"], dict(older.form)["year"]) == (2025, "4", "2025")


def test_a_printed_date_outranks_the_address_and_the_difference_is_told() -> None:
    html = _row_2024(5, "March 4, 2026", "Meeting").replace("Agenda/_03042026", "Agenda/_03052026")
    (row,) = _parse(f"<table id='table1'>{html}</table>").rows
    assert row.date == date(2026, 3, 4)
    assert row.doubts == ("the page prints 2026-03-04, its links say 2026-03-05",)


def test_amended_takes_the_place_of_posted() -> None:
    stamp = "\u2009\u2014\u2009Amended Mar 3, 2026 9:05 AM"
    (row,) = _parse(_board_2024(4, "Council", _row_2024(1, "March 4, 2026", "Meeting", stamp))).rows
    (agenda,) = row.documents
    assert (agenda.posted_at, agenda.amended) == ("2026-03-03T09:05", True)


def test_cancelled_stands_in_the_title_only() -> None:
    html = _board_2024(4, "Council", _row_2024(1, "March 4, 2026", "CANCELED - Regular Meeting"))
    (row,) = _parse(html).rows
    assert (row.status, [d.role for d in row.documents]) == ("cancelled", ["agenda"])


TWO = _board_2024(4, "Borough Council", _row_2024(1, "March 4, 2026", "Council")) + _board_2024(
    5, "Planning Commission", _row_2024(2, "March 18, 2026", "Planning")
)


@pytest.mark.parametrize(
    ("board", "titles"),
    [
        (None, ["Council", "Planning"]),
        ("Borough Council", ["Council"]),
        ("borough  council", ["Council"]),
        ("Council", ["Council"]),
        ("Planning Commission", ["Planning"]),
    ],
)
def test_boards(board: str | None, titles: list[str]) -> None:
    listing = _parse(TWO, board=board)
    assert [row.title for row in listing.rows] == titles
    assert len(listing.next_requests) == len(titles)


def test_a_board_that_is_gone_is_drift_and_the_others_are_named() -> None:
    listing = _parse(TWO, board="Board of Supervisors")
    assert listing.outcome == "drift"
    assert "Borough Council, Planning Commission" in listing.why


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        ("<div id='agendaCenter'><p>No results found in <em>All</em></p></div>", "empty_confirmed"),
        ("<title>Agenda Center</title><h1>Agenda Center</h1>", "empty_suspicious"),
        (_board_2020(3, "Council", ""), "empty_suspicious"),
        ("<h1>Welcome to Exampleton</h1>", "drift"),
        ("", "drift"),
    ],
)
def test_pages_without_rows(html: str, outcome: str) -> None:
    assert _parse(html).outcome == outcome


def test_a_fragment_of_one_year_knows_its_board() -> None:
    html = (
        '<span id="section4"><ul class="years"><li class=current><a aria-label="Town Board 2025" '
        "href=\"javascript:changeYear(2025, 4,'a0')\">2025</a></li></ul>"
        f'<table id="table4">{_row_2024(7, "March 4, 2026", "Meeting")}</table></span>'
    )
    (row,) = _parse(html, board="Town Board").rows
    assert row.board == "Town Board"


@needs_real
@pytest.mark.parametrize("page", pages("civicplus-agendacenter"), ids=lambda p: p.name)
def test_real_pages(page: Page) -> None:
    listing = parse_listing(page.read(), page.url)
    assert counts(listing) == page.expected
    assert all(row.date and row.vendor_id and row.board for row in listing.rows)
    assert listing.outcome == ("ok" if listing.rows else "empty_confirmed")


@needs_real
@pytest.mark.parametrize(
    ("name", "posted", "amended", "cancelled", "history"),
    [
        ("avenal-ca_index_2022.html", 20, 3, 1, 16),
        ("farmersville-ca_index_2022.html", 27, 1, 6, 13),
        ("kingsburg-ca_index_2022.html", 56, 2, 10, 15),
    ],
)
def test_real_stamps(name: str, posted: int, amended: int, cancelled: int, history: int) -> None:
    page = next(p for p in pages("civicplus-agendacenter") if p.name == name)
    rows = parse_listing(page.read(), page.url).rows
    first = [next(iter(r.documents)) for r in rows]
    assert sum(d.posted_at is not None and not d.amended for d in first) == posted
    assert sum(d.amended for d in first) == amended
    assert sum(r.status == "cancelled" for r in rows) == cancelled
    assert sum("previous" in d.rule for r in rows for d in r.documents) == history
