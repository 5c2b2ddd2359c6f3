"""Which of the boards on a page a source means, by the name that its pack gives.

Owns the comparison of names; where a page prints them is a parser's matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def matching(names: Iterable[str], wanted: str) -> frozenset[str]:
    """The names that say the same; else the one name that holds all the words wanted."""
    names = frozenset(names)
    same = frozenset(name for name in names if fold(name) == fold(wanted))
    if same:
        return same
    words = set(fold(wanted).split())
    within = frozenset(name for name in names if words <= set(fold(name).split()))
    return within if len(within) == 1 else frozenset()


def fold(name: str) -> str:
    """A name's words alone, in small letters."""
    return " ".join(re.findall(r"[a-z0-9]+", name.lower().replace("&", " and ")))
