"""`offagenda review`: a person's step over one finding."""

from __future__ import annotations

from typing import Annotated

import typer

from jobs.cli.common import working
from jobs.cli.output import line


def register(app: typer.Typer) -> None:
    app.command()(review)


def review(
    ctx: typer.Context,
    finding: Annotated[str, typer.Argument(help="A finding's id, as `findings` prints it.")],
    state: Annotated[
        str,
        typer.Option(
            help="read, read_twice, reply_requested, replied, no_reply, cleared, published, "
            "corrected or withdrawn"
        ),
    ],
    who: Annotated[str, typer.Option(help="Your name; it is kept with the step.")],
    why: Annotated[str, typer.Option(help="What you did: which pages you read, who answered.")],
) -> None:
    """Note that a person read, checked or cleared a finding. Steps are appended, in order."""
    from jobs.steps.registry import load
    from jobs.steps.review import review as step

    with working(ctx) as made:
        load(made)
        now = step(made, finding, state, who, why)
    line(f"{now}: {state} by {who}")
