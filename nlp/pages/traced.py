"""A text that knows where each of its characters stood before it was changed.

Owns the bookkeeping of replacements and reordering; what is replaced is the caller's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

NOWHERE = -1
"""The origin of a character that was not in the text before."""
Step = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
"""What is replaced, and by what: as in re.sub, but no group of the pattern is referred to."""


@dataclass(frozen=True)
class Traced:
    """origins[i] is where text[i] stood in the first text, or NOWHERE."""

    text: str
    origins: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Traced:
        """A text in which nothing has been changed yet."""
        return cls(text, tuple(range(len(text))))

    def after(self, steps: Iterable[Step]) -> Traced:
        """The text after these replacements; the same text as `replaced` gives."""
        made = self
        for pattern, new in steps:
            made = made._once(pattern, new)
        return made

    def _once(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> Traced:
        pieces: list[str] = []
        origins: list[int] = []
        at = 0
        for match in pattern.finditer(self.text):
            put = new if isinstance(new, str) else new(match)
            pieces += (self.text[at : match.start()], put)
            origins += self.origins[at : match.start()]
            # A shortened run keeps its first characters; a space for a line end is its first sign.
            last = match.end() - 1
            origins += (self.origins[min(match.start() + n, last)] for n in range(len(put)))
            at = match.end()
        pieces.append(self.text[at:])
        origins += self.origins[at:]
        return Traced("".join(pieces), tuple(origins))

    def ordered(self, pieces: Iterable[tuple[int, int] | str]) -> Traced:
        """The text put together anew from parts of it, (start, end), and strings set between."""
        texts: list[str] = []
        origins: list[int] = []
        for piece in pieces:
            if isinstance(piece, str):
                texts.append(piece)
                origins += [NOWHERE] * len(piece)
            else:
                texts.append(self.text[slice(*piece)])
                origins += self.origins[slice(*piece)]
        return Traced("".join(texts), tuple(origins))


def replaced(text: str, steps: Iterable[Step]) -> str:
    """The text after these replacements, for whom the origins do not matter: it is faster."""
    for pattern, new in steps:
        text = pattern.sub(new, text)
    return text
