"""One list as .xlsx bytes, the same bytes every time, saved when the value says so.

Owns the sheet's layout and the package's clock: openpyxl stamps the hour of writing, and the saved
time is what orders ICE's lists, so the stamp is replaced.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from demo.ice.signed import HOST, POSTED
from demo.values import Row, Workbook

_CORE = "docProps/core.xml"
_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")
_PARTICIPATING = (
    "STATE",
    "LAW ENFORCEMENT AGENCY",
    "TYPE",
    "COUNTY",
    "SUPPORT TYPE",
    "SIGNED",
    "MOA",
    "ADDENDUM",
)
_PENDING = ("STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE")
_EMPTY_ROWS = 3


def at(book: Workbook, host: str) -> Workbook:
    """The workbook as the server at `host` gives it out: links to what it serves lead there."""
    served = {HOST + one.path: host + one.path for one in POSTED}
    rows = (replace(row, moa=served.get(row.moa or "", row.moa)) for row in book.rows)
    return replace(book, rows=tuple(rows))


@lru_cache(maxsize=256)
def render(book: Workbook) -> bytes:
    """The package's bytes."""
    package = openpyxl.Workbook()
    sheet = package.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Sheet1"
    _fill(sheet, book)
    out = BytesIO()
    package.save(out)
    return _stamped(out.getvalue(), book.saved)


def _fill(sheet: Worksheet, book: Workbook) -> None:
    signed = book.kind == "participating"
    moa = not signed and any(row.moa for row in book.rows)
    header = _PARTICIPATING if signed else (*_PENDING, "MOA") if moa else _PENDING
    sheet.append(header)
    for number, row in enumerate(book.rows, 2):
        sheet.append([row.state, row.agency, row.type, row.county, row.model])
        if signed:
            _sign(sheet, number, row)
        elif moa:
            sheet.cell(number, 6, row.moa)
        if row.hidden:
            sheet.row_dimensions[number].hidden = True
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(header))}{len(book.rows) + 1}"
    if book.filtered:
        sheet.auto_filter.add_filter_column(0, ["FLORIDA"])
    for number in range(len(book.rows) + 2, len(book.rows) + 2 + _EMPTY_ROWS):
        sheet.cell(number, 1).font = Font(bold=True)


def _sign(sheet: Worksheet, number: int, row: Row) -> None:
    cell = sheet.cell(number, 6, row.signed)
    if isinstance(row.signed, date):
        cell.number_format = "mm-dd-yy"
    link = sheet.cell(number, 7, "link" if row.moa else "Link Pending")
    if row.moa:
        link.hyperlink = row.moa


def _stamped(data: bytes, saved: datetime) -> bytes:
    """The package with the given saved time inside, and no trace of the hour of writing."""
    stamp = f"{saved:%Y-%m-%dT%H:%M:%SZ}".encode()
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _CORE:
                content = _STAMPS.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, content)
    return out.getvalue()
