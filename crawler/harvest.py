"""The parent of crawling: starts children, keeps each line they say, judges those that fell silent.

Owns process handling and transactions. Requests nothing itself. A platform without a spider is not
crawled: its look is `drift`, and the reason names the platform.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from crawler import remembered
from crawler.job import IceJob, Job, SourceJob
from crawler.keep import Keeper, failed_look
from crawler.outcome import GOOD
from crawler.platforms import reader
from crawler.policy import CrawlSettings, user_agent
from crawler.process import Child, installed_version
from store.archive import Archive
from store.engine import session

Progress = Callable[[str, int, int | None], None]

SERVED = ("civicplus", "legistar", "links", "detect")
"""Platforms that have a spider; a constant, so that the parent need not import Scrapy."""


@dataclass(frozen=True)
class Look:
    """How one look at one source ended."""

    source_id: str
    outcome: str
    why: str
    rows: int = 0
    documents: int = 0
    requests: int = 0
    new_captures: int = 0

    @property
    def good(self) -> bool:
        return self.outcome in GOOD

    def as_json(self) -> dict[str, Any]:
        return {
            "source": self.source_id,
            "outcome": self.outcome,
            "why": self.why,
            "rows": self.rows,
            "documents": self.documents,
            "requests": self.requests,
            "new_captures": self.new_captures,
        }


@dataclass(frozen=True)
class IceWorkbook:
    """One workbook's bytes as ICE's page led to them; they lie in the archive."""

    sha256: str
    name: str
    url: str
    final_url: str
    at: datetime


@dataclass(frozen=True)
class IceLook:
    """How one look at ICE's page ended, and the workbooks it led to, in page order."""

    outcome: str
    why: str
    workbooks: tuple[IceWorkbook, ...] = ()


def crawl_batch(
    engine: Engine,
    archive: Archive,
    sources: Sequence[str],
    *,
    settings: CrawlSettings,
    now: datetime,
    frozen_clock: bool = False,
    ice_page: str | None = None,
    progress: Progress | None = None,
) -> tuple[list[Look], IceLook | None]:
    """Look at sources, and at ICE's page where its address is given; due or not.

    Every look ends in one observation, also where its child was killed. A source that made the
    child crash is left behind as `parse_error`, the others go on in a new child. On Ctrl-C the
    child is ended, what it said is kept, and KeyboardInterrupt is raised on.
    """
    began = time.monotonic()

    def at() -> datetime:
        return now if frozen_clock else now + timedelta(seconds=time.monotonic() - began)

    run = _Run(engine, archive, settings, at, frozen_clock, progress, len(sources))
    waiting = run.crawlable(list(dict.fromkeys(sources)))
    ice = ice_page
    while waiting or ice:
        batch, waiting = waiting[: settings.batch], waiting[settings.batch :]
        again = run.child(batch, ice)
        ice = None
        waiting = again + waiting
    return [run.looks[i] for i in dict.fromkeys(sources) if i in run.looks], run.ice


def fetch_ice(
    engine: Engine,
    archive: Archive,
    *,
    page_url: str,
    settings: CrawlSettings,
    now: datetime,
    frozen_clock: bool = False,
    progress: Progress | None = None,
) -> IceLook:
    """Look at ICE's page only; see `crawl_batch`."""
    _, ice = crawl_batch(
        engine, archive, (), settings=settings, now=now, frozen_clock=frozen_clock,
        ice_page=page_url, progress=progress,
    )  # fmt: skip
    assert ice is not None
    return ice


