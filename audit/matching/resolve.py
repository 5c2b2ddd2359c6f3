"""Words of a place turned into one Census unit, or into a refusal with candidates.

Owns the lookups in their order: exact, then spelling within the state and kind, then another
state where this one has no such place. A tie is never broken by a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from audit.matching.kinds import CONSTABLE, POLICE, Parsed
from audit.matching.neighbours import NEIGHBOURS
from audit.matching.places import Places, Unit, near
from audit.matching.twins import whose_police
from audit.matching.words import key, plain, squeeze
from audit.states import STATE_NAMES

# Census areas of Alaska are statistics, not governments.
_NO_GOVERNMENT = frozenset(("census_area",))
_TOWNSHIP_POLICE = frozenset(("MI", "NJ", "OH", "PA"))
_FEW = 3
_ALIKE, _MOST = 80, 5
_WATER = re.compile(r"-(?:on|by)-")
_SHORTENED = ("beach", "city", "park", "village")  # "Sunny Example" for "Sunny Example Beach"


@dataclass(frozen=True)
class Resolved:
    """unit: the one that is meant, None where refused; candidates: what else was near."""

    unit: Unit | None
    candidates: tuple[Unit, ...]
    reason: str


def county(parsed: Parsed, state: str, printed: Unit | None, places: Places) -> Resolved:
    """The county an office names; printed: the county in ICE's column where it is a real one."""
    held = places.state(state).counties
    name = key(parsed.place)
    if name not in held and len(parsed.place) > 1 and parsed.place[-1] in {"place", "parrish"}:
        name = key(parsed.place[:-1])  # typed for "Parish"
    exact = governed(held.get(name, ()))
    if len(exact) == 1:
        return Resolved(exact[0], exact, "county by name")
    printed_key = squeeze(printed.name) if printed else ""
    if printed and (near(name, {printed_key: (printed,)}) or name.endswith(printed_key)):
        return Resolved(printed, (printed,), "county by name, spelling as in the county column")
    close = governed(near(name, held)) if name else ()
    elsewhere = _elsewhere(name, state, places) if parsed.county_word else ()
    if len(close) == 1:
        return Resolved(close[0], close, "county by name, one slip of the fingers allowed")
    if close:
        return Resolved(None, close, f"several counties of {state} are spelled like this")
    if len(elsewhere) == 1:
        there = elsewhere[0]
        return Resolved(
            there, elsewhere, f"no such county in {state}, exactly one in {there.state}"
        )
    many = f", {len(elsewhere)} in others" if elsewhere else ""
    return Resolved(None, elsewhere, f"no such county in {state}{many}")


def alike(parsed: Parsed, state: str, places: Places, *, county: bool) -> tuple[Unit, ...]:
    """Units of the state spelled most like a name that leads nowhere, to be shown, never taken."""
    held = places.state(state).counties if county else places.state(state).municipalities
    near_by = process.extract(
        key(parsed.place), held.keys(), scorer=fuzz.ratio, limit=_MOST, score_cutoff=_ALIKE
    )
    return tuple(unit for name, *_ in near_by for unit in governed(held[name]))


