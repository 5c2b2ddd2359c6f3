"""`offagenda topics`: a topic file is tried before it is used."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from jobs.cli import app
from nlp.errors import BadTopic

PAGE = Path(__file__).resolve().parents[2] / "docs" / "adding-a-topic.md"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (whole,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    made = tmp_path / "plate_readers.toml"
    made.write_text(whole, "utf-8")
    return made


def test_a_sound_file_ends_in_0(file: Path) -> None:
    answer = CliRunner().invoke(app, ["topics", str(file), "--json"])
    assert answer.exit_code == 0
    assert json.loads(answer.stdout) == {"files": [str(file)], "examples": 10, "wrong": []}


def test_an_example_that_does_not_hold_ends_in_1(file: Path) -> None:
    text = file.read_text("utf-8")
    file.write_text(text.replace('relevance = "policy"', 'relevance = "discussion"'), "utf-8")
    answer = CliRunner().invoke(app, ["topics", str(file.parent)])
    assert answer.exit_code == 1
    assert "plate_readers: wanted discussion, found policy (plate_readers)" in answer.stdout
    assert "that do not hold: 1" in answer.stdout


def test_a_broken_file_names_itself_and_the_key(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace("exact =", "exakt ="), "utf-8")
    answer = CliRunner().invoke(app, ["topics", str(file)])
    assert answer.exit_code == 1
    assert isinstance(answer.exception, BadTopic)
    assert f"{file}: rule by-initials: unknown key 'exakt'" in str(answer.exception)
    assert "did you mean 'exact'?" in str(answer.exception)
