"""Small builders of records, agreements and lists for the tests of this room.

Owns made-up values of fictional towns. The chain of minutes is whole unless a test breaks it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from audit.bodies import (
    BodyRecord,
    HeldDocument,
    HeldSource,
    ListedMeeting,
    Look,
    ReadFlag,
    ReadMotion,
    Version,
)
from audit.cadence import parse
from audit.values import Agreement, Signing, Spell

MATTER = "the agreement with ICE under section 287(g)"


def at(day: date, hour: int = 12) -> datetime:
    return datetime.combine(day, time(hour), UTC)


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def motion(
    direction: str = "adopt", result: str = "passed", *, text: str = "", start: int = 0, **more: Any
) -> ReadMotion:
    """A motion on the matter."""
    quote = text or f"Motion to {direction} {MATTER}. Motion {result}."
    more.setdefault("topics", ("287g",))
    return ReadMotion(quote, quote, result, direction, 1, start, start + len(quote), **more)


def flag(relevance: str = "agreement", quote: str = MATTER, start: int = 0) -> ReadFlag:
    return ReadFlag("287g", relevance, quote, 1, start, start + len(quote))


def minutes(
    day: date, before: Iterable[date] = (), *, name: str = "", motions: Sequence[ReadMotion] = (),
    flags: Sequence[ReadFlag] | None = None, listed: date | None = None, **more: Any,
) -> HeldDocument:  # fmt: skip
    """Minutes of a day that name the ones before, fully read unless ``more`` says otherwise."""
    key = name or f"minutes {day}"
    held = tuple(flags) if flags is not None else tuple(flag() for _ in motions)
    values = {
        "kind": "minutes", "meeting_date": day, "approves": tuple(before),
        "minutes_status": "approved", "motions": tuple(motions), "flags": held,
    } | more  # fmt: skip
    version = Version(sha(key), at(day + timedelta(days=20)), **values)
    return HeldDocument(key, "minutes", f"https://town.example/{key}", listed or day, (version,))


def agenda(day: date, *, flags: Sequence[ReadFlag] = (), **more: Any) -> HeldDocument:
    values = {"kind": "agenda", "meeting_date": day, "flags": tuple(flags)} | more
    version = Version(sha(f"agenda {day}"), at(day - timedelta(days=2)), **values)
    return HeldDocument(f"agenda {day}", "agenda", f"https://town.example/a/{day}", day, (version,))


def meeting_days(first: date, last: date, cadence: str = "second Tuesday") -> tuple[date, ...]:
    return parse(cadence).dates(first, last)


def chain(days: Sequence[date]) -> list[HeldDocument]:
    """Minutes of all these days, each naming the one before (the first names an older one)."""
    older = days[0] - timedelta(days=28)
    return [minutes(day, [days[n - 1] if n else older]) for n, day in enumerate(days)]


def body(
    documents: Sequence[HeldDocument] = (), *, looks: Sequence[Look] = (),
    cadence: str | None = "second Tuesday", **more: Any,
) -> BodyRecord:  # fmt: skip
    """A borough council with one verified source that lists its documents."""
    values = {
        "name": "Fernwick Borough Council", "kind": "borough_council", "place": "Fernwick",
        "place_kind": "borough", "county": "Tamarack", "state": "PA",
        "sources": (HeldSource("s1", "verified"),),
    } | more  # fmt: skip
    return BodyRecord(
        "pa-fernwick", cadence=cadence, documents=tuple(documents), looks=tuple(looks), **values
    )


def listed(day: date, **more: Any) -> ListedMeeting:
    return ListedMeeting(
        more.pop("id", f"m {day}"), day, source_id=more.pop("source", "s1"), **more
    )


def agreement(
    signed: date | None = date(2025, 10, 1), first: date = date(2025, 10, 6), *,
    gone: date | None = None, last: date | None = None, **more: Any,
) -> Agreement:  # fmt: skip
    """A police department's agreement, listed from ``first`` (until ``gone``)."""
    spell = Spell(
        at(first), at(last or gone or first + timedelta(days=300)), at(gone) if gone else None
    )
    values: dict[str, Any] = {
        "id": "pa-fernwick-borough-police-department-tfm",
        "agency": "Fernwick Borough Police Department", "state": "PA", "county": "Tamarack County",
        "kind": "Municipality", "model": "Task Force Model", "names": (), "spells": (spell,),
        "pending": (), "ice_signed": signed, "ice_signed_history": (), "agency_signed": None,
        "moa_url": None, "listed": gone is None, "signings": (Signing(1, signed, (spell,)),),
    }  # fmt: skip
    values.update(more)
    return Agreement(**values)


def without(record: BodyRecord, document: HeldDocument) -> BodyRecord:
    return replace(record, documents=tuple(d for d in record.documents if d != document))
