"""A small store filled by hand: two bodies, their captures and readings, findings in two weeks."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from store.archive import Archive
from store.queries import blobs
from store.tables import (
    Body,
    Capture,
    Document,
    Edition,
    FindingRow,
    Jurisdiction,
    LedgerChange,
    Observation,
    Page,
    Reading,
    Review,
    Snapshot,
    Source,
)

AS_OF = datetime(2026, 9, 14, 11, 0, tzinfo=UTC)
EARLIER = AS_OF - timedelta(days=10)
MINUTES = (
    "PIKE HOLLOW BOROUGH COUNCIL\nMinutes of March 10, 2026\n\nMs. Odell moved, seconded by Mr. "
    "Brandt, to approve the agreement with Immigration and\nCustoms Enforcement under 287(g). "
    "Roll call: 5 yes, 2 no.\n\nAdjourned at 9:00 pm."
)
QUOTE = (
    "to approve the agreement with Immigration and\nCustoms Enforcement under 287(g). "
    "Roll call: 5 yes, 2 no."
)


@dataclass(frozen=True)
class County:
    """What was put in the store, by the names tests ask for."""

    minutes: str
    page: str
    workbook: str


def fill(session: Session, archive: Archive) -> County:
    """Two watched bodies (one read, one whose site answers no more), one body without a source."""
    _places(session)
    session.flush()
    minutes = _minutes(session, archive)
    page = _web_page(session, archive)
    workbook = _workbook(session, archive)
    session.flush()
    before = finding("NONE_SO_FAR", wording="So far we found no record of a public vote.")
    after = finding(
        "VOTE_BEFORE", wording="Pike Hollow Borough Council voted 5–2 on 10 March 2026.",
        vote=vote(), evidence=[evidence(minutes)], tables=[table(minutes, page)],
    )  # fmt: skip
    add_finding(session, before, 1, EARLIER, current=False)
    add_finding(session, after, 2, AS_OF - timedelta(hours=1))
    constable = finding("NOT_MONITORED", key="pa-tarn-mill-tfm-1", wording="not yet monitored")
    add_finding(session, {**constable, "agency": "Tarn Mill Constable"}, 1, EARLIER)
    session.flush()
    return County(minutes, page, workbook)


def finding(label: str, *, key: str = "pa-pike-hollow-tfm-1", **more: Any) -> dict[str, Any]:
    """A finding's JSON with what the report needs, in the shape that `audit` writes."""
    return {
        "key": key,
        "agreement": key.removesuffix("-1"),
        "agency": "Pike Hollow Borough Police Department",
        "state": "PA",
        "county": "Hadley",
        "model": "Task Force Model",
        "signing": 1,
        "spell": None,
        "bodies": ["pa-pike-hollow"],
        "body_names": ["Pike Hollow Borough Council"],
        "label": label,
        "entered": label,
        "ended": None,
        "overlays": ["SOURCE_UNVERIFIED"],
        "confidence": "medium",
        "wording": "",
        "window": ["2025-10-01", "2026-07-01"],
        "axes": {"authority": "council", "vote_expectation": "expected", "record": [],
                 "coverage": "complete", "listing": "listed"},
        "vote": None,
        "coverage": {"expected": 1, "held": 1, "missing": [], "awaited": []},
        "evidence": [],
        "tables": [],
        "events": [
            {"kind": "vote", "at": "2026-03-10", "detail": "5–2", "good": True},
            {"kind": "ice_signed", "at": "2026-04-01", "detail": "", "good": True},
            {"kind": "listed", "at": "2026-04-03", "detail": "", "good": True},
        ],
        "clocks": [{"what": "365 days from signing", "date": "2026-09-20"}],
        "reasons": [],
        "review": "lead",
        "rules_version": "1",
        **more,
    }  # fmt: skip


def vote() -> dict[str, Any]:
    return {"date": "2026-03-10", "result": "passed", "direction": "adopt", "ayes": 5, "nays": 2,
            "abstain": None, "method": "roll_call", "effect": "approves", "body": "pa-pike-hollow",
            "minutes_status": "approved"}  # fmt: skip


def evidence(sha256: str, quote: str = QUOTE, text: str = MINUTES) -> dict[str, Any]:
    start = text.index(quote)
    return {
        "sha256": sha256,
        "url": "https://pikehollow.example/minutes.pdf",
        "role": "minutes",
        "meeting_date": "2026-03-10",
        "page": 2,
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "captured_at": (AS_OF - timedelta(days=2)).isoformat(),
        "says": "the vote",
    }


def table(minutes: str, agenda: str | None = None) -> dict[str, Any]:
    rows = [
        {"date": "2026-03-10", "why_expected": ["site calendar", "adopted schedule"],
         "state": "read", "agenda": agenda, "minutes": minutes, "minutes_status": "approved",
         "evidence": [], "why": ""},
        {"date": "2026-04-14", "why_expected": ["adopted schedule"], "state": "missing",
         "agenda": None, "minutes": None, "minutes_status": "unknown", "evidence": [],
         "why": "connection refused"},
    ]  # fmt: skip
    return {
        "body": "pa-pike-hollow", "from": "2025-10-01", "to": "2026-07-01", "complete": False,
        "verdict": "partial", "meetings": rows, "gaps": [], "signals": [], "doubts": [],
    }  # fmt: skip


