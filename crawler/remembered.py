"""From the store to a job: what a child has to know of each source, each host, ICE's page.

Owns the reading. Nothing is written here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from crawler.job import IceJob, KnownDocument, LookMemory, PageMemory, SourceJob
from crawler.platforms import canonical
from store.queries.status import GOOD
from store.tables import Capture, Document, Fetch, Host, Observation, Source


def source_jobs(session: Session, ids: Sequence[str]) -> tuple[SourceJob, ...]:
    """The sources as jobs, in the order asked for; unknown ids are left out."""
    held = {
        s.id: s for s in session.execute(select(Source).where(col(Source.id).in_(ids))).scalars()
    }
    good = last_good(session, ids)
    documents = _documents(session, ids)
    return tuple(
        SourceJob(
            id=source.id,
            platform=canonical(source.platform, source.url),
            url=source.url,
            board=source.board,
            first=source.id not in good,
            whole=_whole(source.resume),
            pages=_pages(source.resume),
            documents=documents[source.id],
        )
        for source in (held[i] for i in ids if i in held)
    )


def platforms_of(session: Session, ids: Sequence[str]) -> dict[str, str]:
    """Source id to the platform that reads it; unknown ids are left out."""
    rows = session.execute(
        select(col(Source.id), col(Source.platform), col(Source.url)).where(col(Source.id).in_(ids))
    ).all()
    return {row[0]: canonical(row[1], row[2]) for row in rows}


def last_good(session: Session, ids: Sequence[str]) -> dict[str, datetime]:
    """When each source was last looked at with success."""
    rows = session.execute(
        select(col(Observation.source_id), func.max(col(Observation.finished)))
        .where(col(Observation.source_id).in_(ids), col(Observation.outcome).in_(GOOD))
        .group_by(col(Observation.source_id))
    ).all()
    return {row[0]: row[1] for row in rows}


def bodies_of(session: Session, ids: Sequence[str]) -> dict[str, str]:
    """Source id to body id."""
    rows = session.execute(
        select(col(Source.id), col(Source.body_id)).where(col(Source.id).in_(ids))
    )
    return {row[0]: row[1] for row in rows.all()}


def hosts(session: Session, now: datetime) -> dict[str, float]:
    """Seconds since each politeness group was last asked."""
    return {
        host.key: (now - host.last_request).total_seconds()
        for host in session.execute(select(Host)).scalars()
    }


def ice_job(session: Session, url: str) -> IceJob:
    """ICE's page with the newest answer held of it and of each workbook link."""
    newest = (
        select(func.max(col(Fetch.id)))
        .where(
            col(Fetch.purpose).in_(("ice_page", "ice_workbook")),
            col(Fetch.status) == 200,
            col(Fetch.sha256).is_not(None),
        )
        .group_by(col(Fetch.url))
    )
    memory: dict[str, PageMemory] = {}
    names: dict[str, str] = {}
    for fetch in session.execute(select(Fetch).where(col(Fetch.id).in_(newest))).scalars():
        kept = fetch.headers
        memory[fetch.url] = PageMemory(kept.get("Etag"), kept.get("Last-Modified"), fetch.sha256)
        if fetch.purpose == "ice_workbook":
            names[fetch.url] = _name(fetch)
    return IceJob(url, memory, names)


def _name(fetch: Fetch) -> str:
    from crawler.sniff import file_name

    return file_name(fetch.final_url, fetch.headers)


def _pages(resume: dict[str, Any]) -> dict[str, PageMemory]:
    return {key: PageMemory.from_json(value) for key, value in resume.get("pages", {}).items()}


def _whole(resume: dict[str, Any]) -> LookMemory | None:
    held = resume.get("whole")
    return LookMemory.from_json(held) if held else None


def _documents(session: Session, ids: Sequence[str]) -> dict[str, dict[str, KnownDocument]]:
    newest = (
        select(func.max(col(Capture.id)))
        .join(Document, col(Document.id) == col(Capture.document_id))
        .where(col(Document.source_id).in_(ids))
        .group_by(col(Capture.document_id))
    )
    captured = {
        row[0]: row[1]
        for row in session.execute(
            select(col(Capture.document_id), col(Capture.sha256)).where(col(Capture.id).in_(newest))
        ).all()
    }
    found: dict[str, dict[str, KnownDocument]] = defaultdict(dict)
    columns = (
        col(Document.source_id), col(Document.id), col(Document.etag),
        col(Document.last_modified), col(Document.last_checked), col(Document.first_listed),
        col(Document.meeting_date), col(Document.posted_at), col(Document.amended),
        col(Document.problem), col(Document.role),
    )  # fmt: skip
    rows = session.execute(
        select(*columns).where(
            col(Document.source_id).in_(ids), col(Document.last_checked).is_not(None)
        )
    )
    for source_id, document, *rest in rows.all():
        found[source_id][document] = KnownDocument(captured.get(document), *rest)
    return found
