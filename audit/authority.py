"""Who answers for an agency, whether a vote is to be expected, and on what ground.

Owns the authority axis of a finding. The state policies laid over it are `audit.law.policies`'.
States no legal conclusion: it quotes what was read, with its date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from audit.law.policies import Overlay, grounds, overlays
from audit.matching import kinds
from audit.matching.answers import CONTESTED, EXPECTED, NOT_LOCAL, UNKNOWN
from audit.matching.match import Match
from audit.phrases import temperate

_WHO = {
    "municipal_council": "the municipality's council",
    "township_board": "the township's board",
    "select_board": "the town's select board",
    "county_board": "the county's board",
    "county_jail_board": "the county's prison board",
    "regional_board": "the commission of the member governments",
    "trustees": "the institution's trustees",
    "port_board": "the authority's board",
    "state_executive": "the state's executive; no local body",
    "tribal_council": "the tribe's council",
    "elected_sheriff": "the sheriff, separately elected",
    "elected_constable": "the constable, separately elected",
    "elected_prosecutor": "the prosecutor, separately elected",
    "elected_jailer": "the jailer, separately elected",
    "unknown": "not settled",
}
_REASON = {
    EXPECTED: "the agency's head is appointed and works under this body",
    CONTESTED: "whether a board must approve what a separately elected officer signs is disputed",
    NOT_LOCAL: "no local body decides",
    UNKNOWN: "which body answers is not settled",
}
_NOBODY = "no body can be named"
# Their body is that of a place: where the place is not settled, neither is the body.
_BY_PLACE = frozenset(
    (kinds.POLICE, kinds.MARSHAL, kinds.JAIL, kinds.COUNTY_POLICE, kinds.COUNTY_BOARD)
)
_COUNTY_OFFICES = frozenset(("elected_sheriff", "elected_prosecutor", "elected_jailer"))


@dataclass(frozen=True)
class Authority:
    """The authority axis. also_relevant: a board to show beside an elected officer."""

    answers_to: str
    who: str
    vote_expectation: str
    reason: str
    citation: str = ""
    note: str = ""
    also_relevant: str | None = None
    overlays: tuple[Overlay, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "answers_to": self.answers_to,
            "who": self.who,
            "vote_expectation": self.vote_expectation,
            "reason": self.reason,
            "citation": self.citation,
            "note": self.note,
            "also_relevant": self.also_relevant,
            "overlays": [overlay.as_json() for overlay in self.overlays],
        }


def authority(match: Match, on: date, *, settled: bool = False) -> Authority:
    """The authority axis for a matched agency on a day (the day it signed, or of the report).

    settled: a registered body is known to answer (by place, by pack, by a person). Without that,
    a municipal agency whose place stays open has no body: vote_expectation is "unknown".
    """
    state = match.unit.state if match.unit else match.state
    expectation = match.vote_expectation
    reason = _REASON[expectation]
    if expectation == UNKNOWN and settled:
        expectation, reason = EXPECTED, "a registered body is named as the one that answers"
    if expectation == EXPECTED and match.unit is None and not settled and match.kind in _BY_PLACE:
        expectation, reason = UNKNOWN, f"{_REASON[UNKNOWN]}: {match.reason}"
    if match.settled:
        named = _NOBODY if expectation == UNKNOWN else reason
        reason = f"{named}; {temperate(match.reason) or 'settled by a person'}"
    ground = grounds().get((state, match.answers_to), {})
    return Authority(
        answers_to=match.answers_to,
        who=_WHO[match.answers_to],
        vote_expectation=expectation,
        reason=reason,
        citation=ground.get("citation", ""),
        note=ground.get("note", ""),
        also_relevant="the county's board" if match.answers_to in _COUNTY_OFFICES else None,
        overlays=overlays(state, match.answers_to, on, kind=match.kind, agency=match.agency),
    )
