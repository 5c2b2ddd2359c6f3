"""Scanned pages in a real child: one that hangs or kills costs itself, never the document."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nlp.pool import MAXIMUM_LOST, Failure, ReaderPool
from tests.nlp import build

LONG = "The meeting of the Exampleton Borough Council was called to order at seven."
# An engine that knows a page by its shade: some hang, some kill the process, some do so once.
ENGINE = """
import os, sys, time
from pathlib import Path
from nlp import worker
from nlp.pages.ocr import Recognized
class Odd:
    name = "odd 1"
    def read(self, picture):
        shade = picture.getpixel((5, 5))
        with open({log!r}, "a") as log: log.write(f"{{shade}}\\n")
        if shade == 10: time.sleep(600)
        if shade == 20: os.kill(os.getpid(), 9)
        if shade == 30 and Path({log!r}).read_text().split().count("30") == 1: os._exit(3)
        return Recognized("The council met and adjourned.", 0.95)
worker.main(Odd)
"""


class Bench:
    """A pool with the odd engine, and the shades it was asked to read."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "log"
        self.path = folder / "scan.pdf"
        self.command = (sys.executable, "-P", "-c", ENGINE.format(log=str(self.log)))

    def read(self, shades: list[int], **options: float) -> tuple[list[str], list[str]]:
        """The methods of the pages and the doubts."""
        self.path.write_bytes(build.scan(shades))
        with ReaderPool(**{"deadline_seconds": 15.0, **options}, command=self.command) as pool:
            made = pool.read_file(self.path, name="scan.pdf", media_type=None)
        assert not isinstance(made, Failure), made
        return [page["method"] for page in made["pages"]], made["doubts"]

    def asked(self) -> list[int]:
        return [int(shade) for shade in self.log.read_text().split()]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_a_page_that_hangs_is_not_read_and_the_rest_goes_on(bench: Bench) -> None:
    methods, doubts = bench.read([90, 10, 91, 92])
    assert methods == ["ocr", "none", "ocr", "ocr"]
    assert any("page 2:" in doubt and "(ocr_timeout)" in doubt for doubt in doubts)
    assert bench.asked() == [90, 10, 91, 92]


def test_a_page_that_kills_its_child_twice_is_not_read(bench: Bench) -> None:
    methods, doubts = bench.read([90, 20, 91], deadline_seconds=30.0)
    assert methods == ["ocr", "none", "ocr"]
    assert any("(ocr_crash)" in doubt for doubt in doubts)
    assert bench.asked() == [90, 20, 20, 91]


def test_a_page_that_killed_its_child_once_is_read(bench: Bench) -> None:
    assert bench.read([30, 90], deadline_seconds=30.0)[0] == ["ocr", "ocr"]


def test_the_deadline_is_for_each_page(bench: Bench, tmp_path: Path) -> None:
    slow = ENGINE.replace("shade == 10: time.sleep(600)", "True: time.sleep(2.5)")
    bench.command = (sys.executable, "-P", "-c", slow.format(log=str(bench.log)))
    assert bench.read(list(range(90, 98)), deadline_seconds=15.0)[0] == ["ocr"] * 8


def test_a_document_full_of_such_pages_is_given_up(bench: Bench) -> None:
    shades = [20] * (MAXIMUM_LOST + 3) + [90]
    methods, doubts = bench.read(shades, deadline_seconds=30.0)
    assert methods == ["none"] * len(shades)
    assert any(f"pages 1-{MAXIMUM_LOST}:" in doubt and "ocr_crash" in doubt for doubt in doubts)
    assert any("(ocr_given_up)" in doubt for doubt in doubts)
    assert len(bench.asked()) == 2 * MAXIMUM_LOST


def test_a_document_gets_so_much_time_for_scans_and_keeps_what_it_has(bench: Bench) -> None:
    methods, doubts = bench.read([90, 91, 92], deadline_seconds=30.0, scanning_seconds=0.0)
    assert methods == ["ocr", "none", "none"]
    assert any("pages 2-3:" in doubt and "(ocr_given_up)" in doubt for doubt in doubts)


def test_the_worker_reads_a_real_scan_within_its_limits(tmp_path: Path) -> None:
    pytest.importorskip("tesserocr")
    path = tmp_path / "minutes.pdf"
    path.write_bytes(build.bound([[LONG], *build.scanned([[LONG] * 30])]))
    with ReaderPool() as pool:
        made = pool.read_file(path, name="minutes.pdf", media_type=None)
    assert isinstance(made, dict)
    assert [page["method"] for page in made["pages"]] == ["text", "ocr"]
    assert made["pages"][1]["text"].split() == (LONG + " ").split() * 30
