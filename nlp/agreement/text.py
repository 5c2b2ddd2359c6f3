"""The text of a signature page, nobody's telephone number in it, and where the date stands there.

Owns how words with places become one text. Reads no page and believes no word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nlp.agreement.redact import CONTACTS, blanked
from nlp.agreement.words import Token

_SAME_LINE = 60.0


@dataclass(frozen=True)
class Text:
    """A page's words as one text, each with the offset at which it begins."""

    text: str
    starts: tuple[int, ...]
    tokens: tuple[Token, ...]

    def span(self, words: Sequence[Token], wanted: str) -> tuple[int, int] | None:
        """Where `wanted` stands, at the first of these words that the text has; None where it does
        not stand there letter for letter."""
        for word in words:
            if word not in self.tokens or not wanted:
                continue
            at = self.text.find(wanted, self.starts[self.tokens.index(word)])
            if at >= 0 and at - self.starts[self.tokens.index(word)] <= len(word.text):
                return at, at + len(wanted)
        return None


def page_text(witnesses: Sequence[Sequence[Token]]) -> Text:
    """The words of each witness in turn, line by line; what follows a list of contacts is left
    out, and numbers and addresses are blanked letter for letter."""
    pieces: list[str] = []
    starts: list[int] = []
    tokens: list[Token] = []
    length = 0
    before: Token | None = None
    for words in witnesses:
        for token in words:
            gap = "" if before is None else " " if _beside(before, token) else "\n"
            starts.append(length + len(gap))
            tokens.append(token)
            pieces.append(gap + token.text)
            length += len(gap) + len(token.text)
            before = token
    text = blanked("".join(pieces))
    contacts = CONTACTS.search(text)
    end = len(text) if contacts is None else contacts.start()
    return Text(text[:end], tuple(starts), tuple(tokens))


def _beside(one: Token, other: Token) -> bool:
    return abs(one.middle - other.middle) < _SAME_LINE and other.box[0] >= one.box[0]
