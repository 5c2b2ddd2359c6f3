"""`offagenda ice ...`: ICE's lists, the ledger folded from them, and who answers for an agency."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jobs.cli.common import Json, context, working
from jobs.cli.output import data, line, say, table
from jobs.cli.settle import settle
from jobs.cli.signature import signature
from jobs.exits import USAGE

if TYPE_CHECKING:
    from jobs.context import Context


def register(app: typer.Typer) -> None:
    group = typer.Typer(
        no_args_is_help=True, rich_markup_mode=None, help="ICE's lists of agencies."
    )
    group.command()(sync)
    group.command(name="import")(import_)
    group.command()(agreements)
    group.command()(changes)
    group.command()(match)
    group.command()(settle)
    group.command()(signature)
    app.add_typer(group, name="ice")


def sync(ctx: typer.Context, json: Json = False) -> None:
    """Look at ICE's page and take in each new spreadsheet, and the agreements that are due where
    `[ice] fetch_agreements` is on. Exit 3 when a spreadsheet is refused."""
    from jobs.steps.ice import sync as step

    with working(ctx) as made:
        taken = step(made)
    _tell(taken, json)


def import_(
    ctx: typer.Context,
    paths: Annotated[
        list[Path], typer.Argument(help="Spreadsheets, folders or zip archives.", exists=True)
    ],
    json: Json = False,
) -> None:
    """Take in spreadsheets that you hold, in any order; repeats are nothing new."""
    from jobs.steps.ice import import_ as step

    with working(ctx) as made:
        taken = step(made, paths)
    _tell(taken, json)


def _tell(taken: Any, json: bool) -> None:
    if json:
        data(taken.as_json())
    else:
        for text in taken.lines():
            line(text)
    raise typer.Exit(taken.code)


def agreements(
    ctx: typer.Context,
    state: Annotated[list[str] | None, typer.Option(help="Only these states (USPS codes).")] = None,
    json: Json = False,
) -> None:
    """Each agency and model, followed through all the spreadsheets held."""
    from jobs.steps.shown import agreements as shown

    found = shown(context(ctx), state)
    if json:
        data([one.as_json() for one in found])
        return
    table(
        ("state", "agency", "model", "agency signed", "SIGNED", "listed", "since", "gone by"),
        [
            (a.state, a.agency, a.model, a.agency_signed, a.ice_signed, "yes" if a.listed else "no",
             f"{a.spells[0].first:%Y-%m-%d}" if a.spells else None,
             f"{a.spells[-1].gone_by:%Y-%m-%d}" if a.spells and a.spells[-1].gone_by else None)
            for a in found
        ],
    )  # fmt: skip


def changes(
    ctx: typer.Context,
    days: Annotated[int, typer.Option(min=1, help="How far back from now.")] = 7,
    state: Annotated[list[str] | None, typer.Option(help="Only these states.")] = None,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only these kinds; again for each of several.")
    ] = None,
    json: Json = False,
) -> None:
    """What changed on ICE's lists: added, relisted, gone, pending, pending_gone (left the pending
    list unlisted), redated (another SIGNED), renamed, edited (county, type, posted agreement)."""
    from jobs.steps.shown import CHANGES
    from jobs.steps.shown import changes as shown

    found = shown(context(ctx), days, state, kind)
    if json:
        data([one.as_json() for one in found])
        return
    counts = Counter(c.kind for c in found)
    told = ", ".join(f"{counts[one]} {one}" for one in CHANGES if counts[one])
    say(f"in the last {days} days: {told or 'nothing changed'}")
    table(
        ("when", "change", "state", "agency", "model", "detail"),
        [(f"{c.at:%Y-%m-%d}", c.kind, c.state, c.agency, c.model, c.detail) for c in found],
    )


def match(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(help="The agency as ICE prints it.")] = None,
    state: Annotated[str | None, typer.Option(help="USPS code.")] = None,
    county: Annotated[str | None, typer.Option(help="The county ICE prints, if any.")] = None,
    tsv: Annotated[
        Path | None,
        typer.Option(exists=True, help="Columns agency, state, ice_county, ice_type."),
    ] = None,
    json: Json = False,
) -> None:
    """Which place an agency belongs to and who answers for it, or why that is not answered."""
    from jobs.cli.matched import told
    from jobs.steps.matched import match as one
    from jobs.steps.matched import match_table, who

    if (name is None) == (tsv is None) or (name is not None and state is None):
        say("give either a NAME with --state XX, or --tsv FILE")
        raise typer.Exit(USAGE)
    known = who(_workspace(ctx))
    if tsv is not None:
        found = match_table(known, tsv)
    else:
        assert name is not None
        assert state is not None
        found = [one(known, name, state, county)]
    if json:
        data(found if tsv is not None else found[0])
        return
    for answer in found:
        for text in told(answer):
            line(text)


def _workspace(ctx: typer.Context) -> Context | None:
    """The workspace, if there is one: what people settled in it stands; none is needed to match."""
    from jobs.errors import NoWorkspace

    try:
        return context(ctx)
    except NoWorkspace:
        if ctx.obj.home is not None:
            raise
        return None
