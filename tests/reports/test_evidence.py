"""Named copies of captures."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from reports.evidence import Wanted, copy_all, extension, file_name
from store.archive import Archive

DAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"\r\n%PDF-1.7", "pdf"),
        (b"junk before %PDF-1.7", "pdf"),
        (b"PK\x03\x04....word/document.xml", "docx"),
        (b"PK\x03\x04....xl/workbook.xml", "xlsx"),
        (b"PK\x03\x04....", "zip"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "html.txt"),
        (b"\xef\xbb\xbf <html>", "html.txt"),
        (b"<svg onload=alert(1)>", "html.txt"),
        ("<html>ñ".encode("cp1252"), "html.txt"),
        (b"Minutes of March 10", "txt"),
        (b"\x89PNG\r\n", "png"),
        (b"\x00\xff\xfe\x80", "bin"),
        (b"", "txt"),
    ],
)
def test_the_bytes_decide_the_ending(data: bytes, ending: str) -> None:
    assert extension(data) == ending


@pytest.mark.parametrize(
    ("owner", "part"),
    [
        ("Pike Hollow Borough Council", "pike-hollow-borough-council"),
        ("../../etc/passwd", "etc-passwd"),
        ("Ñandú\u202e/..", "nandu"),
        ("", "unknown"),
        ("x" * 300, "x" * 60),
    ],
)
def test_names_say_day_body_and_role_and_nothing_else(owner: str, part: str) -> None:
    name = file_name(Wanted("ab" * 32, DAY, owner, "minutes"), b"%PDF-1.7")
    assert name == f"2026-03-10_{part}_minutes_abababab.pdf"


def test_copies_hold_the_archived_bytes(archive: Archive, tmp_path: Path) -> None:
    data = b"%PDF-1.7 minutes"
    sha256 = archive.put(data)
    copies = copy_all(archive, [Wanted(sha256, DAY, "Pike Hollow", "minutes")] * 2, tmp_path)
    file = copies[sha256].file
    assert file is not None
    assert hashlib.sha256((tmp_path / file).read_bytes()).hexdigest() == sha256
    assert [path.name for path in (tmp_path / "captures").iterdir()] == [Path(file).name]


def test_a_missing_or_damaged_blob_costs_its_own_link_only(
    archive: Archive, tmp_path: Path
) -> None:
    good, bad = archive.put(b"good"), archive.put(b"bad")
    archive.path(bad).chmod(0o644)
    archive.path(bad).write_bytes(b"changed")
    wanted = [Wanted(one, DAY, "Pike Hollow", "minutes") for one in (good, bad, "ab" * 32)]
    copies = copy_all(archive, wanted, tmp_path)
    assert copies[good].file
    assert copies[bad].problem == "our copy is damaged"
    assert copies["ab" * 32].problem == "our copy is not in the archive"
    assert copies[bad].file is copies["ab" * 32].file is None
