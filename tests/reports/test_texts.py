"""Small text rules: cleaning, links, dates, numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import texts


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        (" Pike  Hollow\n", "Pike Hollow"),
        ("Pike\u202eHollow", "PikeHollow"),
        ("Pike\x00\x1b[31mHollow", "Pike[31mHollow"),
        ("Pike\u200bHollow\u2066", "PikeHollow"),
        ("Añasco‑Pueblo", "Añasco‑Pueblo"),
        (None, ""),
    ],
)
def test_names_lose_what_turns_or_hides_letters(given_text: str | None, shown: str) -> None:
    assert texts.clean(given_text) == shown


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert texts.clean(texts.clean(text)) == texts.clean(text)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://pikehollow.example/a?b=1#c", True),
        ("http://127.0.0.1:8080/x.pdf", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("//pikehollow.example/x", False),
        ("https:\\\\pikehollow.example", False),
        ("https://user@pikehollow.example/", False),
        ("https://pikehollow.example/a\nb", False),
        ("https://pikehollow.example/\u202egpj", False),
        ("https://", False),
        ("https://[bad", False),
        ("", False),
        (None, False),
    ],
)
def test_only_plain_web_addresses_are_linked(url: str | None, linked: bool) -> None:
    assert texts.safe_url(url) == (url if linked else None)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [("19:00", "7:00 pm"), ("09:30", "9:30 am"), ("00:15", "12:15 am"), ("12:00", "12:00 pm"),
     ("19:00:00", "7:00 pm"), (None, ""), ("after dark", "after dark")],
)  # fmt: skip
def test_times_as_people_say_them(printed: str | None, shown: str) -> None:
    assert texts.clock_time(printed) == shown


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2026, 9, 7), date(2026, 9, 14), "7–14 September 2026"),
        (date(2026, 8, 31), date(2026, 9, 7), "31 August – 7 September 2026"),
        (date(2025, 12, 29), date(2026, 1, 5), "29 December 2025 – 5 January 2026"),
    ],
)
def test_periods(first: date, last: date, shown: str) -> None:
    assert texts.period(first, last) == shown


@pytest.mark.parametrize(
    "word", ["illegal", "secret", "violated", "hid", "refused", "failed to", "without authority"]
)
def test_a_remark_with_a_word_we_never_use_is_left_out(word: str) -> None:
    assert texts.remark(f"The request was {word.upper()} there") == ""


@pytest.mark.parametrize(
    ("remark", "shown"),
    [
        ("saved 2026-09-10 (late)", "saved 10 Sep 2026 (late)"),
        ("Resolution 2026-05", "Resolution 2026-05"),
        ("no day 2026-13-40", "no day 2026-13-40"),
        ("id 2026-09-10-7", "id 2026-09-10-7"),
    ],
)
def test_dates_in_remarks_read_as_dates(remark: str, shown: str) -> None:
    assert texts.remark(remark) == shown


@pytest.mark.parametrize("remark", ["timed out after 30 s", "hidden rows were read", "HTTP 403"])
def test_other_remarks_stay(remark: str) -> None:
    assert texts.remark(remark) == remark


@pytest.mark.parametrize(
    ("names", "limit", "shown"),
    [([], None, ""), (["A"], None, "A"), (["A", "B"], None, "A and B"),
     (["A", "B", "C"], None, "A, B and C"), (["A", "B", "C"], 2, "A, B and 1 more")],
)  # fmt: skip
def test_lists_of_names(names: list[str], limit: int | None, shown: str) -> None:
    assert texts.listed(names, limit) == shown


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, "no bodies"), (1, "one body"), (2, "two bodies"), (1300, "1,300 bodies")],
)
def test_counted_things(count: int, shown: str) -> None:
    assert texts.plural(count, "body", "bodies") == shown


@pytest.mark.parametrize(
    ("moment", "start"),
    [
        (datetime(2026, 9, 14, 11, tzinfo=UTC), datetime(2026, 9, 14, 4, tzinfo=UTC)),
        (datetime(2026, 9, 14, 3, tzinfo=UTC), datetime(2026, 9, 7, 4, tzinfo=UTC)),
        (datetime(2026, 11, 2, 12, tzinfo=UTC), datetime(2026, 11, 2, 5, tzinfo=UTC)),
        (datetime(2026, 11, 1, 12, tzinfo=UTC), datetime(2026, 10, 26, 4, tzinfo=UTC)),
    ],
)
def test_weeks_begin_on_monday_on_the_clock_of_the_place(moment: datetime, start: datetime) -> None:
    assert texts.week_start(moment, "America/New_York") == start


@pytest.mark.parametrize(
    ("words", "shown"),
    [("the council answers", "The council answers."), ("Done..", "Done."), (" ", ""), ("", "")],
)
def test_sentences(words: str, shown: str) -> None:
    assert texts.sentence(words) == shown


@given(st.text())
def test_file_name_parts_hold_letters_digits_and_hyphens(text: str) -> None:
    assert set(texts.slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
