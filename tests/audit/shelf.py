"""A store filled with one fictional borough, for the tests that judge from rows.

Owns rows only; the words of the motions and the dates are the tests' own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from audit.values import Agreement
from store.queries import blobs, ice, readings
from store.tables import (
    Body,
    Capture,
    Document,
    Jurisdiction,
    Meeting,
    Observation,
    Snapshot,
    Source,
)
from tests.audit.build import at, sha

BODY = "pa-fernwick-borough"
AGENCY = "Fernwick Borough Police Department"


def borough(session: Session, **more: Any) -> None:
    """The body with its place and one verified source."""
    session.add(
        Jurisdiction(
            id="j", name="Fernwick", kind="borough", county="Tamarack", state="PA", geoid="4299901"
        )
    )
    session.flush()
    values: dict[str, Any] = {
        "cadence": "second Tuesday 19:00", "answers_for": [AGENCY], "schedule": [],
    } | more  # fmt: skip
    session.add(
        Body(
            id=BODY, name="Fernwick Borough Council", kind="borough_council", jurisdiction_id="j",
            timezone="America/New_York", pack="test", **values,
        )
    )  # fmt: skip
    session.flush()
    session.add(
        Source(id="s", body_id=BODY, platform="links", url="https://t.example", state="verified")
    )
    session.flush()


def look(session: Session, when: datetime, outcome: str = "ok") -> None:
    session.add(Observation(source_id="s", started=when, finished=when, outcome=outcome))


def paper(
    session: Session, role: str, day: date, when: datetime, text: str = "", **read: Any
) -> str:
    """One captured document with its reading; returns the hash of its bytes."""
    key = f"{role} {day}"
    sha256 = sha(f"{key} {text} {sorted(map(str, read.items()))}")
    if session.get(Document, key) is None:
        session.add(
            Document(
                id=key, body_id=BODY, source_id="s", meeting_date=day, role=role,
                url=f"https://t.example/{role}/{day}", first_listed=when, last_listed=when,
            )
        )  # fmt: skip
    blobs.note(session, sha256, 1, when)
    session.flush()
    session.add(Capture(document_id=key, sha256=sha256, at=when))
    readings.save(session, sha256, readings.Made(when, "1", {}), reading(role, day, text, **read))
    return sha256


def reading(role: str, day: date, text: str = "", **more: Any) -> dict[str, Any]:
    """The `read` JSON of a one-page document."""
    page = {"number": 1, "method": "text", "confidence": 1.0, "chars": len(text), "text": text}
    return {
        "kind": role, "body": "Fernwick Borough Council", "meeting_date": day.isoformat(),
        "minutes_status": "approved", "approves_minutes_of": [], "pages": [page], "flags": [],
        "motions": [], "attendance": {}, "items": [], "doubts": [],
    } | more  # fmt: skip


def vote(
    text: str, direction: str = "adopt", result: str = "passed", **more: Any
) -> dict[str, Any]:
    """A reading's flags and motions for a page that is the motion itself."""
    motion = {
        "quote": text, "text": text, "result": result, "direction": direction, "page": 1,
        "start": 0, "end": len(text), "topics": ["287g"], "method": "roll_call", "votes": {},
        "items": [], "doubts": [], "ayes": 4, "nays": 1,
    } | more  # fmt: skip
    return {"motions": [motion], "flags": [flag(text)]}


def flag(text: str, relevance: str = "agreement", topic: str = "287g") -> dict[str, Any]:
    return {
        "topic": topic, "relevance": relevance, "quote": text, "page": 1, "start": 0,
        "end": len(text), "rule": "test",
    }  # fmt: skip


def year(session: Session, days: Sequence[date], **votes: dict[str, Any]) -> None:
    """Minutes of all these days, each naming the one before; votes by ISO day with underscores."""
    for number, day in enumerate(days):
        before = days[number - 1] if number else day - timedelta(days=28)
        more = votes.get(f"d{day:%Y_%m_%d}", {})
        text = more["motions"][0]["quote"] if more else ""
        when = at(day + timedelta(days=30))
        paper(session, "minutes", day, when, text, approves_minutes_of=[str(before)], **more)


def lists(session: Session, agreements: Sequence[Agreement], saved: Sequence[date]) -> None:
    """The agreements as folded, and the participating lists they were folded from."""
    for day in saved:
        blobs.note(session, sha(f"list {day}"), 1, at(day))
        session.add(
            Snapshot(
                sha256=sha(f"list {day}"), name="list.xlsx", kind="participating", saved=at(day),
                placed=at(day), first_seen=at(day), origin="import",
            )
        )  # fmt: skip
    rows = [
        {"id": a.id, "state": a.state, "agency": a.agency, "model": a.model, "listed": a.listed,
         "content": a.as_json()}
        for a in agreements
    ]  # fmt: skip
    ice.replace_agreements(session, rows)
    session.flush()


def meeting(session: Session, day: date, **more: Any) -> None:
    """A meeting as listed two months ahead."""
    seen = at(day - timedelta(days=60))
    values = {"body_id": BODY, "source_id": "s", "first_seen": seen, "last_seen": seen} | more
    session.add(Meeting(id=f"m {day}", date=day, **values))
