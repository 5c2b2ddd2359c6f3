"""Word (.docx) to one page of text, automatic list numbers written out.

Owns the walk over the document's paragraphs and tables; `numbering` owns the numbers. A .docx has
no pages of its own, so everything stands on page 1.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

from nlp.errors import BrokenDocument, EncryptedDocument, TooLarge
from nlp.pages.numbering import Numbering
from nlp.pages.page import Page, text_page

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_XML_LIMIT = 64 * 2**20
_RATIO_LIMIT = 200
# Deleted text of a tracked change was taken out by the author; a fallback repeats its choice.
_SKIPPED = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}pPr", f"{_W}rPr"))
_TEXT = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def pages(data: bytes) -> list[Page]:
    """The one page of a Word document.

    Raises BrokenDocument, EncryptedDocument, TooLarge (a zip bomb).
    """
    _check_size(data)
    document = _open(data)
    numbering = Numbering.of(document)
    lines = list(_blocks(document.element.body, numbering))
    return [text_page(1, "docx", "\n".join(lines))]


def _check_size(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except BadZipFile as error:
        raise BrokenDocument(f"the Word file is damaged ({error}): fetch it again") from error
    if any(info.flag_bits & 1 for info in infos):
        raise EncryptedDocument("the Word file is encrypted: ask the publisher for an open copy")
    xml = [info for info in infos if info.filename.endswith((".xml", ".rels"))]
    size = sum(info.file_size for info in xml)
    if size > _XML_LIMIT or any(
        info.file_size > 2**20 and info.file_size > _RATIO_LIMIT * max(info.compress_size, 1)
        for info in xml
    ):
        raise TooLarge(f"the Word file unpacks to {size // 2**20} MiB of text: not read")


def _open(data: bytes) -> Any:
    import docx

    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # the library raises KeyError, ValueError, lxml and zip errors
        raise BrokenDocument(
            f"the Word file is damaged ({type(error).__name__}: {error}): fetch it again"
        ) from error


def _blocks(parent: Any, numbering: Numbering) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield _paragraph(child, numbering)
        elif child.tag == f"{_W}tbl":
            yield from _table(child, numbering)
        elif child.tag not in _SKIPPED and len(child):
            yield from _blocks(child, numbering)


def _table(table: Any, numbering: Numbering) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        cells = ("\n".join(_blocks(cell, numbering)).strip("\n") for cell in row.findall(f"{_W}tc"))
        yield "\t".join(cells)


def _paragraph(paragraph: Any, numbering: Numbering) -> str:
    return numbering.prefix(paragraph) + "".join(_runs(paragraph, numbering))


def _runs(node: Any, numbering: Numbering) -> Iterator[str]:
    for child in node:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _TEXT:
            yield _TEXT[child.tag]
        elif child.tag == f"{_W}txbxContent":
            yield "\n" + "\n".join(_blocks(child, numbering)) + "\n"
        elif child.tag not in _SKIPPED:
            yield from _runs(child, numbering)
