"""Which meetings a body is expected to have held: the union of all signals, by date.

Owns the signals and the slots (two meetings on one day are two). Says nothing of what is held.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from audit.bodies import BodyRecord, ListedMeeting
from audit.cadence import CadenceUnreadable, parse
from audit.papers import AGENDA, MINUTES, MISFILED, VOTES, Paper
from audit.schedules import ANNOUNCED, EARLIER, PRINTED, STATED, foreseen

LIST, SCHEDULE, CADENCE = "platform list", "adopted schedule", "stated cadence"
NAMED, AGENDA_NAMED, GIVEN = "named in later minutes", "named on a later agenda", "handed over"

KINDS = {
    LIST: "list", SCHEDULE: "schedule", CADENCE: "schedule", PRINTED: "schedule",
    STATED: "schedule", NAMED: "minutes",
}  # fmt: skip
"""Signals that count towards the two kinds a window needs; schedule and cadence are one kind."""

PREDICTING = frozenset({CADENCE, STATED, EARLIER, ANNOUNCED})
"""Signals that foresee a meeting which then may not have been held."""

NEAR = timedelta(days=7)
_ASIDE = frozenset({"special", "work_session", "executive"})
_SPEAKING = frozenset({MINUTES, MISFILED, AGENDA})
_OF_MEETINGS = frozenset({MINUTES, AGENDA, VOTES, "packet", "transcript"})
_OFF = frozenset({"cancelled", "rescheduled"})


@dataclass
class Slot:
    """One meeting of a day: the rows that list it, its kind and time where they are printed."""

    kind: str = "unknown"
    time: str | None = None
    title: str = ""
    cancelled: str = ""
    rows: list[str] = field(default_factory=list)


@dataclass
class Day:
    """All that speaks for a meeting on one date: signals, slots, minutes that name it."""

    why: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    slots: list[Slot] = field(default_factory=list)
    named_by: list[date] = field(default_factory=list)

    def say(self, signal: str, sha256: str = "") -> None:
        """Note one signal, with the document that gives it where there is one."""
        self.why[signal] += [sha256] if sha256 else []

    @property
    def predicted_only(self) -> bool:
        """Whether it was foreseen and nothing else speaks for it."""
        return set(self.why) <= PREDICTING


@dataclass(frozen=True)
class Expected:
    """Expected days, the foreseen dates that a real meeting stands for, and what was unclear."""

    days: dict[date, Day]
    matched: dict[date, date]
    doubts: tuple[str, ...] = ()


def expected(record: BodyRecord, held: Sequence[Paper], start: date, end: date) -> Expected:
    """Every date on which a meeting is expected from start to end, with its signals."""
    days: dict[date, Day] = defaultdict(Day)
    _from_lists(record, held, days)
    for when in record.schedule:
        days[when].say(SCHEDULE)
    _from_later(held, days)
    told = foreseen(held, start - NEAR, end + NEAR)
    for one in told:
        if one.signal == PRINTED:
            days[one.day].say(PRINTED, one.sha256)
    predicted, doubts = _predicted(record, start - NEAR, end + NEAR)
    stated = tuple(sorted({one.day for one in told if one.signal == STATED}))
    announced = {one.day for one in told if one.signal == ANNOUNCED}
    stand_ins = {CADENCE: _match(predicted, days), STATED: _match(stated, days)}
    stand_ins[ANNOUNCED] = _match(announced, days, aside=(*predicted, *stated))
    for when in predicted:
        days[when].say(CADENCE)
    for one in told:
        if one.signal != PRINTED:
            days[one.day].say(one.signal, one.sha256)
    matched = _agreed(stand_ins, days)
    for day in days.values():
        day.slots = day.slots or [Slot()]
    return Expected({d: days[d] for d in sorted(days) if start <= d <= end}, matched, doubts)


def _from_lists(record: BodyRecord, held: Sequence[Paper], days: dict[date, Day]) -> None:
    counted = {paper.document.id for paper in held}
    foreign = {d.id for d in record.documents if d.versions and d.id not in counted}
    of_meeting: dict[str | None, set[str]] = defaultdict(set)
    for document in record.documents:
        of_meeting[document.meeting_id].add(document.id)
    rows: dict[date, list[ListedMeeting]] = defaultdict(list)
    for meeting in record.meetings:
        own = of_meeting.get(meeting.id, set())
        if not own or own - foreign:
            rows[meeting.date].append(meeting)
    for when, listed in rows.items():
        days[when].say(LIST)
        days[when].slots = _slots(listed)
    for document in record.documents:
        if document.meeting_date and document.role in _OF_MEETINGS and document.id not in foreign:
            days[document.meeting_date].say(_listed_as(document.origin))
    for paper in held:
        for each in (paper.day, *paper.others) if paper.role in _SPEAKING else ():
            if each:
                days[each].say(_listed_as(paper.document.origin))


def _listed_as(origin: str) -> str:
    return GIVEN if origin == "import" else LIST


def _from_later(held: Sequence[Paper], days: dict[date, Day]) -> None:
    for paper in held:
        signal = AGENDA_NAMED if paper.role == AGENDA else NAMED
        for day in paper.names:
            days[day].say(signal, paper.version.sha256)
            if paper.day and paper.day not in days[day].named_by and signal == NAMED:
                days[day].named_by.append(paper.day)


def _predicted(
    record: BodyRecord, start: date, end: date
) -> tuple[tuple[date, ...], tuple[str, ...]]:
    if not record.cadence:
        return (), ()
    try:
        return parse(record.cadence).dates(start, end), ()
    except CadenceUnreadable as error:
        return (), (str(error),)


def _match(
    predicted: Iterable[date], days: dict[date, Day], aside: Iterable[date] = ()
) -> dict[date, date]:
    """Foreseen dates that a meeting within seven days stands for, nearest pairs first.

    aside: dates of regular meetings, which stand for nothing but themselves. A date that only a
    printed schedule names stands for none either: what is foreseen excuses nothing.
    """
    wanted = set(predicted)
    own = wanted.union(aside)
    real = [
        d
        for d, day in days.items()
        if d not in own and not _aside(day) and set(day.why) != {PRINTED}
    ]
    open_dates = [d for d in wanted if d not in days]
    pairs = sorted(
        (abs(day - other), day, other)
        for day in open_dates
        for other in real
        if abs(day - other) <= NEAR
    )
    matched: dict[date, date] = {}
    for _, day, other in pairs:
        if day not in matched and other not in matched.values():
            matched[day] = other
    return matched


def _agreed(
    stand_ins: Mapping[str, Mapping[date, date]], days: Mapping[date, Day]
) -> dict[date, date]:
    """The dates for which a real meeting stands by every signal that foresees them."""
    found: dict[date, date] = {}
    for day, real in ((d, r) for held in stand_ins.values() for d, r in held.items()):
        if all(day in stand_ins.get(signal, ()) for signal in days[day].why):
            found.setdefault(day, real)
    return found


def _aside(day: Day) -> bool:
    """A special meeting beside the regular date does not replace the regular one."""
    return bool(day.slots) and all(slot.kind in _ASIDE for slot in day.slots)


def _slots(rows: Sequence[ListedMeeting]) -> list[Slot]:
    """The distinct meetings of one day; two sources that list the same meeting are one."""
    by_source: dict[str | None, list[Slot]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (r.kind == "unknown", r.time is None, r.id)):
        _place(row, by_source[row.source_id])
    most = max(by_source.values(), key=len)
    for slots in by_source.values():
        for slot in slots if slots is not most else ():
            host = next((s for s in most if alike(s.kind, slot.kind)), most[0])
            host.rows += slot.rows
            host.cancelled = host.cancelled or (slot.cancelled if len(most) == 1 else "")
    return most


def _place(row: ListedMeeting, slots: list[Slot]) -> None:
    off = f"listed as {row.status}" if row.status in _OFF else ""
    title = _bare(row.title)
    for slot in slots:
        same = alike(slot.kind, row.kind) and (
            slot.time == row.time or not slot.time or not row.time
        )
        # A notice that calls one meeting off must not call off another one of that day.
        if same and (bool(slot.cancelled) == bool(off) or not title or title == slot.title):
            slot.rows.append(row.id)
            slot.cancelled = slot.cancelled or off
            return
    slots.append(Slot(row.kind, row.time, title, off, [row.id]))


def alike(a: str, b: str) -> bool:
    """Whether two kinds of meeting may be the same meeting's."""
    return a == b or "unknown" in (a, b)


def _bare(title: str) -> str:
    words = re.sub(r"\b(cancel\w*|resched\w*|notice|of|the|no|meeting)\b", " ", title.casefold())
    return " ".join(re.findall(r"[a-z0-9]+", words))
