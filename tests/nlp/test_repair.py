"""What the reading copy leaves out, joins and spells otherwise, case by case."""

from __future__ import annotations

import pytest

from nlp.folding import fold
from nlp.pages.page import Page
from nlp.repair import repaired
from nlp.source import BREAK, Source


def copy_of(*texts: str) -> str:
    return Source.of([Page(n, "plain", 1.0, text) for n, text in enumerate(texts, 1)]).text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("the o\ufb03cer \ufb01led the a\ufb00idavit", "the officer filed the affidavit"),
        ("Motion\u200b by\u00ad Ms.\ufeff Odell", "Motion by Ms. Odell"),
        ("agree\u00ad\nment", "agreement"),
        ("the bills\u037e Motion", "the bills; Motion"),
        ("\u00a0Ms.\u202fO\u2019Neil", " Ms. O'Neil"),
        # A Greek and a Cyrillic letter inside Latin words.
        ("\u0391YES: Od\u0435ll", "AYES: Odell"),
        # A whole word of twins, on a page that has no other such letters.
        ("\u0406\u0421\u0415 agents", "ICE agents"),
        ("\u0441\u043e\u043b\u044c is salt", "\u0441\u043e\u043b\u044c is salt"),
        ("\U0001d400\U0001d418\U0001d404\U0001d412: 3, \uff2e\uff2f: 2", "AYES: 3, NO: 2"),
        ("**Motion** by *Odell*", "Motion by Odell"),
        ("## New Business", " New Business"),
        ("1\\. Call \\- to order", "1. Call - to order"),
        ("<!-- Page 2 -->\nNext", "\nNext"),
        ("---\ntitle: x\ndate: 2020-01-01\n---\nMinutes", "Minutes"),
        ("| A | B |\n| --- | --- |\n| c | d |", "  A   B  \n\n  c   d  "),
        ("snake_case __init__ file", "snake_case init file"),
    ],
)  # fmt: skip
def test_characters_and_marks(printed: str, read: str) -> None:
    assert copy_of(printed) == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("an agree-\nment with ICE", "an agreement\nwith ICE"),
        ("the resolu-\ntion was read", "the resolution\nwas read"),
        ("it was sec-\nonded by Lund", "it was seconded\nby Lund"),
        ("IMMIGRA-\nTION AND CUSTOMS", "IMMIGRATION\nAND CUSTOMS"),
        ("a well-\nknown man", "a well-known\nman"),
        ("a part-\ntime job", "a part-time\njob"),
        ("a four-\nyear term, one year of it", "a four-year\nterm, one year of it"),
        ("the agree-\n   ment.\nNext", "the agreement.\nNext"),
        ("Mr. Smith-\nJones seconded", "Mr. Smith-Jones\nseconded"),
        ("Smith-Jones moved; Smith-\nJones voted", "Smith-Jones moved; Smith-Jones\nvoted"),
        ("Year-to-\ndate figures", "Year-to-date\nfigures"),
        ("Resolution 2026-\n14 was read", "Resolution 2026-14\nwas read"),
        ("Motion carried 5-\n2. The next", "Motion carried 5-2. The next"),
        # Dashes and lists, which part what they stand between.
        ("ROLL CALL VOTE-\nOdell yes", "ROLL CALL VOTE-\nOdell yes"),
        ("pages 3-\n4. Adjournment", "pages 3-\n4. Adjournment"),
        ("the vote -\nall ayes", "the vote -\nall ayes"),
        # The document shows how it spells the word.
        ("on-line, on-\nline", "on-line, on-line"),
        ("online, on-\nline", "online, online"),
    ],
)
def test_hyphens_at_line_ends(printed: str, read: str) -> None:
    assert copy_of(printed) == read


def test_a_word_is_not_joined_over_a_page_break() -> None:
    assert copy_of("the agree-", "ment was read") == f"the agree-{BREAK}ment was read"


