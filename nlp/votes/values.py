"""What a vote block says: counts, names, printed tallies.

Owns the shape and how partial readings are joined; reads no text.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tally:
    """One reading of a vote; empty where the text gives nothing.

    counts: stated numbers by side. names: printed name -> side. numbers: a printed tally such as
    5-0-2 whose third and fourth numbers have no fixed meaning. rest: the side of "all others".
    start, end: what it was read from in the block.
    """

    counts: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    numbers: tuple[int, ...] = ()
    rest: str = ""
    start: int = -1
    end: int = 0

    def named(self, side: str) -> int:
        return sum(1 for vote in self.names.values() if vote == side)

    def __bool__(self) -> bool:
        return bool(self.counts or self.names or self.numbers or self.rest)
