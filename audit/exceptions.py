"""The audit's exceptions, and how far people have read them.

Owns which answers are exceptions, their stable ids, and for which papers a reader's step speaks.
Which step may follow which is the ledger's (`jobs.steps.exceptions`); nothing is judged here.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from audit.metrics.catalogue import BY_ID
from audit.metrics.values import LAW, NO, Answer, Quarter

LEAD = "lead"
CLEARED = frozenset({"cleared", "published", "corrected"})
"""States in which an exception may leave the newsroom."""

_SILENT = "P4"
"""The one question of practice whose "no" is an exception: removed or silently replaced."""

_ID = re.compile(r"(?P<body>.+)\.(?P<metric>[LP]\d+[a-e]?)\.(?P<day>\d{4}-\d\d-\d\d)\.[a-z0-9-]+")


@dataclass(frozen=True)
class Step:
    """One person's step over an exception, as the ledger holds it."""

    state: str
    who: str
    at: datetime
    why: str
    digest: str

    def as_json(self) -> dict[str, Any]:
        return {"state": self.state, "who": self.who, "at": self.at.isoformat(), "why": self.why}


@dataclass(frozen=True)
class Point:
    """One exception: an answer "no", and what people did over the papers it rests on now.

    review: the state reached; steps: those over these papers; before: the state that steps over
    other papers had reached, "" where there were none.
    """

    id: str
    digest: str
    answer: Answer
    review: str = LEAD
    steps: tuple[Step, ...] = ()
    before: str = ""

    @property
    def cleared(self) -> bool:
        return self.review in CLEARED

    def reader(self, state: str) -> Step | None:
        """The newest step of that name: "read" by the first, "read_twice" by the second reader."""
        return next((step for step in reversed(self.steps) if step.state == state), None)


@dataclass(frozen=True)
class Named:
    """What an exception's id says: of which body, question, and day."""

    body: str
    metric: str
    day: date

    @property
    def quarter(self) -> Quarter:
        return Quarter(self.day.year, (self.day.month + 2) // 3)


def named(text: str) -> Named | None:
    """An exception's id taken apart; None where the text is none."""
    found = _ID.fullmatch(text)
    if found is None or found["metric"] not in BY_ID:
        return None
    try:
        return Named(found["body"], found["metric"], date.fromisoformat(found["day"]))
    except ValueError:
        return None


def is_exception(answer: Answer) -> bool:
    """Whether people must confirm it: "no" under the law, and a document gone or replaced."""
    basis = BY_ID[answer.metric].basis
    return answer.said.answer == NO and (basis == LAW or answer.metric == _SILENT)


def exception_id(answer: Answer) -> str:
    """Body, question, day and case: the same in every run. A vote goes by its words, not by its
    number, which moves where another vote is found."""
    case = re.sub(r"[^a-z0-9]+", "-", answer.case.lower().replace(str(answer.day), "")).strip("-")
    if BY_ID[answer.metric].per == "vote" and answer.said.proofs:
        case = f"vote-{_hash(' '.join(answer.said.proofs[0].quote.split()))[:8]}"
    return f"{answer.body}.{answer.metric}.{answer.day}.{case}"


def digest(answer: Answer) -> str:
    """What a reading speaks for: the captures and listings cited with their words, and the rule.

    The looks are left out: another good look without the document every night is no other paper.
    """
    papers = sorted(
        f"{proof.kind}:{proof.id}:{' '.join(proof.quote.split())}"
        for proof in answer.said.proofs
        if proof.kind != "look"
    )
    return _hash("\n".join([answer.said.answer, answer.rule, *papers]))


def points(answers: Iterable[Answer], steps: Mapping[str, Sequence[Step]]) -> tuple[Point, ...]:
    """The exceptions among some answers, with what people did over them."""
    found = (answer for answer in answers if is_exception(answer))
    return tuple(_point(answer, steps.get(exception_id(answer), ())) for answer in found)


def _point(answer: Answer, steps: Sequence[Step]) -> Point:
    same = digest(answer)
    own = tuple(step for step in steps if step.digest == same)
    others = [step.state for step in steps if step.digest != same]
    return Point(
        id=exception_id(answer),
        digest=same,
        answer=answer,
        review=own[-1].state if own else LEAD,
        steps=own,
        before=others[-1] if others and not own else "",
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
