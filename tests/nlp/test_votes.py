"""The vote grammar on constructed lists: layouts, separators, line shapes."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.people import surname
from nlp.votes import Count, count
from tests.nlp import layouts

N = None
CASES: list[tuple[str, tuple[int | None, int | None, int | None, int | None], str]] = [
    ("All in favor. Motion carried.", (N, 0, N, N), "unanimous"),
    ("ALL IN FAVOR: AYE\nPASSED: 3/0", (3, 0, N, N), "unknown"),
    ("Roll call: Odell yes, Brandt yes, Reyes no. Motion carried 2-1.", (2, 1, N, N), "roll_call"),
    (
        "[AYES: Odell, Vo, Ito, Kern; NOES: None; ABSENT: Bo; ABSTAIN:\nLund, Ro]. CARRIED 4-0-1-2",
        (4, 0, 2, 1),
        "roll_call",
    ),
    ("carried by the following vote:\n\nAYES: Odell, Lund\nNOES: Ito", (2, 1, N, N), "roll_call"),
    ("carried with all members\npresent voting yes.", (N, 0, N, N), "unanimous"),
    ("Ann Odell yea, Bo Brandt yea, and Cy Ito nay", (2, 1, N, N), "roll_call"),
    ("with Commissioners Odell, Ito and\nKern voting aye.", (3, 0, N, N), "roll_call"),
    ("four ayes and one no (Lund)", (4, 1, N, N), "unknown"),
    ("adopted with yea three and nay none.", (3, 0, N, N), "unknown"),
    ("ROLL CALL\nOdell - yes\nIto -Yes\nLund-No\nMotion passed", (2, 1, N, N), "roll_call"),
    ("The motion passed 4-1, with Ms. Reyes voting no.", (4, 1, N, N), "unknown"),
    ("Yes: 7\nNo: 0", (7, 0, N, N), "unknown"),
    ("YEAS: 4 NAYS: 3 ABSENT: 0", (4, 3, N, 0), "unknown"),
    (
        "Final Resolution: Motion Carried\nYes: A. Odell, B. Ito\nNo: C. Lund\nAbstain: D. Poe",
        (2, 1, 1, N),
        "roll_call",
    ),
    ("Vote yes. Motion carried.", (N, N, N, N), "voice"),
    ("The vote was 5 to 2 in favor.", (5, 2, N, N), "unknown"),
    ("Motion approved, Odell and Ito opposed.", (N, 2, N, N), "unknown"),
    ("Roll Call Vote: Mr. Odell, aye; Mrs. Ito, aye; Mr. Lund, nay.", (2, 1, N, N), "roll_call"),
    ("Motion carried unanimously, 7-0.", (7, 0, N, N), "unanimous"),
    ("Mr. Lund abstained. Motion carried 4-0-1.", (4, 0, 1, N), "unknown"),
    ("Adopted by the required 2/3 vote.", (N, N, N, N), "unknown"),
    ("Motion carried 5-0-2.", (5, 0, N, N), "unknown"),
    ("VOTE: 3/0 AYES: Odell, Ito, Kern\nNAYS: none", (3, 0, N, N), "roll_call"),
    ("Voting in favor: Odell, Ito. Opposed: Lund", (2, 1, N, N), "roll_call"),
    (
        "Plan Commission - No report. Adopted March 3-4 at 7:30 under Resolution 2026-14.",
        (N, N, N, N),
        "unknown",
    ),
]


@pytest.mark.parametrize(("block", "numbers", "method"), CASES)
def test_layouts(
    block: str, numbers: tuple[int | None, int | None, int | None, int | None], method: str
) -> None:
    made = count(block)
    assert (made.ayes, made.nays, made.abstain, made.absent) == numbers
    assert made.method == method


def test_names_and_tally_that_disagree_are_a_doubt_and_the_tally_stands() -> None:
    made = count("Roll call: Odell yes, Brandt yes, Reyes no. Motion carried 5-2.")
    assert (made.ayes, made.nays) == (5, 2)
    assert dict(made.votes) == {"Odell": "yes", "Brandt": "yes", "Reyes": "no"}
    assert made.doubts


ROWS: list[tuple[str, tuple[int | None, int | None, int | None, int | None], str]] = [
    ("Motion carried 4-1 (Reyes).", (4, 1, N, N), "unknown"),
    ("Motion carried 6-1 with opposition from Ms. Reyes.", (6, 1, N, N), "unknown"),
    ("Three voted aye (Odell, Ito, Kern) and two voted no (Bo, Ro).", (3, 2, N, N), "roll_call"),
    ("The vote was 112 in favor, 87 opposed.", (112, 87, N, N), "unknown"),
    ("Vote: 5Y/2N.", (5, 2, N, N), "unknown"),
    ("carried five to two", (5, 2, N, N), "unknown"),
    ("approved the minutes of June 9. 7-0.", (7, 0, N, N), "unknown"),
    ("none opposed.", (N, 0, N, N), "unanimous"),
    ("four in favor, none opposed.", (4, 0, N, N), "unknown"),
    ("Yeas: All.", (N, 0, N, N), "unanimous"),
    ("Ayes 3, Nays 3. The President cast his vote: Aye. Ayes 4, Nays 3.", (4, 3, N, N), "unknown"),
    ("tied 3-3. The Mayor voted no to break the tie. Motion failed 3-4.", (3, 4, N, N), "unknown"),
    ("Postponed to 3/16/21.", (N, N, N, N), "unknown"),
    ("Amendment No. 343 and Resolution No. 5-20 were discussed.", (N, N, N, N), "unknown"),
    ("Student Member Ito: Aye. Roll call: Odell aye, Kern nay.", (1, 1, N, N), "roll_call"),
    ("Student preferential vote: Aye. Motion carried 3-1-2.", (3, 1, N, N), "unknown"),
    ("all voted aye except Mr. Kern, who abstained.", (N, N, 1, N), "unknown"),
    ("AYE: ITO, KERN\n\nNAY: LUND\n", (2, 1, N, N), "roll_call"),
    ("Ayes: Odell, Bo\nBrandt, Ito. Nays: Kern.", (3, 1, N, N), "roll_call"),
]  # fmt: skip


@pytest.mark.parametrize(("block", "numbers", "method"), ROWS)
def test_wordings(
    block: str, numbers: tuple[int | None, int | None, int | None, int | None], method: str
) -> None:
    made = count(block)
    assert (made.ayes, made.nays, made.abstain, made.absent) == numbers
    assert made.method == method


PRESENT = ("Ann Odell", "Bo Brandt", "Cy Ito", "Dee Kern", "Ed Lund")


def test_names_without_commas_are_told_apart_by_who_is_present() -> None:
    made = count("Ayes: Odell Brandt Ito\nNays: Kern Lund", present=PRESENT)
    assert (made.ayes, made.nays) == (3, 2)
    assert [name for name, _ in made.votes] == ["Odell", "Brandt", "Ito", "Kern", "Lund"]


def test_all_others_are_counted_only_with_a_roster() -> None:
    words = "Kern and Lund voting nay, all others aye."
    assert count(words, present=PRESENT).ayes == 3
    assert (count(words).ayes, count(words).nays) == (None, 2)


def test_more_votes_than_people_present_are_a_doubt_and_stand() -> None:
    made = count("Motion carried 7-2.", present=PRESENT)
    assert (made.ayes, made.nays) == (7, 2)
    assert made.doubts == ("9 votes are counted, 5 are recorded present",)


def test_a_table_marks_the_mover_and_the_seconder() -> None:
    rows = (
        "          Moved  Second  Aye  Nay",
        "Odell       X             X",
        "Ito              X           X",
    )
    table = "\n".join(rows)
    made = count(table, stored=table)
    assert (made.ayes, made.nays, made.mover, made.seconder) == (1, 1, "Odell", "Ito")


def _agrees(made: Count, wanted: layouts.Vote) -> bool:
    got = {"yes": made.ayes, "no": made.nays, "abstain": made.abstain, "absent": made.absent}
    same = all((got[side] or 0) == number for side, number in wanted.counts.items())
    names = {surname(name): side for name, side in made.votes}
    return same and wanted.names in (None, names)


@pytest.mark.parametrize("kind", layouts.KINDS, ids=lambda kind: str(kind.__name__))
@pytest.mark.parametrize("seed", range(8))
def test_the_product_of_layouts_is_counted(kind: layouts.Kind, seed: int) -> None:
    """Labels x separators x orders x line shapes x titles: 25 draws for each seed."""
    drawn = random.Random(seed)
    made = [kind(drawn) for _ in range(25)]
    wrong = [
        vote.block for vote in made if not _agrees(count(vote.folded, stored=vote.block), vote)
    ]
    assert len(wrong) <= 1, "\n----\n".join(wrong)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="AyesNo Oel.,:;-()[]/\n\t0123&", max_size=300))
def test_any_text_is_counted_without_an_error(text: str) -> None:
    made = count(text)
    assert 0 <= made.start <= max(made.end, made.start)
    assert made.end <= len(text)


def test_a_vote_may_wrap_behind_its_name_and_run_on_into_the_sentence() -> None:
    wrapped = count("Roll call: Odell yes, Brandt yes, Ito\nyes, Reyes no. Motion carried 3-1.")
    assert dict(wrapped.votes) == {"Odell": "yes", "Brandt": "yes", "Ito": "yes", "Reyes": "no"}
    assert not wrapped.doubts
    running = count("Odell second, Odell aye, Brandt aye, Ito aye to approve the minutes.")
    assert (running.ayes, running.nays) == (3, 0)


def test_a_vote_on_one_item_is_none_on_the_whole() -> None:
    told = count(
        "to approve the list, with Reyes voting no on Item 2.1.\n"
        "AYES: Odell, Ito, Reyes\nNOES: None"
    )
    assert (told.ayes, told.nays) == (3, 0)
    assert told.doubts == ("a vote on a part is told beside it: voting no on Item 2.1.",)
