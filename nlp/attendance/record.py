"""The attendance record: mentions of people put together, one person under several spellings once.

Owns the order in which layouts are believed and what a later mention changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nlp.attendance import titles
from nlp.attendance.blocks import blocks
from nlp.attendance.changes import Change, changes
from nlp.attendance.names import entries
from nlp.attendance.pairs import clauses, pairs, presiding
from nlp.attendance.rosters import rosters
from nlp.attendance.seen import ABSENT, LATE, LEFT, PRESENT, REMOTE, Seen
from nlp.people import TITLE, member
from nlp.spelling import SAME, likeness

_MOST, _AHEAD = 150, 20_000
_MEMBERS = re.compile(r"\b(?:members|select\s?board|board)\b")
BOTH = "recorded as present and as absent"


@dataclass(frozen=True)
class Entry:
    """One person: the first mention, every spelling, and what makes it doubtful."""

    seen: Seen
    spellings: tuple[str, ...]
    doubts: tuple[str, ...] = ()


def record(text: str) -> list[Entry]:
    """Everyone on the record, in the order of first mention; empty where nothing is printed."""
    found: list[Seen] = []
    beside: list[tuple[int, int]] = []
    for group, block in enumerate(blocks(text)):
        rule = f"list under '{block.label}'"
        members = _MEMBERS.search(rule) is not None
        found += entries(block.text, block.start, block.state, rule, group,
                         staff=block.staff, indent=block.indent, members=members)  # fmt: skip
        if block.staff:
            beside.append((block.start, block.start + len(block.text) + 1))
    found += pairs(text, 1000)
    listed = any(seen.state != ABSENT and not seen.staff for seen in found)
    said = clauses(text, 2000, beside)
    found += said
    if not listed and not any(seen.state != ABSENT and not seen.staff for seen in said):
        found += _there(rosters(text, 2900), found)
    # Where a list names the members, who presides over them without being on it is none of them.
    found += presiding(text, 3000, beside=listed)
    people: list[Entry] = []
    for seen in sorted(found[:_MOST], key=lambda seen: seen.start):
        for one in _columns_parted(text, seen):
            _add(people, one)
    for change in changes(text):
        _change(people, change)
    return people


def _there(roster: list[Seen], found: list[Seen]) -> list[Seen]:
    """Members of a bare roster but for those who are said to be absent."""
    away = [seen.name for seen in found if seen.state == ABSENT]
    return [seen for seen in roster if member(seen.name, away) is None]


def _columns_parted(text: str, seen: Seen) -> list[Seen]:
    """ "Commissioner Odell Ann Kern" is two columns, where the text knows a Commissioner Odell."""
    first, _, rest = seen.name.partition(" ")
    if len(rest.split()) < 2:
        return [seen]
    surname = re.compile(rf"\b(?:{TITLE})[ ]{re.escape(first)}[ ](?!{re.escape(rest)})[a-z]")
    if not surname.search(text, seen.end, seen.end + _AHEAD):
        return [seen]
    cut = seen.start + len(first)
    own = replace(seen, name=first, end=cut, office=None, staff=False)
    return [own, replace(seen, name=rest, start=seen.end - len(rest), staff=True)]


def _add(people: list[Entry], seen: Seen) -> None:
    at = _known(people, seen)
    if at is None:
        people.append(Entry(seen, (seen.name,)))
        return
    old = people[at]
    spellings = tuple(dict.fromkeys((*old.spellings, seen.name)))
    people[at] = replace(old, seen=_merged(old.seen, seen), spellings=spellings,
                         doubts=_doubts(old, seen))  # fmt: skip


def _known(people: list[Entry], seen: Seen) -> int | None:
    """The person of this name. In one list every name is a person of its own."""
    others = [p for p in people if p.seen.group != seen.group]
    for index, person in enumerate(people):
        if likeness(person.seen.name, seen.name) == SAME:
            return index
    whom = member(seen.name, [p.seen.name for p in others])
    return next((i for i, p in enumerate(people) if p.seen.name == whom), None) if whom else None


def _merged(old: Seen, new: Seen) -> Seen:
    office = old.office or new.office
    staff = old.staff and new.staff if old.group != new.group else old.staff
    staff = staff or titles.staff(office)
    told = new.state if old.state == PRESENT and new.state in (REMOTE, LATE, LEFT) else old.state
    return replace(old, office=office, staff=staff, state=told, at=old.at or new.at)


def _doubts(old: Entry, new: Seen) -> tuple[str, ...]:
    differ = (old.seen.state == ABSENT) != (new.state == ABSENT)
    return tuple(dict.fromkeys((*old.doubts, *((BOTH,) if differ else ()))))


def _change(people: list[Entry], change: Change) -> None:
    roster = [person.seen.name for person in people]
    whom = member(change.name, roster)
    if whom is None:
        return
    index = roster.index(whom)
    seen = people[index].seen
    if change.state == PRESENT:
        if seen.state == LEFT:
            people[index] = replace(people[index], seen=replace(seen, state=PRESENT, at=None))
        return
    if change.state == LEFT and seen.state == ABSENT:
        return
    people[index] = replace(
        people[index], seen=replace(seen, state=change.state, at=change.at or seen.at)
    )
