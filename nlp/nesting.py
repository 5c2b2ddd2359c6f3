"""Which item each item is a part of, and which stand in the consent agenda.

Owns the levels: numbers of one shape are one level, and a shape that opens under another is below
it. Pure: entries in, entries out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nlp.outline import Entry
from nlp.sections import section_of

_TAIL = re.compile(r"(?P<head>.+?)(?:\.\d+[A-Za-z]?|(?<=\d)[A-Za-z]|-\d+)$")
_NAMED = frozenset(("named", "capitals", ""))
# What still belongs to a consent agenda that lists its members under plain headings.
_WITHIN = frozenset((None, "minutes", "consent", "reports"))
_REMOVED = re.compile(r"\b(?:removed|pulled|withdrawn|taken)\b", re.I)
_PAPER = re.compile(r"\b(?:resolution|ordinance)\b", re.I)
_VOTE = re.compile(r"\W*(?:roll\s*call|vote|ayes?|nays?|motion|result)\b", re.I)
_RUN_IN = 60


@dataclass
class _Levels:
    """The numbered headings that are open, outermost first."""

    open: list[Entry] = field(default_factory=list)

    def take(self, entry: Entry) -> str | None:
        """Puts a numbered entry in its place; the number of the one it is a part of."""
        direct = self._by_number(entry)
        if direct is not None:
            del self.open[self.open.index(direct) + 1 :]
        else:
            style = self._style(entry)
            same = [i for i, one in enumerate(self.open) if one.style == style]
            if same:
                del self.open[same[0] :]
            entry = replace(entry, style=style)
        parent = self.open[-1].number if self.open else None
        self.open.append(entry)
        return parent

    def _by_number(self, entry: Entry) -> Entry | None:
        """ "5.1", "5a" and "H-1" name the item they are a part of."""
        tail = _TAIL.fullmatch(entry.number or "")
        if tail is None:
            return None
        return next((one for one in reversed(self.open) if one.number == tail["head"]), None)

    def _style(self, entry: Entry) -> str:
        """ "I" behind "H" is a letter, not the roman one."""
        number = entry.number or ""
        if entry.style == "roman" and len(number) == 1:
            for one in self.open:
                if one.style == "letter" and one.number == chr(ord(number) - 1):
                    return "letter"
        return entry.style


def nested(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with parent and consent filled in."""
    levels, out = _Levels(), []
    consent: Entry | None = None
    members: set[str] = set()
    for entry in entries:
        if entry.style not in _NAMED and entry.number:
            entry = replace(entry, parent=levels.take(entry))
        elif entry.opens or (entry.style == "capitals" and not _PAPER.search(entry.title)):
            # "1." under the next plain heading starts a list of its own.
            levels.open.clear()
        if _opens_consent(entry):
            consent, members = entry, set()
        elif consent is not None and (
            _ends(consent, entry, levels) or _beside(consent, entry, members)
        ):
            consent = None
        member = consent is not None and entry is not consent
        if member and entry.number:
            members.add(entry.number)
        out.append(replace(entry, consent=member) if member else entry)
    return out


def _beside(consent: Entry, entry: Entry, members: set[str]) -> bool:
    """Behind numbered members of a plain heading, the next plain heading is no member.

    Nor is a number that comes again: the item that was taken out is taken up there.
    """
    if consent.style not in _NAMED or not members:
        return False
    if entry.style not in _NAMED and entry.number:
        return entry.number in members
    return not _VOTE.match(entry.title)


def _opens_consent(entry: Entry) -> bool:
    return entry.opens and section_of(entry.title) == "consent" and len(entry.title) <= 200


def _ends(consent: Entry, entry: Entry, levels: _Levels) -> bool:
    """Whether an entry stands beside the consent agenda, and no more in it."""
    if consent.style not in _NAMED:
        numbered = entry.style not in _NAMED and entry.number is not None
        if numbered:
            return all(one.start != consent.start for one in levels.open)
        return entry.opens and section_of(entry.title) not in _WITHIN
    if entry.style not in _NAMED:
        return False
    if _REMOVED.search(entry.title) and "onsent" in entry.title.title():
        return True
    if entry.opens and len(entry.title) > _RUN_IN and ":" in entry.title:
        return False
    return entry.opens and section_of(entry.title) not in _WITHIN
