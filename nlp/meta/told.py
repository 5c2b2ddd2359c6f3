"""One answer that a document gives about itself, with its place in the joined text.

Owns the shape only; what becomes of it is the meta component's.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """value: as in the JSON, empty where it cannot be told. start, end: the words that tell it."""

    value: str
    start: int
    end: int
    rule: str
    doubts: tuple[str, ...] = ()
