"""The demo's workspace, made once for all tests that look at it."""

from __future__ import annotations

import json
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

    def moved(self, to: Path) -> Watched:
        """The same demo in a folder of its own."""
        shutil.copytree(self.home, to)
        return Watched(to, self.printed.replace(str(self.home), str(to)), self.talk, self.code)

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


def kept(shared: Path) -> Watched:
    """The demo in a folder that several processes share, made where none is yet."""
    told = shared / "told.json"
    if not told.is_file():
        made = watch(shared / "county")
        told.write_text(json.dumps([made.printed, made.talk, made.code]), "utf-8")
    return Watched(shared / "county", *json.loads(told.read_text("utf-8")))
