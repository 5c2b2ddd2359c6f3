"""What a week could see and what it could not: sources, documents, ICE's list.

Owns when a source counts as read this week. Pure; the rows come from `material`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from reports.labels import OUTCOMES
from reports.material import Material, placed
from reports.texts import clean, long_date, remark, safe_url, short_date
from reports.week import Card, Copy, Documents, ListUsed, Seen, SourceLook
from store.queries.status import GOOD
from store.queries.weekly import Look
from store.tables import Reading, Snapshot

STALE = timedelta(days=8)
"""A good look older than this is stale: a weekly round with a day's grace."""


def seen(material: Material, cards: Iterable[Card], copies: Mapping[str, Copy]) -> Seen:
    """The first section of the report."""
    names = {watched.body.id: clean(watched.body.name) for watched in material.bodies}
    looks = [
        source_look(look, names[look.source.body_id], material.since, material.as_of)
        for look in material.looks
        if look.source.body_id in names
    ]
    with_source = {look.body_id for look in looks}
    cards = tuple(cards)
    return Seen(
        looks=tuple(sorted(looks, key=lambda look: (look.body, look.body_id, look.url or ""))),
        without_source=tuple(name for key, name in names.items() if key not in with_source),
        unmonitored=tuple(c.agency for c in cards if c.label == "NOT_MONITORED"),
        documents=_documents(material, names),
        listed=_listed(material, copies),
        meetings_missing=len(
            {(t.body, m.date) for c in cards for t in c.tables for m in t.meetings
             if m.state == "missing"}
        ),
    )  # fmt: skip


def source_look(look: Look, body: str, since: datetime, as_of: datetime) -> SourceLook:
    """How a source stands. A bad look after a good one in the same week is told, not decisive."""
    standing, why = _standing(look, since, as_of)
    return SourceLook(
        body_id=look.source.body_id,
        body=body,
        standing=standing,
        why=why,
        url=safe_url(look.source.url),
        last_good=look.last_good,
    )


def _standing(look: Look, since: datetime, as_of: datetime) -> tuple[str, str]:
    last = look.last
    if look.source.state == "manual":
        return "manual", remark(look.source.reason or "") or "watched by hand only"
    if last is None:
        return "never", "not looked at yet"
    if last.outcome in GOOD:
        if as_of - last.finished > STALE:
            return "stale", f"last looked at on {long_date(last.finished.date())}"
        return "read", ""
    why = OUTCOMES.get(last.outcome) or last.outcome
    if look.last_good is not None and look.last_good > since:
        return "read", f"{why} on {short_date(last.finished.date())}, after a good look"
    return "not_read", why


def _documents(material: Material, names: Mapping[str, str]) -> Documents:
    met = set(material.known)
    new = replaced = 0
    for capture in material.captures:
        if capture.document_id in met:
            replaced += 1
        else:
            new += 1
            met.add(capture.document_id)
    hashes = list(dict.fromkeys(capture.sha256 for capture in material.captures))
    problems = {sha256: _problem(material.readings.get(sha256)) for sha256 in hashes}
    return Documents(
        new=new,
        replaced=replaced,
        read=sum(not problem for problem in problems.values()),
        ocr=material.ocr,
        waiting=material.waiting,
        unread=tuple(
            sorted(
                (_named(material, names, sha256), why) for sha256, why in problems.items() if why
            )
        ),
    )


def _problem(reading: Reading | None) -> str:
    if reading is None:
        return "not read yet"
    if reading.state != "ok":
        return "could not be read"
    if reading.pages_unread:
        return f"{reading.pages_unread} of {reading.pages} pages could not be read"
    return ""


def _named(material: Material, names: Mapping[str, str], sha256: str) -> str:
    held = material.holdings[sha256]
    body = names.get(held.body_id, held.body_id)
    day = f" of {short_date(held.meeting_date)}" if held.meeting_date else ""
    return f"{body}, {held.role}{day}"


def _listed(material: Material, copies: Mapping[str, Copy]) -> ListUsed | None:
    books = [book for book in material.workbooks if book.kind == "participating"]
    if not books:
        return None
    newest: Snapshot = max(books, key=lambda book: (placed(book), book.sha256))
    return ListUsed(
        saved=placed(newest),
        rows=newest.rows,
        copy=copies.get(newest.sha256) or Copy(newest.sha256, problem="our copy was not made"),
        age_days=(material.as_of - placed(newest)).days,
    )
