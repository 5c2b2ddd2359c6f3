from __future__ import annotations

import fcntl
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs.context import Context
from tests.jobs.county import Watched, kept, watch


@pytest.fixture(scope="session")
def watched(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Watched:
    """The finished demo, to be read only: made by the first worker that asks, copied by each."""
    own = tmp_path_factory.mktemp("demo") / "county"
    if worker_id == "master":
        return watch(own)
    shared = tmp_path_factory.getbasetemp().parent / "demo"
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return kept(shared).moved(own)


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
