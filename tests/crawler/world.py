"""A store, an archive and a pack for tests that crawl sites on localhost.

Owns the wiring only; the sites are `tests.crawler.site`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, select

from crawler.harvest import IceLook, Look, crawl_batch
from crawler.keep_registry import keep_registry
from crawler.policy import CrawlSettings
from crawler.registry import Registry, parse_pack
from store.archive import Archive
from store.engine import open_engine, session, sqlite_url
from store.schema import migrate

NOW = datetime(2026, 2, 2, 12, tzinfo=UTC)
SETTINGS = CrawlSettings(allow_loopback=True)

T = TypeVar("T", bound=SQLModel)

BODY = """
[[body]]
id = "{id}"
name = "{id} Borough Council"
kind = "borough_council"
place = {{ name = "{id}", kind = "borough", county = "Butler", state = "PA" }}
timezone = "America/New_York"
"""
SOURCE = """
[[body.source]]
platform = "{platform}"
url = "{url}"
"""


class World:
    """One workspace. `add` names bodies by short words; `look` crawls some or all of them."""

    def __init__(self, folder: Path) -> None:
        self.engine: Engine = open_engine(sqlite_url(folder / "store.db"))
        migrate(self.engine)
        self.archive = Archive(folder / "archive")
        self.text = ""
        self.ids: dict[str, str] = {}

    def add(self, name: str, url: str, platform: str = "links", **more: str) -> None:
        extra = "".join(f'{key} = "{value}"\n' for key, value in more.items())
        self.text += BODY.format(id=name) + SOURCE.format(platform=platform, url=url) + extra
        self._sync()

    def add_all(self, urls: dict[str, str]) -> None:
        """Many pages of links at once."""
        for name, url in urls.items():
            self.text += BODY.format(id=name) + SOURCE.format(platform="links", url=url)
        self._sync()

    def _sync(self) -> None:
        registry = Registry(parse_pack(self.text, "test.toml"))
        self.ids = {body.id: body.sources[0].id for body in registry.bodies}
        with session(self.engine) as opened:
            keep_registry(opened, registry, NOW)

    def look(
        self, *names: str, days: float = 0, settings: CrawlSettings = SETTINGS, **more: Any
    ) -> dict[str, Look]:
        looks, _ = self.batch(*names, days=days, settings=settings, **more)
        back = {v: k for k, v in self.ids.items()}
        return {back[look.source_id]: look for look in looks}

    def batch(
        self, *names: str, days: float = 0, settings: CrawlSettings = SETTINGS, **more: Any
    ) -> tuple[list[Look], IceLook | None]:
        ids: Sequence[str] = [self.ids[n] for n in (names or tuple(self.ids))]
        return crawl_batch(
            self.engine, self.archive, ids, settings=settings, now=NOW + timedelta(days=days),
            frozen_clock=True, **more,
        )  # fmt: skip

    def rows(self, table: type[T]) -> list[T]:
        with Session(self.engine, expire_on_commit=False) as opened:
            return list(opened.exec(select(table)))

    def of(self, table: type[Any], name: str) -> list[Any]:
        return [r for r in self.rows(table) if r.source_id == self.ids[name]]

    def close(self) -> None:
        self.engine.dispose()
