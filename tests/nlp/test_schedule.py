"""Printed schedules and stated rhythms: what is read, and what speaks of another board."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.meta.schedule import dates_of, rhythms_of

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
        (SCHEDULE + "Planning Commission\nJanuary 20, 2026\n", "unknown"),
        (SCHEDULE.replace("2026 MEETING", "MEETING"), "unknown"),  # of which year?
        ("2026 MEETING SCHEDULE\nJanuary 13\nFebruary 10\n", "unknown"),
    ],
)
def test_no_schedule(text: str, kind: str) -> None:
    assert dates_of(text, kind, BODY) is None


@given(st.text(alphabet="meetings held on the first, and Monday.\n2026 May13", max_size=400))
def test_any_text(text: str) -> None:
    for one in rhythms_of(text, BODY):
        assert 0 <= one.start < one.end <= len(text)
    found = dates_of(text, "unknown", BODY)
    assert found is None or found.end <= len(text)
