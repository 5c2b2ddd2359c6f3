"""Component: the text that the others read, of a Doc that did not come from pages.

Owns nothing of the repairs (nlp.source); it lets the pipeline be called on plain text.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.pages.page import text_page
from nlp.source import Source
from nlp.state import State, attach, attached


@Language.factory("offagenda_source")
class ReadingCopy:
    """Gives a Doc without a state one; its text becomes the reading copy, as every Doc's is."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.tokenizer = nlp.tokenizer

    def __call__(self, doc: Doc) -> Doc:
        if attached(doc) is not None:
            return doc
        state = State(Source.of((text_page(1, "plain", doc.text),)), name="")
        copy = doc if doc.text == state.source.text else self.tokenizer(state.source.text)
        attach(copy, state)
        return copy
