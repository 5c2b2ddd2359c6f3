"""A county that stands beside a place in an agency's name: "Example Township, Sample County".

Owns finding it by punctuation; whether what is left names a place is for `kinds`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.matching.words import VOCABULARY, words

_PARTS = re.compile(r"\s*[,;()]\s*|\s+[-\u2013\u2014/]\s+")
_COUNTY = ("county", "parish")


def beside(agency: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each reading of a name as a place with a county beside it: the words without the county,
    and the county's. A name without such punctuation has none."""
    parts = [words(part) for part in _PARTS.split(agency) if part.strip()]
    for at, part in enumerate(parts):
        word = next((w for w in _COUNTY if w in part), None)
        others = [w for i, one in enumerate(parts) if i != at for w in one]
        if word is None or not others or set(others) & set(_COUNTY):
            continue
        where = part.index(word)
        county, rest = part[:where], part[where + 1 :]
        if county and not VOCABULARY & set(county):
            yield (*others, *rest), county
