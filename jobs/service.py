"""The unattended service: APScheduler as the clock, the runs ledger as the memory.

Owns starting and stopping work. What is due is `jobs.due`'s decision; the work itself runs in
child processes, so that a hung or crashing step never takes the service with it.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event, Thread
from types import FrameType

from apscheduler.events import EVENT_SCHEDULER_STARTED
from apscheduler.schedulers.blocking import BlockingScheduler

from jobs.context import Context
from jobs.due import Task, overdue, period, timetable
from jobs.recorded import recorded
from store.engine import session
from store.queries import runs

log = logging.getLogger("offagenda.schedule")

GRACE = 30.0
"""Seconds a stopped child has to close its files before its whole group is killed."""


@dataclass
class Service:
    """One running service over one workspace."""

    context: Context
    spawn: Callable[[Sequence[str]], subprocess.Popen[bytes]] = field(
        default=lambda argv: _spawn(argv)
    )
    child: subprocess.Popen[bytes] | None = None
    stopping: Event = field(default_factory=Event)

    def pulse(self) -> None:
        """Write a tick; liveness means that this was written, nothing less."""
        with session(self.context.workspace.engine) as opened:
            runs.tick(opened, self.context.now, os.getpid())

    def catch_up(self) -> None:
        """Run whatever the ledger says was missed, each under the moment it was due."""
        with session(self.context.workspace.engine) as opened:
            late = overdue(
                timetable(self.context.workspace.settings),
                self.context.now,
                lambda step, key: runs.done(opened, step, key),
            )
        for task, key in late:
            self.work(task, key)

    def fire(self, task: Task) -> None:
        """Called by the clock: run the task for the firing that is newest now, once."""
        from jobs.due import latest

        fired = latest(task.trigger, self.context.now)
        if fired is None:
            return
        with session(self.context.workspace.engine) as opened:
            already = runs.done(opened, task.step, period(fired))
        if not already:
            self.work(task, period(fired))

    def work(self, task: Task, key: str) -> None:
        """Run one task as a child under a ledger row, within its deadline."""
        if self.stopping.is_set():
            return
        log.info("starting %s for %s", task.step, key)
        with recorded(self.context, task.step, key) as outcome:
            home = str(self.context.workspace.home)
            self.child = self.spawn(
                [sys.executable, "-P", "-m", "jobs.cli", "--home", home, *task.command]
            )
            if self.stopping.is_set():  # asked for while the child was being made
                _end(self.child, signal.SIGTERM)
            outcome.code = _wait(self.child, task.deadline)
            outcome.summary["command"] = " ".join(task.command)
            self.child = None
        log.info("%s for %s ended with %s", task.step, key, outcome.code)

    def stop(self) -> None:
        """Let no further task start and pass the request on to a running child."""
        self.stopping.set()
        if self.child is not None:
            _end(self.child, signal.SIGTERM)


def serve(context: Context) -> None:
    """Run until SIGTERM or Ctrl-C. An error of the scheduler ends the process: a supervisor
    restarts it, and the ledger knows what is then overdue."""
    from jobs.lock import held

    service = Service(context)
    clock = build(service)

    asked, ask = os.pipe()

    # A handler interrupts the main thread anywhere, also where it holds a lock of the clock's: so
    # it only writes, and a thread that waits for that does the rest.
    def on_signal(_number: int, _frame: FrameType | None) -> None:
        os.write(ask, b".")

    def stop() -> None:
        os.read(asked, 1)
        service.stop()
        clock.shutdown(wait=False)

    stopper = Thread(target=stop, daemon=True, name="stopper")
    clock.add_listener(lambda _: stopper.start(), EVENT_SCHEDULER_STARTED)
    with held(context.workspace.home / ".schedule.lock"):
        signal.signal(signal.SIGTERM, on_signal)
        signal.signal(signal.SIGINT, on_signal)
        logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
        service.pulse()
        clock.start()


def build(service: Service) -> BlockingScheduler:
    """The clock with its jobs; nothing is persisted, so nothing can go stale."""
    clock = BlockingScheduler(
        timezone="UTC",
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        executors={
            "default": {"type": "threadpool", "max_workers": 1},
            "pulse": {"type": "threadpool", "max_workers": 1},
        },
    )
    clock.add_job(service.pulse, "interval", seconds=60, executor="pulse", id="pulse")
    clock.add_job(service.catch_up, id="catch-up")
    for task in timetable(service.context.workspace.settings):
        clock.add_job(service.fire, task.trigger, args=[task], id=task.step)
    return clock


def _spawn(argv: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(argv, stdin=subprocess.DEVNULL, start_new_session=True)


def _wait(child: subprocess.Popen[bytes], deadline: timedelta) -> int:
    try:
        return child.wait(deadline.total_seconds())
    except subprocess.TimeoutExpired:
        log.warning("past its deadline of %s: stopped", deadline)
        _end(child, signal.SIGTERM)
        try:
            child.wait(GRACE)
        except subprocess.TimeoutExpired:
            _end(child, signal.SIGKILL)
            child.wait()
        return 1


def _end(child: subprocess.Popen[bytes], how: signal.Signals) -> None:
    try:
        os.killpg(child.pid, how)
    except ProcessLookupError:
        return
    except PermissionError:
        child.send_signal(how)
