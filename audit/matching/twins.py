"""Villages and boroughs that bear the name of the town around them: whose police a bare name means.

Owns the table only: keys of names, by state, where the police are the town's, or where both have
their own. Elsewhere the incorporated place is meant. Source: the FBI's list of police agencies,
which prints "Village" or "Town" behind such names; for Connecticut and Vermont, that the borough
or village of that name has none.
"""

from __future__ import annotations

from collections.abc import Iterable

from audit.matching.places import Unit

_TOWNS_TEXT = """
CT newtown stonington|VT manchester northfield|WI waterford
NY cohocton colonie cuba greenport harrison haverstraw hunter lancaster manlius newberlin
NY orchardpark saugerties stillwater warwick woodbury
"""
_BOTH_TEXT = """
CT groton
NY chester easthampton fishkill frankfort goshen hamburg mamaroneck montgomery southampton
"""


def _keys(text: str) -> frozenset[tuple[str, str]]:
    rows = (row.split() for line in text.split("\n") for row in line.split("|") if row)
    return frozenset((state, name) for state, *names in rows for name in names)


_TOWNS, _BOTH = _keys(_TOWNS_TEXT), _keys(_BOTH_TEXT)


def whose_police(
    units: Iterable[Unit], state: str, name: str, county_given: Unit | None
) -> tuple[Unit, ...]:
    """Of units that bear one name, those whose police a bare name may mean; none where the table
    does not hold the name, or the town lies in another county than the one given."""
    held = tuple(units)
    towns = tuple(
        u for u in held if u.kind == "town" and not u.is_place
        and (county_given is None or county_given.geoid in u.counties)
    )  # fmt: skip
    if (state, name) in _TOWNS:
        return towns
    if (state, name) in _BOTH and towns:
        return (*towns, *(u for u in held if u.is_place))
    return ()
