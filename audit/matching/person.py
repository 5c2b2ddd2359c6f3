"""A match as a person settled it: their word stands before the matcher's.

Owns what a decision does to a match; which bodies then answer is for `bodies`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from audit.matching import kinds
from audit.matching.answers import CONTESTED, VOTE_EXPECTATION, answers_to
from audit.matching.bodies import BodyPlace, unit_of
from audit.matching.match import NO_PLACE, Match
from audit.matching.places import Places, Unit
from audit.matching.settled import NONE, PLACE, Settled

_BOARDS = {"regional_board": "regional_board", "school_board": "trustees"}


def settle(
    found: Match, settled: Settled, places: Places, bodies: Mapping[str, BodyPlace]
) -> Match:
    """The match with the person's answer in place of the matcher's. bodies: the registered ones,
    places: the list that holds theirs (`with_bodies`)."""
    named = [bodies[one] for one in settled.bodies if one in bodies]
    unit = _unit(settled, named, places)
    to = _answers_to(found, settled, unit, named)
    return replace(
        found,
        unit=unit,
        answer=places.as_json(unit) if unit else None,
        answers_to=to,
        vote_expectation=VOTE_EXPECTATION[to],
        candidates=(places.as_json(unit),) if unit else found.candidates,
        reason=settled.reason + _lost(settled, unit, named),
        settled=settled,
    )


def _unit(settled: Settled, named: list[BodyPlace], places: Places) -> Unit | None:
    if settled.answer == PLACE and settled.geoid:
        return places.unit(settled.geoid)
    units = {unit_of(body, places) for body in named}
    return units.pop() if len(units) == 1 else None


def _answers_to(found: Match, settled: Settled, unit: Unit | None, named: list[BodyPlace]) -> str:
    if VOTE_EXPECTATION[found.answers_to] == CONTESTED:
        return found.answers_to  # whose word it is to sign stays disputed, whatever the place
    if settled.answer == NONE or (unit is None and not named):
        return "unknown"
    boards = {_BOARDS.get(body.body_kind) for body in named}
    if len(named) > 1:
        return "regional_board"
    if board := next(filter(None, boards), None):
        return board
    if unit is None:
        return found.answers_to if found.kind in NO_PLACE else "unknown"
    kind = kinds.POLICE if found.kind in NO_PLACE else found.kind
    return answers_to(kind, unit.state, unit)


def _lost(settled: Settled, unit: Unit | None, named: list[BodyPlace]) -> str:
    """What is no longer known of it: a geoid or a body that left the lists since."""
    if settled.answer == PLACE and unit is None:
        return f" (no place has geoid {settled.geoid} any more)"
    gone = sorted(set(settled.bodies) - {body.id for body in named})
    return f" (not registered any more: {', '.join(gone)})" if gone else ""
