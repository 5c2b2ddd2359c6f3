"""The texts of resolutions and ordinances, from the facts of a reading.

Owns that one way: the fact `enactment` opens a text, those named `enactment_...` belong to it. What
a text amounts to is `resolutions`' to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from audit.bodies import MATTER, Passage, ReadEnactment

_OPENS = "enactment"
_NEAR = frozenset({"possible_287g", "ice_other", "immigration_enforcement"})

Fact = Mapping[str, Any]


def enactments(facts: Iterable[Fact]) -> tuple[ReadEnactment, ...]:
    """The texts on the matter, or that may be on it, in the order of the document."""
    made = (_made(group) for group in _groups(facts))
    return tuple(one for one in made if one.matter is not None or one.near)


def _groups(facts: Iterable[Fact]) -> Iterator[list[Fact]]:
    held: list[Fact] = []
    for fact in facts:
        if fact["name"] == _OPENS:
            if held:
                yield held
            held = [fact]
        elif held and str(fact["name"]).startswith(f"{_OPENS}_"):
            held.append(fact)
    if held:
        yield held


def _made(group: list[Fact]) -> ReadEnactment:
    said = {str(fact["name"]).removeprefix(f"{_OPENS}_"): fact for fact in reversed(group)}
    value = {name: str(fact["value"]) for name, fact in said.items()}
    topics = [fact for fact in group if fact["name"] == f"{_OPENS}_matter"]
    matter = next((fact for fact in topics if fact["value"] == MATTER), None)
    near = [fact for fact in topics if fact["value"] in _NEAR]
    kind, _, number = value[_OPENS].partition(" ")
    told = said.get("adopted") or said.get("result") or said.get("vote")
    ayes, nays, abstain = _count(value.get("vote", ""))
    return ReadEnactment(
        kind=kind,
        number=number,
        opens=_passage(said[_OPENS]),
        title=value.get("title", ""),
        body=value.get("body"),
        direction=value.get("direction", "other"),
        matter=_passage(matter or near[0]) if matter or near else None,
        near=matter is None and bool(near),
        told=_passage(told) if told else None,
        adopted=_day(value.get("adopted", "")),
        blank=value.get("adopted") == "blank",
        result=value.get("result", "unknown"),
        ayes=ayes,
        nays=nays,
        abstain=abstain,
        method="unanimous" if value.get("vote") == "unanimous" else "unknown",
        mover=value.get("mover"),
        seconder=value.get("seconder"),
        signature=value.get("signature", "unknown"),
        signer=value.get("signer"),
    )


def _passage(fact: Fact) -> Passage:
    return Passage(str(fact["quote"]), int(fact["page"]), int(fact["start"]), int(fact["end"]))


def _day(value: str) -> date | None:
    return date.fromisoformat(value) if value and value != "blank" else None


def _count(vote: str) -> tuple[int | None, int | None, int | None]:
    """ "4-3" or "4-3-1" as numbers."""
    parts: list[int | None] = [int(part) for part in vote.split("-") if part.isdigit()]
    ayes, nays, abstain = [*parts, None, None, None][:3]
    return ayes, nays, abstain
