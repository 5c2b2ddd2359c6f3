"""A statistical model as a second witness for names that no rule finds.

Owns what such a model is asked, and what of its answers is taken: persons beside the very words
that say who moved or seconded. docs/decisions/008 has the figures; by default there is no model.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nlp.errors import NoModel

_NEEDED = ("tok2vec", "transformer", "ner")
_REACH = 30
_BEFORE = {
    "mover": re.compile(r"\b(?:motion(?:\s+\w+){0,3}|moved|mover|offered)\s*(?:by|:)\s*$", re.I),
    "seconder": re.compile(r"\b(?:second(?:ed|er)?|support(?:ed)?)\s*(?:by|:|from)?\s*$", re.I),
}
_AFTER = {
    "mover": re.compile(r"\s*,?\s*(?:moved|motioned|made\s+(?:a|the)\s+motion|offered)\b", re.I),
    "seconder": re.compile(r"\s*,?\s*(?:seconded|supported|gave\s+the\s+second)\b", re.I),
}
ROLES = tuple(_BEFORE)


def check(model: str) -> None:
    """Raises NoModel for a package that is named and cannot be used; "" names none."""
    if model and "ner" not in _pieces(model):
        raise NoModel(f"[nlp] model: {model!r} is no spaCy package with a recognizer of names")


def recognizer(model: str) -> Any:
    """The model's recognizer of names alone, as a spaCy Language. Raises NoModel."""
    check(model)
    import spacy

    return spacy.load(model, exclude=[name for name in _pieces(model) if name not in _NEEDED])


def _pieces(model: str) -> list[str]:
    """The components that a spaCy package says it has."""
    try:
        found = find_spec(model)
    except (ImportError, ValueError):
        found = None
    if found is None:
        raise NoModel(
            f"[nlp] model names {model!r}, and no such package is installed here: install it with "
            'pip in this environment, or set model = "" (reading needs no model)'
        )
    for folder in found.submodule_search_locations or ():
        meta = Path(folder) / "meta.json"
        if meta.is_file():
            return list(json.loads(meta.read_text("utf-8")).get("pipeline", ()))
    return []


def told(role: str, text: str, persons: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """The person (start, end) whom the words beside it make the mover or seconder, if any."""
    for start, end in persons:
        before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
        if _BEFORE[role].search(before) or _AFTER[role].match(after):
            return start, end
    return None
