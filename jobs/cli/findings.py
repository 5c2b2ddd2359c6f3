"""`offagenda findings` and `offagenda coverage`: what the record shows, and how complete it is."""

from __future__ import annotations

from typing import Annotated

import typer

from jobs.cli.common import Json, context, day
from jobs.cli.output import data, line, say, table


def register(app: typer.Typer) -> None:
    group = typer.Typer(
        invoke_without_command=True, rich_markup_mode=None, help="What the record shows."
    )
    group.callback()(findings)
    group.command()(explain)
    app.add_typer(group, name="findings")
    app.command()(coverage)


def findings(
    ctx: typer.Context,
    every: Annotated[
        bool, typer.Option("--all", help="Also findings that a later one replaced.")
    ] = False,
    json: Json = False,
) -> None:
    """The current findings of the watched states, also of agencies without a source."""
    if ctx.invoked_subcommand is not None:
        return
    from jobs.steps.shown import findings as shown

    found = shown(context(ctx), every=every)
    if json:
        data(found)
        return
    if not found:
        say("no findings yet: run `offagenda run` (or `ice import`, then `audit`)")
    for one in found:
        line(f"{one['label']:<22} {one['agency']} ({one['state']}, {one['model']})")
        line(f"{'':<22} {one['wording']}")
        line(f"{'':<22} {one['id']}")


def explain(
    ctx: typer.Context,
    finding: Annotated[str, typer.Argument(help="A finding's id, as `findings` prints it.")],
    json: Json = False,
) -> None:
    """One finding's story: dates, documents, rules, and what would change the answer."""
    from jobs.steps import shown

    if json:
        data(shown.explain_json(context(ctx), finding))
        return
    line(shown.explain(context(ctx), finding))


def coverage(
    ctx: typer.Context,
    body: Annotated[str, typer.Argument(help="A body's id, as `sources list` prints it.")],
    start: Annotated[str, typer.Option("--from", help="First day, 2026-01-01.")],
    end: Annotated[str, typer.Option("--to", help="Last day.")],
    json: Json = False,
) -> None:
    """Expected meetings of one body, what is held and read of each, what is missing."""
    from jobs.steps.shown import coverage as shown

    found = shown(context(ctx), body, day(start, "--from"), day(end, "--to"))
    if json:
        data(found.as_json())
        return
    count = f"{len(found.meetings)} meeting{'s' * (len(found.meetings) != 1)} expected"
    line(f"{found.body}: {found.verdict.replace('_', ' ')}, {count}")
    line(f"kinds of signal: {', '.join(found.signals) or 'none'} (a window needs two)")
    table(
        ("meeting", "state", "agenda", "minutes", "why expected", "note"),
        [
            (m.date, m.state.replace("_", " "), "held" if m.agenda else "-",
             _held(m.minutes, m.minutes_status), "; ".join(m.why_expected), m.why)
            for m in found.meetings
        ],
    )  # fmt: skip
    for gap in found.gaps:
        line(f"no good look from {gap.start:%Y-%m-%d} to {gap.end:%Y-%m-%d}: {gap.outcome}")
    for doubt in found.doubts:
        line(f"to know: {doubt}")


def _held(minutes: str | None, status: str) -> str:
    """Whether minutes are held, and as what."""
    if minutes is None:
        return "-"
    return "held" if status == "unknown" else status
