"""`doctor` says how many scanned pages wait for OCR, and what to do about it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from jobs import health
from jobs.steps.create import create
from jobs.workspace import Workspace
from store.queries import readings
from tests.store.test_readings import SHA, _capture, _made
from tests.store.test_scans import _mixed

NOW = datetime(2026, 9, 14, 11, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    return create(tmp_path / "watch")


def _ocr(home: Workspace, whys: list[str]) -> health.Check:
    with Session(home.engine) as session:
        _capture(session)
        readings.save(session, SHA, _made("one"), _mixed(whys))
        session.commit()
    (found,) = (check for check in health.checks(home, NOW) if check.name == "ocr")
    home.engine.dispose()
    return found


@pytest.mark.parametrize(
    ("version", "whys", "level", "found", "fix"),
    [
        (None, ["ocr_missing"] * 74, "warn", "74 scanned pages wait", "pip install tesserocr"),
        (None, ["ocr_missing"], "warn", "1 scanned page waits", "pip install tesserocr"),
        ("tesseract 5", ["ocr_missing"] * 2, "warn", "2 scanned pages wait", "offagenda analyze"),
        ("tesseract 5", ["ocr_doubtful"], "ok", "tesseract 5", ""),
    ],
)
def test_doctor_counts_the_pages(
    home: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    version: str | None,
    whys: list[str],
    level: str,
    found: str,
    fix: str,
) -> None:
    monkeypatch.setattr(health, "version", lambda: version)
    check = _ocr(home, whys)
    assert check.level == level
    assert found in check.found
    assert fix in check.fix
