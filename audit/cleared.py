"""The audit as it may leave the newsroom: with exceptions that people have cleared, and no others.

Owns what is held back, and that no share is told where something is. Clears nothing itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from audit.compliance import BodyAudit, Compliance, scores
from audit.exceptions import Point, exception_id, is_exception
from audit.metrics.values import CANNOT_TELL, Answer, Said, Score

HELD_BACK = "held back: two people have not read and cleared it"
TAKEN_BACK = "a reader took it back"


def public(audit: Compliance) -> Compliance:
    """The same audit without exceptions that are not cleared.

    Such an answer is told as "cannot tell", with that reason and no evidence; a question with one
    gives no share at all, since leaving out only its exceptions would flatter it. The names of
    readers stay in the newsroom.
    """
    states = {point.id: point for point in audit.points}
    bodies = tuple(_body(body, states) for body in audit.bodies)
    every = [answer for body in bodies for answer in body.answers]
    kept = tuple(_nameless(point) for point in audit.points if point.cleared)
    return replace(audit, bodies=bodies, scores=_scores(every), points=kept, public=True)


def _body(body: BodyAudit, states: dict[str, Point]) -> BodyAudit:
    answers = tuple(_answer(answer, states) for answer in body.answers)
    return replace(body, answers=answers, scores=_scores(answers) if body.monitored else ())


def _answer(answer: Answer, states: dict[str, Point]) -> Answer:
    if not is_exception(answer):
        return answer
    point = states[exception_id(answer)]
    if point.cleared:
        return answer
    why = TAKEN_BACK if point.review == "withdrawn" else HELD_BACK
    return replace(answer, said=Said(CANNOT_TELL, why))


def _nameless(point: Point) -> Point:
    return replace(point, steps=tuple(replace(step, who="", why="") for step in point.steps))


def _scores(answers: Sequence[Answer]) -> tuple[tuple[str, Score], ...]:
    held = Counter(a.metric for a in answers if a.said.reason in (HELD_BACK, TAKEN_BACK))
    return tuple((key, _withheld(one, held[key])) for key, one in scores(answers))


def _withheld(one: Score, held: int) -> Score:
    if not held:
        return one
    why = f"{held} of {one.cases} answers held back for readers"
    return replace(one, share=None, low=None, high=None, withheld=why)
