"""One motion on the floor of a meeting, and what its votes come to.

Owns the count by voices and what makes it doubtful; who may speak to it is the floor's matter.
"""

from __future__ import annotations

from dataclasses import dataclass, field

_MIXED = "several voices stand in one turn: who moved and who seconded is not told apart"
_NUMBERED = "the transcript tells its speakers apart by number or letter only"
_VOICED = "counted from the voices that the transcript tells apart"


@dataclass
class Pending:
    """A motion on the floor.

    turn: where it was moved; weak: words that count only with a second or a vote behind them;
    heard: the last turn that called for or gave a vote; by_name, by_voice: votes of people who were
    called, and of people who just spoke; chorus: sides on which nobody in particular spoke;
    caller: who called the vote; talkers: who else spoke during it, so that votes may be missed.
    """

    turn: int
    start: int
    end: int
    proposal: str
    weak: bool
    mover: str | None = None
    seconder: str | None = None
    numbered: bool = False
    same_voice: bool = False
    mixed: bool = False
    seconded: int | None = None
    called: int | None = None
    heard: int = 0
    roll: bool = False
    none_opposed: bool = False
    unanimous: bool = False
    result: str = "unknown"
    tally: tuple[int, int] | None = None
    by_name: dict[str, str] = field(default_factory=dict)
    by_voice: dict[str, str] = field(default_factory=dict)
    chorus: set[str] = field(default_factory=set)
    caller: str | None = None
    talkers: set[str] = field(default_factory=set)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def sides(self) -> set[str]:
        """The sides on which a voice was heard."""
        return self.chorus | {*self.by_voice.values(), *self.by_name.values()}

    @property
    def votes(self) -> dict[str, str]:
        """Who voted how: people who were called, else people who spoke."""
        return self.by_name if len(self.by_name) >= 2 else {**self.by_voice, **self.by_name}

    def told(self) -> tuple[str, dict[str, int | None], str, list[str]]:
        """Result, count by side, method, and all that makes them doubtful."""
        sides, method, doubts = _counted(self)
        result = self.result
        if result == "unknown":
            result, doubt = _from_voices(self, sides)
            doubts += doubt
        if self.mixed:
            doubts.append(_MIXED)
        elif self.same_voice:
            doubts.append("the same voice moves and seconds")
        if self.numbered:
            doubts.append(_NUMBERED)
        return result, sides, method, doubts


def _counted(one: Pending) -> tuple[dict[str, int | None], str, list[str]]:
    """The count by side, the method, and what makes the count doubtful."""
    sides: dict[str, int | None] = dict.fromkeys(("yes", "no", "abstain"))
    doubts: list[str] = []
    votes = one.votes
    missed = one.chorus or one.talkers - votes.keys() - {one.caller}
    if len(votes) >= 2 and (len(one.by_name) >= 2 or not missed):
        heard = list(votes.values())
        sides = {"yes": heard.count("yes"), "no": heard.count("no")}
        sides["abstain"] = heard.count("abstain") or None
        if len(one.by_name) < 2:
            doubts.append(_VOICED)
    if one.tally is not None:
        if sides["yes"] is not None and one.tally != (sides["yes"], sides["no"]):
            doubts.append(f"the chair says {one.tally[0]}-{one.tally[1]}, the voices "
                          f"{sides['yes']}-{sides['no']}")  # fmt: skip
        sides["yes"], sides["no"] = one.tally
    elif (one.unanimous or one.none_opposed) and sides["no"] is None:
        sides["no"] = 0
    if len(one.by_name) >= 2 or (one.roll and len(votes) >= 2):
        return sides, "roll_call", doubts
    if one.unanimous:
        return sides, "unanimous", doubts
    return sides, "voice" if one.called is not None or one.sides else "unknown", doubts


def _from_voices(one: Pending, sides: dict[str, int | None]) -> tuple[str, list[str]]:
    """The result where nobody states it, and the doubt that goes with it.

    Only a roll call shows that a motion was lost: in a chorus more voices may have been missed.
    """
    ayes, nays = sides["yes"], sides["no"]
    if ayes is not None and nays is not None and ayes + nays >= 2:
        doubt = ["no outcome is stated: read from the voices"]
        if ayes > nays:
            return "passed", doubt
        return ("failed", doubt) if nays > ayes and len(one.by_name) >= 2 else ("unknown", [])
    if one.called is not None and one.sides == {"yes"}:
        return "passed", ["no outcome is stated: only ayes are heard"]
    return "unknown", []
