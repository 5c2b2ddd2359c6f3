"""From a transcript's spoken motions to the values that leave the room.

Owns the doubt of a transcript whose votes cannot be read; the assembly is that of minutes.
"""

from __future__ import annotations

from nlp.motions.assemble import of_read
from nlp.motions.outcome import Outcome
from nlp.motions.read import Read
from nlp.state import State
from nlp.transcripts.motions import Spoken, motions
from nlp.values import Motion
from nlp.votes import Count

UNREAD = "unread for votes: the transcript does not tell its speakers apart"


def spoken_motions(state: State) -> tuple[tuple[Motion, ...], tuple[str, ...]]:
    """The motions of a transcript, and the doubt where none can be read."""
    found, told_apart = motions(state.source.text)
    if not told_apart:
        return (), (UNREAD,)
    return tuple(of_read(state, _as_read(one), one.words) for one in found), ()


def _as_read(one: Spoken) -> Read:
    return Read(
        start=one.start,
        end=one.end,
        mover=one.mover,
        seconder=one.seconder,
        proposal=one.proposal,
        direction=one.direction,
        outcome=Outcome(one.result, 0, one.doubts),
        count=Count(one.ayes, one.nays, one.abstain, None, one.method, one.votes),
        rule="speaker turns",
        places=tuple((what, start, end) for what, (start, end) in sorted(one.places.items())),
    )
