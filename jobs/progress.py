"""Progress on stderr: a bar on a terminal, silence elsewhere.

Owns the drawing only; steps call a plain function and never learn where it goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Report = Callable[[str, int, int | None], None]
"""Called with (what is being done, done so far, of how many or None)."""


def silent(_what: str, _done: int, _total: int | None) -> None:
    """Tell nobody."""


@contextmanager
def bar(quiet: bool = False) -> Iterator[Report]:
    """A `Report` that draws on stderr when that is a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    console = Console(stderr=True)
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        console=console,
        transient=True,
        disable=quiet or not console.is_terminal,
    ) as drawn:
        task = drawn.add_task("", total=None)

        def report(what: str, done: int, total: int | None) -> None:
            drawn.update(task, description=what[:60], completed=done, total=total)

        yield report
