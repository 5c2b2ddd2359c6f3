"""`offagenda crawl`: look at sources."""

from __future__ import annotations

from typing import Annotated

import typer

from jobs.cli.common import Json, working
from jobs.cli.output import data, line, table


def register(app: typer.Typer) -> None:
    app.command()(crawl)


def crawl(
    ctx: typer.Context,
    source: Annotated[
        list[str] | None, typer.Argument(help="Source or body ids; default: all that are due.")
    ] = None,
    json: Json = False,
) -> None:
    """Look at the sources that are due, or at those named. Exit 3 when one was not read."""
    from jobs.steps.crawl import crawl as step
    from jobs.steps.registry import load

    with working(ctx) as made:
        load(made)
        done = step(made, tuple(source or ()))
    if json:
        data(done.as_json())
    elif not done.looks:
        line("nothing is due")
    else:
        table(
            ("source", "outcome", "rows", "new", "why"),
            [(k.source_id, k.outcome, k.rows, k.new_captures, k.why) for k in done.looks],
        )
    raise typer.Exit(done.code)
