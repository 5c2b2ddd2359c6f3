"""`offagenda read` as its user meets it: in the terminal, in a pipe, as JSON, as a page."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from jobs.cli.shown import show
from nlp.reading import read
from tests.nlp import build

TITLE = ["Alder Borough Council", "Minutes of the Regular Meeting of March 10, 2026", ""]
VOTE = [
    "5. Agreement with U.S. Immigration and Customs Enforcement",
    "Motion by Ms. Odell, seconded by Mr. Brandt, to approve the 287(g) agreement with ICE.",
    "Roll call: Odell yes, Brandt yes, Reyes no. Motion carried 2-1.",
]
TALK = ["The superintendent spoke of the paving of Mill Street, and of leaves."]
MAYBE = [
    "Motion by Ms. Odell, seconded by Mr. Brandt, to approve the agreement with a federal",
    "law enforcement agency. Motion carried 3-0.",
]


def offagenda(*args: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the real command."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "jobs.cli", *map(str, args)],
        capture_output=True, text=True, timeout=100, cwd=cwd, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five pages, the vote on the fourth."""
    path = tmp_path_factory.mktemp("read") / "minutes.pdf"
    path.write_bytes(build.pdf([[*TITLE, *TALK], TALK, TALK, VOTE, TALK]))
    return path


def _found(*lines: str, name: str = "m.txt") -> dict[str, Any]:
    return read("\n".join(lines).encode(), name=name).as_json(texts=True)


def _shown(found: dict[str, Any], *, all_pages: bool = False, **more: Any) -> str:
    out = io.StringIO()
    show(found, Console(file=out, highlight=False, width=100, **more), all_pages=all_pages)
    return out.getvalue()


def test_a_pipe_gets_brackets_with_the_reason_below(minutes: Path) -> None:
    done = offagenda("read", minutes)
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    assert "Minutes of Alder Borough Council, 10 March 2026" in done.stdout
    assert ": Motion by Ms. Odell" in done.stdout
    assert "Motion carried 2-1.]" in done.stdout
    assert "motion passed 2-1" in done.stdout
    assert "moved by Odell, seconded by Brandt" in " ".join(done.stdout.split())
    assert "287(g): agreement" in done.stdout
    assert "rule: 287g/" in done.stdout


def test_a_long_document_opens_where_something_is(minutes: Path) -> None:
    found = read(minutes.read_bytes(), name=minutes.name).as_json(texts=True)
    short = _shown(found)
    assert "— page 4, text layer" in short
    assert "— page 2" not in short
    assert "4 of 5 pages hold no passage and no motion" in short
    assert "--all-pages" in short
    whole = offagenda("read", minutes, "--all-pages").stdout
    assert [f"— page {n}," in whole for n in range(1, 6)] == [True] * 5
    assert "--all-pages" not in whole


def test_a_document_without_finds_is_shown_whole() -> None:
    found = _found(*TITLE, *TALK)
    assert "paving of Mill Street" in _shown(found)


def test_a_terminal_gets_colours_and_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _found(*TITLE, *VOTE)
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = _shown(found, force_terminal=True, color_system="standard")
    assert "\x1b[" in coloured
    assert ": Motion by" not in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    plain = _shown(found, force_terminal=True, color_system="standard")
    assert ": Motion by" in plain
    for colour in range(30, 48):
        assert f"[{colour}m" not in plain
        assert f";{colour}m" not in plain


def test_what_a_document_holds_cannot_command_the_terminal() -> None:
    found = _found(*TITLE, "Motion by \x1b[2J\x9b31m[bold]Odell\x07 \u202egnp.exe", *VOTE)
    for more in ({}, {"force_terminal": True, "color_system": None}):
        text = _shown(found, **more)
        assert not {"\x1b[2J", "\x9b", "\x07", "\u202e"} & {
            text[i : i + 4] for i in range(len(text))
        }
        assert "\x1b[2J" not in text
        assert "\x9b" not in text
        assert "\u202e" not in text
        assert "[bold]Odell" in text


