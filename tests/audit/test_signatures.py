"""Which signature date is believed, and for which signing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.named import another
from audit.record import agreement_from_json
from audit.signatures import Reading, reading, signed, told
from audit.values import Agreement, Signed, Signing, Spell
from tests.audit.build import agreement

ICE = date(2026, 3, 10)
DAY = date(2026, 2, 28)
AT = datetime(2026, 4, 1, tzinfo=UTC)
SHA = "ab" * 32


def _agreement(*signings: date) -> Agreement:
    made = tuple(
        Signing(n, day, (Spell(datetime(day.year, day.month, day.day, tzinfo=UTC), AT),))
        for n, day in enumerate(signings or (ICE,), 1)
    )
    return agreement(signings=made, ice_signed=made[-1].ice_signed)  # type: ignore[no-any-return]


def _reading(day: date | None = DAY, source: str = "moa_text", **changes: Any) -> Reading:
    one = None if day is None else Signed(day, source, "Ada Odell", "Mayor", "mayor", SHA, 9, None)
    known = _agreement()
    made = Reading(known.id, known.state, known.agency, known.model, AT, one, sha256=SHA)
    return replace(made, **changes)


def _used(*readings: Reading, of: Agreement | None = None) -> Agreement:
    return signed([of or _agreement()], readings)[0]


def test_an_undoubted_date_becomes_the_agencys_own() -> None:
    found = _used(_reading())
    assert found.agency_signed == DAY
    assert found.signings[0].signed == _reading().signed
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("order", "day"),
    [
        (("moa_ocr", "moa_text", "moa_fields", "hand"), 4),
        (("moa_fields", "moa_ocr", "moa_text"), 1),
        (("moa_ocr", "moa_text"), 2),
    ],
)
def test_a_person_stands_before_fields_before_print_before_ocr(
    order: tuple[str, ...], day: int
) -> None:
    readings = [_reading(date(2026, 2, n), source) for n, source in enumerate(order, 1)]
    assert _used(*readings).agency_signed == date(2026, 2, day)


def test_of_two_corrections_the_newer_stands() -> None:
    first = _reading(date(2026, 2, 1), "hand", at=AT + timedelta(days=1))
    second = _reading(date(2026, 2, 2), "hand", at=AT + timedelta(days=2))
    assert _used(second, first).agency_signed == date(2026, 2, 2)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"doubts": ("agency: the date 2028-02-28 is after ICE's",)}, "is after ICE's"),
        ({"signed": None}, "was not read"),
        ({"parties": ("Manorham Police Department",)}, "names another agency"),
        ({"ice_date": date(2025, 3, 10)}, "fits no SIGNED"),
        ({"signed": replace(Signed(DAY, "moa_ocr"), date=ICE + timedelta(1))}, "fits no SIGNED"),
        ({"signed": Signed(ICE - timedelta(131), "moa_ocr")}, "fits no SIGNED"),
    ],
)
def test_a_date_with_a_doubt_is_not_used_and_says_why(changes: dict[str, Any], why: str) -> None:
    found = _used(_reading(**changes))
    assert found.agency_signed is None
    assert len(found.doubts) == 1
    assert why in found.doubts[0]
    assert SHA[:12] in found.doubts[0]


@pytest.mark.parametrize("days", [0, 130])
def test_the_days_a_date_may_lie_before_ices(days: int) -> None:
    assert _used(_reading(ICE - timedelta(days))).agency_signed == ICE - timedelta(days)


def test_each_signing_has_the_date_of_its_own_text() -> None:
    first, second = date(2025, 11, 18), date(2025, 12, 11)
    both = (
        _reading(date(2025, 11, 10), ice_date=first),
        _reading(date(2025, 12, 1), ice_date=second, sha256="cd" * 32),
    )
    found = _used(*both, of=_agreement(first, second))
    days = [s.signed.date for s in found.signings if s.signed]
    assert days == [date(2025, 11, 10), date(2025, 12, 1)]
    assert found.agency_signed == date(2025, 12, 1)


def test_a_text_of_the_first_signing_says_nothing_of_the_second() -> None:
    first, second = date(2025, 11, 18), date(2025, 12, 11)
    found = _used(_reading(date(2025, 11, 10)), of=_agreement(first, second))
    assert [bool(s.signed) for s in found.signings] == [True, False]
    assert found.agency_signed is None


def test_two_copies_with_different_dates_leave_it_open() -> None:
    found = _used(_reading(), _reading(date(2026, 2, 20)))
    assert found.agency_signed is None
    assert "another copy prints another date (2026-02-20, 2026-02-28)" in found.doubts[0]


@given(st.lists(st.integers(-10, 500), max_size=4))
def test_done_twice_it_changes_nothing(lags: list[int]) -> None:
    readings = [_reading(ICE - timedelta(lag)) for lag in lags]
    once = signed([_agreement()], readings)
    assert signed(once, readings) == once
    assert [agreement_from_json(one.as_json()) for one in once] == once
    assert all(
        one.agency_signed is None or ICE - timedelta(130) <= one.agency_signed <= ICE
        for one in once
    )


def test_a_reading_finds_its_agreement_again_by_name() -> None:
    assert _used(_reading(agreement_id="numbered-anew")).agency_signed == DAY
    other = _reading(agreement_id="numbered-anew", agency="Owlford Police Department")
    assert _used(other).agency_signed is None


@pytest.mark.parametrize(
    ("names", "parties", "other"),
    [
        (("Fernwick Police Department",), ("Fernwick Borough",), False),
        (("Fernwick Police Department",), ("Fernwlck Police Dept",), False),
        (("Fernwick County Sheriff's Office",), ("Fernwick County Board of Commissioners",), False),
        (("Fernwick County Sheriff’s Office",), ("Manorham Police Department",), True),
        (("Fernwick Police Department",), ("FPD", "Fernwick"), False),
        (("Fernwick Police Department",), ("Police Department",), False),
        (("Fernwick County Sheriff's Office",), ("FCSO",), False),
        (("Fernwick Police Department",), (), False),
        (("Fernwick Beach Police Department",), ("City of Fernwick",), True),
        (("Fernwick Beach Police Department",), ("City of Fernwick", "Fernwick Beach PD"), False),
        (("Fernwick Beach Police Department",), ("Fernwick Beach Shores Police",), True),
        (("Fernwick Borough Police Department",), ("Fernwick Township Police Dept",), True),
        (("Fernwick Borough Police Department",), ("Borough of Fernwick",), False),
        (("Fernwick County Sheriff's Office",), ("Fernwick County, South Carolina",), True),
        (("Fernwick Police Department",), ("Fernwick Police, Indiana, Pennsylvania",), False),
        (("Fernwick Township Constable",), ("Fernwick Pennsylvania Constable",), False),
        (("Mt. Fernwick Police Department",), ("Mount Fernwick Police",), False),
        (("Washington County Sheriff",), ("Washington County Sheriff's Office",), False),
        (("Pennsylvania Turnpike Police",), ("Pennsylvania Turnpike Commission",), False),
    ],
)
def test_a_text_that_names_another_agency(
    names: tuple[str, ...], parties: tuple[str, ...], other: bool
) -> None:
    known = replace(_agreement(), agency=names[0], names=names)
    assert another(known, parties) is other


def test_a_states_own_name_of_two_words_parts_nothing() -> None:
    known = replace(
        _agreement(), agency="Fernwick Police Department", names=(), state="NH", county="Tamarack"
    )
    assert not another(known, ("Fernwick New Hampshire Police Department",))
    assert another(known, ("New Fernwick Police Department",))


@dataclass
class _Row:
    agreement_id: str = "x"
    state: str = "PA"
    agency: str = "Fernwick Police Department"
    model: str = "Task Force Model"
    source: str = "moa_fields"
    sha256: str | None = SHA
    picture: str | None = None
    page: int | None = 9
    at: datetime = AT
    content: dict[str, Any] = field(default_factory=dict)


def test_a_kept_row_becomes_a_reading() -> None:
    block = {"name": "Ada Odell", "title": "Mayor", "date": "2026-02-28"}
    row = _Row(content={
        "agency": block, "ice": {"date": None}, "signer_role": "mayor", "date_doubts": ["d"],
    })  # fmt: skip
    found = reading(row)
    assert found.doubts == ("d",)
    assert found.signed == Signed(DAY, "moa_fields", "Ada Odell", "Mayor", "mayor", SHA, 9, None)
    assert told(found.signed) == (
        "signed for the agency on 2026-02-28: Ada Odell, Mayor; from the form fields of the "
        f"agreement, p. 9 of {SHA[:12]}"
    )
