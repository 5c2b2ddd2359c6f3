"""Bytes to pages: one reader per kind of file.

Owns the choice of the reader and the doubt where name and bytes disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from nlp.pages.page import Page
from nlp.pages.scans import Scanner
from nlp.pages.sniff import kind_of

__all__ = ["Page", "Paged", "Scanner", "pages_of"]

_ENDINGS = {
    ".pdf": "pdf", ".docx": "docx", ".doc": "doc", ".rtf": "rtf", ".htm": "html",
    ".html": "html", ".vtt": "captions", ".srt": "captions", ".sbv": "captions",
}  # fmt: skip
_TYPES = {
    "application/pdf": "pdf", "text/html": "html", "application/msword": "doc",
    "application/rtf": "rtf", "text/rtf": "rtf", "text/vtt": "captions",
}  # fmt: skip
_SCANNABLE = frozenset(("pdf", "image"))


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
    # Loaded when needed: a child that reads text files need not hold the libraries of all kinds.
    reader = import_module(f"nlp.pages.{kind}")
    pages = reader.pages(data, scanner or Scanner()) if kind in _SCANNABLE else reader.pages(data)
    return Paged(kind, tuple(pages), _doubts(kind, name, media_type))


def _doubts(kind: str, name: str, media_type: str | None) -> tuple[str, ...]:
    ending = next((k for e, k in _ENDINGS.items() if name.lower().endswith(e)), None)
    declared = _TYPES.get((media_type or "").split(";")[0].strip().lower())
    said = ending or declared
    if said is not None and said != kind:
        return (f"named or sent as {said}, but the bytes are {kind}",)
    return ()
