"""A workspace: the folder that holds settings, packs, archive, database and editions.

Owns where things lie in it. What is done with them is the steps' affair.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from jobs.errors import NoWorkspace
from jobs.settings import Settings, load

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from store.archive import Archive

FILE = "offagenda.toml"


@dataclass(frozen=True)
class Workspace:
    """Paths and settings of one folder; the engine is opened at first use."""

    home: Path

    @classmethod
    def find(cls, home: Path | None, start: Path) -> Workspace:
        """The workspace named, or the nearest one from ``start`` upwards. Raises NoWorkspace."""
        if home is not None:
            if not (home / FILE).is_file():
                raise NoWorkspace(f"{home} holds no {FILE}: run `offagenda init {home}`")
            return cls(home.resolve())
        for folder in (start, *start.parents):
            if (folder / FILE).is_file():
                return cls(folder)
        raise NoWorkspace(
            f"no {FILE} in {start} or above it: run `offagenda init`, or name one with --home"
        )

    @cached_property
    def settings(self) -> Settings:
        return load(self.home / FILE)

    @property
    def packs(self) -> Path:
        return self.home / "packs"

    @property
    def topics(self) -> Path:
        return self.home / "topics"

    @property
    def editions(self) -> Path:
        return self.home / "editions"

    @property
    def lock(self) -> Path:
        return self.home / ".lock"

    @property
    def database(self) -> Path:
        """The SQLite file: the one `database_url` names, else the one beside the settings."""
        url = self.settings.database_url
        if url is None:
            return self.home / "offagenda.db"
        return self.home / url.get_secret_value().removeprefix("sqlite:///")

    @cached_property
    def archive(self) -> Archive:
        from store.archive import Archive

        return Archive(self.home / "archive")

    @cached_property
    def engine(self) -> Engine:
        """The store's engine, its schema checked. Raises OlderSchema."""
        from store.schema import check

        engine = self.unchecked_engine()
        check(engine)
        return engine

    def unchecked_engine(self) -> Engine:
        """The store's engine whatever its schema; for `init` and `doctor`."""
        from store.engine import open_engine, sqlite_url

        return open_engine(sqlite_url(self.database))
