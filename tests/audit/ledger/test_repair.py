"""Cell texts as ICE types them, and what they are read as."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.ledger import repair
from audit.states import STATE_NAMES, state_code

SAVED = datetime(2026, 1, 7, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("PENNSYLVANIA", "PA"),
        ("PENNSLYVANIA", "PA"),
        (" TEXAS ", "TX"),
        ("UTAHJ", "UT"),
        ("WEST VIRGINA", "WV"),
        ("WEST  VIRGINIA", "WV"),
        ("MCHIGAN", "MI"),
        ("New Hamsphire", "NH"),
        ("NORTHERN MARIANA ISLANDS", "MP"),
        ("GUAM", "GU"),
        ("ks", "KS"),
        ("CAROLINA", None),
        ("", None),
        ("Ontario", None),
        ("Kansas and Arkansas", None),
    ],
)
def test_states(text: str, code: str | None) -> None:
    assert state_code(text) == code


@given(st.sampled_from(sorted(STATE_NAMES.items())), st.data())
def test_one_letter_lost_never_makes_another_state(
    state: tuple[str, str], data: st.DataObject
) -> None:
    code, name = state
    at = data.draw(st.integers(0, len(name) - 1))
    assert state_code(name[:at] + name[at + 1 :]) in {code, None}


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("Task Force Model", repair.TASK_FORCE),
        ("Task Force Officer", repair.TASK_FORCE),
        ("Taks Force Model", repair.TASK_FORCE),
        ("TASK FORCE", repair.TASK_FORCE),
        ("Jail Enforcement Model", repair.JAIL),
        ("Warrant Services Officer", repair.WARRANT),
        ("Warrent Service Office", repair.WARRANT),
        ("Tribal Task Force Model", repair.TRIBAL),
        ("Something New", "Something New"),
    ],
)
def test_models(text: str, model: str) -> None:
    assert repair.model_name(text) == model


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("County", "County"),
        ("Muncipality", "Municipality"),
        ("Municipal", "Municipality"),
        ("State", "State Agency"),
        ("State Agency", "State Agency"),
        ("#NA", None),
        ("", None),
        ("Other", None),
    ],
)
def test_types(text: str, kind: str | None) -> None:
    assert repair.agency_kind(text) == kind


@pytest.mark.parametrize(
    ("text", "state", "county"),
    [
        ("#N/A", "PA", None),
        ("N/A", "PA", None),
        ("", "PA", None),
        ("Larkmoor", "PA", "Larkmoor County"),
        ("Larkmoor Conty", "TX", "Larkmoor County"),
        ("Larkmoor Countey", "TX", "Larkmoor County"),
        ("Larkmoor", "LA", "Larkmoor Parish"),
        ("Larkmoor Parish", "LA", "Larkmoor Parish"),
        ("Prince Larkmoor’s County", "MD", "Prince Larkmoor's County"),
    ],
)
def test_counties(text: str, state: str, county: str | None) -> None:
    assert repair.county_name(text, state) == county


@pytest.mark.parametrize(
    ("value", "day", "doubtful"),
    [
        (datetime(2026, 1, 6), date(2026, 1, 6), False),  # noqa: DTZ001 - as openpyxl gives it
        (date(2020, 3, 17), date(2020, 3, 17), False),
        ("05/082025", date(2025, 5, 8), True),
        ("7/72025", date(2025, 7, 7), True),
        ("8/282025", date(2025, 8, 28), True),
        ("0812/2025", date(2025, 8, 12), True),
        ("12/5/2025", date(2025, 12, 5), True),
        ("2025-12-05", date(2025, 12, 5), True),
        ("12/5/25", date(2025, 12, 5), True),
        ("12/5/20025", date(2025, 12, 5), True),
        (date(5025, 6, 30), date(2025, 6, 30), True),
        (date(2027, 1, 5), date(2026, 1, 5), True),
        (date(2025, 12, 24), date(2025, 12, 24), False),
        (date(2026, 11, 5), date(2025, 11, 5), True),
        ("soon", None, True),
        ("13/45/2025", None, True),
        ("", None, False),
        (None, None, False),
        ("#N/A", None, False),
    ],
)
def test_signed(value: object, day: date | None, doubtful: bool) -> None:
    read, doubt = repair.signed_date(value, SAVED)
    assert read == day
    assert bool(doubt) == doubtful


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_doubt_or_blank(text: str) -> None:
    day, doubt = repair.signed_date(text, SAVED)
    assert day is None or doubt


@given(st.dates(date(2019, 1, 1), date(2026, 1, 7)))
def test_a_date_cell_is_never_changed(day: date) -> None:
    assert repair.signed_date(day, SAVED) == (day, "")


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("https://www.ice.gov/doclib/a.pdf", "https://www.ice.gov/doclib/a.pdf"),
        ("http://www.ice.gov/doclib/a.pdf", "https://www.ice.gov/doclib/a.pdf"),
        ("https:/www.ice.gov/doclib/a.pdf", "https://www.ice.gov/doclib/a.pdf"),
        (
            "https://gcc02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.ice.gov%2Fa.pdf&x=1",
            "https://www.ice.gov/a.pdf",
        ),
        (
            "chrome-extension://abcdef/https:/www.ice.gov/doclib/a.pdf",
            "https://www.ice.gov/doclib/a.pdf",
        ),
        ("mailto:someone@example.org", None),
        ("", None),
        (None, None),
        ("a.pdf", None),
        ("https://[broken", None),
    ],
)
def test_links(target: str | None, url: str | None) -> None:
    assert repair.link_target(target) == url


@given(st.text())
def test_clean_is_one_line(text: str) -> None:
    cleaned = repair.clean(text)
    assert cleaned == " ".join(cleaned.split())
    assert repair.clean(cleaned) == cleaned
