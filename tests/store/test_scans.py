"""How many scanned pages wait for OCR, now and as of an earlier moment."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from store.queries import readings
from store.queries.scans import waiting_for_ocr
from tests.store.test_readings import AT, SHA, _capture, _made, _read


def _mixed(whys: list[str]) -> dict[str, Any]:
    """A reading of one page of text and one page for each reason."""
    made = _read()
    first = made["pages"][0]
    made["pages"] += [
        {**first, "number": number, "method": "none" if why else "ocr", "why": why}
        for number, why in enumerate(whys, start=2)
    ]
    return made


def test_pages_are_counted_not_documents(engine: Engine) -> None:
    with Session(engine) as session:
        _capture(session)
        assert waiting_for_ocr(session) == 0
        readings.save(session, SHA, _made("one"), _mixed(["ocr_missing"] * 74 + ["ocr_doubtful"]))
        assert waiting_for_ocr(session) == 74


def test_pages_read_since_wait_no_more_but_did(engine: Engine) -> None:
    with Session(engine) as session:
        _capture(session)
        readings.save(session, SHA, _made("one"), _mixed(["ocr_missing"] * 3))
        readings.save(session, SHA, _made("two", days=2), _mixed(["", "", ""]))
        assert waiting_for_ocr(session) == 0
        assert waiting_for_ocr(session, AT + timedelta(days=1)) == 3
        assert waiting_for_ocr(session, AT - timedelta(days=1)) == 0
