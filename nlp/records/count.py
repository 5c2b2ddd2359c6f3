"""The count of one vote: the vendor's list of who voted how, held against its own tally.

Owns the words of a vendor's votes and what makes a count doubtful.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.people import bare
from nlp.records.sheet import Cast
from nlp.votes.words import LETTER, SIDE, side_of

_MORE = {
    "abstain": re.compile(
        r"recus\w*|conflict\w*|disqualif\w*|present(?:,? not voting)?|abst\w*|not voting"
        r"|pass(?:ed)?|did not vote",
        re.I,
    ),
    "absent": re.compile(
        r"away|excus\w*|absen\w*|late|out of (?:the )?room|left|not present|no vote", re.I
    ),
    "yes": re.compile(r"y|yes\b.*|aye\b.*|affirm\w*|approved?|concur\w*|support\w*", re.I),
    "no": re.compile(r"n|no|nay\b.*|oppos\w*|negativ\w*|dissent\w*|reject\w*", re.I),
}
_NOBODY = re.compile(r"|vacan\w*|n/?a|none|ineligible|non-?voting|not applicable", re.I)
_TALLY = re.compile(r"\(?\s*(\d{1,3})\s*(?::|-|–|/|to)\s*(\d{1,3})(?:\s*(?::|-|–|/)\s*(\d{1,3}))?")


@dataclass(frozen=True)
class Counted:
    """A count as in Motion: None where the vendor says nothing."""

    ayes: int | None = None
    nays: int | None = None
    abstain: int | None = None
    absent: int | None = None
    votes: tuple[tuple[str, str], ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def leans(self) -> str | None:
        """passed | failed as more or fewer were for it than against, None where neither is said."""
        if self.ayes is None or self.nays is None or not self.ayes + self.nays:
            return None
        return "passed" if self.ayes > self.nays else "failed"


def counted(cast: Sequence[Cast], tally: str) -> Counted:
    """The count of an item: its list where there is one, else its tally."""
    printed = _TALLY.match(tally)
    stated = tuple(int(n) for n in printed.groups() if n is not None) if printed else ()
    if not cast:
        if not stated:
            return Counted()
        return Counted(stated[0], stated[1], stated[2] if len(stated) > 2 else None)
    votes: dict[str, str] = {}
    doubts: list[str] = []
    for one in cast:
        side = side_word(one.value)
        name = bare(one.name) or one.name
        if side is None:
            if not _NOBODY.fullmatch(one.value):
                doubts.append(f"the vote {one.value!r} of {name} is not understood")
            continue
        if votes.setdefault(name, side) != side:
            doubts.append(f"{name} is listed with two different votes")
    sides = Counter(votes.values())
    yes, no = sides["yes"], sides["no"]
    if stated and stated[:2] != (yes, no):
        doubts.append(
            f"the vendor's tally {tally!r} differs from its own list of votes ({yes} yes, {no} no)"
        )
    return Counted(yes, no, sides["abstain"], sides["absent"], tuple(votes.items()), tuple(doubts))


def side_word(value: str) -> str | None:
    """yes | no | abstain | absent, by the words that minutes use as well; None for another word."""
    said = value.strip(" .")
    for side, pattern in _MORE.items():
        if pattern.fullmatch(said):
            return side
    match = SIDE.fullmatch(said) or LETTER.fullmatch(said)
    return side_of(match) if match else None
