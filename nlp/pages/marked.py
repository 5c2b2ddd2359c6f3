"""Which bytes of an old Word file hold text that its author took out or hid.

Owns the character properties of a Word 97-2003 file ([MS-DOC] 2.9.33); damaged ones mark nothing.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_BINS = 0xFA  # where the main stream keeps place and length of the list of property pages
_PAGE = 512
_DELETED, _HIDDEN = 0x0800, 0x083C
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)


def taken_out(main: bytes, table: bytes) -> list[tuple[int, int]]:
    """Stretches of the main stream (first byte, behind the last) with such text, in order."""
    try:
        return sorted(_marked(main, table))
    except (struct.error, IndexError):
        return []


def _marked(main: bytes, table: bytes) -> Iterator[tuple[int, int]]:
    at, length = struct.unpack_from("<2I", main, _BINS)
    count = (min(length, len(table) - at) - 4) // 8
    if count <= 0:
        return
    numbers = struct.unpack_from(f"<{count}I", table, at + 4 * (count + 1))
    for number in dict.fromkeys(numbers):
        page = main[(number & 0x3FFFFF) * _PAGE :][:_PAGE]
        if len(page) == _PAGE:
            yield from _of_page(page)


def _of_page(page: bytes) -> Iterator[tuple[int, int]]:
    runs = page[-1]
    places = struct.unpack_from(f"<{runs + 1}I", page)
    for index in range(runs):
        where = page[4 * (runs + 1) + index] * 2
        if where and _is_out(page[where + 1 : where + 1 + page[where]]):
            yield places[index], places[index + 1]


def _is_out(properties: bytes) -> bool:
    at = 0
    while at + 2 < len(properties):
        (name,) = struct.unpack_from("<H", properties, at)
        if name in (_DELETED, _HIDDEN) and properties[at + 2] == 1:
            return True
        size = _SIZES[name >> 13]
        at += 2 + (size or 1 + properties[at + 2])
    return False
