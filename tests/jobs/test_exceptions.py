"""People over the audit's exceptions, the edition they clear, and the log of requests."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from audit.metrics.values import Quarter
from jobs.cli import app
from jobs.clock import Clock
from jobs.context import Context
from jobs.errors import JobError
from jobs.steps.compliance import compliance
from jobs.steps.exceptions import review
from jobs.workspace import Workspace
from tests.jobs.boroughs import NOW, workspace

pytestmark = pytest.mark.timeout(300)
QUARTER = Quarter(2026, 3)
BODY = "pa-fernwick-borough-council"
OFF = f"{BODY}.L4.2026-08-04.meeting-of"
"""The vote on a ladder truck, on no line of the agenda."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return workspace(tmp_path_factory.mktemp("boroughs") / "workspace")


@pytest.fixture
def county(made: Context, tmp_path: Path) -> Iterator[Context]:
    home = tmp_path / "workspace"
    shutil.copytree(made.workspace.home, home)
    own = Context(Workspace(home), Clock(NOW))
    yield own
    own.workspace.engine.dispose()


def run(context: Context, *words: str) -> Any:
    home = str(context.workspace.home)
    return CliRunner().invoke(app, ["--home", home, "--now", NOW.isoformat(), *words])


def told(context: Context, *, public: bool = False) -> dict[str, Any]:
    return compliance(context, "PA", QUARTER, public=public).as_json()


def step(context: Context, exception: str, state: str, who: str) -> None:
    review(context, exception, state, who, "read the pages")


def test_people_read_and_clear_an_exception(county: Context) -> None:
    first = told(county)
    assert OFF in {e["id"] for e in first["exceptions"]}
    assert {e["review"] for e in first["exceptions"]} == {"lead"}
    assert told(county, public=True)["exceptions"] == []
    for state, who in (("read", "Ada Odell"), ("read_twice", "Ben Brandt"),
                       ("reply_requested", "Ada Odell"), ("no_reply", "Ada Odell")):  # fmt: skip
        step(county, OFF, state, who)
    done = run(county, "review", OFF, "--state", "cleared", "--who", "Cy Editor", "--why", "both")
    assert (done.exit_code, done.stdout.strip()) == (0, f"{OFF}: cleared by Cy Editor")
    again = told(county)
    states = {e["id"]: e["review"] for e in again["exceptions"]}
    assert states.pop(OFF) == "cleared"
    assert set(states.values()) == {"lead"}
    page = Path(again["page"])
    rows = csv.DictReader(io.StringIO(page.with_name("exceptions.csv").read_text("utf-8")))
    (row,) = [r for r in rows if r["exception"] == OFF]
    assert (row["first_reader"], row["second_reader"]) == ("Ada Odell", "Ben Brandt")
    assert "Ada Odell" in page.read_text("utf-8")


def test_a_public_edition_tells_cleared_exceptions_and_no_reader(county: Context) -> None:
    for state, who in (("read", "Ada Odell"), ("read_twice", "Ben Brandt"),
                       ("reply_requested", "Ada Odell"), ("no_reply", "Ada Odell"),
                       ("cleared", "Cy Editor")):  # fmt: skip
        step(county, OFF, state, who)
    done = run(county, "report", "audit", "--state", "PA", "--quarter", "2026Q3", "--public",
               "--json")  # fmt: skip
    out = json.loads(done.stdout)
    assert [e["id"] for e in out["exceptions"]] == [OFF]
    folder = Path(out["page"]).parent
    assert folder.name == "audit-PA-2026Q3-public"
    for path in folder.iterdir():
        if path.suffix in (".html", ".csv", ".json", ".md"):
            assert not re.search("Odell yes|Ben Brandt|Ada Odell|Cy Editor", _outside(path)), path


def _outside(path: Path) -> str:
    """A file's words without the passages quoted from minutes."""
    text = path.read_text("utf-8")
    return re.sub(r"(?s)<blockquote.*?</blockquote>|\"quote\": \".*?\"", "", text)


