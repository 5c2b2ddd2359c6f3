"""Practice, which no statute measures: P1 lag, P2 before the next meeting, P3 usable, P4 kept.

Owns these questions. A lag is an interval, as all posting times are.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from audit.bodies import MATTER
from audit.metrics.held import Held, Published, Sitting, Text
from audit.metrics.posting import AGENDAS, minutes_sight
from audit.metrics.sight import Sight
from audit.metrics.values import CANNOT_TELL, NO, NOT_APPLICABLE, YES, Said

NARROW = 7
"""An interval of a week or less tells a lag; nightly looks give a day."""

_SCANNED = frozenset({"ocr", "none", "image"})


def minutes_lag(sitting: Sitting, held: Held) -> Said:
    """P1: after how many days were the minutes first seen?"""
    found = minutes_sight(sitting, held)
    if found.seen is None:
        return _unseen(sitting, held, found)
    high = _days(sitting, found.seen, held)
    low = _days(sitting, found.absent, held) if found.absent else 0
    said = f"first seen {high} days after the meeting" if high == low else (
        f"first seen {low} to {high} days after the meeting")  # fmt: skip
    if found.absent is None:
        said = f"first seen {high} days after the meeting, with no earlier good look"
        return Said(CANNOT_TELL, said, found.proofs(), 0, high)
    answer = YES if high - low <= NARROW else CANNOT_TELL
    return Said(answer, said, found.proofs(), low, high)


def _unseen(sitting: Sitting, held: Held, found: Sight) -> Said:
    if any(d.role == "minutes" for d in sitting.documents):
        return Said(CANNOT_TELL, "minutes were handed over, not seen on the site")
    if found.absent is None:
        return Said(CANNOT_TELL, "no good look at all of the body's pages", found.proofs())
    low = _days(sitting, found.absent, held)
    return Said(CANNOT_TELL, f"not seen so far, {low} days after the meeting", found.proofs(), low)


def _days(sitting: Sitting, moment: datetime, held: Held) -> int:
    there = moment.astimezone(ZoneInfo(held.record.timezone)).date()
    return max(0, (there - sitting.day).days)


def before_next(sitting: Sitting, held: Held) -> Said:
    """P2: were the minutes seen before the next meeting began?"""
    upcoming = _next(sitting, held)
    if upcoming is None:
        return Said(CANNOT_TELL, "no later meeting is known")
    zone = ZoneInfo(held.record.timezone)
    begins = datetime.combine(upcoming, time(), zone)
    over = begins + timedelta(days=1)
    if begins > held.as_of:
        return Said(CANNOT_TELL, f"the next meeting, of {upcoming}, is still to come")
    found = minutes_sight(sitting, held)
    if found.seen is not None and found.seen < begins:
        return Said(YES, f"seen before the meeting of {upcoming}", found.proofs())
    if found.absent is not None and found.absent >= over:
        return Said(NO, f"not on the site yet after the meeting of {upcoming}", found.proofs())
    return Said(CANNOT_TELL, f"no good look near the meeting of {upcoming} decides it",
                found.proofs())  # fmt: skip


def _next(sitting: Sitting, held: Held) -> date | None:
    days = [s.day for s in held.sittings if s.met and s.day > sitting.day and not s.foretold]
    return min((*days, *(day for day in held.later if day > sitting.day)), default=None)


def packet_posted(sitting: Sitting, held: Held) -> Said:
    """P3a: is a packet or an attachment with the agenda?"""
    for document in sitting.of("packet", "resolution", "other"):
        return Said(YES, "papers stand with the agenda", (document.listing("the papers"),))
    for document in sitting.of("agenda"):
        for version in document.versions:
            if version.attachments:
                page = version.attachments[0][1]
                return Said(YES, f"papers are bound into the agenda from page {page} on",
                            (version.proof("the agenda"),))  # fmt: skip
    agendas = sitting.of(*AGENDAS)
    if agendas and all(v.readable for d in agendas for v in d.versions[-1:]):
        return Said(
            NO, "the list shows an agenda without papers", (agendas[0].listing("the document"),)
        )
    return Said(CANNOT_TELL, "no agenda was seen that papers could stand with")


def searchable(sitting: Sitting, held: Held) -> Said:
    """P3b: do agenda and minutes carry text that can be searched?"""
    newest = [d.versions[-1] for d in sitting.of("agenda", "packet", "minutes") if d.versions]
    if not newest:
        return Said(CANNOT_TELL, "no capture of an agenda or minutes is held")
    scans = [v for v in newest if any(method in _SCANNED for _, method, _ in v.pages)]
    unread = [v for v in newest if not v.pages]
    proofs = tuple(v.proof("the document") for v in (scans or unread or newest))
    if scans:
        return Said(NO, f"{len(scans)} of {len(newest)} documents hold pages without text", proofs)
    if unread:
        return Said(CANNOT_TELL, f"{len(unread)} of {len(newest)} documents are not read", proofs)
    return Said(YES, f"all {len(newest)} documents held carry their text", proofs)


def kept(held: Held) -> Iterator[tuple[str, date | None, Said]]:
    """P4: is each agenda and minutes of the quarter still there, and openly so where replaced?"""
    for document in _of_quarter(held):
        yield f"{document.role} {document.id[:8]}", document.meeting_date, _kept(document, held)


def _of_quarter(held: Held) -> list[Published]:
    days = {sitting.day for sitting in held.sittings}
    found = [d for d in held.documents if d.meeting_date in days and d.role in ("agenda", "minutes")
             and d.origin != "import"]  # fmt: skip
    return sorted(found, key=lambda d: (d.meeting_date or date.min, d.role, d.id))


def _kept(document: Published, held: Held) -> Said:
    row = document.listing("the document")
    if not document.listed:
        return _gone(document, held)
    if len(document.versions) > 1:
        return _replaced(document)
    if document.last_listed == document.first_listed:
        return Said(CANNOT_TELL, "seen in one look only", (row,))
    return Said(YES, "still listed, no other bytes seen", (row,))


def _gone(document: Published, held: Held) -> Said:
    row = document.listing("the document")
    beside = [d for d in held.documents if d.source_id == document.source_id
              and d.role == document.role and (d.meeting_date or date.min)
              <= (document.meeting_date or date.min)]  # fmt: skip
    if len(beside) > 1 and not any(d.listed for d in beside):
        return Said(CANNOT_TELL, "no longer listed, nor is anything older: the list may be short",
                    (row,))  # fmt: skip
    return Said(NO, f"no longer listed since a look after {_day(document.last_listed)}", (row,))


def _replaced(document: Published) -> Said:
    proofs = tuple(v.proof("a version") for v in document.versions)
    first, last = document.versions[0], document.versions[-1]
    if document.amended or "amend" in document.label.casefold():
        return Said(YES, "replaced, and its label says so", proofs)
    if (first.minutes_status, last.minutes_status) == ("draft", "approved"):
        return Said(YES, "draft minutes gave way to approved ones", proofs)
    if any(not v.readable for v in document.versions):
        return Said(CANNOT_TELL, "replaced; not every version is readable", proofs)
    if _words(first) == _words(last):
        return Said(YES, "other bytes, the same words", proofs)
    return Said(NO, "its words changed under the same address, and its label does not say so",
                proofs)  # fmt: skip


def _words(text: Text) -> list[str]:
    return " ".join(words for _, _, words in text.pages).split()


def _day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment else "an unknown day"


def agreement_text(held: Held) -> Iterator[tuple[str, date | None, Said]]:
    """P5: where an agreement was approved, was its text there before the vote?"""
    for sitting in held.sittings:
        minutes = sitting.minutes
        for number, vote in enumerate(minutes.votes if minutes else (), 1):
            approves = (vote.direction, vote.result) == ("adopt", "passed")
            if minutes and approves and MATTER in vote.topics:
                passage = minutes.proof("the vote", vote.page, vote.start, vote.end)
                said = _text_before(sitting, held)
                whole = Said(said.answer, said.reason, (passage, *said.proofs))
                yield f"vote {number} of {sitting.day}", sitting.day, whole


def _text_before(sitting: Sitting, held: Held) -> Said:
    begin = sitting.start.last
    early = [v for d in sitting.of("agenda", "packet", "resolution", "other") for v in d.versions
             if v.captured_at <= begin]  # fmt: skip
    for version in early:
        if any(kind == "agreement" for kind, _ in version.attachments):
            return Said(
                YES, "its text stands in papers captured before", (version.proof("the document"),)
            )
    proofs = tuple(v.proof("captured before the vote") for v in early)
    if any(not v.readable for v in early):
        return Said(CANNOT_TELL, "papers captured before the vote are not all readable", proofs)
    if not early:
        return Said(CANNOT_TELL, "nothing was captured before the vote")
    return Said(CANNOT_TELL, "no text of an agreement was read in what was captured before; it may "
                "have lain elsewhere", proofs)  # fmt: skip


def requests(held: Held) -> Iterator[tuple[str, date | None, Said]]:
    """P6: days that requests for missing minutes took. None are logged by this version."""
    yield "records requests", None, Said(NOT_APPLICABLE, "no records requests are logged")
