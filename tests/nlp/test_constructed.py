"""The constructed cases hold together: quotes stand in their documents, counts add up.

Owns checks of the labels; how well they are read is a table of `make evaluate`.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.evaluate.constructed.load import SETS, Document, documents, passages

RELEVANCE = {"agreement", "policy", "discussion", "public_comment", "none"}
RESULTS = {"passed", "failed", "tabled", "withdrawn", "unknown"}
METHODS = {"roll_call", "voice", "unanimous", "unknown"}
DIRECTIONS = {"adopt", "reject", "postpone", "end", "other", "any"}
ALL = [document for which in SETS for document in documents(which)]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _each() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("document", ALL, ids=lambda document: document.id)


@_each()
def test_quotes_stand_in_the_document_in_its_order(document: Document) -> None:
    text, at = _flat(document.text), 0
    for motion in document.label["motions"]:
        at = text.find(_flat(motion["quote"]), at)
        assert at >= 0, motion["quote"]
        at += 1
    for item in document.label["ice_items"]:
        assert _flat(item["quote"]) in text, item["quote"]


@_each()
def test_words_of_the_label_guide(document: Document) -> None:
    label = document.label
    assert label["kind"] in {"minutes", "agenda", "transcript"}
    assert label["minutes_status"] in {"draft", "approved", "unknown"}
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", label["meeting_date"])
    assert {item["relevance"] for item in label["ice_items"]} <= RELEVANCE
    for motion in label["motions"]:
        assert motion["result"] in RESULTS
        assert motion["method"] in METHODS
        assert motion["direction"] in DIRECTIONS
        assert 2 <= len(motion["quote"].split()) <= 45, motion["quote"]


@_each()
def test_names_stand_in_the_document(document: Document) -> None:
    label, text = document.label, document.text.lower()
    people = [motion[role] for motion in label["motions"] for role in ("mover", "seconder")]
    for name in [*people, *label["present"], *label["absent"]]:
        assert name is None or name.lower() in text, name


@_each()
def test_counts_add_up(document: Document) -> None:
    """No more votes than members (a mayor may break a tie); a town meeting has no roster."""
    label = document.label
    members = len(label["present"])
    for motion in label["motions"] if members else []:
        cast = sum(motion[side] or 0 for side in ("ayes", "nays", "abstain"))
        assert cast <= members + 1, motion["quote"]
        if motion["method"] == "unanimous":
            assert motion["nays"] == 0, motion["quote"]
        if motion["nays"] and motion["ayes"] is not None and motion["ayes"] <= motion["nays"]:
            assert motion["result"] == "failed", motion["quote"]


def test_ids_and_texts_are_unique() -> None:
    assert len({document.id for document in ALL}) == len(ALL)
    texts = [_flat(p.text) for which in SETS for p in passages(which)]
    assert not [text for text, times in Counter(texts).items() if times > 1]


def test_bodies_stand_in_one_set_only() -> None:
    bodies = [body for which in SETS for body in {one.body for one in documents(which)}]
    assert not [body for body, times in Counter(bodies).items() if times > 1]
