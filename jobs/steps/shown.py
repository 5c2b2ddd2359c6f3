"""What reading commands show: findings, coverage, the ledger. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from audit.values import Agreement, Change, Coverage
from jobs.context import Context
from jobs.errors import JobError
from store.engine import session
from store.queries import findings as kept
from store.queries import ice


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


def agreements(context: Context, states: Sequence[str] | None) -> list[Agreement]:
    """The ledger's agreements, of some states or all."""
    from audit.record import agreement_from_json

    wanted = [s.upper() for s in states] if states else None
    with session(context.workspace.engine) as opened:
        return [agreement_from_json(row.content) for row in ice.agreements(opened, wanted)]


def changes(context: Context, days: int, states: Sequence[str] | None) -> list[Change]:
    """Changes of the lists in the last days."""
    wanted = [s.upper() for s in states] if states else None
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
        ]
