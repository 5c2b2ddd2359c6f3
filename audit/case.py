"""Everything one finding is judged on, brought together: facts for the label, words, a card.

Owns the way from records, authority and lists to `Facts`. Decides no label and words nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from audit.authority import Authority
from audit.bodies import BodyRecord
from audit.coverage import coverage, local_day
from audit.decisions import Decision, Mention, Record
from audit.effects import NOTHING, UNCLEAR, VOTES, on_the_matter
from audit.linking import DOUBTFUL, Link, concerns, link_of, sibling
from audit.signing import first_pending, window
from audit.signings import Term
from audit.values import Agreement, Coverage
from audit.verdict import Facts

LEAVING = timedelta(days=30)
"""How long after the leaving a vote to end it is still looked for (DESIGN, DELISTED_NO_VOTE)."""

_BESIDE = "tells of a decision on it by a body not known to answer for the agency"

_WORST = ("none", "partial", "complete_to_date", "complete")


@dataclass(frozen=True)
class Lists:
    """The days of the participating lists we hold, oldest first."""

    days: tuple[date, ...] = ()

    @property
    def first(self) -> date | None:
        return self.days[0] if self.days else None

    @property
    def newest(self) -> date | None:
        return self.days[-1] if self.days else None


@dataclass(frozen=True)
class Held:
    """One body's record and what it says on the matter."""

    body: BodyRecord
    record: Record


@dataclass(frozen=True)
class Linked:
    """The votes and mentions that may speak of one agreement, and what had to be assumed."""

    decisions: tuple[Decision, ...] = ()
    mentions: tuple[Mention, ...] = ()
    possible: tuple[Decision, ...] = ()
    assumptions: tuple[str, ...] = ()
    beside: tuple[BodyRecord, ...] = ()


@dataclass(frozen=True)
class Case:
    """One signing of one agreement with all that is known of it.

    counted: the decisions that decide (a replaced wording does not where a newer one speaks);
    told: all that are shown as evidence, with the mentions of the window. beside: other bodies of
    the same place.
    """

    agreement: Agreement
    term: Term
    authority: Authority
    bodies: tuple[BodyRecord, ...]
    tables: tuple[Coverage, ...]
    leaving: tuple[Coverage, ...]
    window: tuple[date, date]
    facts: Facts
    told: tuple[Decision, ...] = ()
    mentions: tuple[Mention, ...] = ()
    other_votes: tuple[date, ...] = ()
    assumptions: tuple[str, ...] = ()
    lists: Lists = field(default_factory=Lists)
    beside: tuple[BodyRecord, ...] = ()


def link(
    agreement: Agreement,
    held: Sequence[Held],
    families: Mapping[str, Sequence[Agreement]],
    beside: Sequence[Held] = (),
) -> Linked:
    """What the bodies' records say that may be about this agreement.

    families: by body id; beside: other bodies of the same place, whose motions on the matter are
    no votes for this agreement but keep a negative from being said.
    """
    decisions: list[Decision] = []
    mentions: list[Mention] = []
    maybe = [
        replace(d, why=_BESIDE)
        for one in beside
        for d in (*one.record.decisions, *one.record.possible)
        if d.effect != NOTHING
        and on_the_matter(d.motion)
        and concerns(d.words, agreement, (agreement,))[0]
    ]
    assumptions: dict[str, None] = {}
    for one in held:
        family = families.get(one.body.id) or (agreement,)
        for decision in one.record.decisions:
            tie = _tied(decision, agreement, family, one.body)
            if tie is None:
                maybe += _of_sibling(decision, agreement, family)
                continue
            linked = replace(decision, link=tie.confidence, reasons=tie.reasons)
            if tie.confidence == DOUBTFUL:
                why = f"may be a vote on it: {tie.reasons[-1]}"
                maybe.append(replace(linked, effect=UNCLEAR, why=why))
                continue
            decisions.append(linked)
            if tie.assumed:
                assumptions[tie.assumed] = None
        mentions += [m for m in one.record.mentions if concerns(m.words, agreement, family)[0]]
        maybe += [d for d in one.record.possible if concerns(d.words, agreement, family)[0]]
    return Linked(
        tuple(sorted(decisions, key=lambda d: (d.day or date.min, d.body))),
        tuple(sorted(mentions, key=lambda m: (m.day or date.min, m.body))),
        tuple(sorted(maybe, key=lambda d: (d.day or date.min, d.body))),
        tuple(assumptions),
        tuple(one.body for one in beside),
    )


def _of_sibling(
    decision: Decision, agreement: Agreement, family: Sequence[Agreement]
) -> Iterator[Decision]:
    """A vote on another model of the same office: no vote on this one, and no ground to say that
    there was none."""
    model = sibling(decision.words, agreement, family)
    if model and decision.effect in VOTES | {UNCLEAR}:
        why = f"tells of a vote on the {model}, where ICE lists the {agreement.model} as well"
        reason = f"it names the {model}, not the {agreement.model}"
        yield replace(decision, effect=UNCLEAR, why=why, link=DOUBTFUL, reasons=(reason,))


