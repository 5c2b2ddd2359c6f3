"""Where the marks of a timeline stand."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reports.charts.timeline import REACH, timeline
from reports.week import Mark
from tests.reports.weeks import card, table, voted

TODAY = date(2026, 9, 14)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


def test_lanes_say_what_they_hold() -> None:
    line = timeline(voted(), TODAY)
    assert line is not None
    assert [lane.head for lane in line.lanes] == [
        "Meetings: minutes of 12 of 12 read",
        "Agenda naming it first seen: 6 Apr 2026",
        "Vote: 8 Apr 2026 (5–2)",
        "Signed: agency 20 Apr 2026, ICE 4 May 2026",
        "On ICE’s list: 7 May 2026 to 1 Jun 2026, since 9 Jun 2026",
    ]
    assert "Vote: 8 Apr 2026 (5–2)." in line.text


def test_marks_stand_in_the_order_of_their_days() -> None:
    line = timeline(voted(), TODAY)
    assert line is not None
    vote = line.lanes[2].points[0].x
    agency, ice = line.lanes[3].points
    assert vote < agency.x < ice.x < line.lanes[4].bars[0].x
    assert line.signed == agency.x
    assert line.lanes[4].bars[1].open


def test_read_and_missing_minutes_have_different_shapes() -> None:
    line = timeline(card(tables=(table(states="rmaucn"),)), TODAY)
    assert line is not None
    assert [point.shape for point in line.lanes[0].points] == [
        "m-read", "m-missing", "m-awaited", "m-unread", "m-cancelled", "m-not_held",
    ]  # fmt: skip


def test_each_body_has_a_lane_of_its_own() -> None:
    line = timeline(card(tables=(table("Council A"), table("Commission B"))), TODAY)
    assert line is not None
    assert [lane.head.split(":")[0] for lane in line.lanes[:2]] == ["Council A", "Commission B"]


def test_events_stand_in_where_there_is_no_table() -> None:
    marks = (Mark("meeting", date(2026, 1, 1)), Mark("meeting", date(2026, 2, 1), good=False))
    line = timeline(card(tables=(), marks=marks), TODAY)
    assert line is not None
    assert line.lanes[0].head == "Meetings: minutes of 1 of 2 read"
    assert [point.shape for point in line.lanes[0].points] == ["m-read", "m-missing"]


def test_too_few_dates_are_not_drawn() -> None:
    assert timeline(card(tables=(), marks=(), spells=(), window=None), TODAY) is None


def test_nothing_after_the_report_is_drawn() -> None:
    marks = (Mark("vote", date(2026, 9, 1)), Mark("vote", date(2026, 10, 1)))
    line = timeline(card(marks=marks), TODAY)
    assert line is not None
    assert [len(lane.points) for lane in line.lanes if lane.head.startswith("Vote")] == [1]
    assert line.ticks[-1].label == "14 Sep 2026"


@given(
    st.lists(st.tuples(st.sampled_from(["vote", "ice_signed", "agenda_posted", "pending"]), DAYS)),
    DAYS,
    st.integers(0, 900),
    DAYS,
)
def test_every_mark_stands_inside_the_drawing(
    marks: list[tuple[str, date]], first: date, length: int, today: date
) -> None:
    made = card(
        marks=tuple(Mark(kind, day) for kind, day in marks),
        spells=((first, None),) if first <= today else (),
        window=(first, first + timedelta(days=length)) if first <= today else None,
    )
    line = timeline(made, today)
    if line is None:
        return
    for lane in line.lanes:
        assert all(0 <= point.x <= 100 for point in lane.points)
        assert all(0 <= bar.x <= 100 for bar in lane.bars)
        assert all(len(words) <= REACH for _, words in lane.lines)
        assert lane.below <= line.axis_y
    edges = [tick.x for tick in line.ticks]
    assert edges == sorted(edges)
    assert len(edges) <= 6
