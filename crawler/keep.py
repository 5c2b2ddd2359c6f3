"""Keeping what a child says: its events and the registry become rows of the store.

Owns the writing. Each function is one event in one open transaction; nothing is ever removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update
from sqlmodel import Session, col

from store.queries import blobs
from store.queries.status import GOOD
from store.tables import (
    Body,
    Capture,
    Document,
    Fetch,
    Host,
    Jurisdiction,
    Meeting,
    Observation,
    Source,
)

if TYPE_CHECKING:
    from crawler.registry import Registry

Event = Mapping[str, Any]


def keep_registry(session: Session, registry: Registry, now: datetime) -> None:
    """Make bodies and sources agree with the packs; see `crawler.registry.sync`."""
    for body in registry.bodies:
        place = body.place
        session.merge(
            Jurisdiction(
                id=place.id, name=place.name, kind=place.kind, county=place.county,
                state=place.state, geoid=place.geoid,
            )
        )  # fmt: skip
    session.flush()
    for body in registry.bodies:
        session.merge(
            Body(
                id=body.id, name=body.name, kind=body.kind, jurisdiction_id=body.place.id,
                timezone=body.timezone, cadence=body.cadence,
                schedule=[d.isoformat() for d in body.schedule],
                answers_for=list(body.answers_for), pack=body.pack, watched=True,
            )
        )  # fmt: skip
    session.flush()
    for source in registry.sources:
        _keep_source(session, source, now)
    _unwatch(session, registry)


def _keep_source(session: Session, source: Any, now: datetime) -> None:
    held = session.get(Source, source.id)
    if held is None:
        held = Source(id=source.id, body_id=source.body_id, platform=source.platform,
                      url=source.url, board=source.board, state=source.state)  # fmt: skip
        if source.state == "verified":
            held.verified_by, held.verified_at = "the pack", now
    # A person's word outlives the pack's `unverified`.
    if held.verified_by is None or source.state != "unverified":
        held.state = source.state
    held.reason, held.seen_in, held.watched = source.reason, source.seen_in, True
    session.add(held)


def _unwatch(session: Session, registry: Registry) -> None:
    bodies = [b.id for b in registry.bodies]
    sources = [s.id for s in registry.sources]
    session.flush()
    for table, known in ((Body, bodies), (Source, sources)):
        held = set(session.execute(select(col(table.id)).where(col(table.watched))).scalars())
        for gone in sorted(held - set(known)):
            session.execute(update(table).where(col(table.id) == gone).values(watched=False))


class Keeper:
    """Writes the events of one batch. `good`: the last good look at each source before it."""

    def __init__(self, bodies: Mapping[str, str], good: Mapping[str, datetime | None]) -> None:
        self.bodies = bodies
        self.good = good
        self.new: dict[str, int] = {}

    def keep(self, session: Session, event: Event) -> None:
        """Keep one event; unknown ones are left alone."""
        step = {
            "fetch": self.fetch,
            "rows": self.rows,
            "document": self.document,
            "look": self.look,
        }.get(event["t"])
        if step is not None:
            step(session, event)

    def fetch(self, session: Session, event: Event) -> int | None:
        """One request and its answer; the host is remembered for the next child's courtesy."""
        given = dict(event["fetch"])
        at = datetime.fromisoformat(given.pop("at"))
        source = event.get("source")
        if given["sha256"]:
            media = given["headers"].get("Content-Type")
            blobs.note(session, given["sha256"], given["size"] or 0, at, media)
        row = Fetch(
            source_id=source,
            document_id=event.get("id"),
            at=at,
            not_before=self.good.get(source) if source else None,
            **given,
        )
        session.add(row)
        if event.get("host"):
            session.merge(Host(key=event["host"], last_request=at))
        session.flush()
        return row.id

    def rows(self, session: Session, event: Event) -> None:
        """Listed rows: meetings and documents appear, or are seen once more."""
        at = datetime.fromisoformat(event["at"])
        source = event["source"]
        for row in event["rows"]:
            meeting = self._meeting(session, source, row, at)
            for document in row["documents"]:
                self._listed(session, source, row, document, meeting, at)
        session.flush()

    def document(self, session: Session, event: Event) -> None:
        """The answer to one document's request: a new version, the same one, or trouble."""
        fetch_id = self.fetch(session, event) if event.get("fetch") else None
        row = session.get(Document, event["id"])
        if row is None:
            return
        at = datetime.fromisoformat(event["at"])
        row.last_checked, row.problem = at, event["problem"]
        if event.get("etag") or event.get("last_modified"):
            row.etag, row.last_modified = event.get("etag"), event.get("last_modified")
        if event.get("sha256") and self._newest(session, row.id) != event["sha256"]:
            session.add(
                Capture(
                    document_id=row.id, fetch_id=fetch_id, sha256=event["sha256"], at=at,
                    not_before=self._not_before(session, row), media_type=event["media_type"],
                    name=event["name"],
                )
            )  # fmt: skip
            self.new[event["source"]] = self.new.get(event["source"], 0) + 1
        session.add(row)
        session.flush()

    def look(self, session: Session, event: Event) -> None:
        """The end of a look: the observation, what is listed no more, and the source's memory."""
        finished = datetime.fromisoformat(event["finished"])
        sha256 = event.get("listing_sha256")
        if sha256:
            blobs.note(session, sha256, event.get("listing_size", 0), finished, "application/json")
        session.add(
            Observation(
                source_id=event["source"], started=datetime.fromisoformat(event["started"]),
                finished=finished, outcome=event["outcome"], why=event["why"],
                complete=event["complete"], rows=event["rows"], documents=event["documents"],
                requests=event["requests"], listing_sha256=sha256,
            )
        )  # fmt: skip
        for gone in event.get("gone", ()):
            session.execute(update(Document).where(col(Document.id) == gone).values(listed=False))
        source = session.get(Source, event["source"])
        if source is not None:
            _remember(source, event)
            session.add(source)

    def _meeting(self, session: Session, source: str, row: Event, at: datetime) -> str | None:
        """The meeting of a row, new or seen once more; None where the row has no date."""
        if row["date"] is None:
            return None
        body = self.bodies[source]
        vendor = row["vendor_id"]
        key = f"{source}#{vendor}" if vendor else f"{body}/{row['date']}/{row['kind']}"
        held = session.get(Meeting, key)
        if held is None:
            held = Meeting(
                id=key, body_id=body, source_id=source, vendor_id=vendor,
                date=date.fromisoformat(row["date"]), first_seen=at, last_seen=at,
            )  # fmt: skip
        held.date, held.time = date.fromisoformat(row["date"]), row["time"]
        held.kind, held.title, held.status = row["kind"], row["title"], row["status"]
        held.location, held.last_seen = row["location"], at
        session.add(held)
        return key

    def _listed(
        self,
        session: Session,
        source: str,
        row: Event,
        listed: Event,
        meeting: str | None,
        at: datetime,
    ) -> None:
        held = session.get(Document, listed["id"])
        if held is None:
            held = Document(id=listed["id"], body_id=self.bodies[source], source_id=source,
                            role=listed["role"], url=listed["url"], first_listed=at,
                            last_listed=at)  # fmt: skip
        for name in ("role", "role_confidence", "rule", "label", "url", "posted_at", "amended"):
            setattr(held, name, listed[name])
        held.meeting_id = meeting
        held.meeting_date = date.fromisoformat(row["date"]) if row["date"] else None
        held.last_listed, held.listed = at, True
        session.add(held)

    def _newest(self, session: Session, document: str) -> str | None:
        return session.execute(
            select(col(Capture.sha256))
            .where(col(Capture.document_id) == document)
            .order_by(col(Capture.id).desc())
            .limit(1)
        ).scalar_one_or_none()

    def _not_before(self, session: Session, row: Document) -> datetime | None:
        """The last moment at which this version was not there: the check before, else the look."""
        before: datetime | None = session.execute(
            select(col(Fetch.at))
            .where(col(Fetch.document_id) == row.id, col(Fetch.status).in_((200, 304)))
            .order_by(col(Fetch.id).desc())
            .offset(1)
            .limit(1)
        ).scalar_one_or_none()
        if before is not None:
            return before
        return self.good.get(row.source_id) if row.source_id else None


def _remember(source: Source, event: Event) -> None:
    """Baselines of the last good look; the pages' memory grows page by page even in a bad one."""
    memory: dict[str, Any] = dict(source.resume)
    pages = {**memory.get("pages", {}), **event.get("pages", {})}
    source.resume = {**memory, "pages": pages}
    source.next_due = None
    if event["outcome"] in GOOD:
        source.baseline_rows, source.baseline_documents = event["rows"], event["documents"]


def failed_look(
    source: str, started: datetime, finished: datetime, outcome: str, why: str
) -> dict[str, Any]:
    """The event of a look that ended without its last line."""
    return {
        "t": "look", "source": source, "started": started.isoformat(),
        "finished": finished.isoformat(), "outcome": outcome, "why": why, "complete": False,
        "rows": 0, "documents": 0, "requests": 0, "pages": {}, "gone": [], "new": 0,
    }  # fmt: skip
