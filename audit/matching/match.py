"""An agency's printed name matched to the place whose body answers for it.

Owns the way from a name to an answer or a refusal; a refusal always says why and what was near.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from audit.matching import kinds, resolve
from audit.matching.answers import VOTE_EXPECTATION, answers_to
from audit.matching.kinds import Parsed
from audit.matching.merged import merged
from audit.matching.places import Places, Unit
from audit.matching.resolve import Resolved
from audit.matching.settled import Settled
from audit.matching.shared import is_wide, members, mentioned
from audit.matching.words import key, squeeze, words

_COUNTY_KINDS = frozenset(
    (kinds.SHERIFF, kinds.PROSECUTOR, kinds.JAIL, kinds.COUNTY_BOARD, kinds.COUNTY_POLICE)
)
_MAY_BE_TOWNS = frozenset((kinds.CAMPUS, kinds.PORT, kinds.OTHER, kinds.TRIBAL, kinds.STATE))
NO_PLACE = {
    kinds.REGIONAL: "several governments share this agency; its name does not say which",
    kinds.CAMPUS: "a college or university: its trustees answer, no municipality",
    kinds.SCHOOL: "a school district's police: its own board answers, no municipality",
    kinds.PORT: "an airport or port: its authority answers, no municipality",
    kinds.STATE: "a state agency",
    kinds.TRIBAL: "a tribal agency",
    kinds.OTHER: "an authority of its own; its name does not say which board answers",
}
"""Kinds of agencies that answer to no place, and why."""

# Constables are elected by a county's precincts or districts here, never by a town.
_COUNTY_CONSTABLES = frozenset(("AL", "KY", "MS", "TN", "TX"))
# Elected by judicial district here, whatever county the name gives.
_JUDICIAL = {
    "AR": "prosecuting", "CO": "district", "GA": "district", "KY": "commonwealth",
    "LA": "district", "MS": "district", "NC": "district", "NM": "district", "OK": "district",
    "AL": "district", "FL": "state", "ME": "district", "SC": "solicitor", "TN": "district",
}  # fmt: skip


@dataclass(frozen=True)
class Match:
    """What an agency's name leads to; unit is None where refused, and reason says why.
    settled: the person's decision that stands in the matcher's place."""

    agency: str
    state: str
    unit: Unit | None
    answer: dict[str, Any] | None
    kind: str
    answers_to: str
    vote_expectation: str
    candidates: tuple[dict[str, Any], ...]
    reason: str
    seat: str | None = None
    settled: Settled | None = None

    def as_json(self) -> dict[str, Any]:
        """The `match` shape of the design, with the kind of agency and ward or precinct beside."""
        return {
            "agency": self.agency,
            "state": self.state,
            "answer": self.answer,
            "answers_to": self.answers_to,
            "vote_expectation": self.vote_expectation,
            "candidates": list(self.candidates),
            "reason": self.reason,
            "kind": self.kind,
            "seat": self.seat,
            "settled": self.settled.as_json() if self.settled else None,
        }


def match(
    agency: str,
    state: str,
    *,
    county: str | None = None,
    ice_type: str | None = None,
    places: Places,
) -> Match:
    """The place an agency answers in, or a refusal. county, ice_type: as ICE prints them; both
    may be missing or wrong and never outweigh the name."""
    parsed = kinds.parse(agency, state, ice_type)
    printed = places.county_printed(state, county)
    if state == "VA" and printed is None and (county or "").casefold().endswith(" city"):
        parsed = replace(parsed, unit=parsed.unit or "city")  # "Example City": no county's
    if parsed.kind in _MAY_BE_TOWNS:
        parsed = _town_after_all(agency, parsed, state, places)
    found = _resolve(agency, parsed, state, printed, places, blank=_blank(county))
    if parsed.kind == kinds.POLICE and found.unit is None:
        parsed, found = _of_several(agency, parsed, found, state, printed, places)
    to = answers_to(parsed.kind, state, found.unit, parsed.unit)
    given = _county_of(found.unit, printed)
    return Match(
        agency=agency,
        state=state,
        unit=found.unit,
        answer=places.as_json(found.unit, given) if found.unit else None,
        kind=parsed.kind,
        answers_to=to,
        vote_expectation=VOTE_EXPECTATION[to],
        candidates=tuple(places.as_json(unit) for unit in found.candidates[:12]),
        reason=found.reason,
        seat=parsed.seat,
    )


def _blank(county: str | None) -> bool:
    return not county or county.strip().casefold() in {"#n/a", "#na", "n/a", "na"}


def _county_of(unit: Unit | None, printed: Unit | None) -> str | None:
    """The printed county, where it is one of the unit's or the list of places has none."""
    if unit is None or printed is None:
        return None
    return printed.name if not unit.counties or printed.geoid in unit.counties else None


def _town_after_all(agency: str, parsed: Parsed, state: str, places: Places) -> Parsed:
    """ "State College", "University City", "Airport Drive" and "Homeland" are towns."""
    town = tuple(w for w in words(agency) if w not in {"police", "department", "of", "the"})
    held = places.state(state).municipalities
    shorter = [town]
    if town[:1] and town[0] in kinds.UNIT_WORDS:
        shorter.append(town[1:])
    if town[-1:] and town[-1] in kinds.UNIT_WORDS:
        shorter.append(town[:-1])
    for name in shorter:
        if name and "trustees" not in name and key(name) in held:
            return Parsed(kinds.POLICE, name)
    return parsed


