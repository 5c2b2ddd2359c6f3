"""Component: the motions of a vendor's vote record.

Owns the way of the passages on a topic to the sheet; the motions are nlp.records'. It stands last
of those that read, as no rule or model for sentences has anything to add to a vendor's fields.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nlp.pages.votes import record_page
from nlp.records import sheet
from nlp.records.motions import motions
from nlp.source import Source
from nlp.state import Hit, state_of


@Language.component("offagenda_votes")
def votes(doc: Doc) -> Doc:
    """Each decided item of a vote record as a motion."""
    state = state_of(doc)
    page = record_page(state.source.pages)
    if page is not None:
        hits = [_on_page(state.source, hit) for hit in (*state.hits, *state.possible)]
        state.motions = motions(page.text, page.number, sheet.read(page.text), hits)
    return doc


def _on_page(source: Source, hit: Hit) -> Hit:
    """A passage whose `at` counts on the stored page, as the sheet's places do."""
    return replace(hit, at=source.place(hit.at, hit.at + 1)[1])
