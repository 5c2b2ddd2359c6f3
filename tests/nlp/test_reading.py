"""Whole documents: motions, flags and topics with exact spans, across pages and kinds."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.reading import Reading, read
from tests.nlp import build

TOP = """BOROUGH OF EXAMPLETON
COUNCIL MEETING MINUTES
July 14, 2026 - Regular Meeting

The meeting was called to order at 7:00 p.m. by President Odell.

"""
MEMORANDUM = (
    "Motion by Ms. Odell, seconded by Mr. Brandt, to approve Resolution 2026-14 authorizing the "
    "Chief of Police to execute a memorandum of agreement with U.S. Immigration and Customs "
    "Enforcement under Section 287(g). Roll call: Odell yes, Brandt yes, Reyes no, Lund yes, "
    "Tully yes, Vance no, Winter yes. Motion carried 5-2."
)


def minutes(text: str) -> Reading:
    return read((TOP + text).encode(), name="minutes.txt")


def check_spans(reading: Reading) -> None:
    texts = {page.number: page.text for page in reading.pages}
    for one in (*reading.flags, *reading.motions):
        assert texts[one.page][one.start : one.end] == one.quote
    for item in reading.items:
        assert 0 <= item.start <= item.end <= len(texts[item.page])


def test_the_agreement_is_one_motion_with_its_vote() -> None:
    reading = minutes(f"3. Resolution 2026-14\n{MEMORANDUM}\n")
    (motion,) = reading.motions
    assert (motion.mover, motion.seconder) == ("Odell", "Brandt")
    assert (motion.result, motion.direction) == ("passed", "adopt")
    assert (motion.ayes, motion.nays, motion.method) == (5, 2, "roll_call")
    assert motion.votes["Reyes"] == "no"
    assert motion.topics == ("287g",)
    assert motion.items == ("3",)
    assert motion.quote == MEMORANDUM
    assert [(f.topic, f.relevance) for f in reading.flags] == [("287g", "agreement")]
    check_spans(reading)


@pytest.mark.parametrize(
    ("words", "direction", "result", "topics"),
    [
        (
            "Motion by Mr. Vance, seconded by Ms. Reyes, to end the agreement. Motion carried 4-3.",
            "end",
            "passed",
            ("287g",),
        ),
        (
            "Motion by Mr. Vance, seconded by Ms. Reyes, to table. All in favor. Motion carried.",
            "postpone",
            "passed",
            ("287g",),
        ),
        (
            "Mr. Vance moved to approve the agreement; the motion died for lack of a second.",
            "adopt",
            "no_second",
            ("287g",),
        ),
        (
            "Ms. Reyes made a motion to deny. Mr. Lund seconded. The motion failed 3-4.",
            "reject",
            "failed",
            ("287g",),
        ),
        ("Ms. Reyes moved to approve, then withdrew her motion.", "adopt", "withdrawn", ("287g",)),
        # What was moved is not said: the direction is not guessed from the item.
        (
            "Motion by Ms. Reyes, second by Mr. Lund. Motion carried 4-3.",
            "other",
            "passed",
            ("287g",),
        ),
        ("Council voted 4-3 to reject the agreement.", "reject", "passed", ("287g",)),
        (
            "Motion by Ms. Reyes, second by Mr. Lund, to approve the minutes. Motion carried.",
            "adopt",
            "passed",
            (),
        ),
        (
            "Motion by Ms. Reyes, second by Mr. Lund, to adjourn. Motion carried.",
            "other",
            "passed",
            (),
        ),
    ],
)
def test_motions_under_the_item(
    words: str, direction: str, result: str, topics: tuple[str, ...]
) -> None:
    reading = minutes(f"4. Section 287(g) Task Force Model Agreement\n{words}\n\n5. Adjournment\n")
    (motion,) = reading.motions
    assert (motion.direction, motion.result, motion.topics) == (direction, result, topics)
    check_spans(reading)


def test_approving_an_item_that_ends_the_agreement_ends_it() -> None:
    reading = minutes(
        "4. Termination of 287(g) Agreement\nMotion by Ms. Reyes, second by Mr. Lund, to approve. "
        "Motion carried 4-3.\n"
    )
    assert reading.motions[0].direction == "end"


def test_a_paper_named_elsewhere_lends_its_topic() -> None:
    reading = minutes(
        "2. Report\nThe solicitor explained Resolution 2026-9, a 287(g) agreement.\n\n"
        "8. Votes\nMotion by Ms. Reyes, second by Mr. Lund, to adopt Resolution 2026-9. "
        "Motion carried.\n"
    )
    assert reading.motions[0].topics == ("287g",)
    assert reading.motions[0].doubts


def test_another_matter_between_does_not_inherit_the_topic() -> None:
    reading = minutes(
        "POLICE\nChief Dorn reported on the 287(g) agreement. Ms. Ito moved to end the agreement. "
        "Mr. Kern seconded. Motion carried 2-1.\n\nIt was moved by Kern and seconded by Ito"
        " to deny "
        "the request for a sign. Motion carried.\n"
    )
    assert [motion.topics for motion in reading.motions] == [("287g",), ()]


def test_a_consent_range_covers_its_items() -> None:
    reading = minutes(
        "H-1. Warrants\n\nH-2. Memorandum of agreement with ICE under Section 287(g)\n\n"
        "H-3. Personnel\n\nMotion by Ms. Reyes, second by Mr. Lund, that consent items H-1 through "
        "H-3 be approved. Motion carried 7-0.\n"
    )
    (motion,) = reading.motions
    assert motion.items == ("H-1", "H-2", "H-3")
    assert motion.topics == ("287g",)


def test_one_vote_printed_under_each_item_is_one_motion() -> None:
    vote = "Ms. Reyes moved to approve items 9 and 10. Mr. Lund seconded. Motion carried 7-0."
    reading = minutes(f"9. 287(g) security agreement\n{vote}\n\n10. Snow plow\n{vote}\n")
    (motion,) = reading.motions
    assert motion.items == ("9", "10")


def test_the_original_motion_ends_in_the_substitutes_block() -> None:
    reading = minutes(
        "Ms. Reyes made a motion to approve the budget. Mr. Lund seconded the motion.\n\n"
        "Mr. Vance made a substitute motion to wait. Ms. Tully seconded. The motion failed 2-5.\n\n"
        "The original motion carried 5-2.\n"
    )
    assert [(m.mover, m.result, m.ayes) for m in reading.motions] == [
        ("Reyes", "passed", 5),
        ("Vance", "failed", 2),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The Mayor asked for a motion to approve the minutes.",
        "Is there a motion to adjourn?",
        "The motion carried.",
        "The meeting moved to item 5. The family moved to Florida.",
        "A motion to table is not debatable.",
        "The motion detector was replaced and the matter moved forward.",
        "It was agreed by consensus to wait.",
        "At its meeting of May 5, 2026, Council voted to adopt the 287(g) agreement.",
    ],
)
def test_words_that_open_no_motion(words: str) -> None:
    assert minutes(f"{words}\n").motions == ()


def test_drafts_in_an_agenda_are_no_motions() -> None:
    reading = read(
        b"AGENDA\nExampleton Borough Council\nMarch 10, 2026\n1. Call to Order\n"
        b"2. 287(g) agreement. Motion to approve. Moved by ____ Seconded by ____\n",
        name="agenda.txt",
    )
    assert reading.kind == "agenda"
    assert reading.motions == ()
    assert reading.flags[0].relevance == "agreement"


def test_the_section_decides_who_speaks() -> None:
    reading = minutes(
        "PUBLIC COMMENT\nDana Price spoke against the 287(g) agreement.\n\n"
        "NEW BUSINESS\nMr. Lund asked about the 287(g) program.\n"
    )
    assert [flag.relevance for flag in reading.flags] == ["public_comment", "discussion"]


def test_a_motion_over_a_page_break() -> None:
    filler = [f"Line {n} about the road budget of the borough." for n in range(20)]
    one = [
        "Exampleton Council Minutes of July 14, 2026",
        "The meeting was called to order.",
        *filler,
    ]
    one += ["Motion by Ms. Odell, seconded by Mr. Brandt, to approve the 287(g) memorandum"]
    two = [
        "Exampleton Council Minutes of July 14, 2026",
        "of agreement with ICE for the police.",
        "Roll call: Odell yes, Brandt yes, Reyes no. Motion carried 2-1.",
        "Next matter.",
    ]
    three = [
        "Exampleton Council Minutes of July 14, 2026",
        "Page three speaks of the park at length.",
    ]
    reading = read(build.pdf([one, two, three]), name="minutes.pdf")
    (motion,) = reading.motions
    assert motion.page == 1
    assert motion.quote.endswith("287(g) memorandum")
    assert (motion.result, motion.ayes, motion.nays) == ("passed", 2, 1)
    assert "Minutes of July 14" not in motion.text
    assert "memorandum of agreement with ICE" in motion.text
    assert motion.topics == ("287g",)
    check_spans(reading)


def test_names_and_quotes_stand_as_printed() -> None:
    reading = minutes(
        "Motion by Mr. O’Neil, second by Ms. Ito, to pay the bills\u037e Motion carried.\n"
    )
    assert reading.motions[0].mover == "O’Neil"
    assert "\u037e" in reading.motions[0].quote


def test_the_json_shape() -> None:
    shape = minutes(MEMORANDUM).as_json()
    assert set(shape) >= {
        "file",
        "sha256",
        "kind",
        "body",
        "meeting_date",
        "minutes_status",
        "approves_minutes_of",
        "pages",
        "flags",
        "motions",
        "attendance",
        "items",
        "status",
        "meeting_kind",
        "doubts",
    }
    assert set(shape["pages"][0]) >= {"number", "method", "confidence", "chars"}
    assert set(shape["flags"][0]) >= {"topic", "relevance", "quote", "page", "start", "end", "rule"}
    assert set(shape["motions"][0]) >= {
        "quote",
        "text",
        "mover",
        "seconder",
        "result",
        "direction",
        "ayes",
        "nays",
        "abstain",
        "absent",
        "method",
        "votes",
        "items",
        "page",
        "start",
        "end",
        "topics",
        "doubts",
    }
    assert json.loads(json.dumps(shape)) == shape


PIECES = st.sampled_from(
    [
        "Motion by Ms. Odell",
        ", seconded by Mr. Ito",
        " to approve ",
        "the 287(g) agreement",
        ". ",
        "\n",
        "\n\n",
        "\f",
        "Motion carried 4-3.",
        "AYES: Odell, Ito\n",
        "PUBLIC COMMENT\n",
        "3. Item\n",
        "the minutes of March 3 ",
        "\u200b",
        "\u00a0",
        "ICE agents detained people. ",
        "é",
        "’",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_spans_are_exact_whatever_the_text(pieces: list[str]) -> None:
    check_spans(read((TOP + "".join(pieces)).encode(), name="minutes.txt"))
