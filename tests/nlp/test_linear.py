"""Hostile text: the work grows with the text and never with its square.

Four times the text may take ten times the processor's time, as small texts cost little; a
quadratic rule takes sixteen times. What is over the bound is measured again: only a rule is slow
every time.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from nlp.pages.page import Page
from nlp.pipeline import load, run
from nlp.reading import read
from nlp.source import Source

SMALL = 12_500
MEGABYTE = 1_000_000
MOST = 10.0
NOTHING = 0.05
TOP = (
    "Borough Council Minutes March 3, 2026. The meeting was called to order. Motion by Ms. Odell, "
    "seconded by Mr. Brandt. All in favor. Motion carried.\n"
)
PIECES = {
    "spaces": " ",
    "digits": "1",
    "letters": "A",
    "brackets": "(",
    "motion": "motion ",
    "tabs and lines": " \t\n",
    "names": "Ms. Odell, ",
    "capitals": "NEW ROADS AND BRIDGES\n",
    "motion by": "Motion by Ms. Odell to approve ",
    "moved": "Odell moved to ",
    "minutes": "minutes of March 3 and ",
    "votes": "Odell yes, ",
    "ayes": "AYES: Odell, Brandt\n",
    "titles": "Vice Mayor ",
    "agency": "ICE 287(g) agreement ",
    "headings": "3. Item of\n",
    "decisions": "3. Item of roads\nGRANTED\n",
    "decided": "The minutes were approved ",
    "page marks": "Page 1\n\n",
    "stamps": "D\nR\nA\nF\nT\n\n",
    "cut words": "agree-\n",
    "hyphens": "a-",
    "escapes": "\\*",
    "stars": "* ",
    "rules": "--- ",
    "ligatures": "\ufb01",
    "look-alikes": "\u0391b ",
    "form feeds": "\f",
    "numbered pages": "Text\nPage 1 of 9\f",
    "line numbers": "1 word\n",
    "bound minutes": "The meeting adjourned.\n\nMinutes of the Planning Commission\n\n",
    "letters to": "Dear Council,\n\n",
    "resolutions": "RESOLUTION NO. 5\n\nWHEREAS, ICE\n",
}


def minutes(index: int) -> str:
    """A page of a packet, each with matters, motions and a topic of its own."""
    return (
        f"{index % 300}. Resolution 2026-{index} on the roads of ward {index}\n"
        f"Motion by Ms. Odell, seconded by Mr. Brandt, to adopt Resolution 2026-{index} and items "
        "1 through 9. Motion carried 5-2.\n\nMr. Reyes asked about the 287(g) agreement.\n\n"
        f"Motion by Mr. Brandt, second by Ms. Odell, to table the agreement.\nPage {index}\f"
    )


def seconds(text: str) -> float:
    began = time.process_time()
    read(text.encode(), name="minutes.txt")
    return time.process_time() - began


def grows_evenly(made: Callable[[int], str], size: int) -> bool:
    """Whether four times as much takes less than MOST times the time, in one of three trials."""
    seconds(TOP)
    for _ in range(3):
        small = seconds(made(size))
        if seconds(made(4 * size)) < MOST * max(small, NOTHING):
            return True
    return False


@pytest.mark.timeout(120)
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_four_times_the_text(piece: str) -> None:
    assert grows_evenly(lambda size: TOP + piece * (size // len(piece)), SMALL)


@pytest.mark.timeout(120)
def test_four_times_the_pages() -> None:
    assert grows_evenly(lambda pages: TOP + "".join(map(minutes, range(pages))), 60)


@pytest.mark.timeout(120)
def test_many_decisions_before_many_items() -> None:
    assert grows_evenly(lambda n: TOP + "GRANTED\n" * n + "3. Item of roads\n" * n, 600)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", ["spaces", "digits", "letters", "brackets"])
def test_a_megabyte_of(name: str) -> None:
    text = TOP + PIECES[name] * (MEGABYTE // len(PIECES[name]))
    assert read(text.encode(), name="minutes.txt").kind == "minutes"


def test_words_of_one_document_are_not_kept_for_the_next() -> None:
    strings = load().vocab.strings
    run(Source.of([Page(1, "plain", 1.0, f"{TOP} Fiddlestick")]), "minutes.txt")
    held = len(strings)
    for number in range(20):
        words = " ".join(f"{'abcdefghijklmnopqrst'[number]}x{letter}q" for letter in "abcdefgh")
        run(Source.of([Page(1, "plain", 1.0, f"{TOP}{words}")]), "minutes.txt")
    assert len(strings) == held
