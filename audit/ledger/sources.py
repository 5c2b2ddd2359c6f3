"""Files, folders and zip archives turned into workbooks' bytes.

Owns the walk and its bounds; whether the bytes are a usable workbook is for `workbook`.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from audit.errors import WorkbookRefused

_MAX_FILES = 20_000
_MAX_ONE = 30_000_000
_MAX_ARCHIVE = 2_000_000_000
_DEPTH = 3  # archives inside archives
_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_LOCKS = (".", "~$", "__MACOSX")


@dataclass(frozen=True)
class Found:
    """One spreadsheet, or what stands in the way: of `data` and `refused` one is None."""

    name: str
    data: bytes | None = None
    refused: WorkbookRefused | None = None


def workbooks_in(paths: Sequence[Path]) -> Iterator[Found]:
    """Every spreadsheet in these files, folders and zip archives, by name.

    A file named on its own is handed out whatever its name; inside folders and archives only
    spreadsheets and zip archives count. What cannot be read (a damaged archive, a file without
    leave, one that unpacks to far too much) is told and the walk goes on.
    """
    for path in paths:
        if path.is_dir():
            for inside in sorted(p for p in path.rglob("*") if p.is_file()):
                if _wanted(inside.name) or _is_archive_name(inside.name):
                    yield from _file(inside)
        else:
            yield from _file(path)


def _base(name: str) -> str:
    return name.rsplit("/", 1)[-1]


def _wanted(name: str) -> bool:
    return name.lower().endswith(_SUFFIXES) and not _base(name).startswith(_LOCKS)


def _is_archive_name(name: str) -> bool:
    return name.lower().endswith(".zip") and not _base(name).startswith(_LOCKS)


def _file(path: Path) -> Iterator[Found]:
    try:
        with path.open("rb") as file:
            yield from _opened(path.name, file, _DEPTH)
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror})"
        yield _refused(path.name, "damaged", reason, "see to the file and import it again")


def _opened(name: str, file: IO[bytes], depth: int) -> Iterator[Found]:
    """A workbook, or all workbooks of an archive."""
    head = file.read(4)
    file.seek(0)
    if head.startswith(b"PK") and not _is_workbook(file):
        yield from _archive(name, file, depth)
        return
    file.seek(0)
    data = file.read(_MAX_ONE + 1)
    if len(data) > _MAX_ONE:
        yield _refused(name, "bomb", f"it is larger than any list ({_MAX_ONE:,} bytes)",
                       "look at the file; ICE's lists have a few hundred kilobytes")  # fmt: skip
        return
    yield Found(name, data)


def _refused(name: str, reason: str, what: str, advice: str) -> Found:
    return Found(name, refused=WorkbookRefused(name, reason, what, advice))


def _is_workbook(file: IO[bytes]) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return "[Content_Types].xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError):
        return True  # the reader of workbooks says what is wrong with it


def _archive(name: str, file: IO[bytes], depth: int) -> Iterator[Found]:
    try:
        with zipfile.ZipFile(file) as archive:
            entries = sorted(
                (
                    e
                    for e in archive.infolist()
                    if _wanted(e.filename) or _is_archive_name(e.filename)
                ),
                key=lambda e: e.filename,
            )
            if len(entries) > _MAX_FILES or sum(e.file_size for e in entries) > _MAX_ARCHIVE:
                yield _refused(name, "bomb", "the archive unpacks to far more than all lists "
                               "together", "unpack it yourself and import the folder")  # fmt: skip
                return
            yield from _entries(name, archive, entries, depth)
    except (zipfile.BadZipFile, ValueError, RuntimeError) as error:
        yield _damaged(name, error)


def _entries(
    name: str, archive: zipfile.ZipFile, entries: Iterable[zipfile.ZipInfo], depth: int
) -> Iterator[Found]:
    """The workbooks of an archive's entries; one that is damaged does not hide the others."""
    for entry in entries:
        base = _base(entry.filename)
        if _is_archive_name(base) and depth <= 1:
            yield _refused(base, "not_zip", f"an archive deep inside {name} is not opened",
                           "unpack it and import what is in it")  # fmt: skip
            continue
        try:
            data = _entry(archive, entry)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            yield _damaged(f"{base} in {name}", error)
            continue
        yield from _opened(base, io.BytesIO(data), depth - 1)


def _damaged(name: str, error: Exception) -> Found:
    if "password" in str(error) or "encrypted" in str(error):
        return _refused(name, "encrypted", "the archive is encrypted",
                        "unpack it with its password and import the folder")  # fmt: skip
    return _refused(name, "damaged", f"the archive is damaged ({error})", "fetch or copy it again")


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """One entry, cut at the bound: what is longer is no list, and an archive so large inside
    another is to be unpacked by hand."""
    buffer = io.BytesIO()
    with archive.open(entry) as stream:
        while chunk := stream.read(1 << 16):
            buffer.write(chunk)
            if buffer.tell() > _MAX_ONE:
                break
    return buffer.getvalue()
