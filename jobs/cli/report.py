"""`offagenda report ...`: editions."""

from __future__ import annotations

import typer

from jobs.cli.common import Json, working
from jobs.cli.output import data, line


def register(app: typer.Typer) -> None:
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Write a report.")
    group.command()(weekly)
    app.add_typer(group, name="report")


def weekly(ctx: typer.Context, json: Json = False) -> None:
    """Write the weekly edition as of now; the last good edition stays if this one breaks."""
    from jobs.steps.report import weekly as step

    with working(ctx) as made:
        edition = step(made)
    if json:
        data({"page": str(edition.page), "headline": edition.headline, "sha256": edition.sha256})
    else:
        line(edition.headline)
        line(str(edition.page))
