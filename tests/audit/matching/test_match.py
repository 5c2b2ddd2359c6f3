"""Names to places over a made-up list: answers, refusals, and who answers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.matching import Match, match
from audit.matching.answers import VOTE_EXPECTATION
from tests.audit.matching.made import PLACES


def _match(agency: str, state: str = "PA", county: str | None = None, ice_type: str | None = None
           ) -> Match:  # fmt: skip
    return match(agency, state, county=county, ice_type=ice_type, places=PLACES)


ANSWERS = [
    # municipal police
    ("Larkmoor Borough Police Department", "PA", None, "4290001", "municipal_council"),
    ("Larkmoor Police Department", "PA", None, "4290001", "municipal_council"),
    ("Larkmoor Township Police Department", "PA", "Heronby County", "4290390002", "township_board"),
    ("Larkmoor Twp. PD", "PA", "Larkmor County", "4290190001", "township_board"),
    ("Larkmoor Township, Heronby County Police", "PA", "Larkmoor County", "4290390002",
     "township_board"),
    ("Finchley City Police Department", "PA", "#N/A", "4290002", "municipal_council"),
    ("Wrenton City Police Department", "PA", None, "4290003", "municipal_council"),
    ("City of Wrenton Police Departement", "PA", None, "4290003", "municipal_council"),
    ("Municipality of Dunlin Police", "PA", None, "4290011", "municipal_council"),
    ("Polver Island Borough Police Department", "PA", None, "4290004", "municipal_council"),
    ("Plover Iland Police Department", "PA", None, "4290004", "municipal_council"),
    ("Ternboro Police Department", "PA", None, "4290009", "municipal_council"),
    ("Isle Terns Police Department", "PA", None, "4290010", "municipal_council"),
    ("Ibis College Borough Police", "PA", None, "4290012", "municipal_council"),
    ("Ibis College Police Department", "PA", None, "4290012", "municipal_council"),
    ("Larkmoor Borough Police Department, PA", "PA", None, "4290001", "municipal_council"),
    ("Wrenton Department of Public Safety", "PA", None, "4290003", "municipal_council"),
    ("Gulleton Police Department", "NH", None, "3390190001", "select_board"),
    ("Sunny Knots Police Department", "FL", None, "1290002", "municipal_council"),
    ("Curlew Creek Police Department", "FL", "#N/A", "2190001", "municipal_council"),
    ("Larkmoor Charter Township Police", "PA", "Heronby County", "4290390002", "township_board"),
    ("Siskin Texas Police Department", "TX", None, "4890001", "municipal_council"),
    # a wrong county does not outweigh a name that leaves no choice
    ("Wrenton City Police Department", "PA", "Heronby County", "4290003", "municipal_council"),
    # constables
    ("Constable Larkmoor Borough", "PA", None, "4290001", "elected_constable"),
    ("Office of Constable Dunlin 6th Ward", "PA", None, "4290011", "elected_constable"),
    ("Pennsylvania State Constable's Office So Siskin Twp", "PA", None, "4290390008",
     "elected_constable"),
    ("South Siskin Township PA State Constable", "PA", None, "4290390008", "elected_constable"),
    ("Larkmoor Twp. Heronby City, Constables Office", "PA", None, "4290390002",
     "elected_constable"),
    ("East Pennsylvania Township Constable Office", "PA", "Heronby County", "4290190007",
     "elected_constable"),
    ("Siskin County Constable Precinct 5", "TX", None, "48901", "elected_constable"),
    ("Siskin County Precinct One Constable's Office", "TX", None, "48901", "elected_constable"),
    ("Texas Constable 4th Precinct", "TX", "Siskin County", "48901", "elected_constable"),
    # counties
    ("Larkmoor County Sheriff’s Office", "PA", None, "42901", "elected_sheriff"),
    ("Sheriff's Office of Larkmoor County", "PA", None, "42901", "elected_sheriff"),
    ("Saint Alder County Sherriff's Office", "PA", None, "42905", "elected_sheriff"),
    ("Heronbi County Sheriff", "PA", None, "42903", "elected_sheriff"),
    ("St. Petrel Place Sheriff's Office", "LA", "German Coast County", "22901", "elected_sheriff"),
    ("Metropolitan Siskin County Sheriff's Office", "TX", None, "48901", "elected_sheriff"),
    ("Kiteville Sheriff's Office", "FL", "Kitewood County", "12901", "elected_sheriff"),
    ("McWren County Sheriff's Office", "TX", "McWren County", "40901", "elected_sheriff"),
    ("Bureau County Sheriff's Office", "IL", None, "17901", "elected_sheriff"),
    ("Crow Lark County Sheriff's Office", "MA", None, "27901", "elected_sheriff"),
    ("Larkmoor County District Attorney's Office", "PA", None, "42901", "elected_prosecutor"),
    ("Siskin County (County) Attorney's Office", "TX", None, "48901", "elected_prosecutor"),
    ("Larkmoor County Prison", "PA", None, "42901", "county_jail_board"),
    ("County of Larkmoor / Larkmoor County Jail", "PA", None, "42901", "county_board"),
    ("Kitewood County Board of County Commissioners/ Department of Corrections", "FL", None,
     "12901", "county_board"),
    ("Kitewood Corrections and Rehabilitation", "FL", None, "12901", "county_board"),
    ("Ruffland County Jailer's Office", "KY", None, "21901", "elected_jailer"),
    ("Ruffland County Detention Center", "KY", None, "21901", "elected_jailer"),
    ("Larkmoor County Police Department", "PA", None, "42901", "county_board"),
    # Virginia's independent cities
    ("Avocet Sheriff's Office", "VA", "Avocet County", "5190001", "elected_sheriff"),
    ("Avocet County Sheriff's Office", "VA", None, "5190001", "elected_sheriff"),
    ("Godwit City Sheriff's Office", "VA", None, "5190002", "elected_sheriff"),
    ("Godwit County Sheriff's Office", "VA", None, "51901", "elected_sheriff"),
]  # fmt: skip


@pytest.mark.parametrize(("agency", "state", "county", "geoid", "to"), ANSWERS)
def test_answers(agency: str, state: str, county: str | None, geoid: str, to: str) -> None:
    found = _match(agency, state, county)
    assert found.answer is not None, found.reason
    assert (found.answer["geoid"], found.answers_to) == (geoid, to)
    assert found.reason


REFUSALS = [
    ("Larkmoor Township Police Department", "PA", None, None, "no county decides"),
    ("Bittern Township Constable", "PA", "#N/A", None, "no county decides"),
    ("Egret Borough Police Department", "PA", "Heronby County", None, "no county decides"),
    ("Wrenton Constable", "PA", None, None, "no county decides"),
    ("Godwit Sheriff's Office", "VA", None, None, "bear this name"),
    ("Nowhere Police Department", "PA", None, None, "no such place in PA"),
    ("Nowhere County Sheriff's Office", "PA", None, None, "no such county in PA"),
    ("Siskin County Sheriff's Office", "PA", None, None, None),
    ("Larkmoor County Regional Police Department", "PA", "Larkmoor County", None, "several gov"),
    ("Larkmoor-Wrenton Police Department", "PA", None, None, "joins several governments"),
    ("Larkmoor District Jail", "PA", "Larkmoor County", None, "several governments"),
    ("Wrenton Area Police Cooperative", "PA", None, None, "several governments"),
    ("University of Larkmoor Police Department", "PA", None, None, "college or university"),
    ("Larkmoor College Board of Trustees", "PA", None, None, "college or university"),
    ("Larkmoor County Community College Police", "PA", None, None, "college or university"),
    ("Larkmoor International Airport Police Department", "PA", None, None, "airport or port"),
    ("Larkmoor School District Police", "PA", None, None, "school district"),
    ("Office of the State Attorney, 20th Judicial Circuit", "FL", None, None, "judicial"),
    ("McWren County District Attorney's Office", "OK", None, None, "judicial"),
    ("Florida Department of Corrections", "FL", None, "State Agency", "state agency"),
    ("Mississippi Attorney General's Office", "MS", None, "State Agency", "state agency"),
    ("Office of Agricultural Law Enforcement", "FL", None, "State Agency", "state agency"),
    ("Larkmoor Housing Authority Police", "PA", None, None, "an authority of its own"),
    ("Port of Larkmoor Police Department", "PA", None, None, "airport or port"),
    ("Seventh Circuit Solicitor's Office", "SC", None, None, "judicial"),
    ("Guam Police Department", "GU", None, None, "state agency"),
    # a city's sheriff is never looked for among other states' counties
    ("McWren City Sheriff's Office", "TX", None, None, "no such county in TX"),
    ("Larkmoor Tribal Police", "OK", None, None, "tribal"),
    # a misspelt name never leads to a place known to lie elsewhere
    ("Smewton Police Department", "PA", "Larkmoor County", None, None),
    # a county in ICE's column says that the row is where it belongs
    ("Curlew Creek Police Department", "FL", "Kitewood County", None, "no such place"),
]


@pytest.mark.parametrize(("agency", "state", "county", "ice_type", "words"), REFUSALS)
def test_refusals(
    agency: str, state: str, county: str | None, ice_type: str | None, words: str | None
) -> None:
    found = _match(agency, state, county, ice_type)
    if words is None:  # answered elsewhere or refused, but never in this state
        assert found.answer is None or found.answer["state"] != state
        return
    assert found.answer is None
    assert words in found.reason


def test_a_tie_names_its_candidates() -> None:
    found = _match("Larkmoor Township Police Department")
    assert [(c["county"], c["geoid"]) for c in found.candidates] == [
        ("Larkmoor", "4290190001"),
        ("Heronby", "4290390002"),
    ]


def test_the_wrong_state_says_so() -> None:
    found = _match("McWren County Sheriff's Office", "TX")
    assert found.reason == "no such county in TX, exactly one in OK"


def test_the_shape() -> None:
    shape = _match("Office of Constable Dunlin 6th Ward").as_json()
    assert shape == {
        "agency": "Office of Constable Dunlin 6th Ward",
        "state": "PA",
        "answer": {"name": "Dunlin", "kind": "municipality", "county": "Heronby", "state": "PA",
                   "geoid": "4290011"},
        "answers_to": "elected_constable",
        "vote_expectation": "contested",
        "candidates": [shape["answer"]],
        "reason": "municipality by name",
        "kind": "constable",
        "seat": "ward 6",
        "settled": None,
    }  # fmt: skip


def test_a_county_wears_its_word_and_the_printed_county_decides_between_two() -> None:
    answer = _match("Larkmoor County Sheriff").answer
    assert answer is not None
    assert (answer["name"], answer["county"]) == ("Larkmoor County", "Larkmoor")


@given(
    st.lists(
        st.sampled_from(
            ["Larkmoor", "Heronby", "County", "Township", "Borough", "of", "City", "Police",
             "Department", "Sheriff's", "Office", "Constable", "Regional", "Jail", "6th", "Ward",
             "State", "University", "Board", "Commissioners", "/", ",", "PA", "Twp."]
        ),
        max_size=8,
    ),
    st.sampled_from(["PA", "TX", "XX", ""]),
    st.sampled_from([None, "", "#N/A", "Heronby County", "Nowhere County"]),
)  # fmt: skip
def test_any_words_end_in_an_answer_or_a_reason(
    parts: list[str], state: str, county: str | None
) -> None:
    found = _match(" ".join(parts), state, county)
    assert found.reason
    assert found.vote_expectation == VOTE_EXPECTATION[found.answers_to]
    shape: dict[str, Any] = found.as_json()
    assert (shape["answer"] is None) == (found.unit is None)


@given(st.text(max_size=50), st.text(max_size=20))
def test_any_text_at_all(agency: str, county: str) -> None:
    assert _match(agency, "PA", county).reason
