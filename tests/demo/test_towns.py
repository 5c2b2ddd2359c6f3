"""The cast: invented places, sensible bodies, evenings that fall where the cadence says."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demo.ice.filler import filler
from demo.recurrence import Monthly
from demo.towns import BODIES, COUNTY, UNPUBLISHED, body_of
from tests.real import needs_real, real


@pytest.mark.parametrize(
    ("monthly", "words", "first"),
    [
        (Monthly(1, 0), "first Monday 19:00", date(2026, 7, 6)),
        (Monthly(2, 1), "second Tuesday 19:00", date(2026, 7, 14)),
        (Monthly(3, 2, 18), "third Wednesday 18:00", date(2026, 7, 15)),
        (Monthly(4, 3), "fourth Thursday 19:00", date(2026, 7, 23)),
    ],
)
def test_a_cadence_says_and_keeps_its_day(monthly: Monthly, words: str, first: date) -> None:
    assert monthly.words() == words
    assert next(monthly.days(date(2026, 7, 1), date(2026, 7, 31))) == first


@given(st.integers(1, 4), st.integers(0, 6), st.dates(date(2000, 1, 1), date(2050, 1, 1)))
def test_every_month_has_exactly_one_such_day(nth: int, weekday: int, start: date) -> None:
    year = [*Monthly(nth, weekday).days(date(start.year, 1, 1), date(start.year, 12, 31))]
    assert [day.month for day in year] == list(range(1, 13))
    assert {day.weekday() for day in year} == {weekday}
    assert {(day.day - 1) // 7 + 1 for day in year} == {nth}


def test_members_of_a_body_have_different_names() -> None:
    for body in BODIES:
        assert len({m.surname for m in body.members}) == len(body.members)


def test_ids_and_geoids_are_used_once() -> None:
    everyone = (*BODIES, *UNPUBLISHED)
    assert len({b.id for b in everyone}) == len({b.geoid for b in everyone}) == len(everyone)
    assert all(b.geoid.startswith("42") for b in everyone)
    assert body_of("pa-yarrowby-borough") in UNPUBLISHED


@needs_real
def test_no_place_of_the_county_exists() -> None:
    with real("ice", "reference", "us_census_places.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names = {row["name"].lower() for row in rows}
    geoids = {row["census_geoid"].rpartition("-")[2] for row in rows}
    kinds = ("", " borough", " township", " city", " county", " town", " village", " parish")
    invented = {b.place for b in (*BODIES, *UNPUBLISHED)} | {COUNTY, "Rookhaven"}
    invented |= {agreement.agency.split()[0] for _, agreement in filler()}
    assert not {f"{p}{kind}".lower() for p in invented for kind in kinds} & names
    assert not {b.geoid for b in (*BODIES, *UNPUBLISHED)} & geoids
