"""Which registered bodies answer for an agency.

Owns the table of governing kinds and the comparison of places; the registry itself reaches this
room as plain values.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audit.matching.match import Match
from audit.matching.places import INVENTED, Places, Unit
from audit.matching.settled import PLACE
from audit.matching.words import squeeze, words

COUNTY_KINDS = frozenset(("county_council", "county_board"))
MUNICIPAL_KINDS = frozenset(
    (
        "borough_council",
        "township_supervisors",
        "township_commissioners",
        "township_board",
        "municipal_council",
        "city_council",
        "town_council",
        "village_board",
        "select_board",
    )
)


@dataclass(frozen=True)
class BodyPlace:
    """A registered body as matching sees it: its kind, its place, whom it says it answers for."""

    id: str
    body_kind: str
    name: str
    kind: str
    county: str | None
    state: str
    geoid: str | None
    answers_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answering:
    """Whether a body answers for an agency, and why (not)."""

    yes: bool
    reason: str


def body_answers(match: Match, body: BodyPlace, places: Places) -> Answering:
    """Whether this body answers for the matched agency.

    A person's word decides, then the registry's; else it does when it governs the same place.
    places: the same list (`with_bodies`) the match was made with.
    """
    if match.settled and match.settled.answer != PLACE:
        yes = body.id in match.settled.bodies
        return Answering(yes, match.settled.reason if yes else "a person settled it otherwise")
    if match.settled:
        return _governs(match, body, places)
    if body.state == _state(match) and _named(match.agency, body.answers_for):
        return Answering(True, "the registry says that it answers for this agency")
    return _governs(match, body, places)


def _governs(match: Match, body: BodyPlace, places: Places) -> Answering:
    if match.unit is None:
        return Answering(False, f"no place settled: {match.reason}")
    if body.body_kind not in COUNTY_KINDS | MUNICIPAL_KINDS:
        return Answering(False, f"a {body.body_kind} does not govern a place")
    if unit_of(body, places) != match.unit:
        return Answering(False, "another place")
    if match.unit.is_county != (body.body_kind in COUNTY_KINDS):
        return Answering(False, f"a {body.body_kind} does not govern a {match.unit.kind}")
    return Answering(True, f"it governs the same {match.unit.kind}")


def with_bodies(places: Places, bodies: Iterable[BodyPlace]) -> Places:
    """The list of places with those of registered bodies that it does not hold."""
    held = list(bodies)
    counties = {
        unit.geoid: unit for body in held if (unit := _unknown_county(body, places)) is not None
    }
    wider = places.extended(counties.values()) if counties else places
    extra = {unit.geoid: unit for body in held if (unit := unit_of(body, wider)) is not None}
    return wider.extended(extra.values())


def unit_of(body: BodyPlace, places: Places) -> Unit | None:
    """The unit a body governs: by geoid, else by kind, name, county and state, else one made of
    what the registry says; None where the registry names no place."""
    if not body.name:
        return None
    named = _by_name(body, places)
    if body.geoid:
        by_geoid = next((u for u in _all_named(body, places) if u.geoid == body.geoid), None)
        if by_geoid is not None:
            return by_geoid
        if body.geoid in places.geoids:
            return _by_geoid(body, places)
    return named if named is not None else _made(body, places)


def _state(match: Match) -> str:
    return match.unit.state if match.unit else match.state


def _named(agency: str, answers_for: Iterable[str]) -> bool:
    def folded(text: str) -> tuple[str, ...]:
        return tuple(w for w in words(text) if w not in {"office", "department", "of", "the"})

    return any(folded(agency) == folded(name) for name in answers_for)


def _all_named(body: BodyPlace, places: Places) -> tuple[Unit, ...]:
    state = places.state(body.state)
    name = squeeze(_bare(body.name, body.kind))
    return (*state.municipalities.get(name, ()), *state.counties.get(name, ()))


def _bare(name: str, kind: str) -> str:
    """A place's name without its kind: "Example County", "Example Township"."""
    tail = " " + kind.replace("_", " ")
    return name[: -len(tail)] if name.casefold().endswith(tail) else name


def _by_name(body: BodyPlace, places: Places) -> Unit | None:
    """The one unit of this kind and name in this county; a county of the list may be unknown."""
    same = tuple(u for u in _all_named(body, places) if u.kind == body.kind)
    if body.county and not (same and same[0].is_county):
        given = places.county_printed(body.state, body.county)
        fips = given.geoid if given else None
        same = tuple(u for u in same if not u.counties or fips in u.counties)
    return same[0] if len(same) == 1 else None


def _by_geoid(body: BodyPlace, places: Places) -> Unit | None:
    state = places.state(body.state)
    for units in (*state.municipalities.values(), *state.counties.values()):
        for unit in units:
            if unit.geoid == body.geoid:
                return unit
    return None


def _unknown_county(body: BodyPlace, places: Places) -> Unit | None:
    """The county a body lies in, where the list has no such county."""
    if not body.county or places.county_printed(body.state, body.county) is not None:
        return None
    name = _bare(body.county, "county")
    return Unit(f"{INVENTED}{body.state}-county-{squeeze(name)}", body.state, name, "county", ())


def _made(body: BodyPlace, places: Places) -> Unit:
    name = _bare(body.name, body.kind)
    county = places.county_printed(body.state, body.county)
    counties = (county.geoid,) if county and body.kind not in {"county", "parish"} else ()
    parts = [body.state, body.kind, squeeze(name), *(squeeze(body.county or ""),)]
    geoid = body.geoid or INVENTED + "-".join(parts)
    return Unit(geoid, body.state, name, body.kind, counties)
