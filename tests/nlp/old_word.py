"""Old Word and other old Office files for tests, built byte by byte ([MS-CFB], [MS-DOC]).

Owns the builders only: a container with a few streams, and the smallest Word 97 file in it.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

_SECTOR = 512
_SMALLEST = 4096
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def container(streams: dict[str, bytes]) -> bytes:
    """An old Office container. Streams are padded so that none needs the small-stream table."""
    padded = {name: data.ljust(_SMALLEST, b"\0") for name, data in streams.items()}
    chains: list[int] = []
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    directory = -(-(len(padded) + 1) * 128 // _SECTOR)
    body = b""
    for number, (name, data) in enumerate(padded.items(), 1):
        count = -(-len(data) // _SECTOR)
        first = 1 + directory + len(chains)
        chains += [*range(first + 1, first + count), _END]
        right = number + 1 if number < len(padded) else _FREE
        entries.append(_entry(name, 2, first, len(data), right=right))
        body += data.ljust(count * _SECTOR, b"\0")
    fat = [_FAT, *range(2, directory + 1), _END, *chains]
    assert len(fat) <= _SECTOR // 4, "one table of sectors holds 128"
    fat += [_FREE] * (_SECTOR // 4 - len(fat))
    head = struct.pack("<8s16x5H6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, 1, 0, _SMALLEST, _END, 0, _END, 0)
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    listed = b"".join(entries).ljust(directory * _SECTOR, b"\0")
    return head + struct.pack("<128I", *fat) + listed + body


def _entry(
    name: str, kind: int, start: int, size: int, *, right: int = _FREE, child: int = _FREE
) -> bytes:
    printed = name.encode("utf-16-le")
    entry = printed.ljust(64, b"\0") + struct.pack(
        "<HBB3I", len(printed) + 2, kind, 1, _FREE, right, child
    )
    return entry + bytes(36) + struct.pack("<IQ", start, size)


def word(
    text: str,
    *,
    notes: str = "",
    out: Sequence[tuple[int, int]] = (),
    flags: int = 0,
    version: int = 0xC1,
    wide: bool = False,
    cut: int = 0,
) -> bytes:
    """A Word 97 file. Its text stands in two pieces; `out`: stretches of characters that were
    deleted under tracked changes; `cut`: characters that the file promises and lacks."""
    whole = text + notes
    raw = whole.encode("utf-16-le" if wide else "cp1252", "surrogatepass")
    width = 2 if wide else 1
    units = len(raw) // width
    middle = units // 2
    start = 1024
    head = bytearray(start)
    struct.pack_into("<HH", head, 0, 0xA5EC, version)
    struct.pack_into("<H", head, 0x0A, flags)
    struct.pack_into("<2i", head, 0x4C, units - len(notes) + cut, len(notes))
    table = bytearray(_pieces([0, middle, units], start, width))
    struct.pack_into("<2I", head, 0x1A2, 0, len(table))
    main = bytes(head) + raw
    if out:
        page = -(-len(main) // _SECTOR)
        struct.pack_into("<2I", head, 0xFA, len(table), 12)
        table += struct.pack("<3I", start, start + len(raw), page)
        main = (bytes(head) + raw).ljust(page * _SECTOR, b"\0") + _properties(out, start, width)
    return container({"WordDocument": main, "0Table": bytes(table)})


def _pieces(places: list[int], start: int, width: int) -> bytes:
    pieces = b""
    for first in places[:-1]:
        at = start + first * width
        pieces += struct.pack("<HIH", 0, at if width == 2 else at * 2 | 0x40000000, 0)
    listed = struct.pack(f"<{len(places)}I", *places) + pieces
    skipped = b"\x01" + struct.pack("<H", 4) + bytes(4)
    return skipped + b"\x02" + struct.pack("<I", len(listed)) + listed


def _properties(out: Sequence[tuple[int, int]], start: int, width: int) -> bytes:
    """One page of character properties in which these stretches are marked as deleted."""
    places = [start + at * width for pair in out for at in pair]
    page = bytearray(_SECTOR)
    struct.pack_into(f"<{len(places)}I", page, 0, *places)
    where = 400
    for run in range(0, len(places) - 1, 2):
        page[4 * len(places) + run] = where // 2
    page[where : where + 8] = b"\x07" + struct.pack("<HHHB", 0x4A43, 24, 0x0800, 1)
    page[-1] = len(places) - 1
    return bytes(page)
