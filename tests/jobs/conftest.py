from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs.context import Context
from tests.jobs.county import Watched, watch


@pytest.fixture(scope="session")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """The finished demo; read only: its tests share one worker (xdist group "county")."""
    return watch(tmp_path_factory.mktemp("demo") / "county")


@pytest.fixture
def context(watched: Watched) -> Iterator[Context]:
    made = watched.context()
    yield made
    made.workspace.engine.dispose()


@pytest.fixture
def own(watched: Watched, tmp_path: Path) -> Iterator[Context]:
    """A copy of the demo's workspace that the test may change."""
    made = watched.copy(tmp_path / "county")
    yield made
    made.workspace.engine.dispose()
