"""Texts of resolutions and minutes that a reader hands over, by the documented commands."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.audit.ledger.make import book
from tests.jobs.running import Done, offagenda

pytestmark = pytest.mark.timeout(300)

BODY = "pa-owlford-borough-council"
NOW = "2026-06-01T12:00:00+00:00"
PACK = f"""
[[body]]
id = "{BODY}"
name = "Owlford Borough Council"
kind = "borough_council"
place = {{ name = "Owlford", kind = "borough", county = "Owl", state = "PA", geoid = "4299999" }}
timezone = "America/New_York"
cadence = "second Monday 19:00"
answers_for = ["Owlford Borough Police Department"]
"""
TEXT = """BOROUGH OF OWLFORD

RESOLUTION NO. 2026-04

A RESOLUTION OF THE BOROUGH COUNCIL OF THE BOROUGH OF OWLFORD AUTHORIZING A MEMORANDUM OF
AGREEMENT WITH U.S. IMMIGRATION AND CUSTOMS ENFORCEMENT UNDER SECTION 287(G)

WHEREAS, the Borough maintains a police department;

NOW, THEREFORE, BE IT RESOLVED that the agreement is approved, and the Chief of Police is hereby
authorized to sign it.

{clause}

ATTEST:

{hands}
Secretary                        President of Council
"""
WHOLE = TEXT.format(
    clause="ADOPTED this 12th day of January, 2026, by a vote of 4 ayes and 3 nays.",
    hands="/s/ Dana Hall                    /s/ Kim Reyes",
)
OPEN = TEXT.format(
    clause="ADOPTED this ____ day of ____________, 2026.",
    hands="__________________               __________________",
)
MINUTES = """OWLFORD BOROUGH COUNCIL
MINUTES OF THE REGULAR MEETING
January 12, 2026

The meeting was called to order at 7:00 p.m. Present: Hall, Ames, Odell, Reyes, Quist.

NEW BUSINESS
Motion by Hall, second by Reyes, to adopt Resolution 2026-04. Motion carried 5-2.

Motion by Hall, second by Ames, to adjourn. Motion carried.
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "watch"
    offagenda("init", folder)
    (folder / "packs" / "owl.toml").write_text(PACK)
    row = [
        "PENNSYLVANIA",
        "Owlford Borough Police Department",
        "Municipality",
        "Owl",
        "Task Force Model",
        datetime(2026, 2, 5, tzinfo=UTC).replace(tzinfo=None),
        "link",
        "",
    ]
    for month in (2, 4):
        listed = tmp_path / f"list{month}.xlsx"
        listed.write_bytes(book([row], saved=datetime(2026, month, 10, 12, tzinfo=UTC)))
        assert run(folder, "ice", "import", listed).returncode == 0
    return folder


def run(home: Path, *args: str | Path) -> Done:
    return offagenda("--home", home, "--now", NOW, *args)


def hand_over(home: Path, kind: str, text: str) -> Any:
    """The one finding after a file was handed over, read and judged."""
    file = home.parent / f"{kind}.txt"
    file.write_text(text)
    where = ("--body", BODY, "--kind", kind, "--date", "2026-01-12")
    for args in (("import", file, *where), ("analyze",), ("audit",)):
        done = run(home, *args)
        assert done.returncode == 0, done.stderr
    (found,) = json.loads(run(home, "findings", "--json").stdout)
    return found


def test_a_signed_text_is_a_vote_until_the_minutes_say_otherwise(home: Path) -> None:
    found = hand_over(home, "resolution", WHOLE)
    assert (found["label"], found["confidence"]) == ("VOTE_BEFORE", "medium")
    assert "PROVISIONAL" in found["overlays"]
    assert found["wording"].endswith("per the text of Resolution 2026-04, p. 1.")
    assert (found["vote"]["ayes"], found["vote"]["nays"]) == (4, 3)
    found = hand_over(home, "minutes", MINUTES)
    assert (found["label"], found["vote"]["ayes"]) == ("VOTE_BEFORE", 5)
    assert "RECORD_CHANGED" in found["overlays"]
    told = " ".join(run(home, "findings", "explain", found["id"]).stdout.split())
    assert "the motion decides Resolution 2026-04; its text (sha256" in told
    assert "the text lets the Chief of Police sign" in told
    assert "give the count as 5-2, the text of Resolution 2026-04" in told
    assert "supplied by a reader" in told
    assert "A look by a person at the papers of 12 January 2026 that contradict" in told
    as_data = json.loads(run(home, "findings", "explain", found["id"], "--json").stdout)
    assert "What would change it" in [section["title"] for section in as_data["sections"]]


def test_a_text_left_open_decides_nothing_and_explains_a_number(home: Path) -> None:
    found = hand_over(home, "resolution", OPEN)
    assert (found["label"], found["vote"]) == ("CANNOT_TELL", None)
    (lead,) = found["record"]["leads"]
    assert "its form was left open" in lead["why"]
    found = hand_over(home, "minutes", MINUTES)
    assert (found["label"], found["confidence"]) == ("VOTE_BEFORE", "medium")
    assert found["record"]["leads"] == []


def test_other_minutes_of_the_same_number_in_another_year_are_another_matter(home: Path) -> None:
    hand_over(home, "resolution", OPEN)
    found = hand_over(home, "minutes", MINUTES.replace("2026-04", "2025-04"))
    assert (found["label"], found["vote"]) == ("CANNOT_TELL", None)
