"""Whether words speak of another board than the document's own.

Owns the names of the boards that share a municipality's schedules; a document whose own
body bears such a name may speak of it.
"""

from __future__ import annotations

import re

_OTHERS = (
    "planning", "zoning", "recreation", "school", "authority", "committee", "library", "shade",
    "historical", "water", "sewer", "fire", "parks", "civil", "ethics", "workshop",
)  # fmt: skip


def other_board(text: str, body: str) -> bool:
    """Whether words of a board stand there that the body's own name does not hold."""
    told, own = text.casefold(), body.casefold()
    return any(re.search(rf"\b{word}\b", told) and word not in own for word in _OTHERS)
