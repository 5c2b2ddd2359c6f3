"""A reading as marks over its text, and as a page: nothing lost, nothing let through."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.marks import FINDS, LEGEND, Mark, flags, safe, sheets, tally
from reports.reading import page, shown_first, summary, title

TEXT = "Council\nMotion by Odell to sign with ICE.\nCarried 4-3.\nAdjourned at 9.\n"


def found(text: str = TEXT, **more: Any) -> dict[str, Any]:
    """A reading of one page, as `read` gives it with page texts."""
    made: dict[str, Any] = {
        "file": "m.pdf", "sha256": "0" * 64, "kind": "minutes", "body": "ALDER BOROUGH COUNCIL",
        "meeting_date": "2026-03-10", "meeting_kind": "regular", "status": "held",
        "minutes_status": "draft", "approves_minutes_of": ["2026-02-10"],
        "pages": [{"number": 1, "method": "text", "text": text}], "flags": [], "motions": [],
        "possible": [], "attendance": {"present": ["Odell"], "absent": []}, "doubts": [],
    }  # fmt: skip
    return {**made, **more}


def motion(start: int, end: int, **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "page": 1, "start": start, "end": end, "result": "passed", "direction": "adopt", "ayes": 4,
        "nays": 3, "abstain": None, "absent": None, "method": "roll_call", "mover": "Odell",
        "seconder": None, "votes": {}, "items": [], "topics": ["287g"], "doubts": [], "rule": "by",
        "places": {},
    }  # fmt: skip
    return {**made, **more}


def flag(start: int, end: int, **more: Any) -> dict[str, Any]:
    made = {
        "topic": "287g", "relevance": "agreement", "page": 1, "start": start, "end": end,
        "rule": "287g/ice", "section": "new_business", "doubts": ["a doubt"], "quote": "",
    }  # fmt: skip
    return {**made, **more}


class _Tags(HTMLParser):
    """The tags of a page; none may run or lead anywhere but down the page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        held = dict(attrs)
        assert not any(name.startswith("on") for name in held), held
        if tag == "a":
            assert (held.get("href") or "").startswith("#")


_BORDERS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


@given(
    st.text(alphabet=st.sampled_from("ab \n\x1b\u202e<&[]é"), max_size=60),
    st.lists(st.tuples(_BORDERS, st.booleans()), max_size=8),
)
def test_marks_cut_the_text_and_never_change_it(
    text: str, spans: list[tuple[list[int], bool]]
) -> None:
    cut = [(min(a, len(text)), min(b, len(text)), named) for (a, b), named in spans]
    made = found(
        text,
        motions=[motion(a, b) for a, b, named in cut if named],
        items=[{"page": 1, "start": a, "end": b} for a, b, named in cut if not named],
    )
    (sheet,) = sheets(made)
    lines = ["".join(piece.text for piece in line.pieces) for line in sheet.lines]
    assert "\n".join(lines) == safe(text)
    noted = [mark for mark in sheet.marks if mark.number]
    assert len(noted) == sum(named for *_, named in cut)
    for ends in ("begins", "ends"):
        told = [mark.number for line in sheet.lines for mark in getattr(line, ends)]
        assert sorted(told) == [mark.number for mark in noted]
    for line in sheet.lines:
        for piece in line.pieces:
            assert list(piece.kinds) == [kind for kind in LEGEND if kind in piece.kinds]


def test_a_mark_over_two_lines_begins_on_one_and_ends_on_the_other() -> None:
    start = TEXT.index("Motion")
    end = TEXT.index("4-3.") + 4
    (sheet,) = sheets(found(motions=[motion(start, end, places={"count": [1, end - 4, end - 1]})]))
    assert [len(line.begins) for line in sheet.lines] == [0, 1, 0, 0, 0]
    assert [len(line.ends) for line in sheet.lines] == [0, 0, 1, 0, 0]
    kinds = [piece.kinds for piece in sheet.lines[2].pieces]
    assert kinds == [("motion",), ("motion", "vote"), ("motion",)]
    assert sheet.finds


def test_notes_say_what_by_which_rule_and_what_is_doubtful() -> None:
    (sheet,) = sheets(found(motions=[motion(8, 20, doubts=["odd"])], flags=[flag(8, 12)]))
    first, second = (mark for mark in sheet.marks if mark.number)
    assert (first.title, first.doubts) == ("motion passed 4-3", ("odd",))
    assert first.lines == (
        "direction: adopt; method: roll call", "moved by Odell, seconded by ?", "about: 287(g)",
        "rule: by",
    )  # fmt: skip
    assert (second.title, second.kind) == ("287(g): agreement", "agreement")
    assert second.lines == ("in new business", "rule: 287g/ice")


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({}, "4-3"),
        ({"abstain": 1}, "4-3, 1 abstaining"),
        ({"nays": None}, "4-?"),
        ({"ayes": None, "nays": 0}, "none against"),
        ({"ayes": None, "nays": None}, ""),
        ({"ayes": None, "nays": 2}, "?-2"),
    ],
)
def test_counts_are_told_as_far_as_they_are_known(counts: dict[str, Any], told: str) -> None:
    assert tally(motion(0, 1, **counts)) == told


