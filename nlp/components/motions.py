"""Component: what was moved and how it ended.

Owns the search for trigger words and the assembly of motions; their parts are read in nlp.motions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from nlp.motions.blocks import LONGEST, blocks
from nlp.motions.covered import items_named
from nlp.motions.decisions import at_decided
from nlp.motions.direction import direction
from nlp.motions.openers import Opener, at_motion, at_moved
from nlp.motions.read import Read, read
from nlp.motions.subjects import Subject, subject
from nlp.outline import Entry
from nlp.state import Hit, State, state_of
from nlp.topicfile import triggers
from nlp.values import Motion

_KINDS = frozenset(("minutes", "unknown", "other"))
_AT: dict[str, Callable[[str, int, int], Opener | None]] = {
    "motion": at_motion,
    "moved": at_moved,
    "decided": at_decided,
}


@Language.factory("offagenda_motions")
class Motions:
    """Finds the motions of minutes; drafts in agendas and packets are none."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for kind, words in triggers().items():
            self.matcher.add(kind, [nlp.make_doc(word) for word in words])

    def __call__(self, doc: Doc) -> Doc:
        state = state_of(doc)
        if state.meta.kind not in _KINDS:
            return doc
        text = state.source.text
        found = []
        for span in self.matcher(doc, as_spans=True):
            opener = _AT[span.label_](text, span.start_char, span.end_char)
            if opener is not None:
                found.append(_with_item(state, opener))
        made = [
            _motion(state, read(text, block), block.words(text))
            for block in blocks(text, found, state.entries)
        ]
        state.motions = tuple(_once(made))
        return doc


def _motion(state: State, one: Read, words: str) -> Motion:
    entry = _entry_at(state, one.start)
    items, _ = items_named(one.proposal)
    about = _about(state, one, items, entry, state.hits)
    way = (
        one.direction
        if re.search(r"\w", one.proposal)
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
        topics=about.topics or _about(state, one, items, entry, state.possible).topics,
        doubts=doubts,
    )


def _about(
    state: State, one: Read, items: tuple[str, ...], entry: Entry | None, hits: tuple[Hit, ...]
) -> Subject:
    """What the motion is about, as far as these passages tell."""
    span = (one.start, one.end)
    return subject(state.source.text, span, one.proposal, items, state.entries, entry, hits)


def _lead(state: State, at: int, entry: Entry | None) -> str:
    """What a motion without a proposal of its own takes up ("Approval of X: Motion by")."""
    text = state.source.text
    low = max(entry.start if entry else 0, text.rfind("\n", 0, at) + 1, at - 300)
    before = text[low:at].strip(" :-\n")
    return f"to {before or (entry.title if entry else '')}"


def _printed(state: State, name: str | None, start: int) -> str | None:
    """A name letter for letter as the page prints it (matching folds apostrophes and hyphens)."""
    if name is None:
        return None
    at = state.source.text.find(name, start, start + LONGEST)
    return name if at < 0 else state.source.stored(at, at + len(name))


def _with_item(state: State, opener: Opener) -> Opener:
    """A one-word decision opens with the item it decides: the item is its subject."""
    if opener.kind != "lone":
        return opener
    for entry in reversed(state.entries):
        if entry.start <= opener.start and entry.number is not None:
            near = opener.start - entry.start <= LONGEST
            return replace(opener, start=entry.start) if near else opener
    return opener


def _entry_at(state: State, at: int) -> Entry | None:
    index = bisect_right([entry.start for entry in state.entries], at) - 1
    return state.entries[index] if index >= 0 else None


def _once(made: list[Motion]) -> list[Motion]:
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
