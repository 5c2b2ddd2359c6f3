"""The answers of a vendor's interface as plain items with their votes.

Owns the JSON's fields (Legistar's Web API, v1) and the forms in which it arrives: bound answers as
the crawler keeps them, one answer for a meeting's items, one event with its items. Every value is
made one line; nothing is judged here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nlp.pages.text import decode, paired

FORMAT = "offagenda-votes/"
"""How the crawler's bound form begins its `format`; the rest is the number of the form."""

_NESTED = {
    "votes": ("EventItemVotes", "EventItemVoteInfo"),
    "rollcalls": ("EventItemRollCalls", "EventItemRollCallInfo"),
}
"""Where some programs put an item's own answers when they save the items as one file."""


@dataclass(frozen=True)
class Entry:
    """One item as the vendor keeps it; empty where it says nothing.

    passed: Pass | Fail or as printed; votes, roll: name and value in the vendor's words; attached:
    names of the files beside it; lost: why an answer that belongs to it is not there.
    """

    number: str = ""
    title: str = ""
    paper: str = ""
    kind: str = ""
    consent: bool = False
    action: str = ""
    text: str = ""
    mover: str = ""
    seconder: str = ""
    passed: str = ""
    tally: str = ""
    votes: tuple[tuple[str, str], ...] = ()
    roll: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answers:
    """A meeting's record: its name and day as the vendor gives them, and its items in order."""

    title: str = ""
    day: str = ""
    items: tuple[Entry, ...] = ()


@dataclass
class _Lists:
    """The votes and rolls that came as answers of their own, by item."""

    votes: dict[int, Sequence[Any]] = field(default_factory=dict)
    rollcalls: dict[int, Sequence[Any]] = field(default_factory=dict)
    lost: dict[int, list[str]] = field(default_factory=dict)


def answers(data: bytes) -> Answers | None:
    """The record in some bytes, None where they are none. Never raises."""
    text = decode(data[:200]).lstrip("\ufeff \t\r\n")
    if not text.startswith(("{", "[")):
        return None
    given = _load(decode(data))
    if isinstance(given, dict) and str(given.get("format", "")).startswith(FORMAT):
        return _bound(given)
    if isinstance(given, dict) and isinstance(given.get("EventItems"), list):
        day = _line(given.get("EventDate"))[:10]
        return Answers(_line(given.get("EventBodyName")), day, _items(given["EventItems"]))
    if isinstance(given, list) and any(isinstance(one, dict) and _is_item(one) for one in given):
        return Answers(items=_items(given))
    return None


def _load(text: str) -> Any:
    try:
        return json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None


def _is_item(one: Mapping[str, Any]) -> bool:
    return "EventItemId" in one and "EventItemTitle" in one


def _bound(given: Mapping[str, Any]) -> Answers:
    """The crawler's form: each answer letter for letter as a text among its parts."""
    meeting = given.get("meeting")
    meeting = meeting if isinstance(meeting, dict) else {}
    lists, items = _Lists(), []
    parts = given.get("parts")
    for part in parts if isinstance(parts, list) else ():
        if not isinstance(part, dict):
            continue
        body = part.get("body")
        answer = _load(body) if isinstance(body, str) else None
        if part.get("what") == "eventitems" and isinstance(answer, list):
            items += answer
        elif isinstance(number := part.get("item"), int):
            _take(lists, number, part, answer)
    title, day = _line(meeting.get("title")), _line(meeting.get("date"))[:10]
    return Answers(title, day, _items(items, lists))


def _take(lists: _Lists, number: int, part: Mapping[str, Any], answer: Any) -> None:
    what = part.get("what")
    if not isinstance(answer, list):
        why = _line(part.get("problem")) or "the answer is no list"
        lists.lost.setdefault(number, []).append(f"{_line(what)} ({why})")
    elif what in ("votes", "rollcalls"):
        getattr(lists, what)[number] = answer


def _items(given: Sequence[Any], lists: _Lists | None = None) -> tuple[Entry, ...]:
    """Each item once, in the vendor's order of the minutes where it gives one."""
    lists = lists or _Lists()
    held: dict[Any, Mapping[str, Any]] = {}
    for index, one in enumerate(given):
        if isinstance(one, dict) and _is_item(one):
            number = one["EventItemId"]
            held[number if isinstance(number, int) else f"#{index}"] = one
    order = sorted(enumerate(held.values()), key=lambda pair: (*_sequence(pair[1]), pair[0]))
    return tuple(_item(one, lists) for _, one in order)


def _sequence(one: Mapping[str, Any]) -> tuple[int, int]:
    """Where an item stands: by the agenda, else the minutes; one without a place stands last."""
    for name in ("EventItemAgendaSequence", "EventItemMinutesSequence"):
        if isinstance(value := one.get(name), int):
            return (0, value)
    return (1, 0)


def _item(one: Mapping[str, Any], lists: _Lists) -> Entry:
    number = one["EventItemId"] if isinstance(one["EventItemId"], int) else -1
    flag = {"1": "Pass", "0": "Fail"}.get(_line(one.get("EventItemPassedFlag")), "")
    notes = (_line(one.get(f"EventItem{name}Note")) for name in ("Agenda", "Minutes"))
    return Entry(
        number=_line(one.get("EventItemAgendaNumber")).strip(" .)(:"),
        title=_line(one.get("EventItemTitle")) or _line(one.get("EventItemMatterName")),
        paper=_line(one.get("EventItemMatterFile")),
        kind=_line(one.get("EventItemMatterType")),
        consent=one.get("EventItemConsent") in (1, True),
        action=_line(one.get("EventItemActionName")),
        text=_line(one.get("EventItemActionText")),
        mover=_line(one.get("EventItemMover")),
        seconder=_line(one.get("EventItemSeconder")),
        passed=_line(one.get("EventItemPassedFlagName")) or flag,
        tally=_line(one.get("EventItemTally")),
        votes=tuple(_cast(one, lists.votes.get(number), "votes", "Vote")),
        roll=tuple(_cast(one, lists.rollcalls.get(number), "rollcalls", "RollCall")),
        notes=tuple(note for note in notes if note),
        attached=tuple(_attached(one.get("EventItemMatterAttachments"))),
        lost=tuple(lists.lost.get(number, ())),
    )


def _attached(given: Any) -> Iterator[str]:
    """The names of an item's files: "agreement" may stand in no other place."""
    for one in given if isinstance(given, list) else ():
        if isinstance(one, dict) and (name := _line(one.get("MatterAttachmentName"))):
            yield name


def _cast(
    one: Mapping[str, Any], given: Sequence[Any] | None, what: str, prefix: str
) -> Iterator[tuple[str, str]]:
    """Names with what each said, from an answer of its own or from inside the item."""
    if given is None:
        inside = (one.get(name) for name in _NESTED[what])
        given = next((value for value in inside if isinstance(value, list)), ())
    for vote in given:
        if isinstance(vote, dict) and (name := _line(vote.get(f"{prefix}PersonName"))):
            yield name, _line(vote.get(f"{prefix}ValueName")).replace(" - ", " ")


def _line(value: Any) -> str:
    """A value as one line of text."""
    if value is None or isinstance(value, (dict, list)):
        return ""
    return " ".join(paired(str(value)).replace("\x00", "").split())
