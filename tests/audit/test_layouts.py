"""Layouts that may hide a vote are seen; lists of names and ordinary prose are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.layouts import columns, grid_below


@pytest.mark.parametrize(
    ("below", "yes"),
    [
        ("\n\nMember    Motion  Second  Yes  No\nHall      X               X\n", True),
        ("\n| Member | Yes | No |\n|---|---|---|\n| Hall | X | |\n", True),
        ("\nAYES          NAYS\nHall          Quist\n", True),
        ("\nMover: Hall\nSeconder: Reyes\n", True),
        ("\nRESULT: ADOPTED\n", True),
        ("\nThe Chief explained that no cost arises.\n", False),
        ("\nMrs. Tate asked if yes or no would be said today.\n", False),
        ("", False),
    ],
)
def test_a_grid_below_a_passage(below: str, yes: bool) -> None:
    passage = "APPROVE the 287(g) agreement"
    assert grid_below(passage + below, len(passage)) is yes


MIXED = (
    "Motion by Hall, second by Reyes, to       Mr. Odell reported on the paving.\n"
    "approve the agreement with Homeland       The salt shed needs a new roof.\n"
    "Security. Motion carried 5-0.             No action was taken on it.\n"
)
NAMES = (
    "Present: Arthur Hall, President           Absent: Beatrice Quist\n"
    "Carla Ames, Vice President                Staff: Dora Tolliver, Clerk\n"
    "Edwin Odell                               Solicitor: Frank Whitlow\n"
)
FIGURES = "Water fund     12,400.00     \nSewer fund     9,310.50\nRoad fund      1,000.00\n"


def test_prose_in_two_columns_with_a_vote_in_it() -> None:
    assert list(columns(f"POLICE\n\n{MIXED}\nADJOURNMENT\n")) == [(8, 8 + len(MIXED))]


@pytest.mark.parametrize("text", [NAMES, FIGURES, "", MIXED.replace("Motion", "Talk")[:120]])
def test_lists_figures_and_short_blocks_are_none(text: str) -> None:
    assert list(columns(text)) == []


@given(st.text(alphabet=" \n\tabMotion.|", max_size=400))
def test_places_stand_in_the_text_and_in_order(text: str) -> None:
    found = list(columns(text))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert found == sorted(found)
    assert grid_below(text, len(text)) is False
