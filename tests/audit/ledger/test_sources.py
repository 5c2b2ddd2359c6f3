"""Files, folders and archives of workbooks."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from audit.ledger import sources, workbooks_in
from tests.audit.ledger.make import PENDING, book

DATA = book([], header=PENDING)


def _found(*paths: Path) -> list[tuple[str, bytes | None]]:
    return [(one.name, one.data) for one in workbooks_in(paths)]


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
    assert _found(tmp_path / "lists", odd) == [("c.XLSX", DATA), ("b.xlsx", DATA),
                                               ("download", DATA)]  # fmt: skip


def test_a_page_named_as_a_workbook_is_handed_out_to_be_refused(tmp_path: Path) -> None:
    page = tmp_path / "participating.xlsx"
    page.write_bytes(b"<html>")
    assert _found(page) == [("participating.xlsx", b"<html>")]


def _zip(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def test_a_damaged_archive_says_so_and_hides_nothing_else(tmp_path: Path) -> None:
    path = _zip(tmp_path / "lists.zip", {"a.xlsx": DATA * 3, "b.xlsx": DATA})
    data = bytearray(path.read_bytes())
    data[60:120] = bytes(60)
    path.write_bytes(bytes(data))
    (tmp_path / "last.xlsx").write_bytes(DATA)
    (tmp_path / "torn.zip").write_bytes(b"PK\x03\x04torn")
    found = list(workbooks_in([tmp_path]))
    assert [(f.name, f.data) for f in found if f.refused is None] == [
        ("last.xlsx", DATA), ("b.xlsx", DATA), ("torn.zip", b"PK\x03\x04torn"),
    ]  # fmt: skip
    (told,) = [str(f.refused) for f in found if f.refused]
    assert told.startswith("a.xlsx in lists.zip: the archive is damaged (")
    assert told.endswith("; fetch or copy it again")


def test_archives_in_archives(tmp_path: Path) -> None:
    deep = _zip(tmp_path / "deep.zip", {"d.xlsx": DATA}).read_bytes()
    inner = _zip(tmp_path / "inner.zip", {"c.xlsx": DATA, "deep.zip": deep}).read_bytes()
    middle = _zip(tmp_path / "middle.zip", {"inner.zip": inner}).read_bytes()
    outer = _zip(tmp_path / "outer.zip", {"a.xlsx": DATA, "x/middle.zip": middle})
    found = list(workbooks_in([outer]))
    assert [f.name for f in found if f.data] == ["a.xlsx", "c.xlsx"]
    (told,) = [str(f.refused) for f in found if f.refused]
    assert told.startswith("deep.zip: an archive deep inside inner.zip is not opened; unpack it")


def test_too_large_for_a_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_MAX_ONE", len(DATA) - 1)
    path = tmp_path / "large.xlsx"
    path.write_bytes(DATA)
    ((told),) = [str(f.refused) for f in workbooks_in([path])]
    assert told.startswith("large.xlsx: it is larger than any list")
    monkeypatch.setattr(sources, "_MAX_ARCHIVE", 10)
    ((told),) = [str(f.refused) for f in workbooks_in([_zip(tmp_path / "z.zip", {"a.xlsx": DATA})])]
    assert "unpacks to far more" in told


def test_what_is_not_there(tmp_path: Path) -> None:
    ((told),) = [str(f.refused) for f in workbooks_in([tmp_path / "nothing.xlsx"])]
    assert told.startswith("nothing.xlsx: the file cannot be read (No such file")
