"""Real minutes, read in place: nothing breaks, spans are exact, and the labels are reached."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlp.errors import Unreadable
from nlp.pages import Scanner, pages_of
from nlp.pages.ocr import version
from nlp.reading import read
from tests.evaluate.nlp import Score, read_labelled, score_document
from tests.evaluate.ocr import agreement, stored_scans
from tests.real import needs_real, real

pytestmark = [needs_real, pytest.mark.real]


def _documents() -> list[Path]:
    root = real("minutes")
    skipped = {".json", ".tsv"}
    return [p for p in sorted(root.rglob("*")) if p.is_file() and p.suffix not in skipped]


def test_every_file_is_read_or_refused_by_name() -> None:
    refused = []
    for path in _documents():
        try:
            reading = read(path.read_bytes(), name=path.name, scanner=Scanner(lambda: None))
        except Unreadable as error:
            refused.append((path.suffix, str(error)))
            continue
        texts = {page.number: page.text for page in reading.pages}
        for one in (*reading.flags, *reading.motions):
            assert texts[one.page][one.start : one.end] == one.quote, path
    assert all(suffix == ".doc" or "empty" in why for suffix, why in refused)


def test_the_labels_are_reached() -> None:
    pooled = Score()
    for label in json.loads(real("minutes", "LABELS.json").read_text("utf-8"))["documents"]:
        reading = read_labelled(real("minutes"), label["file"])
        assert reading is not None, label["file"]
        pooled.add(score_document(label, reading))
    assert pooled.found >= 0.95 * pooled.labels
    assert pooled.matched_complete >= 0.97 * pooled.predicted
    assert pooled.whole >= 0.88 * pooled.labels
    assert pooled.right["split"] == pooled.held["split"]
    assert pooled.right["not_passed"] == pooled.held["not_passed"]
    assert pooled.right["flags"] == pooled.held["flags"]
    assert pooled.right["false_flags"] == 0


@pytest.mark.skipif(version() is None, reason="no OCR is installed here")
def test_real_scans_are_read_as_their_stored_texts_were() -> None:
    """Of every body with scans, the shortest one."""
    shortest: dict[str, Path] = {}
    for scan in stored_scans(real("minutes")):
        held = shortest.setdefault(scan.parent.name, scan)
        if scan.stat().st_size < held.stat().st_size:
            shortest[scan.parent.name] = scan
    assert shortest
    for scan in shortest.values():
        pages = pages_of(scan.read_bytes(), scan.name).pages
        assert {page.method for page in pages} <= {"ocr", "blank", "text"}, scan
        assert agreement(scan, pages) >= 0.9, scan
