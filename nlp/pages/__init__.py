"""Bytes to pages: one reader per kind of file.

Owns the choice of the reader and the doubt where name and bytes disagree.
"""

from __future__ import annotations

from dataclasses import dataclass

from nlp.pages.page import Page
from nlp.pages.scans import Scanner
from nlp.pages.sniff import kind_of

__all__ = ["Page", "Paged", "Scanner", "pages_of"]

_ENDINGS = {".pdf": "pdf", ".docx": "docx", ".htm": "html", ".html": "html"}
_TYPES = {"application/pdf": "pdf", "text/html": "html"}


@dataclass(frozen=True)
class Paged:
    """The pages of one document, the kind its bytes show, and what was odd about them."""

    kind: str
    pages: tuple[Page, ...]
    doubts: tuple[str, ...]


def pages_of(
    data: bytes,
    name: str = "",
    media_type: str | None = None,
    scanner: Scanner | None = None,
) -> Paged:
    """Pages of a document; the bytes decide its kind, name and media type only raise a doubt.

    scanner: reads the scanned pages; by default one without any limit of time.

    Raises nlp.errors.Unreadable.
    """
    kind = kind_of(data)
    if kind == "pdf":
        from nlp.pages import pdf

        pages = pdf.pages(data, scanner or Scanner())
    elif kind == "docx":
        from nlp.pages import docx

        pages = docx.pages(data)
    elif kind == "html":
        from nlp.pages import html

        pages = html.pages(data)
    elif kind == "image":
        from nlp.pages import image

        pages = image.pages(data, scanner or Scanner())
    else:
        from nlp.pages import text

        pages = text.pages(data)
    return Paged(kind, tuple(pages), _doubts(kind, name, media_type))


def _doubts(kind: str, name: str, media_type: str | None) -> tuple[str, ...]:
    ending = next((k for e, k in _ENDINGS.items() if name.lower().endswith(e)), None)
    declared = _TYPES.get((media_type or "").split(";")[0].strip().lower())
    said = ending or declared
    if said is not None and said != kind:
        return (f"named or sent as {said}, but the bytes are {kind}",)
    return ()
