"""Re-reading in a real workspace: the least that a change asks for, and nothing lost on the way."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import Session, select

from jobs.clock import Clock
from jobs.context import Context
from jobs.health import report
from jobs.steps.analyze import Analyzed, Task, analyze
from jobs.steps.create import create
from jobs.steps.handed import take
from jobs.steps.registry import load
from jobs.unread import unread
from nlp import versions
from nlp.errors import BadTopic
from nlp.pool import Failure
from nlp.reading import read, reread
from store.engine import session
from store.queries import readings
from store.tables import Flag, Motion, Page, Reading
from tests.nlp import build

NOW = datetime(2026, 7, 6, 11, tzinfo=UTC)
PACK = """
[[body]]
id = "pa-alder-borough-council"
name = "Alder Borough Council"
kind = "borough_council"
place = { name = "Alder", kind = "borough", county = "Butler", state = "PA" }
timezone = "America/New_York"
"""
MINUTES = (
    "Alder Borough Council\nMinutes of the Regular Meeting of March 10, 2026\n\n"
    "Motion by Ms. Odell, seconded by Mr. Brandt, to approve the beekeeping permit. "
    "Roll call: Odell yes, Brandt yes, Reyes no. Motion carried 2-1.\n"
)
AGENDA = "Alder Borough Council\nAgenda\nMarch 10, 2026\n\n1. Call to Order\n2. Bills\n3. Adjourn\n"
FILES = {
    "minutes.pdf": build.pdf([MINUTES.splitlines()]),
    "minutes.docx": build.word([(line, None) for line in MINUTES.splitlines()]),
    "agenda.txt": AGENDA.encode(),
}
BEES = """
id = "bees"
title = "Beekeeping"

[[rule]]
id = "permit"
phrases = ["beekeeping permit"]

[[example]]
text = "to approve the beekeeping permit"
flag = true
relevance = "discussion"

[[example]]
text = "to approve the parking permit"
flag = false
"""


class Machine:
    """A workspace, and a reader in this process that notes what it was asked to do."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.days = 0
        self.asked: list[tuple[str, str]] = []
        self.told: list[str] = []
        self.fails: set[str] = set()
        self.context = self._context()

    def _context(self) -> Context:
        from jobs.workspace import Workspace

        now = NOW.replace(day=NOW.day + self.days)
        made = Context(Workspace(self.home), Clock(now))
        return replace(made, tell=lambda what, _done, _of: self.told.append(what))

    def later(self) -> None:
        """A day goes by, and the settings are read anew."""
        self.context.workspace.engine.dispose()
        self.days += 1
        self.context = self._context()

    def analyze(self) -> Analyzed:
        self.asked.clear()
        self.told.clear()
        return analyze(self.context, lambda tasks: map(self._one, tasks))

    def _one(self, task: Task) -> tuple[Task, Any]:
        from jobs.unread import options

        item, rules_only = task
        self.asked.append((item.name, "rules" if rules_only else "file"))
        if item.name in self.fails:
            return task, Failure("Crash", "the reader ended", final=False)
        chosen = options(self.context.workspace)
        if rules_only:
            assert item.reading is not None
            with session(self.context.workspace.engine) as opened:
                kept = readings.kept(opened, item.reading)
            return task, reread(kept, name=item.name, options=chosen).as_json(texts=True)
        data = self.context.workspace.archive.get(item.sha256)
        return task, read(data, name=item.name, options=chosen).as_json(texts=True)

    def rows(self, table: Any) -> list[Any]:
        with Session(self.context.workspace.engine) as opened:
            return list(opened.exec(select(table).order_by(table.id)).all())


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    """Three documents of one meeting, each in another format, all read."""
    workspace = create(tmp_path / "watch")
    (workspace.packs / "alder.toml").write_text(PACK)
    made = Machine(workspace.home)
    load(made.context)
    for name, data in FILES.items():
        file = tmp_path / name
        file.write_bytes(data)
        kind = name.partition(".")[0]
        take(made.context, file, "pa-alder-borough-council", kind, NOW.date())
    assert made.analyze() == Analyzed(3, ())
    assert made.asked == [(name, "file") for name in FILES]
    made.later()
    yield made
    made.context.workspace.engine.dispose()


def _raise(monkeypatch: pytest.MonkeyPatch, table: str, stage: str) -> None:
    known = getattr(versions, table)
    assert stage in known
    monkeypatch.setattr(versions, table, {**known, stage: f"{known[stage]}-next"})


def test_nothing_new_is_nothing_to_do(machine: Machine) -> None:
    assert machine.analyze() == Analyzed(0, ())
    assert machine.asked == []


@pytest.mark.parametrize(
    ("table", "stage", "asked"),
    [
        ("PAGES", "docx", [("minutes.docx", "file")]),
        ("PAGES", "pdf", [("minutes.pdf", "file")]),
        ("PAGES", "ocr", []),
        ("PAGES", "captions", []),
        ("RULES", "transcripts", []),
        ("RULES", "motions", [("minutes.pdf", "rules"), ("minutes.docx", "rules")]),
        ("RULES", "outline", [(name, "rules") for name in FILES]),
    ],
)
def test_a_change_reads_again_what_it_can_touch(
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    table: str,
    stage: str,
    asked: list[tuple[str, str]],
) -> None:
    _raise(monkeypatch, table, stage)
    done = machine.analyze()
    assert machine.asked == asked
    rules = sum(how == "rules" for _, how in asked)
    assert done == Analyzed(len(asked), (), again=len(asked), rules=rules)
    machine.later()
    assert machine.analyze() == Analyzed(0, ())


