"""Opening the database: engine, pragmas, sessions.

Owns how a connection behaves. Knows neither tables nor migrations.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlmodel import Session

from store.errors import DiskFull


def sqlite_url(path: Path) -> str:
    """The database URL of a SQLite file."""
    return f"sqlite:///{path}"


def open_engine(url: str) -> Engine:
    """An engine whose every connection is set up; SQLite gets WAL, foreign keys, full sync."""
    engine = create_engine(url, connect_args={"timeout": 30} if url.startswith("sqlite") else {})
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin)
        event.listen(engine, "handle_error", _tell_full_disk)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # pysqlite opens no transaction before DDL by itself: a failing migration would stay half done.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", "busy_timeout=30000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _tell_full_disk(context: Any) -> DiskFull | None:
    """A disk that takes no more is a known error with advice, not a traceback."""
    said = str(context.original_exception)
    if any(words in said for words in ("disk I/O error", "database or disk is full")):
        return DiskFull(
            f"the database could not be written ({said}). Nothing already stored is lost; free "
            "some space on its disk and run again."
        )
    return None


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")


@contextmanager
def session(engine: Engine) -> Iterator[Session]:
    """A session that commits at the end, or rolls back when the body raises."""
    with Session(engine, expire_on_commit=False) as opened:
        try:
            yield opened
            opened.commit()
        except BaseException:
            opened.rollback()
            raise
