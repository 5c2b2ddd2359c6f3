"""`offagenda report ...`: editions."""

from __future__ import annotations

from typing import Annotated

import typer

from jobs.cli.common import Json, working
from jobs.cli.output import data, line


def register(app: typer.Typer) -> None:
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Write a report.")
    group.command()(weekly)
    group.command()(audit)
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


def audit(
    ctx: typer.Context,
    state: Annotated[str, typer.Option(help="The state, by its two letters or by name.")],
    quarter: Annotated[str, typer.Option(help="The quarter, as 2026Q3.")],
    public: Annotated[
        bool, typer.Option("--public", help="With the exceptions that people have cleared only.")
    ] = False,
    json: Json = False,
) -> None:
    """Write the open-meetings audit of a state's bodies in one quarter: page, tables, codebook."""
    from audit.metrics.values import Quarter
    from audit.states import state_code
    from jobs.steps.compliance import compliance as step

    try:
        asked = Quarter.parse(quarter)
    except ValueError as error:
        raise typer.BadParameter(f"--quarter: {error}") from None
    if state_code(state) is None:
        raise typer.BadParameter(f"--state: {state!r} is no state; give its two letters, as PA")
    with working(ctx) as made:
        edition = step(made, state, asked, public=public)
    if json:
        data(edition.as_json())
    else:
        line(edition.headline)
        line(str(edition.page))
