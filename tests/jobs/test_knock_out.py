"""Absence needs proof: whatever is taken from a NO_VOTE_FOUND town's record, the claim falls.

Every change is made inside a transaction on the finished demo and rolled back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from audit.judge import judge
from audit.values import Finding
from jobs.context import Context
from store.tables import Capture, Document, Fetch, Meeting, Observation, Page, Reading

pytestmark = pytest.mark.timeout(300)

FALLEN = {"CANNOT_TELL", "NONE_SO_FAR"}


@pytest.fixture
def opened(context: Context) -> Iterator[Session]:
    with Session(context.workspace.engine) as session:
        yield session
        session.rollback()


def _judged(opened: Session, context: Context) -> dict[str, Finding]:
    found = judge(opened, now=context.now, watch_states=("PA",))
    return {finding.key: finding for finding in found}


def _towns(opened: Session, context: Context) -> list[Finding]:
    found = [f for f in _judged(opened, context).values() if f.label == "NO_VOTE_FOUND"]
    assert len(found) >= 2
    return found


def _meetings(finding: Finding) -> list[tuple[str, date, str]]:
    """(body, date, hash of the minutes) of every meeting the claim rests on."""
    return [
        (table.body, meeting.date, meeting.minutes)
        for table in finding.tables
        for meeting in table.meetings
        if meeting.state == "read" and meeting.minutes
    ]


def _documents(opened: Session, body: str, sha256: str) -> list[str]:
    query = (
        select(col(Document.id))
        .join(Capture, col(Capture.document_id) == col(Document.id))
        .where(col(Document.body_id) == body, col(Capture.sha256) == sha256)
    )
    return list(opened.execute(query).scalars())


def _take_away(opened: Session, ids: list[str]) -> None:
    opened.execute(delete(Capture).where(col(Capture.document_id).in_(ids)))
    opened.execute(update(Fetch).where(col(Fetch.document_id).in_(ids)).values(document_id=None))
    opened.execute(delete(Document).where(col(Document.id).in_(ids)))


def _named(finding: Finding, day: date) -> bool:
    missing = {m["date"] for m in finding.coverage["missing"]}
    awaited = {str(m["date"] if isinstance(m, dict) else m) for m in finding.coverage["awaited"]}
    return day.isoformat() in missing | awaited


def test_any_minutes_taken_away(opened: Session, context: Context) -> None:
    for town in _towns(opened, context):
        for body, day, sha256 in _meetings(town):
            with opened.begin_nested() as point:
                _take_away(opened, _documents(opened, body, sha256))
                after = _judged(opened, context)[town.key]
                point.rollback()
            assert after.label in FALLEN, (town.agency, day)
            assert _named(after, day), (town.agency, day, after.coverage)


def test_a_whole_meeting_taken_away_is_betrayed_by_the_next_minutes(
    opened: Session, context: Context
) -> None:
    """Agenda, minutes and listing row gone: the next minutes still approve those."""
    for town in _towns(opened, context):
        body, day, _ = _meetings(town)[2]
        with opened.begin_nested() as point:
            ids = opened.execute(
                select(col(Document.id)).where(
                    col(Document.body_id) == body, col(Document.meeting_date) == day
                )
            ).scalars()
            _take_away(opened, list(ids))
            opened.execute(
                delete(Meeting).where(col(Meeting.body_id) == body, col(Meeting.date) == day)
            )
            after = _judged(opened, context)[town.key]
            point.rollback()
        assert after.label in FALLEN, town.agency
        assert _named(after, day), after.coverage


def test_one_page_that_could_not_be_read(opened: Session, context: Context) -> None:
    for town in _towns(opened, context):
        body, day, sha256 = _meetings(town)[1]
        with opened.begin_nested() as point:
            reading = opened.execute(
                select(col(Reading.id)).where(col(Reading.sha256) == sha256)
            ).scalar_one()
            opened.execute(update(Reading).where(col(Reading.id) == reading).values(pages_unread=1))
            opened.execute(
                update(Page)
                .where(col(Page.reading_id) == reading, col(Page.number) == 1)
                .values(method="none", text="", chars=0)
            )
            after = _judged(opened, context)[town.key]
            point.rollback()
        assert after.label in FALLEN, (town.agency, body)
        assert _named(after, day)


def test_a_later_mention_of_a_meeting_nobody_listed(opened: Session, context: Context) -> None:
    for town in _towns(opened, context):
        meetings = _meetings(town)
        unlisted = meetings[3][1] - timedelta(days=9)
        assert unlisted not in {day for _, day, _ in meetings}
        with opened.begin_nested() as point:
            opened.execute(
                update(Reading)
                .where(col(Reading.sha256) == meetings[4][2])
                .values(approves_minutes_of=[meetings[3][1].isoformat(), unlisted.isoformat()])
            )
            after = _judged(opened, context)[town.key]
            point.rollback()
        assert after.label in FALLEN, town.agency
        assert _named(after, unlisted), after.coverage


def test_no_good_looks_where_the_chain_of_minutes_is_broken(
    opened: Session, context: Context
) -> None:
    """Without the approval lines nobody vouches for the year before the first look."""
    for town in _towns(opened, context):
        with opened.begin_nested() as point:
            for _, _, sha256 in _meetings(town):
                opened.execute(
                    update(Reading)
                    .where(col(Reading.sha256) == sha256)
                    .values(approves_minutes_of=[])
                )
            after = _judged(opened, context)[town.key]
            point.rollback()
        assert after.label in FALLEN, town.agency


def test_looks_that_failed_count_for_nothing(opened: Session, context: Context) -> None:
    for town in _towns(opened, context):
        with opened.begin_nested() as point:
            for _, _, sha256 in _meetings(town):
                opened.execute(
                    update(Reading)
                    .where(col(Reading.sha256) == sha256)
                    .values(approves_minutes_of=[])
                )
            opened.execute(update(Observation).values(outcome="blocked"))
            after = _judged(opened, context)[town.key]
            point.rollback()
        assert after.label in FALLEN, town.agency
