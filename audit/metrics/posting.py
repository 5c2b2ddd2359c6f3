"""What stood on the web before a meeting: L1 agenda in time, L2 unchanged, L6 special notice, L12.

Owns these four questions. The interval test itself is `sight`'s, the clock `audit.law.clock`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from zoneinfo import ZoneInfo

from audit.law.clock import Deadline, deadline
from audit.law.rules import CLOCKS, Rule
from audit.metrics.held import Held, Published, Sitting, Text
from audit.metrics.sight import Sight, in_time, sight, there
from audit.metrics.values import CANNOT_TELL, NO, NOT_APPLICABLE, YES, Proof, Said

AGENDAS = ("agenda", "packet")
_TWO = "two meetings of this date: which document is whose is not settled"
_A_SCHEDULE = 3
"""Fewer dates than this are announcements, no schedule."""
_NO_CLOCK = "the rule sets no hour to test"
_ADDED = re.compile(
    r"\b(?:amend|add|modif|revis)\w*\b[^.]{0,80}\bagenda\b|\bagenda\b[^.]{0,40}\bas amended\b", re.I
)
_SCHEDULE = re.compile(
    r"\b(?:meeting\s+(?:schedule|dates|calendar)|schedule\s+of\s+(?:\w+\s+){0,2}meetings|"
    r"(?:annual|yearly|20\d\d)\s+(?:meeting\s+)?(?:schedule|calendar|meetings))\b",
    re.I,
)


def agenda_in_time(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L1: was the agenda on the site by the deadline?"""
    if rule.unit not in CLOCKS:
        return Said(CANNOT_TELL, _NO_CLOCK)
    if not sitting.alone:
        return Said(CANNOT_TELL, _TWO)
    return _timed(sitting.of(*AGENDAS), sitting, held, rule, "the agenda")