LINES = [
    "The meeting was called to order at seven", "in the evening by the president, and the",
    "roll was called. Motion by Ms. Odell,", "seconded by Mr. Brandt, to approve the",
    "minutes of the last meeting as they were", "presented. The motion carried.",
    "Mr. Farrow spoke",
    "about the roads of the borough, which are", "in a bad state, and asked for money to",
    "have them repaired before the winter.", "There was no further business, and the",
    "meeting was adjourned at eight.", "The next meeting is held", "in the borough hall",
]  # fmt: skip


def test_line_numbers_down_the_margin_go() -> None:
    numbered = "\n".join(f"{n:>2} {line}" for n, line in enumerate(LINES, 1))
    assert copy_of(numbered) == "\n".join(LINES)
    alone = "\n".join(f"{n}\n{line}" for n, line in enumerate(LINES, 1))
    assert copy_of(alone) == "\n".join(LINES)


def test_the_items_of_a_list_are_no_line_numbers() -> None:
    listed = "\n".join(f"{n} Report of committee {n}" for n in range(1, 20))
    assert copy_of(listed) == listed
    tally = "\n".join(f"{n} people voted" for n in (3, 9, 4, 11, 2, 7, 3, 8, 5, 6, 1, 2, 4))
    assert copy_of(tally) == tally


def test_stamps_go_but_for_the_first() -> None:
    top, body = "DRAFT\nMinutes\n", "Motion by Ms. Odell\nDRAFT\nto adjourn.\n"
    assert copy_of(top + body, "D R A F T\nAll ayes.") == (
        f"DRAFT\nMinutes\nMotion by Ms. Odell\nto adjourn.\n{BREAK}All ayes."
    )
    upright = "D\nR\nA\nF\nT\n"
    assert upright not in copy_of(top, f"Motion by Ms. Odell\n{upright}to adjourn.")


@pytest.mark.parametrize("mark", ["Page 2 of 3", "- 2 -", "2", "Page | 2", "2 | P a g e", "Page 2"])
def test_page_numbers_go(mark: str) -> None:
    pages = [f"Text of page {'abc'[n]}.\n{mark.replace('2', str(n + 1))}" for n in range(3)]
    assert copy_of(*pages) == BREAK.join(f"Text of page {letter}.\n" for letter in "abc")


@pytest.mark.parametrize(
    "line", ["7", "Motion carried.", "All ayes.", "GRANTED", "Absent: Director Page", "None"]
)
def test_lines_that_repeat_a_vote_are_no_running_lines(line: str) -> None:
    pages = [f"{line}\nMatter {'abcd'[n]} was heard.\n{line}" for n in range(4)]
    assert copy_of(*pages) == BREAK.join(pages)


def test_what_heads_the_first_page_and_ends_the_last_stays() -> None:
    pages = [f"TOWN OF EXAMPLETON COUNCIL\nMatter {'abc'[n]}.\nTown Hall" for n in range(3)]
    assert copy_of(*pages) == BREAK.join(
        ["TOWN OF EXAMPLETON COUNCIL\nMatter a.\n", "Matter b.\n", "Matter c.\nTown Hall"]
    )


def test_a_header_of_a_part_of_a_packet_goes() -> None:
    front = [f"Letter {letter} of a resident about roads.\n" for letter in "abcdefgh"]
    part = [f"Planning Commission of Exampleton\nMatter {'abcd'[n]}.\n" for n in range(4)]
    made = copy_of(*front, *part)
    assert "Planning Commission" not in made


def test_two_pages_share_their_outermost_line() -> None:
    assert copy_of("Council Minutes\nMotion by Odell", "Council Minutes\nto adjourn") == (
        f"Council Minutes\nMotion by Odell{BREAK}to adjourn"
    )


def test_a_sentence_runs_on_over_the_page_and_a_paragraph_does_not() -> None:
    assert copy_of("to approve the memorandum\n\n", "\n\nof agreement") == (
        f"to approve the memorandum\n{BREAK}of agreement"
    )
    assert copy_of("Motion carried.\n\n", "\nNext") == f"Motion carried.\n\n{BREAK}\nNext"


def test_repairs_keep_the_length_of_what_they_do_not_leave_out() -> None:
    text = "\u0391\ufb01\t|\uff21"
    assert len(fold(text)) == len(text)
    (page,) = repaired([text])
    assert len(page.text) == len(text)
