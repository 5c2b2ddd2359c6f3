"""Four clerks' ways of writing down a motion and its vote.

Owns the wordings, after the patterns that are common in real minutes; what is moved comes from
outside. Each style prints routine votes and recorded ones its own way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from demo.values import Member


@dataclass(frozen=True)
class Vote:
    """Who moved, who seconded, who voted how, and what became of it."""

    mover: Member
    seconder: Member
    ayes: tuple[Member, ...]
    nays: tuple[Member, ...]
    carried: bool = True

    @property
    def tally(self) -> str:
        return f"{len(self.ayes)}-{len(self.nays)}"

    @property
    def fate(self) -> str:
        return "carried" if self.carried else "failed"


def _names(members: Sequence[Member]) -> str:
    return ", ".join(m.surname for m in members) or "None"


def _each(vote: Vote, mark: str) -> str:
    votes = [f"{m.surname}{mark}yes" for m in vote.ayes]
    votes += [f"{m.surname}{mark}no" for m in vote.nays]
    return ", ".join(votes)


def _by(what: str, vote: Vote) -> str:
    return (
        f"Motion by {vote.mover.formal}, seconded by {vote.seconder.formal}, {what}. "
        f"Roll call: {_each(vote, ' ')}. Motion {vote.fate} {vote.tally}."
    )


def _by_routine(what: str, vote: Vote) -> str:
    return (
        f"Motion by {vote.mover.formal}, seconded by {vote.seconder.formal}, {what}. "
        "All in favor. Motion carried."
    )


def _made(what: str, vote: Vote) -> str:
    fate = "passed" if vote.carried else "failed"
    return (
        f"{vote.mover.formal} made a motion {what}. {vote.seconder.formal} seconded the motion. "
        f"Roll call vote: {_each(vote, ' - ')}. The motion {fate} {vote.tally}."
    )


def _made_routine(what: str, vote: Vote) -> str:
    return (
        f"{vote.mover.formal} made a motion {what}. {vote.seconder.formal} seconded the motion. "
        "The motion carried unanimously."
    )


def _was(what: str, vote: Vote) -> str:
    return (
        f"A motion was made by {vote.mover.formal} and seconded by {vote.seconder.formal} {what}. "
        f"AYES: {_names(vote.ayes)}. NAYS: {_names(vote.nays)}. "
        f"The motion {vote.fate} {vote.tally}."
    )


def _was_routine(what: str, vote: Vote) -> str:
    return (
        f"A motion was made by {vote.mover.formal} and seconded by {vote.seconder.formal} {what}. "
        f"Vote: {len(vote.ayes)}-0. Motion passed."
    )


def _moved(what: str, vote: Vote) -> str:
    return (
        f"{vote.mover.formal} moved {what}. {vote.seconder.formal} seconded the motion. "
        f"AYES: {_names(vote.ayes)}. NAYS: {_names(vote.nays)}. "
        f"Motion {vote.fate} {vote.tally}."
    )


def _moved_routine(what: str, vote: Vote) -> str:
    return (
        f"{vote.mover.formal} moved {what}. {vote.seconder.formal} seconded. "
        "All members present voted yes. Motion carried."
    )


_Wording = Callable[[str, Vote], str]
_RECORDED: dict[str, _Wording] = {"by": _by, "made": _made, "was": _was, "moved": _moved}
_ROUTINE: dict[str, _Wording] = {
    "by": _by_routine,
    "made": _made_routine,
    "was": _was_routine,
    "moved": _moved_routine,
}


def recorded(style: str, what: str, vote: Vote) -> str:
    """A motion whose votes the clerk writes down by name."""
    return _RECORDED[style](what, vote)


def routine(style: str, what: str, vote: Vote) -> str:
    """A motion that everyone present was for."""
    return _ROUTINE[style](what, vote)
