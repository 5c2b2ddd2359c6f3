"""Scores flags by relevance: what each kind of passage was taken for.

Owns the table over real labels and constructed cases. Errors one by one stand in their own tables.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from nlp.reading import read
from nlp.values import Flag
from tests.evaluate.constructed.load import SETS, documents, passages
from tests.evaluate.nlp import read_labelled, share_in_order, words
from tests.real import REAL

CLASSES = ("agreement", "policy", "discussion", "public_comment", "none")
_SHARE = 0.7
_WORDS = 150
Pairs = Counter[tuple[str, str]]
"""(relevance as labelled, relevance as read; "none" where nothing is flagged)."""


def pairs(labels: Iterable[dict[str, Any]], flags: Sequence[Flag]) -> Pairs:
    """Each labelled passage of one document with the first flag that holds its words."""
    made: Pairs = Counter()
    for label in labels:
        wanted = words(label["quote"])
        held = (
            f.relevance for f in flags if share_in_order(wanted, words(f.quote)[:_WORDS]) >= _SHARE
        )
        made[label["relevance"], next(held, "none")] += 1
    return made


def _real() -> Pairs:
    made: Pairs = Counter()
    if REAL is None:
        return made
    root = REAL / "minutes"
    for label in json.loads((root / "LABELS.json").read_text("utf-8"))["documents"]:
        if not label["ice_items"]:
            continue
        reading = read_labelled(root, label["file"])
        made += pairs(label["ice_items"], reading.flags if reading else ())
    return made


def _constructed(which: str) -> Pairs:
    made: Pairs = Counter()
    for document in documents(which):
        if document.label["ice_items"]:
            flags = read(document.text.encode(), name=f"{document.id}.txt").flags
            made += pairs(document.label["ice_items"], flags)
    return made


def _single(which: str) -> Pairs:
    made: Pairs = Counter()
    for passage in passages(which):
        classes = [f.relevance for f in read(passage.text.encode(), name="passage.txt").flags]
        taken = passage.relevance if passage.relevance in classes else next(iter(classes), "none")
        made[passage.relevance, taken] += 1
    return made


def main() -> None:
    """One table each: labelled class down, class as read across."""
    tables = {"real labels": _real()}
    for which in SETS:
        tables[f"constructed documents, {which}"] = _constructed(which)
        tables[f"constructed passages, {which}"] = _single(which)
    for title, found in tables.items():
        _print(title, found)


def _print(title: str, found: Pairs) -> None:
    print(f"\nflags by relevance: {title}")
    print(f"{'labelled':>16s}" + "".join(f"{name:>16s}" for name in CLASSES))
    for label in CLASSES:
        row = [found[label, taken] for taken in CLASSES]
        if any(row):
            print(f"{label:>16s}" + "".join(f"{count or '-':>16}" for count in row))


if __name__ == "__main__":
    main()
