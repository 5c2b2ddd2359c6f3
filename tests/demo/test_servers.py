"""The sites on localhost: what a crawler meets over the ten weeks."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPConnection, HTTPResponse, RemoteDisconnected
from urllib.parse import urlencode, urlsplit

import pytest

from demo.county import build
from demo.servers import CountyServers, serve, town
from demo.servers.answers import Request
from demo.timeline import FIRST_LOOK, LAST_LOOK, looks

COUNTY = build()


@pytest.fixture(scope="module")
def servers() -> Iterator[CountyServers]:
    with serve(COUNTY) as running:
        yield running


def ask(
    url: str, *, form: dict[str, str] | None = None, headers: dict[str, str] | None = None
) -> tuple[HTTPResponse, bytes]:
    parts = urlsplit(url)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    sent = dict(headers or {})
    if form is not None:
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        connection.request(
            "GET" if form is None else "POST",
            parts.path,
            urlencode(form) if form is not None else None,
            sent,
        )
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def body_text(servers: CountyServers, body: str, path: str) -> str:
    response, data = ask(servers.site_url(body) + path)
    assert response.status == 200
    return data.decode()


def test_every_listed_document_is_served(servers: CountyServers) -> None:
    servers.set_time(FIRST_LOOK)
    for site in COUNTY.sites:
        listing = body_text(servers, site.body.id, town.list_path(site))
        up = [d for m in site.meetings for d in m.documents if d.at(FIRST_LOOK)]
        newest = [d for d in up if "2026" in d.path]
        assert all(d.path in listing for d in newest if site.body.look == "agendacenter")
        assert all(d.path in listing for d in up if site.body.look != "agendacenter")
        response, data = ask(servers.site_url(site.body.id) + up[-1].path)
        assert response.status == 200
        assert data[:5] == b"%PDF-" or data.startswith(b"<!DOCTYPE html>")


def test_nothing_is_served_before_its_time(servers: CountyServers) -> None:
    servers.set_time(FIRST_LOOK)
    later = [
        (site, document)
        for site in COUNTY.sites
        for meeting in site.meetings
        for document in meeting.documents
        if document.at(FIRST_LOOK) is None
    ]
    assert len(later) > 50
    for site, document in later[::17]:
        response, _ = ask(servers.site_url(site.body.id) + document.path)
        assert response.status == 404


def test_unchanged_pages_and_papers_cost_a_304(servers: CountyServers) -> None:
    servers.set_time(FIRST_LOOK)
    site = COUNTY.site("pa-marlbury-borough")
    for path in ("/AgendaCenter", site.meetings[0].documents[0].path):
        url = servers.site_url(site.body.id) + path
        first, data = ask(url)
        assert data
        for name, value in (
            ("If-None-Match", first.headers["ETag"]),
            ("If-Modified-Since", first.headers["Last-Modified"]),
        ):
            again, nothing = ask(url, headers={name: value})
            assert (again.status, nothing) == (304, b"")


def test_a_changed_list_is_served_anew(servers: CountyServers) -> None:
    url = servers.site_url("pa-marlbury-borough") + "/AgendaCenter"
    servers.set_time(FIRST_LOOK)
    tag = ask(url)[0].headers["ETag"]
    servers.set_time(looks()[2])
    assert ask(url, headers={"If-None-Match": tag})[0].status == 200


def test_one_list_carries_no_validators(servers: CountyServers) -> None:
    servers.set_time(FIRST_LOOK)
    response, _ = ask(servers.site_url("pa-windlass-township") + "/meetings.html")
    assert response.headers["ETag"] is None
    assert response.headers["Last-Modified"] is None


def test_older_years_come_as_fragments(servers: CountyServers) -> None:
    servers.set_time(FIRST_LOOK)
    url = servers.site_url("pa-marlbury-borough") + "/AgendaCenter/UpdateCategoryList"
    response, data = ask(url, form={"year": "2025", "catID": "3"})
    text = data.decode()
    assert response.status == 200
    assert text.count("catAgendaRow") == 6  # June to December without the summer recess
    assert "/AgendaCenter/ViewFile/Minutes/_06102025-" in text
    assert ask(url, form={"year": "2025", "catID": "99"})[0].status == 404
    assert ask(url, form={"year": "last", "catID": "3"})[0].status == 404


def test_two_boards_share_a_site(servers: CountyServers) -> None:
    servers.set_time(FIRST_LOOK)
    text = body_text(servers, "pa-tannerport-borough", "/AgendaCenter")
    assert "Planning Commission" in text
    assert "Borough Council" in text


def test_an_amended_agenda_changes_stamp_and_bytes(servers: CountyServers) -> None:
    path = "/AgendaCenter/ViewFile/Agenda/_08112026-"
    site = COUNTY.site("pa-tannerport-borough")
    slot = next(d.path for m in site.meetings for d in m.documents if d.path.startswith(path))
    seen = []
    for look in (looks()[5], looks()[6]):
        servers.set_time(look)
        listing = body_text(servers, "pa-tannerport-borough", "/AgendaCenter")
        row = listing[listing.index('id="h408112026') :].split("</h3>")[0]
        seen.append(("Amended" in row, ask(servers.site_url(site.body.id) + slot)[1]))
    assert [amended for amended, _ in seen] == [False, True]
    assert seen[0][1] != seen[1][1]


def test_a_cancelled_meeting_says_so_on_both_platforms(servers: CountyServers) -> None:
    servers.set_time(FIRST_LOOK)
    url = servers.site_url("pa-corvale-township") + "/AgendaCenter/UpdateCategoryList"
    assert (
        "Regular Meeting - CANCELLED" in ask(url, form={"year": "2025", "catID": "3"})[1].decode()
    )
    assert "December 17, 2025 Meeting Cancelled" in body_text(
        servers, "pa-quillford-borough", "/meetings/"
    )


def test_a_late_agenda_is_up_only_after_the_meeting(servers: CountyServers) -> None:
    for look, up in ((looks()[1], False), (looks()[2], True)):
        servers.set_time(look)
        text = body_text(servers, "pa-thornquist-borough", "/meetings/")
        assert ("July 14, 2026 Agenda" in text) is up


def test_sites_go_down_recover_and_close_to_robots(servers: CountyServers) -> None:
    servers.set_time(looks()[6])
    assert ask(servers.site_url("pa-gravenhurst-borough") + "/robots.txt")[0].status == 503
    assert b"Disallow: /\n" in ask(servers.site_url("pa-nettlebrook-township") + "/robots.txt")[1]
    with pytest.raises((ConnectionRefusedError, RemoteDisconnected)):
        ask(servers.site_url("pa-lindenquay-borough") + "/robots.txt")
    servers.set_time(looks()[7])
    assert ask(servers.site_url("pa-gravenhurst-borough") + "/robots.txt")[0].status == 200
    servers.set_time(FIRST_LOOK)
    assert ask(servers.site_url("pa-lindenquay-borough") + "/meetings.html")[0].status == 200


@pytest.mark.parametrize("week", [0, 10])
def test_the_ice_page_links_the_newest_pair(servers: CountyServers, week: int) -> None:
    now = looks()[week]
    servers.set_time(now)
    base = servers.ice_page_url.removesuffix("/identify-and-arrest/287g")
    page = ask(servers.ice_page_url)[1].decode()
    links = [part.split('"')[0] for part in page.split('<li><a href="')[1:]]
    newest = [
        max(
            (b for b in COUNTY.workbooks if b.kind == kind and b.saved <= now),
            key=lambda b: b.saved,
        )
        for kind in ("participating", "pending")
    ]
    for link, book in zip(links, newest, strict=True):
        response, data = ask(base + link)
        assert data[:2] == b"PK"
        named = response.headers["Content-Disposition"] or link
        assert book.name in named
        assert ("Content-Disposition" in response.headers) is (week == 10)


def test_a_page_of_links_also_links_what_is_no_record(servers: CountyServers) -> None:
    servers.set_time(FIRST_LOOK)
    path = "/wp-content/uploads/2026/01/Winter-Newsletter.pdf"
    assert path in body_text(servers, "pa-quillford-borough", "/meetings/")
    assert ask(servers.site_url("pa-quillford-borough") + path)[1].startswith(b"%PDF-")
    assert ask(servers.site_url("pa-marlbury-borough") + path)[0].status == 404


def test_an_ice_item_is_coming_up_at_the_last_look(servers: CountyServers) -> None:
    servers.set_time(LAST_LOOK)
    text = body_text(servers, "pa-drumlin-township", "/meetings/")
    assert "September 16, 2026 Agenda" in text
    site = COUNTY.site("pa-drumlin-township")
    meeting = next(m for m in site.meetings if m.day == date(2026, 9, 16))
    assert "287(g)" in meeting.documents[0].versions[0].paper.text


def test_the_pack_names_every_body_and_the_ports_in_use(servers: CountyServers) -> None:
    bodies = tomllib.loads(servers.pack_toml())["body"]
    assert len(bodies) == len(COUNTY.sites) + 1 >= 15
    assert [b["id"] for b in bodies if "source" not in b] == ["pa-yarrowby-borough"]
    for body in bodies:
        for source in body.get("source", ()):
            assert source["url"].startswith(servers.site_url(body["id"]))
    names = [(b["place"]["name"], b["place"]["kind"]) for b in bodies]
    assert {("Corvale", "borough"), ("Corvale", "township")} <= set(names)
    assert len(names) == len(set(names))


def test_a_missing_document_is_missing_everywhere() -> None:
    site = COUNTY.site("pa-quillford-borough")
    gone = next(d for m in site.meetings for d in m.documents if d.role == "minutes")
    smaller = COUNTY.without(site.body.id, gone.path)
    now = LAST_LOOK
    before = town.answer(site, Request("GET", gone.path), now)
    after = town.answer(smaller.site(site.body.id), Request("GET", gone.path), now)
    listing = town.answer(smaller.site(site.body.id), Request("GET", "/meetings/"), now)
    assert before is not None
    assert after is not None
    assert listing is not None
    assert (before.status, after.status) == (200, 404)
    assert gone.path.encode() not in listing.body
    with pytest.raises(KeyError):
        COUNTY.without(site.body.id, "/nothing")


def test_the_looks_are_eleven_mondays() -> None:
    assert len(looks()) == 11
    assert looks()[0] == FIRST_LOOK == datetime(2026, 7, 6, 11, tzinfo=UTC)
    assert looks()[-1] == LAST_LOOK
    assert {look.weekday() for look in looks()} == {0}
    assert looks()[1] - looks()[0] == timedelta(days=7)
