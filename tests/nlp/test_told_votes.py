"""Votes told as done, pauses, numbers that are no counts, and where an item's topic ends."""

from __future__ import annotations

import pytest

from nlp.reading import Reading, read
from nlp.values import Motion

TOP = """TOWN OF EXAMPLETON
COUNCIL MEETING MINUTES
July 14, 2026 - Regular Meeting

The meeting was called to order at 7:00 p.m. by Mayor Odell.
PRESENT: Odell, Brandt, Reyes, Ito, Kern, Lund, Vance
ABSENT: None

"""
BY = "On motion of Brandt, seconded by Ito, "
VOTED = "Ayes: Brandt, Ito, Kern, Lund. Nays: Reyes."


def _read(words: str) -> Reading:
    return read(f"{TOP}{words}\n".encode(), name="document.txt")


def _one(words: str) -> Motion:
    (one,) = _read(words).motions
    return one


@pytest.mark.parametrize(
    ("words", "way", "result"),
    [
        (f"{BY}the Board denied Special Permit 26-3. {VOTED}", "reject", "passed"),
        (
            ("Upon motion of Brandt, seconded by Ito, and carried by the following vote, the Board "
            f"denied the 287(g) agreement.\n{VOTED}"),
            "reject",
            "passed",
        ),
        (f"{BY}Council rejected the 287(g) agreement by a vote of 5-2.", "reject", "passed"),
        (f"{BY}the request to enter a 287(g) agreement was denied, 5-2.", "reject", "passed"),
        (f"{BY}and unanimously carried, the Board of Supervisors declined it.", "reject", "passed"),
        (f"{BY}the Council, after talk, declined to approve it. {VOTED}", "reject", "passed"),
        (
            ("On a motion by Brandt and a second by Ito, the Commissioners, by a vote of 3-2, "
            "rejected the agreement with ICE."),
            "reject",
            "passed",
        ),
        ("Motion: Brandt. Second: Ito. Council denied the agreement 5-2.", "reject", "passed"),
        (
            ("Motion by Brandt, seconded by Ito, to approve the ICE agreement. Ayes: Brandt, Ito. "
            "Nays: Kern, Lund, Reyes. The 287(g) agreement was denied."),
            "adopt",
            "failed",
        ),
        (
            ("On a motion by Brandt, second by Ito, to approve the lease, the Board denied the "
            "request. Ayes: Brandt, Ito. Nays: Kern, Lund, Reyes."),
            "adopt",
            "failed",
        ),
        (f"{BY}Council approved a lease which was denied. Carried 5-2.", "adopt", "passed"),
        ("Moved by Brandt, seconded by Ito, that the 287(g) agreement be tabled. Carried 5-2.",
         "postpone", "passed"),
        (f"{BY}Council voted four to three to table the 287(g) agreement to the next meeting.",
         "postpone", "passed"),
        ("Council voted by a vote of 4-3 to postpone the 287(g) agreement.", "postpone", "passed"),
        (f"{BY}Council voted five to two to terminate the 287(g) agreement.", "end", "passed"),
        (
            ("Moved by Brandt, seconded by Ito, that the Manager be instructed not to sign any "
                "agreement with ICE. Carried 5-2."),
            "reject",
            "passed",
        ),
    ],
)  # fmt: skip
def test_what_the_body_did_is_what_was_moved(words: str, way: str, result: str) -> None:
    one = _one(words)
    assert (one.direction, one.result) == (way, result)


@pytest.mark.parametrize(
    ("proposal", "way"),
    [
        ("to suspend the Town's participation in the agreement until counsel has reported",
         "postpone"),
        ("to pause participation in the 287(g) program pending legal review", "postpone"),
        ("to suspend the 287(g) agreement for ninety days", "postpone"),
        ("to approve suspending the 287(g) agreement", "other"),
        ("to suspend the 287(g) agreement", "other"),
        ("to suspend the 287(g) agreement and send notice of termination", "end"),
        ("to suspend the rules and adopt the 287(g) agreement", "adopt"),
        ("to suspend the rules", "other"),
        ("to approve the 287(g) agreement, which either party may suspend", "adopt"),
    ],
)  # fmt: skip
def test_a_pause_is_neither_an_end_nor_an_approval(proposal: str, way: str) -> None:
    one = _one(f"Brandt moved {proposal}, seconded by Ito. Motion carried 4-3.")
    assert one.direction == way


@pytest.mark.parametrize(
    "talk",
    [
        "A resident said there is no 287(g) agreement.",
        "The chief said no 287 agreements were signed.",
        "There is no 8 U.S.C. 1357(g) agreement.",
        "No Act 13 money was used. Yes, Route 4 is closed.",
        "Ordinance 4-2 applies.",
        "The bridge on Route 4-2 is closed.",
    ],
)
def test_a_number_of_a_section_paper_or_road_counts_nobody(talk: str) -> None:
    one = _one(f"Motion by Brandt, seconded by Ito, to buy a truck. All in favor. {talk}")
    assert (one.ayes, one.nays, one.votes) == (None, 0, {})


