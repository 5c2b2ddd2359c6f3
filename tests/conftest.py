"""Fixtures that several rooms share: a migrated store, an archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine

from store.archive import Archive
from store.engine import open_engine, sqlite_url
from store.schema import migrate

# A busy machine is no failure: nothing here is judged by the clock. Same examples each time.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A migrated SQLite store of its own for each test."""
    opened = open_engine(sqlite_url(tmp_path / "offagenda.db"))
    migrate(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An empty archive beside it."""
    return Archive(tmp_path / "archive")
