"""`offagenda schedule`: the unattended service, in the foreground."""

from __future__ import annotations

import typer

from jobs.cli.common import Globals, context


def register(app: typer.Typer) -> None:
    app.command()(schedule)


def schedule(ctx: typer.Context) -> None:
    """Daily crawl, ICE's page twice a day, the weekly report; missed work is caught up on."""
    from jobs.service import serve

    given: Globals = ctx.obj
    if given.now is not None:
        raise typer.BadParameter("--now cannot stand in for the clock of a running service")
    serve(context(ctx))
