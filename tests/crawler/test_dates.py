from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler import dates

FULL = [
    ("9.16.2022 SPECIAL AGENDA", "2022-09-16"),
    ("7.21.22 REGULAR Agenda", "2022-07-21"),
    ("March 28, 2019 -- Minutes", "2019-03-28"),
    ("Sept. 26, 2019", "2019-09-26"),
    ("March 6 2020 - JOB Minutes", "2020-03-06"),
    ("Tuesday the 13th of January 2026", "2026-01-13"),
    ("13 de enero de 2026", "2026-01-13"),
    ("01-20-2026-Agenda-packet", "2026-01-20"),
    ("02-03-26Closed-session-agenda", "2026-02-03"),
    ("spagenda04012015", "2015-04-01"),
    ("pm091720", "2020-09-17"),
    ("20260113_minutes", "2026-01-13"),
    ("2026-01-13", "2026-01-13"),
    ("1/13/26", "2026-01-13"),
    ("Agenda 1 13 26", "2026-01-13"),
    ("January 13,2026", "2026-01-13"),
    ("Jan 13th, 2026", "2026-01-13"),
]
NONE = [
    "Agenda Items 8 9 10 11",
    "287(g) agreement",
    "February 30, 2026",
    "Resolution 2026-14",
    "May 4:30 pm",
    "Ordinance 1203",
    "marching band",
    "",
]


@pytest.mark.parametrize(("text", "expected"), FULL)
def test_full_dates(text: str, expected: str) -> None:
    assert dates.first_full(text) == date.fromisoformat(expected)


@pytest.mark.parametrize("text", NONE)
def test_no_full_date(text: str) -> None:
    assert dates.first_full(text) is None


def test_parts_wait_for_their_year() -> None:
    (part,) = dates.find("January 13")
    assert (part.year, part.month, part.day) == (None, 1, 13)
    assert dates.complete(part, 2026) == date(2026, 1, 13)
    assert dates.complete(part, None) is None
    (leap,) = dates.find("February 29")
    assert dates.complete(leap, 2026) is None
    (month,) = dates.find("Sept 2019 JOB")
    assert (month.year, month.month, month.day) == (2019, 9, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6:30 PM", "18:30"),
        ("7 p.m.", "19:00"),
        ("12:00 am", "00:00"),
        ("12:15 pm", "12:15"),
        ("noon", "12:00"),
        ("at 9:00 AM in the hall", "09:00"),
        ("January 13, 2026", None),
        ("1:30", None),
    ],
)
def test_times(text: str, expected: str | None) -> None:
    assert dates.find_time(text) == expected


def test_folders_are_months_only() -> None:
    uploaded = "https://x.example/wp-content/uploads/2026/01/a.pdf"
    assert dates.folder_month(uploaded) == date(2026, 1, 1)
    assert dates.folder_month("https://x.example/2026/13/a.pdf") is None


DAYS = st.dates(date(1995, 1, 1), date(2045, 12, 31))
FORMS = ["%B %d, %Y", "%b %d %Y", "%m/%d/%Y", "%m-%d-%Y", "%Y-%m-%d", "%m%d%Y", "%m.%d.%Y"]


@given(DAYS, st.sampled_from(FORMS), st.sampled_from(["", "Agenda ", "Minutes of the meeting of "]))
def test_every_printed_form_is_read_back(day: date, form: str, before: str) -> None:
    assert dates.first_full(before + day.strftime(form) + " Council") == day


@given(DAYS.filter(lambda d: 2000 <= d.year < 2050), st.sampled_from(["%m-%d-%y", "%m.%d.%y"]))
def test_short_years(day: date, form: str) -> None:
    assert dates.first_full(day.strftime(form)) == day


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    for found in dates.find(text):
        assert 0 <= found.start < found.end <= len(text)
    dates.find_time(text)
    dates.without(text)


def test_long_nonsense_is_quick() -> None:
    import time

    for text in ("a" * 200_000, " " * 200_000, "1" * 200_000, "1." * 100_000, "may " * 50_000):
        began = time.monotonic()
        dates.find(text)
        assert time.monotonic() - began < timedelta(seconds=5).total_seconds()
