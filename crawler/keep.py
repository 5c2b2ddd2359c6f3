"""Keeping what a child says: its events become rows of the store.

Owns the writing. Each function is one event in one open transaction; nothing is ever removed.
Plain statements rather than objects: a look repeats what is known, and that has to cost little.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import CursorResult, Executable, Table, func, insert, select, update
from sqlmodel import Session, col

from crawler.keep_agreements import keep_agreement
from crawler.outcome import GOOD
from crawler.values import PAGE
from store.queries import blobs
from store.tables import Capture, Document, Fetch, Host, Meeting, Observation, Source

Event = Mapping[str, Any]
Values = dict[str, Any]

# The tables themselves: what SQLAlchemy does for mapped objects costs more than the writing.
_FETCHES: Table = Fetch.__table__  # type: ignore[attr-defined]
_MEETINGS: Table = Meeting.__table__  # type: ignore[attr-defined]
_DOCUMENTS: Table = Document.__table__  # type: ignore[attr-defined]
_CAPTURES: Table = Capture.__table__  # type: ignore[attr-defined]
_OBSERVATIONS: Table = Observation.__table__  # type: ignore[attr-defined]
_SOURCES: Table = Source.__table__  # type: ignore[attr-defined]

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
            "same": self._same,
            "document": self._document,
            "page": self._page,
            "look": self._look,
            "agreement": self._agreement,
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
        done = _run(session, insert(_FETCHES), values)
        key = done.inserted_primary_key
        assert key is not None
        return int(key[0])

    def _agreement(self, session: Session, event: Event) -> None:
        """The answer to one agreement's request."""
        self._fetch(session, event)
        keep_agreement(session, event)

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
        _seen(session, _MEETINGS, meetings, {**fixed, "first_seen": at}, {"last_seen": at})
        _seen(session, _DOCUMENTS, documents, {**fixed, "first_listed": at}, {"last_listed": at})

    def _same(self, session: Session, event: Event) -> None:
        """Everything that was seen at the last look was seen once more."""
        source, before = event["source"], datetime.fromisoformat(event["before"])
        at = datetime.fromisoformat(event["at"])
        for table, name in ((_MEETINGS, "last_seen"), (_DOCUMENTS, "last_listed")):
            held = (table.c.source_id == source) & (table.c[name] == before)
            _run(session, update(table).where(held).values({name: at}))

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
        _run(session, update(_DOCUMENTS).where(_DOCUMENTS.c.id == event["id"]).values(values))
        if event.get("sha256"):
            if event["sha256"] != event["fetch"]["sha256"]:
                # Bound from several answers: its bytes are nobody's single answer.
                self._note(session, event["sha256"], event["size"], at, event["media_type"])
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
        values = {
            "document_id": event["id"],
            "fetch_id": fetch_id,
            "sha256": event["sha256"],
            "at": at,
            "not_before": self._not_before(session, event, fetch_id),
            "media_type": event["media_type"],
            "name": event["name"],
        }
        _run(session, insert(_CAPTURES), values)
        self.new[event["source"]] = self.new.get(event["source"], 0) + 1

    def _page(self, session: Session, event: Event) -> None:
        """The list itself as a document of no meeting; its bytes are those of the fetch before."""
        at, source = datetime.fromisoformat(event["at"]), event["source"]
        listed: Values = {"role": PAGE, "url": event["url"], "rule": "the list itself",
                          "label": "the page of the list", "listed": True}  # fmt: skip
        fixed = {"source_id": source, "body_id": self.bodies[source], "first_listed": at}
        _seen(session, _DOCUMENTS, {event["id"]: listed}, fixed,
              {"last_listed": at, "last_checked": at})  # fmt: skip
        if event["sha256"] is None:
            return
        fetched = select(func.max(col(Fetch.id))).where(
            col(Fetch.source_id) == source, col(Fetch.sha256) == event["sha256"]
        )
        fetch_id = session.execute(fetched).scalar_one()
        kept = {**event, "media_type": "text/html", "name": ""}
        self._capture(session, kept, at, fetch_id)

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
        values = {
            name: event[name]
            for name in ("outcome", "why", "complete", "rows", "documents", "requests")
        }
        values |= {
            "source_id": event["source"],
            "started": datetime.fromisoformat(event["started"]),
            "finished": finished,
            "listing_sha256": sha256,
        }
        _run(session, insert(_OBSERVATIONS), values)
        for part in _chunks(event.get("gone", ())):
            gone = _DOCUMENTS.c.id.in_(part)
            _run(session, update(_DOCUMENTS).where(gone).values(listed=False))
        self._remember(session, event)

    def _remember(self, session: Session, event: Event) -> None:
        """Baselines of the last good look; memory of pages grows page by page even in a bad one."""
        mine = _SOURCES.c.id == event["source"]
        held = _run(session, select(_SOURCES.c.resume).where(mine)).scalar_one()
        resume = {**held, "pages": {**held.get("pages", {}), **event.get("pages", {})}}
        if "whole" in event:
            resume["whole"] = event["whole"]
        wait = event.get("wait") or 0.0
        finished = datetime.fromisoformat(event["finished"])
        values: Values = {"next_due": finished + timedelta(seconds=wait) if wait else None}
        if resume != held:
            values["resume"] = resume
        if event["outcome"] in GOOD:
            values |= {
                "baseline_rows": event["rows"],
                "baseline_documents": event["documents"],
            }
        _run(session, update(_SOURCES).where(mine).values(values))


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
    session: Session, table: Table, wanted: Mapping[str, Values], once: Values, always: Values
) -> None:
    """Insert what is new, rewrite what changed, and note of all the rest that it was seen again.

    once: values of a row's first sighting, which later ones leave alone.
    """
    names = list(next(iter(wanted.values()), {}))
    held: dict[str, Values] = {}
    for part in _chunks(list(wanted)):
        columns = [table.c[name] for name in names]
        rows = _run(session, select(table.c.id, *columns).where(table.c.id.in_(part)))
        held |= {row[0]: dict(zip(names, row[1:], strict=True)) for row in rows.all()}
    new = [{"id": key, **once, **v, **always} for key, v in wanted.items() if key not in held]
    if new:
        _run(session, insert(table), new)
    for key, values in wanted.items():
        if key in held and held[key] != values:
            _run(session, update(table).where(table.c.id == key).values(values))
    for part in _chunks(list(held)):
        _run(session, update(table).where(table.c.id.in_(part)).values(always))


def _run(
    session: Session, statement: Executable, values: Values | list[Values] | None = None
) -> CursorResult[Any]:
    return session.connection().execute(statement, values)


def _chunks(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
