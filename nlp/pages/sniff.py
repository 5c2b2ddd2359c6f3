"""Says what kind of file some bytes are, by their first kilobyte, never by their name.

Owns the kinds; opens nothing but a zip's table of contents.
"""

from __future__ import annotations

import io
import re
import zipfile

from nlp.errors import BrokenDocument, EmptyDocument, UnknownKind

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|p|meta|title)\b", re.I)
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")
_HEAD = 1024
_ADVICE = "save it as PDF or .docx and import that"


def kind_of(data: bytes) -> str:
    """pdf | docx | html | text | image.

    Raises EmptyDocument, BrokenDocument (a cut zip), UnknownKind (spreadsheets, old Word, ...).
    """
    if not data.strip(b"\x00 \t\r\n\x0c"):
        raise EmptyDocument("the file is empty: fetch it again, or ask the publisher for it")
    head = data[:_HEAD]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    if head.startswith(_IMAGES):
        return "image"
    _refuse_known(head)
    if _HTML.search(head.replace(b"\x00", b"")):
        return "html"
    if _binary(head):
        raise UnknownKind(f"this is not a document we know (it begins {head[:8]!r}): {_ADVICE}")
    return "text"


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise BrokenDocument(f"the file is cut or damaged ({error}): fetch it again") from error
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        raise UnknownKind("this is a spreadsheet: workbooks are read by `ice import` only")
    raise UnknownKind(f"this is a zip archive, not a document: unpack it first, or {_ADVICE}")


def _refuse_known(head: bytes) -> None:
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnknownKind(f"this is an old Office file (.doc, .xls): {_ADVICE}")
    if head.startswith(b"{\\rtf"):
        raise UnknownKind(f"this is rich text (.rtf): {_ADVICE}")


def _binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    odd = sum(1 for byte in head if byte < 9 or 13 < byte < 32)
    return odd > len(head) // 10 and not _wide(head)


def _wide(head: bytes) -> bool:
    """UTF-16 without a mark: every second byte is zero."""
    return min(head[0::2].count(0), head[1::2].count(0)) == 0 and head.count(0) > len(head) // 3
