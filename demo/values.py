"""The plain values that the fictional county is made of.

Owns shapes only; the towns, their stories and the bytes of their papers are made elsewhere.
Times are aware UTC datetimes, days are local.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from demo.recurrence import Monthly


@dataclass(frozen=True)
class Member:
    """One who sits on a body."""

    title: str
    surname: str

    @property
    def formal(self) -> str:
        return f"{self.title} {self.surname}"


@dataclass(frozen=True)
class Body:
    """A collegial body: who sits on it, when it meets, how its clerk writes and publishes.

    look: agendacenter | links | table. style: the clerk's house style. answers_for: agencies as
    ICE prints them. since: the oldest meeting its site still shows. skipped: days of the cadence
    on which it simply did not meet. schedule_in_pack: the adopted dates are known as well.
    """

    id: str
    name: str
    kind: str
    place: str
    place_kind: str
    geoid: str
    hall: str
    members: tuple[Member, ...]
    secretary: str
    chief: str
    cadence: Monthly
    style: str
    look: str
    answers_for: tuple[str, ...]
    since: date
    skipped: frozenset[date] = frozenset()
    schedule_in_pack: bool = False

    @property
    def town(self) -> str:
        """The place with its kind, as its own papers say it."""
        return f"{self.place} {self.place_kind.capitalize()}" if self.place_kind else self.place


@dataclass(frozen=True)
class Block:
    """One paragraph of a paper. kind: title | heading | text."""

    kind: str
    text: str


@dataclass(frozen=True)
class Paper:
    """What one version of a document says, before it becomes bytes."""

    running_head: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True)
class Version:
    """One state of a document, and from when the site serves it."""

    at: datetime
    paper: Paper
    amended: bool = False


@dataclass(frozen=True)
class Document:
    """One published slot. role: agenda | minutes | notice. path: on its body's site."""

    role: str
    path: str
    label: str
    versions: tuple[Version, ...]

    def at(self, now: datetime) -> Version | None:
        """The version served at that moment, None before the first."""
        served = [version for version in self.versions if version.at <= now]
        return served[-1] if served else None


@dataclass(frozen=True)
class Meeting:
    """One dated gathering with the documents that ever come out about it."""

    day: date
    number: int
    title: str
    kind: str
    cancelled: bool
    documents: tuple[Document, ...]
    board: str


@dataclass(frozen=True)
class Trouble:
    """What a site does instead of answering, from when to when. kind: refused | busy | robots."""

    kind: str
    start: datetime
    end: datetime

    def holds(self, now: datetime) -> bool:
        return self.start <= now < self.end


@dataclass(frozen=True)
class Site:
    """One body's web site. validators: whether its list carries an ETag; its files always do."""

    body: Body
    meetings: tuple[Meeting, ...]
    troubles: tuple[Trouble, ...] = ()
    validators: bool = True

    def trouble(self, now: datetime) -> str | None:
        return next((t.kind for t in self.troubles if t.holds(now)), None)


@dataclass(frozen=True)
class Row:
    """One line of an ICE workbook, as printed. signed: a date, or the text someone typed."""

    state: str
    agency: str
    type: str
    county: str
    model: str
    signed: date | str | None = None
    moa: str | None = None
    hidden: bool = False


@dataclass(frozen=True)
class Workbook:
    """One spreadsheet of ICE's. kind is decided by what it holds; the name may lie."""

    name: str
    kind: str
    saved: datetime
    rows: tuple[Row, ...]
    filtered: bool = False


@dataclass(frozen=True)
class County:
    """The whole demo: every site with its papers over time, and every workbook."""

    name: str
    sites: tuple[Site, ...]
    unpublished: tuple[Body, ...]
    workbooks: tuple[Workbook, ...]

    def site(self, body_id: str) -> Site:
        """The site of one body; KeyError when there is none."""
        for site in self.sites:
            if site.body.id == body_id:
                return site
        raise KeyError(body_id)

    def without(self, body_id: str, path: str) -> County:
        """The same county with one document never published; KeyError when there is none."""
        site = self.site(body_id)
        if not any(d.path == path for m in site.meetings for d in m.documents):
            raise KeyError(path)
        meetings = tuple(
            replace(m, documents=tuple(d for d in m.documents if d.path != path))
            for m in site.meetings
        )
        other = replace(site, meetings=meetings)
        return replace(self, sites=tuple(other if s is site else s for s in self.sites))
