"""`offagenda request`: the log of records requests, whose days the open-meetings audit counts."""

from __future__ import annotations

from typing import Annotated

import typer

from jobs.cli.common import day, working
from jobs.cli.output import line


def register(app: typer.Typer) -> None:
    app.command()(request)


def request(
    ctx: typer.Context,
    body: Annotated[str, typer.Argument(help="The body's id, as `sources list` prints it.")],
    meeting: Annotated[
        str, typer.Option(help="The day of the meeting whose papers are asked for.")
    ],
    who: Annotated[str, typer.Option(help="Your name; it is kept with the entry.")],
    sent: Annotated[str | None, typer.Option(help="The day the request was sent.")] = None,
    answered: Annotated[str | None, typer.Option(help="The day the answer came.")] = None,
    why: Annotated[str, typer.Option(help="What was asked for, or what the answer held.")] = "",
) -> None:
    """Note that a records request for a meeting's minutes was sent, or answered."""
    from jobs.steps.exceptions import request as step
    from jobs.steps.registry import load

    given = [(name, text) for name, text in (("sent", sent), ("answered", answered)) if text]
    if len(given) != 1:
        raise typer.BadParameter("give one of --sent and --answered, with its day")
    ((name, text),) = given
    on, of = day(text, f"--{name}"), day(meeting, "--meeting")
    with working(ctx) as made:
        load(made)
        step(made, body, of, name, on, who, why)
    line(f"{body}, meeting of {of}: request {name} on {on}, noted by {who}")
