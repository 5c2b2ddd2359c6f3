"""Pages of links: made-up pages of each kind of builder, and real ones in place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.platforms.links import identity, parse_listing
from crawler.values import ListedDocument, Listing
from tests.crawler.index import Page, counts, pages
from tests.real import needs_real

URL = "https://www.exampleton.example/government/minutes/"
UP = "/wp-content/uploads/2026/02"


def _parse(html: str, board: str | None = None) -> Listing:
    return parse_listing(html.encode(), URL, board=board)


def _only(html: str) -> tuple[date | None, ListedDocument]:
    (row,) = _parse(html).rows
    (document,) = row.documents
    return row.date, document


JAN = date(2026, 1, 13)
# html, date, role, the start of the rule that decided
ONE = [
    # label
    (f'<p><a href="{UP}/x.pdf">1.13.26 REGULAR Agenda</a></p>', JAN, "agenda", "label"),
    (f'<p><a href="{UP}/x.pdf">January 13, 2026 -- Minutes</a></p>', JAN, "minutes", "label"),
    (f'<p>January 13, 2026 <a href="{UP}/agenda.pdf">Minutes</a></p>', JAN, "minutes", "label"),
    (f'<p><a href="{UP}/1-13-26.pdf">Minutas (Español)</a></p>', JAN, "minutes", "label"),
    (f'<p><a href="{UP}/1-13-26.pdf">A g en d a Pack</a><a href="{UP}/1-13-26.pdf">et</a></p>',
     JAN, "agenda", "label"),
    # file name
    (f'<li><a href="{UP}/01-13-26Closed-session-agenda.pdf">Closed Session</a></li>',
     JAN, "agenda", "file name"),
    (f'<li><a href="{UP}/FCC-Cancelled-01132026.pdf">read more</a></li>',
     JAN, "notice", "file name"),
    # column of a table, date in the row
    (("<table><tr><th>Date</th><th>Agenda</th><th>Minutes</th></tr><tr><td>January 13, 2026</td>"
     f'<td></td><td><a href="{UP}/x.pdf">View</a></td></tr></table>'), JAN, "minutes", "column"),
    (("<table><tr><td>Meeting</td><td>Minutes</td></tr><tr><td>1/13/2026</td>"
     f'<td><a href="{UP}/x.pdf">PDF</a></td></tr></table>'), JAN, "minutes", "column"),
    (('<table><tr><th colspan="2">Meeting</th><th>Minutes</th></tr><tr><td>Council</td>'
     f'<td>1/13/2026</td><td><a href="{UP}/x.pdf">PDF</a></td></tr></table>'),
     JAN, "minutes", "column"),
    # section heading, year above, day in the label
    ('<h2>Minutes</h2><h3>2026</h3><ul><li><a href="/f/x.pdf">January 13</a></li></ul>',
     JAN, "minutes", "heading"),
    ('<h2>Minutes</h2><h3>January 2026</h3><ul><li><a href="/f/x.pdf">13th</a></li></ul>',
     JAN, "minutes", "heading"),
    ('<h3>January 13, 2026</h3><p><a href="/f/x.pdf">Agenda</a></p>', JAN, "agenda", "label"),
    ('<p><strong>2026 Agendas</strong></p><p><a href="/f/x.pdf">January 13</a></p>',
     JAN, "agenda", "heading"),
    ('<details><summary>2026 Minutes</summary><a href="/f/x.pdf">Jan. 13</a></details>',
     JAN, "minutes", "heading"),
    (('<button aria-controls="p1">Agendas</button><button aria-controls="p2">Minutes</button>'
     '<div id="p1"><p>none</p></div><div id="p2"><a href="/f/x.pdf">1/13/2026</a></div>'),
     JAN, "minutes", "heading"),
    (('<ul><li><a href="#a">Agendas</a></li><li><a href="#m">Minutes</a></li></ul>'
     '<div id="a"><p>-</p></div><div id="m"><a href="/f/x.pdf">1/13/2026</a></div>'),
     JAN, "minutes", "heading"),
    ('<div class="accordion-title">Minutes 2026</div><div><a href="/f/x.pdf">January 13</a></div>',
     JAN, "minutes", "heading"),
    # page title
    ('<title>Meeting Minutes</title><p><a href="/f/x.pdf">January 13, 2026</a></p>',
     JAN, "minutes", "page title"),
    # line, and card
    (f'<p>January 13, 2026 Agenda \u2014 <a href="{UP}/x.pdf">view</a></p>', JAN, "agenda", "line"),
    ('<div class="row"><div>January 13, 2026</div><div><a href="/f/x.pdf">Minutes</a></div></div>',
     JAN, "minutes", "label"),
    # addresses without an ending
    ('<li><a href="/plugins/download.php?id=4">January 13, 2026 Minutes</a></li>',
     JAN, "minutes", "label"),
    ('<li><a href="/media/W1siZiJd/JAN%20MINUTES.pdf">January 13, 2026</a></li>',
     JAN, "minutes", "file name"),
    ('<li><a href="/DocumentCenter/View/812/x">Minutes, January 13, 2026</a></li>',
     JAN, "minutes", "label"),
    ('<li><a href="https://drive.google.com/file/d/1aB/view">1/13/2026 Agenda</a></li>',
     JAN, "agenda", "label"),
    # minutes published as pages
    ('<ul><li><a href="/minutes/january-13-2026/">January 13, 2026 Minutes</a></li></ul>',
     JAN, "minutes", "label"),
    # what is published but is no record
    ('<li><a href="/f/x.pdf">January 13, 2026 Notice of Cancellation</a></li>',
     JAN, "notice", "label"),
    ('<li><a href="/f/x.pdf">Resolution 2026-4, January 13, 2026</a></li>', JAN, "other", "label"),
    # nothing that tells
    ('<li><a href="/f/x.pdf">January 13, 2026</a></li>', JAN, "other", "undecided"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "day", "role", "rule"), ONE)
def test_one_link(html: str, day: date, role: str, rule: str) -> None:
    found, document = _only(html)
    assert (found, document.role, document.rule.split(":")[0]) == (day, role, rule)
    assert 0 < document.role_confidence <= 1


NOT_LISTED = [
    '<p><a href="/f/dog-licence-form.pdf">Dog licence application</a></p>',
    '<p><a href="/f/budget.pdf">2026 Budget Report</a></p>',
    '<nav><ul><li><a href="/f/x.pdf">Fee schedule January 2026</a></li></ul></nav>',
    '<p><a href="/photo.jpg">January 13, 2026 Agenda</a></p>',
    '<p><a href="mailto:clerk@x.example">January 13, 2026 Agenda</a></p>',
    '<p><a href="#minutes">Minutes</a></p>',
    '<nav><a href="/2025-minutes-archive/">Minutes</a></nav>',
]


@pytest.mark.parametrize("html", NOT_LISTED)
def test_what_is_not_listed(html: str) -> None:
    assert _parse(html).rows == ()


def test_a_line_of_several_links() -> None:
    html = (
        f'<p>January 13: <a href="{UP}/a.pdf">Agenda</a> | <a href="{UP}/b.pdf">Minutes</a><br>'
        f'January 27: <a href="{UP}/c.pdf">Agenda</a> | <a href="{UP}/d.pdf">Minutes</a></p>'
    )
    found = {
        d.url.rsplit("/", 1)[-1]: (r.date, d.role) for r in _parse(html).rows for d in r.documents
    }
    assert found == {
        "a.pdf": (JAN, "agenda"),
        "b.pdf": (JAN, "minutes"),
        "c.pdf": (date(2026, 1, 27), "agenda"),
        "d.pdf": (date(2026, 1, 27), "minutes"),
    }


def test_a_meeting_is_one_row() -> None:
    html = (
        f'<ul><li><a href="{UP}/a.pdf">January 13, 2026 Regular Agenda 6:30 PM</a></li>'
        f'<li><a href="{UP}/b.pdf">January 13, 2026 Minutes</a></li>'
        f'<li><a href="{UP}/c.pdf">January 20, 2026 Special Agenda</a></li>'
        f'<li><a href="{UP}/d.pdf">January 20, 2026 Meeting cancelled</a></li></ul>'
    )
    rows = _parse(html).rows
    assert [(r.date.day, r.kind, r.time, r.status, len(r.documents)) for r in rows if r.date] == [
        (13, "regular", "18:30", "held", 2),
        (20, "special", None, "cancelled", 2),
    ]


def test_a_heading_that_its_links_contradict_decides_nothing() -> None:
    html = (
        '<h1>Agendas</h1><ul><li><a href="/f/a.pdf">January 6, 2026 Minutes</a></li>'
        '<li><a href="/f/b.pdf">January 13, 2026</a></li></ul>'
    )
    roles = {d.url[-5:]: d.role for r in _parse(html).rows for d in r.documents}
    assert roles == {"a.pdf": "minutes", "b.pdf": "other"}


def test_a_heading_of_another_month_dates_nothing() -> None:
    html = '<h2>Minutes</h2><b>May 7, 2020</b><p><a href="/f/a.pdf">Sept 2019 Minutes</a></p>'
    (row,) = _parse(html).rows
    assert (row.date, row.around) == (None, date(2019, 9, 1))


def test_an_invisible_link_counts_once() -> None:
    html = (
        '<p><a href="https://exampleton.example/f/1-13-26.pdf"><br></a></p>'
        '<p><a href="https://www.exampleton.example/f/1-13-26.pdf">Agenda</a></p>'
    )
    (row,) = _parse(html).rows
    assert [d.label for d in row.documents] == ["Agenda"]


def test_other_boards_are_left_out_where_one_is_asked_for() -> None:
    html = (
        '<p><a href="/f/a.pdf">Planning Commission Agenda 1/7/2026</a></p>'
        '<p><a href="/f/b.pdf">Borough Council Agenda 1/13/2026</a></p>'
        '<p><a href="/f/c.pdf">Agenda 1/20/2026</a></p>'
    )
    assert len(_parse(html).rows) == 3
    days = [r.date.day for r in _parse(html, "Borough Council").rows if r.date]
    assert days == [13, 20]


@pytest.mark.parametrize(
    ("link", "year"),
    [
        ('<a href="/2025-minutes/">2025 Minutes</a>', 2025),
        ('<a href="/archive/">Minutes Archive</a>', None),
        ('<h2>Minutes</h2><a href="/m/2024/">2024</a>', 2024),
        ('<h2>Agendas</h2><a href="/minutes/page/2/">Older posts</a>', None),
    ],
)
def test_further_pages(link: str, year: int | None) -> None:
    (following,) = _parse(link).next_requests
    assert (following.purpose, following.year, following.form) == ("page", year, ())


@pytest.mark.parametrize(
    "link",
    [
        '<a href="https://other.example/minutes/">Minutes</a>',
        '<a href="/calendar/?month=3">Minutes March</a>',
        '<nav><a href="/minutes-2/">Minutes</a></nav>',
        '<a href="/government/minutes/">Minutes</a>',
        '<a href="/planning/">Planning Commission Minutes</a>',
        '<a href="/a/a/a/a/">Minutes</a>',
    ],
)
def test_pages_that_are_not_followed(link: str) -> None:
    assert _parse(link).next_requests == ()


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        ("<p>No minutes are available at this time.</p>", "empty_confirmed"),
        ("<p>There are currently no agendas.</p>", "empty_confirmed"),
        ("<p>Welcome to Exampleton.</p>", "empty_suspicious"),
        ("", "empty_suspicious"),
        ('<a href="/63/Agendas-Minutes">Agendas &amp; Minutes</a>', "empty_suspicious"),
    ],
)
def test_pages_without_documents(html: str, outcome: str) -> None:
    assert _parse(html).outcome == outcome


def test_depth_hides_nothing() -> None:
    """Page builders nest further than a careful parser follows by itself."""
    html = "<div>" * 400 + f'<a href="{UP}/x.pdf">January 13, 2026 Agenda</a>' + "</div>" * 400
    assert len(_parse(html).rows) == 1


@pytest.mark.parametrize(
    "other",
    [
        "http://exampleton.example/f/A%20b.pdf",
        "https://www.exampleton.example/f/A b.pdf",
        "https://exampleton.example:443/f/A%20b.pdf?t=202601021530",
        "https://EXAMPLETON.example/f/A%20b.pdf#page=2",
    ],
)
def test_identity(other: str) -> None:
    assert identity(other) == "exampleton.example/f/A b.pdf"


def test_an_upload_stamp_is_kept() -> None:
    href = "/Agendas/a%20b.pdf?t=202601091530450"
    _, document = _only(f'<a href="{href}">January 13, 2026 Agenda</a>')
    assert document.posted_at == "2026-01-09T15:30"


TAGS = st.sampled_from(["p", "li", "table", "tr", "td", "h2", "div", "ul", "details", "summary"])


@settings(max_examples=60, deadline=None)
@given(st.recursive(
    st.text("abc January13,2026 Minutes<>&", max_size=30),
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=3)).map(
        lambda t: f"<{t[0]}><a href='/f/x.pdf'>{''.join(t[1])}</a>"
    ),
    max_leaves=12,
))  # fmt: skip
def test_any_tag_soup_is_survived(html: str) -> None:
    listing = _parse(html)
    assert listing.outcome in ("ok", "empty_confirmed", "empty_suspicious")
    assert listing == _parse(html)


@needs_real
@pytest.mark.parametrize(
    "page",
    pages("wordpress", "plain-html", "plain-html-umbraco", "civicplus-page",
          "wordpress+google-drive", "squarespace", "wix"),
    ids=lambda p: p.name,
)  # fmt: skip
def test_real_pages(page: Page) -> None:
    listing = parse_listing(page.read(), page.url)
    assert counts(listing) == page.expected
    # A page that only leads on to the lists is no look at them yet.
    assert listing.outcome == ("ok" if any(page.expected) else "empty_suspicious")
    assert listing.rows or listing.next_requests


@needs_real
def test_a_real_list_of_minutes_without_the_word() -> None:
    page = next(p for p in pages("wordpress") if p.name.startswith("allegheny-jail"))
    found = [d for r in parse_listing(page.read(), page.url).rows for d in r.documents]
    silent = [d for d in found if "inutes" not in d.label]
    assert len(silent) == 19
    assert {d.role for d in silent} == {"minutes"}
    assert {d.role_confidence for d in silent} == {0.6}


def test_a_schedule_is_listed_without_a_meeting() -> None:
    """Whatever date stands beside it; a page of dates in a menu as well, but no calendar."""
    html = f"""<nav><a href="/meeting-schedule/">Meeting Schedule</a>
        <a href="/calendar/">Council Calendar</a><a href="/fees/">Fee Schedule</a></nav>
        <ul><li><a href="{UP}/a.pdf">January 13, 2026 Agenda</a></li>
        <li>January 13, 2026 <a href="{UP}/2026.pdf">2026 Meeting Dates</a></li>
        <li><a href="{UP}/2026-Meeting-Schedule.pdf">click here</a></li></ul>"""
    found = {d.url.rsplit("/", 2)[-2:][0] + "/" + d.url.rsplit("/", 1)[-1]: (row.date, d.role)
             for row in _parse(html).rows for d in row.documents if d.wanted}  # fmt: skip
    assert found == {
        "02/a.pdf": (JAN, "agenda"),
        "02/2026.pdf": (None, "other"),
        "02/2026-Meeting-Schedule.pdf": (None, "other"),
        "meeting-schedule/": (None, "other"),
    }
