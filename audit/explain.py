"""A finding's story laid out for reading: as text of a fixed width, or as JSON.

Owns the layout. What is told is `story`'s.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from audit.story import Section, story

WIDTH = 100


def explain(finding: Mapping[str, Any], width: int = WIDTH) -> str:
    """The story of one finding (`Finding.as_json`, with or without its id), wrapped at a width."""
    return "\n".join(_lines(finding, width))


def explain_json(finding: Mapping[str, Any]) -> dict[str, Any]:
    """The same story as data: the head of the finding, and its sections with their sentences."""
    head = ("id", "key", "agency", "state", "model", "label", "entered", "ended", "confidence")
    return {
        **{name: finding.get(name) for name in head},
        "wording": finding["wording"],
        "sections": [section.as_json() for section in story(finding)],
    }


def _lines(finding: Mapping[str, Any], width: int) -> Iterator[str]:
    model = f", {finding['model']}" if finding.get("model") else ""
    yield from _wrapped(f"{finding['agency']} ({finding['state']}{model})", width, "")
    if finding.get("id"):
        yield f"finding {finding['id']}"
    for section in story(finding):
        yield ""
        yield section.title
        yield from _section(section, width)


def _section(section: Section, width: int) -> Iterator[str]:
    for line in section.lines:
        under = line.startswith("- ")
        yield from _wrapped(line.removeprefix("- "), width, "    " if under else "  ")


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    """A sentence on lines of its own; addresses and hashes are never broken."""
    hanging = indent + "  " if indent else ""
    return textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=hanging,
        break_long_words=False, break_on_hyphens=False,
    ) or [indent]  # fmt: skip
