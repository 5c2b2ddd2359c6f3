"""Names as nobody has typed them yet: slips of the fingers, merged governments, shared agencies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.matching import Places, Unit, load_places, match
from audit.matching import merged as table
from tests.audit.matching.made import PLACES

MORE = PLACES.extended(
    (
        Unit("47901", "TN", "Ploverly", "county", ()),
        Unit("08901", "CO", "Whimbrel", "county", ()),
        Unit("0890001", "CO", "Whimbrel", "city", ()),
        Unit("51903", "VA", "Avocet City", "county", ()),
        Unit("2590001", "MA", "Gadwall Town", "city", ()),
        *(Unit(f"{n}907", state, "Twite", "county", ()) for n, state in
          (("17", "IL"), ("27", "MN"), ("38", "ND"), ("48", "TX"))),
        *(Unit(f"{n}909", state, "Serin", "county", ()) for n, state in
          (("13", "GA"), ("38", "ND"), ("40", "OK"))),
    )
)  # fmt: skip


def _found(agency: str, state: str, county: str | None = None, places: Places = MORE) -> str | None:
    answer = match(agency, state, county=county, places=places).answer
    return answer["geoid"] if answer else None


@pytest.mark.parametrize(
    ("agency", "state", "geoid"),
    [
        ("City and County of Whimbrel Police Department", "CO", "0890001"),
        ("City and County of Whimbrel Sheriff Department", "CO", "08901"),
        ("Avocet City County Police Department", "VA", "51903"),
        ("Gadwall Police Department", "MA", "2590001"),
        ("Gadwall Town Police", "MA", "2590001"),
        # few states have one, and only one of them touches this one
        ("Serin County Sheriff's Office", "TX", "40909"),
    ],
)
def test_kinds_of_names(agency: str, state: str, geoid: str) -> None:
    assert _found(agency, state) == geoid


def test_a_county_of_many_states_is_not_taken_from_the_one_next_door() -> None:
    found = match("Twite County Sheriff's Office", "MT", places=MORE)
    assert found.answer is None
    assert found.reason == "no such county in MT, 4 in others"
    assert [c["state"] for c in found.candidates] == ["IL", "MN", "ND", "TX"]


@pytest.mark.parametrize(
    ("agency", "geoid"),
    [
        ("Metropolitan Ploverton Police Department", "47901"),
        ("Ploverton Metro PD", "47901"),
        ("Ploverton Sheriff's Office", "47901"),
        ("Ploverton City Police Department", None),  # a town's own name, as far as we know
    ],
)
def test_merged_governments(
    agency: str, geoid: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(table._MERGED, ("TN", "ploverton"), "47901")
    assert _found(agency, "TN") == geoid


def test_every_merged_government_is_in_the_list() -> None:
    assert set(table._MERGED.values()) <= load_places().geoids


def test_a_shared_agency_shows_the_members_its_name_mentions() -> None:
    found = match("Wrenton Bittern Regional Police", "PA", county="Larkmoor County", places=MORE)
    assert found.answer is None
    shown = {(c["name"], c["kind"]) for c in found.candidates}
    assert shown == {("Wrenton", "city"), ("Wrenton", "township"), ("Bittern", "township")}


def test_a_name_that_leads_nowhere_shows_what_is_spelled_like_it() -> None:
    found = match("Wrengtoon Police Department", "PA", places=MORE)
    assert found.answer is None
    assert [c["name"] for c in found.candidates] == ["Wrenton", "Wrenton"]


_NAMES = (
    ("Larkmoor Borough Police Department", "PA"), ("Plover Island Borough Police", "PA"),
    ("Finchley City Police Department", "PA"), ("Wrenton City Police Department", "PA"),
    ("Sunny Knots Beach Police Department", "FL"), ("Kitewood County Sheriff's Office", "FL"),
    ("Larkmoor County Prison", "PA"), ("Gulleton Police Department", "NH"),
    ("Office of Constable Dunlin 6th Ward", "PA"), ("Avocet Sheriff's Office", "VA"),
    ("South Siskin Township Police Department", "PA"), ("Siskin County Constable Precinct 5", "TX"),
)  # fmt: skip
_COUNTIES = st.sampled_from(
    [None, "", "#N/A", "Larkmoor County", "Heronby", "Nowhere County", "Larkmor Conty"]
)


@st.composite
def _retyped(draw: st.DrawFn) -> tuple[str, str, str]:
    """A name, its state, and the name with one slip in a word, other case, other spaces."""
    name, state = draw(st.sampled_from(_NAMES))
    at = draw(st.integers(1, len(name) - 2))
    slip = draw(st.sampled_from(["drop", "double", "swap", "other", "none"]))
    letter = draw(st.sampled_from("aeinrstxz"))
    typed = {
        "drop": name[:at] + name[at + 1 :],
        "double": name[:at] + name[at] + name[at:],
        "swap": name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        "other": name[:at] + letter + name[at + 1 :],
        "none": name,
    }[slip]
    typed = draw(st.sampled_from([typed, typed.upper(), typed.lower(), f"{typed}, {state}"]))
    gap = draw(st.sampled_from([" ", "  ", "\u00a0", " \u00a0"]))
    return name, state, f"{gap}{typed.replace(' ', gap)}{gap}"


@given(_retyped(), _COUNTIES)
def test_a_retyped_name_never_leads_to_another_place(
    retyped: tuple[str, str, str], county: str | None
) -> None:
    name, state, typed = retyped
    assert _found(typed, state, county, PLACES) in (None, _found(name, state, None, PLACES))


@given(st.sampled_from(_NAMES[:5]), st.sampled_from(["City of ", "Town of ", "The "]), _COUNTIES)
def test_words_put_before_a_name_never_lead_elsewhere(
    name: tuple[str, str], before: str, county: str | None
) -> None:
    agency, state = name
    plain = _found(agency, state, None, PLACES)
    assert _found(before + agency, state, county, PLACES) in (None, plain)


@given(st.sampled_from(_NAMES), st.sampled_from([" Police Department", " Police", "'s Office"]))
def test_a_name_without_its_office_never_leads_elsewhere(name: tuple[str, str], end: str) -> None:
    agency, state = name
    short = agency.removesuffix(end)
    assert _found(short, state, None, PLACES) in (None, _found(agency, state, None, PLACES))
