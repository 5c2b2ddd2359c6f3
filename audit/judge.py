"""From the store to findings: which bodies answer for which agreement, and one finding for each.

Owns the order of the work and what is loaded for it, in a fixed number of queries. The rules are
elsewhere: matching, authority, coverage, verdict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from audit.matching.places import Places
from audit.record import agreement_from_json, load
from audit.signings import terms
from audit.unlisted import unlisted
from audit.values import Agreement, Finding
from audit.who import who as who_answers
from store.queries import ice
from store.queries import record as rows

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


def judge(session: Session, *, now: datetime, watch_states: Sequence[str]) -> tuple[Finding, ...]:
    """The findings of some states at a moment, by key. Reads the store, writes nothing."""
    answers = answering(session, watch_states)
    lists = participating(session, now)
    families = _families(answers)
    speaking = rows.speaking(session, MATTER)
    wanted = {body for one in answers for body in (*one.bodies, *one.beside)} | speaking
    records = load(session, wanted)
    held = {key: Held(body, read_record(body)) for key, body in records.items()}
    found = [
        finding
        for one in answers
        for finding in judge_one(
            one,
            [held[b] for b in one.bodies if b in held],
            families,
            lists,
            now,
            [held[b] for b in one.beside if b in held],
        )
    ]
    found += _never_listed(held, families, watch_states, lists, now)
    return tuple(sorted(found, key=lambda one: one.key))


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
    by_state: dict[str, list[BodyPlace]] = defaultdict(list)
    for body in known.bodies.values():
        by_state[body.state].append(body)
    found = []
    for one in agreements:
        who = known.match(one.agency, one.state, county=one.county, ice_type=one.kind)
        registered = by_state[who.unit.state if who.unit else one.state]
        # A person may have named bodies of any state.
        named = (known.bodies[b] for b in who.settled.bodies if b in known.bodies
                 ) if who.settled else ()  # fmt: skip
        asked = dict.fromkeys((*registered, *named))
        judged = ((body.id, body_answers(who, body, known.places)) for body in asked)
        bodies = {body: answer.reason for body, answer in judged if answer.yes}
        found.append(Answers(one, who, bodies, _beside(who, registered, bodies, known.places)))
    return tuple(found)


def _beside(
    who: Match, registered: Iterable[BodyPlace], answering: Iterable[str], places: Places
) -> tuple[str, ...]:
    """The other registered bodies of the agency's own place."""
    own = set(answering)
    return tuple(
        body.id
        for body in registered
        if who.unit is not None and body.id not in own and unit_of(body, places) == who.unit
    )


def participating(session: Session, now: datetime) -> Lists:
    """The days of the participating lists in use at a moment."""
    times = (
        snapshot.placed or snapshot.saved
        for snapshot in ice.snapshots(session)
        if snapshot.kind == "participating" and snapshot.refused is None
    )
    return Lists(tuple(sorted(t.date() for t in times if t is not None and t <= now)))


def _families(answers: Iterable[Answers]) -> dict[str, list[Agreement]]:
    """The agreements each body answers for."""
    found: dict[str, list[Agreement]] = defaultdict(list)
    for one in answers:
        for body in one.bodies:
            found[body].append(one.agreement)
    return found


def _never_listed(
    held: Mapping[str, Held],
    families: Mapping[str, Sequence[Agreement]],
    states: Sequence[str],
    lists: Lists,
    now: datetime,
) -> Iterator[Finding]:
    """Approvals that speak of no agency that was ever listed."""
    for key in sorted(held):
        if held[key].body.state not in states:
            continue
        family = families.get(key, ())
        pending = [one for one in family if not one.signings]
        yield from unlisted(_unclaimed(held[key], family), pending, lists, now)


def _unclaimed(held: Held, family: Sequence[Agreement]) -> Held:
    """A body's record without the decisions that a listed agreement's finding tells."""
    listed = [one for one in family if one.signings]
    free = tuple(
        decision
        for decision in held.record.decisions
        if not any(concerns(decision.words, one, family)[0] for one in listed)
    )
    return replace(held, record=replace(held.record, decisions=free))
