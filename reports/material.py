"""Everything a weekly report needs from the store, read once.

Owns which queries are asked and for which moments. Draws no conclusion; `gather` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlmodel import Session

from audit.ahead import upcoming
from audit.exceptions import CLEARED
from audit.values import UpcomingItem
from reports.cards import cited_captures, cited_pages
from reports.evidence import Wanted
from reports.texts import week_start
from store.queries import ice, weekly
from store.queries.scans import waiting_for_ocr
from store.tables import Capture, Edition, FindingRow, LedgerChange, Reading, Review, Snapshot

WEEK = timedelta(days=7)
DAYS_AHEAD = 10

_LATE = timedelta(days=60)  # how long after it was saved a workbook may first reach us


@dataclass(frozen=True)
class Material:
    """Rows as they stood at `as_of`, and one week earlier where a comparison needs them.

    states: the newest review state of each finding revision that people looked at; known: the
    documents that had a capture before this week; pages: texts by (hash, number).
    """

    as_of: datetime
    since: datetime
    findings: tuple[FindingRow, ...]
    earlier: tuple[FindingRow, ...]
    reviews: tuple[Review, ...]
    states: Mapping[str, str]
    bodies: tuple[weekly.WatchedBody, ...]
    looks: tuple[weekly.Look, ...]
    captures: tuple[Capture, ...]
    known: frozenset[str]
    readings: Mapping[str, Reading]
    ocr: int
    waiting: int
    holdings: Mapping[str, weekly.Holding]
    workbooks: tuple[Snapshot, ...]
    changes: tuple[LedgerChange, ...]
    ahead: tuple[UpcomingItem, ...]
    pages: Mapping[tuple[str, int], tuple[str, ...]]
    follows: Edition | None


def read(session: Session, as_of: datetime, timezone: str) -> Material:
    """Ask the store for one week's material; only what it knew at `as_of` is used.

    An earlier edition of the same ISO week is replaced by this one, so it is not what it follows.
    """
    since = as_of - WEEK
    findings = weekly.findings(session, as_of)
    bodies = weekly.bodies(session)
    captures = weekly.captures(session, since, as_of)
    hashes = {capture.sha256 for capture in captures}
    readings = weekly.readings(session, hashes, as_of)
    reviews = weekly.reviews(session, as_of)
    ahead = upcoming(session, now=as_of, days=DAYS_AHEAD)
    return Material(
        as_of=as_of,
        since=since,
        findings=findings,
        earlier=weekly.findings(session, since),
        reviews=reviews,
        states={step.finding_id: step.state for step in reviews},
        bodies=bodies,
        looks=weekly.looks(session, as_of),
        captures=captures,
        known=weekly.captured_before(session, (c.document_id for c in captures), since),
        readings=readings,
        ocr=weekly.with_ocr(session, (r.id for r in readings.values() if r.id is not None)),
        waiting=waiting_for_ocr(session, as_of),
        holdings=weekly.holdings(session, hashes, as_of),
        workbooks=weekly.workbooks(session, as_of),
        changes=ice.changes(session, since - _LATE, as_of, sorted(_states(findings, bodies))),
        ahead=ahead,
        pages=weekly.page_texts(session, _pages(findings, ahead), as_of),
        follows=weekly.edition_before(session, "weekly", week_start(as_of, timezone)),
    )


def content(row: FindingRow) -> Mapping[str, Any]:
    """The finding's JSON."""
    return cast("Mapping[str, Any]", row.content)


def placed(workbook: Snapshot) -> datetime:
    """The time the ledger uses for a workbook."""
    moment = workbook.placed or workbook.saved
    if moment is None:
        raise ValueError(f"workbook {workbook.sha256} is in use and has no saved time")
    return moment


def state_of(material: Material, row: FindingRow) -> str:
    """The newest state people gave this revision, else the one it was found with."""
    return material.states.get(row.id) or str(content(row).get("review") or "lead")


def shown(material: Material, *, public: bool) -> tuple[FindingRow, ...]:
    """The findings an edition may speak of: a public one of cleared findings only."""
    return tuple(row for row in material.findings if _may_be_shown(material, row, public))


def _may_be_shown(material: Material, row: FindingRow, public: bool) -> bool:
    state = state_of(material, row)
    if content(row).get("withdrawn") or state == "withdrawn":
        return False
    return not public or state in CLEARED


def wanted(material: Material, *, public: bool) -> tuple[Wanted, ...]:
    """Every capture the report will cite: findings, agendas ahead, ICE's workbooks."""
    rows = shown(material, public=public)
    cited = [one for row in rows for one in cited_captures(content(row))]
    agendas = [
        Wanted(item.evidence.sha256, item.meeting_date, item.body_name, item.evidence.role)
        for item in material.ahead
        if item.evidence is not None
    ]
    newest = {book.kind: book for book in material.workbooks}
    moments = {change.at for change in material.changes}
    books = [
        Wanted(book.sha256, placed(book).date(), "ice", book.kind)
        for book in material.workbooks
        if book is newest[book.kind] or placed(book) in moments
    ]
    return (*cited, *agendas, *books)


def _states(findings: Iterable[FindingRow], bodies: Iterable[weekly.WatchedBody]) -> frozenset[str]:
    return frozenset(row.state for row in findings) | frozenset(
        watched.place.state for watched in bodies if watched.place is not None
    )


def _pages(
    findings: Iterable[FindingRow], ahead: Iterable[UpcomingItem]
) -> Iterable[tuple[str, int]]:
    for row in findings:
        yield from cited_pages(content(row))
    for item in ahead:
        if item.evidence is not None:
            yield item.evidence.sha256, item.evidence.page