def test_possible_passages_are_marked_apart_from_flags() -> None:
    maybe = flag(0, 3, topic="possible_287g")
    made = found(flags=[flag(8, 12), maybe], possible=[maybe])
    assert flags(made) == [flag(8, 12)]
    (sheet,) = sheets(made)
    assert [mark.kind for mark in sheet.marks] == ["possible", "agreement"]


def test_attachments_run_over_their_pages_with_one_note() -> None:
    part = {"first_page": 1, "first_start": 8, "last_page": 3, "last_end": 2, "kind": "agreement",
            "body": None, "rule": "title"}  # fmt: skip
    pages = [{"number": n, "method": "text", "text": TEXT} for n in range(1, 5)]
    made = sheets(found(pages=pages, attachments=[part]))
    held = [[(m.start, m.end, m.number) for m in sheet.marks] for sheet in made]
    assert held == [[(8, len(TEXT) - 1, 1)], [(0, len(TEXT) - 1, 0)], [(0, 2, 0)], []]


def test_long_documents_open_at_their_finds() -> None:
    pages = [{"number": n, "method": "text", "text": TEXT} for n in range(1, 6)]
    made = sheets(found(pages=pages, motions=[motion(0, 3, page=4)]))
    assert [sheet.number for sheet in shown_first(made)] == [4]
    assert len(shown_first(sheets(found(pages=pages)))) == 5
    assert "motion" in FINDS
    assert "fact" not in FINDS


def test_the_head_says_what_the_document_is() -> None:
    assert title(found()) == "Minutes of Alder Borough Council, 10 March 2026"
    assert title(found(kind="unknown", body=None, meeting_date=None)) == (
        "Document of an unnamed body"
    )
    rows = {row.name: row.values for row in summary(found(doubts=["d"], motions=[motion(0, 1)]))}
    assert rows["Motions"] == ("1 (1 passed)",)
    assert rows["Passages"] == ("none found",)
    assert rows["Doubts"] == ("d",)
    assert rows["Minutes"] == ("draft",)
    assert "Next meeting" not in rows


HOSTILE = "</p><script>alert(1)</script>\x1b[31m \u202e <img src=x onerror=y> & \"'"


def test_hostile_words_stay_words_wherever_they_stand() -> None:
    made = found(
        f"{HOSTILE}\n{TEXT}", file=HOSTILE, body=HOSTILE, doubts=[HOSTILE],
        motions=[motion(0, 40, mover=HOSTILE, rule=HOSTILE, votes={HOSTILE: "yes"},
                        items=[HOSTILE], topics=[HOSTILE], doubts=[HOSTILE])],
        flags=[flag(0, 9, topic=HOSTILE, section=HOSTILE)],
        attendance={"present": [HOSTILE], "absent": []},
        facts=[{"name": "body", "value": HOSTILE, "page": 1, "start": 0, "end": 4, "rule": "r",
                "doubts": []}],
    )  # fmt: skip
    text = page(made)
    read = _Tags()
    read.feed(text)
    assert not {"script", "img", "iframe", "link", "svg"} & read.tags
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", text)
    assert "default-src &#39;none&#39;" in text


def test_a_mark_is_told_apart_without_colour() -> None:
    """Each kind has a line, a weight or a slant of its own beside its colour."""
    from importlib import resources

    css = resources.files("reports").joinpath("templates/reading.css").read_text("utf-8")
    shapes = {}
    for kind in LEGEND:
        rule = re.search(rf"^mark\.{kind}\{{(.*?)\}}", css, re.M)
        assert rule, kind
        kept = re.findall(r"(?:double|solid|dashed|dotted|wavy|bold|700|italic|[12]px)", rule[1])
        shapes[kind] = tuple(kept)
        assert kept, kind
    assert shapes["agreement"] == ("double",)
    assert shapes["motion"] != shapes["policy"]


def test_a_reading_of_many_marks_on_one_line_is_whole() -> None:
    text = "motion " * 3000
    made = found(text, motions=[motion(7 * n, 7 * n + 6) for n in range(3000)])
    (sheet,) = sheets(made)
    assert "".join(piece.text for piece in sheet.lines[0].pieces) == text
    assert isinstance(sheet.marks[0], Mark)
    assert sheet.marks[-1].number == 3000
