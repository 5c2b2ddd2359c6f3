"""Writing the weekly edition and noting it in the store."""

from __future__ import annotations

from datetime import datetime

from audit.states import STATE_NAMES
from jobs.context import Context
from jobs.due import latest, timetable, week
from jobs.steps.registry import states
from jobs.workspace import Workspace
from reports.weekly import WeeklyEdition, write
from store.engine import session
from store.queries import runs
from store.tables import Edition


def weekly(context: Context) -> WeeklyEdition:
    """Write this week's edition as of now into `editions/<week>`; a second time replaces it."""
    settings, now = context.workspace.settings, context.now
    name = week(now, settings.report.timezone)
    context.tell(f"writing the edition of {name}", 0, None)
    with session(context.workspace.engine) as opened:
        earlier = runs.last_edition(opened, "weekly")
        edition = write(
            opened,
            context.workspace.archive,
            as_of=now,
            title_place=place(context.workspace),
            out=context.workspace.editions / name,
            timezone=settings.report.timezone,
        )
        runs.note_edition(
            opened,
            Edition(
                id=f"weekly-{name}",
                kind="weekly",
                period=name,
                as_of=now,
                path=str(edition.path.relative_to(context.workspace.home)),
                sha256=edition.sha256,
                follows=earlier.id if earlier and earlier.period != name else None,
            ),
        )
    return edition


def is_due(context: Context) -> bool:
    """Whether the newest moment for a report has passed without an edition."""
    task = next(t for t in timetable(context.workspace.settings) if t.step == "weekly")
    fired = latest(task.trigger, context.now)
    with session(context.workspace.engine) as opened:
        newest = runs.last_edition(opened, "weekly")
    return fired is not None and _older(newest, fired)


def _older(newest: Edition | None, fired: datetime) -> bool:
    return newest is None or newest.as_of < fired


def place(workspace: Workspace) -> str:
    """What the folio prints: the place given, else the watched states by name."""
    watched = (STATE_NAMES.get(code, code) for code in states(workspace))
    return workspace.settings.report.place or ", ".join(watched) or "no state watched"
