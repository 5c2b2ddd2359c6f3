"""Where a match stands in its document, and the flag that this makes of it.

Owns a flag's bounds and doubts. What its words amount to is told by nlp.relevance and nlp.speakers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection

from nlp.outline import Entry
from nlp.passages import around, sentence, sentences
from nlp.people import surname
from nlp.relevance import Setting, relevance
from nlp.saying import is_talk
from nlp.sections import section_of
from nlp.speakers import REACH, Speaker, Speakers, opens
from nlp.state import Hit, State
from nlp.topicmatch import Match

_LONGEST = 1200
_LABEL = re.compile(r"\W*([A-Z][^.:\n]{3,50})[.:]\s")
_CARRIED = "who speaks is told by an earlier sentence"


class Place:
    """Where a match stands in its document, and what that makes of its passage."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.text = state.source.text
        self.starts = [entry.start for entry in state.entries]
        self.roster = _roster(state)
        spoken = state.meta.kind == "transcript"
        self.speakers = Speakers(self.text, self.roster, spoken=spoken)

    def entry(self, at: int) -> Entry | None:
        index = bisect_right(self.starts, at) - 1
        return self.state.entries[index] if index >= 0 else None

    def hit(self, match: Match, entry: Entry | None) -> Hit | None:
        """The flag of one match, with its passage's bounds; None where its rule wants another."""
        rule, at, end = match.rule, match.at, match.end
        section = self._section(entry, at)
        heading = entry is not None and at < entry.body and not self._prose(entry)
        if entry is not None and heading:
            first, last = entry.start, min(entry.body, entry.start + _LONGEST)
        else:
            low, high = self._opening(entry, at), entry.end if entry else len(self.text)
            first, last = around(self.text, at, end, low, high, lines=True)
        own = sentence(self.text, at, end, first, last)
        public = section == "public_comment"
        who = None if heading and not public else self._speaker(entry, at, public=public)
        setting = Setting(section, heading, self.state.meta.kind, who)
        passage, words = self._words(first, last), self._words(*own)
        # A rule that gives some classes only speaks of its own sentence, not of a motion beside it.
        found = relevance(rule.about, words if rule.only else passage, words, setting)
        if found == "public_comment" and not heading:
            # One paragraph may hold the remarks of several people, about anything.
            first, last = own
        if rule.only and found not in rule.only:
            return None
        doubts = [rule.doubt] if rule.doubt else []
        if found == "public_comment" and section != found and who and not who.near:
            doubts.append(_CARRIED)
        return Hit(rule.topic, rule.rank, found, first, last, rule.name, at, section, tuple(doubts))

    def _prose(self, entry: Entry) -> bool:
        """Whether what stands as an item's title is a numbered paragraph of prose."""
        title = self.text[entry.start : min(entry.body, entry.start + _LONGEST)]
        told = opens(title, public=False, roster=self.roster) is not None
        return (told and is_talk(title)) or sentences(title) > 1

    def _words(self, first: int, last: int) -> str:
        return " ".join(self.text[first:last].split())

    def _section(self, entry: Entry | None, at: int) -> str | None:
        """The part of the meeting; where no heading tells, the label its paragraph opens with."""
        if entry is not None and entry.section is not None:
            return entry.section
        low = max(entry.start if entry else 0, at - _LONGEST)
        blank = self.text.rfind("\n\n", low, at)
        first = low if blank < 0 else blank + 2
        label = _LABEL.match(self.text, first, at)
        return section_of(label[1]) if label else None

    def _speaker(self, entry: Entry | None, at: int, *, public: bool) -> Speaker | None:
        low = self._part(at) if public else self._opening(entry, at)
        return self.speakers.at(at, low, public=public)

    @staticmethod
    def _opening(entry: Entry | None, at: int) -> int:
        """Where the words of an item begin, its title left out."""
        if entry is None:
            return 0
        return entry.body if at >= entry.body else entry.start

    def _part(self, at: int) -> int:
        """Where the part of the meeting around a place begins: its items may be its speakers."""
        index = bisect_right(self.starts, at) - 1
        entries = self.state.entries
        while index > 0 and entries[index].start > at - REACH and not entries[index].opens \
                and entries[index - 1].section == entries[index].section:  # fmt: skip
            index -= 1
        return entries[index].start if index >= 0 else 0


def _roster(state: State) -> Collection[str]:
    record = state.attendance
    names = (*record.present, *record.absent, *(person.name for person in record.people))
    return frozenset(surname(name) for name in names)
