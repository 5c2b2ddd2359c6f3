"""Named copies of cited captures in an edition's folder.

Owns the file names, the choice of a harmless extension and the copying. Which captures are cited
is decided by `gather`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reports.texts import slug
from reports.week import Copy
from store.archive import Archive
from store.errors import BlobDamaged, BlobMissing

FOLDER = "captures"

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
    (b"\xd0\xcf\x11\xe0", "doc"),
    (b"{\\rtf", "rtf"),
)


@dataclass(frozen=True)
class Wanted:
    """One blob to copy and what its name says: the meeting's date, whose it is, its role."""

    sha256: str
    day: date | None
    owner: str
    role: str


def extension(data: bytes) -> str:
    """The ending that fits the bytes, never the one a remote server named.

    A web page is kept as `html.txt`: opened from a folder, a hostile page could run scripts, and
    the same bytes shown as text cannot.
    """
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, ending in _MAGIC:
        if head.startswith(magic):
            return ending
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _office(data)
    return _text(data)


def _office(data: bytes) -> str:
    for part, ending in ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx")):
        if part in data:
            return ending
    return "zip"


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return "html.txt" if b"<html" in data[:4096].lower() else "bin"
    return "html.txt" if text.lstrip("\ufeff \t\r\n").startswith("<") else "txt"


def file_name(wanted: Wanted, data: bytes) -> str:
    """2026-03-10_exampleton-borough-council_minutes_9f2c01ab.pdf."""
    day = wanted.day.isoformat() if wanted.day else "undated"
    owner = slug(wanted.owner)[:60].strip("-") or "unknown"
    role = slug(wanted.role) or "document"
    return f"{day}_{owner}_{role}_{wanted.sha256[:8]}.{extension(data)}"


def copy_all(archive: Archive, wanted: Iterable[Wanted], edition: Path) -> dict[str, Copy]:
    """Copy blobs below `edition`; returns a Copy for each hash, with a problem where it has none.

    A blob that is missing or no longer matches its name costs its own link, never the report.
    Raises OSError where the copy cannot be written.
    """
    folder = edition / FOLDER
    folder.mkdir()
    copies: dict[str, Copy] = {}
    for one in sorted(set(wanted), key=lambda w: (w.sha256, w.owner, w.role, str(w.day))):
        if one.sha256 not in copies:
            copies[one.sha256] = _copy(archive, one, folder)
    return copies


def _copy(archive: Archive, wanted: Wanted, folder: Path) -> Copy:
    try:
        data = archive.get(wanted.sha256)
    except BlobMissing:
        return Copy(wanted.sha256, problem="our copy is not in the archive")
    except BlobDamaged:
        return Copy(wanted.sha256, problem="our copy is damaged")
    name = _free(folder, file_name(wanted, data))
    (folder / name).write_bytes(data)
    return Copy(wanted.sha256, file=f"{FOLDER}/{name}")


def _free(folder: Path, name: str) -> str:
    """Two blobs may agree in the eight digits their names show: the second gets a number."""
    stem, _, ending = name.partition(".")
    count, free = 1, name
    while (folder / free).exists():
        count += 1
        free = f"{stem}-{count}.{ending}"
    return free
