"""The floor of a meeting: which motion is open while the turns go by.

Owns who moves, seconds and votes, amendments above main motions, and when a motion counts. The
wordings are nlp.transcripts.says', the count is nlp.transcripts.pending's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from nlp.people import bare
from nlp.transcripts import voices
from nlp.transcripts.pending import Pending
from nlp.transcripts.says import Deed, deeds, sentences
from nlp.transcripts.turns import Turn

_NEAR = 12
_FAR = 150
_VOTING = 60
_ASKED = 4
_PROPOSAL = 600
_DEEPEST = 4
_SUBSIDIARY = re.compile(
    r"\b(?:amend\w*|substitut\w+|tabl(?:e|ing)|postpone|(?:the|previous)\s+question|divide|refer)\b",
    re.I,
)
POINTER = re.compile(
    r"\W*(?:so|it|that|this|one|(?:to\s+|for\s+)?(?:the\s+|staff(?:'s)?\s+)?(?:approv(?:e|al)"
    r"|adopt(?:ion)?|item|motion|resolution|ordinance|recommendation|recommended\s+action"
    r"|agenda\s+item)(?:\s+(?:it|as\s+\w+|of\s+(?:it|the\s+item)|second|please))?)?"
    r"(?:\W+(?:mayor|(?:madam|mister)\s+\w+|m[rs]s?\.?\s+\w+|chair\w*|president|please))?\W*",
    re.I,
)
"""Words that only point at what is moved ("it", "the item")."""
_POINTS = re.compile(
    r"\b(?:it|that|this|one|approv|adopt|item|motion|resol|ordin|recom|agenda)", re.I
)
_MAIN = re.compile(r"\b(?:main|original)\s+(?:motion|question)|\bmotion\s+as\s+amended", re.I)
_PUT = re.compile(
    r"\W*(?:please|say|signify|indicate|raise|aye|of\s+(?:that|this|it)|opposed|$)", re.I
)


class Floor:
    """What is before the body while the turns go by."""

    def __init__(self, text: str, found: Sequence[Turn]) -> None:
        self.text = text
        self.turns = found
        self.open: list[Pending] = []
        self.done: list[Pending] = []
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
            self._call(index, turn, deed)
        elif self.open:
            self._vote(index, turn, deed)

    # What is moved.

    def _move(self, index: int, turn: Turn, deed: Deed) -> None:
        start, proposal = self._proposal(index, deed)
        made = Pending(index, start, deed.end, proposal, deed.weak)
        # The chair does not answer his own question: one turn holds two voices.
        made.mixed = deed.weak and self.asked is not None and self.asked[0] == index
        if not made.mixed:
            made.mover, made.numbered = turn.speaker, turn.numbered
        made.places["mover"] = (deed.start, deed.end)
        top = self.open[-1] if self.open else None
        if top is not None and self._restates(top, made):
            if len(proposal) > len(top.proposal):
                top.proposal, top.weak = proposal, top.weak and deed.weak
            return
        if top is not None and not (top.seconded is not None and _SUBSIDIARY.search(proposal)):
            self._close(top)
        if len(self.open) >= _DEEPEST:
            self._close(self.open[0])
        self.open.append(made)

    def _restates(self, top: Pending, made: Pending) -> bool:
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
        if not POINTER.fullmatch(own):
            return deed.start, own
        if self.asked is not None and index - self.asked[0] <= _ASKED:
            asked = self.asked[1]
            if asked.what is not None:
                return asked.start, " ".join(self.text[slice(*asked.what)].split())
        return deed.start, own if _POINTS.search(own) else "so"

    def _second(self, index: int, turn: Turn, deed: Deed) -> None:
        top = next((one for one in reversed(self.open) if one.seconded is None), None)
        if top is None or index - top.turn > _NEAR or top.called is not None:
            return
        top.seconded, top.end = index, deed.end
        top.same_voice = turn.speaker is not None and turn.speaker == top.mover
        top.mixed = top.mixed or index == top.turn
        if not (top.same_voice or top.mixed):
            top.seconder = turn.speaker
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
            if top is not None:
                self._close(top)
            start, proposal = self._proposal(index, deed)
            top = Pending(index, start, deed.end, proposal, True)
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

    def _call(self, index: int, turn: Turn, deed: Deed) -> None:
        """The vote is called; what was said before is no vote."""
        if not self.open:
            if deed.roll:  # who is present
                return
            self.open.append(Pending(index, deed.start, deed.end, self._put(deed), True))
        top = self.open[-1]
        if len(self.open) > 1 and _MAIN.search(self.text[max(0, deed.start - 120) : deed.end + 60]):
            self._close(top)
            top = self.open[-1]
        if top.called is None:
            top.by_name.clear()
            top.by_voice.clear()
            top.chorus.clear()
        top.called = top.heard = index
        top.caller = turn.speaker
        top.roll = top.roll or deed.roll
        top.end = max(top.end, deed.end)

    def _put(self, deed: Deed) -> str:
        """What the chair puts to the vote without a motion that was heard ("of the minutes")."""
        end = next(high for _, high in sentences(self.text, deed.start, deed.start + _PROPOSAL))
        words = " ".join(self.text[deed.end : end].split())
        return "so" if _PUT.match(words) else words

    def _voice(self, index: int, turn: Turn) -> None:
        """A vote in this turn, for the motion that is being voted."""
        top = self.open[-1] if self.open else None
        if top is None or (top.called is None and top.seconded is None):
            return
        read_out = voices.pairs(self.text[turn.begins : min(turn.end, turn.begins + 1500)])
        if read_out and top.called is not None and index - top.heard <= _VOTING:
            top.by_name.update(read_out)
            top.end, top.heard = turn.end, index
            return
        words = self.text[turn.begins : min(turn.end, turn.begins + 401)]
        side = voices.voice(words)
        if side is None or not self._voting(index, top):
            if top.called is not None and turn.speaker and index - top.heard <= _ASKED:
                top.talkers.add(turn.speaker)
            return
        top.heard = index
        top.end = max(top.end, turn.begins + len(words.split("\n")[0].rstrip()))
        top.places.setdefault("count", (turn.begins, top.end))
        if self.name_called is not None:
            top.by_name[self.name_called] = side
        elif turn.speaker is not None:
            top.by_voice[turn.speaker] = side
            top.numbered = top.numbered or turn.numbered
        else:
            top.chorus.add(side)

    def _voting(self, index: int, top: Pending) -> bool:
        """Whether a short "yes" is a vote: behind the call, a called name, or the second itself."""
        if self.name_called is not None and index - (top.heard or top.turn) <= _VOTING:
            return True
        if top.called is not None:
            return index - top.heard <= _ASKED
        return index - 1 == (top.heard or top.seconded)

    def _vote(self, index: int, turn: Turn, deed: Deed) -> None:
        """Words about the vote, for the motion on top."""
        top = self.open[-1]
        if deed.kind == "none_opposed":
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

    def _believed(self, index: int, top: Pending, deed: Deed) -> bool:
        """Whether "it passed" tells this motion's fate: a vote was taken just before.

        A false "voted down" is a false statement about a town: it takes more.
        """
        if deed.kind == "failed" and top.sides == {"yes"}:
            return False
        voted = top.called is not None or bool(top.sides)
        if deed.weak:
            reach = 1 if deed.kind == "failed" else _ASKED
            return voted and index - top.heard <= reach
        if top.called is not None:
            return index - top.heard <= _VOTING
        return top.seconded is not None or index - top.turn <= _NEAR

    def _end(self, top: Pending, result: str, deed: Deed) -> None:
        top.result = result
        _, stop = next(
            sentences(self.text, deed.end, min(deed.end + 90, self._turn_end(deed))), (0, 0)
        )
        top.end = max(top.end, deed.end, stop)
        top.places["result"] = (deed.start, deed.end)
        self._close(top)

    def _turn_end(self, deed: Deed) -> int:
        """Where the turn of a deed ends."""
        at = bisect_right(self.turns, deed.start, key=lambda turn: turn.start) - 1
        return self.turns[at].end

    def _close(self, top: Pending) -> None:
        """Takes a motion off the floor, and keeps it if it was one."""
        self.open.remove(top)
        if self._counts(top):
            self.done.append(top)

    def _counts(self, top: Pending) -> bool:
        """A motion was made, or something was voted: words nobody took up were only said."""
        if top.result != "unknown":
            return True
        if top.weak:
            return top.seconded is not None and (top.mover is not None or bool(top.sides))
        return top.mover is not None or top.seconded is not None
