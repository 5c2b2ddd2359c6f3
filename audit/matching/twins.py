"""Villages and boroughs that bear the name of the town around them: whose police a bare name means.

Owns the states in which both kinds of place have police of their own, so that a bare name does not
say which. Elsewhere the incorporated place is meant.
"""

from __future__ import annotations

from collections.abc import Iterable

from audit.matching.places import Unit

_BOTH_HAVE_POLICE = frozenset({"CT", "NY", "VT"})


def whose_police(units: Iterable[Unit], state: str, county_given: Unit | None) -> tuple[Unit, ...]:
    """Of units that bear one name, the place and the town where a bare name may mean either; none
    where it does not, or where the town lies in another county than the one given."""
    held = tuple(units)
    if state not in _BOTH_HAVE_POLICE:
        return ()
    towns = tuple(
        u for u in held if u.kind == "town" and not u.is_place
        and (county_given is None or county_given.geoid in u.counties)
    )  # fmt: skip
    places = tuple(u for u in held if u.is_place)
    return (*towns, *places) if towns and places else ()