def test_the_rules_alone_open_no_file(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in machine.context.workspace.archive.root.iterdir():
        folder.rename(folder.with_name(f"gone-{folder.name}"))
    _raise(monkeypatch, "RULES", "motions")
    assert machine.analyze().read == 2
    assert machine.told == [f"re-reading {n} of 2 (rules only)" for n in (1, 2)]
    texts = [page.text for page in machine.rows(Page)]
    assert len(texts) == 5
    assert texts[3:] == texts[:2]


def test_old_readings_stay_and_only_the_newest_counts(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from audit.record import load as record

    before = machine.rows(Reading)
    _raise(monkeypatch, "RULES", "motions")
    machine.analyze()
    after = machine.rows(Reading)
    assert [r.id for r in before] == [r.id for r in after][:3]
    assert len(after) == 5
    assert len(machine.rows(Motion)) == 4
    with Session(machine.context.workspace.engine) as opened:
        found = record(opened, ["pa-alder-borough-council"])["pa-alder-borough-council"]
    held = [version for document in found.documents for version in document.versions]
    assert len(held) == 3


def test_a_failed_try_leaves_the_old_reading_standing(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    _raise(monkeypatch, "RULES", "motions")
    machine.fails = {"minutes.pdf"}
    done = machine.analyze()
    assert done == Analyzed(1, ("minutes.pdf: the reader ended",), again=1, rules=1)
    assert report(machine.context)["unread"] == {
        "waiting": 0, "unreadable": 0, "reread": {"rules": 1, "pages": 0},
    }  # fmt: skip
    machine.fails = set()
    machine.later()
    machine.analyze()
    assert machine.asked == [("minutes.pdf", "rules")]
    assert all(row.state == "ok" for row in machine.rows(Reading))


def test_a_workspace_of_an_older_program_is_read_whole_once(machine: Machine) -> None:
    with session(machine.context.workspace.engine) as opened:
        opened.execute(update(Reading).values(versions={}, pipeline="2"))
    assert report(machine.context)["unread"]["reread"] == {"rules": 0, "pages": 3}
    assert machine.analyze() == Analyzed(3, (), again=3, rules=0)
    assert machine.told[-1] == "re-reading 3 of 3"
    machine.later()
    assert machine.analyze() == Analyzed(0, ())


def test_a_topic_file_of_the_workspace_is_read_for_and_forgotten_again(machine: Machine) -> None:
    topics = machine.home / "topics"
    topics.mkdir()
    (topics / "bees.toml").write_text(BEES)
    assert machine.analyze().rules == 3
    flags = {(flag.topic, flag.quote.count("beekeeping")) for flag in machine.rows(Flag)}
    assert ("bees", 1) in flags
    machine.later()
    assert machine.analyze() == Analyzed(0, ())
    (topics / "bees.toml").unlink()
    assert machine.analyze().rules == 3
    standing = {row.sha256: row.id for row in machine.rows(Reading)}
    assert not any(flag.reading_id in standing.values() for flag in machine.rows(Flag))


def test_a_broken_topic_file_stops_before_anything_is_read(machine: Machine) -> None:
    topics = machine.home / "topics"
    topics.mkdir()
    (topics / "bees.toml").write_text(BEES.replace("phrases", "phrase"))
    with pytest.raises(BadTopic, match=r"bees\.toml.*'phrase'.*'phrases'"):
        machine.analyze()
    assert machine.asked == []
    assert len(unread(machine.context.workspace)) == 3


_KILLED = """
import os, signal, sys
from nlp import versions
versions.RULES = {**versions.RULES, "outline": "next"}
if sys.argv[1] != "-":
    import jobs.steps.analyze as step
    keep, left = step._keep, [int(sys.argv[1])]
    def killed(*args):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        keep(*args)
    step._keep = killed
sys.argv = ["offagenda", *sys.argv[2:]]
from jobs.cli import main
main()
"""


def test_killed_in_the_middle_nothing_is_lost_and_the_rest_is_read_next(machine: Machine) -> None:
    home = str(machine.home)
    argv = ["--home", home, "--now", "2026-07-08T11:00:00+00:00", "analyze", "--json"]

    def run(left: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-P", "-c", _KILLED, left, *argv],
            capture_output=True, text=True, timeout=100, check=False,
        )  # fmt: skip

    assert run("1").returncode == -signal.SIGKILL
    machine.later()
    assert len(machine.rows(Reading)) == 4
    assert {row.state for row in machine.rows(Reading)} == {"ok"}
    done = run("-")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"read": 2, "unread": []}
    assert len(machine.rows(Reading)) == 6
    assert json.loads(run("-").stdout) == {"read": 0, "unread": []}
