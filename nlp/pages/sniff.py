"""Says what kind of file some bytes are, by what they begin with, never by their name.

Owns the kinds; opens nothing but the table of contents of a zip or of an old Office file.
"""

from __future__ import annotations

import io
import re
import zipfile

from nlp.errors import BrokenDocument, EmptyDocument, EncryptedDocument, UnknownKind
from nlp.pages import captions, markdown, ole, votes
from nlp.pages.text import decode

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|p|meta|title)\b", re.I)
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")
_RTF = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,20}\{\\rtf", re.I)
_HEAD = 1024
_SAMPLE = 80_000
_OFFICE = {
    "slides": "a file of old slides (.ppt)",
    "mail": "a saved mail message",
    "unknown": "an old Office file of an unknown kind",
}
_ADVICE = "save it as PDF or .docx and import that"


def kind_of(data: bytes) -> str:
    """pdf | docx | doc | rtf | html | markdown | captions | votes | text | image.

    Raises EmptyDocument, BrokenDocument (a cut zip), EncryptedDocument, UnknownKind (spreadsheets,
    slides, programs, ...).
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
    if head.startswith(ole.MAGIC):
        return _office_kind(data)
    if _RTF.match(head):
        return "rtf"
    return _text_kind(data, head)


def _text_kind(data: bytes, head: bytes) -> str:
    if _binary(head):
        if _HTML.search(head):
            return "html"
        raise UnknownKind(f"this is not a document we know (it begins {head[:8]!r}): {_ADVICE}")
    if votes.is_record(data):
        return "votes"
    text = decode(data[:_SAMPLE])
    if captions.is_captions(text):
        return "captions"
    if _HTML.search(head.replace(b"\x00", b"")):
        return "html"
    return "markdown" if markdown.is_markdown(text) else "text"


def _office_kind(data: bytes) -> str:
    kind = ole.kind_of(data)
    if kind == "doc":
        return kind
    if kind == "encrypted":
        raise EncryptedDocument("the file needs a password: ask the publisher for an open copy")
    if kind == "spreadsheet":
        raise UnknownKind("this is an old spreadsheet (.xls): save it as .xlsx for `ice import`")
    raise UnknownKind(f"this is {_OFFICE[kind]}, not a document: {_ADVICE}")


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


def _binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    odd = sum(1 for byte in head if byte < 9 or 13 < byte < 32)
    return odd > len(head) // 10 and not _wide(head)


def _wide(head: bytes) -> bool:
    """UTF-16 without a mark: every second byte is zero."""
    return min(head[0::2].count(0), head[1::2].count(0)) == 0 and head.count(0) > len(head) // 3
