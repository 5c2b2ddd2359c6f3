"""Which bytes wait to be read, which reading stands, and that nothing of a reading is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from nlp.values import Attachment, Fact, Flag, Item, Motion
from store.queries import blobs, readings, record, weekly
from store.queries.readings import MAX_ATTEMPTS, Made
from store.tables import Body, Capture, Document, Page, Reading, Source
from store.tables import Flag as FlagRow
from store.tables import Item as ItemRow
from store.tables import Motion as MotionRow

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
SHA = "a" * 64
CURE = "(ocr_missing)"
WORDS = [[0, 4, 1000, 1000, 2000, 1100], [5, 9, 2100, 1000, 3000, 1100]]


def _read(*, doubts: list[str] = [], method: str = "text", **more: Any) -> dict[str, Any]:  # noqa: B006
    page = {
        "number": 1, "method": method, "confidence": 1.0, "chars": 4, "text": "Text", "why": "",
        "engine": "tesseract 5", "width": 612.0, "height": 792.0, "words": WORDS,
    }  # fmt: skip
    return {
        "kind": "minutes", "body": None, "meeting_date": None, "minutes_status": "unknown",
        "approves_minutes_of": [], "attendance": {}, "doubts": doubts, "pages": [page],
        "flags": [], "motions": [], **more,
    }  # fmt: skip


def _made(pipeline: str, days: int = 0) -> Made:
    return Made(AT + timedelta(days=days), pipeline, {"rules.motions": pipeline})


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
    current = [(pipeline, "minutes")]
    return [one.sha256 for one in readings.waiting(session, current, pipeline, doubt)] == [SHA]


def test_a_new_version_reads_again_and_the_old_reading_stays(captured: Session) -> None:
    assert _waits(captured, "1")
    readings.save(captured, SHA, _made("1"), _read())
    assert not _waits(captured, "1")
    assert _waits(captured, "2")
    (one,) = readings.waiting(captured, [], "2")
    assert one.making == ("1", "minutes")
    assert readings.makings(captured) == {("1", "minutes"): {"rules.motions": "1"}}
    readings.save(captured, SHA, _made("2", 1), _read())
    assert not _waits(captured, "2")
    assert len(captured.exec(select(Reading)).all()) == 2


def test_going_back_to_an_older_version_reads_once_more(captured: Session) -> None:
    """Else the newer reading, which nobody wants any longer, would go on standing."""
    for days, pipeline in enumerate(("1", "2", "1")):
        assert _waits(captured, pipeline)
        readings.save(captured, SHA, _made(pipeline, days), _read())
    assert not _waits(captured, "1")
    later = AT + timedelta(days=9)
    assert weekly.readings(captured, [SHA], later)[SHA].pipeline == "1"
    assert len(captured.exec(select(Reading)).all()) == 2


def test_what_waits_for_ocr_waits_until_it_is_there_and_is_then_replaced(
    captured: Session,
) -> None:
    doubt = f"page 1: scanned, and no OCR is installed here {CURE}"
    readings.save(captured, SHA, _made("2"), _read(doubts=[doubt], method="none"))
    assert not _waits(captured, "2")
    assert _waits(captured, "2", CURE)
    assert not _waits(captured, "2", "(ocr%missing)")
    assert readings.unreadable(captured) == 1
    readings.save(captured, SHA, _made("2"), _read(method="ocr"))
    assert not _waits(captured, "2", CURE)
    (kept,) = captured.exec(select(Reading)).all()
    assert kept.pages_unread == 0
    assert readings.unreadable(captured) == 0


def test_a_failed_try_of_a_new_version_does_not_hide_the_old_reading(captured: Session) -> None:
    readings.save(captured, SHA, _made("1"), _read())
    later = AT + timedelta(days=1)
    readings.save_failure(captured, SHA, _made("2", 1), "failed", "too long")
    assert weekly.readings(captured, [SHA], later)[SHA].pipeline == "1"
    assert _waits(captured, "2")
    readings.save(captured, SHA, _made("2", 1), _read())
    assert weekly.readings(captured, [SHA], later)[SHA].pipeline == "2"


@pytest.mark.parametrize(("state", "tries"), [("refused", 1), ("failed", MAX_ATTEMPTS)])
def test_a_document_is_given_up_for_these_versions_only(
    captured: Session, state: str, tries: int
) -> None:
    for _ in range(tries):
        assert _waits(captured, "1")
        readings.save_failure(captured, SHA, _made("1"), state, "why")
    assert not _waits(captured, "1")
    assert _waits(captured, "2")
    assert readings.unreadable(captured) == 1
    readings.save(captured, SHA, _made("2"), _read())
    assert readings.unreadable(captured) == 0
    assert len(captured.exec(select(Reading)).all()) == 1


def test_rules_alone_keep_the_pages_with_the_boxes_of_their_words(captured: Session) -> None:
    readings.save(captured, SHA, _made("1"), _read(format="pdf", format_doubts=["odd"]))
    (first,) = captured.exec(select(Reading)).all()
    assert first.id is not None
    kept = readings.kept(captured, first.id)
    assert (kept["sha256"], kept["format"], kept["format_doubts"]) == (SHA, "pdf", ["odd"])
    assert [page["text"] for page in kept["pages"]] == ["Text"]
    answered = _read(pages=[{**kept["pages"][0], "words": []}])
    readings.save(captured, SHA, _made("2", 1), answered, pages_of=first.id)
    pages = captured.exec(select(Page).order_by(Page.id)).all()  # type: ignore[arg-type]
    assert len(pages) == 2
    assert pages[0].words == pages[1].words == WORDS
    assert (pages[1].engine, pages[1].width, pages[1].text) == ("tesseract 5", 612.0, "Text")


def test_motions_of_two_readings_never_both_count(captured: Session) -> None:
    on_it = _motion(topics=("287g",)).as_json()
    readings.save(captured, SHA, _made("1"), _read(motions=[on_it]))
    assert record.speaking(captured, "287g") == {"b"}
    readings.save(captured, SHA, _made("2", 1), _read())
    assert record.speaking(captured, "287g") == frozenset()


def _motion(**more: Any) -> Motion:
    values: dict[str, Any] = {
        "quote": "Motion", "text": "Motion", "mover": "Odell", "seconder": None, "result": "passed",
        "direction": "adopt", "ayes": 4, "nays": 3, "abstain": None, "absent": None,
        "method": "roll_call", "votes": {"Odell": "yes"}, "items": ("5",), "page": 1, "start": 0,
        "end": 6,
    }  # fmt: skip
    return Motion(**{**values, **more})


def test_every_field_of_a_reading_is_kept(captured: Session) -> None:
    motion = _motion(form="amendment", rule="moved", places={"mover": (1, 0, 2)}, doubts=("d",))
    flag = Flag("287g", "agreement", "ICE", 1, 0, 3, "287g/ice", "new_business", ("doubt",))
    item = Item(
        1,
        0,
        4,
        "5",
        "Title",
        "words",
        "consent",
        "resolution",
        "2026-3",
        "4",
        True,
        True,
        "decimal",
    )
    fact = Fact("adjourned", "21:05", "9:05 p.m.", 1, 2, 8, "adjourned at", ("d",))
    part = Attachment(2, 0, 3, 9, "agreement", None, "title")
    read = _read(
        motions=[motion.as_json()], flags=[flag.as_json()], items=[item.as_json()],
        facts=[fact.as_json()], attachments=[part.as_json()], called_to_order="19:00",
        adjourned="21:05", next_meeting="2026-04-14", format="pdf", format_doubts=["odd"],
        meeting_date="2026-03-10",
    )  # fmt: skip
    readings.save(captured, SHA, _made("1"), read)
    captured.expire_all()
    (row,) = captured.exec(select(Reading)).all()
    for name in ("facts", "attachments", "called_to_order", "adjourned", "next_meeting", "format",
                 "format_doubts"):  # fmt: skip
        assert getattr(row, name) == read[name], name
    assert row.versions == {"rules.motions": "1"}
    for table, made, left_out in (
        (MotionRow, motion, set()), (FlagRow, flag, set()), (ItemRow, item, {"text"}),
    ):  # fmt: skip
        (kept,) = captured.exec(select(table)).all()
        shape = {k: v for k, v in made.as_json().items() if k not in left_out}
        assert {name: getattr(kept, name) for name in shape} == shape
