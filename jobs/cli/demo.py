"""`offagenda demo`: a fictional county, end to end, offline."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jobs.cli.output import line, say
from jobs.exits import FAILED


def register(app: typer.Typer) -> None:
    app.command()(demo)


def demo(
    folder: Annotated[Path, typer.Option("--dir", help="Where the demo's workspace goes.")] = Path(
        "demo-county"
    ),
) -> None:
    """A year's history and ten weeks of a fictional county, crawled as in real life.

    Its web servers run on this machine only. The last line is the report's path.
    """
    from jobs.progress import bar
    from jobs.steps.demo import demo as whole

    with bar() as tell:
        shown = whole(folder, tell)
    for label, agency in shown.labels:
        line(f"{label:<22} {agency}")
    for complaint in shown.surprises:
        say(f"not as scripted: {complaint}")
    line()
    line(shown.headline)
    line(f"look around: offagenda --home {shown.home} status")
    line(str(shown.page))
    raise typer.Exit(FAILED if shown.surprises else 0)
