"""Who answers for which kind of agency, and whether a vote is to be expected.

Owns the table of `ice-list` practice: a reading of who governs, not a legal finding. What a state
compels or forbids is laid over it in `audit.authority`.
"""

from __future__ import annotations

from audit.matching import kinds
from audit.matching.places import Unit

EXPECTED, CONTESTED, NOT_LOCAL, UNKNOWN = "expected", "contested", "not_local", "unknown"
_NEW_ENGLAND = frozenset(("CT", "MA", "ME", "NH", "RI", "VT"))

VOTE_EXPECTATION = {
    "municipal_council": EXPECTED,
    "township_board": EXPECTED,
    "select_board": EXPECTED,
    "county_board": EXPECTED,
    "county_jail_board": EXPECTED,
    "regional_board": EXPECTED,
    "trustees": EXPECTED,
    "port_board": EXPECTED,
    "state_executive": NOT_LOCAL,
    "tribal_council": UNKNOWN,
    "elected_sheriff": CONTESTED,
    "elected_constable": CONTESTED,
    "elected_prosecutor": CONTESTED,
    "elected_jailer": CONTESTED,
    "unknown": UNKNOWN,
}
# Louisville and Lexington run their jails as departments of a merged government.
_METRO_JAILS = frozenset(("21067", "21111", "2146027"))
_FIXED = {
    kinds.SHERIFF: "elected_sheriff",
    kinds.CONSTABLE: "elected_constable",
    kinds.PROSECUTOR: "elected_prosecutor",
    kinds.COUNTY_BOARD: "county_board",
    kinds.COUNTY_POLICE: "county_board",
    kinds.REGIONAL: "regional_board",
    kinds.CAMPUS: "trustees",
    kinds.SCHOOL: "trustees",
    kinds.PORT: "port_board",
    kinds.STATE: "state_executive",
    kinds.TRIBAL: "tribal_council",
    kinds.OTHER: "unknown",
}


def answers_to(kind: str, state: str, unit: Unit | None, word: str | None = None) -> str:
    """The office or body that answers, one of the keys of VOTE_EXPECTATION. word: the municipal
    word in the agency's name, which tells a township also where its place stays open."""
    if kind in _FIXED:
        return _FIXED[kind]
    if kind == kinds.JAIL and unit is not None and unit.geoid in _METRO_JAILS:
        return "county_board"
    if kind == kinds.JAIL:
        # Kentucky elects its jailers; Pennsylvania counties have prison boards.
        return {"KY": "elected_jailer", "PA": "county_jail_board"}.get(state, "county_board")
    if kind == kinds.MARSHAL and state == "LA":
        return "elected_constable"  # ward and city marshals are elected there
    if unit is None and word == "township":
        return "township_board"
    if unit is None:
        return "unknown" if kind == kinds.MARSHAL else "municipal_council"
    if unit.is_county:
        return "county_board"
    if unit.kind == "township":
        return "township_board"
    if unit.kind in {"town", "plantation"} and unit.state in _NEW_ENGLAND:
        return "select_board"
    return "municipal_council"
