"""Judging again only what may have changed since, with the result of judging everything.

Owns what a finding rests on: who answers for its agreement, the records of those bodies, the other
agreements of theirs, the frame (rules, lists, settings), reviews, and the day. What came of it is
`judge`'s, how it is kept is `keep`'s. A judging that is cut off is done again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from sqlmodel import Session

from audit.bodies import MATTER
from audit.judge import (
    Answers,
    Batch,
    Bench,
    Unit,
    answering,
    batches,
    families,
    judge_batch,
    participating,
    speaking_too,
    unit_of_agreement,
    unit_of_body,
)
from audit.keep import SaveResult, keep, withdraw
from audit.values import Agreement, Finding
from store.queries import changed, judged
from store.queries import findings as kept
from store.queries import record as rows

_ROOM = Path(__file__).parent


@dataclass(frozen=True)
class Order:
    """What is to be judged: for which states, at which moment, which findings are kept.

    settings: whatever else decides which findings are kept; another one judges everything.
    """

    states: tuple[str, ...]
    now: datetime
    wanted: Callable[[Finding], bool] = lambda _: True
    settings: str = ""


@dataclass(frozen=True)
class Plan:
    """The agreements and bodies to judge again, with the families of all bodies at hand.

    gone: units that are no more. whole: everything is judged, so what is not found is no more.
    """

    answers: tuple[Answers, ...]
    alone: frozenset[str]
    families: Mapping[str, Sequence[Agreement]]
    gone: frozenset[str] = frozenset()
    whole: bool = False


def rejudge(
    session: Session,
    order: Order,
    *,
    whole: bool = False,
    tell: Callable[[int, int], None] = lambda _done, _of: None,
) -> SaveResult:
    """Judge again what may have changed, or everything, and keep it; commits after each batch.

    Everything is judged when it is asked for, when the rules, the lists, the states or the settings
    changed, when the clock was set back, and after a judging of everything was cut off. tell: how
    many agreements and bodies of how many are done.
    """
    seen = changed.watched(session)
    marks = changed.take(session)
    last = judged.last(session)
    lists = participating(session, order.now)
    frame = _frame(order, lists.days)
    entire = whole or not seen or marks.whole or last is None or last.frame != frame
    if last is None or entire or order.now < last.at:
        plan = _everything(session, order)
    elif marks.registry:
        plan = _registered(session, order, marks)
    else:
        plan = _touched(session, order, marks)
    whole_at = order.now if plan.whole or last is None else last.whole_at
    if plan.whole or marks.registry:
        judged.note(session, "", order.now, whole_at)
    session.commit()
    bench = Bench(plan.families, lists, order.states, order.now)
    result = _work(session, order, plan, bench, tell)
    judged.note(session, frame, order.now, whole_at)
    changed.clear(session)
    session.commit()
    return result


def last_whole(session: Session) -> datetime | None:
    """When everything was last judged."""
    last = judged.last(session)
    return last.whole_at if last else None


def _work(
    session: Session,
    order: Order,
    plan: Plan,
    bench: Bench,
    tell: Callable[[int, int], None],
) -> SaveResult:
    result = SaveResult()
    found: set[str] = set()
    units: set[str] = set()
    done, of = 0, len(plan.answers) + len(plan.alone)
    for batch in batches(plan.answers, plan.alone):
        made = tuple(judge_batch(session, batch, bench))
        before = judged.units(session, _of_batch(batch))
        kept_now = [f for unit in made for f in unit.findings if order.wanted(f)]
        keys = {one.key for one in kept_now}
        old = {key for row in before.values() for key in row.keys} - keys
        result += keep(session, kept_now, order.now)
        if not plan.whole:
            result += withdraw(session, old, order.now)
        _remember(session, order, before, made)
        found |= keys
        units |= {unit.id for unit in made}
        session.commit()
        done += len(batch.answers) + len(batch.alone)
        tell(done, of)
    return result + _end(session, order, plan, found, units)


def _end(
    session: Session, order: Order, plan: Plan, found: set[str], units: set[str]
) -> SaveResult:
    """Withdraw what is no more, and forget what it rested on."""
    gone = judged.every(session) - units if plan.whole else plan.gone
    stale: Collection[str]
    if plan.whole:
        stale = kept.current(session, order.states)
    else:
        stale = {key for row in judged.units(session, gone).values() for key in row.keys}
    result = withdraw(session, set(stale) - found, order.now)
    judged.replace(session, gone, (), ())
    return result


def _of_batch(batch: Batch) -> list[str]:
    agreements = [unit_of_agreement(one.agreement.id) for one in batch.answers]
    return [*agreements, *(unit_of_body(body) for body in batch.alone)]


def _remember(
    session: Session, order: Order, before: Collection[str], made: Iterable[Unit]
) -> None:
    """Keep what each unit rests on; a body's of which nothing came is not kept."""
    units, bodies = [], []
    for unit in made:
        if unit.answers is None and not unit.findings:
            continue
        units.append(
            {
                "unit": unit.id,
                "state": unit.state,
                "rests_on": _dump(unit.answers) if unit.answers else {},
                "keys": [one.key for one in unit.findings if order.wanted(one)],
                "changes_at": unit.changes_at,
            }
        )
        bodies += _bodies(unit.id, unit.answers) if unit.answers else []
    judged.replace(session, before, units, bodies)


