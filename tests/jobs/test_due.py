"""The timetable, judged from the ledger: downtime, repeats, both daylight-saving days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from jobs.due import latest, overdue, period, timetable, week
from jobs.settings import Report, Schedule, Settings

TASKS = timetable(Settings(schedule=Schedule(crawl_hour=7, ice_hours=(12, 22))))
MONDAY = datetime(2026, 9, 14, 10, 0, tzinfo=UTC)  # 06:00 in New York


def _late(now: datetime, done: set[tuple[str, str]] | None = None) -> dict[str, str]:
    held = done or set()
    return {task.step: key for task, key in overdue(TASKS, now, lambda s, k: (s, k) in held)}


def test_after_a_fresh_start_everything_is_due_once() -> None:
    assert _late(MONDAY + timedelta(hours=1)) == {
        "ice": "2026-09-13T22:15Z",
        "run": "2026-09-14T07:00Z",
        "weekly": "2026-09-14T10:00Z",
    }


def test_what_ran_is_not_due_again() -> None:
    now = MONDAY + timedelta(hours=1)
    assert _late(now, set(_late(now).items())) == {}


def test_a_week_of_downtime_is_one_miss_each() -> None:
    done = {("run", "2026-09-01T07:00Z"), ("weekly", "2026-09-07T10:00Z")}
    late = _late(MONDAY + timedelta(days=2), done)
    assert late["run"] == "2026-09-16T07:00Z"
    assert late["weekly"] == "2026-09-14T10:00Z"


@pytest.mark.parametrize(
    ("now", "fired"),
    [
        (datetime(2026, 3, 8, 23, tzinfo=UTC), "2026-03-08T06:30Z"),  # spring: 02:30 does not exist
        (datetime(2026, 11, 1, 23, tzinfo=UTC), "2026-11-01T06:00Z"),  # autumn: 01:00 comes twice
    ],
)
def test_daylight_saving_days_fire_and_keep_one_key(now: datetime, fired: str) -> None:
    from apscheduler.triggers.cron import CronTrigger

    hour, minute = (2, 30) if now.month == 3 else (1, 0)
    trigger = CronTrigger(hour=hour, minute=minute, timezone="America/New_York")
    found = latest(trigger, now)
    assert found is not None
    keys = {period(found)}
    later = latest(trigger, now + timedelta(minutes=30))
    assert later is not None
    keys.add(period(later))
    assert len(keys) == 1
    assert found <= now
    assert now - found < timedelta(days=1)


def test_the_report_follows_the_newsrooms_clock_not_utc() -> None:
    weekly = next(t for t in TASKS if t.step == "weekly")
    winter = latest(weekly.trigger, datetime(2026, 1, 5, 23, tzinfo=UTC))
    summer = latest(weekly.trigger, datetime(2026, 7, 6, 23, tzinfo=UTC))
    assert winter is not None
    assert summer is not None
    assert (winter.hour, summer.hour) == (11, 10)


def test_monday_means_monday() -> None:
    """To a crontab in APScheduler 1 is Tuesday; names are the only safe spelling."""
    tasks = timetable(Settings(report=Report(weekday="mon")))
    found = latest(tasks[-1].trigger, datetime(2026, 9, 18, tzinfo=UTC))
    assert found is not None
    assert found.strftime("%A") == "Monday"


def test_the_last_week_of_a_long_year_has_its_own_name() -> None:
    assert week(datetime(2027, 1, 3, 12, tzinfo=UTC), "America/New_York") == "2026-W53"
    assert week(datetime(2027, 1, 4, 3, tzinfo=UTC), "America/New_York") == "2026-W53"
    assert week(datetime(2027, 1, 4, 6, tzinfo=UTC), "America/New_York") == "2027-W01"
