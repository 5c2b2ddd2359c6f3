"""Judging what is kept: coverage and findings, recomputed; only what changed is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from audit.judge import judge, save
from jobs.context import Context
from jobs.steps.registry import states
from store.engine import session


@dataclass(frozen=True)
class Audited:
    """How many findings were added, replaced or left as they were."""

    added: int
    changed: int
    unchanged: int

    def as_json(self) -> dict[str, Any]:
        return {"added": self.added, "changed": self.changed, "unchanged": self.unchanged}

    def __str__(self) -> str:
        return f"findings: {self.added} new, {self.changed} changed, {self.unchanged} as before"


def audit(context: Context) -> Audited:
    """Recompute the findings of the watched states and keep what changed."""
    context.tell("judging", 0, None)
    watched = states(context.workspace)
    with session(context.workspace.engine) as opened:
        every = judge(opened, now=context.now, watch_states=watched)
        found = [
            f for f in every if in_counties(f.county, context.workspace.settings.watch.counties)
        ]
        saved = save(opened, found, now=context.now, states=watched)
    return Audited(saved.added, saved.changed, saved.unchanged)


def in_counties(county: str | None, watched: Sequence[str]) -> bool:
    """Whether an agency's county is watched. One without a county always is: ICE leaves a quarter
    of the municipal ones blank, and what is left out silently is the second worst thing.
    """
    if not watched or county is None:
        return True
    return _folded(county) in {_folded(name) for name in watched}


def _folded(county: str) -> str:
    return " ".join(county.casefold().removesuffix(" county").split())
