"""The words of a cadence, and the dates they give."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.cadence import CadenceUnreadable, parse


def _days(text: str, first: str, last: str) -> list[str]:
    found = parse(text).dates(date.fromisoformat(first), date.fromisoformat(last))
    return [day.isoformat() for day in found]


@pytest.mark.parametrize(
    ("text", "first", "last", "wanted"),
    [
        ("second and fourth Tuesday 19:00", "2026-01-01", "2026-02-28",
         ["2026-01-13", "2026-01-27", "2026-02-10", "2026-02-24"]),
        ("2nd & 4th Tuesdays at 7:00 p.m.", "2026-01-01", "2026-01-31",
         ["2026-01-13", "2026-01-27"]),
        ("every other Thursday from 2026-01-08", "2026-01-01", "2026-02-10",
         ["2026-01-08", "2026-01-22", "2026-02-05"]),
        ("every other Thursday from 2026-01-08", "2026-03-01", "2026-03-20",
         ["2026-03-05", "2026-03-19"]),
        ("third Monday, except December", "2026-11-01", "2027-01-31",
         ["2026-11-16", "2027-01-18"]),
        ("third Monday except July and August 18:30", "2026-06-01", "2026-09-30",
         ["2026-06-15", "2026-09-21"]),
        ("first Wednesday and third Thursday", "2026-04-01", "2026-04-30",
         ["2026-04-01", "2026-04-16"]),
        ("first and third Monday and second Tuesday", "2026-06-01", "2026-06-30",
         ["2026-06-01", "2026-06-09", "2026-06-15"]),
        ("last Thursday of the month", "2026-02-01", "2026-03-31", ["2026-02-26", "2026-03-26"]),
        ("fifth Friday", "2026-01-01", "2026-04-30", ["2026-01-30"]),
        ("every Monday at noon", "2026-06-01", "2026-06-15",
         ["2026-06-01", "2026-06-08", "2026-06-15"]),
        ("second Monday", "2026-10-01", "2026-10-31", ["2026-10-12"]),  # a federal holiday
        ("third Monday in March, June, September and December", "2026-01-01", "2026-07-31",
         ["2026-03-16", "2026-06-15"]),
        ("first Monday at 7 p.m.; if a holiday, the Tuesday after", "2026-09-01", "2026-10-31",
         ["2026-09-07", "2026-10-05"]),
        ("third Monday 19:00, unless that day is a legal holiday", "2026-01-01", "2026-02-28",
         ["2026-01-19", "2026-02-16"]),
        ("second Tuesday, except 2026-01-13", "2026-01-01", "2026-02-28", ["2026-02-10"]),
    ],
)  # fmt: skip
def test_words_give_dates(text: str, first: str, last: str, wanted: list[str]) -> None:
    assert _days(text, first, last) == wanted


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("whenever the chair calls", "'whenever', 'chair', 'calls'"),
        ("second and fourth", "weekday"),
        ("every other Thursday", "from"),
        ("second Tuesdy", "'tuesdy'"),
        ("", "weekday"),
        ("first Monday 27:00", "27:00"),
        ("every other Thursday from 2026-13-08", "2026-13-08"),
        ("third Monday, except Yule", "'yule'"),
        ("every other second Monday from 2026-01-05", "contradict"),
    ],
)
def test_what_is_not_understood_is_named(text: str, named: str) -> None:
    with pytest.raises(CadenceUnreadable, match=named):
        parse(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("first Monday 19:00", time(19)), ("first Monday at 7 p.m.", time(19)),
     ("first Monday 6:30 pm", time(18, 30)), ("first Monday at noon", time(12)),
     ("first Monday", None)],
)  # fmt: skip
def test_time_of_day(text: str, wanted: time | None) -> None:
    assert parse(text).at == wanted


_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@given(
    weekday=st.integers(0, 6),
    which=st.sampled_from([(1, "first"), (2, "second"), (3, "third"), (4, "fourth")]),
    first=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    span=st.integers(0, 400),
)
def test_every_date_is_what_its_words_say(
    weekday: int, which: tuple[int, str], first: date, span: int
) -> None:
    number, word = which
    last = first + timedelta(days=span)
    dates = parse(f"{word} {_NAMES[weekday]}").dates(first, last)
    wanted = [
        first + timedelta(days=n)
        for n in range(span + 1)
        if (first + timedelta(days=n)).weekday() == weekday
        and ((first + timedelta(days=n)).day - 1) // 7 + 1 == number
    ]
    assert list(dates) == wanted


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(CadenceUnreadable):
        parse(text).dates(date(2026, 1, 1), date(2026, 12, 31))
