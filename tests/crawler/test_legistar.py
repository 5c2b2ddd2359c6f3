"""Legistar: its answers as rows, and looks over time through the real child."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler import platforms
from crawler.detect import detect_url
from crawler.platforms.legistar import names, record
from crawler.policy import Budget, CrawlSettings
from store.tables import Blob, Capture, Document, Fetch, Meeting
from store.verify import verify
from tests.crawler.legistar import WRONG_CLIENT, Api, event, item, roll, votes
from tests.crawler.site import Reply, Site
from tests.crawler.world import SETTINGS, World
from tests.real import REAL, needs_real

API = "https://webapi.legistar.com/v1/exampleton/events"
FILES = "https://legistar1.granicus.com/exampleton/meetings/2026/1"


def _parse(given: Any, url: str = API, **more: Any) -> Any:
    data = given if isinstance(given, bytes) else json.dumps(given).encode()
    return platforms.parse(data, url, **more)


# ---- addresses


@pytest.mark.parametrize(
    ("url", "base"),
    [
        (API, "https://webapi.legistar.com/v1/exampleton"),
        ("https://webapi.legistar.com/v1/exampleton", "https://webapi.legistar.com/v1/exampleton"),
        (f"{API}/12", "https://webapi.legistar.com/v1/exampleton"),
        (
            "https://exampleton.legistar.com/Calendar.aspx",
            "https://webapi.legistar.com/v1/exampleton",
        ),
        ("http://127.0.0.1:81/v1/x/events?$top=3", "http://127.0.0.1:81/v1/x"),
        ("https://www.legistar.com/", None),
        ("https://webapi.legistar.com/Help", None),
        ("https://www.exampleton.example/v1/news/today", None),
        ("https://www.exampleton.example/legistar.com", None),
    ],
)
def test_where_the_api_of_an_address_is(url: str, base: str | None) -> None:
    assert names.api(url) == base


def test_a_site_stands_for_its_api_where_the_platform_is_not_named() -> None:
    assert platforms.canonical("detect", "https://exampleton.legistar.com/Calendar.aspx") == (
        "legistar"
    )
    assert platforms.canonical("detect", "https://www.exampleton.example/agendas") == "detect"


def test_an_address_for_a_whole_year() -> None:
    from datetime import date

    url = names.events_url("https://webapi.legistar.com/v1/x", date(2026, 5, 4), 1000)
    assert names.asked(url) == (date(2026, 1, 1), 1000, 1000)
    assert names.asked(API) == (None, 1000, 0)


# ---- events


def test_an_event_is_a_meeting_with_its_documents() -> None:
    listing = _parse([
        event(
            5, "2026-01-13", EventTime="10:30 AM", EventAgendaStatusName="Final Revised",
            EventMinutesStatusName="Final", EventAgendaFile=f"{FILES}/5_A.pdf",
            EventMinutesFile=f"{FILES}/5_M.pdf",
            EventAgendaLastPublishedUTC="2026-01-09T21:30:15.513",
            EventBodyName="County Council - Special Meeting",
        )
    ])  # fmt: skip
    (row,) = listing.rows
    assert (listing.platform, listing.outcome) == ("legistar", "ok")
    assert (row.vendor_id, str(row.date), row.time) == ("5", "2026-01-13", "10:30")
    assert (row.status, row.kind, row.location) == ("held", "special", "Courthouse, Room 2")
    agenda, minutes, votes_ = row.documents
    assert (agenda.role, agenda.posted_at, agenda.amended) == (
        "agenda", "2026-01-09T21:30:15Z", True,
    )  # fmt: skip
    assert (minutes.role, minutes.label, minutes.settled) == ("minutes", "Minutes (Final)", True)
    assert (votes_.role, votes_.settled) == ("votes", True)
    assert votes_.url.startswith("https://webapi.legistar.com/v1/exampleton/events/5/eventitems")


@pytest.mark.parametrize(
    ("printed", "time"),
    [("7:00 PM", "19:00"), ("13:00", "13:00"), ("9:05", "09:05"), (None, None), ("", None),
     ("Immediately following", None), ("12:00 AM", "00:00"), ("12:00 PM", "12:00")],
)  # fmt: skip
def test_times_are_never_made_up(printed: str | None, time: str | None) -> None:
    (row,) = _parse([event(5, "2026-01-13", EventTime=printed)]).rows
    assert row.time == time


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"EventAgendaStatusName": "Canceled"}, "cancelled"),
        ({"EventComment": "*** CANCELLED ***"}, "cancelled"),
        ({"EventLocation": "CANCELED - Room 2"}, "cancelled"),
        ({"EventComment": "Rescheduled from January 6"}, "rescheduled"),
        ({"EventComment": "To cancel your seat, call the clerk"}, "unknown"),
        ({"EventComment": "If you cancel, tell us."}, "unknown"),
        ({"EventAgendaStatusName": None}, "unknown"),
    ],
)
def test_a_cancelled_meeting_says_so_in_many_places(more: dict[str, Any], status: str) -> None:
    (row,) = _parse([event(5, "2026-01-13", **more)]).rows
    assert row.status == status
    assert ("votes" in {d.role for d in row.documents}) == (status != "cancelled")


def test_a_revised_agenda_may_be_told_in_the_comment_only() -> None:
    told = event(5, "2026-01-13", EventAgendaFile=f"{FILES}/5.pdf", EventComment="REVISED AGENDA")
    assert _parse([told]).rows[0].documents[0].amended


@pytest.mark.parametrize(
    ("given", "url", "outcome", "why"),
    [
        ([], API, "empty_suspicious", "lists no event"),
        ([], names.events_url(API[:-7], __import__("datetime").date(2026, 1, 1), 1000),
         "empty_confirmed", "no further event"),
        (WRONG_CLIENT, API, "moved", "knows no client 'exampleton'"),
        ({"Message": "Token is required"}, API, "blocked", "wants a token"),
        ("Token is required", API, "blocked", "wants a token"),
        ({"Message": "An error has occurred."}, API, "drift", "An error has occurred"),
        ([{"Id": 1}], API, "drift", "no list of events"),
        ([event(1, "2026-01-13", EventDate=None)], API, "drift", "no event has a date"),
        (b'[{"EventId": 1,', API, "drift", "not readable as JSON"),
        (b"<ArrayOfGranicusEvent xmlns='x'><GranicusEvent/></ArrayOfGranicusEvent>", API, "drift",
         "asked for JSON"),
    ],
)  # fmt: skip
def test_answers_that_are_no_list(given: Any, url: str, outcome: str, why: str) -> None:
    listing = _parse(given, url, platform="legistar")
    assert (listing.outcome, listing.rows) == (outcome, ())
    assert why in listing.why


def test_the_wrong_year_is_drift() -> None:
    from datetime import date

    url = names.events_url(API[:-7], date(2026, 1, 1))
    listing = _parse([event(1, "2019-01-13")], url)
    assert (listing.outcome, "the newest is of 2019-01-13" in listing.why) == ("drift", True)


def test_a_full_page_has_a_next_one() -> None:
    from datetime import date

    url = names.events_url(API[:-7], date(2026, 1, 1))
    full = _parse([event(n, "2026-01-13") for n in range(1000)], url)
    assert [n.url for n in full.next_requests] == [url.replace("$skip=0", "$skip=1000")]
    assert not _parse([event(n, "2026-01-13") for n in range(999)], url).next_requests


def test_one_board_of_several() -> None:
    given = [
        event(1, "2026-01-13", EventBodyName="Board of Elders - Regular Meeting"),
        event(2, "2026-01-14", EventBodyName="Board of Elders - Special Meeting"),
        event(3, "2026-01-15", EventBodyName="Zoning Board"),
    ]
    assert [r.vendor_id for r in _parse(given, board="Board of Elders").rows] == ["1", "2"]
    assert [r.vendor_id for r in _parse(given, board="zoning board").rows] == ["3"]
    lost = _parse(given, board="Library Board")
    assert (lost.outcome, len(lost.boards)) == ("drift", 3)


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["EventId", "EventDate", "EventTime", "EventComment", "EventAgendaFile",
                         "EventBodyName", "Message", "value"]), inner, max_size=6),
))  # fmt: skip
def test_no_answer_breaks_the_parser(given: Any) -> None:
    assert _parse(given, platform="legistar").outcome in {
        "ok", "drift", "moved", "blocked", "empty_suspicious",
    }  # fmt: skip


# ---- the saved calendar

_GRID = """<html><title>Exampleton - Calendar</title><table class="rgMasterTable"
 id="gridUpcoming"><tr class="rgRow"><td>1/1/2020</td></tr></table>
