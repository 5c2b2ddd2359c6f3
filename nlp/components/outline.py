"""Component: the items of a document, the section each stands in and what each is part of.

Owns the order: headings first (nlp.outline), then levels and the consent agenda (nlp.nesting,
nlp.pulled), then resolutions and ordinances (nlp.papers).
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp import papers
from nlp.nesting import nested
from nlp.outline import entries
from nlp.pulled import marked
from nlp.state import state_of


@Language.component("offagenda_outline")
def outline(doc: Doc) -> Doc:
    """Finds headings, the items between them, and the papers named outside headings."""
    state = state_of(doc)
    text = state.source.text
    found = papers.told(text, marked(text, nested(entries(text))))
    state.entries = tuple(found)
    state.papers = tuple(papers.named(text, found))
    return doc
