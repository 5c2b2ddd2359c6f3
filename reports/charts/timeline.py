"""The timeline of one card, as lanes of marks with places in per cent.

Owns the layout. Places are per cent of whatever width the page gives, and words stand in lane
headers, so that letters keep their size on a phone and never collide. Draws nothing itself.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reports.texts import long_date, plural, short_date
from reports.week import Card, CoverageTable, Mark

LINE = 15
"""Height of one line of 12-pixel words."""

TRACK = 24
"""Height of the track below them."""

REACH = 46
"""Letters in one line of words: what a phone's width holds at 12 pixels."""

_TOP = 4
_AXIS = 26
_TICKS = 5


@dataclass(frozen=True)
class Point:
    """One mark: a place in per cent, a shape class, and what a pointer or reader is told."""

    x: float
    shape: str
    title: str


@dataclass(frozen=True)
class Bar:
    """A stretch: from x over a width, in per cent; `open` where it goes on beyond the report."""

    x: float
    width: float
    shape: str
    title: str
    open: bool = False


@dataclass(frozen=True)
class Lane:
    """One strip of the drawing, words above a track; y is its upper edge."""

    head: str
    y: int
    points: tuple[Point, ...] = ()
    bars: tuple[Bar, ...] = ()

    @property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """The words, with the height at which each line stands."""
        parts = textwrap.wrap(self.head, REACH)
        return tuple((self.y + LINE * i + 12, part) for i, part in enumerate(parts))

    @property
    def track_y(self) -> int:
        return self.y + LINE * len(self.lines) + TRACK // 2

    @property
    def below(self) -> int:
        """Where the next lane begins."""
        return self.y + LINE * len(self.lines) + TRACK


@dataclass(frozen=True)
class Tick:
    """One date on the axis."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True)
class Timeline:
    """The whole drawing. window: the stretch in which absence of a vote is judged."""

    title: str
    text: str
    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    window: Bar | None
    signed: float | None

    @property
    def axis_y(self) -> int:
        return self.height - _AXIS

    @property
    def shapes(self) -> frozenset[str]:
        """The kinds of marks that occur, for the key below."""
        return frozenset(point.shape for lane in self.lanes for point in lane.points)


class _Scale:
    def __init__(self, days: Sequence[date]) -> None:
        self.start, self.end = min(days), max(days)
        self.span = max((self.end - self.start).days, 1)

    def __call__(self, day: date) -> float:
        inside = min(max(day, self.start), self.end)
        return round(100 * (inside - self.start).days / self.span, 2)


def timeline(card: Card, today: date) -> Timeline | None:
    """Lay out a card's dates up to today, or None where it has too few to draw."""
    days = list(_days(card, today))
    if len(set(days)) < 2:
        return None
    scale = _Scale(days)
    drafts = [*_meetings(card, scale), *_agendas(card, scale), *_votes(card, scale),
              *_signed(card, scale), *_listed(card, scale, today)]  # fmt: skip
    if not drafts:
        return None
    lanes = _stack(drafts)
    signed = _one(card.marks, "agency_signed") or _one(card.marks, "ice_signed")
    return Timeline(
        title=f"Dates of {card.agency}",
        text=" ".join(f"{lane.head}." for lane in lanes),
        height=lanes[-1].below + _AXIS,
        lanes=lanes,
        ticks=tuple(_ticks(scale)),
        window=_window(card, scale, today),
        signed=scale(signed.at) if signed else None,
    )


_Draft = tuple[str, list[Point], list[Bar]]


def _stack(drafts: Iterable[_Draft]) -> tuple[Lane, ...]:
    lanes: list[Lane] = []
    for head, points, bars in drafts:
        y = lanes[-1].below if lanes else _TOP
        lanes.append(Lane(head, y, tuple(points), tuple(bars)))
    return tuple(lanes)


def _days(card: Card, today: date) -> Iterable[date]:
    yield from (mark.at for mark in card.marks if mark.at <= today)
    yield from (row.date for table in card.tables for row in table.meetings if row.date <= today)
    for first, gone in card.spells:
        yield from (first, gone or today)
    if card.window:
        yield from (card.window[0], min(card.window[1], today))


def _meetings(card: Card, scale: _Scale) -> Iterable[_Draft]:
    for table in card.tables:
        if rows := [row for row in table.meetings if row.date <= scale.end]:
            points = [
                Point(scale(row.date), f"m-{row.state}", f"{short_date(row.date)}") for row in rows
            ]
            yield f"{_body(card, table)}: {_held(table)}", points, []
    if not card.tables and (marks := _all(card.marks, "meeting", scale)):
        points = [
            Point(scale(m.at), "m-read" if m.good else "m-missing", short_date(m.at)) for m in marks
        ]
        yield f"Meetings: minutes of {sum(m.good for m in marks)} of {len(marks)} read", points, []


