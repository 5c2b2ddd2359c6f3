from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from crawler.job import KnownDocument
from crawler.rechecks import recheck
from crawler.schedule import Looked, deadlines, due, start_of

START = datetime(2026, 2, 10, 23, 30, tzinfo=UTC)  # Tuesday 18:30 in the body's zone


def _due(last: datetime | None, now: datetime, **more: object) -> bool:
    looked = Looked("s", "unverified", last, last, **more)  # type: ignore[arg-type]
    return due([looked], now) == ("s",)


def test_never_seen_is_due() -> None:
    assert _due(None, START)


def test_nightly() -> None:
    last = datetime(2026, 2, 1, 7, 0, tzinfo=UTC)
    assert not _due(last, last + timedelta(hours=19))
    assert _due(last, last + timedelta(hours=24))


def test_manual_is_never_due() -> None:
    assert due([Looked("s", "manual")], START) == ()


def test_a_source_asked_to_wait_waits() -> None:
    later = START + timedelta(hours=5)
    assert not _due(START - timedelta(days=3), START, next_due=later)
    assert _due(START - timedelta(days=3), later, next_due=later)


@pytest.mark.parametrize(
    ("hours_before", "expected"), [(26.5, False), (25.9, True), (23.9, True), (0.9, True)]
)
def test_deadlines_before_a_meeting(hours_before: float, expected: bool) -> None:
    now = START - timedelta(hours=hours_before)
    assert _due(now - timedelta(minutes=30), now, meetings=(START,)) == expected


def test_a_deadline_is_met_once() -> None:
    now = START - timedelta(hours=25)
    assert not _due(now - timedelta(minutes=5), now, meetings=(START,))


def test_the_next_business_day() -> None:
    friday = datetime(2026, 2, 13, 23, 30, tzinfo=UTC)
    assert deadlines(START)[-1].date() == date(2026, 2, 11)
    assert deadlines(friday)[-1].date() == date(2026, 2, 16)


@pytest.mark.parametrize(
    ("day", "printed", "expected"),
    [
        (date(2026, 2, 10), "18:30", "2026-02-10T23:30"),
        (date(2026, 7, 14), "18:30", "2026-07-14T22:30"),
        (date(2026, 2, 10), None, "2026-02-11T00:00"),
        (date(2026, 3, 8), "02:30", "2026-03-08T07:30"),  # an hour that does not exist
    ],
)
def test_starts_are_local(day: date, printed: str | None, expected: str) -> None:
    assert start_of(day, printed, "America/New_York").strftime("%Y-%m-%dT%H:%M") == expected


NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def _known(checked_days_ago: float, meeting_days_ago: int | None, **more: object) -> KnownDocument:
    day = NOW.date() - timedelta(days=meeting_days_ago) if meeting_days_ago is not None else None
    return KnownDocument(
        "a" * 64, last_checked=NOW - timedelta(days=checked_days_ago), meeting_date=day, **more
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (KnownDocument(), True),
        (_known(0.01, 0), False),  # a run that follows at once asks nothing
        (_known(0.1, -5), True),  # before the meeting: at each look
        (_known(0.1, 2), True),  # and just after it
        (_known(3, 20), False),
        (_known(7, 20), True),  # then weekly
        (_known(7, 61), False),
        (_known(90, 200), True),  # then once a quarter
        (_known(7, 100, role="minutes", first_listed=NOW - timedelta(days=40)), True),
        (_known(7, 300, role="minutes", first_listed=NOW - timedelta(days=40)), False),
        (_known(7, 100, role="agenda", first_listed=NOW - timedelta(days=40)), False),
        (_known(7, None, first_listed=NOW - timedelta(days=20)), True),
    ],
)
def test_rechecks(document: KnownDocument, expected: bool) -> None:
    assert recheck(document, NOW) == expected


def test_a_changed_stamp_asks_at_once() -> None:
    assert recheck(_known(0.01, 300), NOW, stamp_changed=True)


def test_what_was_not_obtained_is_asked_for_daily() -> None:
    missing = KnownDocument(None, last_checked=NOW - timedelta(hours=21), problem="404")
    assert recheck(missing, NOW)
    assert not recheck(missing, NOW - timedelta(hours=10))
