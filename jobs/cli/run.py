"""`offagenda run`: all steps once."""

from __future__ import annotations

import typer

from jobs.cli.common import Json, working
from jobs.cli.output import data, line


def register(app: typer.Typer) -> None:
    app.command()(run)


def run(ctx: typer.Context, json: Json = False) -> None:
    """Look at what is due, read, judge, and write the weekly report when one is due.

    Exit 3: done, with sources not read or a workbook refused.
    """
    from jobs.steps.run import run as whole

    with working(ctx) as made:
        done = whole(made)
    if json:
        data(done.as_json())
    else:
        for text in done.lines():
            line(text)
    raise typer.Exit(done.code)
