"""What a vote block says: counts, names, method.

Owns the shape and how two partial readings are joined; reads no text.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tally:
    """One reading of a vote; None where the text gives nothing.

    numbers: a printed tally such as 5-0-2 whose third and fourth numbers have no fixed meaning.
    end: how far into the block the reading reaches.
    """

    counts: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    numbers: tuple[int, ...] = ()
    end: int = 0

    def named(self, side: str) -> int:
        return sum(1 for vote in self.names.values() if vote == side)
