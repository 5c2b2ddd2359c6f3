"""`offagenda coverage`: the whole table of a body and a window, for a person and for programs."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from jobs.workspace import Workspace
from store.engine import session
from tests.audit import shelf
from tests.audit.build import at, meeting_days
from tests.jobs.test_settle import offagenda

DAYS = meeting_days(date(2025, 3, 1), date(2025, 9, 30))
WINDOW = ("--from", "2025-04-01", "--to", "2025-08-31")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Minutes of seven months: one is gone, one names none before it; one meeting was called off,
    one announced."""
    folder = tmp_path / "watch"
    assert offagenda("init", folder).returncode == 0
    engine = Workspace(folder).engine
    with session(engine) as opened:
        shelf.borough(opened)
        for number, day in enumerate(DAYS):
            if number == 2:
                continue
            before = [str(DAYS[number - 1])] if number not in (0, 5) else []
            after = str(day + timedelta(days=6)) if number == 3 else None
            shelf.paper(opened, "minutes", day, at(day + timedelta(days=20)),
                        approves_minutes_of=before, next_meeting=after)  # fmt: skip
        shelf.paper(opened, "agenda", DAYS[1], at(DAYS[1] - timedelta(days=3)))
        shelf.meeting(opened, DAYS[1] + timedelta(days=9), status="cancelled")
    engine.dispose()
    return folder


def test_a_person_sees_what_is_held_and_what_is_not(home: Path) -> None:
    done = offagenda("--home", home, "coverage", shelf.BODY, *WINDOW)
    assert done.returncode == 0
    head, signals, columns, *rows = done.stdout.splitlines()
    assert head == f"{shelf.BODY}: partial, 7 meetings expected"
    assert signals == "kinds of signal: list, minutes, schedule (a window needs two)"
    assert columns.split()[:4] == ["meeting", "state", "agenda", "minutes"]
    table = {row[:10]: row for row in rows}
    first = table[str(DAYS[1])]
    assert first.split()[1:4] == ["read", "held", "approved"]
    assert "cancelled" in table[str(DAYS[1] + timedelta(days=9))]
    assert "no source lists it; later minutes name it" in table[str(DAYS[2])]
    assert "announced as the next meeting" in table[str(DAYS[3] + timedelta(days=6))]
    assert any(row.startswith("no good look from") for row in rows)


def test_a_program_gets_the_shape_of_the_design(home: Path) -> None:
    done = offagenda("--home", home, "coverage", shelf.BODY, *WINDOW, "--json")
    found = json.loads(done.stdout)
    assert (found["complete"], found["from"], found["to"]) == (False, WINDOW[1], WINDOW[3])
    missing = next(m for m in found["meetings"] if m["date"] == str(DAYS[2]))
    assert missing["state"] == "missing"
    assert len(missing["evidence"]) == 1  # the minutes that name it


def test_an_unknown_body_is_told_where_ids_are(home: Path) -> None:
    done = offagenda("--home", home, "coverage", "pa-nowhere", *WINDOW)
    assert done.returncode == 1
    assert "sources list" in done.stderr
