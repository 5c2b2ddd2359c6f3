"""The spaCy pipeline: blank English, our tokenizer, our components in their order.

Owns the assembly and nothing else; it is built once per process.
"""

from __future__ import annotations

import importlib
from functools import lru_cache
from typing import Any

from nlp.components import ORDER
from nlp.source import Source
from nlp.state import State, attach

_MAXIMUM_CHARS = 40_000_000


@lru_cache(maxsize=1)
def load() -> Any:
    """The pipeline as a spaCy Language, every component registered under its factory name."""
    import spacy

    from nlp.tokens import NAME

    for component in ORDER:
        importlib.import_module(f"nlp.components.{component.removeprefix('offagenda_')}")
    language = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": NAME}}})
    # The limit guards spaCy's parser and recognizer, of which there is none here.
    language.max_length = _MAXIMUM_CHARS
    for component in ORDER:
        language.add_pipe(component)
    return language


def run(source: Source, name: str) -> State:
    """Runs all components over one document and returns what they left."""
    language = load()
    doc = language.make_doc(source.text)
    state = State(source=source, name=name)
    attach(doc, state)
    for _, component in language.pipeline:
        doc = component(doc)
    return state