def _tied(
    decision: Decision, agreement: Agreement, family: Sequence[Agreement], body: BodyRecord
) -> Link | None:
    motion = decision.motion
    return link_of(
        decision.words,
        f"{motion.quote} {motion.text}",
        agreement,
        family,
        body=body.name,
        place=f"{body.place or ''} {body.county or ''}",
        via=decision.via,
        indirect=decision.indirect,
    )


def build(
    agreement: Agreement,
    term: Term,
    authority: Authority,
    held: Sequence[Held],
    linked: Linked,
    lists: Lists,
    now: datetime,
) -> Case:
    """The case of one signing at a moment."""
    bodies = tuple(one.body for one in held)
    pending = first_pending(agreement, term.signing, term.after)
    span = window(term.anchor, pending)
    tables = tuple(coverage(body, *span, now) for body in bodies)
    gone = term.signing.gone_by.date() if term.signing.gone_by else None
    leaving = _leaving(bodies, term, gone, now)
    told = tuple(d for d in linked.decisions if term.counts(d.day))
    counted = standing(told)
    mentions = tuple(m for m in linked.mentions if _in(m.day, span) and term.counts(m.day))
    decided = {(d.body, d.day) for d in linked.decisions}
    today = max((local_day(body, now) for body in bodies), default=now.date())
    facts = Facts(
        expectation=authority.vote_expectation,
        anchor=term.anchor,
        today=today,
        decisions=counted,
        mentions=tuple(m for m in mentions if (m.body, m.day) not in decided),
        possible=_open_to(linked.possible, span, leaving, term),
        coverage=together(tables),
        closed=span[1] < today,
        awaited=any(m.state == "awaited" for t in tables for m in t.meetings),
        read=frozenset((t.body, m.date) for t in tables for m in t.meetings if m.state == "read"),
        read_before=_before(tables, term.anchor.first),
        window=span,
        gone_by=gone,
        lists=lists.days,
        leaving=together(leaving),
        leaving_expected=sum(m.state == "read" for t in leaving for m in t.meetings),
        record_changed=any(d.replaced or d.differs for d in told)
        or any(m.replaced for m in mentions),
        unverified=any(s.state == "unverified" for body in bodies for s in body.sources),
        assumed=bool(linked.assumptions) and bool(counted),
        state_overlays=tuple(dict.fromkeys(overlay.code for overlay in authority.overlays)),
    )
    other = {d.day for d in linked.decisions if d.day and _in(d.day, span)}
    return Case(
        agreement, term, authority, bodies, tables, leaving, span, facts, told, mentions,
        tuple(sorted(day for day in other if not term.counts(day))), linked.assumptions, lists,
        linked.beside,
    )  # fmt: skip


def _open_to(
    possible: Iterable[Decision],
    span: tuple[date, date],
    leaving: Sequence[Coverage],
    term: Term,
) -> tuple[Decision, ...]:
    """Those that stand where a negative would be said; one without a date may stand anywhere."""
    spans = [span, *((table.start, table.end) for table in leaving)]
    return tuple(
        d
        for d in possible
        if d.day is None or (term.counts(d.day) and any(_in(d.day, one) for one in spans))
    )


def together(tables: Sequence[Coverage]) -> str:
    """Coverage of all bodies that could have voted: as good as the worst of them."""
    verdicts = {table.verdict for table in tables}
    if verdicts <= {"not_monitored"}:
        return "not_monitored"
    if "not_monitored" in verdicts or ("none" in verdicts and len(verdicts) > 1):
        return "partial"
    return next(verdict for verdict in _WORST if verdict in verdicts)


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that decide: a replaced wording gives way to a newer one of that meeting."""
    held = tuple(decisions)
    renewed = {(d.body, d.day) for d in held if not d.replaced}
    return tuple(d for d in held if not d.replaced or (d.body, d.day) not in renewed)


def _leaving(
    bodies: Sequence[BodyRecord], term: Term, gone: date | None, now: datetime
) -> tuple[Coverage, ...]:
    if gone is None:
        return ()
    start, end = term.signing.first_listed.date(), gone + LEAVING
    return tuple(coverage(body, start, end, now) for body in bodies)


def _before(tables: Iterable[Coverage], day: date) -> int:
    return sum(1 for _ in _read_dates(tables, day))


def _read_dates(tables: Iterable[Coverage], day: date) -> Iterator[date]:
    return (m.date for t in tables for m in t.meetings if m.state == "read" and m.date < day)


def _in(day: date | None, span: tuple[date, date]) -> bool:
    return day is not None and span[0] <= day <= span[1]
