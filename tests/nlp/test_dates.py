"""Printed dates, file names, and whose minutes are approved."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import dates
from nlp.meta.approvals import AFTER, LONG_AGO, NO_DATE, NO_DAY, NO_YEAR, approvals, sure
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
        ("the 12th day of January, 2026", ["2026-01-12"]),
        ("Monday, the fourth day of May next A. D. 2026", ["2026-05-04"]),
        ("April21,2026", ["2026-04-21"]),
        ("March 13., 2026", ["2026-03-13"]),
        ('August 25", 2026', ["2026-08-25"]),
        ("JUNE 16 \n, \n2026", ["2026-06-16"]),
        ("March 3-4, 2026", ["2026-03-03", "2026-03-04"]),
        ("March 3, 2026 - 7 p.m.", ["2026-03-03"]),
        ("adopted 3/19/70", ["1970-03-19"]),
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


MONTHS = ("January", "February", "March", "April", "May", "June")
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
        (
            "APPROVAL OF MINUTES OF 1/6/26 (continued to 1/9/26 and 1/10/26), 1/20/26, AND 2/3/26",
            ["2026-01-06", "2026-01-20", "2026-02-03"],
        ),
        (
            "APPROVAL OF THE MINUTES FOR\n\u2022 March 3, 2026\n\u2022 March 10, 2026\nREPORTS",
            ["2026-03-03", "2026-03-10"],
        ),
        (
            "CONSENT CALENDAR\nA. January 13, February 3, and February 10, 2026 Minutes\nB. Bills",
            ["2026-01-13", "2026-02-03", "2026-02-10"],
        ),
        (
            "Motion to approve the minutes as written of the March 10, 2026 Board meeting.",
            ["2026-03-10"],
        ),
        (
            "Motion to approve the minutes of the Budget meeting on March 10, 2026, made by Odell.",
            ["2026-03-10"],
        ),
        (
            "Approval of March 3, 2026, Board minutes, March 10, 2026, Budget\nWorkshop minutes",
            ["2026-03-03", "2026-03-10"],
        ),
        (
            "Motion to approve the executive session minutes of 3/3 & 3/10.",
            ["2026-03-03", "2026-03-10"],
        ),
        ("The Board approved the preceding minutes on April 14, 2026", []),
        ("Motion to approve the minutes of March 31, 2026.", []),
        ("Motion to accept the minutes for March 10 & March 24. Carried.", ["2026-03-10"]),
        ("The minutes were approved. The next meeting is April 14, 2026.", []),
        ("Minutes approved at the April 6, 2026 meeting.", []),
        ("Minutes of March 24, 2026", []),
        ("Motion to approve the minutes and the March 1, 2026 treasurer's report.", []),
        ("Mr. Lund spoke for ten minutes about March 3, 2026.", []),
        ("The last meeting's minutes were approved as read.", []),
    ],
)
def test_whose_minutes_are_approved(text: str, days: list[str]) -> None:
    assert [d.isoformat() for d in sure(approvals(text, MEETING))] == days


@pytest.mark.parametrize(
    ("text", "value", "doubt"),
    [
        ("Motion to approve the December board minutes. Carried.", "2025-12", NO_DAY),
        ("Motion to approve the minutes of the last regular meeting.", "", NO_DATE),
        ("a. APPROVAL OF AGENDA\nb. APPROVAL OF MINUTES\nc. CHECKS", "", NO_DATE),
        ("Motion to approve the minutes of March 31, 2026.", "2026-03-31", AFTER),
        ("Motion to approve the minutes of March 10, 2024.", "2024-03-10", LONG_AGO),
    ],
)
def test_doubtful_approvals(text: str, value: str, doubt: str) -> None:
    (told,) = approvals(text, MEETING)
    assert (told.value, told.doubts) == (value, (doubt,))


def test_an_approval_without_a_year_needs_the_meeting() -> None:
    (told,) = approvals("Motion to approve the minutes of March 10.", None)
    assert (told.value, told.doubts) == ("", (NO_YEAR,))


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        (
            "Council Meeting January 17, 2025\nA. Approval of the October 9, 2025 Minutes",
            "01.17.2026 agenda.docx",
            "2026-01-17",
        ),
        (
            "COUNCIL\nMINUTES\nMotion to approve March 3, 2026 meeting minutes.",
            "2026-03-17 Minutes.pdf",
            "2026-03-17",
        ),
        ("MEETINGS 2026\n" + "".join(f"{m} 5, 2026  7 pm\n" for m in MONTHS), "", None),
        (
            "7.1. Item\nadjourned to April 7, 2026\n\nMarch 24, 2026 Town Council Minutes Page 9",
            "",
            "2026-03-24",
        ),
        (
            "REGULAR MEETING - MARCH 24, 2026\n(CONTINUED TO MARCH 31, 2026)\nCalled to order.",
            "",
            "2026-03-24",
        ),
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
    found = meeting_date(text, name, approvals(text, None))
    assert (found.value if found else None) == day


def test_file_name_and_text_that_disagree_are_a_doubt() -> None:
    found = meeting_date("Regular meeting held December 16, 2025", "January 13, 2026.pdf")
    assert found is not None
    assert found.value == "2025-12-16"
    assert found.doubts == ("the file name says 2026-01-13, the text 2025-12-16",)


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("Council Minutes\nMarch 10, 2025", "Minutes March 2026.pdf", "2026-03"),
        ("Council Minutes\nMonday, March 10, 2026", "", "is a Tuesday"),
    ],
)
def test_doubts_about_the_date(text: str, name: str, part: str) -> None:
    found = meeting_date(text, name)
    assert found is not None
    assert any(part in doubt for doubt in found.doubts)
