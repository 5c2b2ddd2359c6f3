"""What commands share: the global options' values and how a context is made from them.

Imports nothing heavy at module level: `--help` reads this file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from jobs.context import Context

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


@dataclass(frozen=True)
class Globals:
    """The options that stand before every command."""

    home: Path | None = None
    now: datetime | None = None


def context(ctx: typer.Context) -> Context:
    """A context without progress bar, for commands that only read."""
    from jobs.clock import Clock
    from jobs.context import Context
    from jobs.workspace import Workspace

    given: Globals = ctx.obj
    return Context(Workspace.find(given.home, Path.cwd()), Clock(given.now))


@contextmanager
def working(ctx: typer.Context) -> Iterator[Context]:
    """A context that holds the workspace's lock and shows progress, for commands that write."""
    from dataclasses import replace

    from jobs.lock import held
    from jobs.progress import bar

    made = context(ctx)
    with held(made.workspace.lock), bar() as tell:
        yield replace(made, tell=tell)


def day(text: str, what: str) -> date:
    """An ISO date option. Raises typer.BadParameter naming the option."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{what}: {text!r} is not a date like 2026-03-10") from None
