"""The meetings of a quarter as the audit asks about them: coverage, start, documents, minutes.

Owns the joining of a coverage row with what was published for it. Judges nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from audit.bodies import BodyRecord, ListedMeeting
from audit.coverage import coverage
from audit.expected import PREDICTING
from audit.law.clock import start_of
from audit.metrics.held import Published, Sitting, Text
from audit.metrics.start import starts
from audit.values import MeetingCoverage

_AHEAD = timedelta(days=75)
_OFF = ("cancelled", "not_held")


def sittings(
    record: BodyRecord,
    first: date,
    last: date,
    as_of: datetime,
    documents: Sequence[Published],
    seen: Mapping[str, datetime],
) -> tuple[Sitting, ...]:
    """The expected meetings from first to last; none where last lies before first.

    seen: when each listed meeting was first seen, by id.
    """
    if last < first or not (record.sources or documents):
        return ()
    rows = coverage(record, first, last, as_of).meetings
    a_day = Counter(row.date for row in rows if row.state not in _OFF)
    return tuple(_sitting(record, row, documents, seen, alone=a_day[row.date] <= 1) for row in rows)


def later(record: BodyRecord, after: date, as_of: datetime) -> tuple[date, ...]:
    """Days of meetings known to come after a day, those that are only foreseen left out."""
    rows = coverage(record, after + timedelta(days=1), after + _AHEAD, as_of).meetings
    return tuple(
        row.date for row in rows if row.state not in _OFF and set(row.why_expected) - PREDICTING
    )


def _sitting(
    record: BodyRecord,
    row: MeetingCoverage,
    documents: Sequence[Published],
    seen: Mapping[str, datetime],
    *,
    alone: bool,
) -> Sitting:
    own = tuple(d for d in documents if d.meeting_date == row.date)
    listed = [m for m in record.meetings if m.date == row.date and m.id in seen]
    zone = ZoneInfo(record.timezone)
    heads = (v.pages[0][2] for d in own if d.role in ("agenda", "packet") for v in d.versions[-1:]
             if v.pages)  # fmt: skip
    return Sitting(
        day=row.date,
        start=start_of(row.date, starts((m.time for m in listed), heads), zone),
        state=row.state,
        why=row.why,
        kind=_kind(listed),
        location=next((m.location for m in listed if m.location), "") or "",
        minutes=_text(row.minutes, documents),
        alone=alone,
        foretold=bool(row.why_expected) and set(row.why_expected) <= PREDICTING,
        first_seen=min((seen[m.id] for m in listed), default=None),
        meeting_id=next((m.id for m in listed), None),
        documents=own,
    )


def _kind(listed: Sequence[ListedMeeting]) -> str:
    kinds = {m.kind for m in listed} - {"unknown"}
    return next(iter(kinds)) if len(kinds) == 1 else "unknown"


def _text(sha256: str | None, documents: Sequence[Published]) -> Text | None:
    return next(
        (v for d in documents for v in d.versions if v.sha256 == sha256), None
    ) if sha256 else None  # fmt: skip
