"""The demo's workspace, made once for all tests that look at it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from demo.timeline import looks
from jobs.clock import Clock
from jobs.context import Context
from jobs.workspace import Workspace


@dataclass(frozen=True)
class Watched:
    """A finished demo: its workspace, and what the command printed."""

    home: Path
    printed: str
    talk: str
    code: int

    def context(self) -> Context:
        """The workspace as of its last look; each caller gets an engine of its own."""
        return Context(Workspace(self.home), Clock(looks()[-1]))

    def copy(self, to: Path) -> Context:
        """A copy that a test may change."""
        shutil.copytree(self.home, to)
        return Context(Workspace(to), Clock(looks()[-1]))


def watch(home: Path) -> Watched:
    """Run the real command."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "jobs.cli", "demo", "--dir", str(home)],
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    return Watched(home, done.stdout, done.stderr, done.returncode)