def _of_several(
    agency: str,
    parsed: Parsed,
    found: Resolved,
    state: str,
    printed: Unit | None,
    places: Places,
) -> tuple[Parsed, Resolved]:
    """A department that no single place bears the name of, as a shared one where it is."""
    joined = members(agency, parsed, state, printed, places)
    regional = replace(parsed, kind=kinds.REGIONAL)
    if joined:
        return regional, Resolved(None, joined, "the name joins several governments")
    if is_wide(agency) and found.reason.startswith("no such place"):
        known = mentioned(parsed, state, printed, places)
        return regional, Resolved(None, known, NO_PLACE[kinds.REGIONAL])
    return parsed, found


def _resolve(
    agency: str, parsed: Parsed, state: str, printed: Unit | None, places: Places, *, blank: bool
) -> Resolved:
    if parsed.kind in NO_PLACE:
        shared = parsed.kind == kinds.REGIONAL
        members = mentioned(parsed, state, printed, places) if shared else ()
        return Resolved(None, members, NO_PLACE[parsed.kind])
    if parsed.kind == kinds.PROSECUTOR and _judicial(agency, parsed, state):
        return Resolved(None, (), "elected by judicial district, which may span several counties")
    towns_own = parsed.unit is not None and not parsed.leading  # "Dade City" is a town's name
    one = None if towns_own else merged(parsed.place, state, places)
    if one is not None and not _named_so(parsed, state, places):
        return Resolved(one, (one,), "a city and a county under one government")
    found = _by_kind(parsed, state, printed, places, blank=blank)
    if found.unit is None and not found.candidates and parsed.place:
        county = parsed.kind in _COUNTY_KINDS or parsed.county_word
        return replace(found, candidates=resolve.alike(parsed, state, places, county=county))
    return found


def _named_so(parsed: Parsed, state: str, places: Places) -> bool:
    """Whether a place or county of exactly this name and kind is in the list all the same."""
    held = places.state(state)
    among = held.counties if parsed.kind in _COUNTY_KINDS else held.municipalities
    return key(parsed.place) in among


def _by_kind(
    parsed: Parsed, state: str, printed: Unit | None, places: Places, *, blank: bool
) -> Resolved:
    if parsed.kind in _COUNTY_KINDS:
        return _county_office(parsed, state, printed, places)
    if parsed.kind in {kinds.CONSTABLE, kinds.MARSHAL} and (parsed.county_word or not parsed.place):
        return _county_seat(parsed, state, printed, places)
    if parsed.kind == kinds.CONSTABLE and state in _COUNTY_CONSTABLES and parsed.unit is None:
        of_county = resolve.county(parsed, state, printed, places)
        if of_county.unit is not None and of_county.unit.state == state:
            return of_county
    hinted = places.county(state, key(parsed.hint)) if parsed.hint else None
    return resolve.municipality(parsed, state, hinted or printed, places, blank=blank)


def _judicial(agency: str, parsed: Parsed, state: str) -> bool:
    text = agency.casefold()
    if "judicial" in text or "circuit" in text or not parsed.county_word:
        return True
    return _JUDICIAL.get(state, "\0") in text


def _county_seat(parsed: Parsed, state: str, printed: Unit | None, places: Places) -> Resolved:
    """A constable of a county, its precincts and districts; nameless ones by ICE's county."""
    if parsed.place:
        return resolve.county(parsed, state, printed, places)
    if printed is not None:
        return Resolved(printed, (printed,), "the name holds no place; county as ICE prints it")
    return Resolved(None, (), "the name holds no place and ICE prints no county")


def _county_office(parsed: Parsed, state: str, printed: Unit | None, places: Places) -> Resolved:
    """A county's office; where the name is a city's, the county it serves or the city itself."""
    if not parsed.place:
        return _county_seat(parsed, state, printed, places)
    if not parsed.county_word:
        city = _independent_city(parsed, state, printed, places)
        if city is not None:
            return city
    found = resolve.county(parsed, state, printed, places)
    in_state = found.unit is not None and found.unit.state == state
    exact = found.unit is not None and squeeze(found.unit.name) == key(parsed.place)
    if in_state and (parsed.county_word or exact):
        return found
    named_city = places.state(state).municipalities.get(key(parsed.place), ())
    if named_city and state == "VA":
        cities = tuple(u for u in named_city if u.kind == "city")
        if len(cities) == 1:
            return Resolved(cities[0], cities, "an independent city: it has no county")
    if named_city and printed is not None and not parsed.county_word:
        return Resolved(printed, (printed,), "named after a city; the county as ICE prints it")
    if parsed.kind == kinds.JAIL and not parsed.county_word and not in_state:
        return Resolved(None, found.candidates, "the name does not say which county's jail this is")
    return found


def _independent_city(
    parsed: Parsed, state: str, printed: Unit | None, places: Places
) -> Resolved | None:
    """ "X City Sheriff" of Virginia, and the two other cities outside any county."""
    outside = {("MD", "baltimore"), ("MO", "saintlouis"), ("NV", "carson"), ("NV", "carsoncity")}
    named = key(parsed.place)
    if state != "VA" and (state, named) not in outside:
        return None
    held = places.state(state)
    cities = tuple(
        u
        for name in (named, named + "city")
        for u in held.municipalities.get(name, ())
        if u.kind == "city"
    )
    if len(cities) != 1:
        return None
    if parsed.unit == "city" or named not in held.counties:
        return Resolved(cities[0], cities, "an independent city: it has no county")
    if printed is None:
        both = (*cities, *held.counties[named])
        return Resolved(None, both, "a county and an independent city bear this name")
    return None
