"""`offagenda verify` and `offagenda backup`: keeping what is kept."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from jobs.cli.common import Json, context
from jobs.cli.output import data, line
from jobs.exits import FAILED


def register(app: typer.Typer) -> None:
    app.command()(verify)
    app.command()(backup)


def verify(ctx: typer.Context, json: Json = False) -> None:
    """Re-hash the archive; list rows without bytes, changed bytes, and bytes without a row."""
    from jobs.progress import bar
    from store.verify import verify as check

    made = context(ctx)
    with bar() as tell:
        found = check(
            made.workspace.engine,
            made.workspace.archive,
            lambda done, of: tell("checking the archive", done, of),
        )
    if json:
        data({"ok": found.ok, **asdict(found)})
    else:
        line(f"{found.checked} blobs checked")
        for name, hashes in (("missing", found.missing), ("damaged", found.damaged)):
            for sha256 in hashes:
                line(f"{name}  {sha256}: restore it from a backup")
        line(f"{len(found.unclaimed)} blobs that no row names (left by a run that was stopped)")
    raise typer.Exit(0 if found.ok else FAILED)


def backup(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Where the copy goes; only new blobs are added.")],
    json: Json = False,
) -> None:
    """Copy database and archive, also while a run is going on."""
    from store.backup import backup as copy

    workspace = context(ctx).workspace
    made, copied = copy(workspace.database, workspace.archive, folder)
    if json:
        data({"database": str(made), "blobs_copied": copied})
    else:
        line(f"{made} and {copied} new blobs")
