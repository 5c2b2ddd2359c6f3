"""Printed schedules and stated rhythms: what is read, and what speaks of another board."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.meta.grid import Grid
from nlp.meta.rhythm import rhythms_of
from nlp.meta.schedule import dates_of, stands_alone

BODY = "Alderwick Borough Council"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (("The Borough Council meets on the second and fourth Tuesday of each month, except "
         "December, at 7 p.m."), ["second and fourth tuesday except december"]),
        ("Regular meetings are held the first Monday at 7 p.m.; if a holiday, the Tuesday after.",
         ["first monday"]),
        ("Council meets at 7:00 p.m. on the 2nd Tuesday of every month except July and August.",
         ["2nd tuesday except july august"]),
        ("The Board meets the third Monday of March, June and September.",
         ["third monday in march june september"]),
        ("Meetings shall be held on the first Monday and the third Thursday.",
         ["first monday and third thursday"]),
        ("REGULAR MEETINGS: Second and Fourth Tuesdays, 6:30 p.m.",
         ["second and fourth tuesdays"]),
        ("Motion to adopt the meeting schedule: the third Tuesday of each month, except July.",
         ["third tuesday except july"]),
        ("The board meets the third Tuesday of each month except July, when it meets the 14th.",
         ["third tuesday"]),
        ("Next meeting: second Tuesday", []),
        ("The Planning Commission meets the third Wednesday.", []),
        ("Work sessions: the council meets the first Monday.", []),
        ("We will meet the first Monday in June.", []),
        ("The council meets the first Monday in January to organize.", []),
        ("The next meeting is Tuesday, April 4.", []),
    ],
)  # fmt: skip
def test_rhythms(text: str, wanted: list[str]) -> None:
    assert [one.value for one in rhythms_of(text, BODY)] == wanted


def test_a_planning_commission_may_speak_of_itself() -> None:
    text = "The Planning Commission meets the third Wednesday."
    assert [one.value for one in rhythms_of(text, "Alderwick Planning Commission")] == [
        "third wednesday"
    ]


SCHEDULE = """Alderwick Borough Council
2026 MEETING SCHEDULE
January 13
February 10
March 10 and March 24
May 12 - no meeting
June 9
"""
DAYS = "2026-01-13 2026-02-10 2026-03-10 2026-03-24 2026-06-09"


def test_a_printed_schedule() -> None:
    found = dates_of(SCHEDULE, "unknown", BODY)
    assert found is not None
    assert found.value == DAYS
    assert "January 13" in SCHEDULE[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SCHEDULE, "minutes"),
        (SCHEDULE.replace("2026 MEETING SCHEDULE", "Holidays of 2026"), "unknown"),
        (SCHEDULE.replace("2026 MEETING", "MEETING"), "unknown"),  # of which year?
        ("2026 MEETING SCHEDULE\nJanuary 13\nFebruary 10\n", "unknown"),
    ],
)
def test_no_schedule(text: str, kind: str) -> None:
    assert dates_of(text, kind, BODY) is None


LISTS = {
    "a legal notice": """BOROUGH OF ALDERWICK
NOTICE is hereby given that the Borough Council will hold its regular public meetings for the year
2026 at 7:00 P.M. in the Borough Hall, 3 Mill Street, on the following dates:

January 13
February 10
March - no meeting
April 14, May 12
""",
    "below the welcome of a page": "Welcome to Alderwick. " * 60
    + """
2026 Meeting Dates
January 13  |  February 10
April 14  |  May 12
Planning Commission
January 20  |  February 17  |  March 17  |  April 21
""",
    "one column for each board": """Town of Alderwick
2026 MEETING SCHEDULE

Town Council          Planning Board        Zoning Board
Jan 13                Jan 7                 Jan 21
Feb 10                Feb 4                 Feb 18
Apr 14                                      Apr 15
May 12                May 6                 May 20
""",
    "deadlines beside the dates": """Alderwick Borough Council
2026 Meeting Calendar
Meeting Date | Agenda Deadline
January 13, 2026 | January 2, 2026
February 10, 2026 | January 30, 2026
April 14, 2026 | April 3, 2026
May 12, 2026 | May 1, 2026

2026 Holidays
July 3, 2026
September 7, 2026
November 26, 2026
December 25, 2026
""",
    "a line of dates": """CITY OF ALDERWICK
City Council Regular Meetings 2026
1/13/2026, 2/10/2026, 4/14/2026, 5/12/2026
No meeting 12/22/2026
""",
    "another board's heading below": """Alderwick Borough Council
2026 MEETING SCHEDULE
January 13
February 10
April 14
May 12
Planning Commission
January 20, 2026
""",
}
ADOPTED = """MINUTES
Alderwick Borough Council
Reorganization Meeting, January 5, 2026
Motion by Hale, second by Ott, to adopt the following meeting dates for 2026: January 13,
February 10, April 14, May 12. Motion carried 5-0.
Invoices of March 3, March 10, March 17 and March 24, 2026 were paid.
"""


@pytest.mark.parametrize("what", LISTS)
def test_lists(what: str) -> None:
    found = dates_of(LISTS[what], "unknown", "")
    assert found is not None
    assert found.value == "2026-01-13 2026-02-10 2026-04-14 2026-05-12"
    assert stands_alone(LISTS[what], found)


def test_minutes_that_adopt_a_list() -> None:
    """Only that list: minutes print many other dates."""
    found = dates_of(ADOPTED, "minutes", BODY)
    assert found is not None
    assert found.value == "2026-01-13 2026-02-10 2026-04-14 2026-05-12"
    assert not stands_alone(ADOPTED, found)
    assert dates_of(ADOPTED.replace("adopt", "discuss"), "minutes", BODY) is None


def test_a_cell_is_counted_or_measured() -> None:
    grid = Grid.of("Council      Planning", lambda cell: "Planning" in cell)
    assert grid is not None
    assert (grid.keeps("Jan 1   Jan 2", 0), grid.keeps("Jan 1   Jan 2", 8)) == (True, False)
    assert (grid.keeps("             Jan 2", 13), grid.keeps("Jan 1", 0)) == (False, True)
    assert Grid.of("Council", lambda _: False) is None


@given(st.text(alphabet="meetings held on the first, and Monday.\n2026 May13", max_size=400))
def test_any_text(text: str) -> None:
    for one in rhythms_of(text, BODY):
        assert 0 <= one.start < one.end <= len(text)
    found = dates_of(text, "unknown", BODY)
    assert found is None or found.end <= len(text)
