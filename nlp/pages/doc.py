"""Old Word (.doc) to one page of text.

Owns the walk over the pieces of a Word 97-2003 file ([MS-DOC] 2.4.1: the table of pieces tells
where each stretch of text stands). Older Word is left to `antiword` where it is installed. A .doc
has no pages of its own, so everything stands on page 1; automatic list numbers are not resolved.
"""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from nlp.errors import BrokenDocument, EncryptedDocument, UnknownKind
from nlp.pages import ole
from nlp.pages.marked import taken_out
from nlp.pages.page import Page, text_page
from nlp.pages.text import paired

_MAIN, _TABLES = "WordDocument", ("0Table", "1Table")
_SIGNATURES = (0xA5EC, 0xA5DC)
_WORD_97 = 0xC1
_ENCRYPTED, _WHICH_TABLE = 0x0100, 0x0200
_COUNTS = 0x4C  # characters of: text, footnotes, headers, macros, comments, endnotes, text boxes
_CLX = 0x1A2
_COMPRESSED = 0x40000000
_SECONDS = 30
_FIELD = re.compile("[\x13\x14\x15]")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys(map(chr, (*range(9), *range(14, 32))), ""),
        "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x07": "\t", "\x1e": "-",
    }
)  # fmt: skip


@dataclass(frozen=True)
class _Piece:
    """A stretch of text: its characters in the document, its bytes in the file."""

    first: int
    last: int
    at: int
    width: int


def pages(data: bytes) -> list[Page]:
    """The one page of a .doc; a second one that is not read where pieces of it are missing.

    Raises BrokenDocument, EncryptedDocument, UnknownKind (Word 95 and older without antiword).
    """
    held = ole.streams(data, _MAIN, *_TABLES)
    main = held.get(_MAIN, b"")
    try:
        sign, version, flags = struct.unpack_from("<HH6xH", main)
        if sign not in _SIGNATURES:
            raise BrokenDocument("there is no Word text in the file: fetch it again")
        if flags & _ENCRYPTED:
            raise EncryptedDocument("the Word file is encrypted: ask the publisher for a copy")
        if version < _WORD_97:
            return [text_page(1, "doc", _by_antiword(data))]
        text, whole = _text(main, held.get(_TABLES[bool(flags & _WHICH_TABLE)], b""))
    except struct.error as error:
        raise BrokenDocument(f"the Word file is cut ({error}): fetch it again") from error
    read = [text_page(1, "doc", text)]
    return read if whole else [*read, Page(2, "none", 0.0, "", "damaged")]


def _text(main: bytes, table: bytes) -> tuple[str, bool]:
    """The text as it is shown, and whether all of it was there."""
    counts = struct.unpack_from("<7i", main, _COUNTS)
    if min(counts) < 0:
        raise BrokenDocument("the Word file's sizes are damaged: fetch it again")
    raw, whole = _characters(main, table, sum(counts))
    starts = [sum(counts[:index]) for index in range(8)]
    kept = [raw[starts[part] : starts[part + 1]] for part in (0, 6, 1, 5)]
    shown = "\n".join(_plain(part) for part in kept if part.strip("\r \x03\x04"))
    return paired(shown), whole


def _characters(main: bytes, table: bytes, total: int) -> tuple[str, bool]:
    """All characters in the file's own counting, what was taken out as NUL."""
    out: list[str] = []
    held = 0
    gone = _mask(main, table)
    for piece in _pieces(main, table):
        end = piece.at + (piece.last - piece.first) * piece.width
        if held != piece.first or end > len(main):
            return "".join(out), False
        text = _decoded(main[piece.at : end], piece.width)
        if any(gone[piece.at : end]):
            out_here = gone[piece.at : end : piece.width]
            text = "".join("\0" if out else sign for sign, out in zip(text, out_here, strict=True))
        out.append(text)
        held = piece.last
    return "".join(out), held >= total


def _mask(main: bytes, table: bytes) -> bytearray:
    """For each byte of the stream whether its text was taken out or hidden by the author."""
    mask = bytearray(len(main))
    reached = 0
    for low, high in taken_out(main, table):
        low, high = max(low, reached), min(high, len(main))
        if low < high:
            mask[low:high] = b"\1" * (high - low)
            reached = high
    return mask


def _decoded(raw: bytes, width: int) -> str:
    """One sign per unit of the file, also of a pair of surrogates, so that its counting holds."""
    if width == 1:
        return raw.decode("cp1252", "replace")
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))


def _pieces(main: bytes, table: bytes) -> Iterator[_Piece]:
    """The table of pieces, behind any number of property blocks ([MS-DOC] 2.9.38)."""
    at, length = struct.unpack_from("<2I", main, _CLX)
    end = at + length
    while at < end and table[at : at + 1] == b"\x01":
        at += 3 + int(struct.unpack_from("<H", table, at + 1)[0])
    if table[at : at + 1] != b"\x02":
        raise BrokenDocument("the Word file has no table of its text: fetch it again")
    count = (int(struct.unpack_from("<I", table, at + 1)[0]) - 4) // 12
    if not 0 < count <= len(table) // 12:
        raise BrokenDocument("the Word file's table of its text is damaged: fetch it again")
    places = struct.unpack_from(f"<{count + 1}I", table, at + 5)
    if places[-1] > len(main) or any(a > b for a, b in pairwise(places)):
        # More characters than bytes: pieces that repeat one another, built to exhaust memory.
        raise BrokenDocument("the Word file's table of its text is damaged: fetch it again")
    for index in range(count):
        (where,) = struct.unpack_from("<2xI2x", table, at + 5 + 4 * (count + 1) + 8 * index)
        width = 1 if where & _COMPRESSED else 2
        start = (where & ~_COMPRESSED) // 2 if width == 1 else where
        yield _Piece(places[index], places[index + 1], start, width)


def _plain(text: str) -> str:
    """Cells and paragraphs as lines; of a field its result, not its instruction."""
    shown: list[str] = []
    depth: list[bool] = []
    at = 0
    for mark in _FIELD.finditer(text):
        if all(depth):
            shown.append(text[at : mark.start()])
        at = mark.end()
        if mark.group() == "\x13":
            depth.append(False)
        elif mark.group() == "\x14" and depth:
            depth[-1] = True
        elif depth:
            depth.pop()
    if all(depth):
        shown.append(text[at:])
    # A row ends with the mark of its last cell and one of its own.
    return "".join(shown).replace("\x07\x07", "\n").translate(_SIGNS)


def _by_antiword(data: bytes) -> str:
    program = shutil.which("antiword")
    if program is None:
        raise UnknownKind(
            "this is a file of Word 95 or older: install antiword, or save it as .docx or PDF"
        )
    try:
        done = subprocess.run(
            [program, "-w", "0", "-m", "UTF-8", "-"],
            input=data, capture_output=True, timeout=_SECONDS, check=True,
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError) as error:
        raise BrokenDocument(f"antiword could not read the Word file ({error})") from error
    return done.stdout.decode("utf-8", "replace")