@dataclass
class _Run:
    """One call of `crawl_batch` under way."""

    engine: Engine
    archive: Archive
    settings: CrawlSettings
    at: Callable[[], datetime]
    frozen: bool
    progress: Progress | None
    total: int
    looks: dict[str, Look] = field(default_factory=dict)
    ice: IceLook | None = None

    def crawlable(self, ids: Sequence[str]) -> list[str]:
        """The sources with a spider; the others' looks end at once."""
        with session(self.engine) as opened:
            platforms = remembered.platforms_of(opened, ids)
            keeper = Keeper({}, {})
            for source, platform in platforms.items():
                if platform not in SERVED:
                    why = f"published on {platform}, which cannot be read yet"
                    event = failed_look(source, self.at(), self.at(), "drift", why)
                    self._end(opened, keeper, event)
        return [i for i in ids if platforms.get(i) in SERVED]

    def child(self, ids: Sequence[str], ice_page: str | None) -> list[str]:
        """One child over one batch; returns the sources that another child should try."""
        started = self.at()
        with session(self.engine) as opened:
            jobs = remembered.source_jobs(opened, ids)
            ice = remembered.ice_job(opened, ice_page) if ice_page else None
            ago = remembered.hosts(opened, started)
            keeper = Keeper(
                remembered.bodies_of(opened, ids), dict(remembered.last_good(opened, ids))
            )
        job = self._job(jobs, ice, ago)
        parsing: list[str] = []
        child = Child(job, self.settings.quiet_seconds)
        try:
            for lines in child.lines():
                self._keep(keeper, lines, parsing)
        finally:
            ended = child.end()
        return self._settle(keeper, ids, started, ended, parsing, ice_page)

    def _job(
        self, jobs: tuple[SourceJob, ...], ice: IceJob | None, ago: Mapping[str, float]
    ) -> Job:
        return Job(
            archive=str(self.archive.root.resolve()),
            now=self.at(),
            frozen=self.frozen,
            reader=f"{reader()}/{self.settings.history_days}",
            agent=user_agent(installed_version(), self.settings.contact),
            settings=self.settings,
            sources=jobs,
            ice=ice,
            ago=dict(ago),
        )

    def _keep(self, keeper: Keeper, lines: Sequence[bytes], parsing: list[str]) -> None:
        """Keep the lines that arrived together in one transaction."""
        events = [json.loads(line) for line in lines]
        for event in events:
            if event["t"] == "parsing":
                parsing[:] = [event["source"]]
            elif event["t"] == "rows":
                parsing.clear()
            elif event["t"] == "ice":
                self.ice = _ice(event)
        with session(self.engine) as opened:
            keeper.keep(opened, [self._sized(event) for event in events])
        for event in events:
            if event["t"] == "look":
                self._note(keeper, event)

    def _sized(self, event: dict[str, Any]) -> dict[str, Any]:
        """A look's event with the size of the list that the child put into the archive."""
        if event["t"] == "look" and event.get("listing_sha256"):
            path = self.archive.path(event["listing_sha256"])
            return {**event, "listing_size": path.stat().st_size}
        return event

    def _end(self, opened: Session, keeper: Keeper, event: Mapping[str, Any]) -> None:
        keeper.keep(opened, [event])
        self._note(keeper, event)

    def _note(self, keeper: Keeper, event: Mapping[str, Any]) -> None:
        self.looks[event["source"]] = Look(
            event["source"], event["outcome"], event["why"], event["rows"], event["documents"],
            event["requests"], keeper.new.get(event["source"], 0),
        )  # fmt: skip
        if self.progress:
            self.progress(f"{event['source']}: {event['outcome']}", len(self.looks), self.total)

    def _settle(
        self,
        keeper: Keeper,
        ids: Sequence[str],
        started: datetime,
        ended: str | None,
        parsing: Sequence[str],
        ice_page: str | None,
    ) -> list[str]:
        """Give an end to looks whose last line never came."""
        unfinished = [i for i in ids if i not in self.looks]
        why = ended or "the crawl ended before this look did"
        if ice_page and self.ice is None:
            self.ice = IceLook("unreachable", why)
        culprits = [i for i in unfinished if i in parsing and ended]
        if culprits and len(unfinished) > len(culprits):
            again = [i for i in unfinished if i not in culprits]
        else:
            culprits, again = unfinished, []
        with session(self.engine) as opened:
            for source in culprits:
                outcome = "parse_error" if source in parsing else "unreachable"
                self._end(opened, keeper, failed_look(source, started, self.at(), outcome, why))
        return again


def _ice(event: Mapping[str, Any]) -> IceLook:
    books = tuple(
        IceWorkbook(
            b["sha256"], b["name"], b["url"], b["final_url"], datetime.fromisoformat(b["at"])
        )
        for b in event["workbooks"]
    )
    return IceLook(event["outcome"], event["why"], books)
