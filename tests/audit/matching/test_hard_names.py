"""Names of the kinds that ICE's lists hold few of: counties beside places, shared departments,
namesakes, towns called like an agency, states' universities by their short names."""

from __future__ import annotations

import pytest

from audit.matching import Match, Unit, match
from tests.audit.matching.made import PLACES

MORE = PLACES.extended(
    (
        # one name, two boroughs, each with its county
        Unit("4290030", "PA", "Knot", "borough", ("42901",)),
        Unit("4290031", "PA", "Knot", "borough", ("42903",)),
        # one name spelled in two ways
        Unit("4290190032", "PA", "Sand Plover", "township", ("42901",)),
        Unit("4290390033", "PA", "Sandplover", "township", ("42903",)),
        # a borough, whose county no list says, and a township around it
        Unit("4290034", "PA", "Gannet Brook", "borough", ()),
        Unit("4290190034", "PA", "Gannet Brook", "township", ("42901",)),
        Unit("4290190035", "PA", "Shearwater", "township", ("42901",)),
        Unit("4290036", "PA", "Dunlin Quay", "borough", ()),
        Unit("3690001", "NY", "Crane", "village", ()),
        Unit("3690190001", "NY", "Crane", "town", ("36901",)),
        Unit("3690002", "NY", "Rail", "village", ()),
        Unit("3690190002", "NY", "Rail", "town", ("36901",)),
        Unit("36901", "NY", "Bunting", "county", ("36901",)),
        Unit("36903", "NY", "Linnet", "county", ("36903",)),
        Unit("1390001", "GA", "Homeland", "city", ()),
        Unit("13911", "GA", "Ouzel", "county", ("13911",)),
        Unit("4790001", "TN", "South Ouzel", "city", ()),
        Unit("1990001", "IA", "Agency", "city", ()),
        Unit("3990001", "OH", "The Village of Wren Hill", "city", ()),
        Unit("0690001", "CA", "San Petrel (Skua)", "city", ()),
        Unit("0690002", "CA", "Dipper-by-the-Sea", "city", ()),
        Unit("4890002", "TX", "Ouzel Park", "city", ()),
        Unit("1290003", "FL", "Florida City", "city", ()),
        Unit("2290001", "LA", "Serin City", "city", ()),
        Unit("4290190037", "PA", "Avocet", "township", ("42901",)),
        Unit("2790190001", "MN", "Edder", "township", ("27901",)),
        Unit("21111", "KY", "Puffin", "county", ("21111",)),
        Unit("2390190001", "ME", "Twite", "town", ("23901",)),
        Unit("2390190002", "ME", "Serin", "town", ("23901",)),
        Unit("2390190003", "ME", "Pipit", "town", ("23901",)),
        Unit("2390190004", "ME", "Pipit", "plantation", ("23901",)),
        Unit("23901", "ME", "Lapwing", "county", ("23901",)),
        Unit("1790001", "IL", "Marshall", "city", ()),
    )
)


def _match(agency: str, state: str, county: str | None = None) -> Match:
    return match(agency, state, county=county, places=MORE)


@pytest.mark.parametrize(
    ("agency", "state", "county", "geoid", "to"),
    [
        # the county stands beside the place
        ("Wrenton, Larkmoor County Police Department", "PA", None, "4290003", "municipal_council"),
        ("Bittern Township Police (Heronby County)", "PA", None, "4290390014", "township_board"),
        ("Township of Bittern Police, Heronby County", "PA", "#N/A", "4290390014",
         "township_board"),
        ("Bittern Twp. PD - Heronby Co.", "PA", None, "4290390014", "township_board"),
        ("Constable's Office, Precinct 1, Place 2, Siskin County", "TX", None, "48901",
         "elected_constable"),
        ("Constable Siskin County, 2nd District", "TX", None, "48901", "elected_constable"),
        ("Constable - Ward 2, Wrenton City", "PA", "Larkmoor County", "4290003",
         "elected_constable"),
        ("Pennsylvania State Constable, Precinct 4-2 Shearwater Township", "PA", None,
         "4290190035", "elected_constable"),
        # a county's constables, whether or not the name says county
        ("Siskin Constable Precinct 2", "TX", None, "48901", "elected_constable"),
        ("Godwit Sheriff's Office", "VA", "Godwit City", "5190002", "elected_sheriff"),
        # namesakes
        ("Knot Borough Police Department", "PA", "Heronby County", "4290031", "municipal_council"),
        ("Sand Plover Township Police", "PA", "Heronby County", "4290390033", "township_board"),
        ("Sand Plover Township Police", "PA", "Larkmoor County", "4290190032", "township_board"),
        # initials and the slip that everybody makes
        ("Siskin County SO", "TX", None, "48901", "elected_sheriff"),
        ("Siskin County S.O.", "TX", None, "48901", "elected_sheriff"),
        ("Siskin County Sherrif's Office", "TX", None, "48901", "elected_sheriff"),
        ("City of Siskin DPS", "TX", None, "4890001", "municipal_council"),
        # towns called like an agency, or by half of their names
        ("Homeland Police Department", "GA", "Ouzel County", "1390001", "municipal_council"),
        ("Agency Police Department", "IA", None, "1990001", "municipal_council"),
        ("Wren Hill Police Department", "OH", None, "3990001", "municipal_council"),
        ("Skua Police Department", "CA", None, "0690001", "municipal_council"),
        ("Dipper Police Department", "CA", None, "0690002", "municipal_council"),
        ("Ibis College Borough Constable", "PA", None, "4290012", "elected_constable"),
        ("City of Ibis College Police", "PA", None, "4290012", "municipal_council"),
        ("Marshal Police Department", "IL", "Bureau County", "1790001", "municipal_council"),
        # another municipal word than the list's
        ("Ouzel Park Village Police Department", "TX", None, "4890002", "municipal_council"),
        ("Town of Shearwater Police", "PA", None, "4290190035", "township_board"),
        ("Avocet Police Department", "PA", None, "4290190037", "township_board"),
        ("Pipit Police Department", "ME", None, "2390190003", "select_board"),
        ("City Marshal of Serin City", "LA", None, "2290001", "elected_constable"),
        # the metro governments' jails have no elected jailer
        ("Puffin County Detention Center", "KY", None, "21111", "county_board"),
    ],
)  # fmt: skip
def test_answers(agency: str, state: str, county: str | None, geoid: str, to: str) -> None:
    found = _match(agency, state, county)
    assert found.answer is not None, found.reason
    assert (found.answer["geoid"], found.answers_to) == (geoid, to)


