from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler import words

ROLES = [
    ("view agenda", "agenda"),
    ("9.16.2022 SPECIAL AGENDA", "agenda"),
    ("Agenda Enmiendada (Español)", "agenda"),
    ("Orden del día", "agenda"),
    ("Notice and Agenda", "agenda"),
    ("Agenda Packet", "agenda"),
    ("A g en d a Packet", "agenda"),
    ("Agenda of Rescheduled Board Meeting", "agenda"),
    ("Meeting Packet", "packet"),
    ("view minutes", "minutes"),
    ("Minu tes", "minutes"),
    ("Minutas", "minutes"),
    ("Agenda Item 4 – Meeting Minutes", "minutes"),
    ("7.7.2022 Agenda Cancellation", "notice"),
    ("FCC-Cancelled-04022024", "notice"),
    ("Notice of Rescheduled Board Meeting", "notice"),
    ("Polling Sheets", "other"),
    ("Directors Reports of Board Meeting", "other"),
    ("2026 Meeting Schedule", "other"),
    ("Letter to the vendor, February 2014", "other"),
    ("view addendum", "other"),
    ("Resolution 2026-14", "other"),
    ("January 13, 2026", None),
    ("Regular Meeting", None),
    ("Special Meeting – Budget Workshop", None),
    ("read more", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_roles(text: str, role: str | None) -> None:
    assert words.said(text).role == role


def test_what_is_worth_fetching() -> None:
    assert words.said("Resolution 2026-14").wanted
    assert words.said("view addendum").wanted
    assert not words.said("2026 Budget Presentation").wanted


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        ("2026 Meeting Schedule", True),
        ("2026_Council_Meeting_Dates", True),
        ("Schedule of the 2026 Regular Meetings", True),
        ("Board of Supervisors Meeting Calendar", True),
        ("Calendario de reuniones", True),
        ("Fee Schedule", False),
        ("Trash Collection Calendar", False),
        ("Meeting Room Schedule", False),
        ("Agendas and Meeting Schedule", False),
    ],
)
def test_the_dates_of_meetings_are_fetched(text: str, schedule: bool) -> None:
    said = words.said(text)
    assert said.schedule == schedule
    assert not schedule or (said.role, said.wanted) == ("other", True)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("2026 Agendas", "agenda"),
        ("Meeting Minutes", "minutes"),
        ("Agendas & Minutes", None),
        ("Agenda Packets", "agenda"),
        ("Notices", "notice"),
        ("Borough Council", None),
    ],
)
def test_headings_announce_one_role_or_none(text: str, role: str | None) -> None:
    assert words.heading_role(text) == role


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Special Council Meeting", "special"),
        ("Reunión Especial", "special"),
        ("Council Work Session", "work_session"),
        ("Caucus", "work_session"),
        ("Reorganization Meeting", "reorganization"),
        ("Closed Session", "executive"),
        ("Regular Meeting", "regular"),
        ("Council", "unknown"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert words.kind(text) == kind


def test_neutral_labels_leave_the_role_open() -> None:
    assert words.is_neutral("January 13, 2026 Regular Meeting (PDF)")
    assert words.is_neutral("click here to download")
    assert not words.is_neutral("Sept 2019 JOB")
    assert words.content_words("Polling Sheets January 2026") == {"polling", "sheets"}


@given(st.text(max_size=120))
def test_any_label_is_survived(text: str) -> None:
    assert words.said(text).role in (None, "agenda", "minutes", "packet", "notice", "other")
    words.kind(text)
    words.content_words(text)
