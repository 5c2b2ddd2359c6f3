"""One walk over the tokens of a vote: each side is a label, somebody's vote, or a counted word.

Owns the order of these questions and where one vote ends and another begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.votes import labels, lists, members
from nlp.votes.lexer import Token
from nlp.votes.values import Tally
from nlp.votes.words import LOOSE

_FAR = 12
_FREE = frozenset(("line", "blank", "semi", "stop", "colon", "comma", "open", "gap", "slash",
                   "close", "number"))  # fmt: skip
_BROKEN = re.compile(
    r"\b(?:break|broke|breaking|casts?|casting)\b[^.]{0,40}\b(?:vote"
    r"|tie)\b",
    re.I,
)
_BESIDE = re.compile(r"roll\s*call|poll(?:ed)?|vote|carried|passed|failed|\d-\d", re.I)


class Walk:
    """Collects counts and names; the first word about a person or side stands."""

    def __init__(self, row: Sequence[Token], block: str) -> None:
        self.row, self.block = row, block
        self.counts: dict[str, int] = {}
        self.names: dict[str, str] = {}
        self.rest = ""
        self.start, self.end = -1, 0
        self.leads: bool | None = None
        self.last = -_FAR
        self.plain = 0
        self.taken = 0
        self.over = False

    def read(self) -> Tally:
        """The vote told by the row. A single "Odell: no" beside no word of voting is none."""
        at = 0
        while at < len(self.row) and not self.over:
            at = self._side(at) if self.row[at].kind == "side" else at + 1
        lone = self.plain == len(self.names) == 1 and not self.counts
        if lone and not _BESIDE.search(self.block, 0, self.end):
            return Tally()
        return Tally(self.counts, self.names, (), self.rest, self.start, self.end)

    def _side(self, at: int) -> int:
        if at - self.last > _FAR:
            self.leads = None
        if self.row[at].text.lower() in LOOSE and not self._strict(at):
            return at + 1
        found = members.voters(self.row, at, paired=self.leads is False)
        if found and self.leads is not True and not labels.strictly(self.row, at):
            return self._pair(at, found)
        if self._number_before(at):
            return self._counted(at)
        if labels.opens(self.row, at, leads=self.leads is not False):
            return self._list(at)
        if found:
            return self._pair(at, found)
        return self._others(at)

    def _strict(self, at: int) -> bool:
        """Whether signs make a loose word a side: "For: 3", "3 for, 2 against", "Odell - for"."""
        before = self.row[at - 1].kind if at else "line"
        behind = self.row[at + 1].kind if at + 1 < len(self.row) else "end"
        ends = behind in ("comma", "semi", "stop", "close", "line", "blank", "end", "and", "gap")
        if before in _FREE:
            return (
                behind in ("colon", "dash", "gap", "dots", "open")
                or (before == "comma" and ends)
                or ends
            )
        return ends and (before in ("dash", "number", "dots") or self.leads is False)

    def _pair(self, at: int, found: list[int]) -> int:
        side = self.row[at].side
        self.leads = False if self.leads is None else self.leads
        for index in found:
            self.plain += not members.phrase(self.row[at])
            self.names.setdefault(self.row[index].text, side)
        return self._took(found[0], at, at + 1)

    def _list(self, at: int) -> int:
        made = lists.read_list(self.row, at)
        if made.names and all(name in self.names for name in made.names) and len(made.names) > 1:
            # The same people once more: another vote.
            self.over = True
            return at + 1
        self.leads = True if made.names and self.leads is None else self.leads
        for name in made.names:
            self.names.setdefault(name, made.side)
        if made.stated is not None:
            self._state(made.side, made.stated, at)
        if not made.names and made.stated is None:
            return at + 1
        return self._took(at, made.stop - 1, max(made.stop, at + 1))

    def _state(self, side: str, number: int, at: int) -> None:
        """Keeps the first number of a side; the later one where a tie was broken between."""
        between = self.block[self.end : self.row[at].start]
        if self.end and _BROKEN.search(between):
            self.counts.update(dict.fromkeys(self.counts, 0))
        if side not in self.counts or self.counts[side] == 0:
            self.counts[side] = number

    def _number_before(self, at: int) -> bool:
        back = at - 1
        while back >= 0 and self.row[back].kind in ("dash", "title", "close", "open", "gap"):
            back -= 1
        if back < self.taken:
            return False
        return self.row[back].kind == "number" or (back == at - 1 and self.row[back].kind == "none")

    def _counted(self, at: int) -> int:
        """ "5 ayes", "four (4) in favor", "3 Ayes: a, b, c"; a dissenter may follow in brackets."""
        back = at - 1
        while self.row[back].kind not in ("number", "none"):
            back -= 1
        side = self.row[at].side
        self._state(side, max(self.row[back].value, 0), back)
        if not self._names_behind(at):
            return self._took(back, at, at + 1)
        made = lists.read_list(self.row, at)
        for name in made.names:
            self.names.setdefault(name, side)
        return self._took(back, made.stop - 1, max(made.stop, at + 1))

    def _names_behind(self, at: int) -> bool:
        kinds = [token.kind for token in self.row[at + 1 : at + 4]]
        if not kinds or kinds[0] not in ("colon", "gap", "dash", "open", "dots", "name", "title"):
            return False
        return any(kind in ("name", "title", "none") for kind in kinds)

    def _others(self, at: int) -> int:
        """ "all others aye", "the remaining members voting yes"."""
        for back in range(at - 1, max(-1, at - 5), -1):
            token = self.row[back]
            if token.kind not in ("word", "title", "all", "gap", "comma", "dash"):
                break
            if token.kind == "word" and token.text in ("others", "remaining", "other", "rest"):
                self.rest = self.row[at].side
                return self._took(back, at, at + 1)
        return at + 1

    def _took(self, first: int, last: int, then: int) -> int:
        self.start = self.row[first].start if self.start < 0 else self.start
        self.end = max(self.end, self.row[last].end)
        self.last = last
        self.taken = then
        return then
