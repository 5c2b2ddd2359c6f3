"""The vote grammar on constructed lists: layouts, separators, line shapes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.votes import count

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


NAMES = st.lists(
    st.sampled_from(["Odell", "Brandt", "Reyes", "Ito", "Kern", "Lund", "Tully", "Page", "Young"]),
    min_size=2,
    max_size=7,
    unique=True,
)


@given(names=NAMES, votes=st.lists(st.booleans(), min_size=7, max_size=7), layout=st.data())
def test_every_layout_of_one_vote_counts_the_same(
    names: list[str], votes: list[bool], layout: st.DataObject
) -> None:
    cast = dict(zip(names, votes, strict=False))
    yes, no = [n for n in cast if cast[n]], [n for n in cast if not cast[n]]
    separator = layout.draw(st.sampled_from([" - ", ": ", " ", "-"]))
    between = layout.draw(st.sampled_from([", ", "\n", "; "]))
    member = between.join(f"{n}{separator}{'yes' if cast[n] else 'no'}" for n in cast)
    listed = f"AYES: {', '.join(yes) or 'None'}\nNOES: {', '.join(no) or 'None'}"
    for block in (f"Roll call vote: {member}.", f"carried by the following vote:\n{listed}\n"):
        made = count(block)
        assert (made.ayes or 0, made.nays or 0) == (len(yes), len(no)), block
