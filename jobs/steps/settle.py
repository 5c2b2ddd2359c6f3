"""A person settling who answers for an agency: checked, appended, judged again.

Owns what may be written and its wording. What a decision does to a match is `audit.matching`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from sqlmodel import Session

from audit.matching import Settled, Settlements
from audit.matching.settled import BODY, NONE, PLACE, WITHDRAWN, key
from audit.states import state_code
from audit.who import Who, history, settled, spellings, who
from jobs.context import Context
from jobs.errors import JobError
from jobs.steps.audit import audit
from store.engine import session
from store.queries import settlements
from store.tables import Settlement

_NEAREST = 3
_ALIKE = 60


@dataclass(frozen=True)
class Answer:
    """What a person says: one place, one or several bodies, or none of them."""

    geoid: str | None = None
    bodies: tuple[str, ...] = ()
    none: bool = False

    @property
    def kind(self) -> str:
        """The word kept for it. Raises JobError unless it is exactly one of the three."""
        given = [word for word, is_it in ((PLACE, self.geoid is not None), (BODY, self.bodies),
                                          (NONE, self.none)) if is_it]  # fmt: skip
        if len(given) != 1:
            raise JobError("give exactly one of --geoid G, --body ID (again for each), --none")
        return given[0]


def settle(context: Context, agency: str, state: str, answer: Answer, by: str, why: str) -> Settled:
    """Append one decision and judge again. Raises JobError for an agency that was never listed, an
    unknown geoid or body, or words that are missing."""
    code = _state(state)
    kind = answer.kind
    with session(context.workspace.engine) as opened:
        known = who(opened)
        found = Settled(
            _listed_name(opened, agency, code), code, kind, _said(by, "--by"), context.now,
            _said(why, "--why"), answer.geoid, answer.bodies,
        )  # fmt: skip
        check(found, known)
        keep(opened, [found])
    audit(context)
    return found


def withdraw(context: Context, agency: str, state: str, by: str, why: str) -> Settled:
    """Append the withdrawal of a decision and judge again; the matcher's answer stands again."""
    code = _state(state)
    with session(context.workspace.engine) as opened:
        standing = settled(opened).find(code, agency)
        if standing is None:
            raise JobError(f"nothing is settled for {agency!r} in {code}: `offagenda ice settle "
                           "--list` prints what is")  # fmt: skip
        found = Settled(
            standing.agency, code, WITHDRAWN, _said(by, "--by"), context.now, _said(why, "--why")
        )
        keep(opened, [found])
    audit(context)
    return found


def listed(context: Context, *, every: bool = False) -> tuple[Settled, ...]:
    """The decisions that stand, or all ever made with their withdrawals."""
    with session(context.workspace.engine) as opened:
        made = history(opened)
    return made if every else Settlements.of(made).standing


def disputed(context: Context, found: Iterable[Settled]) -> dict[Settled, Settled]:
    """For each decision that says otherwise than another person before it, that person's."""
    with session(context.workspace.engine) as opened:
        made = history(opened)
        told = {}
        for one in found:
            earlier = Settlements.of(past for past in made if past.at < one.at)
            before = earlier.spread(spellings(opened, [one.state])).find(one.state, one.agency)
            if before is not None and one.disputes(before):
                told[one] = before
        return told


def keep(opened: Session, found: Iterable[Settled]) -> None:
    """Append decisions to the store."""
    rows = [
        Settlement(
            state=one.state, key=key(one.state, one.agency)[1], agency=one.agency,
            answer=one.answer, geoid=one.geoid, bodies=list(one.bodies), who=one.who, at=one.at,
            why=one.why,
        )
        for one in found
    ]  # fmt: skip
    settlements.add(opened, rows)


def check(one: Settled, known: Who) -> None:
    """Raises JobError where the place or a body of a decision is unknown."""
    if one.answer == PLACE and (one.geoid is None or known.places.unit(one.geoid) is None):
        raise JobError(
            f"no place has the geoid {one.geoid!r}: `offagenda ice match NAME --state XX --json` "
            "prints those of the candidates, and packs may name places of their own"
        )
    for body in one.bodies:
        if body not in known.bodies:
            near = _near(body, known.bodies)
            raise JobError(f"no body {body!r} in the loaded packs{near}: `offagenda sources list` "
                           "prints the ids")  # fmt: skip


def _listed_name(opened: Session, agency: str, state: str) -> str:
    """The agency as ICE printed it last. Raises JobError naming the nearest where it never was."""
    wanted = key(state, agency)
    held = list(spellings(opened, [state]))
    for code, names in held:
        if wanted in {key(code, name) for name in names}:
            return names[0]
    if not held:
        raise JobError(f"no agency of {state} is on any list held: `offagenda ice import` or "
                       "`offagenda ice sync` comes first")  # fmt: skip
    near = _near(agency, (name for _, names in held for name in names))
    raise JobError(f"no list held names {agency!r} in {state}{near}: "
                   "`offagenda ice agreements --state` prints all names")  # fmt: skip


def _near(name: str, held: Iterable[str]) -> str:
    found = process.extract(name, sorted(set(held)), limit=_NEAREST, score_cutoff=_ALIKE)
    return "; nearest: " + ", ".join(repr(one) for one, _, _ in found) if found else ""


def _state(given: str) -> str:
    code = state_code(given)
    if code is None:
        raise JobError(f"{given!r} is no state: give its two letters or its name")
    return code


def _said(text: str, option: str) -> str:
    """The words of an option. Raises JobError where there are none."""
    said = " ".join(text.split())
    if not said:
        raise JobError(f"{option} is empty: a decision is kept with a name and a reason")
    return said


def known_answers(opened: Session, found: Sequence[Settled]) -> tuple[Settled, ...]:
    """Those of the decisions that are news: newer than what stands for their agency."""
    newest = settled(opened).newest
    return tuple(
        one for one in found
        if (before := newest.get(one.key)) is None or before.at < one.at
    )  # fmt: skip
