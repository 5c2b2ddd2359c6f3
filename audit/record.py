"""A body's rows in the store made into a `BodyRecord`; an agreement's JSON into its value.

Owns which reading stands for a blob: the newest complete one, so that an old reading serves until
the new pipeline has done its work. Judges nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from audit.bodies import (
    MATTER,
    BodyRecord,
    HeldDocument,
    HeldSource,
    ListedMeeting,
    Look,
    ReadFlag,
    ReadItem,
    Version,
)  # fmt: skip
from audit.enacted import enactments
from audit.nearby import complete, read_motion
from audit.values import Agreement, Signed, Signing, Spell
from store.queries import record as rows


def load(session: Session, bodies: Iterable[str]) -> dict[str, BodyRecord]:
    """The records of these bodies by id; a body the store does not know is left out."""
    held = rows.rows(session, bodies, MATTER)
    standing = _standing(held)
    versions = _versions(held, standing)
    documents, meetings = _by(held.documents, "body_id"), _by(held.meetings, "body_id")
    sources, looks = _by(held.sources, "body_id"), _by(held.looks, "body_id")
    found = {
        row.id: BodyRecord(
            id=row.id,
            name=row.name,
            kind=row.kind,
            place=row.place,
            place_kind=row.place_kind,
            county=row.county,
            state=row.state or "",
            geoid=row.geoid,
            timezone=row.timezone,
            cadence=row.cadence,
            schedule=_days(row.schedule),
            answers_for=tuple(row.answers_for or ()),
            sources=tuple(HeldSource(s.id, s.state, s.platform) for s in sources[row.id]),
            meetings=tuple(_meeting(m) for m in meetings[row.id]),
            documents=tuple(_document(d, versions) for d in documents[row.id]),
            looks=tuple(Look(o.finished, o.outcome, o.source_id) for o in looks[row.id]),
        )
        for row in held.bodies
    }
    return complete(session, found, {sha256: row.id for sha256, row in standing.items()})


def agreement_from_json(content: Mapping[str, Any]) -> Agreement:
    """The ledger's value back from the JSON the store keeps (`Agreement.as_json`)."""
    return Agreement(
        id=content["id"],
        agency=content["agency"],
        state=content["state"],
        county=content.get("county"),
        kind=content.get("kind"),
        model=content["model"],
        names=tuple(content["names"]),
        spells=_spells(content["spells"]),
        pending=_spells(content["pending"]),
        ice_signed=_day(content.get("ice_signed")),
        ice_signed_history=_days(content["ice_signed_history"]),
        agency_signed=_day(content.get("agency_signed")),
        moa_url=content.get("moa_url"),
        listed=content["listed"],
        signings=tuple(
            Signing(
                s["number"],
                _day(s["ice_signed"]),
                _spells(s["spells"]),
                _signed(s.get("signature")),
            )
            for s in content.get("signings", ())
        ),
        doubts=tuple(content.get("doubts", ())),
    )


def _signed(content: Mapping[str, Any] | None) -> Signed | None:
    if content is None:
        return None
    came = content.get("captured_at")
    return Signed(
        **{
            **content,
            "date": date.fromisoformat(content["date"]),
            "captured_at": datetime.fromisoformat(came) if came else None,
        }
    )


def _standing(held: rows.Rows) -> dict[str, Any]:
    """The reading that stands for each hash."""
    standing: dict[str, Any] = {}
    for reading in held.readings:  # oldest first
        before = standing.get(reading.sha256)
        if before is None or reading.state == "ok" or before.state != "ok":
            standing[reading.sha256] = reading
    return standing


def _versions(held: rows.Rows, standing: Mapping[str, Any]) -> dict[str, tuple[Version, ...]]:
    """Versions by document, oldest first; the same bytes seen again are one version."""
    motions, flags = _by(held.motions, "reading_id"), _by(held.flags, "reading_id")
    items = _by(held.items, "reading_id")
    rhythm = {row.id: row.facts for row in held.rhythms}
    found: dict[str, dict[str, Version]] = defaultdict(dict)
    for capture in held.captures:
        reading = standing.get(capture.sha256)
        if capture.sha256 in found[capture.document_id]:
            continue
        if reading is None:
            version = Version(capture.sha256, capture.at, "waiting", capture.not_before)
        else:
            parts = (motions[reading.id], flags[reading.id], items[reading.id])
            version = _version(capture, reading, *parts)
            version = replace(version, **_rhythm(rhythm.get(reading.id, ())))
        found[capture.document_id][capture.sha256] = version
    return {document: tuple(versions.values()) for document, versions in found.items()}


def _version(
    capture: Any, reading: Any, motions: list[Any], flags: list[Any], items: list[Any]
) -> Version:
    return Version(
        sha256=capture.sha256,
        captured_at=capture.at,
        state=reading.state,
        not_before=capture.not_before,
        why=reading.why,
        kind=reading.kind,
        body_printed=reading.body_printed,
        meeting_date=reading.meeting_date,
        meeting_kind=reading.meeting_kind,
        status=reading.status,
        minutes_status=reading.minutes_status,
        approves=_days(reading.approves_minutes_of),
        next_meeting=_day(reading.next_meeting),
        pages=reading.pages,
        pages_unread=reading.pages_unread,
        motions=tuple(read_motion(m) for m in motions),
        flags=tuple(ReadFlag(f.topic, f.relevance, f.quote, f.page, f.start, f.end) for f in flags),
        items=tuple(ReadItem(i.title, i.page, i.start, i.end) for i in items),
    )


def _rhythm(facts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """When the body says that it meets, and the texts of resolutions: from a document's facts."""
    told = [(fact["name"], str(fact["value"])) for fact in facts]
    dated = " ".join(value for name, value in told if name == "meeting_schedule")
    meets = tuple(value for name, value in told if name == "meets")
    texts = enactments(facts)
    bare = tuple(value for name, value in told if name == "unnamed_paper")
    return {
        "scheduled": _days(dated.split()), "meets": meets, "enactments": texts, "unnamed": bare,
    }  # fmt: skip


def _meeting(row: Any) -> ListedMeeting:
    return ListedMeeting(
        row.id, row.date, row.time, row.kind, row.title, row.status, row.location, row.source_id
    )


def _document(row: Any, versions: Mapping[str, tuple[Version, ...]]) -> HeldDocument:
    return HeldDocument(
        id=row.id,
        role=row.role,
        url=row.url,
        meeting_date=row.meeting_date,
        versions=versions.get(row.id, ()),
        origin=row.origin,
        meeting_id=row.meeting_id,
        problem=row.problem,
    )


def _by(found: Iterable[Any], column: str) -> dict[Any, list[Any]]:
    grouped: dict[Any, list[Any]] = defaultdict(list)
    for row in found:
        grouped[getattr(row, column)].append(row)
    return grouped


def _spells(values: Iterable[Mapping[str, Any]]) -> tuple[Spell, ...]:
    return tuple(
        Spell(
            datetime.fromisoformat(v["first"]),
            datetime.fromisoformat(v["last"]),
            datetime.fromisoformat(v["gone_by"]) if v.get("gone_by") else None,
        )
        for v in values
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _days(values: Iterable[str] | None) -> tuple[date, ...]:
    """ISO days; a schedule or an approval that names no full day says nothing here."""
    found = []
    for value in values or ():
        try:
            found.append(date.fromisoformat(str(value)[:10]))
        except ValueError:
            continue
    return tuple(found)
