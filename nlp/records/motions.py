"""The motions of a vote record: each decided item as a motion of minutes would be.

Owns the assembly, and the items that one vote on the consent agenda covers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from nlp.motions.direction import direction
from nlp.people import bare
from nlp.records.count import Counted, counted
from nlp.records.decision import decision, is_decision
from nlp.records.sheet import Block, Sheet
from nlp.state import Hit
from nlp.values import Motion, Place

_CONSENT = re.compile(r"\bconsent\s+(?:agenda|calendar|items?)\b", re.I)
_CITED = frozenset(("agreement", "policy"))
_VOICE = re.compile(r"\bvoice vote\b|\bviva voce\b", re.I)
_UNANIMOUS = re.compile(r"\bunanimous", re.I)
_LONGEST = 4000
Within = Callable[[Block], list[Hit]]
"""The passages in an item."""
COVERED = "the vote on the consent agenda decided the item on the topic"


def motions(text: str, page: int, sheet: Sheet, hits: Sequence[Hit]) -> tuple[Motion, ...]:
    """The motions of a sheet. text: the page's; hits: passages with their places on that page."""
    found = sorted(hits, key=lambda hit: hit.at)
    places = [hit.at for hit in found]

    def within(block: Block) -> list[Hit]:
        return found[bisect_left(places, block.start) : bisect_left(places, block.end)]

    return tuple(
        _motion(text, page, block, covered, within) for block, covered in _decided(sheet.blocks)
    )


def _decided(blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Block]]]:
    """The decided items, each with the consent items that it decides as well."""
    open_items = [block for block in blocks if block.consent and not _is_decided(block)]
    headers = [
        block for block in blocks
        if _is_decided(block) and not block.consent and _CONSENT.search(block.title)
    ]  # fmt: skip
    for block in blocks:
        if _is_decided(block):
            yield block, [one for one in open_items if _header(headers, one) is block]


def _header(headers: Sequence[Block], item: Block) -> Block | None:
    """The last vote on a consent agenda above an item, else the first one below it."""
    above = [one for one in headers if one.start < item.start]
    return above[-1] if above else next(iter(headers), None)


def _is_decided(block: Block) -> bool:
    signs = (block.value(label) for label in ("Outcome", "Moved by", "Seconded by", "Tally"))
    return is_decision(block.value("Action"), *signs, "votes" if block.votes else "")


def _motion(text: str, page: int, block: Block, covered: Sequence[Block], within: Within) -> Motion:
    count = counted(block.votes, block.value("Tally"))
    made = decision(
        block.value("Action"), block.value("Action text"), block.title, block.value("Outcome"),
        count,
    )  # fmt: skip
    own = _topics(block, within(block))
    topical = [(one, found) for one in covered if (found := _topics(one, within(one)))]
    way, parted = _covered_way(made.direction, [one for one, _ in topical])
    return Motion(
        quote=text[block.start : block.told],
        text=_words(text, [block, *(one for one, _ in topical)]),
        mover=_name(block, "Moved by"),
        seconder=_name(block, "Seconded by"),
        result=made.result,
        direction=way,
        ayes=count.ayes,
        nays=count.nays,
        abstain=count.abstain,
        absent=count.absent,
        method=_method(block, count),
        votes=dict(count.votes),
        items=_numbers([block, *covered]),
        page=page,
        start=block.start,
        end=block.told,
        topics=tuple(dict.fromkeys([*own, *(topic for _, found in topical for topic in found)])),
        doubts=(*made.doubts, *count.doubts, *_lost(block), *parted),
        form=made.form,
        rule=made.rule,
        places=_places(page, block),
    )


def _words(text: str, blocks: Iterable[Block]) -> str:
    """The lines of a vote, with those of the items on a topic that it covers."""
    words = (" ".join(text[one.start : one.told].split()) for one in blocks)
    return " ".join(words)[:_LONGEST]


def _covered_way(way: str, topical: Sequence[Block]) -> tuple[str, tuple[str, ...]]:
    """The direction of a vote that covers items on a topic, and what makes it doubtful.

    To approve the consent agenda is to end an agreement where that is what its item says.
    """
    if way != "adopt" or not topical:
        return way, (COVERED,) if topical else ()
    ways = {direction(f"approve {one.title}") for one in topical}
    if len(ways) > 1:
        return "other", (COVERED, "the items it covers point in different directions")
    return ways.pop(), (COVERED,)


def _topics(block: Block, hits: Iterable[Hit]) -> list[str]:
    """What an item is about: its own lines, and of its notes what is more than talk."""
    return [hit.topic for hit in hits if hit.at < block.told or hit.relevance in _CITED]


def _numbers(blocks: Iterable[Block]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(block.number for block in blocks if block.number))


def _name(block: Block, label: str) -> str | None:
    printed = block.value(label)
    return (bare(printed) or printed) if printed else None


def _method(block: Block, count: Counted) -> str:
    if count.votes:
        return "roll_call"
    said = f"{block.value('Action text')} {block.value('Tally')}"
    if _UNANIMOUS.search(said):
        return "unanimous"
    return "voice" if _VOICE.search(said) else "unknown"


def _lost(block: Block) -> list[str]:
    return [f"could not be obtained: {why}" for why in block.lost]


def _places(page: int, block: Block) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for what, label in (("mover", "Moved by"), ("seconder", "Seconded by"), ("result", "Outcome")):
        if said := block.values.get(label) or (
            block.values.get("Action") if what == "result" else None
        ):
            found[what] = (page, said.start, said.end)
    if block.votes:
        found["count"] = (page, block.votes[0].start, block.votes[-1].end)
    elif tally := block.values.get("Tally"):
        found["count"] = (page, tally.start, tally.end)
    return found
