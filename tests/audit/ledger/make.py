"""Workbooks and snapshots made up for tests; every town in them is fictional."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from openpyxl import Workbook as Book

from audit.ledger import ListingRow, Snapshot

PARTICIPATING = ["STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED",
                 "MOA", "ADDENDUM"]  # fmt: skip
PENDING = PARTICIPATING[:5]
TFM = "Task Force Model"


def book(
    rows: Sequence[Sequence[Any]],
    *,
    header: Sequence[Any] = PARTICIPATING,
    saved: datetime | None = datetime(2026, 1, 7, 12, tzinfo=UTC),
    hidden: Sequence[int] = (),
    links: dict[int, str] | None = None,
) -> bytes:
    """An .xlsx with this header and these rows; links: MOA target by row number (from 2)."""
    made = Book()
    sheet = made.active
    assert sheet is not None
    sheet.append(list(header))
    for row in rows:
        sheet.append(list(row))
    for number in hidden:
        sheet.row_dimensions[number].hidden = True
    for number, target in (links or {}).items():
        cell = sheet.cell(number, list(header).index("MOA") + 1)
        cell.value = "link"
        cell.hyperlink = target
    buffer = io.BytesIO()
    made.save(buffer)
    return _with_time(buffer.getvalue(), saved)


def _with_time(data: bytes, saved: datetime | None) -> bytes:
    """openpyxl writes its own hour; put ours there, or leave the file of properties out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":
                if saved is None:
                    continue
                content = _core(saved)
            target.writestr(entry.filename, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _core(saved: datetime) -> bytes:
    stamp = saved.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()


def when(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def row(
    agency: str,
    signed: str | None = None,
    *,
    state: str = "PA",
    county: str | None = None,
    model: str = TFM,
    moa: str | None = None,
    kind: str = "Municipality",
    number: int = 2,
) -> ListingRow:
    day = date.fromisoformat(signed) if signed else None
    return ListingRow(number, agency, state, model, county, kind, day, moa)


def snapshot(saved: str, rows: Sequence[ListingRow], kind: str = "participating") -> Snapshot:
    """A snapshot whose hash is that of its own content."""
    text = repr((saved, kind, rows))
    return Snapshot(hashlib.sha256(text.encode()).hexdigest(), kind, when(saved), tuple(rows))


def filler(count: int, signed: str = "2025-03-01") -> list[ListingRow]:
    """Rows that stay from list to list, so that one departure is not half of the list."""
    return [row(f"Steadfast {n} Township Police Department", signed) for n in range(count)]