@pytest.mark.parametrize(
    ("agency", "state", "county", "to", "words"),
    [
        ("Knot Borough Police Department", "PA", None, "municipal_council", "no county decides"),
        # both elect constables, and nobody knows the borough's county
        (
            "Constable's Office Gannet Brook",
            "PA",
            "Larkmoor County",
            "elected_constable",
            "2 places of that name",
        ),
        ("Bittern Township Police Department", "PA", None, "township_board", "no county decides"),
        # a new city of the county whose name it bears is no row of another state
        ("South Ouzel Police Department", "GA", None, "municipal_council", "no such place in GA"),
        ("Edder Police Department", "MN", None, "municipal_council", "no such place in MN"),
        ("Edder Police Department", "MN", "Nowhere County", "municipal_council", "no such place"),
        ("Ploverton Metro Police", "UT", None, "regional_board", "several governments"),
        ("Heron Lakes Area Police Department", "MN", None, "regional_board", "several governments"),
        ("Memorial Villages Police Department", "TX", None, "regional_board", "several gov"),
        ("Corrections Commission of Northwest Ohio", "OH", None, "regional_board", "several gov"),
        ("Texas Tech Police Department", "TX", "Siskin County", "trustees", "college"),
        ("Florida Atlantic PD", "FL", None, "trustees", "college"),
        ("Siskin County School Board Police", "TX", None, "trustees", "school district"),
        ("Texas Department of Law Enforcement", "TX", None, "state_executive", "a state agency"),
        ("Alabama Law Enforcement Agency", "AL", None, "state_executive", "a state agency"),
        ("Office of the Governor", "TX", None, "state_executive", "a state agency"),
        ("Florida Police Department", "FL", None, "municipal_council", "no such place"),
        ("Tri-County Drug Task Force", "PA", None, "regional_board", "several governments"),
        ("Larkmoor Transit Police", "PA", None, "unknown", "authority of its own"),
        ("Larkmoor County Park District Police", "IL", None, "unknown", "authority of its own"),
        ("Siskin County State Attorney's Office", "FL", None, "elected_prosecutor", "judicial"),
    ],
)
def test_refusals(agency: str, state: str, county: str | None, to: str, words: str) -> None:
    found = _match(agency, state, county)
    assert found.answer is None
    assert words in found.reason
    assert found.answers_to == to


@pytest.mark.parametrize(
    ("agency", "state", "county", "named"),
    [
        ("Wrenton-Bittern Police Department", "PA", "Larkmoor County",
         [("Wrenton", "city"), ("Wrenton", "township"), ("Bittern", "township")]),
        ("Plover Island/Egret Borough Police", "PA", None,
         [("Plover Island", "borough"), ("Egret", "borough"), ("Egret", "borough")]),
        ("Twite and Serin Police Department", "ME", None, [("Twite", "town"), ("Serin", "town")]),
        ("Twite Serin Police Department", "ME", "Lapwing County",
         [("Twite", "town"), ("Serin", "town")]),
        ("Rail Town and Village Police Department", "NY", None,
         [("Rail", "village"), ("Rail", "town")]),
    ],
)  # fmt: skip
def test_a_name_that_joins_governments_shows_them(
    agency: str, state: str, county: str | None, named: list[tuple[str, str]]
) -> None:
    found = _match(agency, state, county)
    assert found.answer is None
    assert (found.kind, found.answers_to) == ("regional", "regional_board")
    assert [(c["name"], c["kind"]) for c in found.candidates] == named


def test_two_words_without_a_mark_are_not_two_governments() -> None:
    assert _match("Twite Serin Police Department", "ME").kind == "police"


@pytest.mark.parametrize(
    ("agency", "county", "geoid"),
    [
        ("Crane Police Department", "Bunting County", None),
        ("Crane Police Department", None, None),
        ("Crane Police Department", "Linnet County", "3690001"),  # the town lies elsewhere
        ("Crane Village Police Department", None, "3690001"),
        ("Town of Crane Police", None, "3690190001"),
        ("Rail Police Department", "Bunting County", None),
    ],
)
def test_whose_police_a_bare_name_means(agency: str, county: str | None, geoid: str | None) -> None:
    answer = _match(agency, "NY", county).answer
    assert (answer["geoid"] if answer else None) == geoid
