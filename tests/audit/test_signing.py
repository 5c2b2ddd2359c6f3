"""Anchors, windows and which votes count for which signing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from audit.ledger.repair import year_guessed
from audit.signing import Anchor, anchor, first_pending, window
from audit.signings import terms
from audit.values import Signing, Spell
from tests.audit.build import agreement, at
from tests.audit.test_verdict import APPROVES, ENDS, decided

LISTED = date(2025, 10, 6)


def signing(signed: date | None) -> Signing:
    return Signing(1, signed, (Spell(at(LISTED), at(LISTED)),))


@pytest.mark.parametrize(
    ("signed", "first", "last", "doubt"),
    [
        (date(2025, 10, 1), date(2025, 9, 17), date(2025, 10, 1), False),
        (LISTED, date(2025, 9, 22), LISTED, False),
        (LISTED - timedelta(days=120), date(2025, 5, 25), LISTED - timedelta(days=120), False),
        (LISTED - timedelta(days=121), date(2025, 9, 22), LISTED, True),
        (LISTED + timedelta(days=1), date(2025, 9, 22), LISTED, True),
        (None, date(2025, 9, 22), LISTED, True),
        (date(2024, 10, 1), date(2025, 9, 22), LISTED, True),
    ],
)
def test_the_interval_in_which_the_agency_may_have_signed(
    signed: date | None, first: date, last: date, doubt: bool
) -> None:
    found = anchor(signing(signed), None)
    assert (found.first, found.last, bool(found.doubt), found.seen) == (first, last, doubt, False)


def test_a_year_that_had_to_be_guessed_does_not_serve() -> None:
    day = date(2025, 10, 1)
    doubts = (f"{year_guessed(day)} 2026",)
    found = anchor(signing(day), None, doubts=doubts)
    assert (found.first, found.last) == (LISTED - timedelta(days=14), LISTED)
    assert "the year 2026" in found.doubt
    assert not anchor(signing(day), None, doubts=(f"{year_guessed(LISTED)} 2026",)).doubt


def test_the_agencys_own_date_is_the_anchor() -> None:
    own = date(2025, 9, 25)
    assert anchor(signing(None), own) == Anchor(own, own, seen=True)


def test_a_row_of_our_oldest_list_may_have_been_listed_long_before() -> None:
    signed = date(2024, 10, 1)
    found = anchor(signing(signed), None, first_list=LISTED)
    assert (found.first, found.last) == (signed - timedelta(days=14), LISTED)
    assert found.doubt


def test_the_window_starts_with_the_earlier_of_signing_and_pending() -> None:
    signed = Anchor(date(2025, 9, 17), date(2025, 10, 1))
    assert window(signed, None) == (date(2025, 3, 21), date(2025, 12, 30))
    assert window(signed, date(2025, 8, 1)) == (date(2025, 2, 2), date(2025, 12, 30))
    assert window(signed, date(2025, 9, 30)) == (date(2025, 3, 21), date(2025, 12, 30))


def test_pending_counts_before_its_own_listing_and_after_the_previous_signing() -> None:
    days = [date(2025, 6, 1), date(2025, 9, 20), date(2026, 1, 5)]
    one = agreement(pending=tuple(Spell(at(day), at(day)) for day in days))
    assert first_pending(one, one.signings[0], None) == days[0]
    assert first_pending(one, one.signings[0], date(2025, 7, 1)) == days[1]
    assert first_pending(one, one.signings[0], date(2025, 12, 1)) is None


def _twice() -> object:
    first = Spell(at(date(2025, 10, 6)), at(date(2025, 12, 1)), at(date(2025, 12, 4)))
    second = Spell(at(date(2026, 1, 7)), at(date(2026, 5, 1)))
    return agreement(
        spells=(first, second),
        signings=(
            Signing(1, date(2025, 10, 1), (first,)), Signing(2, date(2026, 1, 5), (second,)),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("votes", "day", "counts"),
    [
        ([], date(2025, 9, 2), 1),
        ([], date(2025, 12, 1), 1),
        ([], date(2025, 12, 2), 2),
        ([], date(2026, 2, 1), 2),
        ([date(2025, 11, 20)], date(2025, 11, 20), 1),
        ([date(2025, 11, 20)], date(2025, 11, 25), 2),
        ([date(2025, 9, 1)], date(2025, 11, 25), 1),  # ended something before this signing
    ],
)
def test_votes_before_the_previous_signing_ended_do_not_count(
    votes: list[date], day: date, counts: int
) -> None:
    found = terms(_twice(), [decided(ENDS, vote) for vote in votes], None)  # type: ignore[arg-type]
    assert [term.signing.number for term in found if term.counts(day)] == [counts]


def test_a_motion_of_an_unreadable_day_counts_for_each() -> None:
    found = terms(_twice(), [decided(APPROVES, None)], None)  # type: ignore[arg-type]
    assert [term.counts(None) for term in found] == [True, True]


def test_the_agencys_date_belongs_to_the_newest_signing() -> None:
    own = date(2026, 1, 2)
    both = _twice()
    found = terms(agreement(signings=both.signings, agency_signed=own), [], None)  # type: ignore[attr-defined]
    assert [term.anchor.seen for term in found] == [False, True]
