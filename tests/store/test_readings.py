"""Which bytes wait to be read: versions of the pipeline, failed tries, doubts that can be cured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from store.queries import blobs, readings, weekly
from store.tables import Body, Capture, Document, Reading, Source

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
SHA = "a" * 64
CURE = "(ocr_missing)"


def _read(*, doubts: list[str], method: str = "text") -> dict[str, Any]:
    page = {"number": 1, "method": method, "confidence": 1.0, "chars": 4, "text": "Text"}
    return {
        "kind": "minutes", "body": None, "meeting_date": None, "minutes_status": "unknown",
        "approves_minutes_of": [], "attendance": {}, "doubts": doubts, "pages": [page],
        "flags": [], "motions": [],
    }  # fmt: skip


@pytest.fixture
def captured(engine: Engine) -> Iterator[Session]:
    """One document that was captured once and not read yet."""
    with Session(engine) as session:
        _capture(session)
        yield session


def _capture(session: Session) -> None:
    session.add(Body(id="b", name="Exampleton Council", kind="borough_council", pack="p",
                     timezone="America/New_York"))  # fmt: skip
    session.flush()
    session.add(Source(id="s", body_id="b", platform="links", url="https://exampleton.example/"))
    session.flush()
    session.add(Document(id="d", body_id="b", source_id="s", role="minutes", first_listed=AT,
                         last_listed=AT, url="https://exampleton.example/m.pdf"))  # fmt: skip
    blobs.note(session, SHA, 4, AT)
    session.flush()
    session.add(Capture(document_id="d", sha256=SHA, at=AT, name="m.pdf"))
    session.flush()


def _waits(session: Session, pipeline: str, doubt: str = "") -> bool:
    return [one.sha256 for one in readings.waiting(session, pipeline, doubt)] == [SHA]


def test_a_new_version_reads_again_and_the_old_reading_stays(captured: Session) -> None:
    assert _waits(captured, "1")
    readings.save(captured, SHA, "1", AT, _read(doubts=[]))
    assert not _waits(captured, "1")
    assert _waits(captured, "2")
    readings.save(captured, SHA, "2", AT + timedelta(days=1), _read(doubts=[]))
    assert not _waits(captured, "2")
    assert len(captured.exec(select(Reading)).all()) == 2


def test_what_waits_for_ocr_waits_until_it_is_there_and_is_then_replaced(
    captured: Session,
) -> None:
    doubt = f"page 1: scanned, and no OCR is installed here {CURE}"
    readings.save(captured, SHA, "2", AT, _read(doubts=[doubt], method="none"))
    assert not _waits(captured, "2")
    assert _waits(captured, "2", CURE)
    assert not _waits(captured, "2", "(ocr%missing)")
    readings.save(captured, SHA, "2", AT, _read(doubts=[], method="ocr"))
    assert not _waits(captured, "2", CURE)
    (kept,) = captured.exec(select(Reading)).all()
    assert kept.pages_unread == 0


def test_a_failed_try_of_a_new_version_does_not_hide_the_old_reading(captured: Session) -> None:
    readings.save(captured, SHA, "1", AT, _read(doubts=[]))
    later = AT + timedelta(days=1)
    readings.save_failure(captured, SHA, "2", later, "failed", "too long")
    assert weekly.readings(captured, [SHA], later)[SHA].pipeline == "1"
    readings.save(captured, SHA, "2", later, _read(doubts=[]))
    assert weekly.readings(captured, [SHA], later)[SHA].pipeline == "2"