def test_the_json_is_the_design_s_shape_without_texts(minutes: Path) -> None:
    found = json.loads(offagenda("read", minutes, "--json").stdout)
    assert found["file"] == str(minutes)
    assert found["format"] == "pdf"
    assert {"file", "sha256", "kind", "body", "meeting_date", "minutes_status",
            "approves_minutes_of", "pages", "flags", "motions", "attendance", "facts",
            "attachments", "items", "doubts", "possible"} <= found.keys()  # fmt: skip
    for page in found["pages"]:
        assert {"number", "method", "confidence", "chars"} <= page.keys()
        assert not {"text", "words", "why"} & page.keys()
    (motion,) = found["motions"]
    assert (motion["mover"], motion["ayes"], motion["nays"], motion["page"]) == ("Odell", 2, 1, 4)
    assert {"form", "rule", "places", "doubts"} <= motion.keys()
    assert {"section", "doubts", "rule"} <= found["flags"][0].keys()


def test_a_possible_passage_is_no_flag(tmp_path: Path) -> None:
    path = tmp_path / "m.txt"
    path.write_text("\n".join([*TITLE, *MAYBE]))
    found = json.loads(offagenda("read", path, "--json").stdout)
    assert {flag["topic"] for flag in found["possible"]} == {"possible_287g"}
    assert "possible_287g" not in {flag["topic"] for flag in found["flags"]}


def test_the_page_is_whole_in_itself_and_holds_every_page(minutes: Path, tmp_path: Path) -> None:
    out = tmp_path / "read.html"
    done = offagenda("read", minutes, "--html", out)
    assert (done.returncode, done.stdout.strip()) == (0, str(out))
    text = out.read_text()
    assert [f"Page {n} <span>" in text for n in range(1, 6)] == [True] * 5
    assert text.count("<details") == 4
    assert "moved by Odell, seconded by Brandt" in text
    both = offagenda("read", minutes, "--html", out, "--json")
    assert json.loads(both.stdout)["kind"] == "minutes"


def test_what_cannot_be_read_or_written_is_told_in_one_line(tmp_path: Path, minutes: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7\nnothing more")
    out = tmp_path / "out.html"
    done = offagenda("read", bad, "--html", out)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{bad}: ")
    assert not out.exists()
    nowhere = offagenda("read", minutes, "--html", tmp_path / "no" / "folder.html")
    assert nowhere.returncode == 1
    assert "could not be written" in nowhere.stderr
    assert offagenda("read", tmp_path / "gone.pdf").returncode == 2


@pytest.fixture
def watch(tmp_path: Path) -> Path:
    done = offagenda("init", tmp_path / "watch", "--contact", "desk@paper.example")
    assert done.returncode == 0, done.stderr
    return tmp_path / "watch"


BEES = """
id = "bees"
[[rule]]
id = "keeping"
phrases = ["paving of mill street"]
[[example]]
text = "The paving of Mill Street."
flag = true
relevance = "discussion"
[[example]]
text = "The paving of Elm Street."
flag = false
"""


def test_the_topics_of_a_workspace_are_read_for(watch: Path, tmp_path: Path) -> None:
    file = tmp_path / "m.txt"
    file.write_text("\n".join([*TITLE, *TALK]))
    (watch / "topics").mkdir()
    (watch / "topics" / "bees.toml").write_text(BEES)
    args = ("read", file, "--json")
    assert [f["topic"] for f in json.loads(offagenda(*args, cwd=watch).stdout)["flags"]] == ["bees"]
    assert json.loads(offagenda(*args, cwd=tmp_path).stdout)["flags"] == []
    named = offagenda("--home", watch, *args)
    assert json.loads(named.stdout)["flags"]
    (watch / "topics" / "bees.toml").write_text(BEES.replace("phrases", "phrase"))
    broken = offagenda(*args, cwd=watch)
    assert broken.returncode == 1
    assert "bees.toml" in broken.stderr
    assert "'phrases'" in broken.stderr
    assert "Traceback" not in broken.stderr


def test_a_model_that_is_not_installed_is_named(watch: Path, minutes: Path) -> None:
    settings = watch / "offagenda.toml"
    settings.write_text(settings.read_text().replace("[nlp]", '[nlp]\nmodel = "en_no_such_model"'))
    for args in (("read", minutes), ("analyze",)):
        done = offagenda("--home", watch, *args)
        assert done.returncode == 1, args
        assert "en_no_such_model" in done.stderr
        assert "no such package is installed" in done.stderr
        assert "Traceback" not in done.stderr
