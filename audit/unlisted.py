"""Approvals that never reached ICE's list: one finding for each.

Owns the finding of such an approval. Which approvals these are is `judge`'s to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from audit.assemble import evidence, record_json, record_word, vote_json
from audit.bodies import BodyRecord
from audit.case import Held, Lists, standing
from audit.clocks import from_vote
from audit.coverage import local_day
from audit.decisions import Decision
from audit.effects import APPROVES, UNCLEAR
from audit.linking import CERTAIN, PROBABLE, doubtful, naming
from audit.phrases import temperate
from audit.values import Agreement, Event, Finding
from audit.verdict import UNSIGNED_WAIT, VERSION, Facts, confidence, verdict
from audit.wording import Story, wording


def unlisted(
    held: Held, pending: Sequence[Agreement], lists: Lists, now: datetime
) -> Iterator[Finding]:
    """A finding for each day on which this body approved. pending: its agencies' pending rows."""
    decided = tuple(_told(d) for d in standing(held.record.decisions) if not _another(held.body, d))
    days = sorted({d.day for d in decided if d.day and d.effect == APPROVES})
    for day in days:
        told = tuple(d for d in decided if d.day == day and d.effect == APPROVES)
        later = tuple(d for d in decided if d.day and d.day > day and d.effect != APPROVES)
        yield _finding(held.body, day, told, later, pending, lists, local_day(held.body, now))


def _told(decision: Decision) -> Decision:
    """The vote with what ties it to the matter; no agency on the list is there to tie it to."""
    motion = decision.motion
    sure = PROBABLE if decision.indirect else CERTAIN
    said = naming(f"{motion.quote} {motion.text}", decision.via)
    return replace(decision, link=sure, reasons=(said,))


def _another(body: BodyRecord, decision: Decision) -> str:
    """Why the vote may concern an officer or a place that this body does not answer for."""
    motion = decision.motion
    agencies = " ".join((body.name, *body.answers_for))
    place = f"{body.place or ''} {body.county or ''}"
    return doubtful(f"{motion.quote} {motion.text}", agencies, place)


def _finding(
    body: BodyRecord,
    day: date,
    told: Sequence[Decision],
    later: Sequence[Decision],
    pending: Sequence[Agreement],
    lists: Lists,
    today: date,
) -> Finding:
    facts = Facts(
        expectation="expected",
        anchor=None,
        today=today,
        decisions=tuple(told),
        coverage="none",
        lists=lists.days,
        record_changed=any(d.replaced or d.differs for d in told),
        assumed=any(d.indirect for d in told),
        unverified=any(s.state == "unverified" for s in body.sources),
    )
    found = verdict(facts)
    agency = pending[0].agency if pending else next(iter(body.answers_for), body.name)
    story = Story(
        found,
        agency,
        "municipal_council",
        body.name,
        {body.id: body.name},
        None,
        list_saved=lists.newest,
    )
    return Finding(
        key=f"{body.id}-{day.isoformat()}",
        agreement_id=None,
        agency=agency,
        state=body.state,
        county=body.county,
        model=pending[0].model if pending else "",
        signing=0,
        spell=None,
        bodies=(body.id,),
        body_names=(body.name,),
        label=found.label,
        entered=found.entered,
        ended=None,
        overlays=found.overlays,
        confidence=found.confidence,
        wording=wording(story),
        window=None,
        axes={
            "authority": body.name,
            "vote_expectation": "expected",
            "record": record_word(told, ()),
            "coverage": "none",
            "listing": "pending" if pending else "never",
        },
        vote=vote_json(found.entry),
        coverage={"expected": 0, "held": 0, "missing": [], "awaited": []},
        evidence=tuple(evidence(found, (*told, *later), ())),
        events=(Event("vote", day, APPROVES),),
        clocks=from_vote(day),
        reasons=tuple(filter(None, map(temperate, _reasons(later, pending, day)))),
        rules_version=VERSION,
        extra={
            "record": record_json((*told, *later), ()),
            "caps": {state: confidence(found, facts, state) for state in ("lead", "read_twice")},
        },
    )


def _reasons(later: Sequence[Decision], pending: Sequence[Agreement], day: date) -> Iterator[str]:
    until = day + UNSIGNED_WAIT
    yield f"no agency this vote speaks of has stood on ICE's list; waited for until {until}"
    for one in pending:
        yield f"{one.agency} ({one.model}) stood on the pending list"
    for decision in later:
        unclear = decision.effect == UNCLEAR
        what = "holds a motion that cannot be read" if unclear else decision.effect
        yield f"a later motion of {decision.day}: {what}"
