"""The words of a signature page with their places: printed text, form fields, OCR.

Owns the three ways to the words. Decides nothing about what they say.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as raw
from PIL import Image

from nlp.pages.boxes import UNIT, Box
from nlp.pages.layer import layer_words
from nlp.pages.ocr import Tesseract, tesseract

DPI = 300
AGAIN_DPI = 220
_FULL = 72
_LONGEST_SIDE = 5600
_GLUED = re.compile(r"(?P<label>(?:Date|Signature|Name|Title|Agency)\s?[:;.])_*(?P<rest>\S+)", re.I)
_SIGN = re.compile(r"[^\W_]")
_LONGEST = 4000


@dataclass(frozen=True)
class Token:
    """One word. sure: from 0 to 1, 1 for what is no OCR; box: in ten-thousandths of the page.

    field: the name of the form field that holds it, "" for other words.
    """

    text: str
    box: Box
    sure: float = 1.0
    field: str = ""

    @property
    def middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2

    @property
    def letters(self) -> str:
        """Its letters alone, in lower case."""
        return "".join(sign for sign in self.text.casefold() if sign.isalpha())


def printed(page: Any) -> list[Token]:
    """The words of the text layer."""
    text, words = layer_words(page)
    return list(_parted(Token(text[w.start : w.end], (w.x0, w.y0, w.x1, w.y1)) for w in words))


def scanned(page: Any, dpi: int = DPI) -> list[Token]:
    """The words that OCR finds on the page as drawn, form fields and notes included; none where
    no OCR is installed."""
    engine = tesseract()
    if not isinstance(engine, Tesseract):
        return []
    picture = drawn(page, dpi)
    wide, high = picture.size
    return list(
        _parted(
            Token(text, (UNIT * x0 / wide, UNIT * y0 / high, UNIT * x1 / wide, UNIT * y1 / high),
                  sure)
            for text, sure, (x0, y0, x1, y1) in engine.surely(picture)
        )
    )  # fmt: skip


def drawn(page: Any, dpi: int) -> Image.Image:
    """The page in grey, form fields and notes included."""
    scale = min(dpi / _FULL, _LONGEST_SIDE / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=True)
    try:
        picture: Image.Image = bitmap.to_pil().convert("L")
        return picture
    finally:
        bitmap.close()


def _parted(tokens: Iterable[Token]) -> Iterator[Token]:
    """Without rules and specks; a label and what is glued to it are two words."""
    for token in tokens:
        if not _SIGN.search(token.text):
            continue
        found = _GLUED.fullmatch(token.text)
        if found is None or not _SIGN.search(found["rest"]):
            yield replace(token, text=token.text.strip("_|"))
            continue
        left, top, right, bottom = token.box
        cut = left + (right - left) * len(found["label"]) / len(token.text)
        yield replace(token, text=found["label"], box=(left, top, cut, bottom))
        yield replace(token, text=found["rest"].strip("_|"), box=(cut, top, right, bottom))


def fields(document: Any, page: Any) -> list[Token]:
    """Filled form fields and typed notes of a page, each as one token.

    Field values and a note's "Contents" are those of ISO 32000-1, 12.7.3 and 12.5.6.
    """
    made = []
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        try:
            token = _field(document, page, note)
        finally:
            raw.FPDFPage_CloseAnnot(note)
        if token is not None and _SIGN.search(token.text):
            made.append(token)
    return made


def _field(document: Any, page: Any, note: Any) -> Token | None:
    kind = raw.FPDFAnnot_GetSubtype(note)
    if kind == raw.FPDF_ANNOT_FREETEXT:
        text = _said(lambda b, n: raw.FPDFAnnot_GetStringValue(note, b"Contents", b, n))
        return Token(text, _box(page, note), field="note")
    if kind != raw.FPDF_ANNOT_WIDGET or not document.formenv:
        return None
    form = document.formenv
    if raw.FPDFAnnot_GetFormFieldType(form, note) != raw.FPDF_FORMFIELD_TEXTFIELD:
        return None
    text = _said(lambda b, n: raw.FPDFAnnot_GetFormFieldValue(form, note, b, n))
    name = _said(lambda b, n: raw.FPDFAnnot_GetFormFieldName(form, note, b, n))
    return Token(text, _box(page, note), field=f"field {name}")


def _said(ask: Callable[[Any, int], int]) -> str:
    """A text that pdfium gives as UTF-16 in two steps: its size, then itself."""
    size = min(int(ask(None, 0)), _LONGEST)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    ask(buffer, size)
    return " ".join(bytes(buffer)[: size - 2].decode("utf-16-le", "replace").split())


def _box(page: Any, note: Any) -> Box:
    edges = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(note, edges)
    across, down = ctypes.c_int(), ctypes.c_int()
    seen = []
    for x, y in ((edges.left, edges.top), (edges.right, edges.bottom)):
        raw.FPDF_PageToDevice(page, 0, 0, UNIT, UNIT, 0, x, y, across, down)
        seen.append((across.value, down.value))
    (x0, y0), (x1, y1) = seen
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
