"""Which registered bodies answer for an agency."""

from __future__ import annotations

import pytest

from audit.matching import BodyPlace, body_answers, match, with_bodies
from tests.audit.matching.made import PLACES

BOROUGH = BodyPlace("borough", "borough_council", "Larkmoor", "borough", "Larkmoor", "PA",
                    "4290001")  # fmt: skip
TOWNSHIP = BodyPlace("township", "township_supervisors", "Larkmoor", "township",
                     "Larkmoor County", "PA", None)  # fmt: skip
OTHER_TOWNSHIP = BodyPlace("other", "township_commissioners", "Larkmoor Township", "township",
                           "Heronby", "PA", None)  # fmt: skip
SCHOOL = BodyPlace("school", "school_board", "Larkmoor", "borough", "Larkmoor", "PA", "4290001")
COUNTY = BodyPlace("county", "county_board", "Larkmoor County", "county", None, "PA", "42901")
REGION = BodyPlace("region", "regional_board", "Upper Lark", "region", None, "PA", None,
                   ("Upper Lark Regional Police Department",))  # fmt: skip
NEW_BOROUGH = BodyPlace("new-borough", "borough_council", "Owlford", "borough", "Owl", "PA",
                        "4299999")  # fmt: skip
NEW_TOWNSHIP = BodyPlace("new-township", "township_supervisors", "Owlford", "township", "Owl",
                         "PA", None)  # fmt: skip
NEW_COUNTY = BodyPlace("new-county", "county_council", "Owl", "county", "Owl", "PA", None)
BODIES = [BOROUGH, TOWNSHIP, OTHER_TOWNSHIP, SCHOOL, COUNTY, REGION, NEW_BOROUGH, NEW_TOWNSHIP,
          NEW_COUNTY]  # fmt: skip


@pytest.mark.parametrize(
    ("agency", "county", "ids"),
    [
        ("Larkmoor Borough Police Department", None, ["borough"]),
        ("Larkmoor Township Police Department", "Larkmoor County", ["township"]),
        ("Larkmoor Township Police Department", "Heronby County", ["other"]),
        ("Larkmoor Township Police Department", None, []),
        ("Larkmoor County Sheriff's Office", None, ["county"]),
        ("Larkmoor Borough Constable", None, ["borough"]),
        ("Upper Lark Regional Police Dept.", "Larkmoor County", ["region"]),
        ("Lower Lark Regional Police Department", None, []),
        ("Wrenton City Police Department", None, []),
        ("Owlford Borough Police Department", None, ["new-borough"]),
        ("Owlford Township Police Department", "Owl County", ["new-township"]),
        ("Owl County Sheriff's Office", "Owl County", ["new-county"]),
        ("Owlford Borough Constable", "Owl County", ["new-borough"]),
    ],
)
def test_who_answers(agency: str, county: str | None, ids: list[str]) -> None:
    places = with_bodies(PLACES, BODIES)
    found = match(agency, "PA", county=county, places=places)
    assert [b.id for b in BODIES if body_answers(found, b, places).yes] == ids


def test_the_same_name_in_another_state_is_another_agency() -> None:
    found = match("Upper Lark Regional Police Department", "OH", places=PLACES)
    assert not body_answers(found, REGION, PLACES).yes


def test_places_of_packs_keep_their_own_geoid_and_have_none_if_they_name_none() -> None:
    places = with_bodies(PLACES, BODIES)
    known = match("Owlford Borough Police Department", "PA", places=places).answer
    unknown = match("Owlford Township Police Department", "PA", places=places).answer
    assert known is not None
    assert unknown is not None
    assert (known["geoid"], unknown["geoid"]) == ("4299999", None)
    assert unknown["county"] == "Owl"


def test_a_refusal_says_why_no_body_answers() -> None:
    found = match("Nowhere Police Department", "PA", places=PLACES)
    answer = body_answers(found, BOROUGH, PLACES)
    assert answer.reason == "no place settled: no such place in PA"
    settled = match("Larkmoor Borough Police Department", "PA", places=PLACES)
    assert body_answers(settled, SCHOOL, PLACES).reason == "a school_board does not govern a place"
