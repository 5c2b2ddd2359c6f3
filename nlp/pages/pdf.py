"""PDF to pages, one decision per page: its text layer, OCR, blank, or something we cannot read.

Owns the measured rule for "needs OCR" and the drawing of pages. Form values are not read here.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from nlp.errors import BrokenDocument, EmptyDocument, EncryptedDocument, TooLarge
from nlp.pages.layer import ENGINE, layer_text
from nlp.pages.ocr import DPI
from nlp.pages.page import Page, text_page, word_share
from nlp.pages.scans import Scan, Scanner, scan_page

# Measured on 767 pages of municipal PDFs: below 50 characters a page is a scan if an image covers
# a quarter of it or more than 0.2 % of it is inked, and empty below 0.1 %.
FEW_CHARS = 50
LARGE_IMAGE = 0.25
INKED = 0.002
EMPTY = 0.001
MAXIMUM_PAGES = 3000
_INK_DPI = 36
_MAXIMUM_PIXELS = 1200
# Of the drawing for OCR: twice a legal page at 200 dpi on a side; larger sheets are drawn coarser.
_LONGEST_SIDE = 5600
_LIGHT = bytes(range(160, 256))


def pages(data: bytes, scanner: Scanner) -> list[Page]:
    """All pages of a PDF; `scanner` reads those without a usable text layer.

    Raises EncryptedDocument, BrokenDocument, EmptyDocument (no page), TooLarge.
    """
    with opened(data) as document:
        return [_page(document, index, scanner) for index in range(len(document))]


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The PDF as pypdfium2's document.

    Raises EncryptedDocument, BrokenDocument, EmptyDocument (no page), TooLarge.
    """
    document = _open(data)
    try:
        count = len(document)
        if count == 0:
            raise EmptyDocument("the PDF has no page: fetch it again")
        if count > MAXIMUM_PAGES:
            raise TooLarge(f"the PDF has {count} pages, more than {MAXIMUM_PAGES}: split it")
        yield document
    finally:
        document.close()


def _open(data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise EncryptedDocument(
                "the PDF is encrypted and asks for a password: ask the publisher for an open copy"
            ) from error
        raise BrokenDocument(
            f"the PDF is damaged or cut short ({error}): fetch it again"
        ) from error


def _page(document: Any, index: int, scanner: Scanner) -> Page:
    number = index + 1
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return Page(number, "none", 0.0, "", "damaged")
    try:
        width, height = (round(side, 2) for side in page.get_size())
        return replace(_read(page, number, scanner), width=width, height=height)
    except pdfium.PdfiumError:
        return Page(number, "none", 0.0, "", "damaged")
    finally:
        page.close()


def _read(page: Any, number: int, scanner: Scanner) -> Page:
    text = layer_text(page)
    if len(text.strip()) < FEW_CHARS:
        return _sparse(page, number, text, scanner)
    made = replace(text_page(number, "text", text), engine=ENGINE)
    return made if made.readable else _better(made, scanner.read(number, partial(_draw, page)))


def _sparse(page: Any, number: int, text: str, scanner: Scanner) -> Page:
    """A page with little or no text: a scan, an empty page, or one short line."""
    ink = _ink(page)
    if _largest_image(page) < LARGE_IMAGE and ink <= INKED:
        return replace(text_page(number, "text", text), engine=ENGINE)
    scan = scanner.read(number, partial(_draw, page))
    # Dust on a blank sheet is ink as well; where OCR could not look, only a truly white one is.
    if scan.specks and ink < (EMPTY if scan.why or scan.spoken else INKED):
        return Page(number, "blank", 1.0, text, engine=scan.engine)
    return scan_page(number, scan, text)


def _better(layer: Page, scan: Scan) -> Page:
    """Of a text layer that spells no words and the OCR of its page, the one with more words."""
    scanned = scan_page(layer.number, scan)
    if scanned.readable or word_share(scanned.text) > layer.confidence:
        return scanned if scanned.text else layer
    return layer


def _draw(page: Any) -> Image.Image:
    """The page in grey, as OCR wants it."""
    scale = min(DPI / 72, _LONGEST_SIDE / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        picture: Image.Image = bitmap.to_pil()
        return picture.convert("L")
    finally:
        bitmap.close()


def _largest_image(page: Any) -> float:
    """Share of the page under its largest image."""
    width, height = page.get_size()
    area = max(width * height, 1.0)
    best = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        wide = max(0.0, min(right, width) - max(left, 0.0))
        high = max(0.0, min(top, height) - max(bottom, 0.0))
        best = max(best, wide * high / area)
    return best


def _ink(page: Any) -> float:
    """Share of dark pixels of a small grey rendering."""
    scale = min(_INK_DPI / 72, _MAXIMUM_PIXELS / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows = bytes(ctypes.string_at(bitmap.buffer, bitmap.stride * bitmap.height))
        dark = 0
        for row in range(bitmap.height):
            line = rows[row * bitmap.stride : row * bitmap.stride + bitmap.width]
            dark += len(line.translate(None, _LIGHT))
        return float(dark / max(bitmap.width * bitmap.height, 1))
    finally:
        bitmap.close()
