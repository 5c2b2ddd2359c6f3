"""Runs that are cut off: kill -9, Ctrl-C, a full disk, no network. Nothing kept is lost.

The town's own server decides when to strike, so no test waits for time to pass.
"""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import select

from store.engine import open_engine, sqlite_url
from store.tables import Capture, Document, FindingRow, Meeting, Motion, Reading, Snapshot
from store.verify import verify
from tests.crawler.site import Site, serving

pytestmark = pytest.mark.xdist_group("broken-off")

NOW = "2026-07-06T11:00:00+00:00"
DAYS = [date(2026, 1, 13) + timedelta(days=28 * n) for n in range(6)]

PACK = """
[[body]]
id = "pa-alder-borough-council"
name = "Alder Borough Council"
kind = "borough_council"
place = {{ name = "Alder", kind = "borough", county = "Butler", state = "PA" }}
timezone = "America/New_York"
answers_for = ["Alder Borough Police Department"]

[[body.source]]
platform = "links"
url = "{url}/minutes/"
seen_in = "made for a test"
"""

SETTINGS = """
[crawler]
contact = "desk@paper.example"
allow_loopback = true

[ice]
page = "{url}/287g"
"""


def _minutes(day: date, before: date | None) -> bytes:
    out = io.BytesIO()
    page = Canvas(out, invariant=True)
    lines = ["Alder Borough Council", f"Minutes of the Regular Meeting of {day:%B %d, %Y}", ""]
    if before:
        lines.append(f"Approval of the minutes of the {before:%B %d, %Y} regular meeting:")
    lines.append("Motion by Ms. Odell, seconded by Mr. Brandt, to approve the bills.")
    lines.append("Roll call: Odell yes, Brandt yes, Reyes no. Motion carried 2-1.")
    for n, text in enumerate(lines):
        page.drawString(72, 720 - 16 * n, text)
    page.save()
    return out.getvalue()


