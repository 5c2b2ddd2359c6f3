"""Asking for agreements through a child, and keeping each answer as it comes.

Owns one batch and its process. Which addresses are due, and what an answer amounts to, is
crawler.agreements'.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from crawler import remembered
from crawler.agreements import MOST, due
from crawler.errors import ChildBroken
from crawler.harvest import Progress
from crawler.job import AgreementJob, Job, PageMemory
from crawler.keep import Keeper
from crawler.policy import CrawlSettings, user_agent
from crawler.process import Child, installed_version
from store.archive import Archive
from store.engine import session
from store.queries import agreements
from store.tables import AgreementLink


@dataclass(frozen=True)
class Asked:
    """One address that was asked in a run. new: it brought a PDF that it had not brought before."""

    url: str
    outcome: str
    why: str
    new: bool


def fetch_agreements(
    engine: Engine,
    archive: Archive,
    urls: Iterable[str],
    *,
    settings: CrawlSettings,
    now: datetime,
    frozen_clock: bool = False,
    progress: Progress | None = None,
    most: int = MOST,
) -> tuple[Asked, ...]:
    """Ask for those agreements that are due, the first first, at most so many.

    Each answer is kept as it comes; an address that a broken child did not come to is asked in the
    next run. Raises ChildBroken where no answer came at all.
    """
    given = list(urls)
    with session(engine) as opened:
        known = agreements.links(opened, given)
        held = {url: link.sha256 for url, link in known.items()}
        jobs = tuple(
            AgreementJob(url, _memory(known.get(url), archive))
            for url in due(given, known, now, most)
        )
        ago = remembered.hosts(opened, now)
    if not jobs:
        return ()
    job = Job(
        archive=str(archive.root.resolve()), now=now, frozen=frozen_clock, reader="",
        agent=user_agent(installed_version(), settings.contact), settings=settings,
        agreements=jobs, ago=ago,
    )  # fmt: skip
    child = Child(job, settings.quiet_seconds)
    asked: list[Asked] = []
    try:
        for lines in child.lines():
            asked += _kept(engine, lines, held)
            if progress:
                progress("agreements", len(asked), len(jobs))
    finally:
        ended = child.end()
    if ended and not asked:
        raise ChildBroken(f"no agreement was obtained: {ended}; the next run tries again")
    return tuple(asked)


def _kept(engine: Engine, lines: Sequence[bytes], held: Mapping[str, str | None]) -> list[Asked]:
    """Keep the lines that arrived together in one transaction."""
    events = [json.loads(line) for line in lines]
    with session(engine) as opened:
        Keeper({}, {}).keep(opened, events)
    return [
        Asked(e["link"], e["outcome"], e["why"], e["sha256"] not in (None, held.get(e["link"])))
        for e in events
        if e["t"] == "agreement"
    ]


def _memory(link: AgreementLink | None, archive: Archive) -> PageMemory | None:
    if link is None or link.sha256 not in archive:
        return None
    return PageMemory(link.etag, link.last_modified, link.sha256)
