"""`offagenda status`: the state of the machine in one look."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from jobs.cli.common import Json, context
from jobs.cli.output import data, line, table
from jobs.exits import FAILED


def register(app: typer.Typer) -> None:
    app.command()(status)


def status(
    ctx: typer.Context,
    check: Annotated[
        bool, typer.Option("--check", help="Exit 1 when something needs a person, for monitors.")
    ] = False,
    json: Json = False,
) -> None:
    """What was read, what was not, how old ICE's list is."""
    from jobs.health import report

    found = report(context(ctx))
    if json:
        data(found)
    else:
        _print(found)
    if check and not found["ok"]:
        raise typer.Exit(FAILED)


def _print(found: dict[str, Any]) -> None:
    run, ice, unread = found["last_run"], found["ice"], found["unread"]
    line("in order" if found["ok"] else "needs a look")
    line(f"last run    {_ended(run)}")
    line(f"scheduler   {found['tick'] or 'no pulse yet'}")
    if ice:
        line(f"ICE's list  saved {ice['saved']}, {ice['rows']} rows, {ice['age_days']} days old")
    else:
        line("ICE's list  none yet")
    line(f"agreements  {_agreements(found['agreements'])}")
    line(f"documents   {unread['waiting']} waiting, {unread['unreadable']} not wholly readable")
    line(f"to re-read  {_rereading(unread['reread'])}")
    line(f"no address  {len(found['without_source'])} bodies (see `offagenda sources list`)")
    line()
    table(
        ("body", "outcome", "last good look", "why"),
        [(s["body"], s["outcome"], s["last_good_look"], s["why"]) for s in found["sources"]],
    )


def _agreements(found: dict[str, Any]) -> str:
    """What is held of the PDFs that the lists link for the watched states."""
    if not found["linked"] and not found["held"]:
        return "no list links any"
    said = f"{found['held']} held, {found['awaited']} awaited of {found['linked']} that are linked"
    if found["troubles"]:
        last = ", ".join(f"{number} {outcome}" for outcome, number in found["troubles"].items())
        said += f" (last answers: {last})"
    if found["unread"]:
        said += f"; {found['unread']} whose date a person should read"
    return said if found["fetched"] else f"{said}; fetching is off ([ice] fetch_agreements)"


def _rereading(waiting: dict[str, int]) -> str:
    """Documents that `analyze` reads again; their old readings stand until then."""
    total = waiting["rules"] + waiting["pages"]
    return f"{total} documents, {waiting['rules']} of them by rules only" if total else "none"


def _ended(run: dict[str, Any] | None) -> str:
    if run is None:
        return "never"
    if run["finished"] is None:
        return f"started {run['started']}, not finished"
    return f"finished {run['finished']}, exit {run['exit']}"