def test_a_public_edition_tells_no_share_beside_what_it_holds_back(county: Context) -> None:
    whole, out = told(county), told(county, public=True)
    metrics = {e["metric"] for e in whole["exceptions"]}
    said = Path(out["page"]).with_name("metrics.csv").read_text("utf-8")
    assert "held back" in said
    for body in out["bodies"]:
        for answer in body["answers"]:
            assert not (answer["answer"] == "no" and answer["metric"] in metrics)
            if "held back" in answer["reason"]:
                assert answer["evidence"] == []
    for score in out["scores"]:
        if score["metric"] in metrics:
            assert score["share"] is None
            assert "held back for readers" in score["withheld"]


def test_ids_are_the_same_in_every_run_and_later(county: Context) -> None:
    first = [e["id"] for e in told(county)["exceptions"]]
    assert len(first) == len(set(first)) >= 6
    step(county, OFF, "read", "Ada Odell")
    later = replace(county, clock=Clock(NOW + timedelta(days=30)))
    again = told(later)["exceptions"]
    assert [e["id"] for e in again] == first
    assert {e["id"]: e["review"] for e in again}[OFF] == "read"


@pytest.mark.parametrize(
    ("state", "said"),
    [("read_twice", "the next step is read or withdrawn"), ("cleared", "not 'cleared'")],
)
def test_no_step_is_skipped(county: Context, state: str, said: str) -> None:
    with pytest.raises(JobError, match=said):
        step(county, OFF, state, "Ada Odell")


def test_one_person_is_not_two_and_a_reader_may_take_it_back(county: Context) -> None:
    step(county, OFF, "read", "Ada Odell")
    with pytest.raises(JobError, match="another person"):
        step(county, OFF, "read_twice", "ada  odell")
    step(county, OFF, "withdrawn", "Ben Brandt")
    assert told(county, public=True)["exceptions"] == []
    with pytest.raises(JobError, match="the next step is nothing"):
        step(county, OFF, "withdrawn", "Ben Brandt")


@pytest.mark.parametrize(
    ("exception", "said"),
    [
        ("pa-nowhere.L4.2026-08-11.meeting-of", "no body 'pa-nowhere' is registered"),
        (f"{BODY}.L4.2026-07-07.meeting-of", "is no exception now"),
        ("a finding", "is no exception's id"),
    ],
)
def test_unknown_exceptions(county: Context, exception: str, said: str) -> None:
    with pytest.raises(JobError, match=said):
        step(county, exception, "read", "Ada Odell")


def request(context: Context, *words: str) -> Any:
    return run(context, "request", BODY, "--meeting", "2026-08-04", "--who", "Ada Odell", *words)


def test_the_log_of_requests_reaches_the_audit(county: Context) -> None:
    assert request(county, "--sent", "2026-08-20").exit_code == 0
    assert "a request waits" in str(request(county, "--sent", "2026-08-21").exception)
    assert "was sent on 2026-08-20" in str(request(county, "--answered", "2026-08-19").exception)
    assert request(county, "--answered", "2026-08-24").exit_code == 0
    body = next(b for b in told(county)["bodies"] if b["body"] == BODY)
    (answer,) = [a for a in body["answers"] if a["metric"] == "P6"]
    assert (answer["answer"], answer["low"], answer["high"]) == ("yes", 4, 4)
    assert answer["evidence"][0]["kind"] == "log"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "give one of --sent and --answered"),
        (("--sent", "soon"), "is not a date"),
        (("--sent", "2031-01-01"), "still to come"),
        (("--answered", "2026-08-24"), "no request waits"),
    ],
)
def test_what_cannot_be_logged(county: Context, words: tuple[str, ...], said: str) -> None:
    done = request(county, *words)
    assert done.exit_code != 0
    assert said in f"{done.output} {done.exception}"