@pytest.mark.parametrize(
    ("vote", "count"),
    [
        ("5 ayes, 0 nays. Carried.", (5, 0)),
        ("to adopt Article 3. Yes 287 No 143. Carried.", (287, 143)),
        ("to adopt the resolution 5 ayes, 2 nays. Carried.", (5, 2)),
    ],
)
def test_counts_stay_counts(vote: str, count: tuple[int, int]) -> None:
    one = _one(f"Motion by Brandt, seconded by Ito, {vote}")
    assert (one.ayes, one.nays) == count


FAILED = "Brandt moved to end the 287(g) agreement with ICE, seconded by Ito. Failed 2-5."


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        (f"a. {FAILED}\n\nb. Rentals. Kern moved to table it, seconded by Lund. Carried 7-0.", ()),
        (
            (
                "7. 287(g) agreement with ICE\nThe chief listed:\n1. cost\n2. risk\n"
                "Kern moved to approve it, seconded by Lund. Carried 5-2."
            ),
            ("287g",),
        ),
        (
            (
                "a. The 287(g) agreement with ICE was read.\n\n"
                "b. Kern moved to approve the agreement, seconded by Lund. Carried 5-2."
            ),
            ("287g",),
        ),
        (
            (
                "Motion to open to the public: Kern, second Lund. All in favor.\n"
                "A resident asked about the 287(g) agreement with ICE."
            ),
            (),
        ),
        (
            (
                "Motion to open the floor to the public on the 287(g) agreement with ICE: Kern, "
                "second Lund. All in favor."
            ),
            ("287g",),
        ),
    ],
)
def test_where_the_topic_of_an_item_ends(words: str, topics: tuple[str, ...]) -> None:
    assert _read(words).motions[-1].topics == topics


TITLE = "A resolution authorizing a Memorandum of Agreement with ICE under Section 287(g)"


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("6. RESOLUTION NO. 2026-31", "2026-31"),
        ("Resolution 31", "31"),
        ("B. Resolution No. 31 - Police Department", "31"),
    ],
)
def test_a_resolution_moved_by_number_has_the_topic_of_its_title(heading: str, number: str) -> None:
    one = _one(
        f"{heading}\n{TITLE}\nChief Hale presented the item. He answered questions.\n"
        f"Brandt made the motion, seconded by Ito, to approve Resolution No. {number}. Carried 4-1."
    )
    assert one.topics[:1] == ("287g",)


def test_a_resolution_of_another_number_has_not() -> None:
    first, second = _read(
        f"5. RESOLUTION NO. 30\nA resolution to buy a truck.\n"
        "Kern moved to approve Resolution No. 30, seconded by Lund. Carried 7-0.\n"
        f"6. RESOLUTION NO. 31\n{TITLE}\n"
        "Kern moved to approve Resolution No. 31, seconded by Lund. Carried 4-3."
    ).motions
    assert (first.topics, second.topics[:1]) == ((), ("287g",))


CONSENT = """EXAMPLE COUNTY COMMISSIONERS
Regular Called Meeting
March 3, 2026 - 6:00 p.m.

MEMBERS PRESENT: Odell, Brandt, Ito, Kern

APPROVAL OF AGENDA
Brandt made a motion to approve the agenda. Ito seconded. Vote 4-0.

CONSENT AGENDA
4(a) Bills
4(b) Memorandum of Agreement with ICE under Section 287(g)
Motion by Kern, second by Ito, to approve the consent agenda. Vote 3-1, Odell opposed.

ADJOURN
Motion by Kern, second by Ito. Vote 4-0.
"""
AHEAD = """EXAMPLE BOROUGH COUNCIL
Regular Meeting
March 3, 2026 - 6:00 p.m.

1. CALL TO ORDER
2. ROLL CALL
3. APPROVAL OF AGENDA
4. CONSENT AGENDA
 a. Bills
 b. Motion to approve the 287(g) agreement
5. NEW BUSINESS
 a. Motion by ____ seconded by ____ to approve the truck.
6. ADJOURN
"""


@pytest.mark.parametrize(
    ("text", "kind", "votes"),
    [(CONSENT, "minutes", [(4, 0), (3, 1), (4, 0)]), (AHEAD, "agenda", [])],
)
def test_a_consent_agenda_makes_no_agenda(
    text: str, kind: str, votes: list[tuple[int, int]]
) -> None:
    reading = read(text.encode(), name="document.txt")
    assert reading.kind == kind
    assert [(one.ayes, one.nays) for one in reading.motions] == votes
