"""The chain of minutes, in which each names the one before, and the gaps where nothing looked.

Owns both because a gap counts only where the chain is broken. Knows no meetings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from audit.bodies import GOOD, Look
from audit.papers import MINUTES, MISFILED, Paper
from audit.values import Gap

LONGEST_GAP = timedelta(days=35)
_SAME_SITTING = timedelta(days=35)
# A quarterly body's step; longer leaps approve a straggler and say nothing of what lay between.
_LONGEST_LINK = timedelta(days=100)


@dataclass(frozen=True)
class Link:
    """The minutes of `later` name those of `earlier` as the ones before: nothing lay between."""

    earlier: date
    later: date

    def spans(self, day: date) -> bool:
        """Whether the day lies strictly between."""
        return self.earlier < day < self.later


def links(held: Iterable[Paper]) -> tuple[Link, ...]:
    """One link for each minutes that names earlier ones.

    Minutes that approve several close together (a regular and a special meeting) reach back to the
    first of these.
    """
    found = set()
    for paper in held:
        if paper.role not in (MINUTES, MISFILED) or not paper.names or paper.day is None:
            continue
        reach = paper.names[-1]
        for day in reversed(paper.names[:-1]):
            if reach - day > _SAME_SITTING:
                break
            reach = day
        if paper.day - reach <= _LONGEST_LINK:
            found.add(Link(reach, paper.day))
    return tuple(sorted(found, key=lambda link: (link.earlier, link.later)))


@dataclass(frozen=True)
class Seen:
    """What covers a body's time: looks, held minutes; awaited: meetings whose minutes may come."""

    looks: Sequence[Look]
    held: Sequence[Paper]
    awaited: Collection[date]
    zone: ZoneInfo
    today: date

    @property
    def good(self) -> list[date]:
        """The days of good looks, in order."""
        days = {k.at.astimezone(self.zone).date() for k in self.looks if k.outcome in GOOD}
        return sorted(day for day in days if day <= self.today)

    @property
    def read(self) -> frozenset[date]:
        """The days of which minutes are held."""
        kinds = (MINUTES, MISFILED)
        held = (p for p in self.held if p.role in kinds and p.version.state == "ok")
        return frozenset(paper.day for paper in held if paper.day)


def gaps(seen: Seen, start: date, end: date) -> tuple[Gap, ...]:
    """Stretches of the window that neither good looks nor the chain of minutes cover."""
    joined = _joined(links(seen.held))
    good, read = seen.good, seen.read
    found = []
    for low, high in _stretches(good, seen.today):
        for piece in _uncovered(low, high, joined):
            first, last = max(piece[0], start), min(piece[1], end, seen.today)
            if first < last and not _growing(piece, read, good, joined, seen.awaited):
                found.append(Gap(_utc(first), _utc(last), _outcome(seen, first, last)))
    return tuple(found)


def _stretches(good: Sequence[date], today: date) -> list[tuple[date, date]]:
    """Stretches longer than 35 days between good looks; before the first nothing was looked at."""
    marks = [date.min, *good, today]
    return [(a, b) for a, b in pairwise(marks) if b - a > LONGEST_GAP]


def _joined(chain: Sequence[Link]) -> list[tuple[date, date]]:
    joined: list[tuple[date, date]] = []
    for link in chain:
        if joined and link.earlier <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], link.later))
        else:
            joined.append((link.earlier, link.later))
    return joined


def _uncovered(
    low: date, high: date, covered: Sequence[tuple[date, date]]
) -> list[tuple[date, date]]:
    pieces = []
    at = low
    for first, last in covered:
        if last <= at or first >= high:
            continue
        if first > at:
            pieces.append((at, first))
        at = max(at, last)
    if at < high:
        pieces.append((at, high))
    return pieces


def _growing(
    piece: tuple[date, date],
    read: Collection[date],
    good: Collection[date],
    joined: Sequence[tuple[date, date]],
    awaited: Collection[date],
) -> bool:
    """Whether the chain is not broken there, only not yet grown across.

    The minutes that would reach back over the stretch are not held (their meeting is awaited or
    missing, and counts as that), or the newest held or awaited ones lie within 35 days of the look
    that ends the stretch.
    """
    low, high = piece
    if low == date.min or any(low < day <= high for day in read):
        return False
    if any(high == first for first, _ in joined):
        return True
    newest = max((day for day in awaited if low < day < high), default=low)
    return high in good and high - newest <= LONGEST_GAP


def _outcome(seen: Seen, first: date, last: date) -> str:
    inside = [k for k in seen.looks if first <= k.at.astimezone(seen.zone).date() <= last]
    bad = [look.outcome for look in sorted(inside, key=lambda k: k.at) if look.outcome not in GOOD]
    return bad[-1] if bad else "not looked at"


def _utc(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
