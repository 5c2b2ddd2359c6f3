"""Running a step under its row in the runs ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from jobs.context import Context
from jobs.exits import INTERRUPTED
from store.engine import session
from store.queries import runs


@dataclass
class Outcome:
    """What a step reports back to its ledger row."""

    code: int = 0
    summary: dict[str, Any] = field(default_factory=dict)


@contextmanager
def recorded(context: Context, step: str, period: str | None = None) -> Iterator[Outcome]:
    """Open the ledger row, run the body, close the row with how it ended.

    A killed process leaves the row open; that is how the next start knows.
    """
    engine = context.workspace.engine
    with session(engine) as opened:
        run = runs.begin(opened, step, period or context.now.isoformat(), context.now)
    outcome = Outcome()
    try:
        yield outcome
    except KeyboardInterrupt:
        outcome.code = INTERRUPTED
        raise
    except BaseException as exc:
        outcome.code = 1
        outcome.summary["error"] = f"{type(exc).__name__}: {exc}"[:500]
        raise
    finally:
        with session(engine) as opened:
            assert run.id is not None
            runs.finish(opened, run.id, context.now, outcome.code, outcome.summary)
