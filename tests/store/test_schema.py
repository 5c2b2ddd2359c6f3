"""A filled old file and a fresh one end in the same schema, with every row and trigger kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine, insert
from sqlmodel import SQLModel

from store import schema
from store.engine import open_engine, session, sqlite_url
from store.errors import OlderSchema
from store.tables import Blob, Body, Capture, Document, Jurisdiction, Meeting, Source

NOW = datetime(2026, 7, 6, 11, tzinfo=UTC)


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Engine]:
    """A database at the first schema, filled, with a trigger somebody added."""
    opened = open_engine(sqlite_url(tmp_path / "old.db"))
    schema.migrate(opened, to="0001")
    _fill(opened)
    yield opened
    opened.dispose()


def _fill(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(
            sa.text(
                "INSERT INTO jurisdiction (id, name, kind, state)"
                " VALUES ('j', 'Alder', 'borough', 'PA')"
            )
        )
        connection.execute(
            sa.text(
                "INSERT INTO body (id, name, kind, jurisdiction_id, timezone, schedule,"
                " answers_for, pack, watched) VALUES ('b', 'Council', 'borough_council', 'j',"
                " 'America/New_York', '[]', '[]', 'p', 1)"
            )
        )
        connection.execute(
            sa.text(
                "INSERT INTO source (id, body_id, platform, url, state, watched, resume)"
                " VALUES ('s', 'b', 'links', 'https://a.example/', 'unverified', 1, '{}')"
            )
        )
        connection.execute(
            sa.text("CREATE TRIGGER keep AFTER INSERT ON source BEGIN SELECT 1; END")
        )


def _shape(engine: Engine) -> set[tuple[str, str]]:
    with engine.connect() as connection:
        tables = connection.execute(
            sa.text(
                "SELECT m.name, c.name || ' ' || c.type || ' ' || c.\"notnull\""
                " FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
            )
        )
        return {(row[0], row[1]) for row in tables}


def _counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            table: connection.execute(sa.text(f"SELECT count(*) FROM {table}")).scalar_one()
            for table in ("jurisdiction", "body", "source")
        }


def _triggers(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        return sorted(row[0] for row in rows)


def test_old_and_fresh_end_alike(old: Engine, engine: Engine) -> None:
    counts, triggers = _counts(old), _triggers(old)
    schema.migrate(old)
    assert _shape(old) == _shape(engine)
    assert _counts(old) == counts == {"jurisdiction": 1, "body": 1, "source": 1}
    assert _triggers(old) == triggers == ["keep"]
    assert schema.version(old) == schema.HEAD


def test_migrating_twice_is_nothing_new(old: Engine) -> None:
    schema.migrate(old)
    before = _shape(old)
    schema.migrate(old)
    assert _shape(old) == before


def test_models_and_migrations_agree(engine: Engine) -> None:
    schema.differences(engine)


def test_head_is_the_newest_migration(engine: Engine) -> None:
    assert schema.version(engine) == schema.HEAD
    schema.check(engine)


def test_an_empty_database_is_told_what_to_do(tmp_path: Path) -> None:
    fresh = open_engine(sqlite_url(tmp_path / "empty.db"))
    with pytest.raises(OlderSchema, match="doctor --migrate"):
        schema.check(fresh)
    fresh.dispose()


def test_foreign_keys_hold_after_a_migration(engine: Engine) -> None:
    with pytest.raises(sa.exc.IntegrityError), engine.begin() as connection:
        connection.execute(
            insert(Source).values(
                id="s",
                body_id="nobody",
                platform="links",
                url="x",
                state="unverified",
                watched=True,
                resume={},
            )
        )


def test_a_failed_step_leaves_nothing_behind(tmp_path: Path) -> None:
    """DDL is inside the transaction: the tables of a step that raises are gone again."""
    opened = open_engine(sqlite_url(tmp_path / "x.db"))
    with opened.connect() as connection, connection.begin() as transaction:
        connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
        transaction.rollback()
    assert not sa.inspect(opened).has_table("half")
    opened.dispose()


def test_times_come_back_in_utc_and_naive_ones_are_refused(engine: Engine) -> None:
    with session(engine) as opened:
        opened.add(Blob(sha256="0" * 64, size=1, first_at=NOW))
    with session(engine) as opened:
        row = opened.get(Blob, "0" * 64)
        assert row is not None
        assert row.first_at == NOW
        assert row.first_at.tzinfo is UTC
    with pytest.raises(sa.exc.StatementError, match="without a zone"), session(engine) as opened:
        opened.add(Blob(sha256="1" * 64, size=1, first_at=NOW.replace(tzinfo=None)))


def test_every_word_of_the_vocabulary_can_be_kept(engine: Engine) -> None:
    with session(engine) as opened:
        opened.add(Jurisdiction(id="4200000", name="Alder", kind="borough", state="PA"))
        opened.flush()
        opened.add(
            Body(
                id="b",
                name="Alder Council",
                kind="borough_council",
                pack="p",
                jurisdiction_id="4200000",
                timezone="America/New_York",
            )
        )
        opened.flush()
        opened.add(Source(id="s", body_id="b", platform="links", url="https://a.example/"))
        opened.add(Blob(sha256="0" * 64, size=1, first_at=NOW))
        opened.flush()
        opened.add(
            Meeting(
                id="m",
                body_id="b",
                source_id="s",
                date=date(2026, 7, 14),
                first_seen=NOW,
                last_seen=NOW,
            )
        )
        opened.flush()
        opened.add(
            Document(
                id="d",
                body_id="b",
                source_id="s",
                meeting_id="m",
                role="minutes",
                url="https://a.example/m.pdf",
                first_listed=NOW,
                last_listed=NOW,
            )
        )
        opened.flush()
        opened.add(Capture(document_id="d", sha256="0" * 64, at=NOW))
    names = set(sa.inspect(engine).get_table_names())
    assert names >= set(SQLModel.metadata.tables)