def governed(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Without census areas, which are statistics."""
    return tuple(unit for unit in units if unit.kind not in _NO_GOVERNMENT)


def _elsewhere(name: str, state: str, places: Places) -> tuple[Unit, ...]:
    """Counties of this name in other states: the neighbours' where few states have one, else all.

    Where many have one, that a neighbour has it says little: a Cass County typed under one state
    was in neither of its neighbours.
    """
    everywhere = tuple(
        unit for code in places.states if code != state
        for unit in places.state(code).counties.get(name, ())
    )  # fmt: skip
    beside = tuple(unit for unit in everywhere if unit.state in NEIGHBOURS.get(state, ()))
    return beside if beside and 1 < len(everywhere) <= _FEW else everywhere


def municipality(
    parsed: Parsed, state: str, county_given: Unit | None, places: Places, *, blank: bool
) -> Resolved:
    """The municipality a police department or constable names. blank: ICE prints no county."""
    held = places.state(state).municipalities
    for names, unit in _readings(parsed, state):
        units = _spelled(held.get(key(names), ()), names, county_given)
        found = _meant(parsed, state, (names, unit), units, county_given)
        if found and unit is None and parsed.kind == POLICE:
            found = _townships_police(found, state, county_given)
        if found:
            return _choose(found, county_given, places, "by name")
    for names, unit in _readings(parsed, state):
        found = _of_kind(near(key(names), _kind_only(held, unit), strict=True), unit)
        if found:
            return _choose(_not_elsewhere(found, county_given), county_given, places,
                           "one slip of the fingers allowed")  # fmt: skip
    return _shortened(parsed, state, blank, places)


def _meant(
    parsed: Parsed,
    state: str,
    reading: tuple[tuple[str, ...], str | None],
    units: Sequence[Unit],
    county_given: Unit | None,
) -> tuple[Unit, ...]:
    """Those of the units with a name that an agency of this kind may belong to."""
    names, unit = reading
    if unit is None and parsed.kind == CONSTABLE:
        return governed(units)  # both a borough and a township elect them
    if unit is None and names != parsed.place:
        units = _no_township(units)  # "Example City Police" are not those of Example City Township
    twins = whose_police(units, state, county_given) if unit is None else ()
    return twins or _of_kind(units, unit) or _loosely(units, unit)


def _townships_police(
    found: tuple[Unit, ...], state: str, county_given: Unit | None
) -> tuple[Unit, ...]:
    """A bare name is a township's only in the county given, or where townships have police."""
    if any(u.kind != "township" for u in found):
        return found
    if county_given is None:
        return found if state in _TOWNSHIP_POLICE else ()
    return tuple(u for u in found if county_given.geoid in u.counties)


def _loosely(units: Sequence[Unit], unit: str | None) -> tuple[Unit, ...]:
    """A place whose municipal word is not the one in its agency's name: a city that calls itself a
    village, the one township of a name that calls itself a town."""
    if unit == "village":
        return tuple(u for u in governed(units) if u.is_place)
    return governed(units) if unit in {"town", "municipality"} and len(units) == 1 else ()


def _readings(parsed: Parsed, state: str) -> Sequence[tuple[tuple[str, ...], str | None]]:
    """ "Plant City": a place of that name first, then a city called Plant."""
    short = tuple(w for w in parsed.place if w not in {"metropolitan", "state"})
    readings: list[tuple[tuple[str, ...], str | None]] = []
    if parsed.unit in {"city", "town", "village"} and not parsed.leading:
        readings.append(((*parsed.place, parsed.unit), None))
    readings.append((parsed.place, parsed.unit))
    if short and short != parsed.place:
        readings.append((short, parsed.unit))
    tail = tuple(STATE_NAMES.get(state, "-").casefold().split())
    if len(parsed.place) > len(tail) and parsed.place[-len(tail) :] == tail:
        readings.append((parsed.place[: -len(tail)], parsed.unit))
    return readings


def _spelled(
    units: Sequence[Unit], names: tuple[str, ...], county_given: Unit | None
) -> tuple[Unit, ...]:
    """Without those that only look alike when squeezed: a town called Ash is not Ashtown, and
    Valley View comes before Valleyview, unless only the latter lies in the county given."""
    same = tuple(u for u in units if plain(u.name) == names)
    if same:
        inside = tuple(u for u in units if county_given and county_given.geoid in u.counties)
        elsewhere = all(u.counties and u not in inside for u in same)
        return inside if inside and elsewhere else same
    if len(names) < 2 or names[-1] not in {"city", "town", "village"}:
        return tuple(units)
    return tuple(u for u in units if u.name.casefold().split()[-1] == names[-1])


def _of_kind(units: Sequence[Unit], unit: str | None) -> tuple[Unit, ...]:
    """Units of the municipal word; without one, incorporated places before subdivisions."""
    real = governed(units)
    if unit == "township":  # what others call a township is a town in New York and Wisconsin
        same = tuple(u for u in real if u.kind == unit)
        return same or tuple(u for u in real if u.kind == "town" and not u.is_place)
    if unit in {"borough", "village", "plantation"}:
        return tuple(u for u in real if u.kind == unit)
    if unit in {"city", "town", "municipality"}:
        same = tuple(u for u in real if u.kind == unit)
        # "Town of X" is also said of villages and boroughs, and a home-rule
        # municipality calls itself what it likes; a township is never a city.
        return same or tuple(u for u in real if u.kind != "township" and u.is_place)
    places_only = tuple(u for u in real if u.is_place)
    towns = tuple(u for u in real if u.kind == "town")
    return places_only or towns or real


def _kind_only(held: dict[str, tuple[Unit, ...]], unit: str | None) -> dict[str, tuple[Unit, ...]]:
    if unit is None:
        return {k: found for k, units in held.items() if (found := _no_township(units))}
    return {k: found for k, units in held.items() if (found := _of_kind(units, unit))}


def _no_township(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Townships keep their word in an agency's name; a misspelt name is never bent to one."""
    return tuple(u for u in units if u.kind != "township")


def _not_elsewhere(found: tuple[Unit, ...], county_given: Unit | None) -> tuple[Unit, ...]:
    """A misspelt name never leads to a place known to lie in another county than the one given."""
    if county_given is None:
        return found
    return tuple(u for u in found if not u.counties or county_given.geoid in u.counties)


def _choose(
    found: tuple[Unit, ...], county_given: Unit | None, places: Places, how: str
) -> Resolved:
    """One unit is the answer; of several, the one in the county given."""
    if not found:
        return Resolved(None, (), "a place spelled like this lies in another county only")
    if len(found) == 1:
        only = found[0]
        doubt = ""
        if county_given and only.counties and county_given.geoid not in only.counties:
            doubt = f"; it lies in {places.county_name(only)}, not in {county_given.full_name}"
        return Resolved(only, found, f"{only.kind} {how}{doubt}")
    if county_given is not None:
        inside = tuple(u for u in found if county_given.geoid in u.counties)
        unknown = tuple(u for u in found if not u.counties)
        if len(inside) == 1 and not unknown:
            return Resolved(inside[0], found, f"{inside[0].kind} {how}, in the county given")
        if not inside and len(unknown) == 1:
            return Resolved(
                unknown[0], found, f"{unknown[0].kind} {how}, the others lie in other counties"
            )
    kinds = ", ".join(sorted({u.kind for u in found}))
    return Resolved(
        None, found, f"{len(found)} places of that name ({kinds}) and no county decides"
    )


def _shortened(parsed: Parsed, state: str, blank: bool, places: Places) -> Resolved:
    """Names cut short, and rows under another state; else a refusal."""
    held = places.state(state).municipalities
    of_state = parsed.place == tuple(STATE_NAMES.get(state, "").casefold().split())
    for word in () if of_state else _SHORTENED:
        found = _of_kind(held.get(key((*parsed.place, word)), ()), parsed.unit)
        if len(found) == 1 and parsed.place:
            return Resolved(found[0], found, f"{found[0].kind} by a name cut short")
    found = _by_the_water(parsed, state, places)
    if len(found) == 1:
        return Resolved(found[0], found, f"{found[0].kind} by a name cut short")
    prefixed = _prefixed(parsed, state, places)
    if len(prefixed) == 1:
        return Resolved(prefixed[0], prefixed, f"{prefixed[0].kind} by the beginnings of its words")
    name = key(parsed.place)
    away = len(name) >= 8 and len(parsed.place) > 1 and not _of_here(parsed, state, places)
    elsewhere = tuple(
        unit for code in places.states if code != state and away
        for unit in _of_kind(places.state(code).municipalities.get(name, ()), parsed.unit)
    )  # fmt: skip
    if len(elsewhere) == 1 and blank and elsewhere[0].is_place:
        there = elsewhere[0]
        return Resolved(there, elsewhere, f"no such place in {state}, exactly one in {there.state}")
    return Resolved(None, elsewhere[:8], f"no such place in {state}")


def _by_the_water(parsed: Parsed, state: str, places: Places) -> tuple[Unit, ...]:
    """ "Example" for Example-by-the-Sea, Example-on-Sample."""
    name = key(parsed.place)
    among = {
        unit for units in places.state(state).municipalities.values() for unit in units
        if (short := _WATER.split(unit.name)[0]) != unit.name and squeeze(short) == name
    }  # fmt: skip
    return _of_kind(tuple(among), parsed.unit)


def _of_here(parsed: Parsed, state: str, places: Places) -> bool:
    """Whether a word of the name is a place or county of this state: a new town called after its
    county is in no list yet, and no row of another state."""
    held = places.state(state)
    return any(word in held.counties or word in held.municipalities for word in parsed.place)


def _prefixed(parsed: Parsed, state: str, places: Places) -> tuple[Unit, ...]:
    """ "East Pennsylvania Township" for East Penn: a state's name typed for its beginning."""
    state_words = set(STATE_NAMES.get(state, "").casefold().split())
    if parsed.unit is None or not state_words & set(parsed.place) or len(parsed.place) < 2:
        return ()
    found = []
    for units in places.state(state).municipalities.values():
        for unit in _of_kind(units, parsed.unit):
            words = unit.name.casefold().split()
            if len(words) == len(parsed.place) and all(
                a == b or (a in state_words and len(b) >= 4 and a.startswith(b))
                for a, b in zip(parsed.place, words, strict=True)
            ):
                found.append(unit)
    return tuple(found)