def _list() -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.append(
        ["STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED", "MOA"]
    )
    sheet.append(["PENNSYLVANIA", "Alder Borough Police Department", "Municipality",
                  "Butler County", "Task Force Model", date(2026, 5, 1), "link"])  # fmt: skip
    book.properties.modified = datetime(2026, 5, 4, 12)  # noqa: DTZ001 - workbooks hold none
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def site() -> Iterator[Site]:
    """A borough with six minutes, and ICE's page with one list, on one server."""
    with serving() as town:
        links = []
        for n, day in enumerate(DAYS):
            path = f"/minutes/{day:%Y-%m-%d}-minutes.pdf"
            town.page(path, _minutes(day, DAYS[n - 1] if n else None), "application/pdf")
            links.append(f'<li><a href="{path}">{day:%B %d, %Y} Minutes</a></li>')
        town.page("/minutes/", f"<h1>Council minutes</h1><ul>{''.join(links)}</ul>")
        book = "/doclib/participatingAgencies05042026am.xlsx"
        town.page(
            book, _list(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        )
        town.page("/287g", f'<a href="{book}">participating agencies</a>')
        yield town


def _home(folder: Path, url: str) -> Path:
    _run([sys.executable, "-P", "-m", "jobs.cli", "init", str(folder)])
    (folder / "offagenda.toml").write_text(SETTINGS.format(url=url))
    (folder / "packs" / "alder.toml").write_text(PACK.format(url=url))
    return folder


def _run(argv: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(argv, capture_output=True, text=True, timeout=100, check=False)


def _command(home: Path, now: str = NOW) -> list[str]:
    return [sys.executable, "-P", "-m", "jobs.cli", "--home", str(home), "--now", now, "run"]


def _kept(home: Path) -> dict[str, Any]:
    """What the run left, without row numbers: equal for equal work."""
    engine = open_engine(sqlite_url(home / "offagenda.db"))
    asked = {
        "documents": select(Document.url, Document.role, Document.meeting_date, Document.label),
        "captures": select(Document.url, Capture.sha256).join(
            Document, Document.id == Capture.document_id
        ),
        "meetings": select(Meeting.id, Meeting.date, Meeting.kind),
        "readings": select(Reading.sha256, Reading.state, Reading.kind, Reading.meeting_date),
        "motions": select(Reading.sha256, Motion.quote, Motion.result).join(
            Reading, Reading.id == Motion.reading_id
        ),
        "lists": select(Snapshot.sha256, Snapshot.kind, Snapshot.rows, Snapshot.refused),
        "findings": select(FindingRow.key, FindingRow.label, FindingRow.current),
    }
    with engine.connect() as connection:
        found = {
            name: sorted(map(str, connection.execute(query).all())) for name, query in asked.items()
        }
    engine.dispose()
    return found


@pytest.fixture
def undisturbed(site: Site, tmp_path: Path) -> dict[str, Any]:
    home = _home(tmp_path / "calm", site.url)
    done = _run(_command(home))
    assert done.returncode == 0, done.stderr + done.stdout
    kept = _kept(home)
    assert len(kept["captures"]) == len(DAYS)
    assert len(kept["motions"]) >= len(DAYS)
    assert kept["findings"]
    return kept


def _strike(site: Site, path: str, how: Callable[[int], None]) -> Callable[[list[str]], int]:
    """Start a run; when the site is asked for ``path``, do something to the run's process."""
    started: dict[str, subprocess.Popen[bytes]] = {}
    reply = site.pages[path]

    def before() -> None:
        reply.before = None
        how(started["run"].pid)

    def go(argv: list[str]) -> int:
        reply.before = before
        with (Path(os.devnull)).open("wb") as nowhere:
            started["run"] = subprocess.Popen(argv, stdout=nowhere, stderr=nowhere)
            return started["run"].wait(100)

    return go


def _kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def _interrupt(pid: int) -> None:
    os.kill(pid, signal.SIGINT)


def _whole(home: Path) -> None:
    """The database is sound and every blob it names is there."""
    from store.archive import Archive

    engine = open_engine(sqlite_url(home / "offagenda.db"))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        assert not connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    assert verify(engine, Archive(home / "archive")).ok
    engine.dispose()


@pytest.mark.parametrize("at", ["/minutes/", f"/minutes/{DAYS[3]:%Y-%m-%d}-minutes.pdf", "/287g"])
def test_kill_9_and_run_again_ends_like_an_undisturbed_run(
    site: Site, tmp_path: Path, undisturbed: dict[str, Any], at: str
) -> None:
    home = _home(tmp_path / "killed", site.url)
    assert _strike(site, at, _kill)(_command(home)) == -signal.SIGKILL
    _whole(home)
    assert _run(_command(home)).returncode == 0
    assert _kept(home) == undisturbed


def test_ctrl_c_ends_in_130_and_keeps_what_was_read(
    site: Site, tmp_path: Path, undisturbed: dict[str, Any]
) -> None:
    home = _home(tmp_path / "stopped", site.url)
    last = f"/minutes/{DAYS[0]:%Y-%m-%d}-minutes.pdf"
    assert _strike(site, last, _interrupt)(_command(home)) == 130
    _whole(home)
    assert _run(_command(home)).returncode == 0
    assert _kept(home) == undisturbed


_LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.argv = ["offagenda", *sys.argv[2:]]
from jobs.cli import main
main()
"""


@pytest.mark.parametrize("kilobytes", [600, 60])
def test_a_full_disk_is_told_and_costs_only_the_work_in_flight(
    site: Site, tmp_path: Path, undisturbed: dict[str, Any], kilobytes: int
) -> None:
    """600: a document does not fit. 60: not even the database's log does."""
    home = _home(tmp_path / "full", site.url)
    big = f"/minutes/{DAYS[2]:%Y-%m-%d}-minutes.pdf"
    plain = site.pages[big].body
    site.pages[big].body = plain + b"\n%" + b"x" * 700_000
    argv = [sys.executable, "-P", "-c", _LIMITED, str(kilobytes * 1024), *_command(home)[4:]]
    done = _run(argv)
    assert done.returncode in (1, 3), done.stderr
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    told = (done.stderr + done.stdout).lower()
    assert "disk" in told or "space" in told or "too large" in told
    _whole(home)
    site.pages[big].body = plain
    assert _run(_command(home, "2026-07-07T11:00:00+00:00")).returncode == 0
    after = _kept(home)
    for kept in ("documents", "captures", "readings", "motions", "lists"):
        assert after[kept] == undisturbed[kept]


def test_without_network_the_run_goes_on_and_says_what_was_not_read(
    site: Site, tmp_path: Path
) -> None:
    home = _home(tmp_path / "offline", site.url)
    assert _run(_command(home)).returncode == 0
    before = _kept(home)
    with serving() as gone:
        closed = gone.url
    for name in ("offagenda.toml", "packs/alder.toml"):
        file = home / name
        file.write_text(file.read_text().replace(site.url, closed))
    done = _run(_command(home, "2026-07-08T11:00:00+00:00"))
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    assert "unreachable" in done.stdout
    after = _kept(home)
    assert {k: after[k] for k in ("captures", "readings", "lists")} == {
        k: before[k] for k in ("captures", "readings", "lists")
    }


def test_a_second_run_with_nothing_new_downloads_no_body_and_changes_no_finding(
    site: Site, tmp_path: Path
) -> None:
    home = _home(tmp_path / "calm", site.url)
    assert _run(_command(home)).returncode == 0
    before, asked = _kept(home), len(site.log)
    done = _run(_command(home, "2026-07-07T11:00:00+00:00"))
    assert done.returncode == 0, done.stderr
    assert _kept(home) == before
    again = [a for a in site.log[asked:] if a.path.endswith((".pdf", ".xlsx"))]
    assert all("If-None-Match" in a.headers for a in again)
