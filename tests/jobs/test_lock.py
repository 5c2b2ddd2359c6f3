from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jobs.clock import Clock, parse_now
from jobs.errors import AlreadyRunning, NoWorkspace
from jobs.lock import held, holder
from jobs.workspace import Workspace

_HOLD = """
import sys, time
from pathlib import Path
from jobs.lock import held
with held(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def test_a_second_writer_is_told_who_holds_it(tmp_path: Path) -> None:
    """A real process, really killed: the kernel lets the lock go, no file has to be removed."""
    lock = tmp_path / ".lock"
    child = subprocess.Popen(
        [sys.executable, "-P", "-c", _HOLD, str(lock)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    with pytest.raises(AlreadyRunning, match=f"process {child.pid} is already"), held(lock):
        pass
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    with held(lock):
        assert holder(lock) == os.getpid()


def test_no_workspace_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspace, match="offagenda init"):
        Workspace.find(None, tmp_path)
    with pytest.raises(NoWorkspace, match="elsewhere"):
        Workspace.find(tmp_path / "elsewhere", tmp_path)


def test_the_nearest_folder_upwards_is_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "offagenda.toml").write_text("")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert Workspace.find(None, deep).home == tmp_path


def test_a_clock_stands_still_or_runs() -> None:
    moment = parse_now("2026-09-14T07:00:00-04:00")
    assert Clock(moment).now() == datetime(2026, 9, 14, 11, tzinfo=UTC)
    assert Clock(moment).frozen
    assert Clock().now().tzinfo is UTC


@pytest.mark.parametrize("text", ["2026-09-14", "2026-09-14T07:00:00", "soon"])
def test_a_time_without_offset_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"offset|Invalid"):
        parse_now(text)
