"""The unattended service, with real child processes and a real SIGTERM."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jobs.clock import Clock
from jobs.context import Context
from jobs.due import timetable
from jobs.service import Service, build
from jobs.workspace import Workspace
from store.engine import session
from store.queries import runs
from store.schema import migrate

OFFLINE = """
[crawler]
allow_loopback = true

[ice]
page = "http://127.0.0.1:9/287g"
"""
MONDAY = datetime(2026, 9, 14, 11, tzinfo=UTC)
Spawn = Callable[[Sequence[str]], "subprocess.Popen[bytes]"]


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    (tmp_path / "offagenda.toml").write_text(OFFLINE)
    workspace = Workspace(tmp_path)
    engine = workspace.unchecked_engine()
    migrate(engine)
    engine.dispose()
    yield Context(workspace, Clock(MONDAY))
    workspace.engine.dispose()


def _child(code: str, commands: list[str] | None = None) -> Spawn:
    """Starts a real process that runs ``code`` in place of the command, noting the command."""

    def spawn(argv: Sequence[str]) -> subprocess.Popen[bytes]:
        if commands is not None:
            commands.append(" ".join(argv[argv.index("--home") + 2 :]))
        return subprocess.Popen([sys.executable, "-c", code], start_new_session=True)

    return spawn


def test_after_downtime_each_missed_task_runs_once(context: Context) -> None:
    commands: list[str] = []
    service = Service(context, _child("", commands))
    service.catch_up()
    assert commands == ["ice sync", "run", "report weekly"]
    service.catch_up()
    assert len(commands) == 3


def test_a_failed_task_is_due_again(context: Context) -> None:
    commands: list[str] = []
    Service(context, _child("raise SystemExit(1)", commands)).catch_up()
    Service(context, _child("", commands)).catch_up()
    assert len(commands) == 6


def test_sources_not_read_is_done_not_failed(context: Context) -> None:
    commands: list[str] = []
    service = Service(context, _child("raise SystemExit(3)", commands))
    service.catch_up()
    service.catch_up()
    assert len(commands) == 3


def test_firing_twice_for_one_moment_runs_once(context: Context) -> None:
    commands: list[str] = []
    service = Service(context, _child("", commands))
    task = timetable(context.workspace.settings)[1]
    service.fire(task)
    service.fire(task)
    assert commands == ["run"]


def test_a_hung_child_is_stopped_at_its_deadline(context: Context) -> None:
    service = Service(context, _child("import time; time.sleep(600)"))
    task = replace(timetable(context.workspace.settings)[1], deadline=timedelta(seconds=0.2))
    service.work(task, "k")
    with session(context.workspace.engine) as opened:
        last = runs.last(opened, "run")
        assert last is not None
        assert last.exit == 1
        assert not runs.done(opened, "run", "k")


def test_a_killed_service_leaves_an_open_row_and_the_work_is_due_again(context: Context) -> None:
    with session(context.workspace.engine) as opened:
        runs.begin(opened, "run", "2026-09-14T07:00Z", MONDAY)
    commands: list[str] = []
    Service(context, _child("", commands)).catch_up()
    assert "run" in commands
    with session(context.workspace.engine) as opened:
        assert [r.step for r in runs.orphans(opened)] == ["run"]


def test_the_pulse_is_one_row(context: Context) -> None:
    service = Service(context)
    service.pulse()
    Service(Context(context.workspace, Clock(MONDAY + timedelta(minutes=1)))).pulse()
    with session(context.workspace.engine) as opened:
        tick = runs.last_tick(opened)
        assert tick is not None
        assert (tick.at, tick.pid) == (MONDAY + timedelta(minutes=1), os.getpid())


def test_the_clock_drops_nothing_late_and_stores_nothing(context: Context) -> None:
    clock = build(Service(context))
    jobs = {job.id: job for job in clock.get_jobs()}
    assert set(jobs) == {"pulse", "catch-up", "ice", "run", "weekly"}
    assert clock._job_defaults["misfire_grace_time"] is None
    assert clock._job_defaults["coalesce"] is True


def test_sigterm_ends_the_service_and_its_child(context: Context) -> None:
    """A real service in a real process: it pulses, starts its missed work, and stops when told."""
    home = str(context.workspace.home)
    service = subprocess.Popen(
        [sys.executable, "-P", "-m", "jobs.cli", "--home", home, "schedule"],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert service.stderr is not None
    for text in service.stderr:
        if "starting" in text:
            break
    service.send_signal(signal.SIGTERM)
    assert service.wait(60) == 0
    service.stderr.close()
    with session(context.workspace.engine) as opened:
        assert runs.last_tick(opened) is not None


def test_a_child_that_is_being_made_when_the_end_is_asked_for_is_stopped(context: Context) -> None:
    made: list[subprocess.Popen[bytes]] = []

    def spawn(_argv: Sequence[str]) -> subprocess.Popen[bytes]:
        service.stop()
        made.append(subprocess.Popen(["sleep", "100"], start_new_session=True))
        return made[-1]

    service = Service(context, spawn=spawn)
    service.work(timetable(context.workspace.settings)[0], "2026-09-14")
    assert [child.returncode for child in made] == [-signal.SIGTERM]