def _body(card: Card, table: CoverageTable) -> str:
    return "Meetings" if len(card.tables) == 1 else table.body


def _held(table: CoverageTable) -> str:
    rest = [
        f"{table.count(state)} {word}"
        for state, word in (("unread", "unread"), ("missing", "missing"), ("awaited", "awaited"))
        if table.count(state)
    ]
    return ", ".join([f"minutes of {table.count('read')} of {table.expected} read", *rest])


def _agendas(card: Card, scale: _Scale) -> Iterable[_Draft]:
    if marks := _all(card.marks, "agenda_posted", scale):
        points = [Point(scale(m.at), "agenda", short_date(m.at)) for m in marks]
        yield f"Agenda naming it first seen: {_dates(marks, plain=True)}", points, []


def _votes(card: Card, scale: _Scale) -> Iterable[_Draft]:
    if marks := _all(card.marks, "vote", scale):
        points = [Point(scale(m.at), "vote", f"{m.detail} {short_date(m.at)}") for m in marks]
        head = f"{'Vote' if len(marks) == 1 else 'Votes'}: {_dates(marks)}"
        yield head, points, []


def _signed(card: Card, scale: _Scale) -> Iterable[_Draft]:
    points, words = [], []
    for kind, who in (("agency_signed", "agency"), ("ice_signed", "ICE")):
        for mark in _all(card.marks, kind, scale):
            points.append(Point(scale(mark.at), kind.replace("_", "-"), short_date(mark.at)))
            words.append(f"{who} {short_date(mark.at)}")
    if points:
        yield f"Signed: {', '.join(words)}", points, []


def _listed(card: Card, scale: _Scale, today: date) -> Iterable[_Draft]:
    bars = [
        Bar(scale(first), max(scale(gone or today) - scale(first), 0.8), "listed",
            _spell(first, gone), open=gone is None)
        for first, gone in card.spells
    ]  # fmt: skip
    pending = [
        Point(scale(m.at), "pending", f"pending {short_date(m.at)}")
        for m in _all(card.marks, "pending", scale)
    ]
    if bars:
        yield f"On ICE’s list: {', '.join(bar.title for bar in bars)}", pending, bars
    elif pending:
        yield f"ICE’s pending list: {_dates(_all(card.marks, 'pending', scale))}", pending, []


def _spell(first: date, gone: date | None) -> str:
    if gone is None:
        return f"since {short_date(first)}"
    return f"{short_date(first)} to {short_date(gone)}"


def _window(card: Card, scale: _Scale, today: date) -> Bar | None:
    if not card.window:
        return None
    first, last = card.window
    x = scale(first)
    title = f"window {long_date(first)} to {long_date(last)}"
    return Bar(x, max(scale(min(last, today)) - x, 0.5), "window", title, open=last > today)


def _ticks(scale: _Scale) -> Iterable[Tick]:
    """First and last day, and first days of months between them, no more than fit a phone."""
    yield Tick(0.0, short_date(scale.start), "start")
    months = _months(scale.start, scale.end)
    step = max(1, -(-len(months) // (_TICKS - 1)))
    for day in months[step // 2 :: step]:
        if 28 < scale(day) < 68:
            yield Tick(scale(day), f"{day:%b %Y}", "middle")
    yield Tick(100.0, short_date(scale.end), "end")


def _months(start: date, end: date) -> list[date]:
    days = []
    day = start.replace(day=1)
    while day <= end:
        day = (day + timedelta(days=32)).replace(day=1)
        days.append(day)
    return days


def _all(marks: Sequence[Mark], kind: str, scale: _Scale) -> list[Mark]:
    return sorted(
        (m for m in marks if m.kind == kind and m.at <= scale.end), key=lambda m: (m.at, m.detail)
    )


def _one(marks: Sequence[Mark], kind: str) -> Mark | None:
    return next((m for m in marks if m.kind == kind), None)


def _dates(marks: Sequence[Mark], *, plain: bool = False) -> str:
    """The dates with what they are, or plain, shortened to what a phone's width holds."""
    shown = [
        f"{short_date(m.at)}{f' ({m.detail})' if m.detail and not plain else ''}" for m in marks
    ]
    if len(shown) <= 2:
        return ", ".join(shown)
    return f"{shown[0]} and {plural(len(shown) - 1, 'more', 'more')}"
