"""Folding and comparing names: what spelling may and may not join."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.ledger.names import extends, fold_name, parse, same_place, typo


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Larkmoor County Sheriff’s Office", "Larkmoor County Sheriff's Office"),
        ("Larkmoor  County Sheriffs Office", "LARKMOOR COUNTY SHERIFF'S OFFICE"),
        ("Larkmoor PD", "Larkmoor Police Department"),
        ("Larkmoor Police Dept.", "Larkmoor Police Departement"),
        ("Larkmoor Twp. Constable", "Larkmoor Township Constables"),
        ("Larkmoor Borough Police Department, PA", "Larkmoor Borough Police Department"),
        ("Larkmoor County BOCC", "Larkmoor County Board of County Commissioners"),
        ("St. Larkmoor Police Department", "Saint Larkmoor Police Department"),
        ("Ft. Larkmoor Police Department", "Fort Larkmoor Police Department"),
        ("Fish & Game Office", "Fish and Game Office"),
    ],
)
def test_same_name(one: str, other: str) -> None:
    assert fold_name(one, "PA") == fold_name(other, "PA")


def _names(one: str, other: str) -> tuple[object, object]:
    return parse(fold_name(one, "PA")), parse(fold_name(other, "PA"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Larkmoor Police Department", "Larkmor Police Department", True),
        ("Green Larks Police Department", "Greens Lark Police Department", True),
        ("Marlo Island Police Department", "Malro Island Police Department", True),
        ("East Penn Township Constable", "East Pennsylvania Township Constable", True),
        ("Nadison County Sheriff's Office", "Narion County Sheriff's Office", False),
        ("Nackson County Sheriff's Office", "Nadison County Sheriff's Office", False),
        ("Lurk County Sheriff's Office", "Lorn County Sheriff's Office", False),
        ("Larkmoor Borough Police Department", "Larkmoor Township Police Department", False),
        ("Larkmoor Police Department", "Larkmor Constable", False),
        ("Larkmoor County Constable Precinct 1", "Larkmoor County Constable Precinct 2", False),
    ],
)
def test_typos(one: str, other: str, expected: bool) -> None:
    a, b = _names(one, other)
    assert typo(a, b) is expected  # type: ignore[arg-type]
    assert typo(b, a) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Larkmoor Constable", "Office of Constable Larkmoor 6th Ward", True),
        ("Department of Corrections", "Pennsylvania Department of Corrections", True),
        ("Larkmoor Police Department", "Larkmoor Police Services Department", True),
        ("Larkmoor Police Department", "Larkmoor Beach Police Department", False),
        ("Larkmoor City Police Department", "Larkmoor City Shores Police Department", False),
        ("Larkmoor Borough Police", "Larkmoor Township Police Department", False),
    ],
)
def test_extends(one: str, other: str, expected: bool) -> None:
    a, b = _names(one, other)
    assert extends(a, b) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Larkmoor County Sheriff's Office", "Larkmoor County Prison", True),
        (
            "University of Larkmoor Board of Trustees",
            "University of Larkmoor Police",
            True,
        ),
        ("Larkmoor County Sheriff's Office", "Heronby County Prison", False),
        ("Larkmoor Police Department", "Larkmoor County Prison", False),
    ],
)
def test_same_place(one: str, other: str, expected: bool) -> None:
    a, b = _names(one, other)
    assert same_place(a, b) is expected  # type: ignore[arg-type]


@given(st.text(max_size=60))
def test_folding_is_stable(text: str) -> None:
    folded = fold_name(text, "TX")
    assert fold_name(folded, "TX") == folded or folded.split()[-1:] == ["tx"]
    parse(folded)
