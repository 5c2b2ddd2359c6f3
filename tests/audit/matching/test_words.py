"""Folding of words and the tolerance for slips."""

from __future__ import annotations

import pytest

from audit.matching import load_places
from audit.matching.words import plain, slip, squeeze, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Larkmoor Sherriff’s Offic", ("larkmoor", "sheriff", "office")),
        ("Larkmoor Twp. Constbales", ("larkmoor", "township", "constable")),
        ("Larkmoor P.D.", ("larkmoor", "police", "department")),
        ("Larkmoor Co. S.O.", ("larkmoor", "county", "sheriff", "office")),
        ("Larkmoor D.P.S.", ("larkmoor", "department", "public", "safety")),
        ("J.B. Larkmoor Police", ("j", "b", "larkmoor", "police")),
        ("Larkmoor Sherrif's Office", ("larkmoor", "sheriff", "office")),
        ("Deenton Police", ("deenton", "police")),
        ("Larkmoor PD & Fire", ("larkmoor", "police", "department", "and", "fire")),
        ("Attorney General's", ("attorney", "general")),
        ("Larkmoor Couny Jail", ("larkmoor", "county", "jail")),
        ("Dôme", ("dome",)),
    ],
)
def test_words(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


def test_one_key_for_one_name() -> None:
    for same in (
        ["St. Lark's", "Saint Larks"],
        ["De Lark", "DeLark"],
        ["Isle of Lark", "Isle Lark"],
        ["Lark-by-the-Sea", "Lark by the Sea"],
        ["So Lark", "South Lark"],
    ):
        assert len({squeeze(name) for name in same}) == 1


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("falmer", "farmer", 1),
        ("balro", "barlo", 1),
        ("nadison", "narion", None),
        ("lurk", "lorn", None),
        ("north", "worth", None),
        ("greenforks", "greensfork", 2),
        ("ash", "ast", None),
    ],
)
def test_slips(one: str, other: str, distance: int | None) -> None:
    assert slip(one, other) == distance == slip(other, one)


def test_no_word_of_any_place_is_bent_into_an_agency_word() -> None:
    places = load_places()
    names = {
        unit.name
        for code in places.states
        for held in (places.state(code).counties, places.state(code).municipalities)
        for units in held.values()
        for unit in units
    }
    place_words = {word for name in names for word in plain(name)}
    bent = {word for word in place_words if len(word) > 4 and words(word) != (word,)}
    assert bent <= {"metro"}


def test_two_slips_in_a_place_need_nearly_all_letters() -> None:
    assert slip("greenforks", "greensfork", strict=True) == 2
    assert slip("larkprairie", "lenprairie", strict=True) is None
    assert slip("larkvillage", "larkvilage", strict=True) == 1
