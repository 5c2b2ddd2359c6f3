"""Judging what is kept: coverage and findings, again where something changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from audit.changed import Order, last_whole, rejudge
from jobs.context import Context
from jobs.steps.registry import states
from store.engine import session
from store.queries import findings as kept


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


def audit(context: Context, *, whole: bool = False) -> Audited:
    """Judge again what may have changed and keep what did; everything once a day, or when asked.

    Once a day everything, so that what no mark tells of costs a day at most.
    """
    context.tell("judging", 0, None)
    watch = context.workspace.settings.watch
    order = Order(
        states=states(context.workspace),
        now=context.now,
        wanted=lambda found: in_counties(found.county, watch.counties),
        settings="\0".join(watch.counties),
    )
    with session(context.workspace.engine) as opened:
        before = last_whole(opened)
        daily = before is None or before.date() != order.now.date()
        saved = rejudge(
            opened,
            order,
            whole=whole or daily,
            tell=lambda done, of: context.tell("judging", done, of),
        )
        standing = len(kept.current(opened, order.states))
    return Audited(saved.added, saved.changed, standing - saved.added - saved.replaced)


def in_counties(county: str | None, watched: Sequence[str]) -> bool:
    """Whether an agency's county is watched. One without a county always is: ICE leaves a quarter
    of the municipal ones blank, and what is left out silently is the second worst thing.
    """
    if not watched or county is None:
        return True
    return _folded(county) in {_folded(name) for name in watched}


def _folded(county: str) -> str:
    return " ".join(county.casefold().removesuffix(" county").split())
