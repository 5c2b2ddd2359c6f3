"""The passages and items of one document, ready to be looked up from each of its motions.

Owns the order in which they are held, so that a document with many of both is read in a time that
grows with it and not with its square. What a motion makes of them is nlp.motions.subjects'.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from nlp.motions.covered import plain_number
from nlp.outline import Entry
from nlp.state import Hit

_MOST = 500


class Passages:
    """Passages by where their words stand, and by the papers they name."""

    def __init__(self, hits: Sequence[Hit], papers: Callable[[Hit], Iterable[str]]) -> None:
        """papers: the numbers of the resolutions and the like that a passage is about."""
        self.hits = sorted(hits, key=lambda hit: hit.at)
        self.places = [hit.at for hit in self.hits]
        self.papers: dict[str, list[Hit]] = defaultdict(list)
        for hit in hits:
            for number in dict.fromkeys(papers(hit)):
                self.papers[number].append(hit)

    def between(self, low: int, high: int) -> list[Hit]:
        """Passages whose words stand at low or behind it and before high."""
        return self.hits[bisect_left(self.places, low) : bisect_left(self.places, high)]

    def naming(self, numbers: Iterable[str]) -> list[Hit]:
        """Passages about any of these papers, in order of place."""
        found = {id(hit): hit for number in numbers for hit in self.papers.get(number, ())}
        return sorted(found.values(), key=lambda hit: hit.start)


class Items:
    """Items by number, the first hundreds of each; more of one number than that no list names."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.numbered: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            if entry.number is not None and len(self.numbered[plain_number(entry.number)]) < _MOST:
                self.numbered[plain_number(entry.number)].append(entry)

    def of(self, numbers: Iterable[str]) -> list[Entry]:
        """The items with these numbers, each once."""
        plain = dict.fromkeys(plain_number(number) for number in numbers)
        return [entry for number in plain for entry in self.numbered.get(number, ())]


@dataclass(frozen=True)
class Lookup:
    """What the motions of one document are looked up in: its items, flags and possible passages."""

    items: Items
    flags: Passages
    possible: Passages
