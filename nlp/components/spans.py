"""Component: what was found, as spaCy's own SpanGroups on the Doc.

Owns the groups "outline", "topics" and "motions". The reading itself does not need them: they are
for whoever goes on from the Doc.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp.source import Source
from nlp.state import state_of
from nlp.values import Motion

GROUPS = ("outline", "topics", "motions")


@Language.component("offagenda_spans")
def spans(doc: Doc) -> Doc:
    """Fills the groups; the n-th span of a group is the n-th value of the state's tuple."""
    state = state_of(doc)
    doc.spans["outline"] = list(
        _spans(doc, ((e.start, e.end, e.section or "item") for e in state.entries))
    )
    doc.spans["topics"] = list(_spans(doc, ((h.start, h.end, h.topic) for h in state.hits)))
    motions = ((*_copied(state.source, motion), motion.result) for motion in state.motions)
    doc.spans["motions"] = list(_spans(doc, motions))
    return doc


def _copied(source: Source, motion: Motion) -> tuple[int, int]:
    """Where a motion stands in the reading copy, from where it stands on its stored page."""

    def at(place: tuple[int, int]) -> int:
        return bisect_left(
            range(len(source.text)), place, key=lambda index: source.place(index, index)[:2]
        )

    return at((motion.page, motion.start)), at((motion.page, motion.end))


def _spans(doc: Doc, found: Iterable[tuple[int, int, str]]) -> Iterable[Span]:
    last = len(doc.text) - 1
    for start, end, label in found:
        first = min(start, last)
        span = doc.char_span(first, max(end, first + 1), label=label, alignment_mode="expand")
        # Every place is inside the text, so there is always a token to widen to.
        assert span is not None
        yield span
