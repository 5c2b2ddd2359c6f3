"""Whom a state's law on agreements binds, from which day, and what is told but not applied."""

from __future__ import annotations

from datetime import date

import pytest

from audit.authority import authority
from audit.law.policies import overlays, told
from audit.matching import match
from audit.phrases import FORBIDDEN
from audit.states import STATE_NAMES
from tests.audit.matching.made import PLACES

LATE = date(2027, 1, 1)
SHERIFF, POLICE = "Quarrowmere County Sheriff's Office", "Quarrowmere Police Department"
JAIL, COUNTY_POLICE = "Quarrowmere County Detention Center", "Quarrowmere County Police Department"


def codes(agency: str, state: str, on: date) -> list[str]:
    found = authority(match(agency, state, places=PLACES), on)
    return [overlay.code for overlay in found.overlays]


@pytest.mark.parametrize(
    ("state", "agency", "on", "expected"),
    [
        # Florida: those who run a county jail, no police
        ("FL", SHERIFF, LATE, ["STATE_MANDATE"]),
        ("FL", JAIL, LATE, ["STATE_MANDATE"]),
        ("FL", POLICE, LATE, []),
        ("FL", COUNTY_POLICE, LATE, []),
        ("FL", SHERIFF, date(2024, 12, 31), []),
        # Texas: sheriffs, from 2026 on
        ("TX", SHERIFF, date(2025, 12, 31), []),
        ("TX", SHERIFF, date(2026, 1, 1), ["STATE_MANDATE"]),
        ("TX", POLICE, LATE, []),
        ("TX", "Quarrowmere County Constable Precinct 1", LATE, []),
        # Georgia: each local agency, no state one
        ("GA", SHERIFF, LATE, ["STATE_MANDATE"]),
        ("GA", POLICE, LATE, ["STATE_MANDATE"]),
        ("GA", "Georgia Department of Corrections", LATE, []),
        # Tennessee: sheriffs, from the day it became law
        ("TN", SHERIFF, date(2026, 5, 25), []),
        ("TN", SHERIFF, date(2026, 5, 26), ["STATE_MANDATE"]),
        ("TN", POLICE, LATE, []),
        # Arkansas: sheriffs and the Division of Correction, no other state agency
        ("AR", SHERIFF, LATE, ["STATE_MANDATE"]),
        ("AR", "Arkansas Division of Correction", LATE, ["STATE_MANDATE"]),
        ("AR", "Arkansas State Police", LATE, []),
        ("AR", POLICE, LATE, []),
        # Mississippi: jails and Public Safety
        ("MS", JAIL, date(2026, 6, 30), []),
        ("MS", JAIL, date(2026, 7, 1), ["STATE_MANDATE"]),
        ("MS", "Mississippi Department of Public Safety", LATE, ["STATE_MANDATE"]),
        ("MS", POLICE, LATE, []),
        # those who forbid bind everybody
        ("DE", POLICE, date(2025, 7, 13), []),
        ("DE", POLICE, date(2025, 7, 14), ["STATE_FORBIDS"]),
        ("MD", SHERIFF, date(2026, 2, 16), []),
        ("MD", SHERIFF, date(2026, 2, 17), ["STATE_FORBIDS"]),
        ("CT", "Connecticut State Police", LATE, ["STATE_FORBIDS"]),
        # protected, restricted for a time
        ("NH", POLICE, date(2025, 12, 31), []),
        ("NH", POLICE, date(2026, 1, 1), ["STATE_PROTECTS"]),
        ("ID", SHERIFF, LATE, ["STATE_PROTECTS"]),
        ("VA", POLICE, date(2028, 6, 30), ["STATE_RESTRICTS"]),
        ("VA", POLICE, date(2028, 7, 1), []),
        ("VT", POLICE, date(2017, 3, 27), []),
        # read about only, or not at all
        ("PA", POLICE, LATE, []),
        ("NJ", POLICE, LATE, []),
        ("OH", SHERIFF, LATE, []),
    ],
)
def test_whom_and_when(state: str, agency: str, on: date, expected: list[str]) -> None:
    assert codes(agency, state, on) == expected


def test_no_state_binds_a_tribe() -> None:
    for state in STATE_NAMES:
        assert overlays(state, "tribal_council", LATE) == ()


@pytest.mark.parametrize("state", sorted(STATE_NAMES))
def test_what_is_told_is_in_temper_and_not_applied_too(state: str) -> None:
    only = told(state)
    for one in only:
        assert one.why
        assert not FORBIDDEN.search(f"{one.note} {one.why} {one.citation}")
    if only:
        assert all(overlays(state, who, LATE) == () for who in ("elected_sheriff", "county_board"))
