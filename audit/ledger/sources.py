"""Files, folders and zip archives turned into workbooks' bytes.

Owns the walk and its bounds; whether the bytes are a usable workbook is for `workbook`.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from audit.errors import WorkbookRefused

_MAX_FILES = 20_000
_MAX_ONE = 30_000_000
_MAX_ARCHIVE = 2_000_000_000
_SUFFIXES = (".xlsx", ".xlsm", ".xls")


def workbooks_in(paths: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every spreadsheet in these files, folders and zip archives, by name.

    A file named on its own is handed out whatever its name; inside folders and archives only
    spreadsheets and zip archives count, and an archive inside an archive is not opened. Raises
    WorkbookRefused for an archive that is damaged or unpacks to far too much, and OSError for
    what cannot be read.
    """
    for path in paths:
        if path.is_dir():
            for inside in sorted(p for p in path.rglob("*") if p.is_file()):
                if _wanted(inside.name) or inside.suffix.lower() == ".zip":
                    yield from _file(inside)
        else:
            yield from _file(path)


def _wanted(name: str) -> bool:
    base = name.rsplit("/", 1)[-1]
    return base.lower().endswith(_SUFFIXES) and not base.startswith((".", "~$", "__MACOSX"))


def _file(path: Path) -> Iterator[tuple[str, bytes]]:
    with path.open("rb") as file:
        data = file.read(_MAX_ONE + 1)
    if data.startswith(b"PK") and not _is_workbook(path):
        yield from _archive(path)
    else:
        yield path.name, data[:_MAX_ONE]


def _is_workbook(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return "[Content_Types].xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError):
        return True  # the reader of workbooks says what is wrong with it


def _archive(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = sorted(
                (e for e in archive.infolist() if _wanted(e.filename)), key=lambda e: e.filename
            )
            if len(entries) > _MAX_FILES or sum(e.file_size for e in entries) > _MAX_ARCHIVE:
                raise WorkbookRefused(
                    path.name, "bomb", "the archive unpacks to far more than all lists together",
                    "unpack it yourself and import the folder",
                )  # fmt: skip
            for entry in entries:
                yield entry.filename.rsplit("/", 1)[-1], _entry(archive, entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as exc:
        raise WorkbookRefused(
            path.name, "damaged", f"the archive is damaged ({exc})", "fetch or copy it again"
        ) from exc


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """One entry, cut at the bound: what is longer is no list, and the reader will say so."""
    buffer = io.BytesIO()
    with archive.open(entry) as stream:
        while chunk := stream.read(1 << 16):
            buffer.write(chunk)
            if buffer.tell() > _MAX_ONE:
                break
    return buffer.getvalue()
