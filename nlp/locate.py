"""Where a passage stands on its page: the rectangles that outline it.

Owns the way from stored offsets back to the document's bytes. Draws nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nlp.errors import Unreadable
from nlp.pages.boxes import Rectangle, Word, rectangles, words_from
from nlp.pages.sniff import kind_of

__all__ = ["Rectangle", "Unlocatable", "locate"]


class Unlocatable(Exception):
    """The passage cannot be outlined on a page; the message says why."""


def locate(
    data: bytes,
    page: int,
    start: int,
    end: int,
    words: Iterable[Sequence[int]] | None = None,
    text: str | None = None,
) -> tuple[Rectangle, ...]:
    """One rectangle for each printed line of characters start to end of a page, in their order.

    data: the document's bytes, as read. page: its number, from 1. words: boxes of the page's words
    as stored (Page.words_json), which pages read by OCR need. text: the page's text as stored;
    given it, a reading by another version of the reader is told apart and not outlined wrongly.

    Sides are shares of the page's width and height, from its upper left corner, after the page's
    rotation and within its visible part. Raises Unlocatable.
    """
    if not 0 <= start < end:
        raise Unlocatable(f"the passage {start} to {end} holds no characters")
    held = words_from(words) if words else ()
    found = rectangles(held or _layer(data, page, start, end, text), start, end)
    if not found:
        raise Unlocatable("none of the passage's characters is printed on the visible page")
    return found


def _layer(data: bytes, number: int, start: int, end: int, text: str | None) -> tuple[Word, ...]:
    """The words of a PDF's text layer, found again in its bytes."""
    import pypdfium2 as pdfium

    from nlp.pages.layer import layer_words
    from nlp.pages.pdf import opened

    _check_kind(data)
    try:
        with opened(data) as document:
            if not 1 <= number <= len(document):
                raise Unlocatable(f"the PDF has no page {number}, only {len(document)}")
            found, words = layer_words(document[number - 1], start, end)
    except (pdfium.PdfiumError, Unreadable) as error:
        raise Unlocatable(f"the PDF cannot be opened again ({error})") from error
    if text is not None and found != text:
        raise Unlocatable(
            "the page's text was not made from its text layer as this version reads it: OCR whose"
            " words' places were not kept, or another version of the reader"
        )
    if end > len(found):
        raise Unlocatable(
            f"the page's text layer holds {len(found)} characters, not {end}: was it read by OCR?"
        )
    return words


def _check_kind(data: bytes) -> None:
    try:
        kind = kind_of(data)
    except Unreadable as error:
        raise Unlocatable(str(error)) from error
    if kind == "image":
        raise Unlocatable("a picture is outlined by the places that OCR gave its words; none given")
    if kind != "pdf":
        raise Unlocatable(f"a document of this kind ({kind}) has no printed pages to outline")
