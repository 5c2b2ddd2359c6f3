"""When to look at which source: nightly, and by deadline around its meetings.

Owns the deadlines; when a document is asked for again is `crawler.rechecks`. All functions but
`due_sources` are pure; `now` is always given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlmodel import Session, col

from store.queries.status import GOOD
from store.tables import Body, Meeting, Observation, Source

NIGHTLY = timedelta(hours=20)
"""A source is due again after this long: a daily run at a fixed hour always finds it due."""

AROUND = (timedelta(hours=-26), timedelta(hours=-24), timedelta(hours=-1))
"""Deadlines before a meeting's start: two sides of the 24-hour notice, and the last hour."""

ASSUMED_START = time(19, 0)
"""Only for choosing when to look, where a meeting's time is not printed; never stored."""


@dataclass(frozen=True)
class Looked:
    """What decides whether a source is due: its last looks and its known meetings' starts."""

    source_id: str
    state: str
    last: datetime | None = None
    last_good: datetime | None = None
    next_due: datetime | None = None
    meetings: tuple[datetime, ...] = ()


def due(sources: Iterable[Looked], now: datetime) -> tuple[str, ...]:
    """The sources to look at now, in the order given; a manual one never is."""
    return tuple(s.source_id for s in sources if _is_due(s, now))


def deadlines(start: datetime) -> tuple[datetime, ...]:
    """The moments around one meeting by which a look is wanted."""
    return (*(start + offset for offset in AROUND), _next_business_day(start))


def start_of(day: date, printed: str | None, zone: str) -> datetime:
    """When a meeting begins, in UTC, for choosing deadlines."""
    hour = time.fromisoformat(printed) if printed else ASSUMED_START
    return datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC)


def due_sources(session: Session, now: datetime) -> tuple[str, ...]:
    """Ids of the watched sources that are due, longest unseen first."""
    looks = _looked(session, now)
    order = sorted(looks, key=lambda s: (s.last or datetime.min.replace(tzinfo=UTC), s.source_id))
    return due(order, now)


def _is_due(source: Looked, now: datetime) -> bool:
    if source.state == "manual":
        return False
    if source.next_due is not None and now < source.next_due:
        return False
    if source.last is None or now - source.last >= NIGHTLY:
        return True
    return any(source.last < deadline <= now for m in source.meetings for deadline in deadlines(m))


def _next_business_day(start: datetime) -> datetime:
    day = start + timedelta(hours=14)
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return day


def _looked(session: Session, now: datetime) -> Sequence[Looked]:
    sources = session.execute(
        select(Source, col(Body.timezone))
        .join(Body, col(Body.id) == col(Source.body_id))
        .where(col(Source.watched), col(Body.watched))
    ).all()
    last = _newest(session, ())
    good = _newest(session, GOOD)
    zones = {source.id: zone for source, zone in sources}
    meetings: dict[str, list[datetime]] = defaultdict(list)
    near = session.execute(
        select(col(Meeting.source_id), col(Meeting.date), col(Meeting.time)).where(
            col(Meeting.date) >= (now - timedelta(days=6)).date(),
            col(Meeting.date) <= (now + timedelta(days=3)).date(),
        )
    )
    for source_id, day, printed in near:
        if source_id in zones:
            meetings[source_id].append(start_of(day, printed, zones[source_id]))
    return [
        Looked(s.id, s.state, last.get(s.id), good.get(s.id), s.next_due, tuple(meetings[s.id]))
        for s, _ in sources
    ]


def _newest(session: Session, outcomes: Sequence[str]) -> dict[str, datetime]:
    query = select(col(Observation.source_id), func.max(col(Observation.finished)))
    if outcomes:
        query = query.where(col(Observation.outcome).in_(outcomes))
    rows = session.execute(query.group_by(col(Observation.source_id))).all()
    return {row[0]: row[1] for row in rows}
