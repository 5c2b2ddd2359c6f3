"""The motions of a transcript: what is moved, seconded and voted, turn by turn.

Owns the floor: which motion is open while others speak, amendments above main motions, and when a
motion counts. The wordings are nlp.transcripts.says'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nlp.motions.direction import direction
from nlp.people import bare
from nlp.transcripts import voices
from nlp.transcripts.says import Deed, deeds, sentences
from nlp.transcripts.turns import Turn, turns

_NEAR = 12
_FAR = 150
_VOTING = 60
_ASKED = 4
_QUOTE_WORDS = 120
_PROPOSAL = 600
_SUBSIDIARY = re.compile(
    r"\b(?:amend\w*|substitut\w+|tabl(?:e|ing)|postpone|previous\s+question|the\s+question|divide|refer)\b",
    re.I,
)
_POINTER = re.compile(
    r"\W*(?:so|it|that|this|one|(?:to\s+|for\s+)?(?:the\s+|staff(?:'s)?\s+)?(?:approv(?:e|al)|adopt(?:ion)?|item|motion"
    r"|resolution|ordinance|recommendation|recommended\s+action|agenda\s+item)(?:\s+(?:it|as\s+\w+|of\s+(?:it|the\s+item)|second|please))?)?\W*"
)
_NUMBERED = "the transcript tells its speakers apart by number or letter only"
_VOICED = "counted from the voices that the transcript tells apart"


@dataclass(frozen=True)
class Spoken:
    """One motion as it was spoken; text[start:end] are the words to quote.

    proposal: what is moved, the chair's words where the mover only says "so moved". places: where
    mover, seconder, result and count stand in the text.
    """

    start: int
    end: int
    mover: str | None
    seconder: str | None
    proposal: str
    direction: str
    result: str
    ayes: int | None
    nays: int | None
    abstain: int | None
    method: str
    votes: tuple[tuple[str, str], ...]
    doubts: tuple[str, ...]
    places: dict[str, tuple[int, int]]
    words: str


@dataclass
class _Open:
    """A motion on the floor."""

    turn: int
    start: int
    end: int
    proposal: str
    weak: bool
    mover: str | None = None
    seconder: str | None = None
    numbered: bool = False
    same_voice: bool = False
    seconded: int | None = None
    called: int | None = None
    roll: bool = False
    opposed: bool = False
    none_opposed: bool = False
    unanimous: bool = False
    result: str = "unknown"
    closed: int = 0
    tally: tuple[int, int] | None = None
    by_name: dict[str, str] = field(default_factory=dict)
    by_voice: dict[str, str] = field(default_factory=dict)
    chorus: set[str] = field(default_factory=set)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def voted(self) -> bool:
        return bool(self.by_name or self.by_voice or self.chorus)


def motions(text: str) -> tuple[list[Spoken], bool]:
    """The motions in order, and whether the transcript tells its speakers apart at all."""
    found = turns(text)
    floor = _Floor(text, found)
    for index in range(len(found)):
        floor.hear(index)
    floor.clear()
    return [floor.spoken(one) for one in sorted(floor.done, key=lambda o: o.start)], bool(found)


class _Floor:
    """What is before the body while the turns go by."""

    def __init__(self, text: str, found: Sequence[Turn]) -> None:
        self.text = text
        self.turns = found
        self.open: list[_Open] = []
        self.done: list[_Open] = []
        self.asked: tuple[int, Deed] | None = None
        self.name_called: str | None = None

    def hear(self, index: int) -> None:
        """Takes one turn in."""
        turn = self.turns[index]
        while self.open and index - self.open[-1].turn > _FAR:
            self._close(self.open[-1])
        found = deeds(self.text, turn.begins, turn.end)
        self._voice(index, turn)
        for deed in found:
            self._do(index, turn, deed)
        words = self.text[max(turn.begins, turn.end - 200) : turn.end]
        self.name_called = voices.called(words)

    def clear(self) -> None:
        while self.open:
            self._close(self.open[-1])

    def _do(self, index: int, turn: Turn, deed: Deed) -> None:
        if deed.kind == "ask":
            self.asked = (index, deed)
        elif deed.kind == "move":
            self._move(index, turn, deed)
        elif deed.kind == "second":
            self._second(index, turn, deed)
        elif deed.kind == "reported":
            self._report(index, deed)
        elif deed.kind == "call":
            self._call(index, deed)
        elif self.open:
            self._vote(index, turn, deed)

    # What is moved.

    def _move(self, index: int, turn: Turn, deed: Deed) -> None:
        start, proposal = self._proposal(index, deed)
        made = _Open(
            index, start, deed.end, proposal, deed.weak, turn.speaker, numbered=turn.numbered
        )
        made.places["mover"] = (deed.start, deed.end)
        top = self.open[-1] if self.open else None
        if top is not None and self._restates(top, made):
            if len(proposal) > len(top.proposal):
                top.proposal, top.weak = proposal, top.weak and deed.weak
            return
        if top is not None and not (top.seconded is not None and _SUBSIDIARY.search(proposal)):
            self._close(top)
        self.open.append(made)

    def _restates(self, top: _Open, made: _Open) -> bool:
        """The same voice again, or a second "so moved" on the heels of the first."""
        if top.called is not None or _SUBSIDIARY.search(made.proposal):
            return False
        same = top.mover == made.mover and top.mover is not None
        if top.seconded is None:
            return same or (made.weak and made.turn - top.turn <= 2)
        return same and made.turn - top.turn <= _NEAR

    def _proposal(self, index: int, deed: Deed) -> tuple[int, str]:
        """Where the quote opens and what is moved, from the chair's question where need be."""
        low, high = deed.what or (deed.end, deed.end)
        own = " ".join(self.text[low : min(high, low + _PROPOSAL)].split())
        asked = self.asked
        if _POINTER.fullmatch(own) and asked is not None and index - asked[0] <= _ASKED:
            what = asked[1].what
            if what is not None:
                return asked[1].start, " ".join(self.text[what[0] : what[1]].split())
        return deed.start, own

    def _second(self, index: int, turn: Turn, deed: Deed) -> None:
        top = next((one for one in reversed(self.open) if one.seconded is None), None)
        if top is None or index - top.turn > _NEAR or top.called is not None:
            return
        top.seconded, top.end = index, deed.end
        top.same_voice = turn.speaker is not None and turn.speaker == top.mover
        top.seconder = None if top.same_voice or index == top.turn else turn.speaker
        top.numbered = top.numbered or turn.numbered
        top.places["seconder"] = (deed.start, deed.end)

    def _report(self, index: int, deed: Deed) -> None:
        """The chair names mover and seconder: they stand where no better name is known."""
        mover = bare(deed.mover) if deed.mover else None
        seconder = bare(deed.seconder) if deed.seconder else None
        top = self.open[-1] if self.open else None
        if top is None or top.called is not None or index - top.turn > _NEAR * 2:
            if mover is None:
                return
            self.open = [*self.open[:-1]] if top is not None and self._close(top) else self.open
            start, proposal = self._proposal(index, deed)
            top = _Open(index, start, deed.end, proposal, True)
            self.open.append(top)
        if mover and (top.mover is None or top.numbered):
            top.mover = mover
            top.places["mover"] = (deed.start, deed.end)
        if seconder and (top.seconder is None or top.numbered):
            top.seconder = seconder
            top.places["seconder"] = (deed.start, deed.end)
        if seconder and top.seconded is None:
            top.seconded = index
        if mover and (seconder or top.seconder is None):
            top.numbered = False
        top.end = max(top.end, deed.end)

    # How it is voted.

    def _call(self, index: int, deed: Deed) -> None:
        if not self.open:
            self.open.append(_Open(index, deed.start, deed.end, self._put(deed), True))
        top = self.open[-1]
        top.called = index
        top.roll = top.roll or deed.roll
        top.end = max(top.end, deed.end)

    def _put(self, deed: Deed) -> str:
        """What the chair puts to the vote without a motion that was heard ("of the minutes")."""
        end = next(high for _, high in sentences(self.text, deed.start, deed.start + _PROPOSAL))
        return " ".join(self.text[deed.end : end].split())

    def _voice(self, index: int, turn: Turn) -> None:
        """A vote in this turn, for the motion that is being voted."""
        top = self.open[-1] if self.open else None
        if top is None:
            return
        words = self.text[turn.begins : min(turn.end, turn.begins + 401)]
        read_out = voices.pairs(self.text[turn.begins : min(turn.end, turn.begins + 1500)])
        since = top.called if top.called is not None else top.seconded
        if since is None or index - since > _VOTING:
            return
        if read_out:
            top.by_name.update(read_out)
            top.end = turn.end
            return
        side = voices.voice(words)
        if side is None or (top.called is None and self.name_called is None and index - since > 8):
            return
        top.end = max(top.end, turn.begins + len(words.split("\n")[0].rstrip()))
        top.places.setdefault("count", (turn.begins, top.end))
        if self.name_called is not None:
            top.by_name[self.name_called] = side
        elif turn.speaker is not None:
            top.by_voice[turn.speaker] = side
            top.numbered = top.numbered or turn.numbered
        else:
            top.chorus.add(side)

    def _vote(self, index: int, turn: Turn, deed: Deed) -> None:
        """Words about the vote, for the motion on top."""
        top = self.open[-1]
        if deed.kind == "opposed":
            top.opposed = True
        elif deed.kind == "none_opposed":
            top.none_opposed = top.called is not None
            top.unanimous = top.unanimous or "unanim" in self.text[deed.start : deed.end].lower()
        elif deed.kind == "withdrawn":
            if turn.speaker == top.mover or top.mover is None:
                self._end(top, "withdrawn", deed)
        elif deed.kind == "no_second":
            if top.seconded is None:
                self._end(top, "no_second", deed)
        elif self._believed(index, top, deed):
            top.tally = voices.figures(self.text, deed.start, min(deed.end, turn.end))
            around = self.text[max(turn.begins, deed.start - 60) : min(turn.end, deed.end + 60)]
            top.unanimous = top.unanimous or re.search(r"\bunanim", around, re.I) is not None
            self._end(top, deed.kind, deed)

    def _believed(self, index: int, top: _Open, deed: Deed) -> bool:
        """Whether "it passed" tells this motion's fate: a vote was taken just before."""
        if top.called is not None:
            return index - top.called <= _VOTING
        if deed.weak:
            return top.seconded is not None and index - top.turn <= 3 and top.voted
        return top.seconded is not None or index - top.turn <= _NEAR

    def _end(self, top: _Open, result: str, deed: Deed) -> None:
        top.result = result
        top.end = max(top.end, deed.end)
        top.places["result"] = (deed.start, deed.end)
        self._close(top)

    def _close(self, top: _Open) -> bool:
        """Takes a motion off the floor, and keeps it if it was one."""
        self.open.remove(top)
        if self._counts(top):
            self.done.append(top)
        return True

    def _counts(self, top: _Open) -> bool:
        """A motion was made, or something was voted: words nobody took up were only said."""
        if top.result != "unknown":
            return True
        if top.weak:
            return top.seconded is not None and (top.mover is not None or top.voted)
        return top.mover is not None or top.seconded is not None

    # What it comes to.

    def spoken(self, one: _Open) -> Spoken:
        """One motion as a value."""
        sides, method, doubts = _counted(one)
        result = one.result
        if result == "unknown":
            result, doubt = _from_voices(one, sides)
            doubts += doubt
        if one.same_voice:
            doubts.append("the same voice moves and seconds")
        if one.numbered:
            doubts.append(_NUMBERED)
        return Spoken(
            one.start, _quote_end(self.text, one.start, one.end), one.mover, one.seconder,
            one.proposal, _direction(one.proposal), result, sides["yes"], sides["no"],
            sides["abstain"], method, tuple(one.by_name.items() or one.by_voice.items()),
            tuple(doubts), one.places, self.text[one.start : one.end],
        )  # fmt: skip