<div id="ctl00_MultiPageCalendar"><table class="rgMasterTable" id="ctl00_gridCalendar_ctl00">
<tr><th class="rgHeader">Name</th><th class="rgHeader">Meeting Date</th>
<th class="rgHeader">&nbsp;</th><th class="rgHeader">Meeting Time</th>
<th class="rgHeader">Meeting Location</th><th class="rgHeader">Meeting Details</th>
<th class="rgHeader">Agenda</th><th class="rgHeader">Published minutes</th>
<th class="rgHeader">Notice</th><th class="rgHeader">Video</th></tr>{}</table></div></html>"""
_ROW = """<tr class="rgRow"><td>County Council</td><td>1/13/2026</td>
<td><a id="x_hypiCal" href="View.ashx?M=IC&amp;ID=77&amp;GUID=G"></a></td><td>{time}</td>
<td>Room 2<br><em></em></td><td><a id="x_hypMeetingDetail">Meeting&nbsp;details</a></td>
<td><a href="View.ashx?M=A&amp;ID=77&amp;GUID=G">Agenda</a></td>
<td>{minutes}</td><td><a href="https://media.legistar.com/x/notice.pdf">Notice</a></td>
<td><a href="Video.aspx?ID1=3">Video</a></td></tr>"""
_NONE = '<a class="otherNotAvaiableMinutes">Not&nbsp;available</a>'


def test_a_calendar_page_is_read_by_its_headings() -> None:
    page = _GRID.format(_ROW.format(time="7:00 PM", minutes=_NONE))
    listing = platforms.parse(page.encode(), "https://exampleton.legistar.com/Calendar.aspx")
    (row,) = listing.rows
    assert (listing.platform, listing.outcome) == ("legistar", "ok")
    assert (row.vendor_id, str(row.date), row.time, row.location) == (
        "77", "2026-01-13", "19:00", "Room 2",
    )  # fmt: skip
    assert [(d.role, d.identity) for d in row.documents] == [
        ("agenda", "legistar:77:A"), ("notice", "https://media.legistar.com/x/notice.pdf"),
    ]  # fmt: skip


def test_minutes_in_a_column_of_any_name() -> None:
    minutes = '<a href="View.ashx?M=M&amp;ID=77&amp;GUID=G">Recap</a>'
    page = _GRID.format(_ROW.format(time="Cancelled", minutes=minutes))
    (row,) = platforms.parse(page.encode(), "https://e.legistar.com/Calendar.aspx").rows
    assert (row.status, row.time) == ("cancelled", None)
    assert [d.role for d in row.documents] == ["agenda", "minutes", "notice"]


@pytest.mark.parametrize(
    ("page", "outcome"),
    [
        (_GRID.format('<tr class="rgNoRecords"><td>No records to display.</td></tr>'),
         "empty_confirmed"),
        (_GRID.format(""), "empty_suspicious"),
        ("<html><p>This record no longer exists.</p></html>", "moved"),
        ("<html><p>Welcome</p></html>", "drift"),
    ],
)  # fmt: skip
def test_calendars_without_meetings(page: str, outcome: str) -> None:
    found = platforms.parse(page.encode(), "https://e.legistar.com/Calendar.aspx",
                            platform="legistar")  # fmt: skip
    assert found.outcome == outcome


# ---- looks over time


def _council(world: World, api: Api, **more: str) -> None:
    world.add("county", api.url, "legistar", **more)


def _documents(world: World, role: str) -> list[Document]:
    return [d for d in world.rows(Document) if d.role == role]


def _versions(world: World, role: str) -> list[dict[str, Any]]:
    ids = {d.id for d in _documents(world, role)}
    held = [c for c in world.rows(Capture) if c.document_id in ids]
    return [json.loads(world.archive.get(c.sha256)) for c in held]


def test_a_meeting_through_its_weeks(world: World, site: Site) -> None:
    """Absent, agenda, amended, minutes and votes: each version once, with its interval."""
    api = Api(site)
    _council(world, api)
    old = event(1, "2026-01-13")
    api.publish(old)
    api.record(1, item(101, "Call to order"))
    assert world.look()["county"].new_captures == 1

    site.pdf("/5_A.pdf", "first")
    meeting = event(5, "2026-02-10", EventAgendaFile=f"{site.url}/5_A.pdf",
                    EventAgendaLastPublishedUTC="2026-02-05T20:00:00")  # fmt: skip
    api.publish(old, meeting)
    assert world.look(days=3)["county"].new_captures == 1
    assert api.items_path(5) not in site.paths(), "no votes are asked for before the meeting"

    site.pdf("/5_A.pdf", "amended")
    meeting |= {"EventAgendaLastPublishedUTC": "2026-02-09T20:00:00",
                "EventAgendaStatusName": "Final Revised"}  # fmt: skip
    api.publish(old, meeting)
    assert world.look(days=7)["county"].new_captures == 1

    site.pdf("/5_M.pdf", "minutes")
    meeting |= {"EventMinutesFile": f"{site.url}/5_M.pdf", "EventMinutesStatusName": "Final"}
    api.publish(old, meeting)
    passed = item(501, "Agreement with ICE", EventItemActionName="Approved",
                  EventItemPassedFlagName="Pass", EventItemMover="Ann Odell")  # fmt: skip
    opened = item(500, "Roll call", EventItemRollCallFlag=1)
    api.record(5, opened, passed, item(502, "Adjournment"),
               votes_501=votes(501, Aye="Ann Ben", Nay="Cy"),
               roll_500=roll(500, Present="Ann Ben Cy"))  # fmt: skip
    assert world.look(days=28)["county"].new_captures == 2

    (document,) = [d for d in _documents(world, "votes") if "/5/" in d.url]
    assert str(document.meeting_date) == "2026-02-10"
    (bound,) = [v for v in _versions(world, "votes") if v["meeting"]["id"] == "5"]
    assert (bound["format"], bound["meeting"]["date"]) == (record.FORMAT, "2026-02-10")
    assert [(p["what"], p.get("item")) for p in bound["parts"]] == [
        ("eventitems", None), ("rollcalls", 500), ("votes", 501),
    ]  # fmt: skip
    for part in bound["parts"]:
        kept = site.pages[part["url"].removeprefix(site.url)].body
        assert part["body"].encode() == kept == world.archive.get(part["sha256"])
        assert part["sha256"] in {f.sha256 for f in world.rows(Fetch)}
    held = {m.vendor_id: m.status for m in world.rows(Meeting)}
    assert held == {"1": "unknown", "5": "held"}
    assert {c.sha256 for c in world.rows(Capture)} <= {b.sha256 for b in world.rows(Blob)}
    assert verify(world.engine, world.archive).ok
    assert all(a.headers["Accept"] == "application/json" for a in site.log if "/v1/" in a.path)


def test_votes_are_asked_weekly_and_seldom_once_minutes_are_final(world: World, site: Site) -> None:
    api = Api(site)
    _council(world, api)
    meeting = event(5, "2026-01-20")
    api.publish(meeting)
    passed = item(501, "Paving", EventItemPassedFlagName="Pass")
    api.record(5, passed, votes_501=votes(501, Aye="Ann Ben"))
    assert world.look()["county"].new_captures == 1

    def asks(days: float) -> int:
        site.log.clear()
        world.look(days=days)
        return len(site.asked(api.items_path(5))) + len(site.asked(api.votes_path(501)))

    assert asks(3) == 0
    assert asks(8) == 2
    assert len(_versions(world, "votes")) == 1, "the same answers are the same record"
    api.record(5, passed, votes_501=votes(501, Aye="Ann", Nay="Ben"))
    assert asks(16) == 2
    assert len(_versions(world, "votes")) == 2
    meeting |= {"EventMinutesStatusName": "Final",
                "EventMinutesLastPublishedUTC": "2026-02-18T16:00:00"}  # fmt: skip
    api.publish(meeting)
    assert asks(18) == 2, "minutes that are published ask at once"
    assert [asks(days) for days in (26, 60)] == [0, 0]
    assert asks(110) == 2


def test_a_lost_answer_is_named_and_asked_for_again(world: World, site: Site) -> None:
    api = Api(site)
    _council(world, api)
    api.publish(event(5, "2026-01-20"))
    api.record(5, item(501, "Paving", EventItemMover="Ann Odell"))
    look = world.look()["county"]
    assert (look.outcome, look.new_captures) == ("ok", 1)
    assert "1 documents could not be obtained" in look.why
    (document,) = _documents(world, "votes")
    assert document.problem == "1 of 2 answers could not be obtained"
    (first,) = _versions(world, "votes")
    assert first["parts"][1]["problem"] == "the server answered 404"
    api.record(5, item(501, "Paving", EventItemMover="Ann Odell"),
               votes_501=votes(501, Aye="Ann"))  # fmt: skip
    assert world.look(days=1)["county"].new_captures == 0
    assert world.look(days=7)["county"].new_captures == 1
    assert _documents(world, "votes")[0].problem is None


def test_items_that_are_none_are_a_problem(world: World, site: Site) -> None:
    api = Api(site)
    _council(world, api)
    api.publish(event(5, "2026-01-20"))
    api.answer(api.items_path(5), {"Message": "An error has occurred."})
    assert world.look()["county"].new_captures == 0
    assert _documents(world, "votes")[0].problem == "the answer is no list of items"


def test_a_small_budget_leaves_whole_records_for_the_next_look(world: World, site: Site) -> None:
    api = Api(site)
    _council(world, api)
    api.publish(event(5, "2026-01-20"), event(4, "2026-01-13"))
    for number in (4, 5):
        key = number * 100
        api.record(number, item(key, "Paving", EventItemPassedFlag=1),
                   **{f"votes_{key}": votes(key, Aye="Ann")})  # fmt: skip
    small = CrawlSettings(allow_loopback=True, budget=Budget(requests=4))
    first = world.look(settings=small)["county"]
    assert (first.outcome, first.new_captures) == ("ok", 1)
    assert "left for the next look" in first.why
    assert world.look(days=1, settings=small)["county"].new_captures == 1
    assert {v["meeting"]["id"] for v in _versions(world, "votes")} == {"4", "5"}


@pytest.mark.parametrize(
    ("status", "body", "outcome", "why"),
    [
        (500, WRONG_CLIENT, "moved", "knows no client 'exampleton'"),
        (403, {"Message": "Token is required"}, "blocked", "wants a token for 'exampleton'"),
        (200, [], "empty_suspicious", "lists no event"),
        (200, [event(1, "2019-02-03")], "drift", "the newest is of 2019-02-03"),
        (200, [{"Id": 1}], "drift", "no list of events"),
        (400, {"Message": "The query is not valid"}, "unreachable", "answered 400"),
    ],
)
def test_an_api_that_does_not_answer(
    world: World, site: Site, status: int, body: Any, outcome: str, why: str
) -> None:
    api = Api(site)
    _council(world, api)
    for year in (2024, 2025, 2026):
        api.answer(api.list_path(year), body, status)
    look = world.look()["county"]
    assert (look.outcome, look.documents) == (outcome, 0)
    assert why in look.why


def test_pages_that_repeat_are_no_whole_list(world: World, site: Site) -> None:
    api = Api(site)
    _council(world, api)
    full = [event(n, "2026-03-03") for n in range(1000)]
    api.answer(api.list_path(2024), full)
    api.answer(api.list_path(2024, 1000), full)
    look = world.look()["county"]
    assert (look.outcome, look.rows) == ("unreachable", 1000)
    assert "repeats an earlier one" in look.why
    api.answer(api.list_path(2024, 1000), [event(999, "2026-03-03"), event(1000, "2026-03-03")])
    look = world.look(days=1)["county"]
    assert (look.outcome, look.rows) == ("ok", 1001)


def test_a_committees_vote_is_not_the_councils(world: World, site: Site) -> None:
    api = Api(site)
    api.publish(
        event(5, "2026-01-20"), event(6, "2026-01-20", EventBodyName="County Council - Special"),
        event(7, "2026-01-20", EventBodyName="Public Works Committee"),
    )  # fmt: skip
    for number in (5, 6, 7):
        api.record(number, item(number * 100, "Call to order"))
    _council(world, api)
    look = world.look()["county"]
    assert (look.outcome, look.documents) == ("drift", 0)
    assert look.why.endswith("as `board`: County Council; Public Works Committee")
    world.add("chosen", api.url, "legistar", board="County Council")
    look = world.look("chosen")["chosen"]
    assert (look.outcome, look.rows, look.new_captures) == ("ok", 2, 2)


def test_far_pages_are_read_with_their_votes(world: World, site: Site) -> None:
    """The fifth hop of a crawl is still asked: nothing is dropped without a word."""
    api = Api(site)
    _council(world, api)
    for page in range(4):
        held = [event(page * 1000 + n, "2026-03-03") for n in range(1000)]
        api.answer(api.list_path(2024, page * 1000), held)
    api.answer(api.list_path(2024, 4000), [event(9000, "2026-01-20")])
    api.record(9000, item(501, "Paving", EventItemPassedFlag=1),
               votes_501=votes(501, Aye="Ann"))  # fmt: skip
    look = world.look()["county"]
    assert (look.outcome, look.rows, look.new_captures) == ("ok", 4001, 1)


# ---- what it is, before it is watched


def test_the_api_is_recognised(site: Site) -> None:
    api = Api(site)
    for year in (1998, 1999, 2000):
        api.answer(api.list_path(year), [event(5, "2026-01-20")])
    found = detect_url(api.url, settings=SETTINGS)
    assert (found.platform, found.readable, found.boards) == ("legistar", True, ("County Council",))
    assert len(site.paths()) == 1


def test_a_calendar_elsewhere_is_not_half_read(world: World, site: Site) -> None:
    site.page("/meetings", _GRID.format(_ROW.format(time="7:00 PM", minutes=_NONE)))
    found = detect_url(f"{site.url}/meetings", settings=SETTINGS)
    assert (found.platform, found.readable) == ("legistar", False)
    assert "Web API only" in found.why
    for platform in ("legistar", "detect"):
        world.add(platform, f"{site.url}/meetings", platform)
    looks = world.look()
    assert {look.outcome for look in looks.values()} == {"drift"}
    assert not world.rows(Document)


def test_a_page_that_mentions_the_vendor_is_a_page_of_links(site: Site) -> None:
    site.page("/minutes/", '<a href="/1-13-26.pdf">1/13/26 Minutes</a>'
              '<a href="https://exampleton.legistar.com/">older</a>')  # fmt: skip
    assert detect_url(f"{site.url}/minutes/", settings=SETTINGS).platform == "links"


# ---- the record's form


def test_only_decided_items_are_asked_about() -> None:
    items = [
        item(1, "Welcome"), item(2, "Paving", EventItemActionName="approved"),
        item(3, "Roll call", EventItemRollCallFlag=1), item(4, "Sewer", EventItemTally="5:2"),
        item(2, "Paving again", EventItemPassedFlag=1),
    ]  # fmt: skip
    url = names.items_url(API[:-7], "5")
    asks = record.asks(json.dumps(items).encode(), url)
    assert asks is not None
    assert [(a.what, a.item) for a in asks] == [("votes", 2), ("rollcalls", 3), ("votes", 4)]
    assert record.asks(b"{}", url) is None
    assert record.asks(b'[{"x": 1}]', url) is None
    assert record.asks(b"[]", url) == ()


def test_a_record_does_not_know_the_time() -> None:
    part = record.Part("eventitems", "https://x.example", b"[]")
    assert record.bound({"id": "5"}, [part]) == record.bound({"id": "5"}, [part])
    with pytest.raises(UnicodeDecodeError):
        record.bound({}, [record.Part("votes", "https://x.example", b"\xff\xfe")])


def test_a_reply_that_is_no_text_does_not_end_the_look(world: World, site: Site) -> None:
    api = Api(site)
    _council(world, api)
    api.publish(event(5, "2026-01-20"))
    api.record(5, item(501, "Paving", EventItemMover="Ann Odell"))
    site.pages[api.votes_path(501)] = Reply(b'["\xff"]', 200, {"Content-Type": "application/json"})
    look = world.look()["county"]
    assert (look.outcome, look.new_captures) == ("ok", 1)


# ---- real pages, read in place


@needs_real
@pytest.mark.parametrize(
    ("file", "url", "rows", "agendas", "minutes"),
    [
        ("legistar-html/philadelphia-pa_calendar_2025.html", "phila", 20, 11, 0),
        ("legistar-html/columbus-oh_calendar_2026.html", "columbus", 4, 4, 2),
        ("legistar-html/ramsey-mn_departmentdetail_2025.html", "ramseycountymn", 13, 13, 4),
        ("legistar-html/chicago-il_calendar_2019.html", "chicago", 8, 1, 0),
        ("legistar-webapi/la-metro_event_2907.json", "", 1, 1, 0),
        ("legistar-webapi/mecklenburg-nc_events.json", "", 2, 2, 0),
    ],
)
def test_real_pages(file: str, url: str, rows: int, agendas: int, minutes: int) -> None:
    assert REAL is not None
    where = f"https://{url}.legistar.com/Calendar.aspx" if url else API
    listing = platforms.parse((REAL / "platform-pages" / file).read_bytes(), where)
    roles = [d.role for row in listing.rows for d in row.documents]
    assert (listing.platform, listing.outcome, len(listing.rows)) == ("legistar", "ok", rows)
    assert (roles.count("agenda"), roles.count("minutes")) == (agendas, minutes)
    assert all(row.date and row.title and row.vendor_id for row in listing.rows)
