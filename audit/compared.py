"""One vote as two papers of a meeting tell it: what they say otherwise, and what then counts.

Owns that comparison of decisions. What counts as different in two motions is `contradictions`'.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.bodies import ReadMotion
from audit.contradictions import differences, told
from audit.decision import Decision, evidence_of, named
from audit.effects import UNCLEAR, VOTES
from audit.papers import Paper

_STANDING = {"draft": 0, "unknown": 1, "approved": 2}
"""How much minutes of each status count; most bodies mark their drafts and nothing else."""


def compared(decision: Decision, paper: Paper, motion: ReadMotion) -> Decision:
    """The decision with what another version or document says otherwise of the same vote.

    A paper of that day that carries no other date settles the day.
    """
    if not paper.others:
        decision = replace(decision, filed=())
    other = evidence_of(paper, motion, "says otherwise")
    here = named(decision.minutes_status, decision.evidence)
    there = named(paper.version.minutes_status, other)
    apart = [told(here, there, one) for one in differences(decision.motion, motion)]
    if not apart:
        return decision
    return replace(
        decision,
        differs=tuple(dict.fromkeys((*decision.differs, *apart))),
        beside=(*decision.beside, other),
    )


def opposed(found: Sequence[Decision]) -> Iterator[Decision]:
    """The decisions of one meeting; where two documents tell one motion apart, both say so.

    A draft gives way to minutes that are none and stays, marked. Of two documents of one standing
    neither counts where they part on what was decided; where they part on the count only, the
    newer tells it.
    """
    by_document: dict[str, list[Decision]] = defaultdict(list)
    for one in found:
        by_document[one.evidence.url].append(one)
    single = [held[0] for held in by_document.values() if len(held) == 1]
    for one in found:
        rivals = [d for d in single if one in single and d is not one and not one.replaced]
        yield _opposed(one, [d for d in rivals if not d.replaced])


def _opposed(one: Decision, rivals: Sequence[Decision]) -> Decision:
    for other in rivals:
        here = named(one.minutes_status, one.evidence)
        there = named(other.minutes_status, other.evidence)
        apart = [told(here, there, d) for d in differences(one.motion, other.motion)]
        if not apart:
            continue
        one = replace(
            one,
            differs=tuple(dict.fromkeys((*one.differs, *apart))),
            beside=(*one.beside, other.evidence),
        )
        if {one.effect, other.effect} <= VOTES and one.effect != other.effect:
            one = _undecided(one, other)
        elif one.effect == other.effect and _less(one, other):
            one = replace(one, replaced=True)
    return one


def _less(one: Decision, other: Decision) -> bool:
    """Whether the other document's words of the same vote are the ones to tell it by."""
    return _rank(one) < _rank(other)


def _rank(one: Decision) -> tuple[int, bool, object, str]:
    said = one.evidence
    standing = _STANDING.get(one.minutes_status, 1)
    return (standing, said.origin != "import", said.captured_at, said.sha256)


def _undecided(one: Decision, other: Decision) -> Decision:
    standing = [_STANDING.get(d.minutes_status, 1) for d in (one, other)]
    if standing[0] < standing[1]:
        return replace(one, replaced=True)
    if standing[0] > standing[1]:
        return one
    why = "two documents of this meeting say different things of the motion"
    return replace(one, effect=UNCLEAR, why=why)


def sense(motion: ReadMotion) -> tuple[object, ...]:
    """What makes two motions of one meeting the same vote seen twice."""
    return (motion.direction, motion.result, motion.ayes, motion.nays)


def weight(paper: Paper) -> tuple[int, bool, object, str]:
    """What a paper counts against others of its meeting: status, the body's own copy, newest."""
    version, own = paper.version, paper.document.origin != "import"
    return (_STANDING.get(version.minutes_status, 1), own, version.captured_at, version.sha256)
