"""Whether two spellings are one person's, with and without a roster."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.people import member, same_person
from nlp.spelling import edits


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Odell", "Ann Odell", True),
        ("Ms. Odell", "Councilwoman Ann M. Odell", True),
        ("A. Odell", "Ann Odell", True),
        ("B. Odell", "Ann Odell", False),
        ("Bob Kern", "Robert Kern", True),
        ("John Kern", "James Kern", False),
        ("Powers Gardner", "Powers Gardener", True),
        ("Gardner", "Jo Powers Gardener", True),
        ("Powers-Gardner", "Powers Gardner", True),
        ("Lutz-Moyer", "Moyer", True),
        ("O'Neil", "O\u2019Neil", True),
        ("McDermid", "Mc Dermid", True),
        ("Hernández", "Hernandez", True),
        ("van Overbeek", "Overbeek", True),
        ("Carl Lund, Jr.", "Carl Lund, Sr.", False),
        ("Lund, Carl", "Carl Lund", True),
        ("Lund", "Land", False),
        ("Cy Lund", "Cy Lundt", True),
        ("Brandt", "Grandt", False),
        ("Kern", "Ito", False),
        ("Pat", "Pat Kern", True),
        ("PK", "Pat Kern", False),
        ("P.K.", "Pat Kern", True),
    ],
)
def test_two_spellings(a: str, b: str, same: bool) -> None:
    assert same_person(a, b) is same
    assert same_person(b, a) is same


ROSTER = ("Ann Miller", "Joan Mueller", "Bo Kern", "Cy Kern", "Dee Gardener", "Page")


@pytest.mark.parametrize(
    ("name", "whom"),
    [
        ("Miller", "Ann Miller"),
        ("Mr. Gardner", "Dee Gardener"),
        ("Kern", None),
        ("B. Kern", "Bo Kern"),
        ("Director Page", "Page"),
        ("Odell", None),
    ],
)
def test_whom_of_the_roster(name: str, whom: str | None) -> None:
    assert member(name, ROSTER) == whom


def test_a_roster_keeps_two_people_apart() -> None:
    assert same_person("Miller", "Millar")
    assert not same_person("Miller", "Millar", ("Ann Miller", "Bo Millar"))
    assert not same_person("Kern", "Bo Kern", ROSTER)


_NAME = st.text("abcdeorn' -.,", min_size=1, max_size=20)


@given(_NAME, _NAME)
def test_likeness_has_no_sides(a: str, b: str) -> None:
    assert same_person(a, b) == same_person(b, a)


@given(st.text("abc", max_size=12), st.text("abc", max_size=12))
def test_edits_are_symmetric_and_bounded(a: str, b: str) -> None:
    assert edits(a, b, 2) == edits(b, a, 2) <= 3
    assert (edits(a, b, 2) == 0) is (a == b)
