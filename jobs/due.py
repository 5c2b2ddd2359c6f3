"""Which scheduled work is due, judged from the runs ledger alone.

Owns the timetable. APScheduler is only the clock: nothing of it is stored, so a renamed job or
a week of downtime loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

from jobs.settings import Settings

LOOK_BACK = timedelta(days=8)
"""A weekly task is found however long the machine was off; older misses are one miss."""


@dataclass(frozen=True)
class Task:
    """One line of the timetable: a step, the command that does it, when it fires, its deadline."""

    step: str
    command: tuple[str, ...]
    trigger: CronTrigger
    deadline: timedelta


def timetable(settings: Settings) -> tuple[Task, ...]:
    """The daily run, the looks at ICE's page, the weekly report."""
    schedule, report = settings.schedule, settings.report
    hours = ",".join(map(str, sorted(set(schedule.ice_hours))))
    zone = ZoneInfo(report.timezone)
    return (
        Task(
            "ice",
            ("ice", "sync"),
            CronTrigger(hour=hours, minute=15, timezone=UTC),
            timedelta(hours=1),
        ),
        Task(
            "run",
            ("run",),
            CronTrigger(hour=schedule.crawl_hour, minute=0, timezone=UTC),
            timedelta(hours=20),
        ),
        # Names, never digits: to APScheduler's crontab 1 is Tuesday.
        Task(
            "weekly",
            ("report", "weekly"),
            CronTrigger(day_of_week=report.weekday, hour=report.hour, minute=0, timezone=zone),
            timedelta(hours=1),
        ),
    )


def latest(trigger: CronTrigger, now: datetime) -> datetime | None:
    """The newest moment at or before ``now`` at which the trigger fired, if in the last 8 days."""
    found: datetime | None = None
    moment = trigger.get_next_fire_time(None, now - LOOK_BACK)
    while moment is not None and moment <= now:
        # Step on in UTC: in the autumn's second 01:00, local arithmetic would go back an hour.
        found = moment.astimezone(UTC)
        moment = trigger.get_next_fire_time(None, found + timedelta(seconds=1))
    return found


def overdue(
    tasks: tuple[Task, ...], now: datetime, done: Callable[[str, str], bool]
) -> tuple[tuple[Task, str], ...]:
    """Tasks whose newest firing has no good run in the ledger, with the period key to run under."""
    late = []
    for task in tasks:
        fired = latest(task.trigger, now)
        if fired is not None and not done(task.step, period(fired)):
            late.append((task, period(fired)))
    return tuple(late)


def period(fired: datetime) -> str:
    """The ledger key of one firing: its moment in UTC, to the minute."""
    return fired.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")


def week(moment: datetime, timezone: str) -> str:
    """The ISO week of a moment in the newsroom's zone, as 2026-W38."""
    year, number, _ = moment.astimezone(ZoneInfo(timezone)).isocalendar()
    return f"{year}-W{number:02d}"
