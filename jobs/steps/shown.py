"""What reading commands show: findings, coverage, the ledger. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from audit.states import state_code
from audit.values import Agreement, Change, Coverage
from jobs.context import Context
from jobs.errors import JobError
from store.engine import session
from store.queries import findings as kept
from store.queries import ice

CHANGES = ("added", "relisted", "gone", "pending", "pending_gone", "redated", "renamed", "edited")
"""Kinds of changes of ICE's lists, the weightiest first."""


def findings(context: Context, *, every: bool = False) -> list[dict[str, Any]]:
    """The `findings --json` shape: current ones of the watched states, or with all revisions."""
    from jobs.steps.registry import states

    watched = states(context.workspace)
    with session(context.workspace.engine) as opened:
        return kept.contents(opened, states=watched, every=every)


def explain(context: Context, finding: str) -> str:
    """One finding's story in plain words. Raises JobError for an unknown id."""
    from audit.explain import explain as story

    return story(_finding(context, finding))


def explain_json(context: Context, finding: str) -> dict[str, Any]:
    """The same story as data. Raises JobError for an unknown id."""
    from audit.explain import explain_json as story

    return story(_finding(context, finding))


def _finding(context: Context, finding: str) -> dict[str, Any]:
    with session(context.workspace.engine) as opened:
        found = kept.content(opened, finding)
    if found is None:
        raise JobError(f"no finding {finding!r}: `offagenda findings` prints the ids")
    return found


def coverage(context: Context, body: str, start: date, end: date) -> Coverage:
    """Coverage of one body in one window. Raises JobError for an unknown body."""
    from audit.coverage import coverage as judged
    from audit.record import load

    with session(context.workspace.engine) as opened:
        record = load(opened, [body]).get(body)
    if record is None:
        raise JobError(f"no body {body!r}: `offagenda sources list` prints the ids")
    return judged(record, start, end, context.now)


def _codes(states: Sequence[str] | None) -> list[str] | None:
    """USPS codes of states given by code or by name. Raises JobError for what is none."""
    found = {given: state_code(given) for given in states or ()}
    if bad := [given for given, code in found.items() if code is None]:
        raise JobError(f"{bad[0]!r} is no state: give its two letters or its name")
    return [code for code in found.values() if code] or None


def agreements(context: Context, states: Sequence[str] | None) -> list[Agreement]:
    """The ledger's agreements, of some states or all."""
    from audit.record import agreement_from_json

    wanted = _codes(states)
    with session(context.workspace.engine) as opened:
        return [agreement_from_json(row.content) for row in ice.agreements(opened, wanted)]


def changes(
    context: Context, days: int, states: Sequence[str] | None, kinds: Sequence[str] | None = None
) -> list[Change]:
    """Changes of the lists in the last days, of some states and kinds or of all. Raises JobError
    for a state or a kind that there is not."""
    if unknown := [kind for kind in kinds or () if kind not in CHANGES]:
        raise JobError(f"{unknown[0]!r} is no kind of change: {', '.join(CHANGES)}")
    wanted = _codes(states)
    since = context.now - timedelta(days=days)
    with session(context.workspace.engine) as opened:
        rows = ice.changes(opened, since, context.now, wanted)
        return [
            Change(
                kind=row.kind,
                agreement_id=row.agreement_id,
                agency=str(row.content["agency"]),
                state=row.state,
                model=str(row.content["model"]),
                at=row.at,
                detail=str(row.content["detail"]),
            )
            for row in rows
            if not kinds or row.kind in kinds
        ]
