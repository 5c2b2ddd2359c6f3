"""What every step is given: the workspace, the clock, somebody to tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from jobs.clock import Clock
from jobs.progress import Report, silent
from jobs.workspace import Workspace


@dataclass(frozen=True)
class Context:
    """One invocation's surroundings."""

    workspace: Workspace
    clock: Clock
    tell: Report = silent

    @property
    def now(self) -> datetime:
        return self.clock.now()