def _counted(one: _Open) -> tuple[dict[str, int | None], str, list[str]]:
    """The count by side, the method, and what makes the count doubtful."""
    sides: dict[str, int | None] = dict.fromkeys(("yes", "no", "abstain"))
    doubts: list[str] = []
    votes = one.by_name if len(one.by_name) >= 2 else {**one.by_voice, **one.by_name}
    if len(votes) >= 2 and not (one.chorus and not one.by_name):
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
    return sides, "voice" if one.called is not None or one.voted else "unknown", doubts


def _from_voices(one: _Open, sides: dict[str, int | None]) -> tuple[str, list[str]]:
    """The result where nobody states it, and the doubt that goes with it."""
    ayes, nays = sides["yes"], sides["no"]
    if ayes is not None and nays is not None and ayes + nays >= 2 and ayes != nays:
        return "passed" if ayes > nays else "failed", ["no outcome is stated: read from the voices"]
    sides_heard = one.chorus | set(one.by_voice.values()) | set(one.by_name.values())
    if one.called is not None and sides_heard == {"yes"}:
        return "passed", ["no outcome is stated: only ayes are heard"]
    return "unknown", []


def _direction(proposal: str) -> str:
    """The way of the words moved; "I'll move it" moves that the item be adopted."""
    if _POINTER.fullmatch(proposal):
        return "adopt" if re.search(r"\w", proposal) else "other"
    return direction(proposal)


def _quote_end(text: str, start: int, end: int) -> int:
    """At most 120 words from the opener, no white space behind."""
    words = list(re.finditer(r"\S+", text[start:end]))[:_QUOTE_WORDS]
    return start + words[-1].end() if words else end
