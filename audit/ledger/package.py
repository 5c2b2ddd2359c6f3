"""The zip container of a workbook: is it one, is it safe to open, when was it saved.

Owns the look before opening (bombs, encryption, HTML with the wrong name); reads no rows.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from datetime import UTC, datetime

from lxml import etree

from audit.errors import WorkbookRefused

_MAX_BYTES = 60_000_000  # the largest real list unpacks to under 4 MB
_MAX_ENTRIES = 500
_MAX_RATIO = 100
_SMALL = 1_000_000  # below this an entry is harmless at any ratio
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FETCH_AGAIN = "keep the last good list and fetch it again"
_MODIFIED = "{http://purl.org/dc/terms/}modified"


def inspect(data: bytes, name: str) -> datetime | None:
    """When the workbook says it was saved (UTC), None where it does not say.

    Raises WorkbookRefused for anything that is not a plain, modest zip holding a workbook.
    """
    if data[:8] == _OLE:
        raise WorkbookRefused(
            name, "encrypted", "this is an encrypted or pre-2007 workbook",
            "save it as a plain .xlsx and import that",
        )  # fmt: skip
    if not data.startswith(b"PK"):
        _refuse_other(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive, name)
            _check_content(archive, name)
            return _saved(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as exc:
        raise WorkbookRefused(
            name, "damaged", f"the zip container is damaged ({exc})", _FETCH_AGAIN
        ) from exc


def _refuse_other(data: bytes, name: str) -> None:
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype", b"<html", b"<head", b"<?xml", b"<")):
        raise WorkbookRefused(
            name, "html", "this is a web page, not a workbook (an error or block page?)",
            _FETCH_AGAIN,
        )  # fmt: skip
    what = "the file is empty" if not data else "this is not an .xlsx workbook (no zip container)"
    raise WorkbookRefused(name, "not_zip", what, _FETCH_AGAIN)


def _check_size(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse by what the directory claims, then by what really comes out (headers lie)."""
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    steep = [
        e for e in entries
        if e.file_size > _SMALL and e.file_size > _MAX_RATIO * max(1, e.compress_size)
    ]  # fmt: skip
    if len(entries) > _MAX_ENTRIES or total > _MAX_BYTES or steep:
        raise _bomb(name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise WorkbookRefused(
            name, "encrypted", "the workbook is encrypted", "save it without a password"
        )
    left = _MAX_BYTES
    for entry in entries:
        with archive.open(entry) as stream:
            while chunk := stream.read(65536):
                left -= len(chunk)
                if left < 0:
                    raise _bomb(name)


def _bomb(name: str) -> WorkbookRefused:
    return WorkbookRefused(
        name, "bomb", "it unpacks to far more than any list ICE has published",
        "do not open it; keep the last good list",
    )  # fmt: skip


def _check_content(archive: zipfile.ZipFile, name: str) -> None:
    if "xl/workbook.xml" not in archive.namelist():
        raise WorkbookRefused(
            name, "not_zip", "this zip archive holds no workbook (no xl/workbook.xml)",
            "import the .xlsx files themselves, or a plain zip of them",
        )  # fmt: skip


def _saved(archive: zipfile.ZipFile) -> datetime | None:
    """dcterms:modified of docProps/core.xml; openpyxl would put today where there is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(archive.read("docProps/core.xml"), parser)
    except (KeyError, etree.XMLSyntaxError, ValueError):
        return None
    text = (root.findtext(_MODIFIED) or "").strip()
    try:
        stamp = datetime.fromisoformat(text)
    except ValueError:
        return None
    return stamp.replace(tzinfo=UTC) if stamp.tzinfo is None else stamp.astimezone(UTC)
