"""What a person settled about who answers for an agency, and finding it by any of its names.

Owns the values and which decision stands; what it does to a match is for `person`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from audit.ledger.names import fold_name

PLACE, BODY, NONE, WITHDRAWN = "place", "body", "none", "withdrawn"


@dataclass(frozen=True)
class Settled:
    """One decision: a place by geoid, one or several bodies by id, none, or a withdrawal."""

    agency: str
    state: str
    answer: str
    who: str
    at: datetime
    why: str
    geoid: str | None = None
    bodies: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        return key(self.state, self.agency)

    @property
    def words(self) -> str:
        """The answer in a few words: "place 4200000", two bodies' ids, "nobody named"."""
        if self.geoid:
            return f"place {self.geoid}"
        return ", ".join(self.bodies) or {NONE: "nobody named"}.get(self.answer, self.answer)

    def disputes(self, other: Settled) -> bool:
        """Whether another person said something else."""
        return self.who != other.who and self.words != other.words

    @property
    def reason(self) -> str:
        """Who, when and why, as a match tells it."""
        return f"settled by {self.who} on {self.at:%Y-%m-%d}: {self.why}"

    def as_json(self) -> dict[str, Any]:
        return {
            "agency": self.agency,
            "state": self.state,
            "answer": self.answer,
            "geoid": self.geoid,
            "bodies": list(self.bodies),
            "who": self.who,
            "at": self.at.isoformat(),
            "why": self.why,
        }


def key(state: str, agency: str) -> tuple[str, str]:
    """State and folded name: all spellings of one name have the same."""
    return state, fold_name(agency, state)


@dataclass(frozen=True)
class Settlements:
    """The newest decision for each agency, withdrawals among them."""

    newest: dict[tuple[str, str], Settled] = field(default_factory=dict)

    @classmethod
    def of(cls, decisions: Iterable[Settled]) -> Settlements:
        """From all decisions, oldest first."""
        return cls({one.key: one for one in decisions})

    def find(self, state: str, agency: str) -> Settled | None:
        """The decision that stands for an agency, None where there is none."""
        found = self.newest.get(key(state, agency))
        return None if found is None or found.answer == WITHDRAWN else found

    def spread(self, agencies: Iterable[tuple[str, tuple[str, ...]]]) -> Settlements:
        """The same, found under every spelling of an agency. agencies: state and spellings."""
        wider = dict(self.newest)
        for state, names in agencies:
            keys = {key(state, name) for name in names}
            held = [self.newest[one] for one in keys if one in self.newest]
            if held:
                wider.update(dict.fromkeys(keys, max(held, key=lambda one: one.at)))
        return Settlements(wider)

    @property
    def standing(self) -> tuple[Settled, ...]:
        """All that stand, by state and agency."""
        found = (one for one in self.newest.values() if one.answer != WITHDRAWN)
        return tuple(sorted(found, key=lambda one: (one.state, one.agency)))
