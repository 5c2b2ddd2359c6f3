"""What can still be acted on, by the body's own clock."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from audit.ahead import expected_signature, foreseen, upcoming
from audit.values import Spell
from store.tables import Body, Document
from tests.audit import shelf
from tests.audit.build import agreement, at

DAY = date(2026, 9, 15)
TITLE = "9. 287(g) agreement with ICE"
NOW = at(date(2026, 9, 14))


@pytest.fixture
def store(engine: Engine) -> Session:
    opened = Session(engine, expire_on_commit=False)
    shelf.borough(opened)
    return opened


def listed(store: Session, day: date = DAY, **more: Any) -> None:
    """An agenda with a flagged item, and the meeting it belongs to."""
    shelf.meeting(store, day, time="19:00", location="12 Hall Road", **more)
    item = {
        "page": 1,
        "start": 0,
        "end": len(TITLE),
        "number": "9",
        "title": TITLE,
        "section": None,
    }
    shelf.paper(
        store,
        "agenda",
        day,
        NOW - timedelta(days=3),
        TITLE,
        items=[item],
        flags=[shelf.flag(TITLE)],
    )
    store.flush()
    document = store.get(Document, f"agenda {day}")
    assert document is not None
    document.meeting_id = f"m {day}"
    store.flush()


def test_a_flagged_item_with_time_place_and_evidence(store: Session) -> None:
    listed(store)
    (item,) = upcoming(store, now=NOW)
    assert (item.meeting_date, item.meeting_time, item.place) == (DAY, "19:00", "12 Hall Road")
    assert (item.what, item.kind, item.body_name) == (TITLE, "item", "Fernwick Borough Council")
    assert item.evidence is not None
    assert item.evidence.quote == TITLE


@pytest.mark.parametrize(
    ("now", "count"),
    [
        (at(DAY - timedelta(days=10)), 1),
        (at(DAY - timedelta(days=11)), 0),
        (at(DAY, 22), 1),  # 18:00 at the body's place, an hour before
        (at(DAY, 23), 0),  # the meeting has begun
        (at(DAY + timedelta(days=1), 2), 0),
    ],
)
def test_days_and_hours_are_the_bodys_own(store: Session, now: Any, count: int) -> None:
    shelf.meeting(store, DAY, time="19:00")
    shelf.paper(store, "agenda", DAY, NOW - timedelta(days=20), TITLE, flags=[shelf.flag(TITLE)])
    store.flush()
    document = store.get(Document, f"agenda {DAY}")
    assert document is not None
    document.meeting_id = f"m {DAY}"
    store.flush()
    assert len(upcoming(store, now=now)) == count


def test_a_cancelled_meeting_an_irrelevant_passage_and_a_later_capture(store: Session) -> None:
    listed(store, status="cancelled")
    shelf.paper(store, "agenda", DAY + timedelta(days=1), NOW, "Route 287",
                flags=[shelf.flag("Route 287", "none")])  # fmt: skip
    shelf.paper(store, "agenda", DAY + timedelta(days=2), NOW + timedelta(days=1), TITLE,
                flags=[shelf.flag(TITLE)])  # fmt: skip
    store.flush()
    assert upcoming(store, now=NOW) == ()


def test_an_amended_agenda_without_the_item_takes_it_off(store: Session) -> None:
    listed(store)
    shelf.paper(store, "agenda", DAY, NOW - timedelta(hours=1), "amended")
    store.flush()
    assert upcoming(store, now=NOW) == ()


def pending(store: Session, last: date, **more: Any) -> None:
    spell = Spell(at(date(2026, 9, 3)), at(last), **more)
    shelf.lists(store, [agreement(pending=(spell,), spells=(), signings=(), listed=False)], [last])


def test_a_pending_agency_stands_with_the_next_meeting_of_its_body(store: Session) -> None:
    pending(store, date(2026, 9, 10))
    (item,) = upcoming(store, now=NOW)
    assert (item.kind, item.agency, item.meeting_date) == (
        "pending",
        shelf.AGENCY,
        date(2026, 10, 13),
    )
    assert item.meeting_time == "19:00"
    shelf.meeting(store, date(2026, 9, 21), time="18:00")
    store.flush()
    (item,) = upcoming(store, now=NOW)
    assert (item.meeting_date, item.meeting_time) == (date(2026, 9, 21), "18:00")


@pytest.mark.parametrize(
    ("day", "order"),
    [
        (date(2026, 9, 15), "falls in those days"),
        (date(2026, 9, 17), "falls in those days"),
        (date(2026, 9, 18), "comes after those days"),
    ],
)
def test_the_meeting_is_set_against_the_days_of_the_expected_signature(
    store: Session, day: date, order: str
) -> None:
    pending(store, date(2026, 9, 10))
    shelf.meeting(store, day, time="20:00")
    store.flush()
    (item,) = upcoming(store, now=NOW)
    assert item.expected == (date(2026, 9, 4), date(2026, 9, 17))
    assert "from 4 September 2026 to 17 September 2026" in item.what
    assert order in item.what


def test_the_expected_signature_is_a_range() -> None:
    assert expected_signature(date(2026, 2, 27)) == (date(2026, 2, 28), date(2026, 3, 13))
    assert "comes before" in foreseen((date(2026, 9, 4), date(2026, 9, 17)), date(2026, 9, 3))


def test_an_adopted_schedule_says_the_next_meeting(store: Session) -> None:
    pending(store, date(2026, 9, 10))
    body = store.get(Body, shelf.BODY)
    assert body is not None
    body.schedule = ["2026-09-01", "2026-09-29"]
    store.flush()
    assert [item.meeting_date for item in upcoming(store, now=NOW)] == [date(2026, 9, 29)]


def test_an_old_pending_list_and_one_without_the_row_say_nothing(store: Session) -> None:
    pending(store, date(2026, 7, 1))
    assert upcoming(store, now=NOW) == ()
    pending(store, date(2026, 9, 3), gone_by=at(date(2026, 9, 10)))
    assert upcoming(store, now=NOW) == ()


def how(store: Session) -> str:
    (item,) = upcoming(store, now=NOW)
    return item.what.partition("is known from ")[2]


def test_it_is_told_how_the_next_meeting_is_known(store: Session) -> None:
    pending(store, date(2026, 9, 10))
    assert how(store) == "its stated rhythm"
    body = store.get(Body, shelf.BODY)
    assert body is not None
    body.schedule = ["2026-10-13"]
    store.flush()
    assert how(store) == "its adopted schedule and its stated rhythm"
    shelf.meeting(store, date(2026, 10, 13), time="19:00")
    store.flush()
    assert how(store).startswith("the body's list of meetings and its adopted schedule")
    shelf.paper(store, "agenda", date(2026, 10, 13), NOW - timedelta(days=1), "Parking")
    store.flush()
    assert how(store).startswith("an agenda that is posted and its adopted schedule")


def test_the_earliest_of_all_signals_is_the_next_meeting(store: Session) -> None:
    pending(store, date(2026, 9, 10))
    shelf.meeting(store, date(2026, 11, 10), time="19:00")
    shelf.paper(store, "minutes", date(2026, 9, 8), NOW - timedelta(days=1), "x",
                next_meeting="2026-09-29")  # fmt: skip
    store.flush()
    (item,) = upcoming(store, now=NOW)
    assert item.meeting_date == date(2026, 9, 29)
    assert "its own announcement of the next meeting" in item.what


def test_a_meeting_that_is_called_off_gives_way_to_the_next(store: Session) -> None:
    pending(store, date(2026, 9, 10))
    shelf.meeting(store, date(2026, 10, 13), time="19:00", status="cancelled")
    store.flush()
    (item,) = upcoming(store, now=NOW)
    assert item.meeting_date == date(2026, 11, 10)
    assert "no meeting that we know of comes before 17 September 2026" in item.what


def test_a_foreseen_date_gives_way_to_a_listed_meeting_near_it(store: Session) -> None:
    pending(store, date(2026, 9, 10))
    shelf.meeting(store, date(2026, 10, 15), time="18:30", location="12 Hall Road")
    store.flush()
    (item,) = upcoming(store, now=NOW)
    assert (item.meeting_date, item.meeting_time, item.place) == (
        date(2026, 10, 15), "18:30", "12 Hall Road",
    )  # fmt: skip
    late = upcoming(store, now=at(date(2026, 9, 12)))
    assert [one.meeting_date for one in late] == [date(2026, 10, 15)]
