"""Whole workbooks: what is read, and what is refused with which words."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
