"""The steps by which a body may vote on a matter that its agenda did not list.

Owns what is looked for: 65 Pa.C.S. 712.1(e) as read in Coleman v. Parkland S.D.: a majority adds
the matter, the reason is announced, a separate vote is taken, and the amended agenda is posted by
the next business day. Says what minutes record, never whether that suffices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.off_agenda.cover import COVERED, lines, nearest
from audit.off_agenda.kinds import adds
from audit.off_agenda.values import CANNOT_TELL, NO, YES, Aftermath, Minutes, Moved, Step
from audit.off_agenda.words import subject, telling

NAMES = ("motion_to_add", "reason", "separate_vote", "amended_agenda")

_REASON = re.compile(
    r"\b(?:because|due to|reasons?|since|in order to|so that|emergency|urgent|time[- ]sensitive"
    r"|deadline|arose|came up|received (?:after|late|too late|today|yesterday)"
    r"|after the agenda (?:was|had))\b",
    re.IGNORECASE,
)
_AROUND = 500


def steps(motion: Moved, minutes: Minutes, after: Aftermath | None) -> tuple[Step, ...]:
    """The four steps around one vote, each yes, no or cannot tell."""
    named, unnamed = _adding(motion, minutes)
    return (
        _added(named, unnamed),
        _reason(named, unnamed, minutes),
        _separate(named, unnamed),
        _posted(motion, minutes, after),
    )


def _adding(motion: Moved, minutes: Minutes) -> tuple[Moved | None, Moved | None]:
    """The motion before it that put the matter on the agenda, and one that may have."""
    own = telling(subject(motion.text or motion.quote))
    named = unnamed = None
    for one in _before(motion, minutes):
        if not adds(f"{one.quote} {one.text[:_AROUND]}"):
            continue
        if telling(subject(one.text or one.quote)) & own:
            named = one
        else:
            unnamed = one
    return named, unnamed


def _before(motion: Moved, minutes: Minutes) -> Iterator[Moved]:
    """The motions above it; none that was not put to a vote."""
    for one in minutes.motions:
        if (one.page, one.start) < (motion.page, motion.start) and one.result == "passed":
            yield one


def _added(named: Moved | None, unnamed: Moved | None) -> Step:
    if named:
        return _at(NAMES[0], YES, "a motion to put it on the agenda passed before", named)
    if unnamed:
        return _at(
            NAMES[0], CANNOT_TELL, "a motion changed the agenda; its words do not say how", unnamed
        )
    return Step(NAMES[0], NO, "the minutes record no motion to put it on the agenda")


def _reason(named: Moved | None, unnamed: Moved | None, minutes: Minutes) -> Step:
    adding = named or unnamed
    if adding is None:
        return Step(NAMES[1], NO, "there is no such motion that one could stand beside")
    text = dict(minutes.pages).get(adding.page, "")
    around = text[max(0, adding.start - _AROUND) : adding.end + _AROUND] or adding.text
    if named and (_REASON.search(adding.text) or _REASON.search(around)):
        return _at(NAMES[1], YES, "the minutes give a reason beside that motion", adding)
    if named:
        return _at(NAMES[1], NO, "the minutes give no reason beside that motion", adding)
    return _at(NAMES[1], CANNOT_TELL, "whether that motion is meant cannot be told", adding)


def _separate(named: Moved | None, unnamed: Moved | None) -> Step:
    if named:
        return _at(NAMES[2], YES, "the vote to add it stands apart from the vote on it", named)
    if unnamed:
        return _at(NAMES[2], CANNOT_TELL, "whether that motion is meant cannot be told", unnamed)
    return Step(NAMES[2], NO, "the minutes record one vote only")


def _posted(motion: Moved, minutes: Minutes, after: Aftermath | None) -> Step:
    if after is None or not after.looked:
        why = "no good look at the source by the next business day is on record"
        return Step(NAMES[3], CANNOT_TELL, why)
    if after.agenda is None:
        return Step(NAMES[3], NO, "no amended agenda was seen by the next business day")
    if after.agenda.doubts:
        return Step(NAMES[3], CANNOT_TELL, f"the agenda then posted: {after.agenda.doubts[0]}")
    near = nearest(motion, minutes, lines(after.agenda, minutes.body), after.agenda)
    if near and near[0].score >= COVERED:
        return Step(NAMES[3], YES, "the agenda posted by the next business day lists it")
    if near:
        return Step(NAMES[3], CANNOT_TELL, "a line of the agenda then posted may mean it")
    return Step(NAMES[3], NO, "the agenda posted by the next business day does not list it")


def _at(name: str, answer: str, why: str, motion: Moved) -> Step:
    return Step(name, answer, why, motion.page, motion.start, motion.end)
