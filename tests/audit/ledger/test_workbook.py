"""Whole workbooks: what is read, and what is refused with which words."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from audit.errors import WorkbookRefused
from audit.ledger import read_workbook
from tests.audit.ledger.make import PARTICIPATING, PENDING, TFM, book

GOOD = ["PENNSLYVANIA ", " Larkmoor  Borough Police Department ", "Muncipality", "#N/A",
        "Task Force Officer", datetime(2026, 1, 6), "link", None]  # fmt: skip # noqa: DTZ001


def test_a_row_is_repaired_and_its_texts_kept() -> None:
    data = book([GOOD], links={2: "https:/www.ice.gov/doclib/287gMOA/a.pdf"})
    read = read_workbook(data, name="participating.xlsx")
    (row,) = read.rows
    assert (row.state, row.agency, row.kind) == (
        "PA", "Larkmoor Borough Police Department", "Municipality",
    )  # fmt: skip
    assert (row.county, row.model, row.signed) == (None, TFM, date(2026, 1, 6))
    assert row.moa_url == "https://www.ice.gov/doclib/287gMOA/a.pdf"
    assert row.printed["state"] == "PENNSLYVANIA"
    assert read.sha256 == hashlib.sha256(data).hexdigest()
    assert read.saved == datetime(2026, 1, 7, 12, tzinfo=UTC)


def test_the_kind_is_the_header_not_the_name() -> None:
    rows = [[*GOOD[:5]]]
    assert read_workbook(book(rows, header=PENDING), name="participating.xlsx").kind == "pending"
    assert read_workbook(book([GOOD]), name="pendingAgencies.xlsx").kind == "participating"


def test_hidden_rows_count_and_blank_ones_do_not() -> None:
    rows = [GOOD, [None] * 8, ["", " ", "", "", "", "", "", ""], GOOD]
    read = read_workbook(book(rows, hidden=[2]))
    assert [(row.row, row.hidden) for row in read.rows] == [(2, True), (5, False)]


def test_columns_are_found_by_name_in_any_order_below_a_title() -> None:
    header = ["MOA", "SIGNED", "support type", None, "Law Enforcement Agency ", "State"]
    data = book(
        [header, [None, date(2026, 1, 2), TFM, None, "Larkmoor Borough Police", "Ohio"]],
        header=["287(g) list", None, None, None, None, None],
    )
    (row,) = read_workbook(data).rows
    assert (row.state, row.agency, row.signed) == (
        "OH",
        "Larkmoor Borough Police",
        date(2026, 1, 2),
    )


@pytest.mark.parametrize(
    "header",
    [
        ["STATES", "LAW ENFORCMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPES", "SIGNED", "MOA"],
        ["State/Territory", "Agency", "Agency Type", "County", "Model", "Date Signed", "MOA Link"],
        ["ST", "LEA", "Type", "Counties", "287(g) Model", "Effective Date:", "Agreement"],
    ],
)
def test_columns_by_names_nearly_ices(header: list[str]) -> None:
    read = read_workbook(book([GOOD[:7]], header=header))
    (row,) = read.rows
    assert read.kind == "participating"
    assert (row.state, row.model, row.kind) == ("PA", TFM, "Municipality")
    assert row.signed == date(2026, 1, 6)


def test_a_list_whose_dates_stand_under_another_name_is_not_the_pending_one() -> None:
    header = [*PARTICIPATING[:5], "COUNTERSIGNATURE", "LINKS"]
    with pytest.raises(WorkbookRefused, match="no SIGNED column, but dates under 'COUNTERSIG"):
        read_workbook(book([GOOD[:7]], header=header), name="list.xlsx")


def test_links_by_formula_and_dates_without_their_format() -> None:
    formula = '=HYPERLINK("https://www.ice.gov/doclib/287gMOA/b.pdf", "link")'
    (row,) = read_workbook(book([[*GOOD[:5], 46028, formula]])).rows
    assert row.moa_url == "https://www.ice.gov/doclib/287gMOA/b.pdf"
    assert row.signed == date(2026, 1, 6)
    assert row.doubts == ("SIGNED is a bare number: 46028",)


def _with_sheet(title: str, rows: int, *, header: bool = True) -> bytes:
    """A list of one row, and a second sheet of so many."""
    made = load_workbook(io.BytesIO(book([GOOD])))
    second = made.create_sheet(title)
    if header:
        second.append(PARTICIPATING)
    for _ in range(rows):
        second.append(GOOD)
    for _ in range(60):
        second.append([" "])
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def test_the_sheet_with_more_agencies_is_read_and_the_other_told() -> None:
    assert read_workbook(_with_sheet("Sheet2", 0)).doubts == ()
    assert len(read_workbook(_with_sheet("Notes", 5, header=False)).rows) == 1
    read = read_workbook(_with_sheet("Old", 3))
    assert len(read.rows) == 3
    assert read.doubts == (
        "the sheet 'Sheet' holds a list as well (rows: 1); only 'Old' is read (rows: 3)",
    )


def test_rows_without_an_agency_are_told() -> None:
    read = read_workbook(book([GOOD, [GOOD[0], " ", *GOOD[2:]], [None] * 8]))
    assert len(read.rows) == 1
    assert read.doubts == ("rows that name no agency, left out: 1",)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml",
                                  "docProps/core.xml", "xl/sharedStrings.xml"])  # fmt: skip
def test_entities_bring_nothing_in(part: str, tmp_path: Path) -> None:
    """Neither a file of this machine, nor an expansion without end."""
    told = tmp_path / "told.txt"
    told.write_text("SECRETWORD")
    outside = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{told.as_uri()}">]>'
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 10}">' for n in range(9))
    for entities, use in ((outside, "&a;"), (f"<!DOCTYPE x [{grown}]>", "&e8;")):
        data = _edited(part, entities, use)
        said = _said(data)
        assert "SECRETWORD" not in said
        assert len(said) < 20_000


def _said(data: bytes) -> str:
    try:
        return repr(read_workbook(data))
    except WorkbookRefused as refused:
        return str(refused)


def _edited(part: str, entities: str, use: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book([GOOD]))) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            content = source.read(entry).decode()
            if entry.filename == part:
                start = content.index("?>") + 2 if content.startswith("<?xml") else 0
                content = content[:start] + entities + content[start:]
                content = content.replace("Larkmoor", use).replace("2026-01-07T12", use)
                content = content.replace('name="Sheet"', f'name="{use}"')
            target.writestr(entry.filename, content)
    return out.getvalue()


def test_an_empty_pending_list_is_valid() -> None:
    assert read_workbook(book([], header=PENDING)).rows == ()


def test_without_a_saved_time_there_is_none() -> None:
    read = read_workbook(book([GOOD], saved=None))
    assert read.saved is None
    assert read.doubts == ("the workbook does not say when it was saved",)


def test_an_unreadable_state_is_a_doubt() -> None:
    (row,) = read_workbook(book([["Nowhere", *GOOD[1:]]])).rows
    assert row.state == ""
    assert row.doubts == ("STATE could not be read: 'Nowhere'",)


def _zip(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


BOMB = _zip({"xl/workbook.xml": b"<w/>", "xl/worksheets/sheet1.xml": bytes(30_000_000)})
MANY = _zip({f"xl/{n}.xml": b"" for n in range(600)} | {"xl/workbook.xml": b""})


@pytest.mark.parametrize(
    ("data", "reason", "words"),
    [
        (b"", "not_zip", "empty"),
        (b"<!DOCTYPE html><html>blocked</html>", "html", "web page"),
        (b"\n  <html>", "html", "web page"),
        (b"%PDF-1.7", "not_zip", "not an .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "encrypted", "encrypted"),
        (b"PK\x03\x04broken", "damaged", "damaged"),
        (_zip({"readme.txt": b"x"}), "not_zip", "no workbook"),
        (_zip({"xl/workbook.xml": b"<w/>"}), "damaged", "cannot be opened"),
        (BOMB, "bomb", "unpacks"),
        (MANY, "bomb", "unpacks"),
        (book([GOOD[:3]], header=PARTICIPATING[:3]), "header", "no header row"),
        (book([["a", "b"]], header=["NAME", "VALUE"]), "header", "no header row"),
        (book([]), "header", "without a single row"),
    ],
)
def test_what_is_refused(data: bytes, reason: str, words: str) -> None:
    with pytest.raises(WorkbookRefused, match=words) as caught:
        read_workbook(data, name="list.xlsx")
    assert caught.value.reason == reason
    assert str(caught.value).startswith("list.xlsx: ")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_bytes_are_refused_or_read_never_worse(data: st.DataObject) -> None:
    whole = bytearray(book([GOOD, GOOD]))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    damaged = bytes(whole[:cut]) if data.draw(st.booleans()) else bytes(whole)
    assert _outcome(damaged) in {"read", "refused"}


def _outcome(data: bytes) -> str:
    try:
        read_workbook(data)
    except WorkbookRefused:
        return "refused"
    return "read"
