"""`offagenda doctor`: one line per check, with the fix."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from jobs.cli.common import Globals, Json
from jobs.cli.output import data, line
from jobs.exits import FAILED


def register(app: typer.Typer) -> None:
    app.command()(doctor)


def doctor(
    ctx: typer.Context,
    migrate: Annotated[
        bool, typer.Option(help="Bring the database to this program's schema, backup first.")
    ] = False,
    json: Json = False,
) -> None:
    """Check settings, packs, database, disk, scheduler and the age of ICE's list."""
    from jobs.clock import Clock
    from jobs.health import checks
    from jobs.workspace import Workspace

    given: Globals = ctx.obj
    workspace = Workspace.find(given.home, Path.cwd())
    if migrate:
        _migrate(workspace)
    found = list(checks(workspace, Clock(given.now).now()))
    if json:
        data([asdict(check) for check in found])
    else:
        for check in found:
            line(f"{check.level:4}  {check.name}: {check.found}")
            if check.fix:
                line(f"      {check.fix}")
    raise typer.Exit(FAILED if any(check.level == "fail" for check in found) else 0)


def _migrate(workspace: object) -> None:
    from jobs.steps.create import upgrade
    from jobs.workspace import Workspace

    assert isinstance(workspace, Workspace)
    copy = upgrade(workspace)
    line(f"migrated; the database as it was: {copy}" if copy else "the schema is current")
