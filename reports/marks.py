"""What a reading found on each page, as marks over its text with the reasons beside them.

Owns the words of the notes and the cutting of text at marks; colours and paper are for whoever
shows them. Takes the plain values of `read`, with page texts.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

AGREEMENT, POLICY, DISCUSSION, COMMENT = "agreement", "policy", "discussion", "public_comment"
MOTION, NAME, VOTE, POSSIBLE = "motion", "name", "vote", "possible"
FACT, PERSON, ITEM, ATTACHED = "fact", "person", "item", "attached"
LEGEND: Mapping[str, str] = {
    AGREEMENT: "an agreement with ICE",
    POLICY: "local policy on immigration enforcement",
    DISCUSSION: "discussion of such a matter",
    COMMENT: "public comment on it",
    POSSIBLE: "may mean an agreement without naming it",
    MOTION: "a motion",
    NAME: "who moved or seconded",
    VOTE: "result and count",
    FACT: "what the document says about itself",
    PERSON: "who was there",
    ITEM: "heading of an item",
    ATTACHED: "bound in, not the body's own record",
}
"""Every kind of mark, the most telling first, with what it stands for."""
FINDS = (AGREEMENT, POLICY, DISCUSSION, COMMENT, POSSIBLE, MOTION)
"""Kinds for whose sake somebody reads the document; a page with one of them is shown first."""

# What would move a terminal's cursor, or turn the direction of the text around it.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\ud800-\udfff]"
)
_METHODS = {
    "text": "text layer", "ocr": "read by OCR", "html": "web page", "docx": "Word file",
    "doc": "old Word file", "rtf": "rich text", "markdown": "Markdown", "plain": "plain text",
    "captions": "captions", "votes": "vote record", "none": "not read", "blank": "blank",
}  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """One stretch of one page. number: of its note, 0 where there is none."""

    page: int
    start: int
    end: int
    kind: str
    title: str = ""
    lines: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    number: int = 0


@dataclass(frozen=True)
class Piece:
    """Text between two borders of marks, the marks that cover it, and those with a note that
    begin or end with it."""

    text: str
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...] = ()
    closes: tuple[Mark, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of these marks, the most telling first."""
        held = {mark.kind for mark in self.marks}
        return tuple(kind for kind in LEGEND if kind in held)


@dataclass(frozen=True)
class Line:
    """One printed line: its pieces, and the marks with a note that begin or end on it."""

    pieces: tuple[Piece, ...]
    begins: tuple[Mark, ...]
    ends: tuple[Mark, ...]


@dataclass(frozen=True)
class Sheet:
    """One page with its marks. how: how its text was obtained, in words."""

    number: int
    how: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]

    @property
    def finds(self) -> bool:
        return any(mark.kind in FINDS for mark in self.marks)


def safe(text: str) -> str:
    """The same text, same length, without characters that command a terminal or turn the text."""
    return _UNSAFE.sub("\ufffd", text)


def sheets(found: Mapping[str, Any]) -> tuple[Sheet, ...]:
    """Every page of a reading, marked; notes are numbered through the document."""
    by_page: dict[int, list[Mark]] = defaultdict(list)
    for mark in _numbered(_marks(found)):
        by_page[mark.page].append(mark)
    return tuple(_sheet(page, by_page[page["number"]]) for page in found["pages"])


