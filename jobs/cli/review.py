"""`offagenda review`: a person's step over one finding, or one exception of the audit."""

from __future__ import annotations

from typing import Annotated

import typer

from jobs.cli.common import working
from jobs.cli.output import line


def register(app: typer.Typer) -> None:
    app.command()(review)


def review(
    ctx: typer.Context,
    finding: Annotated[
        str,
        typer.Argument(
            help="A finding's id, as `findings` prints it, or an exception's, from `report audit`."
        ),
    ],
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
    """Note that a person read, checked or cleared a finding. Steps are appended, in order.

    An exception of the open-meetings audit goes through the same steps; "withdrawn" may follow any
    of them there: it does not hold.
    """
    from audit.exceptions import named
    from jobs.steps import exceptions
    from jobs.steps.registry import load
    from jobs.steps.review import review as of_finding

    step = exceptions.review if named(finding) else of_finding
    with working(ctx) as made:
        load(made)
        now = step(made, finding, state, who, why)
    line(f"{now}: {state} by {who}")