def _bodies(unit: str, answers: Answers) -> list[dict[str, Any]]:
    return [
        {"unit": unit, "body_id": body, "answers": body in answers.bodies}
        for body in dict.fromkeys(answers.all_bodies)
    ]


def _everything(session: Session, order: Order) -> Plan:
    answers = answering(session, order.states)
    return Plan(answers, speaking_too(session, answers), families(answers), whole=True)


def _registered(session: Session, order: Order, marks: changed.Marks) -> Plan:
    """Who answers may have changed: those for whom it did, and all whose bodies they share."""
    now = {unit_of_agreement(one.agreement.id): one for one in answering(session, order.states)}
    before = judged.resting(session)
    differing = {unit for unit, one in now.items() if before.get(unit) != _dump(one)}
    gone = before.keys() - now.keys()
    moved = {body for unit in differing for body in now[unit].bodies}
    moved |= {b for unit in gone | differing if unit in before for b in before[unit]["bodies"]}
    units, bodies = _reached(session, order, marks, moved)
    units |= differing | {unit for unit, one in now.items() if moved & one.bodies.keys()}
    answers = tuple(one for unit, one in now.items() if unit in units)
    return Plan(answers, bodies, families(now.values()), frozenset(gone))


def _touched(session: Session, order: Order, marks: changed.Marks) -> Plan:
    """Who answers is as it was: the agreements that rest on what changed, or whose day has come."""
    units, bodies = _reached(session, order, marks, ())
    answers = _remembered(session, units)
    at_hand = bodies.union(*(one.bodies for one in answers))
    sharing = judged.on_bodies(session, at_hand, answering=True).values()
    relatives = {unit for units_of_one in sharing for unit in units_of_one} - units
    return Plan(answers, bodies, families((*answers, *_remembered(session, relatives))))


def _reached(
    session: Session, order: Order, marks: changed.Marks, moved: Collection[str]
) -> tuple[set[str], frozenset[str]]:
    """The agreements' units that marks and the day reach, and the bodies to judge alone.

    moved: further bodies to judge alone. Of the bodies that changed, those count that a finding
    rests on, that had an unlisted approval, or that speak of the matter.
    """
    reached = {*judged.due(session, order.now), *_reviewed(session, marks.reviews)}
    body_prefix = unit_of_body("")
    alone = {unit.removeprefix(body_prefix) for unit in reached if unit.startswith(body_prefix)}
    agreements = {unit for unit in reached if not unit.startswith(body_prefix)}
    resting = judged.on_bodies(session, marks.bodies)
    agreements.update(*resting.values())
    alone |= set(resting).union(moved) | rows.speaking(session, MATTER, marks.bodies)
    listed = judged.units(session, [unit_of_body(body) for body in marks.bodies])
    alone |= {unit.removeprefix(body_prefix) for unit in listed}
    return agreements, frozenset(alone)


def _reviewed(session: Session, reviews: Iterable[str]) -> Iterator[str]:
    """The units of findings that people reviewed."""
    for content in filter(None, (kept.content(session, one) for one in reviews)):
        agreement = content["agreement"]
        yield unit_of_agreement(agreement) if agreement else unit_of_body(content["bodies"][0])


def _remembered(session: Session, units: Collection[str]) -> tuple[Answers, ...]:
    held = judged.units(session, units)
    found = (_answers().validate_python(row.rests_on) for row in held.values() if row.rests_on)
    return tuple(sorted(found, key=lambda one: one.order))


def _dump(answers: Answers) -> dict[str, Any]:
    """As plain JSON, whatever the values it is made of."""
    dumped: dict[str, Any] = _answers().dump_python(answers, mode="json")
    return dumped


@cache
def _answers() -> TypeAdapter[Answers]:
    return TypeAdapter(Answers)


def _frame(order: Order, lists: Iterable[object]) -> str:
    """A digest of all that every finding rests on."""
    parts = (*sorted(order.states), order.settings, *map(str, lists), _rules())
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def _rules() -> str:
    """A digest of this room's own files: rules, tables of law, the list of places."""
    found = hashlib.sha256()
    for path in sorted(_files()):
        found.update(path.relative_to(_ROOM).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _files() -> Iterator[Path]:
    return (p for p in _ROOM.rglob("*") if p.is_file() and p.suffix not in (".pyc", ".md"))
