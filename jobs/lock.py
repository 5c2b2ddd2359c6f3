"""One writer per workspace, by a lock that the kernel lets go when its holder dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jobs.errors import AlreadyRunning


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock file. Raises AlreadyRunning, naming the process that has it."""
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(
                f"process {holder(path) or '?'} is already working in {path.parent}; "
                "wait for it or stop it"
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def holder(path: Path) -> int | None:
    """The process id that last took the lock; it may be gone."""
    try:
        return int(path.read_text() or 0) or None
    except (FileNotFoundError, ValueError):
        return None
