"""Agreements from snapshots: spells, signings, renames, and no dependence on order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.ledger import Ledger, ListingRow, Snapshot, changes, fold
from audit.ledger.repair import year_guessed
from audit.values import Agreement
from tests.audit.ledger.make import filler, row, snapshot, when

DAYS = [f"2025-{month:02}-10T15:00" for month in range(1, 13)]
LARK = "Larkmoor Borough Police Department"


def _ledger(*lists: list[ListingRow] | None, pending: dict[int, list[ListingRow]] | None = None
            ) -> Ledger:  # fmt: skip
    """Participating lists in months 1, 2, ... beside twenty rows that stay; None: no list."""
    held = [
        snapshot(DAYS[n], [*filler(20), *rows]) for n, rows in enumerate(lists) if rows is not None
    ]
    held += [
        snapshot(DAYS[n].replace("T15", "T09"), rows, "pending")
        for n, rows in (pending or {}).items()
    ]
    return fold(held)


def _only(ledger: Ledger, part: str) -> Agreement:
    found = [a for a in ledger.agreements if any(part in name for name in a.names)]
    assert len(found) == 1, found
    return found[0]


def _kinds(ledger: Ledger, agreement: Agreement) -> list[str]:
    return [c.kind for c in ledger.changes if c.agreement_id == agreement.id]


def test_pending_then_listed() -> None:
    ledger = _ledger([], [], [row(LARK, "2025-03-09")], [row(LARK, "2025-03-09")],
                     pending={1: [row(LARK)], 2: []})  # fmt: skip
    lark = _only(ledger, "Larkmoor")
    assert [(s.first, s.last, s.gone_by) for s in lark.spells] == [
        (when(DAYS[2]), when(DAYS[3]), None)
    ]
    assert [s.gone_by for s in lark.pending] == [when(DAYS[2].replace("T15", "T09"))]
    assert lark.listed
    assert lark.ice_signed == date(2025, 3, 9)
    assert _kinds(ledger, lark) == ["pending", "added"]
    assert lark.id == "pa-larkmoor-borough-police-department-tfm"


def test_gone_and_back_with_another_signed_is_a_second_signing() -> None:
    ledger = _ledger([], [row(LARK, "2025-02-08")], [], [row(LARK, "2025-04-09")],
                     pending={2: [row(LARK)]})  # fmt: skip
    lark = _only(ledger, "Larkmoor")
    assert [s.gone_by for s in lark.spells] == [when(DAYS[2]), None]
    assert [(s.number, s.ice_signed) for s in lark.signings] == [
        (1, date(2025, 2, 8)),
        (2, date(2025, 4, 9)),
    ]
    assert lark.ice_signed_history == (date(2025, 2, 8), date(2025, 4, 9))
    assert _kinds(ledger, lark) == ["added", "pending", "gone", "relisted"]


def test_a_hole_with_the_same_signed_is_one_signing() -> None:
    ledger = _ledger([], [row(LARK, "2025-02-08")], [], [row(LARK, "2025-02-08")])
    lark = _only(ledger, "Larkmoor")
    assert len(lark.spells) == 2
    assert [s.number for s in lark.signings] == [1]
    assert len(lark.signings[0].spells) == 2


def test_a_redating_in_place_is_history_not_a_signing() -> None:
    ledger = _ledger([], [row(LARK, "2025-02-08")], [row(LARK, "2025-02-07")],
                     [row(LARK, "2025-02-07")])  # fmt: skip
    lark = _only(ledger, "Larkmoor")
    assert lark.ice_signed == date(2025, 2, 7)
    assert lark.ice_signed_history == (date(2025, 2, 8), date(2025, 2, 7))
    assert [s.ice_signed for s in lark.signings] == [date(2025, 2, 7)]
    assert _kinds(ledger, lark) == ["added", "redated"]


RENAMES = [
    ("Larkmor Borough Police Department", LARK, {}),
    ("Larkmoor Police Department", LARK, {}),
    ("City of Larkmoor Police Department", "Larkmoor Police Department", {}),
    ("Constable Larkmoor Township", "Larkmoor Township Constable", {}),
    ("Larkmoor County Sheriff's Office", "Larkmoor County Prison", {}),
    ("Larkmoor County Sheriff's Office", "County of Larkmoor / Larkmoor County Jail",
     {"moa": "https://www.ice.gov/a.pdf"}),
    ("East Lark Township Constable", "East Larkmoor Township Constable", {}),
    ("University of Larkmoor Board of Trustees", "University of Larkmoor Police Department", {}),
    ("State Constable 4th District", "Larkmoor County Constable District 4",
     {"county": "Larkmoor County"}),
    ("Department of Correction", "Pennsylvania Department of Corrections", {}),
    ("Bureau of Something", "Quite Another Office",  {"moa": "https://www.ice.gov/a.pdf"}),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "more"), RENAMES)
def test_renames_are_one_agreement(old: str, new: str, more: dict[str, str]) -> None:
    ledger = _ledger(
        [], [row(old, "2025-02-08", **more)], [row(new, "2025-02-08", **more)],  # type: ignore[arg-type]
    )  # fmt: skip
    assert len(ledger.agreements) == 21
    renamed = next(a for a in ledger.agreements if new in a.names)
    assert renamed.names == (old, new)
    assert renamed.agency == new
    assert _kinds(ledger, renamed) == ["added", "renamed"]


def _state(name: str, signed: str) -> ListingRow:
    return row(name, signed, kind="State Agency")


SIGNED_ANEW = [
    (row("University of Larkmoor Board of Trustees", "2025-02-08"),
     row("University of Larkmoor Police Department", "2025-02-20")),
    (_state("Larkmoor Department of Fines", "2025-02-08"),
     _state("Larkmoor Department of Fines, Division of Enquiry", "2025-02-20")),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), SIGNED_ANEW)
def test_signed_anew_under_another_of_its_names_is_one_agreement(
    old: ListingRow, new: ListingRow
) -> None:
    ledger = _ledger([], [old], [new])
    assert len(ledger.agreements) == 21
    renamed = next(a for a in ledger.agreements if new.agency in a.names)
    assert _kinds(ledger, renamed) == ["added", "redated", "renamed"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (row("University of Larkmoor Police", "2025-02-08"),
         row("University of Heronby Police", "2025-02-20")),
        (row("Larkmoor Police Department", "2025-02-08"),
         row("Larkmoor Police Department, Division of Enquiry", "2025-02-20")),
        (_state("Larkmoor Department of Fines", "2025-02-08"),
         _state("Larkmoor Department of Fish", "2025-02-20")),
    ],
)  # fmt: skip
def test_another_signed_joins_no_other_names(old: ListingRow, new: ListingRow) -> None:
    assert len(_ledger([], [old], [new]).agreements) == 22


def test_a_metropolitan_county_is_the_county() -> None:
    ledger = _ledger(
        [], [row("Larkmoor County Sheriff", "2025-02-08")], [],
        [row("Metropolitan Larkmoor County Sheriff's Office", "2025-02-25")],
    )  # fmt: skip
    found = _only(ledger, "Larkmoor")
    assert [s.gone_by is None for s in found.spells] == [False, True]


APART = [
    ("Nadison County Sheriff's Office", "Narion County Sheriff's Office"),
    ("Larkmoor Borough Police Department", "Larkmoor Township Police Department"),
    ("Larkmoor Police Department", "Larkmoor Beach Police Department"),
    ("Larkmoor County Constable Precinct 1", "Larkmoor County Constable Precinct 3"),
    ("Larkmoor Police Department", "Heronby Police Department"),
]


@pytest.mark.parametrize(("old", "new"), APART)
def test_other_agencies_stay_apart_even_on_one_signed(old: str, new: str) -> None:
    ledger = _ledger([], [row(old, "2025-02-08")], [row(new, "2025-02-08")])
    assert len(ledger.agreements) == 22
    assert {c.kind for c in ledger.changes if c.at == when(DAYS[2])} == {"gone", "added"}


def test_names_that_stand_in_one_list_are_never_joined() -> None:
    both = [row("Larkmor Police Department", "2025-02-08"),
            row("Larkmoor Police Department", "2025-02-08", number=3)]  # fmt: skip
    ledger = _ledger([], both, both[1:])
    assert len(ledger.agreements) == 22


def test_a_typing_error_that_comes_and_goes() -> None:
    wrong, right = row("Larkmor Borough Police Department", "2025-02-08"), row(LARK, "2025-02-08")
    ledger = _ledger([], [right], [wrong], [right], [wrong])
    lark = _only(ledger, "Larkm")
    assert len(lark.spells) == 1
    assert lark.listed


def test_a_state_typed_wrongly_is_no_departure() -> None:
    good = row(LARK, "2025-02-08")
    unread = replace(good, state="", printed={"state": "???"})
    ledger = _ledger([], [good], [unread], [good])
    lark = _only(ledger, "Larkmoor")
    assert (lark.state, len(lark.spells)) == ("PA", 1)


def test_a_row_under_a_wrong_state_moves_with_its_history() -> None:
    name = "Crow Lark County Sheriff's Office"
    under = [[row(name, "2025-02-08", state=state)] for state in ("MA", "MN")]
    ledger = _ledger([], *under)
    moved = _only(ledger, "Crow Lark")
    assert moved.state == "MN"
    assert "ICE has printed different states: MA, MN" in moved.doubts


def test_a_row_printed_twice_is_one_agreement() -> None:
    twice = [row("Larkmoor Police Department", "2025-02-08"),
             row("Larkmoor Police Department", "2025-02-09", number=3)]  # fmt: skip
    ledger = _ledger([], twice, twice[:1])
    lark = _only(ledger, "Larkmoor")
    assert len(lark.spells) == 1
    assert _kinds(ledger, lark).count("gone") == 0


def test_pending_names_are_joined_to_the_listed_ones() -> None:
    ledger = _ledger([], [], [row("Office of Constable Larkmoor 6th Ward", "2025-03-09")],
                     pending={1: [row("Larkmoor Constable Office, PA")], 2: []})  # fmt: skip
    constable = _only(ledger, "6th Ward")
    assert constable.names[0] == "Larkmoor Constable Office, PA"
    assert _kinds(ledger, constable) == ["pending", "added"]


def test_withdrawn_from_pending() -> None:
    ledger = _ledger([], [], [], pending={0: [row(LARK)], 1: []})
    lark = _only(ledger, "Larkmoor")
    assert (lark.listed, lark.spells, lark.ice_signed) == (False, (), None)
    assert _kinds(ledger, lark) == ["pending", "pending_gone"]


def test_two_models_are_two_agreements() -> None:
    ledger = _ledger([], [row(LARK, "2025-02-08"),
                          row(LARK, "2025-02-08", model="Jail Enforcement Model")])  # fmt: skip
    assert {a.model for a in ledger.agreements if a.agency == LARK} == {
        "Task Force Model", "Jail Enforcement Model",
    }  # fmt: skip
    assert len({a.id for a in ledger.agreements}) == 22


def test_county_and_type_changes_are_kept() -> None:
    ledger = _ledger([], [row(LARK, "2025-02-08", county="Heron County")],
                     [row(LARK, "2025-02-08", county="Lark County", kind="County")])  # fmt: skip
    lark = _only(ledger, "Larkmoor")
    assert (lark.county, lark.kind) == ("Lark County", "County")
    assert "ICE has printed different counties: Heron County, Lark County" in lark.doubts
    assert [c.detail for c in ledger.changes if c.kind == "edited"] == [
        "county: Heron County → Lark County", "type: Municipality → County",
    ]  # fmt: skip


def test_a_column_that_comes_later_is_no_edit() -> None:
    def printed(county: str | None, *more: str) -> ListingRow:
        made = row(LARK, "2025-02-08", county=county)
        return replace(made, printed={"agency": LARK, **dict.fromkeys(more, county or "")})

    ledger = _ledger([], [printed(None)], [printed("Lark County", "county")])
    assert [c.kind for c in ledger.changes if c.kind == "edited"] == []
    ledger = _ledger([], [printed(None, "county")], [printed("Lark County", "county")])
    assert [c.detail for c in ledger.changes if c.kind == "edited"] == [
        "county: none → Lark County"
    ]


def test_an_agreement_that_is_posted_is_told_so() -> None:
    link = "https://www.ice.gov/a.pdf"
    ledger = _ledger([], [row(LARK, "2025-02-08")], [row(LARK, "2025-02-08", moa=link)], [
        row(LARK, "2025-02-08")])  # fmt: skip
    assert [c.detail for c in ledger.changes if c.kind == "edited"] == [
        f"agreement posted: {link}", f"link to the agreement: {link} → none",
    ]  # fmt: skip


@pytest.mark.parametrize("signed", ["2015-02-08", "2025-02-20", None])
def test_a_signed_that_does_not_fit_the_first_list_is_a_doubt(signed: str | None) -> None:
    lark = _only(_ledger([], [row(LARK, signed)]), "Larkmoor")
    assert any("SIGNED" in doubt for doubt in lark.doubts)


def test_a_guessed_year_is_a_doubt_until_a_list_prints_it() -> None:
    right = row(LARK, "2025-02-08")
    guessed = replace(right, printed={"signed": "2026-02-08 00:00:00"})
    doubt = f"{year_guessed(date(2025, 2, 8))} 2026"
    assert _only(_ledger([], [guessed], [guessed]), "Larkmoor").doubts == (doubt,)
    fresh = replace(guessed, doubts=(doubt,))  # the store keeps the cell, not the doubt
    assert _only(_ledger([], [fresh], [fresh]), "Larkmoor").doubts == (doubt,)
    assert _only(_ledger([], [fresh], [right]), "Larkmoor").doubts == ()


def test_changes_between_two_moments() -> None:
    ledger = _ledger([], [row(LARK, "2025-02-08")], [])
    assert [c.kind for c in changes(ledger, when(DAYS[0]), when(DAYS[1]))] == ["added"]
    assert [c.kind for c in changes(ledger, when(DAYS[1]), when(DAYS[2]))] == ["gone"]
    assert changes(ledger, when(DAYS[2]), when(DAYS[11])) == ()


AGENCIES = ["Larkmoor Borough Police Department", "Larkmor Borough Police Department",
            "Larkmoor Township Police Department", "Heronby Police Department",
            "City of Heronby Police Department", "Heronby County Sheriff's Office"]  # fmt: skip


@st.composite
def histories(draw: st.DrawFn) -> list[Snapshot]:
    held = []
    for day in draw(st.lists(st.sampled_from(DAYS), unique=True, max_size=7)):
        names = draw(st.lists(st.sampled_from(AGENCIES), unique=True, max_size=5))
        rows = [
            row(name, draw(st.sampled_from(["2025-01-05", "2025-01-06", "2025-04-01"])), number=n)
            for n, name in enumerate(names, start=2)
        ]
        held.append(snapshot(day, [*filler(6), *rows]))
        if draw(st.booleans()):
            pending = [row(name) for name in draw(st.lists(st.sampled_from(AGENCIES), unique=True))]
            held.append(snapshot(day.replace("T15", "T11"), pending, "pending"))
    return held


@settings(max_examples=120, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_import_changes_nothing(held: list[Snapshot], random: object) -> None:
    shuffled = [*held, *held[:2]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold(shuffled) == fold(held)


@settings(max_examples=120, deadline=None)
@given(histories())
def test_every_row_is_in_exactly_one_agreement(held: list[Snapshot]) -> None:
    ledger = fold(held)
    assert len({a.id for a in ledger.agreements}) == len(ledger.agreements)
    used = {p.sha256 for p in ledger.order if not p.aside}
    names = {r.agency for s in held if s.sha256 in used for r in s.rows}
    assert {name for a in ledger.agreements for name in a.names} == names
    for agreement in ledger.agreements:
        for kind in (agreement.spells, agreement.pending):
            assert all(s.first <= s.last for s in kind)
            assert all(a.gone_by and a.gone_by <= b.first for a, b in pairwise(kind))
        assert [s for g in agreement.signings for s in g.spells] == list(agreement.spells)
