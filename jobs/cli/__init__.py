"""The `offagenda` command: one file per command, wired together here.

No command module imports a room at module level, so that `--help` answers at once.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from jobs.cli import (
    crawling,
    demo,
    doctor,
    documents,
    findings,
    ice,
    init,
    report,
    request,
    review,
    run,
    schedule,
    sources,
    status,
    steps,
    topics,
    upkeep,
)
from jobs.cli.common import Globals
from jobs.cli.output import say
from jobs.exits import FAILED, INTERRUPTED

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Watches for 287(g) agreements that were signed without a recorded public vote.",
)


@app.callback()
def _globals(
    ctx: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option(help="The workspace; default: the nearest folder upwards that holds one."),
    ] = None,
    now: Annotated[
        str | None,
        typer.Option(help="ISO 8601 time with offset that stands in for the clock."),
    ] = None,
) -> None:
    from jobs.clock import parse_now

    try:
        ctx.obj = Globals(home, parse_now(now) if now else None)
    except ValueError as exc:
        raise typer.BadParameter(f"--now: {exc}") from None


for _module in (
    demo,
    init,
    run,
    schedule,
    sources,
    crawling,
    ice,
    steps,
    report,
    documents,
    topics,
    findings,
    review,
    request,
    status,
    doctor,
    upkeep,
):
    _module.register(app)


def main() -> None:
    """The entry point: known errors become one clear line, Ctrl-C becomes 130."""
    try:
        app()
    except KeyboardInterrupt:
        say("stopped; what was kept stays kept")
        sys.exit(INTERRUPTED)
    except Exception as exc:
        if not _known(exc):
            raise
        say(f"offagenda: {exc}")
        sys.exit(FAILED)


def _known(exc: Exception) -> bool:
    """Errors that our rooms raise on purpose carry their own advice; others keep a traceback."""
    room = type(exc).__module__.partition(".")[0]
    return room in {"crawler", "nlp", "store", "audit", "reports", "jobs", "demo"}
