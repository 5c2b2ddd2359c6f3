"""One meeting's votes against its agenda: which are listed, which are not, which cannot be told.

Owns the answer for a meeting. How a line may cover a motion is `cover`'s, what is routine is
`kinds`', the steps of the law are `steps`'.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.off_agenda.cover import COVERED, Line, lines, names_subject, nearest
from audit.off_agenda.kinds import routine
from audit.off_agenda.steps import steps
from audit.off_agenda.values import (
    CANNOT_TELL,
    NO,
    NOT_APPLICABLE,
    OFF,
    ON,
    ROUTINE,
    UNSURE,
    YES,
    Aftermath,
    Agenda,
    Minutes,
    Moved,
    OffAgenda,
    OffAgendaVote,
    Placed,
)

Prepared = Sequence[tuple[Agenda, tuple[Line, ...]]]


def off_agenda(
    minutes: Minutes,
    agenda: Agenda | None,
    *,
    maybe: Sequence[Agenda] = (),
    after: Aftermath | None = None,
) -> OffAgenda:
    """Where each vote of a meeting stands against the agenda that was posted for it.

    minutes: the newest read minutes, approved before drafts; agenda: the last version captured
    before the deadline of the state's rule, None where there is none. maybe: other versions and
    packets of the meeting that may have been posted by then (captured later, `not_before` earlier):
    a vote that one of these may cover is never called off the agenda. after: the look by the next
    business day, for 712.1(e).

    A vote is off the agenda only if the agenda was read whole, the motion says what it is about
    and no line shares a telling word, a number or a heading with it. Each one is a lead. Votes
    that run the meeting itself (kinds.py) are not counted. Raises nothing.
    """
    evidence = (minutes.sha256, *((agenda.sha256,) if agenda else ()))
    doubts = _doubts(minutes, agenda)
    held = [(one, lines(one, minutes.body)) for one in ((agenda,) if agenda else ()) + tuple(maybe)]
    placed = tuple(_place(motion, minutes, held, doubts) for motion in minutes.motions)
    votes = tuple(
        OffAgendaVote(p.motion, p.why, p.nearest, steps(p.motion, minutes, after))
        for p in placed
        if p.state == OFF
    )
    answer, why = _answer(placed, doubts)
    return OffAgenda(answer, why, placed, votes, evidence)


def _doubts(minutes: Minutes, agenda: Agenda | None) -> tuple[str, ...]:
    if agenda is None:
        return ("no agenda captured before the deadline is held",)
    doubts = (*minutes.doubts, *agenda.doubts)
    if not any(line.title for line in lines(agenda, minutes.body)):
        doubts = (*doubts, "no line of the agenda could be read")
    return doubts


def _place(motion: Moved, minutes: Minutes, held: Prepared, doubts: Sequence[str]) -> Placed:
    if why := routine(motion):
        return Placed(motion, ROUTINE, why)
    found = [n for agenda, rows in held for n in nearest(motion, minutes, rows, agenda)]
    near = tuple(sorted(found, key=lambda one: -one.score)[:3])
    if near and near[0].score >= COVERED:
        return Placed(motion, ON, near[0].why, near)
    if doubts:
        return Placed(motion, UNSURE, doubts[0], near)
    if near:
        return Placed(motion, UNSURE, f"a line may mean it: {near[0].why}", near)
    if motion.form != "main":
        return Placed(motion, UNSURE, "it changes another motion")
    if not names_subject(motion):
        return Placed(motion, UNSURE, "its words do not say what it is about")
    return Placed(motion, OFF, "no line of the agenda shares a telling word or a number with it")


def _answer(placed: Sequence[Placed], doubts: Sequence[str]) -> tuple[str, str]:
    """The meeting's answer; one vote that is off outweighs those that cannot be told."""
    counted = [one for one in placed if one.state != ROUTINE]
    off = sum(one.state == OFF for one in counted)
    unsure = [one for one in counted if one.state == UNSURE]
    if not counted:
        return NOT_APPLICABLE, "the minutes record no vote that an agenda has to list"
    verb = "stands" if off == 1 else "stand"
    if off:
        return YES, f"{off} of {len(counted)} votes {verb} on no line of the agenda"
    if unsure:
        why = doubts[0] if doubts else f"{len(unsure)} of {len(counted)} cannot be placed"
        return CANNOT_TELL, why
    return NO, f"each of {len(counted)} votes stands on the agenda"
