"""`offagenda report audit` on the demo county, checked by hand against its scripted timeline."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from demo.timeline import looks
from jobs.cli import app
from jobs.context import Context
from tests.jobs.county import Watched

pytestmark = pytest.mark.timeout(300)
NOW = looks()[-1].isoformat()


def run(context: Context, *words: str) -> Any:
    home = str(context.workspace.home)
    return CliRunner().invoke(app, ["--home", home, "--now", NOW, "report", "audit", *words])


@pytest.fixture(scope="module")
def county(watched: Watched, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    made = watched.copy(tmp_path_factory.mktemp("audit") / "county")
    yield made
    made.workspace.engine.dispose()


@pytest.fixture(scope="module")
def told(county: Context) -> dict[str, Any]:
    done = run(county, "--state", "PA", "--quarter", "2026Q3", "--json")
    assert done.exit_code == 0, done.output
    return dict(json.loads(done.stdout))


def answer(told: dict[str, Any], body: str, metric: str, case: str) -> dict[str, Any]:
    answers = next(b for b in told["bodies"] if b["body"] == body)["answers"]
    return next(dict(a) for a in answers if (a["metric"], a["case"]) == (metric, case))


def test_three_bodies_of_the_scripted_county(told: dict[str, Any]) -> None:
    # Cresswick: seen on Monday 13 July for Thursday the 16th; its minutes, still a draft, came
    # between the looks of the 20th and the 27th.
    july = ("pa-cresswick-city", "meeting of 2026-07-16")
    assert answer(told, july[0], "L1", july[1])["answer"] == "yes"
    lag = answer(told, july[0], "P1", july[1])
    assert (lag["answer"], lag["low"], lag["high"]) == ("yes", 4, 11)
    assert answer(told, july[0], "P2", july[1])["answer"] == "yes"
    # Lindenquay: its site answers no more from the third week on.
    silent = ("pa-lindenquay-borough", "meeting of 2026-08-11")
    assert answer(told, *_with(silent, "L1"))["answer"] == "cannot_tell"
    assert answer(told, *_with(silent, "L7"))["answer"] == "cannot_tell"
    looked = [a["answer"] for b in told["bodies"] if b["body"] == silent[0] for a in b["answers"]
              if a["metric"] == "X1a"]  # fmt: skip
    assert looked.count("no") > looked.count("yes")
    # Windlass: the ratification of 11 August stood on the agenda of that evening.
    august = ("pa-windlass-township", "meeting of 2026-08-11")
    assert answer(told, *_with(august, "L4"))["answer"] == "yes"
    assert answer(told, *_with(august, "L11"))["answer"] == "yes"


def _with(case: tuple[str, str], metric: str) -> tuple[str, str, str]:
    return case[0], metric, case[1]


def test_the_frame_names_the_body_without_a_source(told: dict[str, Any]) -> None:
    apart = [b["body"] for b in told["bodies"] if not b["monitored"]]
    assert apart == ["pa-yarrowby-borough"]
    assert told["law"]["citation"] == "65 Pa.C.S. 701-716"
    assert told["quarter_over"] is False


def test_the_folder_is_whole_and_its_hashes_are_right(told: dict[str, Any]) -> None:
    folder = Path(told["page"]).parent
    names = {p.name for p in folder.iterdir()}
    assert names >= {"index.html", "metrics.csv", "metrics.json", "scores.csv", "bodies.csv",
                     "codebook.md", "codebook.csv", "SHA256SUMS"}  # fmt: skip
    assert f"{told['sha256']}  index.html" in (folder / "SHA256SUMS").read_text("utf-8")


def test_a_second_run_gives_the_same_bytes(county: Context, told: dict[str, Any]) -> None:
    sums = Path(told["page"]).with_name("SHA256SUMS")
    first = sums.read_bytes()
    again = run(county, "--state", "Pennsylvania", "--quarter", "2026q3")
    assert again.exit_code == 0, again.output
    assert again.stdout.splitlines()[-1] == told["page"]
    assert sums.read_bytes() == first


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--state", "PA", "--quarter", "Q3"], 2, "not a quarter like 2026Q3"),
        (["--state", "Xanadu", "--quarter", "2026Q3"], 2, "is no state"),
        (["--state", "PA"], 2, "--quarter"),
        (["--state", "OH", "--quarter", "2026Q3"], 1, "no body of Ohio is in the loaded packs"),
        (["--state", "PA", "--quarter", "2027Q1"], 1, "begins on 2027-01-01"),
    ],
)
def test_what_cannot_be_audited(context: Context, words: list[str], code: int, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "jobs.cli", "--home", str(context.workspace.home), "--now",
         NOW, "report", "audit", *words],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert said in " ".join(done.stderr.replace("│", " ").split())
    assert "Traceback" not in done.stderr
