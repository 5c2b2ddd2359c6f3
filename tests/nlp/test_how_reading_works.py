"""The page on reading says what is so: its example runs, its table names every component."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nlp.components.spans import GROUPS
from nlp.pipeline import load
from nlp.state import State

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "how-reading-works.md").read_text("utf-8")


def test_the_example_prints_what_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    (printed,) = re.findall(r"It prints `(.*?)`", PAGE)
    exec(compile(code, "how-reading-works.md", "exec"), {})
    assert capsys.readouterr().out.strip() == printed


def test_the_table_names_every_component_in_its_order() -> None:
    assert re.findall(r"^\| `(offagenda_\w+)` \|", PAGE, re.M) == load().pipe_names


def test_every_group_and_every_value_of_the_state_is_told() -> None:
    for group in GROUPS:
        assert f'doc.spans["{group}"]' in PAGE
    told = set(re.findall(r"`(\w+)`", PAGE))
    assert State.__dataclass_fields__.keys() - {"name", "lookup"} <= told
