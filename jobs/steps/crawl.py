"""Looking at sources, and at ICE's page, through the crawler's children."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crawler.harvest import IceLook, Look, crawl_batch, fetch_ice
from crawler.policy import CrawlSettings
from crawler.schedule import due_sources
from jobs.context import Context
from jobs.errors import JobError
from jobs.exits import NOT_ALL_READ
from store.engine import session
from store.queries.status import GOOD
from store.queries.status import sources as known_sources


@dataclass(frozen=True)
class Crawled:
    """The looks of one crawl, and the look at ICE's page where it was part of it."""

    looks: tuple[Look, ...]
    ice: IceLook | None = None

    @property
    def code(self) -> int:
        return NOT_ALL_READ if any(k.outcome not in GOOD for k in self.looks) else 0

    def as_json(self) -> dict[str, Any]:
        return {"looks": [look.as_json() for look in self.looks]}

    def __str__(self) -> str:
        read = sum(k.outcome in GOOD for k in self.looks)
        new = sum(k.new_captures for k in self.looks)
        return f"{read} of {len(self.looks)} sources read, {new} new documents"


def crawl(context: Context, names: tuple[str, ...] = (), *, with_ice: bool = False) -> Crawled:
    """Look at what is due, or at the sources (or bodies' sources) named. Raises JobError."""
    ids = _named(context, names) if names else _due(context)
    looks, ice = crawl_batch(
        context.workspace.engine,
        context.workspace.archive,
        ids,
        settings=crawl_settings(context),
        now=context.now,
        frozen_clock=context.clock.frozen,
        ice_page=context.workspace.settings.ice.page if with_ice else None,
        progress=context.tell,
    )
    return Crawled(tuple(looks), ice)


def look_at_ice(context: Context) -> IceLook:
    """Look at ICE's page alone."""
    return fetch_ice(
        context.workspace.engine,
        context.workspace.archive,
        page_url=context.workspace.settings.ice.page,
        settings=crawl_settings(context),
        now=context.now,
        frozen_clock=context.clock.frozen,
        progress=context.tell,
    )


def crawl_settings(context: Context) -> CrawlSettings:
    """The crawler's part of the settings."""
    given = context.workspace.settings.crawler
    return CrawlSettings(
        contact=given.contact,
        delay_seconds=given.delay_seconds,
        history_days=given.history_days,
        allow_loopback=given.allow_loopback,
    )


def _due(context: Context) -> tuple[str, ...]:
    with session(context.workspace.engine) as opened:
        return due_sources(opened, context.now)


def _named(context: Context, names: tuple[str, ...]) -> tuple[str, ...]:
    with session(context.workspace.engine) as opened:
        known = [(s.source.id, s.source.body_id) for s in known_sources(opened)]
    ids: list[str] = []
    for name in names:
        found = [source for source, body in known if name in (source, body)]
        if not found:
            raise JobError(f"no source or body {name!r}: `offagenda sources list` prints the ids")
        ids.extend(found)
    return tuple(dict.fromkeys(ids))
