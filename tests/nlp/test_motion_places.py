"""Where clerks put the proposal, the mover and the fate of a motion: products of wordings."""

from __future__ import annotations

import itertools

import pytest

from nlp.people import surname
from nlp.reading import Reading, read

TOP = """TOWN OF EXAMPLETON
COUNCIL MEETING MINUTES
July 14, 2026 - Regular Meeting

The meeting was called to order at 7:00 p.m. by Mayor Odell.
PRESENT: Odell, Brandt, Reyes, Ito, Kern, Lund, Vance
ABSENT: None

"""
PROPOSALS = (("approve the lease", "adopt"), ("table the lease", "postpone"),
             ("deny the permit", "reject"), ("end the agreement with ICE", "end"))  # fmt: skip


def _read(words: str) -> Reading:
    return read(f"{TOP}{words}\n".encode(), name="minutes.txt")


# The proposal stands before the words that say who moved it.
BEFORE = (
    "{What}. Motion: Brandt. Second: Ito. {how}",
    "{What}. Moved by Brandt, seconded by Ito. {how}",
    "To {what}.\nMoved Brandt / Seconded Ito / {how}",
    "To {what}.\nMoved by Brandt, seconded by Ito. {how}",
    "Action: {What} (Brandt / Ito) {how}",
    "4. {What} (Brandt/Ito) - {how}",
    "{What}. M: Brandt S: Ito. {how}",
    "{What}. M - Brandt, S - Ito. {how}",
    "MOTION: to {what}. Mr. Brandt; second Ms. Ito. {how}",
    "Mr. Brandt offered the following motion, seconded by Ms. Ito: that we {what}. {how}",
    'Mr. Brandt said, "I move that we {what}." Ms. Ito seconded. {how}',
)
HOW = (
    ("Motion carried 4-3.", "passed", 4, 3),
    ("Failed 3-4.", "failed", 3, 4),
    ("A: 5 N: 2", "passed", 5, 2),
    ("Ayes 3, Nays 4. Motion lost.", "failed", 3, 4),
)


@pytest.mark.parametrize("place", BEFORE)
@pytest.mark.parametrize(("what", "way"), PROPOSALS)
def test_the_proposal_is_found_before_or_behind_the_mover(place: str, what: str, way: str) -> None:
    for how, result, ayes, nays in HOW:
        (one,) = _read(place.format(what=what, What=what[0].upper() + what[1:], how=how)).motions
        told = (one.mover, one.seconder, one.result, one.ayes, one.nays, one.direction)
        assert told == ("Brandt", "Ito", result, ayes, nays, way), how
        assert what.split()[-1] in one.quote


HEADS = (("Item", "Moved", "Second", "Vote", "Result"), ("Subject", "M", "S", "Vote", "Outcome"),
         ("Topic", "Motion by", "2nd by", "Tally", "Action"))  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("sign", ["\t", " | ", "spaces"])
def test_a_table_of_motions_is_read_row_by_row(head: tuple[str, ...], sign: str) -> None:
    rows = [
        head,
        ("Approve the minutes", "Brandt", "Ito", "7-0", "Carried"),
        ("Table the lease", "Kern", "Lund", "3-4", "Lost"),
        ("End the agreement with ICE", "Lund", "none", "-", "Died"),
    ]
    if sign == "spaces":
        table = "\n".join("".join(cell.ljust(32) for cell in row).rstrip() for row in rows)
    else:
        table = "\n".join(sign.join(row) for row in rows)
    told = [(m.mover, m.seconder, m.result, m.ayes, m.nays, m.direction)
            for m in _read(table).motions]  # fmt: skip
    assert told == [
        ("Brandt", "Ito", "passed", 7, 0, "adopt"),
        ("Kern", "Lund", "failed", 3, 4, "postpone"),
        ("Lund", None, "no_second", None, None, "end"),
    ]


FATES = {
    "failed": ("Motion lost.", "The motion did not carry.", "It was not adopted.", "Did not pass.",
               "The motion was voted down.", "The motion was rejected.", "Defeated.",
               "Tie, so it did not pass.", "The Mayor declared the motion lost.",
               "The motion failed to receive a majority.", "Lost for want of four votes."),
    "no_second": ("Nobody seconded.", "No second was offered.", "There being no second, it died.",
                  "The motion was not seconded and accordingly fell.", "Not se-\nconded.",
                  "Nobody having seconded it, it was not put.", "It died for want of a seconder.",
                  "The Chair waited for a second; none came."),
    "withdrawn": ("Brandt then dropped his motion.", "Motion pulled by Brandt.", "Withdrawn.",
                  "Brandt took his motion back.", "Brandt rescinded his motion.",
                  "The motion was by leave of the Council withdrawn.", "Brandt then withdrew."),
    "tabled": ("The item was laid on the table.", "Tabled to August 11.",
               "The matter was held over."),
}  # fmt: skip
MOVED = ("Brandt moved to approve the lease. {fate}",
         "Motion by Brandt to approve the lease. {fate}",
         "It was moved by Mr. Brandt that the lease be approved. {fate}")  # fmt: skip


@pytest.mark.parametrize(
    ("result", "fate"), [(result, fate) for result, fates in FATES.items() for fate in fates]
)
def test_a_motion_that_did_not_pass_is_told_by_its_own_words(result: str, fate: str) -> None:
    shown = f"\n{fate}" if result == "tabled" and fate[0] == "T" and "item" not in fate else fate
    for place in MOVED:
        (one,) = _read(place.format(fate=shown)).motions
        assert (one.mover, one.result) == ("Brandt", result)


ELSEWHERE = (
    "It was rejected by the state for lack of papers.", "The pumps failed and were replaced.",
    "Mr. Poe recalled that the motion in May was long.",
    "He lost his dog. The grant was not funded.",
    "A notice from the insurer passed its date.", "Mrs. Poe withdrew from the committee.",
)  # fmt: skip


@pytest.mark.parametrize(("place", "words"), list(itertools.product(MOVED, ELSEWHERE)))
def test_words_about_other_things_are_no_fate(place: str, words: str) -> None:
    (one,) = _read(place.format(fate=words)).motions
    assert one.result == "unknown"


NOBODYS = (
    "Nobody made a motion.",
    "Vote counting (North/South) is done by the county.",
    "Ms. Poe spoke of traffic. The trail (Elm/Oak) was flooded.",
    "Item  Subject  M  S\nThe heads above are a key.",
)


@pytest.mark.parametrize("words", NOBODYS)
def test_pairs_and_heads_without_a_vote_are_no_motion(words: str) -> None:
    assert _read(words).motions == ()


def test_a_record_of_resolutions_holds_motions_and_a_single_resolution_none() -> None:
    one = (
        "Resolution #26-{n}\nMoved by: A. Brandt\nSeconded by: C. Ito\n"
        "BE IT RESOLVED that lot {n} be sold.\nCarried\n\n"
    )
    many = "".join(one.format(n=n) for n in range(1, 5))
    head = "TOWN OF EXAMPLETON\nFebruary 10, 2026\n\n"
    record = read(f"{head}{many}".encode(), name="record.txt")
    told = [(surname(m.mover or ""), surname(m.seconder or ""), m.result) for m in record.motions]
    assert told == [("brandt", "ito", "passed")] * 4
    single = read(one.format(n=1).encode(), name="resolution.txt")
    assert single.kind != "resolution" or single.motions == ()
