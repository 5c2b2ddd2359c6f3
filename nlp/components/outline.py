"""Component: the items of a document and the section each stands in.

Owns the registration; the shapes of headings are nlp.outline's.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.outline import entries
from nlp.state import state_of


@Language.component("offagenda_outline")
def outline(doc: Doc) -> Doc:
    """Finds headings and the items between them."""
    state = state_of(doc)
    state.entries = tuple(entries(state.source.text))
    return doc
