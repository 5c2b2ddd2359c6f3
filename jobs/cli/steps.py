"""`offagenda analyze` and `offagenda audit`: read what waits, judge what is read."""

from __future__ import annotations

from typing import Annotated

import typer

from jobs.cli.common import Json, working
from jobs.cli.output import data, line


def register(app: typer.Typer) -> None:
    app.command()(analyze)
    app.command()(audit)


def analyze(ctx: typer.Context, json: Json = False) -> None:
    """Read captures that are new, and again those that a newer version reads otherwise."""
    from jobs.steps.analyze import analyze as step

    with working(ctx) as made:
        done = step(made)
    if json:
        data({"read": done.read, "unread": list(done.unread)})
        return
    line(str(done))
    for why in done.unread:
        line(f"  {why}")


def audit(
    ctx: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="judge everything again")] = False,
    json: Json = False,
) -> None:
    """Judge again what may have changed; a changed finding is a new row.

    Once a day, and with --all, everything is judged.
    """
    from jobs.steps.audit import audit as step
    from jobs.steps.registry import load

    with working(ctx) as made:
        load(made)
        done = step(made, whole=every)
    if json:
        data(done.as_json())
    else:
        line(str(done))
