"""From what was read to the values that leave the room: topics, items, places, names as printed.

Owns the assembly of one motion and the joining of a vote printed under each of its items.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from nlp.motions.blocks import LONGEST, Block
from nlp.motions.covered import items_named
from nlp.motions.direction import direction
from nlp.motions.lookup import Lookup, Passages
from nlp.motions.read import Read, read
from nlp.motions.subjects import Subject, lookup, subject
from nlp.outline import Entry
from nlp.state import State
from nlp.values import Motion


def motion(state: State, block: Block) -> Motion:
    """The motion of one block, with the places of its parts on the stored pages."""
    words = block.words(state.source.text)
    stored = "\n".join(state.source.stored(a, b) for a, b in block.pieces)
    one = read(state.source.text, block, stored=stored, present=state.attendance.present)
    return of_read(state, one, words)


def of_read(state: State, one: Read, words: str) -> Motion:
    """One motion as it was read, with its topics and items; words: all that belongs to it."""
    entry = _entry_at(state, one.start)
    items, _ = items_named(one.proposal)
    look = _lookup(state)
    about = _about(state, one, items, entry, look.flags)
    way = (
        one.direction
        if re.search(r"\w", one.proposal) or one.direction == "reject"
        else direction(_lead(state, one.start, entry))
    )
    way = about.way if about.way and way == "adopt" else way
    page, start, end = state.source.place(one.start, one.end)
    number = (entry.number,) if entry and entry.number and not items else ()
    doubts = (*one.outcome.doubts, *one.count.doubts, *((about.doubt,) if about.doubt else ()))
    return Motion(
        quote=state.source.quote(one.start, one.end),
        text=" ".join(words.split())[:4000],
        mover=_printed(state, one.mover, one.start),
        seconder=_printed(state, one.seconder, one.start),
        result=one.outcome.result,
        direction=way,
        ayes=one.count.ayes,
        nays=one.count.nays,
        abstain=one.count.abstain,
        absent=one.count.absent,
        method=one.count.method,
        votes={_printed(state, name, one.start) or name: side for name, side in one.count.votes},
        items=items or number,
        page=page,
        start=start,
        end=end,
        topics=_topics(about, _about(state, one, items, entry, look.possible)),
        doubts=doubts,
        form=one.form,
        rule=one.rule,
        places={what: state.source.place(a, b) for what, a, b in one.places},
    )


def _about(
    state: State, one: Read, items: tuple[str, ...], entry: Entry | None, passages: Passages
) -> Subject:
    """What the motion is about, as far as these passages tell."""
    span = (one.start, one.end)
    numbered = _lookup(state).items
    return subject(state.source.text, span, one.proposal, items, entry, numbered, passages)


def _topics(told: Subject, possible: Subject) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*told.topics, *possible.topics)))


def _lookup(state: State) -> Lookup:
    if state.lookup is None:
        state.lookup = lookup(state.source.text, state.entries, state.hits, state.possible)
    return state.lookup


def _lead(state: State, at: int, entry: Entry | None) -> str:
    """What a motion without a proposal of its own takes up ("Approval of X: Motion by")."""
    text = state.source.text
    low = max(entry.start if entry else 0, at - 300, 0)
    low = max(low, text.rfind("\n", low, at) + 1)
    before = text[low:at].strip(" :-\n")
    return f"to {before or (entry.title if entry else '')}"


def _printed(state: State, name: str | None, start: int) -> str | None:
    """A name letter for letter as the page prints it (matching folds apostrophes and hyphens)."""
    if name is None:
        return None
    at = state.source.text.find(name, start, start + LONGEST)
    return name if at < 0 else state.source.stored(at, at + len(name))


def _entry_at(state: State, at: int) -> Entry | None:
    index = bisect_right(state.entries, at, key=lambda entry: entry.start) - 1
    return state.entries[index] if index >= 0 else None


def once(made: list[Motion]) -> list[Motion]:
    """One vote printed under each of its items is one motion."""
    seen: dict[tuple[object, ...], int] = {}
    out: list[Motion] = []
    for motion in made:
        key = (
            motion.mover,
            motion.result,
            motion.ayes,
            motion.nays,
            motion.direction,
            motion.items,
        )
        if len(motion.items) > 1 and key in seen:
            first = out[seen[key]]
            topics = tuple(dict.fromkeys((*first.topics, *motion.topics)))
            out[seen[key]] = replace(first, topics=topics)
            continue
        seen[key] = len(out)
        out.append(motion)
    return out
