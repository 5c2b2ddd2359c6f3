"""The motions of a transcript as values.

Owns the shape, the direction of what was moved and the words to quote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.motions.direction import direction
from nlp.transcripts.floor import POINTER, Floor
from nlp.transcripts.pending import Pending
from nlp.transcripts.turns import turns

_QUOTE_WORDS = 120


@dataclass(frozen=True)
class Spoken:
    """One motion as it was spoken; text[start:end] are the words to quote.

    proposal: what is moved, the chair's words where the mover only says "so moved". places: where
    mover, seconder, result and count stand in the text.
    """

    start: int
    end: int
    mover: str | None
    seconder: str | None
    proposal: str
    direction: str
    result: str
    ayes: int | None
    nays: int | None
    abstain: int | None
    method: str
    votes: tuple[tuple[str, str], ...]
    doubts: tuple[str, ...]
    places: dict[str, tuple[int, int]]
    words: str


def motions(text: str) -> tuple[list[Spoken], bool]:
    """The motions in order, and whether the transcript tells its speakers apart at all.

    text: pages joined with form feeds; a turn may run over them.
    """
    text = text.replace("\f", "\n")
    found = turns(text)
    floor = Floor(text, found)
    for index in range(len(found)):
        floor.hear(index)
    floor.clear()
    return [_spoken(text, one) for one in sorted(floor.done, key=lambda o: o.start)], bool(found)


def _spoken(text: str, one: Pending) -> Spoken:
    result, sides, method, doubts = one.told()
    return Spoken(
        one.start, _quote_end(text, one.start, one.end), one.mover, one.seconder,
        one.proposal, _direction(one.proposal), result, sides["yes"], sides["no"],
        sides["abstain"], method, tuple(one.votes.items()),
        tuple(doubts), one.places, text[one.start : one.end],
    )  # fmt: skip


def _direction(proposal: str) -> str:
    """The way of the words moved; "I'll move it" moves that the item be adopted."""
    if POINTER.fullmatch(proposal):
        return "other" if proposal == "so" else "adopt"
    return direction(proposal)


def _quote_end(text: str, start: int, end: int) -> int:
    """At most 120 words from the opener, no white space behind."""
    words = list(re.finditer(r"\S+", text[start:end]))[:_QUOTE_WORDS]
    return start + words[-1].end() if words else end
