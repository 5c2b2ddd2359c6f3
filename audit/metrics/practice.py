"""Practice, which no statute measures: P1 lag, P2 before the next meeting, P3 usable, P4 kept.

Owns these questions. A lag is an interval, as all posting times are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from audit.bodies import MATTER
from audit.metrics.held import Held, Published, Sitting, Text
from audit.metrics.posting import AGENDAS, minutes_sight, words_of
from audit.metrics.sight import Sight
from audit.metrics.values import CANNOT_TELL, NO, NOT_APPLICABLE, YES, Said

NARROW = 7
"""An interval of a week or less tells a lag; nightly looks give a day."""

_RECORDING = re.compile(r"\b(?:recordings?|videos?|audio|webcasts?|transcripts?)\b", re.I)
_TEMPLATE = re.compile(r"\bthis\s+(?:memorandum\s+of\s+agreement|MOA)\b", re.I)
_MATTER = re.compile(r"\b(?:287|1357)\s*\(\s*g\s*\)", re.I)
_PARTIES = re.compile(r"\b(?:immigration\s+and\s+customs\s+enforcement|ICE)\b")
"""What a text says of itself where it is a 287(g) agreement, whatever the template's year."""

_SAYS_SO, _TITLE = 2, 200
"""So often a paper that is an agreement says so; so much of its first page is shown."""

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
        if _RECORDING.search(document.label):
            continue
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


def recording(sitting: Sitting, held: Held) -> Said:
    """P3c: was a recording of the meeting posted? Never "no": our crawler follows documents only,
    and many recordings stand on a video host."""
    for document in sitting.documents:
        if document.origin != "import" and _RECORDING.search(document.label):
            return Said(YES, "a recording is listed", (document.listing("the recording"),))
    return Said(CANNOT_TELL, "links to recordings are not kept by this version")


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
        yield document.case, document.meeting_date, _kept(document, held)


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
    if last.minutes_status == "approved" != first.minutes_status:
        return Said(CANNOT_TELL, "approved minutes replaced others; whether those were a draft was "
                    "not read", proofs)  # fmt: skip
    if any(not v.readable for v in document.versions):
        return Said(CANNOT_TELL, "replaced; not every version is readable", proofs)
    if words_of(first) == words_of(last):
        return Said(YES, "other bytes, the same words", proofs)
    return Said(NO, "its words changed under the same address, and its label does not say so",
                proofs)  # fmt: skip


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
    """Captured before the earliest moment at which the meeting may have begun."""
    early = [v for d in sitting.of("agenda", "packet", "resolution", "other") for v in d.versions
             if v.captured_at <= sitting.start.first]  # fmt: skip
    for version in early:
        if page := _agreement_page(version):
            return Said(YES, "its text stands in papers captured before",
                        (version.proof("the agreement", page, 0, _TITLE),))  # fmt: skip
    proofs = tuple(v.proof("captured before the vote") for v in early)
    if any(not v.readable for v in early):
        return Said(CANNOT_TELL, "papers captured before the vote are not all readable", proofs)
    if not early:
        return Said(CANNOT_TELL, "nothing was captured before the vote")
    return Said(CANNOT_TELL, "no text of an agreement was read in what was captured before; it may "
                "have lain elsewhere", proofs)  # fmt: skip


def _agreement_page(text: Text) -> int | None:
    """The first page of the 287(g) agreement bound into a paper, or of the paper that is one."""
    starts = sorted({page for _, page in text.attachments})
    for kind, first in text.attachments:
        if kind == "agreement" and _is_agreement(_from(text, first, starts), 1):
            return first
    said = (number for number, _, words in text.pages if _is_agreement(words, _SAYS_SO))
    return next(said, None)


def _from(text: Text, first: int, starts: Sequence[int]) -> str:
    """The words from a page on, up to where the next bound paper opens."""
    after = min((page for page in starts if page > first), default=None)
    return "\n".join(words for number, _, words in text.pages
                     if number >= first and (after is None or number < after))  # fmt: skip


def _is_agreement(words: str, often: int) -> bool:
    named = _MATTER.search(words) and _PARTIES.search(words)
    return bool(named) and len(_TEMPLATE.findall(words)) >= often


def requests(held: Held) -> Iterator[tuple[str, date | None, Said]]:
    """P6: days that each logged request for a meeting's papers took, or waits so far."""
    if not held.requests:
        yield "records requests", None, Said(NOT_APPLICABLE, "no records request is logged")
    zone = ZoneInfo(held.record.timezone)
    today = held.as_of.astimezone(zone).date()
    for number, one in enumerate(held.requests, 1):
        case = f"request {number} for {one.meeting}"
        if one.answered is not None:
            days = (one.answered - one.sent).days
            said = Said(YES, f"answered {days} days after {one.sent}", (one.proof(),), days, days)
        else:
            days = (today - one.sent).days
            said = Said(CANNOT_TELL, f"sent on {one.sent}; no answer is logged so far",
                        (one.proof(),), days)  # fmt: skip
        yield case, one.meeting, said
