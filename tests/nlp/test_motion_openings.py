"""Openings, names and tables of motions that other house styles than the first ninety use.

Owns one worked example of each; mover, seconder, result and count are looked at whole.
"""

from __future__ import annotations

import pytest

from nlp.reading import read

TOP = (
    "Alder Borough Council\nMinutes of the Regular Meeting of March 10, 2026\n\n"
    "Present: Odell, Brandt, Ito, Kern, Reyes.\n\n"
)
Told = tuple[str | None, str | None, str, int | None, int | None]
CASES: dict[str, tuple[str, list[Told]]] = {
    "and it was seconded": (
        "Ms. Odell moved, and it was seconded, that the town pay the bill. Carried 40 to 12.",
        [("Odell", None, "passed", 40, 12)],
    ),
    "and X seconded": (
        "Supr. Odell moved, and Supr. Ito seconded, adoption. Ayes 8, Noes 6.",
        [("Odell", "Ito", "passed", 8, 6)],
    ),
    "second X": (
        "Mr. Kern moved, second Mrs. Brandt, to adjourn. All yeas. 8:20.",
        [("Kern", "Brandt", "passed", None, 0)],
    ),
    "they stand approved": (
        "The minutes being mailed, Mr. Kern moved they stand approved, second Ms. Ito. All yeas.",
        [("Kern", "Ito", "passed", None, 0)],
    ),
    "moved, seconded and carried": (
        "It was then moved, seconded and carried (3-1, Kern no) to reject all bids.",
        [(None, None, "passed", 3, 1)],
    ),
    "it was moved and seconded": (
        "After the bids were opened it was moved and seconded to award. The motion failed 2-2.",
        [(None, None, "failed", 2, 2)],
    ),
    "a district between name and verb": (
        (
            "Commissioner Odell, Precinct 2, made the motion to pave; Commissioner Ito gave the "
            "second. All voting for, none against."
        ),
        [("Odell", "Ito", "passed", None, 0)],
    ),
    "made by with a colon": (
        "Motion: to seal the minutes. Made by: Odell. Second: Ito. Vote: 2-1. Motion passes.",
        [("Odell", "Ito", "passed", 2, 1)],
    ),
    "who concurs": (
        (
            "A motion to approve the minutes was put forward by Dr. Odell. Director Ito concurred."
            " Motion carried."
        ),
        [("Odell", "Ito", "passed", None, None)],
    ),
    "places in brackets": (
        "Motion (Cedar - Odell) to buy six cameras. Second (Birch - Ito). Motion carries 3-1.",
        [("Odell", "Ito", "passed", 3, 1)],
    ),
    "a heading's last letter is no initial": (
        "ROAD DISTRICT. Commissioner Odell made the motion to pave; second by Ito. Carried.",
        [("Odell", "Ito", "passed", None, None)],
    ),
    "a member called Chair": (
        "Moved by Member Chair, supported by Member Odell, to deny the use. Yes - all.",
        [("Chair", "Odell", "passed", None, 0)],
    ),
    "St. and Jr. in lists": (
        (
            "Motion by Odell, second by Ito, to pave. AYES: Mr. St. Clair, Mr. Odell, Ms. Ito\n"
            "NAYS: Mr. Kern Jr., Mr. van der Berg\nMotion carried."
        ),
        [("Odell", "Ito", "passed", 3, 2)],
    ),
    "ten is a number": (
        "Motion by Odell, second by Ito, to pave. ten ayes, two nays. Motion carried.",
        [("Odell", "Ito", "passed", 10, 2)],
    ),
    "more votes needed": (
        (
            "Motion by Odell, second by Ito, to suspend the rule. Ayes 4, Nays 2. Five votes being "
            "needed, the motion to suspend was lost."
        ),
        [("Odell", "Ito", "failed", 4, 2)],
    ),
    "dot leaders": (
        (
            "Mr. Kern moved to adopt Bill 29, seconded by Ms. Ito, and failed, the vote being:\n"
            "  FOR ADOPTION: Kern, Ito ................ TOTAL - 2,\n"
            "  AGAINST ADOPTION: Odell, Brandt, Reyes . TOTAL - 3,\n"
            "  EXCUSED & NOT VOTING: Lund ............. TOTAL - 1."
        ),
        [("Kern", "Ito", "failed", 2, 3)],
    ),
    "parts in a grid": (
        (
            'Motion 1: "Buy two boats."\n'
            "          Odell   Brandt  Ito     Kern    Reyes    Lund\n"
            "          Y-S     N       Y-M     A       N        -         Failed 2-2, 1 abstaining"
        ),
        [("Ito", "Odell", "failed", 2, 2)],
    ),
    "a row ends with its line": (
        (
            "No.     Subject                  Mover        Seconder     Vote   Notes\n"
            "R-131   Ice cream licences       Odell        Ito          3-2    Kern, Reyes no\n"
            "R-138   Tax lien, Lot 9          Ito          Kern         2-3    FAILED\n"
            "R-139   Award of tree contract   -            -            -      Withdrawn"
        ),
        [("Odell", "Ito", "passed", 3, 2), ("Ito", "Kern", "failed", 2, 3)],
    ),
    "a substitute between": (
        (
            "Mr. Ito moved adoption of the resolution. Mr. Kern seconded.\n\n"
            "Mr. Reyes offered a substitute motion to refer it. Ms. Odell seconded the substitute "
            "motion, which was defeated by the following vote:\nAYES: Reyes, Odell\n"
            "NAYS: Ito, Kern, Brandt\n\n"
            "The Chairman then called for the vote on the main motion, which carried by the "
            "recorded vote:\nAYES: Ito, Kern, Brandt\nNAYS: Reyes, Odell\n"
        ),
        [("Ito", "Kern", "passed", 3, 2), ("Reyes", "Odell", "failed", 2, 3)],
    ),
    "a divided question": (
        (
            "Ms. Ito moved, and Mr. Kern seconded, adoption of the resolution asking the Sheriff "
            "not to renew and bars all spending on it.\nMr. Reyes called for a division of the "
            "question.\nQuestion on the first part: Ayes 2, Noes 3. Lost."
        ),
        [("Ito", "Kern", "unknown", None, None)],
    ),
}


@pytest.mark.parametrize(("words", "told"), CASES.values(), ids=CASES.keys())
def test_an_opening(words: str, told: list[Told]) -> None:
    found = read(f"{TOP}{words}\n".encode(), name="minutes.txt").motions
    assert [(m.mover, m.seconder, m.result, m.ayes, m.nays) for m in found] == told


@pytest.mark.parametrize(
    "talk",
    [
        "Odell moved the ordinance along at the last meeting; staff has changed section 4.",
        "The motion was put and debated at length.",
        "Mr. Chair, I ask for the floor.",
    ],
)
def test_talk_opens_nothing(talk: str) -> None:
    assert read(f"{TOP}{talk}\n".encode(), name="minutes.txt").motions == ()
