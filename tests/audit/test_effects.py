"""The table of effects, and what makes a motion unreadable."""

from __future__ import annotations

import pytest

from audit.bodies import ReadFlag
from audit.effects import APPROVES, ENDS, KEEPS, NOTHING, REJECTS, UNCLEAR, effect, effect_of
from tests.audit.build import flag, motion


@pytest.mark.parametrize(
    ("direction", "result", "wanted"),
    [
        ("adopt", "passed", APPROVES),
        ("adopt", "failed", REJECTS),
        ("reject", "passed", REJECTS),
        ("reject", "failed", NOTHING),
        ("end", "passed", ENDS),
        ("end", "failed", KEEPS),
        *[(d, r, NOTHING) for d in ("adopt", "reject", "end", "other")
          for r in ("tabled", "withdrawn", "no_second")],
        *[("postpone", r, NOTHING) for r in ("passed", "failed", "unknown")],
        *[(d, "unknown", UNCLEAR) for d in ("adopt", "reject", "end", "other")],
        ("other", "passed", UNCLEAR),
        ("other", "failed", UNCLEAR),
    ],
)  # fmt: skip
def test_effect_of_direction_and_result(direction: str, result: str, wanted: str) -> None:
    assert effect(direction, result) == wanted


@pytest.mark.parametrize(
    ("flags", "wanted"),
    [
        ([flag("agreement")], APPROVES),
        ([flag("policy")], UNCLEAR),
        ([flag("discussion")], UNCLEAR),
        ([flag("policy"), flag("agreement", start=5)], APPROVES),
        ([flag("agreement", start=9000)], APPROVES),  # the item above it, not the motion's words
        ([flag("policy"), flag("agreement", start=9000)], UNCLEAR),
        ([ReadFlag("ice_other", "agreement", "x", 1, 0, 4)], UNCLEAR),
    ],
)
def test_only_motions_on_an_agreement_approve_one(flags: list[ReadFlag], wanted: str) -> None:
    assert effect_of(motion(), flags)[0] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Motion to adopt a resolution opposing any 287(g) agreement. Carried 5-2.", UNCLEAR),
        ("Motion to adopt an ordinance prohibiting agreements under section 287(g). 7-0.", UNCLEAR),
        ("Motion not to participate in the 287(g) program. Carried.", UNCLEAR),
        ("Motion to approve the 287(g) agreement. Motion carried 4-3, Reyes opposed.", APPROVES),
        ("Motion to approve the 287(g) agreement. Voting against: Reyes. Carried 6-1.", APPROVES),
        ("Motion to adopt Resolution 12 on a limited 287(g) agreement. Brandt against.", APPROVES),
    ],
)  # fmt: skip
def test_adopting_something_against_it_is_not_read_as_approval(text: str, wanted: str) -> None:
    assert effect_of(motion(text=text), [flag()])[0] == wanted
