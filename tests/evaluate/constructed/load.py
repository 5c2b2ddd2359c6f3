"""Reads the constructed bodies and passages from their TOML files.

Owns the form of those files; `table` judges a reader with them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.evaluate.constructed import forms

SETS = ("dev", "held", "held_d")
_HERE = Path(__file__).resolve().parent
_COUNTS = ("ayes", "nays", "abstain")


@dataclass(frozen=True)
class Document:
    """One constructed document, with the label in the shape of the real labels."""

    id: str
    body: str
    style: str
    text: str
    label: dict[str, Any]
    form: str = "txt"

    def published(self) -> bytes:
        """The file as the body publishes it."""
        return forms.made(self.form, self.text)


@dataclass(frozen=True)
class Passage:
    """One passage about an ICE matter, or one that only looks like it (`relevance` none)."""

    text: str
    relevance: str


def documents(which: str) -> list[Document]:
    """The documents of one set, by body; `which` is one of SETS."""
    made: list[Document] = []
    for path in sorted((_HERE / which).glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        made += [_document(data, entry) for entry in data["document"]]
    return made


def passages(which: str) -> list[Passage]:
    """The single passages of one set; a set may have none."""
    data = tomllib.loads((_HERE / "passages.toml").read_text("utf-8"))
    return [
        Passage(t, relevance) for relevance, texts in data.get(which, {}).items() for t in texts
    ]


def _document(data: dict[str, Any], entry: dict[str, Any]) -> Document:
    label = {
        "body": entry.get("body", data["body"]),
        "kind": entry["kind"],
        "meeting_date": str(entry["meeting_date"]),
        "minutes_status": entry["minutes_status"],
        "present": entry["present"],
        "absent": entry["absent"],
        "complete": True,
        "motions": [_motion(motion) for motion in entry["motions"]],
        "ice_items": entry["ice_items"],
    }
    form = data.get("form", "txt")
    return Document(entry["id"], label["body"], data["style"], entry["text"].lstrip(), label, form)


def _motion(entry: dict[str, Any]) -> dict[str, Any]:
    """What is not written is null; the result is `passed`, the direction `adopt` if unwritten."""
    made = {key: entry.get(key) for key in ("mover", "seconder", *_COUNTS)}
    return {
        "quote": entry["quote"],
        "result": entry.get("result", "passed"),
        "method": entry.get("method", "unknown"),
        "direction": entry.get("direction", "adopt"),
        **made,
    }
