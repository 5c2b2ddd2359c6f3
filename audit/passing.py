"""When the passing of time alone may change a finding, though nothing new has come.

Owns the day from which a finding stands still. Errs towards judging again: a finding that could
change is due every day; that no other one changes is proven by judging simulated months.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from audit.bodies import BodyRecord
from audit.case import LEAVING
from audit.coverage import AWAITED, BEYOND, local_day
from audit.papers import AGENDA, papers
from audit.values import Agreement, Finding

STILL = BEYOND + AWAITED + timedelta(days=1)
"""So long after its last window closed, no meeting that coverage looks at is awaited any more."""

_DAY = timedelta(days=1)


def changes_at(
    findings: Sequence[Finding],
    agreement: Agreement | None,
    bodies: Sequence[BodyRecord],
    now: datetime,
) -> datetime | None:
    """The next moment at which one of a unit's findings may differ; None for never.

    findings: all of the unit; agreement: theirs, None for approvals that were never listed. That
    moment is the first at which a new day begins at one of the bodies.
    """
    if not findings:
        return None
    today = min((local_day(body, now) for body in bodies), default=now.astimezone(UTC).date())
    last = max(_ends(findings, agreement), default=today)
    if today > last + STILL and not any(_from_the_future(body, now, today) for body in bodies):
        return None
    zones = {ZoneInfo(body.timezone) for body in bodies} or {ZoneInfo("UTC")}
    return min(_next_day(now, zone) for zone in zones)


def _ends(findings: Iterable[Finding], agreement: Agreement | None) -> Iterator[date]:
    """The last days that the findings look at."""
    for one in findings:
        if one.window is not None:
            yield one.window[1]
        if one.vote is not None and one.vote["date"]:
            yield date.fromisoformat(one.vote["date"])
    for signing in agreement.signings if agreement else ():
        if signing.gone_by is not None:
            yield signing.gone_by.date() + LEAVING


def _from_the_future(body: BodyRecord, now: datetime, today: date) -> bool:
    """Whether a look or minutes are dated ahead: the day they name may change what they say."""
    if any(look.at > now for look in body.looks):
        return True
    spoken = (p for p in papers(body) if p.role != AGENDA)
    return any(day and day >= today for p in spoken for day in (p.day, *p.others, *p.names))


def _next_day(now: datetime, zone: ZoneInfo) -> datetime:
    tomorrow = now.astimezone(zone).date() + _DAY
    return datetime.combine(tomorrow, time(), zone).astimezone(UTC)