def special_notice(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L6: did the site announce a special meeting by the deadline? Never "no": a notice may stand
    in a newspaper or at the door, where no look of ours reaches."""
    if sitting.kind != "special":
        return Said(NOT_APPLICABLE, "not a special meeting")
    if rule.unit not in CLOCKS:
        return Said(CANNOT_TELL, _NO_CLOCK)
    found = sitting.of("notice", *AGENDAS)
    if sitting.first_seen is not None:
        entry = Published(
            sitting.meeting_id or "", "notice", "", first_listed=sitting.first_seen
        )  # fmt: skip
        found = (*found, entry)
    said = _timed(found, sitting, held, rule, "an announcement")
    if said.answer != NO:
        return said
    return replace(
        said,
        answer=CANNOT_TELL,
        reason="the site did not announce it by then; a newspaper or the door may have",
    )


def _timed(
    found: tuple[Published, ...], sitting: Sitting, held: Held, rule: Rule, what: str
) -> Said:
    due = deadline(sitting.start, rule)
    zone = ZoneInfo(held.record.timezone)
    seen = sight(found, held, until=sitting.start.first)
    said = in_time(seen, due, what, rule.words, zone)
    if sitting.start.printed:
        return said
    if said.answer == CANNOT_TELL:
        return replace(said, reason=f"{said.reason}; no start time is printed")
    return replace(said, reason=f"{said.reason} (no start time is printed; any hour gives this)")


def agenda_unchanged(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L2: did the agenda stay the same between the deadline and the meeting, or say why not?"""
    if rule.unit not in CLOCKS:
        return Said(CANNOT_TELL, _NO_CLOCK)
    if not sitting.alone:
        return Said(CANNOT_TELL, _TWO)
    agendas = [d for d in sitting.of("agenda") if d.versions]
    if not agendas:
        return Said(CANNOT_TELL, "no capture of an agenda is held")
    due = deadline(sitting.start, rule)
    late = [
        pair for d in agendas for pair in pairwise(d.versions) if _inside(pair[1], due, sitting)
    ]
    for earlier, later in late:
        if not (earlier.readable and later.readable):
            return Said(CANNOT_TELL, "other bytes replaced it; not both versions are readable",
                        (later.proof("the agenda as it replaced the earlier one"),))  # fmt: skip
        if words_of(earlier) != words_of(later):
            return _changed(later, sitting, held)
    if second := _second(agendas, due, sitting, held):
        return second
    return _steady(agendas, due, sitting)


def _second(agendas: list[Published], due: Deadline, sitting: Sitting, held: Held) -> Said | None:
    """What another agenda, listed beside the first one inside the deadline, means."""
    early = [d for d in agendas if d.seen is not None and d.seen <= due.earliest]
    for document in agendas:
        if not early or document.seen is None or document in early:
            continue
        if document.seen > sitting.start.first:
            continue
        seen = sight([document], held)
        certain = seen.absent is not None and seen.absent >= due.latest
        if (
            certain
            and document.versions
            and (document.amended or "amend" in document.label.casefold())
        ):
            return _changed(document.versions[0], sitting, held)
        return Said(CANNOT_TELL, "another agenda was listed around or inside the deadline; whether "
                    "it replaces the first is not told", seen.proofs())  # fmt: skip
    return None


def words_of(text: Text) -> list[str]:
    """The words of all pages, for a comparison that other bytes do not disturb."""
    return " ".join(words for _, _, words in text.pages).split()


def _inside(version: Text, due: Deadline, sitting: Sitting) -> bool:
    """Whether these bytes replaced earlier ones for certain between deadline and meeting."""
    return (
        version.not_before is not None
        and version.not_before >= due.latest
        and version.captured_at <= sitting.start.first
    )


def _changed(version: Text, sitting: Sitting, held: Held) -> Said:
    proof = version.proof("the agenda as it replaced the earlier one")
    minutes = sitting.minutes
    for vote in minutes.votes if minutes else ():
        if minutes and _ADDED.search(vote.text):
            told = minutes.proof("a motion on the agenda", vote.page, vote.start, vote.end)
            return Said(YES, "it changed, and the minutes record a motion on it", (proof, told))
    if minutes is None or not minutes.readable:
        return Said(CANNOT_TELL, "it changed; no readable minutes tell why", (proof,))
    when = there(version.captured_at, ZoneInfo(held.record.timezone))
    return Said(NO, f"it changed inside the deadline (seen at {when}, local time); the minutes "
                "show no motion on it", (proof,))  # fmt: skip


def _steady(agendas: list[Published], due: Deadline, sitting: Sitting) -> Said:
    """Yes where the bytes held before the deadline were met again at the meeting or later."""
    for document in agendas:
        before = [v for v in document.versions if v.captured_at <= due.earliest]
        after = [(at, h) for at, h in document.checks if at >= sitting.start.last]
        if before and after and after[0][1] == before[-1].sha256:
            at = after[0][0]
            again = Proof(
                "capture", before[-1].sha256, at, "the same bytes again", url=document.url
            )
            first = before[-1].proof("held before the deadline")
            return Said(YES, "the same bytes before the deadline and after the meeting",
                        (first, again))  # fmt: skip
    return Said(CANNOT_TELL, "no two captures, one before the deadline and one after the meeting, "
                "tell whether it changed between")  # fmt: skip


def yearly_schedule(held: Held) -> Iterator[tuple[str, date | None, Said]]:
    """L12: is a schedule of the year's regular meetings on record? Never "no": a newspaper may
    have carried it."""
    year = held.quarter.year
    yield f"schedule of {year}", None, _schedule(held, year)


def _schedule(held: Held, year: int) -> Said:
    dates = [day for day in held.record.schedule if day.year == year]
    if dates:
        proof = Proof("pack", held.record.id, None, f"{len(dates)} adopted dates of {year}")
        return Said(YES, f"adopted dates of {year} are on record ({len(dates)})", (proof,))
    for document in held.documents:
        if _SCHEDULE.search(document.label) and str(year) in f"{document.label} {document.url}":
            proof = document.listing("the document")
            return Said(YES, "a document with the year's dates is listed", (proof,))
    for proof in _printed(held, year):
        return Said(YES, f"a document prints dates of {year}", (proof,))
    if len(held.ahead) >= _A_SCHEDULE:
        said = f"the site lists {len(held.ahead)} meetings weeks ahead of their day"
        return Said(YES, said, held.ahead)
    return Said(CANNOT_TELL, "none was seen on the site; a newspaper may have carried it")


def _printed(held: Held, year: int) -> Iterator[Proof]:
    """Captures in which a schedule of the year's meetings was read."""
    for document in held.record.documents:
        for version in document.versions:
            if sum(day.year == year for day in version.scheduled) >= _A_SCHEDULE:
                yield Proof("capture", version.sha256, version.captured_at, "the schedule",
                            url=document.url)  # fmt: skip


def minutes_sight(sitting: Sitting, held: Held) -> Sight:
    """When the minutes of a meeting were first seen on the site."""
    return sight(sitting.of("minutes"), held)
