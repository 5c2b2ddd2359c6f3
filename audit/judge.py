"""From the store to findings: which bodies answer for which agreement, and one finding for each.

Owns the order of the work and what is loaded for it: a batch of bodies at a time, in a fixed number
of queries each. The rules are elsewhere: matching, authority, coverage, verdict; what need not be
judged again is `changed`'s to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlmodel import Session

from audit.assemble import finding
from audit.authority import authority
from audit.bodies import MATTER
from audit.case import Held, Lists, build, link
from audit.decisions import record as read_record
from audit.keep import SaveResult, save
from audit.linking import concerns
from audit.matching import BodyPlace, Match, body_answers
from audit.matching.bodies import unit_of
from audit.matching.places import Unit as Place
from audit.passing import changes_at
from audit.record import agreement_from_json, load
from audit.signings import terms
from audit.unlisted import unlisted
from audit.values import Agreement, Finding
from audit.who import Who
from audit.who import who as who_answers
from store.queries import ice
from store.queries import record as rows

BODIES_AT_ONCE = 64
"""Bodies whose records are held in memory together."""

__all__ = ["SaveResult", "answering", "judge", "judge_one", "save"]


@dataclass(frozen=True)
class Answers:
    """An agreement's match, and the ids of the bodies that answer for it, each with the reason.

    beside: ids of the other bodies of the same place.
    """

    agreement: Agreement
    match: Match
    bodies: Mapping[str, str] = field(default_factory=dict)
    beside: tuple[str, ...] = ()

    @property
    def all_bodies(self) -> tuple[str, ...]:
        """Those that answer, then those beside."""
        return (*self.bodies, *self.beside)

    @property
    def order(self) -> tuple[str, ...]:
        """Where it stands among all."""
        one = self.agreement
        return one.state, one.agency, one.model, one.id


@dataclass(frozen=True)
class Batch:
    """So many agreements, and the bodies whose never listed approvals are judged with them."""

    answers: tuple[Answers, ...] = ()
    alone: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unit:
    """What came of one agreement, or of one body's approvals that were never listed.

    changes_at: when the passing of time alone may change it, None for never.
    """

    id: str
    state: str
    findings: tuple[Finding, ...]
    answers: Answers | None = None
    changes_at: datetime | None = None


@dataclass(frozen=True)
class Bench:
    """What all units are judged with: the families of the bodies at hand, lists, states, time."""

    families: Mapping[str, Sequence[Agreement]]
    lists: Lists
    states: tuple[str, ...]
    now: datetime


def judge(session: Session, *, now: datetime, watch_states: Sequence[str]) -> tuple[Finding, ...]:
    """The findings of some states at a moment, by key. Reads the store, writes nothing."""
    answers = answering(session, watch_states)
    bench = Bench(families(answers), participating(session, now), tuple(watch_states), now)
    found = (
        finding
        for batch in batches(answers, speaking_too(session, answers))
        for unit in judge_batch(session, batch, bench)
        for finding in unit.findings
    )
    return tuple(sorted(found, key=lambda one: one.key))


def speaking_too(session: Session, answers: Iterable[Answers]) -> frozenset[str]:
    """All bodies that may have approved what was never listed."""
    return rows.speaking(session, MATTER).union(*(one.all_bodies for one in answers))


def batches(answers: Iterable[Answers], alone: Collection[str]) -> Iterator[Batch]:
    """The work in portions of so many bodies: the memory a portion takes is the most ever held.

    Agreements of one body are neighbours, so that a body is seldom loaded twice.
    """
    ordered = sorted(answers, key=lambda one: (one.agreement.state, *one.all_bodies[:1]))
    left = dict.fromkeys(sorted(alone))
    for part in _portions(ordered):
        loaded = sorted({body for one in part for body in one.all_bodies if body in left})
        for body in loaded:
            del left[body]
        yield Batch(part, tuple(loaded))
    rest = list(left)
    for start in range(0, len(rest), BODIES_AT_ONCE):
        yield Batch(alone=tuple(rest[start : start + BODIES_AT_ONCE]))


def _portions(ordered: Iterable[Answers]) -> Iterator[tuple[Answers, ...]]:
    part: list[Answers] = []
    bodies: set[str] = set()
    for one in ordered:
        if part and len(bodies.union(one.all_bodies)) + len(part) > 2 * BODIES_AT_ONCE:
            yield tuple(part)
            part, bodies = [], set()
        part.append(one)
        bodies.update(one.all_bodies)
    if part:
        yield tuple(part)


def judge_batch(session: Session, batch: Batch, bench: Bench) -> Iterator[Unit]:
    """The units of one batch; loads the records of its bodies."""
    wanted = {body for one in batch.answers for body in one.all_bodies}.union(batch.alone)
    records = load(session, wanted)
    held = {key: Held(body, read_record(body)) for key, body in records.items()}
    for one in batch.answers:
        own = [held[b] for b in one.bodies if b in held]
        beside = [held[b] for b in one.beside if b in held]
        found = tuple(judge_one(one, own, bench.families, bench.lists, bench.now, beside))
        when = changes_at(found, one.agreement, [h.body for h in own], bench.now)
        yield Unit(unit_of_agreement(one.agreement.id), one.agreement.state, found, one, when)
    for body in batch.alone:
        if body in held and held[body].body.state in bench.states:
            yield _never_listed(held[body], bench)


def unit_of_agreement(agreement: str) -> str:
    """The unit of an agreement's findings."""
    return f"agreement {agreement}"


