"""Component: the texts of resolutions and ordinances, as facts of the document.

Owns the facts' order: each text opens with `enactment`, its other statements follow; an agenda's
bare numbers come last, as `unnamed_paper`. What a text says is nlp.enactments'.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nlp.enactments import enactments
from nlp.enactments.unnamed import unnamed
from nlp.meta.told import Told
from nlp.source import Source
from nlp.state import state_of
from nlp.values import Fact


@Language.component("offagenda_enactments")
def enactments_component(doc: Doc) -> Doc:
    """Adds to the facts what each text of a resolution or an ordinance says of itself."""
    state = state_of(doc)
    found = [
        _fact(state.source, name, said) for one in enactments(state) for name, said in one.facts()
    ]
    found += [_fact(state.source, "unnamed_paper", one) for one in unnamed(state)]
    if found:
        state.meta = replace(state.meta, facts=(*state.meta.facts, *found))
    return doc


def _fact(source: Source, name: str, said: Told) -> Fact:
    page, start, end = source.place(said.start, said.end)
    quote = source.quote(said.start, said.end)
    return Fact(name, said.value, quote, page, start, end, said.rule, said.doubts)
