"""`offagenda sources ...`: what is watched, where, and whether it can be read."""

from __future__ import annotations

from typing import Annotated

import typer

from jobs.cli.common import Json, context, working
from jobs.cli.output import data, line, table
from jobs.exits import NOT_ALL_READ


def register(app: typer.Typer) -> None:
    group = typer.Typer(
        no_args_is_help=True, rich_markup_mode=None, help="What is watched, and is it readable."
    )
    for command in (check, detect, verify):
        group.command()(command)
    group.command(name="list")(list_)
    group.command(name="add")(add)
    app.add_typer(group, name="sources")


def list_(ctx: typer.Context, json: Json = False) -> None:
    """Every body of the loaded packs with its addresses, and what is missing as work to do."""
    from jobs.steps.sources import listed

    found = listed(context(ctx))
    if json:
        data(found)
        return
    table(
        ("body", "platform", "address", "state", "last look"),
        [
            (b["id"], s["platform"], s["url"], s["state"], s["outcome"] or "never")
            for b in found for s in b["sources"]
        ],
    )  # fmt: skip
    missing = [b for b in found if not b["sources"]]
    line()
    line(f"{len(missing)} bodies without an address: nothing can be said about them until someone")
    line("finds one (`offagenda sources add URL --body ID`):")
    for body in missing:
        line(f"  {body['id']}  {body['name']}")


def add(
    ctx: typer.Context,
    url: Annotated[str, typer.Argument(help="The page that lists agendas and minutes.")],
    body: Annotated[str, typer.Option(help="The body's id, as `sources list` prints it.")],
    platform: Annotated[str, typer.Option(help="civicplus, legistar, links, or detect")] = "detect",
    board: Annotated[
        str | None, typer.Option(help="The board's name, where the page lists several.")
    ] = None,
    seen_in: Annotated[str, typer.Option(help="Where the address was found.")] = "added by hand",
) -> None:
    """Add an address to a known body; it is kept in the workspace's packs/added.toml."""
    from jobs.steps.sources import add as step

    with working(ctx) as made:
        source = step(made, url, body, platform, board, seen_in)
    line(f"added {source}; look at it with `offagenda crawl {source}`")


def detect(
    ctx: typer.Context,
    url: Annotated[str, typer.Argument(help="A page of a municipality's site.")],
    json: Json = False,
) -> None:
    """Fetch one page and say which platform it is on."""
    from jobs.steps.sources import detect as step

    found = step(context(ctx), url)
    if json:
        data(found)
    else:
        line(f"{found['platform'] or 'unknown'}: {found['why']}")


def check(ctx: typer.Context, json: Json = False) -> None:
    """Look at every source that is not marked manual, and say which can be read."""
    from jobs.steps.sources import check as step

    with working(ctx) as made:
        found = step(made)
    if json:
        data(found)
    else:
        table(
            ("source", "outcome", "why"),
            [(s["source"], s["outcome"], s["why"]) for s in found["sources"]],
        )
        for text in found["notes"]:
            line(text)
    raise typer.Exit(NOT_ALL_READ if found["unread"] else 0)


def verify(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(help="A source's id.")],
    who: Annotated[str, typer.Option(help="Who checked that the address is the body's own.")],
) -> None:
    """Record that a person checked a source; findings stop calling it unverified."""
    from jobs.steps.sources import verify as step

    with working(ctx) as made:
        step(made, source, who)
    line(f"{source} verified by {who}")
