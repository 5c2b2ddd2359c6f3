"""Files, folders and archives of workbooks."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from audit.errors import WorkbookRefused
from audit.ledger import workbooks_in
from tests.audit.ledger.make import PENDING, book

DATA = book([], header=PENDING)


def test_folders_archives_and_files(tmp_path: Path) -> None:
    inside = tmp_path / "lists" / "old"
    inside.mkdir(parents=True)
    (inside / "b.xlsx").write_bytes(DATA)
    (inside / "notes.txt").write_text("no")
    (inside / "~$b.xlsx").write_bytes(b"lock")
    with zipfile.ZipFile(tmp_path / "lists" / "more.zip", "w") as archive:
        archive.writestr("x/c.XLSX", DATA)
        archive.writestr("x/readme.md", "no")
        archive.writestr("__MACOSX/._c.xlsx", b"no")
    odd = tmp_path / "download"
    odd.write_bytes(DATA)
    found = list(workbooks_in([tmp_path / "lists", odd]))
    assert found == [("c.XLSX", DATA), ("b.xlsx", DATA), ("download", DATA)]


def test_a_page_named_as_a_workbook_is_handed_out_to_be_refused(tmp_path: Path) -> None:
    page = tmp_path / "participating.xlsx"
    page.write_bytes(b"<html>")
    assert list(workbooks_in([page])) == [("participating.xlsx", b"<html>")]


def test_a_damaged_archive_says_so(tmp_path: Path) -> None:
    path = tmp_path / "lists.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xlsx", DATA * 3)
    data = bytearray(path.read_bytes())
    data[60:120] = bytes(60)
    path.write_bytes(bytes(data))
    with pytest.raises(WorkbookRefused, match=r"lists\.zip: the archive is damaged"):
        list(workbooks_in([path]))


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(workbooks_in([tmp_path / "nothing.xlsx"]))
