"""Police departments that several governments share, by their names.

Owns telling that a name joins several places and which those are; no name says who sits on the
board that answers, so none of them is the answer.
"""

from __future__ import annotations

import re

from audit.matching import kinds
from audit.matching.kinds import Parsed
from audit.matching.places import Places, Unit
from audit.matching.resolve import governed
from audit.matching.words import key, plain, words

_JOINED = re.compile(r"\s*[-\u2013/&,]\s*|\s+and\s+", re.IGNORECASE)
# Where no place is called so, these say that the department serves more than one.
_WIDE = frozenset(
    ("area", "metro", "metropolitan", "unified", "joint", "combined", "district", "villages")
)


def members(
    agency: str, parsed: Parsed, state: str, printed: Unit | None, places: Places
) -> tuple[Unit, ...]:
    """The governments that a department's name joins ("X-Y", "X/Y", "Town and Village of X"), for
    a name that no single place bears; none where it does not."""
    found = words(agency)
    if {"town", "village", "and"} <= set(found):
        name = tuple(w for w in parsed.place if w not in {"town", "village", "and", "of"})
        units = places.state(state).municipalities.get(key(name), ())
        return tuple(u for u in units if u.kind in {"town", "village"})
    parts = [_named(part, state, printed, places) for part in _JOINED.split(agency.strip())]
    if len(parts) > 1 and all(parts):
        return tuple(dict.fromkeys(unit for units in parts for unit in units))
    return _both_of_county(parsed, state, printed, places)


def is_wide(agency: str) -> bool:
    """Whether its words say that a department of no single place serves several."""
    return bool(_WIDE & set(plain(agency)))


def _named(part: str, state: str, printed: Unit | None, places: Places) -> tuple[Unit, ...]:
    """The municipalities of one name among several; in the county given where that is known."""
    parsed = kinds.parse(part, state)
    units = governed(places.state(state).municipalities.get(key(parsed.place), ()))
    if parsed.unit:
        units = tuple(u for u in units if u.kind == parsed.unit)
    return tuple(u for u in units if u.is_place or _inside(u, printed))


def _inside(unit: Unit, printed: Unit | None) -> bool:
    return printed is None or not unit.counties or printed.geoid in unit.counties


def _both_of_county(
    parsed: Parsed, state: str, printed: Unit | None, places: Places
) -> tuple[Unit, ...]:
    """ "X Y Police" without a mark between: two municipalities known to lie in the county given."""
    held = places.state(state).municipalities
    for at in range(1, len(parsed.place)) if printed else ():
        both = [
            tuple(u for u in held.get(key(name), ()) if printed and printed.geoid in u.counties)
            for name in (parsed.place[:at], parsed.place[at:])
        ]
        if all(both):
            return (*both[0], *both[1])
    return ()


def mentioned(parsed: Parsed, state: str, printed: Unit | None, places: Places) -> tuple[Unit, ...]:
    """The counties and municipalities whose names stand in a shared agency's name: whom to ask."""
    held = places.state(state)
    found: dict[str, Unit] = {}
    words = parsed.place
    spans = [words[i : i + size] for size in (3, 2, 1) for i in range(len(words) - size + 1)]
    for span in spans:
        among = (*held.counties.get(key(span), ()), *held.municipalities.get(key(span), ()))
        for unit in governed(among):
            if not (printed and unit.counties and printed.geoid not in unit.counties):
                found.setdefault(unit.geoid, unit)
    return tuple(found.values())
