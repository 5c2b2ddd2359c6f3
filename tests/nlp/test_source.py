"""The reading copy: whatever is repaired on it, every passage leads back to the stored page."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.offsets import Swap, copy
from nlp.pages.page import Page
from nlp.reading import read
from nlp.source import BREAK, Source

PIECES = st.sampled_from(
    [
        "Motion by Ms. Odell", " to approve ", "the o\ufb03ce", "agree-\nment", "Smith-\nJones",
        "\n", "\n\n", " ", "\f", "\u200b", "\u00ad\n", "\u00a0", "**", "# ", "| a | b |",
        "Page 3 of 9\n",
        "Exampleton Council Minutes\n", "DRAFT\n", "D\nR\nA\nF\nT\n", "\u0391YES", "\ufeff",
        "12 words go on\n",
        "<!-- Page 2 -->", "---\n", "\\-", "é", "’", "\U0001d400", "\u0130",
    ]
)  # fmt: skip
TEXTS = st.lists(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60), max_size=6)


def source(texts: list[str]) -> Source:
    return Source.of([Page(n, "plain", 1.0, text) for n, text in enumerate(texts, 1)])


@settings(max_examples=200, deadline=None)
@given(TEXTS.filter(bool), st.data())
def test_every_span_of_the_copy_stands_on_its_page(texts: list[str], data: st.DataObject) -> None:
    made = source(texts)
    start = data.draw(st.integers(0, len(made.text)))
    end = data.draw(st.integers(start, len(made.text)))
    number, first, last = made.place(start, end)
    assert 0 <= first <= last <= len(texts[number - 1])
    assert texts[number - 1][first:last] == made.quote(start, end)
    printed = made.text[start:end].replace(BREAK, "")
    assert bool(made.quote(start, end)) == bool(printed)


@settings(max_examples=100, deadline=None)
@given(TEXTS.filter(bool))
def test_the_way_back_keeps_order_and_finds_each_kept_character(texts: list[str]) -> None:
    made = source(texts)
    assert made.text.count(BREAK) == len(texts) - 1
    places = [made.place(at, at + 1) for at, sign in enumerate(made.text) if sign != BREAK]
    assert places == sorted(places)
    for at, sign in enumerate(made.text):
        if sign != BREAK:
            page, first, last = made.place(at, at + 1)
            found = made.find(page, first)
            # One ligature of the page stands behind several letters of the copy.
            assert found <= at
            assert made.place(found, found + 1) == (page, first, last)
            kept = texts[page - 1][first:last]
            assert found == at or kept in "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
            assert made.stored(at, at + 1) == kept


@settings(max_examples=200, deadline=None)
@given(st.text("abc", max_size=30), st.data())
def test_a_copy_is_the_text_without_its_cuts(text: str, data: st.DataObject) -> None:
    at = st.integers(0, len(text))
    spans = [tuple(sorted(p)) for p in data.draw(st.lists(st.tuples(at, at), max_size=5))]
    made = copy(text, [(a, b) for a, b in spans])
    kept = [i for i in range(len(text)) if not any(a <= i < b for a, b in spans)]
    assert made.text == "".join(text[i] for i in kept)
    assert [made.opens(n) for n in range(len(kept))] == kept
    assert [made.closes(n + 1) for n in range(len(kept))] == [i + 1 for i in kept]
    assert [made.find(i) for i in kept] == list(range(len(kept)))


def test_a_swap_stands_for_its_characters_as_a_whole() -> None:
    made = copy("a\ufb01b", [(2, 3)], [Swap(1, 2, "fi")])
    assert made.text == "afi"
    assert (made.opens(1), made.opens(2), made.closes(2)) == (1, 1, 2)
    assert made.find(1) == 1
    assert made.pieces(0, 3) == [(0, 1), (1, 2)]


def test_a_source_without_pages_is_empty() -> None:
    assert Source.of([]).text == ""


HEAD = "Exampleton Borough Council\nMinutes of July 14, 2026\n\n"


def test_a_motion_read_whole_over_footer_and_header() -> None:
    talk = [f"Mr. Farrow reported on the roads of ward {n} at some length.\n" for n in range(12)]
    bodies = ["".join(talk)] * 4
    mover = "Motion by Ms. Odell, seconded by Mr. Brandt, to approve the 287(g) memorandum"
    bodies.append("".join(talk) + f"\n{mover}")
    bodies.append(
        "of agreement with Immigration and Customs Enforcement for the police.\n\n"
        "Mr. Reyes asked what it costs.\n\nMr. Tully said that training is free of charge.\n\n"
        "Roll call: Odell yes, Brandt yes, Reyes no. Motion carried 2-1.\n\nNext matter.\n"
    )
    bodies += ["".join(talk)] * 2
    texts = [
        f"{HEAD}{body}\n\nBorough Hall, 1 Main Street\nPage {n} of 8\n"
        for n, body in enumerate(bodies, 1)
    ]
    texts[0] = texts[0].replace(HEAD, f"{HEAD}The meeting was called to order at 7:00 p.m.\n")
    reading = read("\f".join(texts).encode(), name="minutes.txt")
    (motion,) = reading.motions
    assert (motion.page, motion.result, motion.ayes, motion.nays) == (5, "passed", 2, 1)
    assert motion.votes == {"Odell": "yes", "Brandt": "yes", "Reyes": "no"}
    assert motion.quote == mover
    assert texts[4][motion.start : motion.end] == mover
    assert "memorandum of agreement with Immigration" in motion.text
    assert "Borough Hall" not in motion.text
    assert "Minutes of" not in motion.text
    assert motion.topics == ("287g",)
    assert reading.body == "Exampleton Borough Council"
