"""A copy of a SQLite workspace that is whole even while it is being written to.

Owns the copying; knows nothing of schedules or of PostgreSQL, which has its own tools.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from store.archive import Archive


def backup(database: Path, archive: Archive, target: Path) -> tuple[Path, int]:
    """Copy database and missing blobs into ``target``; returns the database copy and blobs copied.

    The database is copied first, so that every blob it names exists by the time blobs are copied.
    A second backup into the same folder copies only new blobs.
    """
    target.mkdir(parents=True, exist_ok=True)
    copy = copy_database(database, target / database.name)
    copied = 0
    other = Archive(target / archive.root.name)
    for sha256 in archive:
        if sha256 not in other:
            place = other.path(sha256)
            place.parent.mkdir(parents=True, exist_ok=True)
            half = place.with_name(f".part-{sha256}")
            shutil.copyfile(archive.path(sha256), half)
            half.replace(place)
            copied += 1
    return copy, copied


def copy_database(database: Path, copy: Path) -> Path:
    """A consistent copy of a SQLite file, made while others may write to it; returns its path."""
    part = copy.with_name(f".{copy.name}.part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(part)) as sink:
        source.backup(sink)
    part.replace(copy)
    return copy
