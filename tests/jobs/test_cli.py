"""The command line as a stranger meets it: help, wrong use, wrong files, codes, light imports."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from reportlab.pdfgen.canvas import Canvas

from tests.nlp import build

NOW = "2026-07-06T11:00:00+00:00"
COMMANDS = (
    "demo", "init", "run", "schedule", "sources", "crawl", "ice", "analyze", "audit", "report",
    "import", "read", "listing", "findings", "coverage", "review", "status",
    "doctor", "verify", "backup",
)  # fmt: skip
HEAVY = ("scrapy", "twisted", "spacy", "alembic", "openpyxl", "reportlab")


def offagenda(*args: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the real command."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "jobs.cli", *map(str, args)],
        capture_output=True,
        text=True,
        timeout=100,
        cwd=cwd,
        check=False,
    )


def _imported(*args: str | Path) -> set[str]:
    """The heavy packages that a command has imported by the time it ends."""
    code = (
        "import atexit, sys, json\n"
        f"atexit.register(lambda: sys.stderr.write('MODULES ' + json.dumps("
        f"[m for m in {HEAVY!r} if m in sys.modules])))\n"
        f"sys.argv = ['offagenda', *{[str(a) for a in args]!r}]\n"
        "from jobs.cli import main\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    return set(json.loads(done.stderr.rpartition("MODULES ")[2]))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    done = offagenda("init", tmp_path / "watch", "--contact", "desk@paper.example")
    assert done.returncode == 0, done.stderr
    return tmp_path / "watch"


def _sheet(rows: list[list[object]], header: list[str], saved: datetime) -> bytes:
    book = Workbook()
    book.active.append(header)
    for row in rows:
        book.active.append(row)
    book.properties.modified = saved.replace(tzinfo=None)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


PART = ["STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED", "MOA"]


def _good(path: Path) -> Path:
    rows: list[list[object]] = [
        ["PENNSYLVANIA", f"Alder {n} Borough Police Department", "Municipality", "Butler County",
         "Task Force Model", date(2026, 6, n), "link"]
        for n in range(1, 4)
    ]  # fmt: skip
    path.write_bytes(_sheet(rows, PART, datetime(2026, 6, 20, tzinfo=UTC)))
    return path


def test_help_names_every_command_and_imports_nothing_heavy() -> None:
    done = offagenda("--help")
    assert done.returncode == 0
    for command in COMMANDS:
        assert command in done.stdout
    assert _imported("--help") == set()


def test_status_and_findings_are_light(home: Path) -> None:
    for command in ("status", "findings"):
        assert _imported("--home", home, command, "--json") == set(), command


def test_no_arguments_is_help_and_a_wrong_command_is_usage() -> None:
    assert offagenda().returncode == 2
    done = offagenda("stauts")
    assert done.returncode == 2
    assert "status" in done.stderr


def test_without_a_workspace_the_way_to_one_is_told(tmp_path: Path) -> None:
    done = offagenda("status", cwd=tmp_path)
    assert done.returncode == 1
    assert "offagenda init" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_time_without_offset_is_usage(home: Path) -> None:
    assert offagenda("--home", home, "--now", "2026-07-06", "status").returncode == 2


def test_init_twice_keeps_what_somebody_wrote(home: Path) -> None:
    file = home / "offagenda.toml"
    file.write_text(file.read_text() + "\n# mine\n")
    assert offagenda("init", home).returncode == 0
    assert file.read_text().endswith("# mine\n")


def test_an_unknown_pack_is_told_before_anything_is_written(tmp_path: Path) -> None:
    done = offagenda("init", tmp_path / "w", "--pack", "pensylvania")
    assert done.returncode == 1
    assert "pennsylvania" in done.stderr
    assert not (tmp_path / "w").exists()


def test_an_unknown_key_in_a_pack_names_file_key_and_nearest(home: Path) -> None:
    (home / "packs" / "mine.toml").write_text('[[body]]\nid = "x"\nnam = "X"\nkind = "other"\n')
    done = offagenda("--home", home, "run")
    assert done.returncode == 1
    assert "mine.toml" in done.stderr
    assert "nam" in done.stderr
    assert "'name'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_named_xlsx_is_refused_and_the_rest_is_taken(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "books"
    folder.mkdir()
    (folder / "a.xlsx").write_bytes(b"<!doctype html><title>Access denied</title>")
    _good(folder / "b.xlsx")
    headless = _sheet([["PENNSYLVANIA"]], ["STATE"], datetime(2026, 6, 1, tzinfo=UTC))
    (folder / "c.xlsx").write_bytes(headless)
    done = offagenda("--home", home, "--now", NOW, "ice", "import", folder, "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 3
    assert len(found["new"]) == 1
    assert len(found["refused"]) == 2
    assert any("a.xlsx" in why for why in found["refused"])
    assert found["agreements"] == 3


def test_a_long_list_without_signed_is_not_taken_for_the_pending_one(
    home: Path, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["PENNSYLVANIA", f"Alder {n} Borough Police", "Municipality", "", "Task Force Model"]
        for n in range(400)
    ]  # fmt: skip
    header = ["STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE"]
    path = tmp_path / "participatingAgencies.xlsx"
    path.write_bytes(_sheet(rows, header, datetime(2026, 6, 21, tzinfo=UTC)))
    done = offagenda("--home", home, "--now", NOW, "ice", "import", path)
    assert done.returncode == 3
    assert "SIGNED" in done.stdout


def test_importing_twice_is_nothing_new(home: Path, tmp_path: Path) -> None:
    book = _good(tmp_path / "book.xlsx")
    offagenda("--home", home, "--now", NOW, "ice", "import", book)
    with zipfile.ZipFile(tmp_path / "books.zip", "w") as archive:
        archive.write(book, "folder/another name.xlsx")
    done = offagenda(
        "--home", home, "--now", NOW, "ice", "import", tmp_path / "books.zip", "--json"
    )
    assert json.loads(done.stdout)["known"] == 1
    assert done.returncode == 0
    listed = json.loads(offagenda("--home", home, "ice", "agreements", "--json").stdout)
    assert [a["ice_signed"] for a in listed] == ["2026-06-01", "2026-06-02", "2026-06-03"]


def _encrypted(path: Path) -> Path:
    canvas = Canvas(str(path), encrypt="hush")
    canvas.drawString(72, 720, "Minutes")
    canvas.save()
    return path


def test_files_that_cannot_be_read_say_so_in_one_line(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing more")
    for path in (empty, broken, _encrypted(tmp_path / "locked.pdf")):
        done = offagenda("read", path)
        assert done.returncode == 1, path
        assert str(path) in done.stderr
        assert "Traceback" not in done.stderr


def test_documents_handed_over_are_kept_read_and_named(home: Path, tmp_path: Path) -> None:
    pack = """
