"""What the documents say can be typed, and what can be typed is in the documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from jobs.cli import app

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXT = "\n".join(path.read_text("utf-8") for path in DOCUMENTS)

COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def _options(command: object) -> set[str]:
    return {option for p in command.params for option in (*p.opts, *p.secondary_opts)}  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_in_the_documents(name: str) -> None:
    assert re.search(rf"offagenda (?:--\w+ \S+ )*{name}\b", TEXT), name


def _typed() -> list[str]:
    """Every command line in the documents, without its comment."""
    found = re.findall(r"offagenda ((?:--home \S+ )?[a-z][^`\n#]*)", TEXT)
    return sorted({line.strip() for line in found})


@pytest.mark.parametrize("line", _typed())
def test_every_line_in_the_documents_can_be_typed(line: str) -> None:
    line = re.sub(r"^--home \S+ ", "", line)
    words = line.split()
    if words[0] not in COMMANDS:
        # Prose: "offagenda && cd offagenda" names the folder, not the command.
        assert not words[0].isidentifier() or words[0] in {"is", "reads", "answers"}, line
        return
    command = COMMANDS[words[0]]
    known = _options(command)
    if hasattr(command, "commands") and len(words) > 1 and words[1] in command.commands:
        known = _options(command.commands[words[1]])
    for option in re.findall(r"(?<!\S)--[a-z-]+", line.partition("&&")[0]):
        assert option in known, f"{option} in: {line}"


def test_every_link_between_documents_leads_somewhere() -> None:
    for path in DOCUMENTS:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_every_file_named_in_the_documents_exists() -> None:
    for name in set(
        re.findall(r"`((?:crawler|nlp|store|audit|reports|tests|docs)/[\w./-]+)`", TEXT)
    ):
        assert (ROOT / name).exists(), name
