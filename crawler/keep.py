"""Keeping what a child says: its events become rows of the store.

Owns the writing. Each function is one event in one open transaction; nothing is ever removed.
Plain statements rather than objects: a look repeats what is known, and that has to cost little.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlmodel import Session, col

from crawler.outcome import GOOD
from store.queries import blobs
from store.tables import Capture, Document, Fetch, Host, Meeting, Observation, Source

Event = Mapping[str, Any]
Values = dict[str, Any]

_CHUNK = 500  # bound values in one statement
_LISTED = ("role", "role_confidence", "rule", "label", "url", "posted_at", "amended")
_MEETING = ("date", "time", "kind", "title", "status", "location")


class Keeper:
    """Writes the events of one batch. `good`: the last good look at each source before it."""

    def __init__(self, bodies: Mapping[str, str], good: Mapping[str, datetime | None]) -> None:
        self.bodies = bodies
        self.good = good
        self.new: dict[str, int] = {}
        self._hosts: dict[str, datetime] = {}
        self._blobs: set[str] = set()

    def keep(self, session: Session, events: Iterable[Event]) -> None:
        """Keep events that arrived together; kinds that are no rows are left alone."""
        steps = {
            "fetch": self._fetch,
            "rows": self._rows,
            "document": self._document,
            "look": self._look,
        }
        for event in events:
            step = steps.get(event["t"])
            if step is not None:
                step(session, event)
        for key, at in self._hosts.items():
            session.merge(Host(key=key, last_request=at))
        self._hosts.clear()

    def _fetch(self, session: Session, event: Event) -> int:
        """One request and its answer; the host is remembered for the next child's courtesy."""
        given = dict(event["fetch"])
        at = datetime.fromisoformat(given.pop("at"))
        source = event.get("source")
        if given["sha256"]:
            media = given["headers"].get("Content-Type")
            self._note(session, given["sha256"], given["size"] or 0, at, media)
        if event.get("host"):
            self._hosts[event["host"]] = at
        values = {
            **given,
            "source_id": source,
            "document_id": event.get("id"),
            "at": at,
            "not_before": self.good.get(source) if source else None,
        }
        done = session.execute(insert(Fetch).values(**values).returning(col(Fetch.id)))
        return int(done.scalar_one())

    def _note(
        self, session: Session, sha256: str, size: int, at: datetime, media: str | None
    ) -> None:
        if sha256 not in self._blobs:
            blobs.note(session, sha256, size, at, media)
            self._blobs.add(sha256)

    def _rows(self, session: Session, event: Event) -> None:
        """Listed rows: meetings and documents appear, or are seen once more."""
        at = datetime.fromisoformat(event["at"])
        source: str = event["source"]
        meetings: dict[str, Values] = {}
        documents: dict[str, Values] = {}
        for row in event["rows"]:
            key = self._meeting_id(source, row)
            if key is not None:
                meetings[key] = self._meeting(source, row)
            for listed in row["documents"]:
                documents[listed["id"]] = {
                    **{name: listed[name] for name in _LISTED},
                    "meeting_id": key,
                    "meeting_date": _day(row["date"]),
                    "listed": True,
                }
        fixed = {"source_id": source, "body_id": self.bodies[source]}
        _seen(session, Meeting, meetings, {**fixed, "first_seen": at}, {"last_seen": at})
        _seen(session, Document, documents, {**fixed, "first_listed": at}, {"last_listed": at})

    def _meeting_id(self, source: str, row: Event) -> str | None:
        """Vendor id within the source, else body, date and kind; None where there is no date."""
        if row["date"] is None:
            return None
        if row["vendor_id"]:
            return f"{source}#{row['vendor_id']}"
        return f"{self.bodies[source]}/{row['date']}/{row['kind']}"

    def _meeting(self, source: str, row: Event) -> Values:
        values = {name: row[name] for name in _MEETING}
        return {**values, "date": _day(row["date"]), "vendor_id": row["vendor_id"]}

    def _document(self, session: Session, event: Event) -> None:
        """The answer to one document's request: a new version, the same one, or trouble."""
        fetch_id = self._fetch(session, event)
        at = datetime.fromisoformat(event["at"])
        values: Values = {"last_checked": at, "problem": event["problem"]}
        if event.get("etag") or event.get("last_modified"):
            values |= {"etag": event.get("etag"), "last_modified": event.get("last_modified")}
        session.execute(update(Document).where(col(Document.id) == event["id"]).values(**values))
        if event.get("sha256"):
            self._capture(session, event, at, fetch_id)

    def _capture(self, session: Session, event: Event, at: datetime, fetch_id: int) -> None:
        """A new version, unless the newest one has these bytes."""
        newest = (
            select(col(Capture.sha256))
            .where(col(Capture.document_id) == event["id"])
            .order_by(col(Capture.id).desc())
            .limit(1)
        )
        if session.execute(newest).scalar_one_or_none() == event["sha256"]:
            return
        session.execute(
            insert(Capture).values(
                document_id=event["id"], fetch_id=fetch_id, sha256=event["sha256"], at=at,
                not_before=self._not_before(session, event, fetch_id),
                media_type=event["media_type"], name=event["name"],
            )
        )  # fmt: skip
        self.new[event["source"]] = self.new.get(event["source"], 0) + 1

    def _not_before(self, session: Session, event: Event, fetch_id: int) -> datetime | None:
        """The last moment at which this version was not there: the check before, else the look."""
        before: datetime | None = session.execute(
            select(col(Fetch.at))
            .where(
                col(Fetch.document_id) == event["id"],
                col(Fetch.status).in_((200, 304)),
                col(Fetch.id) < fetch_id,
            )
            .order_by(col(Fetch.id).desc())
            .limit(1)
        ).scalar_one_or_none()
        return before or self.good.get(event["source"])

    def _look(self, session: Session, event: Event) -> None:
        """The end of a look: the observation, what is listed no more, and the source's memory."""
        finished = datetime.fromisoformat(event["finished"])
        sha256 = event.get("listing_sha256")
        if sha256:
            self._note(session, sha256, event.get("listing_size", 0), finished, "application/json")
        session.execute(
            insert(Observation).values(
                source_id=event["source"], started=datetime.fromisoformat(event["started"]),
                finished=finished, outcome=event["outcome"], why=event["why"],
                complete=event["complete"], rows=event["rows"], documents=event["documents"],
                requests=event["requests"], listing_sha256=sha256,
            )
        )  # fmt: skip
        for part in _chunks(event.get("gone", ())):
            session.execute(update(Document).where(col(Document.id).in_(part)).values(listed=False))
        self._remember(session, event)

    def _remember(self, session: Session, event: Event) -> None:
        """Baselines of the last good look; memory of pages grows page by page even in a bad one."""
        held = session.execute(
            select(col(Source.resume)).where(col(Source.id) == event["source"])
        ).scalar_one()
        pages = {**held.get("pages", {}), **event.get("pages", {})}
        values: Values = {"resume": {**held, "pages": pages}, "next_due": None}
        if event["outcome"] in GOOD:
            values |= {
                "baseline_rows": event["rows"],
                "baseline_documents": event["documents"],
            }
        session.execute(update(Source).where(col(Source.id) == event["source"]).values(**values))


