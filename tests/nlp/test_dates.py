"""Printed dates, file names, and whose minutes are approved."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import dates
from nlp.meta.approvals import approves
from nlp.meta.day import meeting_date


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("March 10 and 24, 2026", ["2026-03-10", "2026-03-24"]),
        ("the March 10 and March 24, 2026 meetings", ["2026-03-10", "2026-03-24"]),
        ("June 2, 9, and 16, 2026", ["2026-06-02", "2026-06-09", "2026-06-16"]),
        ("MARCH 10, 2026", ["2026-03-10"]),
        ("3/10/26", ["2026-03-10"]),
        ("10th of March, 2026", ["2026-03-10"]),
        ("Feb. 3rd 2026", ["2026-02-03"]),
        ("June 9,\n2026", ["2026-06-09"]),
        ("2026-03-10", ["2026-03-10"]),
        ("Item 5-3-2, 6:30 pm, $287.47", []),
        ("February 30, 2026", []),
    ],
)
def test_shapes(text: str, days: list[str]) -> None:
    found = [f.on() for f in dates.find(text)]
    assert [d.isoformat() for d in found if d] == days


@given(
    st.dates(date(1995, 1, 1), date(2060, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%m/%d/%Y", "%Y-%m-%d"]),
)
def test_a_printed_date_is_found_where_it_stands(day: date, shape: str) -> None:
    text = f"Minutes of the meeting held {day.strftime(shape)} at Borough Hall"
    found = dates.find(text)
    assert [f.on() for f in found] == [day]
    assert text[found[0].start : found[0].end] == day.strftime(shape)


@pytest.mark.parametrize(
    "name",
    [
        "03.10.2026 RM Minutes.docx",
        "20260310-min.pdf",
        "minutes_03102026.pdf",
        "March 10, 2026 Minutes.pdf",
        "03_10_26_public.pdf",
        "03-10-2026-RM-Minutes.docx",
    ],
)
def test_file_names(name: str) -> None:
    assert date(2026, 3, 10) in dates.in_name(name)


MEETING = date(2026, 3, 24)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Approval of the minutes of the March 10, 2026 regular meeting: Motion by Ms. Odell.",
            ["2026-03-10"],
        ),
        ("Motion to approve the minutes of the March 10 meeting.", ["2026-03-10"]),
        ("Motion to approve the minutes of the December 9 meeting.", ["2025-12-09"]),
        (
            "Odell moved to approve the March 3 and March 10, 2026 minutes.",
            ["2026-03-03", "2026-03-10"],
        ),
        (
            "It was moved that the minutes of the February 10 regular meeting be approved.",
            ["2026-02-10"],
        ),
        (
            "3. Approval of Minutes\na. February 10, 2026 Regular Meeting\nb. March 3, 2026 Work",
            ["2026-02-10", "2026-03-03"],
        ),
        (
            "Motion to approve the minutes of the special Board meeting on March 8, 2026, made.",
            ["2026-03-08"],
        ),
        (
            "the consent calendar of the February 20, 2026 Regular Meeting Minutes were approved",
            ["2026-02-20"],
        ),
        ("The minutes were approved. The next meeting is April 14, 2026.", []),
        ("Minutes approved at the April 6, 2026 meeting.", []),
        ("Minutes of March 24, 2026", []),
        ("Motion to approve the minutes and the March 1, 2026 treasurer's report.", []),
        ("Mr. Lund spoke for ten minutes about March 3, 2026.", []),
        ("The last meeting's minutes were approved as read.", []),
    ],
)
def test_whose_minutes_are_approved(text: str, days: list[str]) -> None:
    assert [d.isoformat() for d in approves(text, MEETING)] == days


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        (
            "Council Minutes\nMarch 10, 2026\nMinutes of February 10, 2026 were approved.",
            "",
            "2026-03-10",
        ),
        ("Posted March 6, 2026\nAGENDA\nRegular meeting of March 10, 2026", "", "2026-03-10"),
        (
            "The council met on Tuesday, March 10, 2026. Next meeting April 14, 2026.",
            "",
            "2026-03-10",
        ),
        ("Regular meeting January 16, 2:00 PM", "01.16.2026 agenda.pdf", "2026-01-16"),
        ("No date here", "03.10.2026.pdf", "2026-03-10"),
        ("No date here", "minutes.pdf", None),
    ],
)
def test_the_meeting_date(text: str, name: str, day: str | None) -> None:
    found, _ = meeting_date(text, name)
    assert (found.isoformat() if found else None) == day


def test_file_name_and_text_that_disagree_are_a_doubt() -> None:
    found, doubts = meeting_date("Regular meeting held December 16, 2025", "January 13, 2026.pdf")
    assert found == date(2025, 12, 16)
    assert doubts
