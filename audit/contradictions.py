"""Where two documents, or two versions of one, say different things of the same motion.

Owns what counts as different: result, count, mover, seconder, a member's vote. Resolves nothing:
both are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from audit.bodies import ReadMotion

_ALIKE = 0.72
"""Two spellings of one surname, or what OCR made of it, are at least this much alike."""

_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")


def differences(one: ReadMotion, other: ReadMotion) -> Iterator[tuple[str, str, str]]:
    """What two readings of one motion part in: (what, by the first, by the second), as printed.

    What one of them does not say is no difference.
    """
    if one.result != other.result and "unknown" not in (one.result, other.result):
        yield "result", _plain(one.result), _plain(other.result)
    if _counted(one) and _counted(other) and _tally(one) != _tally(other):
        yield "count", _tally(one), _tally(other)
    for what, first, second in (
        ("mover", one.mover, other.mover),
        ("seconder", one.seconder, other.seconder),
    ):
        if first and second and not _same_person(first, second):
            yield what, first, second
    yield from _voters(one, other)


def _voters(one: ReadMotion, other: ReadMotion) -> Iterator[tuple[str, str, str]]:
    """Members whose own vote the two tell otherwise."""
    here, there = ({_surname(name): vote for name, vote in m.votes} for m in (one, other))
    for name in sorted(here.keys() & there.keys() - {""}):
        if here[name] != there[name]:
            yield f"vote of {name.title()}", here[name], there[name]


def told(here: str, there: str, apart: tuple[str, str, str]) -> str:
    """A difference as a sentence. here, there: the two documents, in words."""
    what, first, second = apart
    give = "give" if "minutes" in here else "gives"
    return f"{here} {give} the {what} as {first}, {there} as {second}"


def _counted(motion: ReadMotion) -> bool:
    return motion.ayes is not None and motion.nays is not None


def _tally(motion: ReadMotion) -> str:
    return f"{motion.ayes}-{motion.nays}"


def _plain(result: str) -> str:
    return result.replace("_", " ")


def _same_person(first: str, second: str) -> bool:
    """Whether two printed names may be one person's: their surnames, give or take a letter."""
    one, other = _surname(first), _surname(second)
    ratios = (SequenceMatcher(None, a, b).ratio() for a, b in ((one, other), (other, one)))
    return not one or not other or max(ratios) >= _ALIKE


def _surname(name: str) -> str:
    words = _WORD.findall(name)
    return words[-1].casefold() if words else ""
