"""Who answers for an agency: the matcher's answer, or a person's where one was settled.

Owns bringing the list of places, the registered bodies and the settlements together, so that every
command gives the same answer. The matching itself is in `audit.matching`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from audit.record import agreement_from_json
from store.queries import ice, record, settlements
from store.tables import Settlement


@dataclass(frozen=True)
class Who:
    """The places (with those of registered bodies), the bodies by id, what people settled."""

    places: Places = field(default_factory=load_places)
    bodies: Mapping[str, BodyPlace] = field(default_factory=dict)
    settlements: Settlements = field(default_factory=Settlements)

    def match(self, agency: str, state: str, *, county: str | None, ice_type: str | None) -> Match:
        """The match of an agency, all as ICE prints it."""
        found = match(agency, state, county=county, ice_type=ice_type, places=self.places)
        settled = self.settlements.find(state, agency)
        return settle(found, settled, self.places, self.bodies) if settled else found


def who(session: Session) -> Who:
    """All of it as the store holds it."""
    bodies = {row.id: _place(row) for row in record.registry(session) if row.state}
    return Who(with_bodies(load_places(), bodies.values()), bodies, settled(session))


def settled(session: Session) -> Settlements:
    """What people settled, found under every spelling that the ledger folded into one agency."""
    found = Settlements.of(history(session))
    return found.spread(spellings(session)) if found.newest else found


def spellings(
    session: Session, states: Sequence[str] | None = None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """State and all names of each agency ever listed, the one printed last first."""
    for row in ice.agreements(session, states):
        one = agreement_from_json(row.content)
        yield one.state, (one.agency, *one.names)


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