def flags(found: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The flags proper; in the form that is stored the possible passages stand among them."""
    return [flag for flag in found["flags"] if flag not in found["possible"]]


def tally(motion: Mapping[str, Any]) -> str:
    """The count as "4-3", "none against" where only that is told, "" where nothing is."""
    counts = (motion["ayes"], motion["nays"])
    if counts in ((None, 0), (None, None)):
        return "none against" if motion["nays"] == 0 else ""
    aside = (("abstain", "abstaining"), ("absent", "absent"))
    more = [f"{motion[key]} {word}" for key, word in aside if motion[key]]
    return ", ".join(["-".join("?" if n is None else str(n) for n in counts), *more])


def topic(name: str) -> str:
    """A topic's id in words."""
    return "287(g)" if name == "287g" else name.replace("_", " ")


def _sheet(page: Mapping[str, Any], marks: Sequence[Mark]) -> Sheet:
    how = _METHODS.get(page["method"], page["method"])
    if page.get("why"):
        how += f" ({page['why'].replace('_', ' ')})"
    text = page["text"]
    trimmed = tuple(_trimmed(mark, text) for mark in marks)
    return Sheet(page["number"], how, tuple(_lines(text, trimmed)), trimmed)


def _trimmed(mark: Mark, text: str) -> Mark:
    """The mark without white space at its ends, so that it opens and closes on a word."""
    words = text[mark.start : mark.end]
    if not words.strip():
        return mark
    left, right = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
    return replace(mark, start=mark.start + left, end=mark.end - right)


def _lines(text: str, marks: Sequence[Mark]) -> Iterator[Line]:
    """Each line cut at the borders of marks. Marks are walked in order, so that the work grows
    with the text and with what covers a line, not with their product."""
    waiting = deque(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
    over: list[Mark] = []
    at = 0
    for words in text.split("\n"):
        low, high = at, at + len(words)
        while waiting and waiting[0].start <= high:
            over.append(waiting.popleft())
        yield Line(
            tuple(_pieces(text, low, high, over)),
            tuple(mark for mark in over if mark.number and mark.start >= low),
            tuple(mark for mark in over if mark.number and mark.end <= high + 1),
        )
        over = [mark for mark in over if mark.end > high + 1]
        at = high + 1


def _pieces(text: str, low: int, high: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """marks: those that touch low to high, in order of their starts."""
    inside = {at for mark in marks for at in (mark.start, mark.end) if low < at < high}
    waiting, over = deque(marks), list[Mark]()
    for start, end in pairwise(sorted({low, high} | inside)):
        while waiting and waiting[0].start <= start:
            over.append(waiting.popleft())
        over = [mark for mark in over if mark.end >= end]
        yield Piece(
            safe(text[start:end]),
            tuple(over),
            tuple(mark for mark in over if mark.number and mark.start == start),
            tuple(mark for mark in over if mark.number and mark.end == end),
        )


def _numbered(marks: Iterable[Mark]) -> Iterator[Mark]:
    number = 0
    for mark in sorted(marks, key=lambda one: (one.page, one.start, -one.end)):
        if mark.title:
            number += 1
            yield replace(mark, number=number)
        else:
            yield mark


def _marks(found: Mapping[str, Any]) -> Iterator[Mark]:
    for flag in flags(found):
        yield _flag(flag, flag["relevance"])
    for flag in found["possible"]:
        yield _flag(flag, POSSIBLE)
    for motion in found["motions"]:
        yield from _motion(motion)
    for fact in found.get("facts", ()):
        if fact["start"] == fact["end"]:
            continue  # told by the whole document, at no place of it
        title = f"{fact['name'].replace('_', ' ')}: {fact['value']}"
        yield _at(fact, FACT, title, [_rule(fact)], fact["doubts"])
    for person in found["attendance"].get("people", ()):
        told = f"{person['name']}: {person['state']}" if person["doubts"] else ""
        yield _at(person, PERSON, told, [_rule(person)] if told else [], person["doubts"])
    for item in found.get("items", ()):
        yield _at(item, ITEM)
    for part in found.get("attachments", ()):
        yield from _attachment(part, found["pages"])


def _at(
    value: Mapping[str, Any],
    kind: str,
    title: str = "",
    lines: Iterable[str] = (),
    doubts: Iterable[str] = (),
) -> Mark:
    return Mark(
        value["page"], value["start"], value["end"], kind, safe(title),
        tuple(safe(line) for line in lines if line), tuple(map(safe, doubts)),
    )  # fmt: skip


def _rule(value: Mapping[str, Any]) -> str:
    return f"rule: {value['rule']}" if value.get("rule") else ""


def _flag(flag: Mapping[str, Any], kind: str) -> Mark:
    if kind == POSSIBLE:
        title = "may mean an agreement without naming it"
    else:
        title = f"{topic(flag['topic'])}: {flag['relevance'].replace('_', ' ')}"
    section = flag.get("section")
    where = f"in {section.replace('_', ' ')}" if section else ""
    known = kind if kind in LEGEND else DISCUSSION
    return _at(flag, known, title, [where, _rule(flag)], flag.get("doubts", ()))


def _motion(motion: Mapping[str, Any]) -> Iterator[Mark]:
    form = motion.get("form", "main")
    what = "motion" if form == "main" else f"motion ({form})"
    result = motion["result"].replace("_", " ")
    count = tally(motion)
    title = f"{what} {result}{' ' if count[:1].isdigit() else ', ' if count else ''}{count}"
    yield _at(motion, MOTION, title, _about(motion), motion["doubts"])
    for role, place in motion.get("places", {}).items():
        page, start, end = place
        kind = NAME if role in ("mover", "seconder") else VOTE
        yield Mark(page, start, end, kind)


def _about(motion: Mapping[str, Any]) -> Iterator[str]:
    yield f"direction: {motion['direction']}; method: {motion['method'].replace('_', ' ')}"
    yield f"moved by {motion['mover'] or '?'}, seconded by {motion['seconder'] or '?'}"
    if motion["votes"]:
        yield "votes: " + ", ".join(f"{name} {side}" for name, side in motion["votes"].items())
    if motion["items"]:
        yield "items: " + ", ".join(motion["items"])
    if motion["topics"]:
        yield "about: " + ", ".join(map(topic, motion["topics"]))
    yield _rule(motion)


def _attachment(part: Mapping[str, Any], pages: Sequence[Mapping[str, Any]]) -> Iterator[Mark]:
    first, last = part["first_page"], part["last_page"]
    whose = f" of {part['body']}" if part["body"] else ""
    title = f"bound in: {part['kind']}{whose}, pages {first} to {last}"
    for page in pages:
        if first <= page["number"] <= last:
            start = part["first_start"] if page["number"] == first else 0
            end = part["last_end"] if page["number"] == last else len(page["text"])
            where = {"page": page["number"], "start": start, "end": end}
            told = page["number"] == first
            yield _at(where, ATTACHED, title if told else "", [_rule(part)] if told else [])