[[body]]
id = "pa-alder-borough-council"
name = "Alder Borough Council"
kind = "borough_council"
place = { name = "Alder", kind = "borough", county = "Butler", state = "PA" }
timezone = "America/New_York"
"""
    (home / "packs" / "alder.toml").write_text(pack)
    minutes = tmp_path / "march.txt"
    minutes.write_text(
        "Alder Borough Council\nMinutes of the Regular Meeting of March 10, 2026\n\n"
        "Motion by Ms. Odell, seconded by Mr. Brandt, to approve the bills. "
        "All in favor. Motion carried.\n"
    )
    at = ("--home", home, "--now", NOW)
    assert offagenda(*at, "sources", "list").returncode == 0
    args = ("--body", "pa-alder-borough-council", "--kind", "minutes", "--date", "2026-03-10")
    first = offagenda(*at, "import", minutes, *args)
    assert first.returncode == 0, first.stderr
    assert "already held" in offagenda(*at, "import", minutes, *args).stdout
    assert json.loads(offagenda(*at, "analyze", "--json").stdout) == {"read": 1, "unread": []}
    covered = offagenda(
        *at, "coverage", "pa-alder-borough-council", "--from", "2026-03-01", "--to", "2026-03-31",
        "--json",
    )  # fmt: skip
    assert [m["state"] for m in json.loads(covered.stdout)["meetings"]] == ["read"]


def test_a_scan_is_read_from_the_command_line(tmp_path: Path) -> None:
    pytest.importorskip("tesserocr")
    lines = ["Alder Borough Council", "Minutes of March 10, 2026", "Motion carried 4-3."] * 4
    path = tmp_path / "minutes.pdf"
    path.write_bytes(build.bound(build.scanned([lines])))
    found = json.loads(offagenda("read", path, "--json").stdout)
    (page,) = found["pages"]
    assert set(page) == {
        "number", "method", "confidence", "chars", "engine", "width", "height"
    }  # fmt: skip
    assert page["method"] == "ocr"
    assert found["meeting_date"] == "2026-03-10"
    assert found["file"] == str(path)


def test_a_wrong_body_is_told_where_to_find_the_ids(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "m.txt"
    file.write_text("x")
    done = offagenda(
        "--home", home, "import", file, "--body", "nobody", "--kind", "minutes", "--date",
        "2026-03-10",
    )  # fmt: skip
    assert done.returncode == 1
    assert "sources list" in done.stderr


def test_doctor_says_what_to_do(home: Path) -> None:
    done = offagenda("--home", home, "--now", NOW, "doctor", "--json")
    checks = {c["name"]: c for c in json.loads(done.stdout)}
    assert checks["database"]["level"] == "ok"
    assert "ice sync" in checks["ICE's list"]["fix"]
    assert checks["ocr"]["level"] == "ok" or "pip install tesserocr" in checks["ocr"]["fix"]
    assert done.returncode == 0


def test_a_match_can_be_asked_for_without_a_workspace(tmp_path: Path) -> None:
    done = offagenda(
        "ice", "match", "Kentucky State Police", "--state", "KY", "--json", cwd=tmp_path
    )
    assert json.loads(done.stdout)["vote_expectation"] == "not_local"
    named = offagenda("ice", "match", "Kentucky State Police", "--state", "kentucky", "--json")
    assert json.loads(named.stdout)["state"] == "KY"
    assert offagenda("ice", "match").returncode == 2


def test_what_is_missing_shows_right_after_init(tmp_path: Path) -> None:
    home = tmp_path / "watch"
    assert offagenda("init", home, "--pack", "pennsylvania").returncode == 0
    found = json.loads(offagenda("--home", home, "status", "--json").stdout)
    assert len(found["without_source"]) > 50
    assert not found["ok"]
    assert offagenda("--home", home, "status", "--check").returncode == 1
