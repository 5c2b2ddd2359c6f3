"""The open-meetings audit of one state and quarter: from the store to answers and scores.

Owns what is loaded, and which bodies are in the frame. The questions are `audit.metrics`', the
rules `audit.law`'s. Nothing after `as_of` counts, so that an audit can be made again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from audit import sittings
from audit.bodies import BodyRecord, Look
from audit.exceptions import Point, Step, exception_id, is_exception, points
from audit.law.rules import StateLaw, law_of
from audit.metrics.ask import ask
from audit.metrics.catalogue import METRICS
from audit.metrics.held import Held, Request
from audit.metrics.scores import score
from audit.metrics.values import Answer, Proof, Quarter, Score
from audit.published import Shelf, shelf
from audit.record import load
from store.queries import exceptions as ledger
from store.queries import record as rows
from store.tables import RequestStep

BATCH = 40
"""Bodies whose documents are held in memory at one time."""

AHEAD = timedelta(days=28)
"""A meeting listed so long before its day is no late announcement."""

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
    """The audit: the frame, every answer, scores over all monitored bodies, and the law used.

    points: the exceptions among the answers, with what people did over them; public: whether only
    what they cleared is in it (`audit.cleared`).
    """

    state: str
    quarter: Quarter
    as_of: datetime
    law: StateLaw | None
    bodies: tuple[BodyAudit, ...]
    scores: tuple[tuple[str, Score], ...]
    points: tuple[Point, ...] = ()
    public: bool = False

    @property
    def monitored(self) -> tuple[BodyAudit, ...]:
        return tuple(body for body in self.bodies if body.monitored)

    @property
    def over(self) -> bool:
        """Whether the quarter had ended everywhere in the country when this was made."""
        after = datetime.combine(self.quarter.last, datetime.min.time(), UTC)
        return self.as_of >= after + timedelta(days=1, hours=12)


def compliance(
    session: Session,
    state: str,
    quarter: Quarter,
    as_of: datetime,
    tell: Tell | None = None,
    *,
    only: str | None = None,
) -> Compliance:
    """The audit of one state's bodies in one quarter as known at `as_of`; only: of one body.

    Raises LawDamaged where the state's rules cannot be read.
    """
    law = law_of(state)
    frame = [row for row in rows.registry(session) if row.state == state
             and only in (None, row.id)]  # fmt: skip
    found = []
    for start in range(0, len(frame), BATCH):
        part = frame[start : start + BATCH]
        if tell is not None:
            tell("asking every meeting", start, len(frame))
        for held in _held(session, part, law, quarter, as_of):
            found.append(_audited(held))
    bodies = tuple(sorted(found, key=lambda body: (body.county, body.name, body.id)))
    every = [answer for body in bodies for answer in body.answers]
    found_points = points(every, _steps(session, every, as_of))
    return Compliance(state, quarter, as_of, law, bodies, scores(every), found_points)


def _steps(session: Session, every: Sequence[Answer], as_of: datetime) -> dict[str, list[Step]]:
    """What people did over the exceptions by that moment."""
    ids = [exception_id(answer) for answer in every if is_exception(answer)]
    return {
        key: [Step(row.state, row.who, row.at, row.why, row.digest) for row in held]
        for key, held in ledger.steps(session, ids, as_of).items()
    }


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
        scores=scores(answers) if held.monitored else (),
    )


def scores(answers: Sequence[Answer]) -> tuple[tuple[str, Score], ...]:
    """The score of every question over some answers, by its id."""
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
    logged = ledger.requests(session, list(records), as_of)
    for row in part:
        if row.id in records:
            record = known_by(records[row.id], stored, as_of)
            asked = _requests(logged.get(row.id, ()))
            yield _one(record, stored, law, quarter, as_of, asked)


def _one(
    record: BodyRecord,
    stored: Shelf,
    law: StateLaw | None,
    quarter: Quarter,
    as_of: datetime,
    requests: Sequence[Request],
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
        ahead=tuple(_ahead(record, seen, quarter)),
        requests=tuple(request for request in requests if request.meeting in
                       {sitting.day for sitting in found}),
    )  # fmt: skip


def _ahead(record: BodyRecord, seen: Mapping[str, datetime], quarter: Quarter) -> Iterator[Proof]:
    """Meetings of the year that the site listed four weeks or more before their day."""
    for meeting in record.meetings:
        listed = seen.get(meeting.id)
        early = listed is not None and listed.date() + AHEAD <= meeting.date
        if early and meeting.date.year == quarter.year:
            yield Proof("listing", meeting.id, listed, f"the meeting of {meeting.date}")


def _requests(rows_: Sequence[RequestStep]) -> tuple[Request, ...]:
    """The log's entries joined: each request with its answer, where one came."""
    found: list[Request] = []
    for row in rows_:
        if row.step == "sent":
            found.append(Request(row.meeting_date, row.day, entry=str(row.id)))
            continue
        for number, one in enumerate(found):
            if one.meeting == row.meeting_date and one.answered is None:
                found[number] = replace(one, answered=row.day)
    return tuple(found)


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
