"""The open-meetings audit of one state and quarter: from the store to answers and scores.

Owns what is loaded, and which bodies are in the frame. The questions are `audit.metrics`', the
rules `audit.law`'s. Nothing after `as_of` counts, so that an audit can be made again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from audit import sittings
from audit.bodies import BodyRecord, Look
from audit.law.rules import StateLaw, law_of
from audit.metrics.ask import ask
from audit.metrics.catalogue import METRICS
from audit.metrics.held import Held
from audit.metrics.scores import score
from audit.metrics.values import Answer, Quarter, Score
from audit.published import Shelf, shelf
from audit.record import load
from store.queries import record as rows

BATCH = 40
"""Bodies whose documents are held in memory at one time."""

Tell = Callable[[str, int, int | None], None]


@dataclass(frozen=True)
class BodyAudit:
    """One body of the frame. scores: by metric id; without a source there are no answers."""

    id: str
    name: str
    kind: str
    place: str
    county: str
    monitored: bool
    verified: bool
    meetings: int
    answers: tuple[Answer, ...] = ()
    scores: tuple[tuple[str, Score], ...] = ()


@dataclass(frozen=True)
class Compliance:
    """The audit: the frame, every answer, scores over all monitored bodies, and the law used."""

    state: str
    quarter: Quarter
    as_of: datetime
    law: StateLaw | None
    bodies: tuple[BodyAudit, ...]
    scores: tuple[tuple[str, Score], ...]

    @property
    def monitored(self) -> tuple[BodyAudit, ...]:
        return tuple(body for body in self.bodies if body.monitored)

    @property
    def over(self) -> bool:
        """Whether the quarter had ended everywhere in the country when this was made."""
        after = datetime.combine(self.quarter.last, datetime.min.time(), UTC)
        return self.as_of >= after + timedelta(days=1, hours=12)


def compliance(
    session: Session, state: str, quarter: Quarter, as_of: datetime, tell: Tell | None = None
) -> Compliance:
    """The audit of one state's bodies in one quarter as known at `as_of`.

    Raises LawDamaged where the state's rules cannot be read.
    """
    law = law_of(state)
    frame = [row for row in rows.registry(session) if row.state == state]
    found = []
    for start in range(0, len(frame), BATCH):
        part = frame[start : start + BATCH]
        if tell is not None:
            tell("asking every meeting", start, len(frame))
        for held in _held(session, part, law, quarter, as_of):
            found.append(_audited(held))
    bodies = tuple(sorted(found, key=lambda body: (body.county, body.name, body.id)))
    every = [answer for body in bodies for answer in body.answers]
    return Compliance(state, quarter, as_of, law, bodies, _scores(every))


def _audited(held: Held) -> BodyAudit:
    record = held.record
    answers = ask(held) if held.monitored else ()
    return BodyAudit(
        id=record.id,
        name=record.name,
        kind=record.kind,
        place=record.place or "",
        county=record.county or "",
        monitored=held.monitored,
        verified=bool(record.sources) and all(s.state == "verified" for s in record.sources),
        meetings=sum(sitting.met for sitting in held.sittings),
        answers=answers,
        scores=_scores(answers) if held.monitored else (),
    )


def _scores(answers: Sequence[Answer]) -> tuple[tuple[str, Score], ...]:
    of: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        of[answer.metric].append(answer)
    return tuple((metric.id, score(of[metric.id])) for metric in METRICS)


def _held(
    session: Session, part: Sequence[Any], law: StateLaw | None, quarter: Quarter, as_of: datetime
) -> Iterator[Held]:
    """What is held of some bodies, each in detail for the meetings of the quarter."""
    records = load(session, [row.id for row in part])
    near = (quarter.first - timedelta(days=7), quarter.last + timedelta(days=7))
    stored = shelf(session, list(records), near, as_of)
    for row in part:
        if row.id in records:
            yield _one(known_by(records[row.id], stored, as_of), stored, law, quarter, as_of)


def _one(
    record: BodyRecord, stored: Shelf, law: StateLaw | None, quarter: Quarter, as_of: datetime
) -> Held:
    today = as_of.astimezone(ZoneInfo(record.timezone)).date()
    documents = stored.documents.get(record.id, ())
    seen = stored.meetings.get(record.id, {})
    last = min(quarter.last, today - timedelta(days=1))
    found = sittings.sittings(record, quarter.first, last, as_of, documents, seen)
    return Held(
        record=record,
        quarter=quarter,
        as_of=as_of,
        law=law,
        sittings=found,
        later=sittings.later(record, last, as_of),
        documents=documents,
        glances=stored.glances.get(record.id, ()),
        known_ahead=_ahead(record, seen, quarter),
    )


def _ahead(record: BodyRecord, seen: dict[str, datetime], quarter: Quarter) -> int:
    """Meetings of the year that the site listed four weeks or more before their day."""
    return sum(
        meeting.date.year == quarter.year
        and meeting.id in seen
        and seen[meeting.id].date() + timedelta(days=28) <= meeting.date
        for meeting in record.meetings
    )


def known_by(record: BodyRecord, stored: Shelf, as_of: datetime) -> BodyRecord:
    """The record without what came after a moment."""
    seen = stored.meetings.get(record.id, {})
    documents = tuple(
        replace(d, versions=tuple(v for v in d.versions if v.captured_at <= as_of))
        for d in record.documents
    )
    looks: tuple[Look, ...] = tuple(look for look in record.looks if look.at <= as_of)
    meetings = tuple(meeting for meeting in record.meetings if meeting.id in seen)
    return replace(record, documents=documents, looks=looks, meetings=meetings)
