"""Direction, outcome, parties and covered items: tables of wordings."""

from __future__ import annotations

import pytest

from nlp.motions.covered import expand, items_named
from nlp.motions.direction import direction
from nlp.motions.outcome import from_count, outcome
from nlp.motions.parties import late_mover, seconder
from nlp.people import bare, names_in, surname


@pytest.mark.parametrize(
    ("proposal", "way"),
    [
        ("to approve Resolution 2026-14 authorizing a memorandum of agreement with ICE", "adopt"),
        ("that the Borough enter into the agreement", "adopt"),
        ("to continue participating in the program", "adopt"),
        ("to approve the agreement, which either party may terminate at any time", "adopt"),
        ("that all bids be and hereby are rejected", "reject"),
        ("that the request to join be and is hereby denied", "reject"),
        ("to vote down the agreement", "reject"),
        ("that the agreement be not approved", "reject"),
        ("to approve the agreement, which was rejected in May", "adopt"),
        ("that the agreement be and hereby is approved", "adopt"),
        ("to let the chief sign the agreement", "adopt"),
        ("to allow the Chief to sign the agreement", "adopt"),
        ("to let the agreement lapse", "end"),
        ("to allow the agreement with ICE to expire on June 30", "end"),
        ("to not renew the 287(g) agreement", "end"),
        ("that the 287(g) agreement not be renewed", "end"),
        ("that the agreement is hereby terminated", "end"),
        ("it was voted to lay the ordinance on the table", "postpone"),
        ("that the bid be held to the March term", "postpone"),
        ("to end the agreement", "end"),
        ("that the agreement be terminated", "end"),
        ("to authorize the solicitor to send notice of termination of the MOA", "end"),
        ("to rescind Resolution 2025-3", "end"),
        ("to withdraw from the 287(g) program", "end"),
        ("to approve a resolution terminating the memorandum of agreement", "end"),
        ("to table", "postpone"),
        ("to table the item until May", "postpone"),
        ("to continue Items 5.1 and 5.3 to the next meeting", "postpone"),
        ("to deny the request", "reject"),
        ("to not enter into the agreement", "reject"),
        ("2-1 to reject the 287(g) agreement", "reject"),
        ("to adopt a resolution opposing participation in the 287(g) program", "reject"),
        ("to deny the motion to terminate the agreement", "other"),
        ("to adjourn", "other"),
        ("to go into executive session", "other"),
        ("to remove from the table", "other"),
        ("", "other"),
    ],
)
def test_direction(proposal: str, way: str) -> None:
    assert direction(proposal) == way


@pytest.mark.parametrize(
    ("block", "result"),
    [
        ("Motion carried.", "passed"),
        ("All were in favor, minutes stand approved.", "passed"),
        ("The motion failed by the following vote:", "failed"),
        ("The motion was defeated 3-4.", "failed"),
        ("The motion died for lack of a second.", "no_second"),
        ("There was no second.", "no_second"),
        ("Ms. Odell withdrew her motion.", "withdrawn"),
        ("Ms. Odell withdrew from the committee.", "unknown"),
        ("The pumps failed and were replaced.", "unknown"),
        ("Mr. Lund passed away in May.", "unknown"),
        ("If the motion passed, taxes would rise.", "unknown"),
        ("The item was tabled.", "tabled"),
        ("No second reading is needed.", "unknown"),
    ],
)
def test_outcome(block: str, result: str) -> None:
    assert outcome(block, None, None).result == result


def test_more_ayes_than_noes_can_still_fail_and_is_a_doubt() -> None:
    told = outcome("The motion failed 3-2, four votes being required.", 3, 2)
    assert told.result == "failed"
    assert told.doubts


def test_a_loose_failed_against_the_count_is_said_of_something_else() -> None:
    block = "Motion to repair what the resolution says about pumps that failed. Odell yes, Ito yes."
    assert outcome(block, 2, 0).result == "unknown"


def test_a_count_without_a_word_is_read_with_a_doubt() -> None:
    assert from_count(4, 3, True).result == "passed"
    assert from_count(3, 3, True).result == "failed"
    assert from_count(4, 3, True).doubts
    assert from_count(None, 0, False).result == "unknown"


@pytest.mark.parametrize(
    ("block", "mover", "second"),
    [
        ("Motion by Mr. Odell, second Frederic.", "Odell", "Frederic"),
        ("Motion by Odell, seconded Ms. Brandt to approve", "Odell", "Brandt"),
        ("Odell made a motion. Brandt seconded the motion.", None, "Brandt"),
        ("to pay was made by Trustee Odell, seconded by Trustee Brandt.", "Odell", "Brandt"),
        ("to adjourn by Trustee Odell and seconded by Clerk Brandt.", "Odell", "Brandt"),
        ("COMMISSIONER ODELL: MOTION\nCOMMISSIONER BRANDT: SECOND", None, "BRANDT"),
        ("1st: Odell 2nd: Brandt", "Odell", "Brandt"),
        ("The second reading was held.", None, None),
    ],
)
def test_parties(block: str, mover: str | None, second: str | None) -> None:
    assert late_mover(block) == mover
    assert seconder(block, mover) == second


@pytest.mark.parametrize(
    ("text", "covered", "left_out"),
    [
        ("to approve items 9, 10, and 11", ("9", "10", "11"), ()),
        ("consent items H-1 through H-4 be approved", ("H-1", "H-2", "H-3", "H-4"), ()),
        ("all but to except items H-7 and H-8", (), ("H-7", "H-8")),
        ("with items 2.1. and 2.3. removed", (), ("2.1", "2.3")),
        ("to add this item a second time", (), ()),
        ("TO APPROVE ITEMS 9 AND 10", ("9", "10"), ()),
    ],
)
def test_covered(text: str, covered: tuple[str, ...], left_out: tuple[str, ...]) -> None:
    assert items_named(text) == (covered, left_out)


def test_a_range_is_filled_in() -> None:
    assert expand("A through D") == ["A", "B", "C", "D"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Vice Mayor Odell", "Odell"),
        ("Council Member Ann van Brandt", "Ann van Brandt"),
        ("MINUTES", None),
        ("Clerk", None),
        ("Director Page", "Page"),
        ("Mr. O'Neil", "O'Neil"),
    ],
)
def test_bare_names(printed: str, name: str | None) -> None:
    assert bare(printed) == name


def test_lists_of_names() -> None:
    assert names_in("Mr. Odell, Ms. Ito\nand Young") == ["Odell", "Ito", "Young"]
    assert names_in("None") == []
    assert surname("Ann B. Odell, Jr.") == "odell"
