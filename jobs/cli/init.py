"""`offagenda init`: a new workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jobs.cli.common import Globals
from jobs.cli.output import line


def register(app: typer.Typer) -> None:
    app.command()(init)


def init(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Where; default: here.")] = Path(),
    pack: Annotated[
        list[str] | None, typer.Option(help="A built-in pack to load, e.g. pennsylvania.")
    ] = None,
    contact: Annotated[
        str, typer.Option(help="A page or address where webmasters can reach you.")
    ] = "",
) -> None:
    """Make a workspace: settings, archive and database. Never overwrites settings."""
    from jobs.clock import Clock
    from jobs.context import Context
    from jobs.steps.create import create
    from jobs.steps.registry import load

    given: Globals = ctx.obj
    made = create(folder, tuple(pack or ()), contact)
    load(Context(made, Clock(given.now)))
    line(f"workspace ready in {made.home}")
    line("next: `offagenda sources list`, then `offagenda run`")
