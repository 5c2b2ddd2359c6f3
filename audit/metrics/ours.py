"""X1: our own quality, printed before anybody else's: looks, pages read, meetings accounted for.

Owns these questions about ourselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from audit.metrics.held import Held
from audit.metrics.sight import sight
from audit.metrics.values import CANNOT_TELL, NO, YES, Proof, Said

Cases = Iterator[tuple[str, date | None, Said]]


def looks(held: Held) -> Cases:
    """X1a: did each look of the quarter end well?"""
    zone = ZoneInfo(held.record.timezone)
    first = datetime.combine(held.quarter.first, time(), zone)
    after = datetime.combine(held.quarter.last + timedelta(days=1), time(), zone)
    for glance in held.glances:
        if first <= glance.at < after:
            proof = (glance.proof(glance.outcome),)
            said = Said(YES, "the list was loaded whole", proof)
            if not glance.good:
                said = Said(NO, f"ended as {glance.outcome.replace('_', ' ')}", proof)
            yield f"look {glance.id}", glance.at.astimezone(zone).date(), said


def documents_read(held: Held) -> Cases:
    """X1b: was each document of the quarter fetched, and every page of it read?"""
    days = {sitting.day for sitting in held.sittings}
    for document in sorted(held.documents, key=lambda d: (d.meeting_date or date.min, d.id)):
        if document.meeting_date not in days:
            continue
        newest = document.versions[-1] if document.versions else None
        if newest is None:
            said = Said(NO, "listed, not fetched", (document.listing("the document"),))
        elif newest.readable:
            said = Said(YES, "every page read", (newest.proof("the document"),))
        else:
            said = Said(
                NO, newest.why or "not every page is readable", (newest.proof("the document"),)
            )
        yield document.case, document.meeting_date, said


def meetings_found(held: Held) -> Cases:
    """X1c: was anything found of each meeting that is expected?"""
    for sitting in held.sittings:
        if not sitting.met:
            continue
        found = [v for d in sitting.documents for v in d.versions]
        if found or sitting.minutes:
            shown = [*found, sitting.minutes] if sitting.minutes else found
            proofs = tuple(v.proof("of this meeting") for v in shown[:2])
            said = Said(YES, "documents are held", proofs)
        elif sitting.foretold:
            said = Said(CANNOT_TELL, "only a stated cadence says that it met")
        else:
            last = sight((), held).proofs() or (Proof("pack", held.record.id, None, "watched"),)
            said = Said(NO, "expected, and nothing was found of it", last)
        yield f"meeting of {sitting.day}", sitting.day, said
