"""Who answers for an agency: the matcher's answer, or a person's where one was settled.

Owns bringing the list of places, the registered bodies and the settlements together, so that every
command gives the same answer. The matching itself is in `audit.matching`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from audit.matching import (
    BodyPlace,
    Match,
    Places,
    Settled,
    Settlements,
    load_places,
    match,
    settle,
    with_bodies,
)
from store.queries import record, settlements
from store.tables import Settlement


@dataclass(frozen=True)
class Who:
    """The places (with those of registered bodies), the bodies by id, what people settled."""

    places: Places = field(default_factory=load_places)
    bodies: Mapping[str, BodyPlace] = field(default_factory=dict)
    settlements: Settlements = field(default_factory=Settlements)

    def match(
        self, names: Sequence[str], state: str, *, county: str | None, ice_type: str | None
    ) -> Match:
        """The match of an agency. names: as ICE prints it now, then other spellings of it."""
        found = match(names[0], state, county=county, ice_type=ice_type, places=self.places)
        settled = self.settlements.find(state, names)
        return settle(found, settled, self.places, self.bodies) if settled else found


def who(session: Session) -> Who:
    """All of it as the store holds it."""
    bodies = {row.id: _place(row) for row in record.registry(session) if row.state}
    return Who(with_bodies(load_places(), bodies.values()), bodies, settled(session))


def settled(session: Session) -> Settlements:
    """What people settled and did not withdraw."""
    return Settlements.of(history(session))


def history(session: Session) -> tuple[Settled, ...]:
    """Every decision ever made, oldest first."""
    return tuple(_settled(row) for row in settlements.every(session))


def _settled(row: Settlement) -> Settled:
    return Settled(
        agency=row.agency,
        state=row.state,
        answer=row.answer,
        who=row.who,
        at=row.at,
        why=row.why,
        geoid=row.geoid,
        bodies=tuple(row.bodies),
    )


def _place(row: Any) -> BodyPlace:
    return BodyPlace(
        id=row.id,
        body_kind=row.kind,
        name=row.place or "",
        kind=row.place_kind or "",
        county=row.county,
        state=row.state,
        geoid=row.geoid,
        answers_for=tuple(row.answers_for or ()),
    )