def add_finding(
    session: Session, content: dict[str, Any], revision: int, at: datetime, *, current: bool = True
) -> None:
    key = content["key"]
    session.add(
        FindingRow(
            id=key if revision == 1 else f"{key}.r{revision}", key=key, revision=revision,
            state=content["state"], label=content["label"], digest=f"{key}{revision}", at=at,
            current=current, supersedes=key if revision == 2 else None,
            content=copy.deepcopy(content),
        )
    )  # fmt: skip
    session.flush()


def review(session: Session, finding_id: str, state: str, why: str = "") -> None:
    session.add(Review(finding_id=finding_id, state=state, who="ab", at=AS_OF, why=why))
    session.flush()


def add_edition(session: Session, at: datetime) -> None:
    session.add(Edition(id=f"weekly-{at:%G-W%V}", kind="weekly", period=f"{at:%G-W%V}", as_of=at,
                        path="x", sha256="c0" * 32))  # fmt: skip
    session.flush()


def _places(session: Session) -> None:
    session.add(Jurisdiction(id="4299001", name="Pike Hollow", kind="borough", county="Hadley",
                             state="PA", geoid="4299001"))  # fmt: skip
    session.flush()
    for key, name in (("pa-pike-hollow", "Pike Hollow Borough Council"),
                      ("pa-ashgrove", "Ashgrove Township Board of Supervisors"),
                      ("pa-prison", "Hadley County Prison Board")):  # fmt: skip
        session.add(Body(id=key, name=name, kind="borough_council", jurisdiction_id="4299001",
                         timezone="America/New_York", pack="hadley"))  # fmt: skip
    session.flush()
    for key in ("pa-pike-hollow", "pa-ashgrove"):
        session.add(Source(id=f"{key}-1", body_id=key, platform="links",
                           url=f"https://{key}.example/"))  # fmt: skip
    session.flush()
    _look(session, "pa-pike-hollow-1", AS_OF - timedelta(hours=3), "ok")
    _look(session, "pa-ashgrove-1", AS_OF - timedelta(days=21), "ok")
    _look(session, "pa-ashgrove-1", AS_OF - timedelta(hours=3), "unreachable")


def _look(session: Session, source: str, at: datetime, outcome: str) -> None:
    session.add(Observation(source_id=source, started=at, finished=at, outcome=outcome,
                            why="connection refused"))  # fmt: skip


def _keep(session: Session, archive: Archive, data: bytes) -> str:
    sha256 = archive.put(data)
    blobs.note(session, sha256, len(data), AS_OF - timedelta(days=2))
    return sha256


def _minutes(session: Session, archive: Archive) -> str:
    sha256 = _keep(session, archive, b"%PDF-1.4 the minutes")
    _document(session, "d1", sha256, "minutes")
    reading = Reading(sha256=sha256, pipeline="1", at=AS_OF - timedelta(days=2), state="ok",
                      kind="minutes", pages=2)  # fmt: skip
    session.add(reading)
    session.flush()
    assert reading.id is not None
    for number, text in ((1, "Page one"), (2, MINUTES)):
        session.add(Page(reading_id=reading.id, number=number, method="text", confidence=1.0,
                         chars=len(text), text=text))  # fmt: skip
    return sha256


def _web_page(session: Session, archive: Archive) -> str:
    sha256 = _keep(session, archive, b"<html><script>alert(1)</script><p>Agenda</p></html>")
    _document(session, "d2", sha256, "agenda")
    return sha256


def _document(session: Session, key: str, sha256: str, role: str) -> None:
    at = AS_OF - timedelta(days=2)
    session.add(Document(id=key, body_id="pa-pike-hollow", source_id="pa-pike-hollow-1", role=role,
                         meeting_date=date(2026, 3, 10), url=f"https://pikehollow.example/{role}",
                         first_listed=at, last_listed=at))  # fmt: skip
    session.flush()
    session.add(Capture(document_id=key, sha256=sha256, at=at, name=f"{role}.pdf"))
    session.flush()


def _workbook(session: Session, archive: Archive) -> str:
    sha256 = _keep(session, archive, b"PK\x03\x04 xl/workbook.xml")
    saved = AS_OF - timedelta(days=3)
    session.add(Snapshot(sha256=sha256, name="participating.xlsx", kind="participating",
                         saved=saved, first_seen=AS_OF - timedelta(days=2), origin="sync",
                         rows=2510))  # fmt: skip
    for kind, agency in (("added", "Tarn Mill Constable"), ("renamed", "Other Constable")):
        content: dict[str, object] = {"kind": kind, "agreement": "pa-tarn-mill-tfm", "state": "PA",
                                      "agency": agency, "model": "Task Force Model",
                                      "at": saved.isoformat(), "detail": ""}  # fmt: skip
        session.add(LedgerChange(at=saved, state="PA", kind=kind, content=content,
                                 agreement_id="pa-tarn-mill-tfm"))  # fmt: skip
    return sha256
