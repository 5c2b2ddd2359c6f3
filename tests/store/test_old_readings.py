"""A workspace of an older program keeps every reading when its schema grows."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlmodel import Session, select

from store import schema
from store.engine import open_engine, sqlite_url
from store.queries import readings
from store.tables import Flag, Item, Motion, Page, Reading

SHA = "b" * 64
AT = "2026-03-10 12:00:00"
_ROWS = (
    ("blob", {"sha256": SHA, "size": 9, "first_at": AT}),
    (
        "reading",
        {
            "id": 7, "sha256": SHA, "pipeline": "2", "at": AT, "state": "ok", "why": "",
            "attempts": 1, "kind": "minutes", "body_printed": "Alder Borough Council",
            "meeting_date": "2026-03-10", "meeting_kind": "regular", "status": "held",
            "minutes_status": "approved", "approves_minutes_of": '["2026-02-10"]',
            "attendance": '{"present": ["Odell"], "absent": []}', "doubts": '["a doubt"]',
            "pages": 1, "pages_unread": 0,
        },
    ),
    (
        "page",
        {"reading_id": 7, "number": 1, "method": "text", "confidence": 0.9, "chars": 6,
         "text": "Motion"},
    ),
    ("item", {"reading_id": 7, "page": 1, "start": 0, "end": 6, "number": "5", "title": "Bills"}),
    (
        "flag",
        {"reading_id": 7, "topic": "287g", "relevance": "agreement", "quote": "Motion", "page": 1,
         "start": 0, "end": 6, "rule": "287g/number"},
    ),
    (
        "motion",
        {"reading_id": 7, "quote": "Motion", "text": "Motion", "mover": "Odell", "result": "passed",
         "direction": "adopt", "ayes": 4, "nays": 3, "method": "roll_call",
         "votes": '{"Odell": "yes"}', "items": '["5"]', "topics": '["287g"]', "doubts": "[]",
         "page": 1, "start": 0, "end": 6},
    ),
)  # fmt: skip


def test_readings_of_schema_0002_come_over_whole(tmp_path: Path) -> None:
    engine = open_engine(sqlite_url(tmp_path / "old.db"))
    schema.migrate(engine, to="0002")
    with engine.begin() as connection:
        for table, values in _ROWS:
            names = ", ".join(values)
            marks = ", ".join(f":{name}" for name in values)
            connection.execute(sa.text(f"INSERT INTO {table} ({names}) VALUES ({marks})"), values)
    schema.migrate(engine)
    with Session(engine) as session:
        (reading,) = session.exec(select(Reading)).all()
        assert (reading.pipeline, reading.versions, reading.format) == ("2", {}, "")
        assert (reading.facts, reading.attachments, reading.doubts) == ([], [], ["a doubt"])
        assert readings.makings(session) == {("2", "minutes"): {}}
        (page,) = session.exec(select(Page)).all()
        assert (page.text, page.words, page.engine, page.width) == ("Motion", [], "", 0.0)
        (item,) = session.exec(select(Item)).all()
        assert (item.title, item.kind, item.consent, item.pulled) == ("Bills", "item", False, False)
        (flag,) = session.exec(select(Flag)).all()
        assert (flag.quote, flag.section, flag.doubts) == ("Motion", None, [])
        (motion,) = session.exec(select(Motion)).all()
        assert (motion.votes, motion.form, motion.places) == ({"Odell": "yes"}, "main", {})
    engine.dispose()


def test_the_step_can_be_taken_back(tmp_path: Path) -> None:
    from alembic import command

    engine = open_engine(sqlite_url(tmp_path / "back.db"))
    schema.migrate(engine)
    with engine.connect() as connection:
        command.downgrade(schema._config(connection), "0002")
        connection.commit()
    columns = {one["name"] for one in sa.inspect(engine).get_columns("reading")}
    assert "versions" not in columns
    assert "doubts" in columns
    schema.migrate(engine)
    assert schema.version(engine) == schema.HEAD
    engine.dispose()
