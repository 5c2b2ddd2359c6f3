"""Who answers, with what expectation, under which state's law."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from audit.authority import Authority, authority
from audit.law.policies import overlays
from audit.matching import Settled, match, settle
from tests.audit.matching.made import PLACES

DAY = date(2026, 3, 1)


def _authority(agency: str, state: str = "PA", **more: Any) -> Authority:
    return authority(match(agency, state, places=PLACES), DAY, **more)


@pytest.mark.parametrize(
    ("agency", "to", "expectation"),
    [
        ("Larkmoor Borough Police Department", "municipal_council", "expected"),
        ("Bittern Township Police Department", "township_board", "unknown"),
        ("Nowhere Police Department", "municipal_council", "unknown"),
        ("Upper Lark Regional Police Department", "regional_board", "expected"),
        ("University of Larkmoor Police Department", "trustees", "expected"),
        ("Larkmoor County Sheriff's Office", "elected_sheriff", "contested"),
        ("Bittern Township Constable", "elected_constable", "contested"),
        ("Pennsylvania Department of Corrections", "state_executive", "not_local"),
        ("Larkmoor Tribal Police Department", "tribal_council", "unknown"),
    ],
)
def test_the_expectation(agency: str, to: str, expectation: str) -> None:
    found = _authority(agency)
    assert (found.answers_to, found.vote_expectation) == (to, expectation)
    assert found.reason
    assert found.who


def test_a_body_named_by_the_registry_settles_it() -> None:
    assert _authority("Nowhere Police Department", settled=True).vote_expectation == "expected"
    assert _authority("Larkmoor Tribal Police", settled=True).vote_expectation == "expected"
    sheriff = _authority("Larkmoor County Sheriff's Office", settled=True)
    assert sheriff.vote_expectation == "contested"


def test_a_contested_office_shows_the_board_and_what_was_read() -> None:
    found = _authority("Larkmoor County Sheriff's Office")
    assert found.vote_expectation == "contested"
    assert found.also_relevant == "the county's board"
    assert "Bucks C.P." in found.citation
    assert found.as_json()["overlays"] == []


@pytest.mark.parametrize(
    ("state", "to", "on", "codes"),
    [
        ("FL", "elected_sheriff", date(2025, 6, 1), ["STATE_MANDATE"]),
        ("FL", "municipal_council", date(2025, 6, 1), []),
        ("FL", "elected_sheriff", date(2024, 6, 1), []),
        ("TX", "elected_sheriff", date(2025, 12, 31), []),
        ("TX", "elected_sheriff", date(2026, 1, 1), ["STATE_MANDATE"]),
        ("GA", "municipal_council", date(2025, 6, 1), ["STATE_MANDATE"]),
        ("GA", "state_executive", date(2025, 6, 1), []),
        ("DE", "municipal_council", date(2025, 7, 13), []),
        ("DE", "municipal_council", date(2025, 7, 14), ["STATE_FORBIDS"]),
        ("WA", "state_executive", date(2025, 1, 1), ["STATE_FORBIDS"]),
        ("NH", "select_board", DAY, ["STATE_PROTECTS"]),
        ("PA", "municipal_council", DAY, []),
        ("NJ", "municipal_council", DAY, []),
    ],
)
def test_overlays(state: str, to: str, on: date, codes: list[str]) -> None:
    assert [o.code for o in overlays(state, to, on)] == codes


def test_every_overlay_is_cited_and_says_what_is_not_known_of_its_date() -> None:
    for state in ("FL", "TX", "GA", "TN", "AR", "MS", "CT", "DE", "MD", "NM", "WA", "IL", "CA"):
        (overlay,) = overlays(state, "elected_sheriff", date(2030, 1, 1))
        assert overlay.citation
        assert overlay.confidence in {"high", "medium"}
        assert overlay.effective_from is not None or overlay.doubt
        assert overlay.as_json()["state"] == state


def _settled(agency: str, answer: str, why: str = "the chief's letter", **more: Any) -> Authority:
    word = Settled(agency, "PA", answer, "Ada Odell", datetime(2026, 2, 2, tzinfo=UTC), why, **more)
    found = settle(match(agency, "PA", places=PLACES), word, PLACES, {})
    return authority(found, DAY)


def test_a_person_who_settled_it_is_named() -> None:
    found = _settled("Bittern Township Police Department", "place", geoid="4290390014")
    assert (found.answers_to, found.vote_expectation) == ("township_board", "expected")
    assert found.reason.endswith("; settled by Ada Odell on 2026-02-02: the chief's letter")


def test_nobody_named_leaves_it_unknown() -> None:
    found = _settled("Larkmoor Borough Police Department", "none")
    assert found.vote_expectation == "unknown"
    assert found.reason.startswith("no body can be named; settled by Ada Odell")


def test_a_place_or_body_that_left_the_lists_is_told() -> None:
    gone = _settled("Larkmoor Borough Police Department", "place", geoid="4299999")
    assert gone.vote_expectation == "unknown"
    assert "no place has geoid 4299999 any more" in gone.reason
    body = _settled("Larkmoor Borough Police Department", "body", bodies=("pa-larkmoor",))
    assert body.vote_expectation == "unknown"
    assert "not registered any more: pa-larkmoor" in body.reason


def test_words_that_no_report_prints_are_not_printed_for_a_person_either() -> None:
    found = _settled("Larkmoor Borough Police Department", "none", why="it was illegal")
    assert found.reason == "no body can be named; settled by a person"


def test_an_elected_officer_stays_one_whoever_is_named() -> None:
    found = _settled("Larkmoor County Sheriff's Office", "place", geoid="4290001")
    assert (found.answers_to, found.vote_expectation) == ("elected_sheriff", "contested")
