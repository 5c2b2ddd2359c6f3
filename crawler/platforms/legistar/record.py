"""A meeting's vote record: which answers of the Web API it wants, and how they are bound.

Owns the bound form. One meeting's votes lie in one answer for its items and one more for each item
that was voted on; no single answer can be read as a vote. So they are bound into one text that
holds each answer letter for letter, with its address and hash: nothing is added but the meeting
the list of events names. No time stands in it: the same answers are the same bytes. Each answer is
in the archive by itself as well (docs/decisions/014).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crawler.platforms.legistar import events, names

FORMAT = "offagenda-votes/1"
ITEMS, VOTES, ROLL = "eventitems", "votes", "rollcalls"


@dataclass(frozen=True)
class Ask:
    """One more answer that the record wants: the votes or the roll call of one item."""

    what: str
    item: int
    url: str


@dataclass(frozen=True)
class Part:
    """One answer letter for letter, or why there is none."""

    what: str
    url: str
    body: bytes | None
    item: int | None = None
    problem: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Raises UnicodeDecodeError where the answer is not UTF-8."""
        said: dict[str, Any] = {"what": self.what, "url": self.url}
        if self.item is not None:
            said["item"] = self.item
        if self.body is None:
            return {**said, "problem": self.problem}
        text = self.body.decode("utf-8")
        return {**said, "sha256": hashlib.sha256(self.body).hexdigest(), "body": text}


def asks(body: bytes, url: str) -> tuple[Ask, ...] | None:
    """What else is asked for after the items of a meeting; None where these are no items.

    Votes only of items with a decision, a roll only where one was called: each is one request.
    """
    given = events.load(body)
    base = names.api(url)
    if not isinstance(given, list) or base is None:
        return None
    items = [one for one in given if isinstance(one, dict) and _number(one) is not None]
    if given and not items:
        return None
    return tuple(dict.fromkeys(ask for one in items for ask in _asks(one, base)))


def bound(meeting: Mapping[str, Any], parts: Iterable[Part]) -> bytes:
    """The record of one meeting. Raises UnicodeDecodeError where an answer is not UTF-8."""
    whole = {
        "format": FORMAT,
        "platform": names.PLATFORM,
        "meeting": dict(meeting),
        "parts": [part.as_json() for part in parts],
    }
    return json.dumps(whole, sort_keys=True, ensure_ascii=False, indent=0).encode()


def decided(item: Mapping[str, Any]) -> bool:
    """Whether something happened to an item that may have been voted on."""
    told = ("PassedFlag", "PassedFlagName", "ActionName", "Tally", "Mover", "Seconder")
    return any(item.get(f"EventItem{name}") not in (None, "") for name in told)


def _asks(item: Mapping[str, Any], base: str) -> Iterator[Ask]:
    number = _number(item)
    assert number is not None
    if decided(item):
        yield Ask(VOTES, number, names.votes_url(base, number))
    if item.get("EventItemRollCallFlag") in (1, True):
        yield Ask(ROLL, number, names.rolls_url(base, number))


def _number(item: Mapping[str, Any]) -> int | None:
    number = item.get("EventItemId")
    return number if isinstance(number, int) and not isinstance(number, bool) else None