def failed_look(
    source: str, started: datetime, finished: datetime, outcome: str, why: str
) -> Values:
    """The event of a look that ended without its last line."""
    return {
        "t": "look", "source": source, "started": started.isoformat(),
        "finished": finished.isoformat(), "outcome": outcome, "why": why, "complete": False,
        "rows": 0, "documents": 0, "requests": 0, "pages": {}, "gone": [], "new": 0,
    }  # fmt: skip


def _seen(
    session: Session,
    table: type[Meeting] | type[Document],
    wanted: Mapping[str, Values],
    once: Values,
    always: Values,
) -> None:
    """Insert what is new, rewrite what changed, and note of all the rest that it was seen again.

    once: values of a row's first sighting, which later ones leave alone.
    """
    names = list(next(iter(wanted.values()), {}))
    held: dict[str, Values] = {}
    for part in _chunks(list(wanted)):
        columns = [col(getattr(table, name)) for name in names]
        rows = session.execute(select(col(table.id), *columns).where(col(table.id).in_(part)))
        held |= {row[0]: dict(zip(names, row[1:], strict=True)) for row in rows.all()}
    new = [{"id": key, **once, **v, **always} for key, v in wanted.items() if key not in held]
    if new:
        session.execute(insert(table), new)
    for key, values in wanted.items():
        if key in held and held[key] != values:
            session.execute(update(table).where(col(table.id) == key).values(**values))
    for part in _chunks(list(held)):
        session.execute(update(table).where(col(table.id).in_(part)).values(**always))


def _chunks(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
