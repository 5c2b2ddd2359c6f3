"""A tokenizer whose work grows with the text only, for spaCy's blank English.

Owns the cut into words and signs. spaCy's own tokenizer peels affixes off one at a time, which a
line of a million brackets turns into hours.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

NAME = "offagenda.LinearTokenizer.v1"
# A word, kept whole over an apostrophe; figures apart from letters, so that "287G" gives 287 and G.
_TOKEN = re.compile(r"\d{1,32}|[^\W\d_]{1,64}(?:'[^\W\d_]{1,8})?|\s+|_+|[^\w\s]", re.S)


_LONGEST = 64


class LinearTokenizer:
    """Cuts text into tokens that join to exactly the same text."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            piece = match.group()
            if piece.startswith(" ") and words and not spaces[-1]:
                spaces[-1] = True
                piece = piece[1:]
                if not piece:
                    continue
            parts = _cut(piece) if len(piece) > _LONGEST else (piece,)
            words.extend(parts)
            spaces.extend(False for _ in parts)
        return Doc(self.vocab, words=words, spaces=spaces)


def _cut(piece: str) -> list[str]:
    """Long white space in portions: one token of a megabyte would be kept by spaCy for good."""
    return [piece[i : i + _LONGEST] for i in range(0, len(piece), _LONGEST)]


def _create() -> Callable[[Language], LinearTokenizer]:
    return lambda nlp: LinearTokenizer(nlp.vocab)


registry.tokenizers(NAME, func=_create)
