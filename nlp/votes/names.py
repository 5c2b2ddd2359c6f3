"""The names of a vote held against those recorded present.

Owns the split of names printed without commas; every name stays as printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlp.people import surname
from nlp.votes.values import Tally


def settled(told: Tally, present: Sequence[str]) -> Tally:
    """The tally with "Odell Brandt Ito" cut into the members it names."""
    known = {surname(name) for name in present}
    if not known or not any(" " in name for name in told.names):
        return told
    names: dict[str, str] = {}
    for name, side in told.names.items():
        for one in split(name, known):
            names.setdefault(one, side)
    return replace(told, names=names)


def split(name: str, known: set[str]) -> list[str]:
    """One printed run of names, cut behind each surname of the roster where it holds several."""
    words = name.split()
    ends = [index for index, word in enumerate(words, 1) if word.strip(",.").lower() in known]
    if len(ends) < 2 or ends[-1] != len(words):
        return [name]
    starts = [0, *ends[:-1]]
    return [" ".join(words[a:b]) for a, b in zip(starts, ends, strict=True)]
