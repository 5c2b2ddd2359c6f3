"""Component: what was moved and how it ended.

Owns the search for trigger words and the assembly of motions; their parts are read in nlp.motions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from nlp.motions.amendments import at_amendment
from nlp.motions.assemble import motion, once
from nlp.motions.blocks import LONGEST, blocks
from nlp.motions.decisions import at_decided
from nlp.motions.made import at_motion
from nlp.motions.moved import at_moved, at_offered
from nlp.motions.openers import Opener
from nlp.motions.orphans import orphans
from nlp.motions.pairs import pairs
from nlp.motions.shorthand import at_shorthand
from nlp.motions.stated import stated
from nlp.motions.tables import rows
from nlp.packets import inside
from nlp.state import State, state_of
from nlp.topicfile import triggers
from nlp.transcripts.assemble import spoken_motions

_KINDS = frozenset(("minutes", "unknown", "other", "resolution"))
# One resolution is the paper of one vote; a record of several was taken for it by its first line.
_RECORD = 3
_AT: dict[str, Callable[[str, int, int], Opener | None]] = {
    "motion": at_motion,
    "moved": at_moved,
    "decided": at_decided,
    "offered": at_offered,
    "shorthand": at_shorthand,
    "amendment": at_amendment,
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
        if state.meta.kind == "transcript":
            state.motions, doubts = spoken_motions(state)
            state.meta = replace(state.meta, doubts=(*state.meta.doubts, *doubts))
        if state.meta.kind not in _KINDS:
            return doc
        text = state.source.text
        found: list[Opener] = []
        marks: list[tuple[int, int]] = []
        for span in self.matcher(doc, as_spans=True):
            if span.label_ == "result":
                marks.append((span.start_char, span.end_char))
                continue
            opener = _AT[span.label_](text, span.start_char, span.end_char)
            if opener is not None:
                found.append(_with_item(state, stated(text, opener)))
        found += pairs(text, found)
        found += rows(state.source)
        found += orphans(text, marks, found, state.entries)
        # What is bound in was voted elsewhere; there its blocks still end those before them.
        own = [
            block
            for block in blocks(text, found, state.entries)
            if not inside(state.source, state.attachments, block.opener.start)
        ]
        if state.meta.kind == "resolution" and len(own) < _RECORD:
            return doc
        state.motions = tuple(once([motion(state, block) for block in own]))
        return doc


def _with_item(state: State, opener: Opener) -> Opener:
    """A one-word decision opens with the item it decides: the item is its subject."""
    if opener.kind != "lone":
        return opener
    index = bisect_right(state.entries, opener.start, key=lambda entry: entry.start) - 1
    while index >= 0 and opener.start - state.entries[index].start <= LONGEST:
        if state.entries[index].number is not None:
            return replace(opener, start=state.entries[index].start)
        index -= 1
    return opener
