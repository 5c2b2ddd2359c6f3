"""Scanned pages: which are sent to OCR, what is believed, and what is said of the rest."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from nlp import errors
from nlp.pages import Page, Scanner, pages_of
from nlp.pages.ocr import Recognized, confidence, curable, tesseract, version
from nlp.pages.scans import WHYS, Scan, doubts, scan_page
from nlp.pages.speckle import speckled
from nlp.reading import read
from tests.nlp import build

needs_ocr = pytest.mark.skipif(version() is None, reason="no OCR is installed here")
LINES = (
    "EXAMPLETON BOROUGH COUNCIL",
    "Minutes of the regular meeting of March 3, 2026",
    "The meeting was called to order at seven in the evening.",
    "8. Motion by Ms. Odell, seconded by Mr. Farrow, to approve the memorandum of agreement",
    "with Immigration and Customs Enforcement under Section 287(g). Motion carried 5-2.",
    "There being no further business, the meeting was adjourned.",
)
LONG = "The meeting of the Exampleton Borough Council was called to order at seven."


class Says:
    """An engine that gives one answer and counts how often it was asked."""

    name = "test 1"

    def __init__(self, text: str, confidence: float = 0.95) -> None:
        self.answer = Recognized(text, confidence)
        self.asked = 0

    def read(self, picture: Image.Image) -> Recognized:
        self.asked += 1
        return self.answer


def _pages(data: bytes, engine: Says | None) -> tuple[Page, ...]:
    return pages_of(data, scanner=Scanner(lambda: engine)).pages


def _words(text: str) -> list[str]:
    return text.split()


@needs_ocr
def test_a_scan_is_read_with_its_motion_and_its_flag() -> None:
    reading = read(build.bound(build.scanned([LINES])), name="minutes.pdf")
    (page,) = reading.pages
    assert (page.method, page.readable) == ("ocr", True)
    assert page.confidence >= 0.85
    assert _words(page.text) == _words(" ".join(LINES))
    (motion,) = reading.motions
    assert (motion.result, motion.ayes, motion.nays) == ("passed", 5, 2)
    assert page.text[motion.start : motion.end] == motion.quote
    assert [flag.relevance for flag in reading.flags] == ["agreement"]
    assert reading.meeting_date == "2026-03-03"


@needs_ocr
def test_pages_are_decided_one_by_one_in_a_mixed_document() -> None:
    scan, blank = build.scanned([LINES, []])
    made = pages_of(build.bound([[LONG], scan, [], blank, [LONG], ["Page 6"]]))
    assert [p.method for p in made.pages] == ["text", "ocr", "blank", "blank", "text", "text"]


@needs_ocr
def test_a_stamped_page_number_does_not_make_a_scan_a_text_page() -> None:
    (page,) = pages_of(build.bound(build.scanned([LINES]), stamp="Page 1 of 80")).pages
    assert page.method == "ocr"
    assert "seconded by Mr. Farrow" in page.text


@needs_ocr
@pytest.mark.parametrize("share", [0.002, 0.01, 0.05])
def test_speckle_is_filtered_and_the_page_is_read(share: float) -> None:
    (picture,) = build.scanned([LINES], lambda made: build.speckle(made, share))
    assert speckled(picture)
    (page,) = pages_of(build.bound([picture])).pages
    assert page.method == "ocr"
    found = set(_words(page.text))
    wanted = _words(" ".join(LINES))
    assert sum(word in found for word in wanted) >= 0.95 * len(wanted)


@needs_ocr
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_sheet_that_lies_sideways_is_read(turn: int) -> None:
    out = io.BytesIO()
    build.scanned([LINES])[0].rotate(turn, expand=True).save(out, "PNG")
    (page,) = pages_of(out.getvalue()).pages
    assert page.method == "ocr"
    assert _words(page.text) == _words(" ".join(LINES))


@pytest.mark.parametrize(
    ("shade", "text", "confidence", "method"),
    [
        (255, "ai", 0.5, "blank"),
        (255, "ai", 0.9, "ocr"),
        (255, "the motion carried", 0.5, "none"),
        (90, "ai", 0.5, "none"),
    ],
)
def test_a_speck_on_a_white_sheet_is_no_word(
    shade: int, text: str, confidence: float, method: str
) -> None:
    (page,) = _pages(build.scan([shade]), Says(text, confidence))
    assert page.method == method


def test_clean_print_is_not_filtered() -> None:
    assert not any(speckled(picture) for picture in build.scanned([LINES * 7, []]))


@needs_ocr
def test_what_was_read_before_does_not_change_a_page() -> None:
    first, other = build.scanned([LINES, [LONG] * 40])
    engine = tesseract()
    assert engine is not None
    once = engine.read(first)
    engine.read(other)
    assert engine.read(first) == once


@needs_ocr
def test_dust_on_a_blank_sheet_is_blank() -> None:
    (page,) = pages_of(build.bound(build.scanned([[]], lambda p: build.speckle(p, 0.0005)))).pages
    assert page.method == "blank"


@needs_ocr
@pytest.mark.parametrize("form", ["PNG", "TIFF", "JPEG"])
def test_picture_files_are_scans(form: str) -> None:
    out = io.BytesIO()
    build.scanned([LINES])[0].save(out, form)
    (page,) = pages_of(out.getvalue()).pages
    assert page.method == "ocr"
    assert "Motion carried 5-2." in page.text


def test_the_frames_of_a_tiff_are_pages() -> None:
    first, second = build.scanned([LINES, LINES])
    out = io.BytesIO()
    first.save(out, "TIFF", save_all=True, append_images=[second])
    assert [p.number for p in _pages(out.getvalue(), Says(LONG))] == [1, 2]


@pytest.mark.filterwarnings("ignore:Corrupt EXIF:UserWarning")
@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n cut", b"II*\x00 nothing", b"GIF89a"])
def test_a_cut_picture_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(errors.BrokenDocument, match="damaged"):
        pages_of(data)


def test_a_picture_larger_than_any_page_is_refused() -> None:
    out = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(out, "PNG")
    with pytest.raises(errors.TooLarge):
        pages_of(out.getvalue())


@pytest.mark.parametrize(
    ("text", "confidence", "method", "why"),
    [
        (LONG * 3, 0.95, "ocr", ""),
        (LONG * 3, 0.70, "ocr", ""),
        (LONG * 3, 0.69, "none", "ocr_doubtful"),
        ("#qq% ~~ /x_ " * 30, 0.95, "none", "ocr_doubtful"),
        ("", 0.95, "none", "ocr_nothing"),
        (" . - |\n", 0.95, "none", "ocr_nothing"),
        ("7", 0.95, "ocr", ""),
    ],
)
def test_the_floor(text: str, confidence: float, method: str, why: str) -> None:
    (page,) = _pages(build.scan([90]), Says(text, confidence))
    assert (page.method, page.why) == (method, why)


def test_a_garbled_text_layer_is_read_again_and_the_better_kept() -> None:
    garbled = build.pdf([["#q% ~~ /x_ $$ =; " * 5] * 8])
    better, worse, none = Says(LONG * 3), Says("~~ %q =; " * 30), None
    assert [(p.method, p.text) for p in _pages(garbled, better)] == [("ocr", LONG * 3)]
    assert [(p.method, p.why) for p in _pages(garbled, worse)] == [("none", "garbled")]
    assert [(p.method, p.why) for p in _pages(garbled, none)] == [("none", "garbled")]


def test_a_good_text_layer_is_not_read_again() -> None:
    engine = Says("something else")
    (page,) = _pages(build.pdf([[LONG] * 3]), engine)
    assert (page.method, engine.asked) == ("text", 0)


def test_known_pages_are_not_read_again_and_others_can_be_given_up() -> None:
    data, engine = build.bound(build.scanned([LINES, LINES])), Says(LONG)
    told: list[tuple[int, Scan | None]] = []
    known = {1: Scan(why="ocr_timeout")}
    one = Scanner(lambda: engine, known, lambda number, scan: told.append((number, scan)))
    assert [p.why for p in pages_of(data, scanner=one).pages] == ["ocr_timeout", ""]
    assert told == [(2, None), (2, Scan(LONG, 0.95, engine="test 1"))]
    stopped = Scanner(lambda: engine, known, give_up=True)
    assert [p.why for p in pages_of(data, scanner=stopped).pages] == ["ocr_timeout", "ocr_given_up"]
    assert engine.asked == 1


def test_an_engine_error_is_a_page_not_read() -> None:
    class Broken:
        name = "test 2"

        def read(self, picture: Image.Image) -> Recognized:
            raise RuntimeError("no")

    (page,) = pages_of(build.scan([90]), scanner=Scanner(Broken)).pages
    assert (page.method, page.why) == ("none", "ocr_error")


def test_doubts_name_the_pages() -> None:
    pages = [scan_page(n, Scan(why="ocr_timeout")) for n in (2, 3, 4, 9)]
    pages.append(scan_page(11, Scan()))
    assert doubts([Page(1, "text", 1.0, LONG), *pages]) == (
        f"pages 2-4, 9: {WHYS['ocr_timeout']} (ocr_timeout)",
        f"page 11: {WHYS['ocr_nothing']} (ocr_nothing)",
    )


@pytest.mark.parametrize(
    ("words", "reads"),
    [
        # A signature page: scrawls, and print beside them. Half of the letters are enough.
        ([("Wy.", 0.5), ("Couch", 0.0), ("oe", 0.3), ("ODELL,", 0.92), ("MAYOR", 0.96)], True),
        # A letter by hand whose only print is the page's number.
        ([("Oreet", 0.34), ("AIYO-00", 0.23), ("gy", 0.55), ("33", 0.97)], False),
        # A form filled in by hand: a little more than half is print, but much is not read.
        ([("Account", 0.9)] * 24 + [("ToyWon", 0.2)] * 20, False),
        ([("Account", 0.9)] * 80 + [("ToyWon", 0.2)] * 20, True),
        # Lines and frames come as words without letters, and the engine is sure of them.
        ([(" ", 0.95), ("|", 0.9), ("--", 0.95)] * 9 + [("Zx", 0.2)], False),
        ([], False),
    ],
)
def test_scrawl_is_told_from_print(words: list[tuple[str, float]], reads: bool) -> None:
    assert (confidence(words) >= 0.7) == reads


@given(st.lists(st.tuples(st.text(max_size=9), st.floats(0, 1))))
def test_confidence_is_that_of_some_word_and_grows_with_each(
    words: list[tuple[str, float]],
) -> None:
    found = confidence(words)
    assert found in {0.0, *(sure for _, sure in words)}
    surer = [(word, sure + (1 - sure) / 2) for word, sure in words]
    assert confidence(surer) >= found


@given(st.text(), st.floats(0, 1), st.sampled_from(["", *WHYS]))
def test_any_scan_is_a_page_that_says_why_it_is_not_read(
    text: str, confidence: float, why: str
) -> None:
    page = scan_page(1, Scan(text, confidence, why))
    assert page.readable == (not page.why)
    assert page.why in {"", *WHYS}


BLOCKED = """
import sys
from importlib.abc import MetaPathFinder
class Blocker(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "tesserocr":
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Blocker())
from pathlib import Path
from nlp.pages.ocr import curable, version
from nlp.reading import read
reading = read(Path(sys.argv[1]).read_bytes(), name="minutes.pdf")
print([page.method for page in reading.pages])
print(*reading.doubts, sep="; ")
print(version(), repr(curable()))
"""


def test_where_ocr_is_not_installed_the_page_waits_and_says_for_what(tmp_path: Path) -> None:
    scan, blank = build.scanned([LINES, []])
    path = tmp_path / "minutes.pdf"
    path.write_bytes(build.bound([[LONG], scan, blank]))
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED, str(path)], check=True, capture_output=True, text=True
    )
    methods, said, state = done.stdout.splitlines()
    assert methods == "['text', 'none', 'blank']"
    assert "1 of 3 pages could not be read" in said
    assert "page 2: scanned, and no OCR is installed here" in said
    assert "pip install tesserocr" in said
    assert state == "None ''"


@needs_ocr
def test_where_it_is_installed_such_readings_can_be_cured() -> None:
    assert curable() == "(ocr_missing)"
