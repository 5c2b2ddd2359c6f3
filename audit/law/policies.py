"""What state law says about agreements themselves: mandates, protections, conditions, bans, by day.

Owns `state_policy.toml`: its format, whom a row binds, and rows that were only read about, which
are told and never applied. Draws no conclusion for a finding.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from audit.errors import DataDamaged
from audit.matching.answers import VOTE_EXPECTATION

_FILE = Path(__file__).parent / "state_policy.toml"
CODES = frozenset(("STATE_MANDATE", "STATE_PROTECTS", "STATE_RESTRICTS", "STATE_FORBIDS"))
DATE_SEEN = {
    "day": "",
    "month": "only the month in which it began was seen",
    "year": "only the year in which it began was seen",
    "signed": "the day it became law; its operative date was not seen",
    "none": "the day from which it applies was not seen",
}
_STATE = "state_executive"
_NOT_LOCAL = frozenset((_STATE, "tribal_council"))


@dataclass(frozen=True)
class Overlay:
    """A state law laid over a finding; doubt says what is not known of its date."""

    code: str
    state: str
    citation: str
    effective_from: date | None
    confidence: str
    note: str
    doubt: str = ""
    effective_to: date | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "state": self.state,
            "citation": self.citation,
            "effective_from": self.effective_from.isoformat() if self.effective_from else None,
            "effective_to": self.effective_to.isoformat() if self.effective_to else None,
            "confidence": self.confidence,
            "note": self.note,
            "doubt": self.doubt,
        }


@dataclass(frozen=True)
class Told:
    """A row that was read about and is not applied. why: what it lacks."""

    state: str
    stance: str
    citation: str
    confidence: str
    note: str
    why: str


@dataclass(frozen=True)
class _Policy:
    """A row with whom it binds. kinds: kinds of agency among those, empty for all; named: a word
    that a state agency's name must hold, "" for none."""

    overlay: Overlay
    answers_to: frozenset[str]
    kinds: frozenset[str]
    named: str

    def binds(self, answers_to: str, kind: str | None, agency: str) -> bool:
        every = "*" in self.answers_to and answers_to not in _NOT_LOCAL
        known = every or answers_to in self.answers_to
        of_kind = not self.kinds or kind is None or kind in self.kinds
        by_name = answers_to != _STATE or not agency or self.named in agency.casefold()
        return known and of_kind and by_name

    def holds(self, on: date) -> bool:
        since, until = self.overlay.effective_from, self.overlay.effective_to
        return (since is None or since <= on) and (until is None or on <= until)


def overlays(
    state: str, answers_to: str, on: date, *, kind: str | None = None, agency: str = ""
) -> tuple[Overlay, ...]:
    """The state laws that bind such an agency on that day.

    kind, agency: its kind and name, where a row binds some only; without them, any that it may.
    """
    return tuple(
        one.overlay
        for one in _policies()
        if one.overlay.state == state and one.holds(on) and one.binds(answers_to, kind, agency)
    )


def told(state: str) -> tuple[Told, ...]:
    """What was only read about of a state, and is applied to nothing."""
    return tuple(Told(**row) for row in _data().get("told", []) if row["state"] == state)


def grounds() -> dict[tuple[str, str], dict[str, str]]:
    """What was read of who answers, by state and office: shown, never applied."""
    return {(row["state"], row["answers_to"]): row for row in _data().get("authority", [])}


@cache
def _policies() -> tuple[_Policy, ...]:
    return tuple(_policy(row) for row in _data().get("policy", []))


@cache
def _data() -> dict[str, Any]:
    """The table; raises DataDamaged where it is missing or not in its own format."""
    try:
        return tomllib.loads(_FILE.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as exc:
        raise DataDamaged(f"{_FILE.name}: the table of state policies cannot be read ({exc})"
                          ) from exc  # fmt: skip


def _policy(row: Mapping[str, Any]) -> _Policy:
    bound = frozenset(row["answers_to"])
    unknown = bound - VOTE_EXPECTATION.keys() - {"*"}
    if unknown or row["code"] not in CODES or not row["citation"]:
        raise DataDamaged(f"{_FILE.name}: the row of {row['state']} names {sorted(unknown)} "
                          f"and {row['code']}")  # fmt: skip
    overlay = Overlay(
        code=row["code"],
        state=row["state"],
        citation=row["citation"],
        effective_from=row.get("effective_from"),
        confidence=row["confidence"],
        note=row["note"],
        doubt=DATE_SEEN[row["date_seen"]],
        effective_to=row.get("effective_to"),
    )
    return _Policy(overlay, bound, frozenset(row.get("kinds", ())), row.get("named", ""))
