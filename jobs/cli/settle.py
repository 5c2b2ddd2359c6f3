"""`offagenda ice settle`: a person says who answers for an agency."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jobs.cli.common import Json, context, working
from jobs.cli.output import data, line, say, table
from jobs.exits import USAGE


def settle(
    ctx: typer.Context,
    agency: Annotated[str | None, typer.Argument(help="The agency as ICE prints it.")] = None,
    state: Annotated[str | None, typer.Option(help="The state it is listed under.")] = None,
    geoid: Annotated[str | None, typer.Option(help="The place whose body answers.")] = None,
    body: Annotated[
        list[str] | None, typer.Option(help="A body that answers; again for each of several.")
    ] = None,
    none: Annotated[bool, typer.Option("--none", help="No place or body can be named.")] = False,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Take the standing answer back.")
    ] = False,
    by: Annotated[str | None, typer.Option(help="Your name; it is kept with the answer.")] = None,
    why: Annotated[str | None, typer.Option(help="What you rest it on; kept as well.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="Print the answers that stand.")] = False,
    every: Annotated[
        bool, typer.Option("--all", help="With --list: all ever given, and withdrawals.")
    ] = False,
    export: Annotated[
        Path | None, typer.Option(help="Write the standing answers as a table.", dir_okay=False)
    ] = None,
    import_: Annotated[
        Path | None,
        typer.Option("--import", help="Take such a table in.", exists=True, dir_okay=False),
    ] = None,
    json: Json = False,
) -> None:
    """Settle who answers for an agency: by place, by body, or that nobody can be named.

    Your answer stands before the matcher's in every finding, survives every import, and is only
    ever replaced by a newer one or withdrawn; nothing is erased.
    """
    modes = (list_, export is not None, import_ is not None, agency is not None)
    if sum(modes) != 1:
        _usage("give one of: an AGENCY, --list, --export FILE, --import FILE")
    if list_:
        _list(ctx, every, json)
    elif export is not None:
        from jobs.steps.settled_table import export as write

        line(f"{write(context(ctx), export)} settled answers written to {export}")
    elif import_ is not None:
        _import(ctx, import_, json)
    else:
        assert agency is not None
        if state is None or by is None or why is None:
            _usage("an answer needs --state XX, --by NAME and --why TEXT")
        if withdraw and (geoid or body or none):
            _usage("--withdraw takes the answer back; it goes with no other answer")
        answer = None if withdraw else (geoid, tuple(body or ()), none)
        _settle(ctx, (agency, state), answer, (by, why), json)


def _usage(text: str) -> None:
    say(text)
    raise typer.Exit(USAGE)


def _settle(
    ctx: typer.Context,
    listed: tuple[str, str | None],
    answer: tuple[str | None, tuple[str, ...], bool] | None,
    said: tuple[str | None, str | None],
    json: bool,
) -> None:
    from jobs.steps import settle as step
    from jobs.steps.registry import load

    agency, state, by, why = listed[0], listed[1] or "", said[0] or "", said[1] or ""
    with working(ctx) as made:
        load(made)
        if answer is None:
            found = step.withdraw(made, agency, state, by, why)
        else:
            found = step.settle(made, agency, state, step.Answer(*answer), by, why)
    if json:
        data(found.as_json())
    else:
        line(f"{found.agency} ({found.state}): {found.words}, {found.reason}")
        for other in step.disputed(context(ctx), [found]).values():
            line(
                f"  before: {other.words}, {other.reason}; your newer answer stands, both are kept"
            )


def _import(ctx: typer.Context, path: Path, json: bool) -> None:
    from jobs.steps.registry import load
    from jobs.steps.settled_table import import_ as step

    with working(ctx) as made:
        load(made)
        taken = step(made, path)
    if json:
        data(taken.as_json())
    else:
        for text in taken.lines():
            line(text)


def _list(ctx: typer.Context, every: bool, json: bool) -> None:
    from jobs.steps.settle import disputed, listed

    found = listed(context(ctx), every=every)
    if json:
        data([one.as_json() for one in found])
        return
    others = disputed(context(ctx), found)
    table(
        ("state", "agency", "answer", "by", "when", "why", "another person before"),
        [
            (s.state, s.agency, s.words, s.who, f"{s.at:%Y-%m-%d}", s.why,
             f"{others[s].words}, {others[s].reason}" if s in others else None)
            for s in found
        ],
    )  # fmt: skip
