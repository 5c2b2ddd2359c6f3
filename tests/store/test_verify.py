from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from store.archive import Archive
from store.backup import backup
from store.engine import session
from store.queries import blobs
from store.verify import verify

NOW = datetime(2026, 7, 6, 11, tzinfo=UTC)


def _keep(engine: Engine, archive: Archive, data: bytes) -> str:
    sha = archive.put(data)
    with session(engine) as opened:
        blobs.note(opened, sha, len(data), NOW)
    return sha


def test_a_whole_archive_is_ok(engine: Engine, archive: Archive) -> None:
    _keep(engine, archive, b"a")
    _keep(engine, archive, b"b")
    seen: list[tuple[int, int]] = []
    found = verify(engine, archive, lambda done, of: seen.append((done, of)))
    assert found.ok
    assert found.checked == 2
    assert seen == [(1, 2), (2, 2)]


def test_orphans_are_found_both_ways(engine: Engine, archive: Archive) -> None:
    gone, bent = _keep(engine, archive, b"gone"), _keep(engine, archive, b"bent")
    stray = archive.put(b"stray")
    archive.path(gone).unlink()
    archive.path(bent).chmod(0o644)
    archive.path(bent).write_bytes(b"BENT")
    found = verify(engine, archive)
    assert not found.ok
    assert found.missing == (gone,)
    assert found.damaged == (bent,)
    assert found.unclaimed == (stray,)


def test_a_backup_is_whole_and_the_second_copies_only_what_is_new(
    engine: Engine, archive: Archive, tmp_path: Path
) -> None:
    first = _keep(engine, archive, b"a")
    database, target = tmp_path / "offagenda.db", tmp_path / "backup"
    copy, copied = backup(database, archive, target)
    assert copied == 1
    second = _keep(engine, archive, b"b")
    assert backup(database, archive, target)[1] == 1
    with closing(sqlite3.connect(copy)) as opened:
        rows = opened.execute("SELECT sha256 FROM blob ORDER BY size, sha256").fetchall()
    assert {row[0] for row in rows} == {first, second}
    assert set(Archive(target / "archive")) == {first, second}
