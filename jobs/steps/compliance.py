"""Writing the open-meetings audit of a state and quarter, and noting it in the store."""

from __future__ import annotations

from datetime import UTC, datetime, time

from audit.metrics.values import Quarter
from audit.states import STATE_NAMES, state_code
from jobs.context import Context
from jobs.errors import JobError
from jobs.steps.registry import packs
from reports.compliance.write import AuditEdition, write
from store.engine import session
from store.queries import runs
from store.tables import Edition


def compliance(
    context: Context, state: str, quarter: Quarter, *, public: bool = False
) -> AuditEdition:
    """Write the audit as of now into `editions/audit-<state>-<quarter>`; again replaces it.

    public: into a folder of its own, with the exceptions that people have cleared only.

    Raises JobError for a state no watched body lies in, and for a quarter that has not begun.
    """
    code = _watched(context, state)
    if datetime.combine(quarter.first, time(), UTC) > context.now:
        raise JobError(f"{quarter} begins on {quarter.first}: nothing of it can be on record yet")
    name = f"audit-{code}-{quarter}" + ("-public" if public else "")
    context.tell(f"auditing {code}, {quarter}", 0, None)
    with session(context.workspace.engine) as opened:
        edition = write(
            opened,
            context.workspace.archive,
            state=code,
            quarter=quarter,
            as_of=context.now,
            out=context.workspace.editions / name,
            tell=context.tell,
            public=public,
        )
        runs.note_edition(
            opened,
            Edition(
                id=name,
                kind="audit",
                period=f"{code}-{quarter}",
                as_of=context.now,
                path=str(edition.path.relative_to(context.workspace.home)),
                sha256=edition.sha256,
            ),
        )
    return edition


def _watched(context: Context, state: str) -> str:
    """The state's code, where a body of it is in the loaded packs."""
    code = state_code(state)
    if code is None:
        raise JobError(f"{state!r} is no state: give its two letters, as PA")
    held = sorted({body.state for body in packs(context.workspace).bodies})
    if code not in held:
        known = ", ".join(held) or "none"
        raise JobError(
            f"no body of {STATE_NAMES[code]} is in the loaded packs (states there: {known})"
        )
    return code
