"""What a body's own documents say of when it meets: printed schedules, stated rhythms, the next
meeting announced.

Owns which of these hold when. All of them only add meetings that are expected; what stands for one
that did not take place is `expected`'s and `coverage`'s.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from audit.cadence import CadenceUnreadable, parse
from audit.papers import AGENDA, MINUTES, MISFILED, Paper

PRINTED, EARLIER = "printed schedule", "earlier printed schedule"
STATED, ANNOUNCED = "rhythm stated in documents", "announced as the next meeting"

_STALE = timedelta(days=400)
"""So long after a document last states it a rhythm is still taken to hold."""


@dataclass(frozen=True)
class Foreseen:
    """One date on which a document has the body meet, by which signal, in which document."""

    day: date
    signal: str
    sha256: str


@dataclass(frozen=True)
class Rhythm:
    """The rhythms stated together, and the days from which and until which they hold."""

    words: frozenset[str]
    sha256: str
    first: date
    last: date


def foreseen(held: Sequence[Paper], start: date, end: date) -> tuple[Foreseen, ...]:
    """Every date from start to end that the documents foresee, by date and signal."""
    found = (*_printed(held), *_announced(held), *_stated(held, start, end))
    inside = {one for one in found if start <= one.day <= end}
    return tuple(sorted(inside, key=lambda one: (one.day, one.signal, one.sha256)))


def rhythms(held: Iterable[Paper]) -> tuple[Rhythm, ...]:
    """Stated rhythms in order of time. One holds from the day of the document that first states
    it until another one is stated; one changed in mid-year leaves both, each with its days."""
    said: dict[date, set[str]] = defaultdict(set)
    source: dict[date, str] = {}
    for paper in sorted(held, key=_when):
        if paper.version.meets:
            said[_when(paper)].update(paper.version.meets)
            source.setdefault(_when(paper), paper.version.sha256)
    found: list[Rhythm] = []
    for day in sorted(said):
        words = frozenset(said[day])
        if found and found[-1].words == words:
            found[-1] = Rhythm(words, found[-1].sha256, found[-1].first, day + _STALE)
        else:
            found.append(Rhythm(words, source[day], day, day + _STALE))
    ends = [min(a.last, b.first - timedelta(days=1)) for a, b in pairwise(found)]
    closed = [Rhythm(r.words, r.sha256, r.first, end) for r, end in zip(found, ends, strict=False)]
    return (*closed, *found[-1:])


def _when(paper: Paper) -> date:
    """The day a document speaks from: its own, else the one on which it was fetched."""
    return paper.day or paper.version.captured_at.date()


def _stated(held: Sequence[Paper], start: date, end: date) -> Iterator[Foreseen]:
    for rhythm in rhythms(held):
        low, high = max(rhythm.first, start), min(rhythm.last, end)
        for words in sorted(rhythm.words) if low <= high else ():
            try:
                days = parse(words).dates(low, high)
            except CadenceUnreadable:
                continue
            for day in days:
                yield Foreseen(day, STATED, rhythm.sha256)


def _printed(held: Iterable[Paper]) -> Iterator[Foreseen]:
    """Dates of printed schedules. The one fetched last speaks for its years; a date that only an
    earlier one names is kept, marked as that."""
    newest: dict[int, Paper] = {}
    schedules = sorted((p for p in held if p.version.scheduled), key=_fetched)
    for paper in schedules:
        for year in {day.year for day in paper.version.scheduled}:
            newest[year] = paper
    for paper in schedules:
        for day in paper.version.scheduled:
            stands = day in newest[day.year].version.scheduled
            yield Foreseen(day, PRINTED if stands else EARLIER, paper.version.sha256)


def _fetched(paper: Paper) -> tuple[object, str]:
    return paper.version.captured_at, paper.version.sha256


def _announced(held: Iterable[Paper]) -> Iterator[Foreseen]:
    for paper in held:
        after = paper.version.next_meeting
        if paper.role in (MINUTES, MISFILED, AGENDA) and after and paper.day and after > paper.day:
            yield Foreseen(after, ANNOUNCED, paper.version.sha256)
