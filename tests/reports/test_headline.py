"""The headline is the finding."""

from __future__ import annotations

import pytest

from audit.phrases import FORBIDDEN
from reports.headline import headline
from reports.week import Week
from tests.reports.weeks import card, quiet, seen, table, voted, week

NONE = "no vote in the minutes of any of"
TWO = (card(tables=(table(states="rrr"),)), card(tables=(table(states="rr"),)))


@pytest.mark.parametrize(
    ("made", "title"),
    [
        (week(), f"Four agreements on record; for one, {NONE} twelve meetings"),
        (week(cards=TWO), f"Two agreements on record; for two, {NONE} five meetings"),
        (week(cards=(voted(),)), "One agreement on record; a vote is recorded for one"),
        (week(cards=(card("CANNOT_TELL"),)), "One agreement on record; we cannot yet tell for one"),
        (
            week(cards=(card("CANNOT_TELL"), card("NO_BODY_VOTES"))),
            "Two agreements on record; we cannot yet tell for one",
        ),
        (week(cards=()), "No agreement found for the places we watch"),
        (week(cards=(), public=True), "No cleared findings"),
        (quiet(), "Quiet week: nothing new in the records of two bodies"),
        (
            week(ahead=(), clocks=(), changes=(), votes=(), changed=(), cards=(card(),)),
            "Quiet week: nothing new in the records of the two of five bodies we could read",
        ),
        (
            week(ahead=(), changes=(), votes=(), changed=(), cards=(card(),),
                 seen=seen(looks=seen().looks[2:])),
            "Nothing could be read this week",
        ),
    ],
)  # fmt: skip
def test_titles(made: Week, title: str) -> None:
    assert headline(made).title == title


def test_the_deck_says_what_is_next_what_happened_and_what_was_not_read() -> None:
    assert headline(week()).deck == (
        "Alder Run Borough Council has the matter on its agenda for Tue 22 Sep 2026 at 7:00 pm. "
        "One vote came into our hands this week and ICE’s list changed for one agency. "
        "Two bodies could not be read this week and one body has no known source."
    )


def test_a_quiet_week_still_says_where_things_stand() -> None:
    assert headline(quiet()).deck == (
        "One agreement on record; for one, no vote in the minutes of any of twelve meetings."
    )


@pytest.mark.parametrize("made", [week(), quiet(), week(cards=()), week(seen=seen(looks=()))])
def test_no_headline_uses_a_word_we_never_use(made: Week) -> None:
    assert not FORBIDDEN.search(f"{headline(made).title} {headline(made).deck}")
