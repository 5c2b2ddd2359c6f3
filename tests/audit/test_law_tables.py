"""Every row of the tables that the rules were made from, beside the rules that ship."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from audit.law.policies import overlays, told
from audit.law.rules import law_of
from audit.matching.answers import VOTE_EXPECTATION
from scripts.law_from_table import _SUPPLEMENT, _TOPICS, _measure
from tests.real import REAL, needs_real

pytestmark = needs_real
_STANCES = {"mandates": "STATE_MANDATE", "encourages": "STATE_PROTECTS",
            "restricts": "STATE_RESTRICTS", "forbids": "STATE_FORBIDS"}  # fmt: skip


def table(name: str) -> list[dict[str, str]]:
    assert REAL is not None
    path = REAL.parent / "reference" / name
    if not path.is_file():
        pytest.skip(f"no {name} beside the real publications")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_state_is_there_with_its_source_and_confidence() -> None:
    rows = table("open_meetings_laws.tsv")
    assert len(rows) >= 28
    for row in rows:
        law = law_of(row["state"])
        assert law is not None, row["state"]
        assert (law.statute, law.citation) == (row["statute"], row["citation"])
        assert (law.source, law.confidence) == (row["source"], row["confidence"])
        assert law.note == row["verified_note"]


def test_every_cell_is_a_rule_of_that_value_and_mark_and_no_blank_one_is() -> None:
    extra = _SUPPLEMENT.read_text("utf-8")
    for cell in table("open_meetings_laws_cells.tsv"):
        law, topic = law_of(cell["state"]), _TOPICS[cell["column"]]
        assert law is not None
        rules = [rule for rule in law.rules if rule.topic == topic]
        where = f"{cell['state']} {topic}"
        if not (cell["value"] and cell["mark"]):
            assert not rules or f"[[{cell['state']}]]" in extra, where
            continue
        wanted = _measure(cell["state"], topic, cell["value"])
        found = [r for r in rules if (r.value, r.unit) == wanted and r.mark == cell["mark"]]
        assert found, f"{where}: {cell['value']} {cell['mark']}"
        # The rule in force today is the table's.
        assert any(r.effective_to is None for r in found), where


def test_every_policy_is_laid_over_or_told() -> None:
    rows = table("287g_state_policy.tsv")
    assert len(rows) >= 27
    for row in rows:
        state, late = row["state"], date(2027, 1, 1)
        laid = {o for who in VOTE_EXPECTATION for o in overlays(state, who, late)}
        only = told(state)
        assert bool(laid) != bool(only), state
        if only:
            (one,) = only
            assert (one.stance, one.confidence) == (row["stance"], row["confidence"]), state
            continue
        (overlay,) = laid
        assert overlay.code == _STANCES[row["stance"]], state
        assert overlay.confidence == row["confidence"], state
        assert row["confidence"] in ("high", "medium"), state
        if row["effective_date"]:
            assert overlay.effective_from is not None
            assert overlay.effective_from.isoformat().startswith(row["effective_date"]), state
            # Where only the year was seen, its first day stands, and that is said.
            assert bool(overlay.doubt) == (len(row["effective_date"]) < 10) or state == "MD"
        else:
            assert overlay.doubt, state
