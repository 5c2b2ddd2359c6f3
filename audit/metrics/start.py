"""The printed start of a meeting: from the list, else from the head of its agenda.

Owns the reading of times of day in a heading. An agenda that prints two gives both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import time

_HEAD = 700
_TIME = re.compile(
    r"\b(1[0-2]|0?[1-9])(?::([0-5]\d))?\s*([ap])\.?\s?m\b|\b(noon)\b", re.I
)  # fmt: skip
_LISTED = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_ASIDE = re.compile(
    r"\b(?:post|publish|print|updat|creat|revis|deadline|office hours|executive|doors|before|"
    r"adjourn|until|end)\w*[^\n]{0,30}$",
    re.I,
)


def listed(text: str | None) -> time | None:
    """An HH:MM as the store keeps it."""
    found = _LISTED.fullmatch(text or "")
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time(int(found[1]), int(found[2]))


def printed(text: str) -> tuple[time, ...]:
    """Distinct times in the head of an agenda's first page, earliest first.

    Times of posting and of closed sessions before the meeting are not starts.
    """
    head = text[:_HEAD]
    found = {
        _time(hit) for hit in _TIME.finditer(head) if not _ASIDE.search(head[: hit.start()][-60:])
    }
    return tuple(sorted(found))


def starts(times: Iterable[str | None], pages: Iterable[str]) -> tuple[time, ...]:
    """The start as listed, else as the agenda prints it; () where neither does."""
    given = {one for one in map(listed, times) if one is not None}
    if given:
        return tuple(sorted(given))
    return next((found for page in pages if (found := printed(page))), ())


def _time(hit: re.Match[str]) -> time:
    if hit[4]:
        return time(12, 0)
    hour = int(hit[1]) % 12 + (12 if hit[3].lower() == "p" else 0)
    return time(hour, int(hit[2] or 0))