def unit_of_body(body: str) -> str:
    """The unit of a body's approvals that were never listed."""
    return f"body {body}"


def judge_one(
    answers: Answers,
    held: Sequence[Held],
    families: Mapping[str, Sequence[Agreement]],
    lists: Lists,
    now: datetime,
    beside: Sequence[Held] = (),
) -> Iterator[Finding]:
    """The findings of one agreement, one for each signing; none while it is only pending.

    held: the records of the bodies that answer for it; beside: of the other bodies of its place
    that speak of the matter. Needs nothing else, so that a new document recomputes only the
    agreements of its place.
    """
    agreement = answers.agreement
    linked = link(agreement, held, families, beside)
    for term in terms(agreement, linked.decisions, lists.first):
        who = authority(answers.match, term.anchor.last, settled=bool(answers.bodies))
        yield finding(build(agreement, term, who, held, linked, lists, now))


def answering(session: Session, states: Sequence[str]) -> tuple[Answers, ...]:
    """Who answers for each agreement of some states, by the registry and the list of places."""
    agreements = [agreement_from_json(row.content) for row in ice.agreements(session, states)]
    known = who_answers(session)
    register = _register(known)
    found = []
    for one in agreements:
        who = known.match(one.agency, one.state, county=one.county, ice_type=one.kind)
        state = who.unit.state if who.unit else one.state
        here = register.of_place(who.unit, state)
        asked = register.in_order((*here, *register.naming[state]))
        # A person may have named bodies of any state.
        named = (known.bodies[b] for b in who.settled.bodies if b in known.bodies
                 ) if who.settled else ()  # fmt: skip
        judged = (
            (b.id, body_answers(who, b, known.places)) for b in dict.fromkeys((*asked, *named))
        )
        bodies = {body: answer.reason for body, answer in judged if answer.yes}
        beside = tuple(body.id for body in here if body.id not in bodies)
        found.append(Answers(one, who, bodies, beside))
    return tuple(found)


@dataclass(frozen=True)
class _Register:
    """The registered bodies by the place each governs, and by state those that name agencies:
    no other can answer, so that not every agency is held against every body of its state."""

    rank: Mapping[str, int]
    governing: Mapping[tuple[str, Place], Sequence[BodyPlace]]
    naming: Mapping[str, Sequence[BodyPlace]]

    def of_place(self, unit: Place | None, state: str) -> Sequence[BodyPlace]:
        """The bodies of a place, in the register's order."""
        return self.governing.get((state, unit), ()) if unit else ()

    def in_order(self, bodies: Iterable[BodyPlace]) -> list[BodyPlace]:
        """Bodies in the register's order, each once."""
        return sorted(dict.fromkeys(bodies), key=lambda body: self.rank[body.id])


def _register(known: Who) -> _Register:
    governing: dict[tuple[str, Place], list[BodyPlace]] = defaultdict(list)
    naming: dict[str, list[BodyPlace]] = defaultdict(list)
    for body in known.bodies.values():
        unit = unit_of(body, known.places)
        if unit is not None:
            governing[body.state, unit].append(body)
        if body.answers_for:
            naming[body.state].append(body)
    rank = {body: number for number, body in enumerate(known.bodies)}
    return _Register(rank, governing, naming)


def participating(session: Session, now: datetime) -> Lists:
    """The days of the participating lists in use at a moment."""
    times = (
        snapshot.placed or snapshot.saved
        for snapshot in ice.snapshots(session)
        if snapshot.kind == "participating" and snapshot.refused is None
    )
    return Lists(tuple(sorted(t.date() for t in times if t is not None and t <= now)))


def families(answers: Iterable[Answers]) -> dict[str, list[Agreement]]:
    """The agreements each body answers for, in one order whoever asks."""
    found: dict[str, list[Agreement]] = defaultdict(list)
    for one in sorted(answers, key=lambda a: a.order):
        for body in one.bodies:
            found[body].append(one.agreement)
    return found


def _never_listed(held: Held, bench: Bench) -> Unit:
    """A body's approvals that speak of no agency that was ever listed."""
    family = bench.families.get(held.body.id, ())
    pending = [one for one in family if not one.signings]
    found = tuple(unlisted(_unclaimed(held, family), pending, bench.lists, bench.now))
    when = changes_at(found, None, [held.body], bench.now)
    return Unit(unit_of_body(held.body.id), held.body.state, found, changes_at=when)


def _unclaimed(held: Held, family: Sequence[Agreement]) -> Held:
    """A body's record without the decisions that a listed agreement's finding tells."""
    listed = [one for one in family if one.signings]
    free = tuple(
        decision
        for decision in held.record.decisions
        if not any(concerns(decision.words, one, family)[0] for one in listed)
    )
    return replace(held, record=replace(held.record, decisions=free))
