"""Long lists of values in portions that one statement can bind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

LONGEST = 400
"""SQLite allows some thousand bound values in one statement; pairs count twice."""


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values in order, at most `LONGEST` at a time."""
    for start in range(0, len(values), LONGEST):
        yield values[start : start + LONGEST]
