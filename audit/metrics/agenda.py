"""Votes and the agenda: L3 its lines name them, L4 each is on it, L5 the steps where one is not.

Owns which version of the agenda stands for what was posted by the deadline. How a line may cover
a vote is `audit.off_agenda`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from audit.law.clock import deadline, due_after
from audit.law.rules import CLOCKS, NOT_CHECKED, Rule
from audit.metrics.held import Held, Line, Sitting, Text
from audit.metrics.minutes import moved
from audit.metrics.posting import AGENDAS
from audit.metrics.values import CANNOT_TELL, NO, NOT_APPLICABLE, YES, Proof, Said
from audit.off_agenda import (
    Aftermath,
    Agenda,
    Listed,
    Minutes,
    OffAgenda,
    OffAgendaVote,
    off_agenda,
)

_SPECIAL_ONLY = "special_only"
_SCANS = frozenset({"ocr", "none"})


@dataclass(frozen=True)
class Laid:
    """A meeting's votes laid beside its agenda; minutes and agenda as captured.

    by_deadline: whether the version held by the deadline alone covers every vote. seen_again:
    whether the agenda was asked for after the deadline: else one that came between is not held.
    """

    result: OffAgenda
    minutes: Text
    agenda: Text | None
    by_deadline: bool
    seen_again: bool = False

    def proofs(self) -> tuple[Proof, ...]:
        agenda = (self.agenda.proof("the agenda"),) if self.agenda else ()
        return (*agenda, self.minutes.proof("the minutes"))


def specific(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L3: share of voted items whose agenda line names the subject; routine is not counted."""
    laid = _laid(sitting, held, newest=True)
    if isinstance(laid, Said):
        return laid
    counted = [one for one in laid.result.placed if one.state != "procedural"]
    if not counted:
        return Said(NOT_APPLICABLE, "no vote outside routine was read")
    if laid.agenda is None or not laid.agenda.readable:
        return Said(CANNOT_TELL, "no readable agenda is held", laid.proofs())
    named = sum(one.state == "on_agenda" for one in counted)
    share = f"{named} of {len(counted)} voted items are named by a line of the agenda"
    if named == len(counted):
        return Said(YES, share, laid.proofs())
    if all(one.state == "off_agenda" for one in counted):
        return Said(NO, f"{share}; no line shares a telling word with them", laid.proofs())
    return Said(CANNOT_TELL, f"{share}; the rest may stand under other words", laid.proofs())


def votes_listed(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L4: does each vote stand on the last agenda captured before the deadline?"""
    if rule.value == _SPECIAL_ONLY and sitting.kind != "special":
        return Said(NOT_APPLICABLE, "the state's rule speaks of special meetings only")
    laid = _laid(sitting, held)
    if isinstance(laid, Said):
        return laid
    answer = {YES: NO, NO: YES}.get(laid.result.answer, laid.result.answer)
    if answer == YES and not laid.by_deadline:
        why = "its votes stand on an agenda that was first captured after the deadline"
        return Said(CANNOT_TELL, why, laid.proofs())
    if answer == NO and not laid.seen_again:
        why = f"{laid.result.why}; the agenda was not seen again after the deadline"
        return Said(CANNOT_TELL, why, laid.proofs())
    passages = tuple(_passage(laid.minutes, vote) for vote in laid.result.votes)
    return Said(answer, laid.result.why, (*laid.proofs(), *passages))


def steps_taken(held: Held) -> Iterator[tuple[str, date | None, Said, Rule | None]]:
    """L5: for each vote off the agenda, do the records show the steps of the state's rule?"""
    for sitting in held.sittings:
        laid = _laid(sitting, held) if sitting.met else Said(NOT_APPLICABLE, "")
        if isinstance(laid, Said) or not laid.seen_again:
            continue
        rule = held.rule("off_agenda_steps", sitting)
        for number, vote in enumerate(laid.result.votes, 1):
            said = _steps(vote, laid) if rule else Said(CANNOT_TELL, NOT_CHECKED)
            yield f"vote {number} of {sitting.day}", sitting.day, said, rule


def _steps(vote: OffAgendaVote, laid: Laid) -> Said:
    told = "; ".join(f"{s.name.replace('_', ' ')}: {s.answer.replace('_', ' ')} ({s.why})"
                     for s in vote.steps)  # fmt: skip
    answers = {step.answer for step in vote.steps}
    answer = NO if NO in answers else CANNOT_TELL if answers - {YES} else YES
    places = tuple(
        laid.minutes.proof(step.name.replace("_", " "), step.page, step.start, step.end)
        for step in vote.steps
        if step.page
    )
    return Said(answer, told, (_passage(laid.minutes, vote), *places))


def _passage(minutes: Text, vote: OffAgendaVote) -> Proof:
    motion = vote.motion
    return minutes.proof("a vote on no line of it", motion.page, motion.start, motion.end)


def _laid(sitting: Sitting, held: Held, *, newest: bool = False) -> Laid | Said:
    """The comparison, or why there is none. newest: with the last version held, whenever seen."""
    minutes = sitting.minutes
    if minutes is None or not minutes.readable:
        return Said(CANNOT_TELL, "no readable minutes are held")
    if not sitting.alone:
        return Said(CANNOT_TELL, "two meetings of this date: which agenda is whose is not settled")
    versions = sorted(
        (v for d in sitting.of(*AGENDAS) for v in d.versions),
        key=lambda v: (v.captured_at, v.sha256),
    )
    early, maybe = (versions[-1:], []) if newest else _posted(versions, sitting, held)
    agenda = early[-1] if early else None
    ours, theirs = _minutes(minutes), _agenda(agenda) if agenda else None
    after = None if newest else _aftermath(versions, sitting, held)
    others = tuple(_agenda(v) for v in (*early[:-1], *maybe))
    result = off_agenda(ours, theirs, maybe=others, after=after)
    alone = off_agenda(ours, theirs).answer if others else result.answer
    by_deadline = agenda is not None and alone == NO
    return Laid(result, minutes, agenda, by_deadline, _seen_again(sitting, held))


def _seen_again(sitting: Sitting, held: Held) -> bool:
    rule = held.rule("agenda_posting", sitting)
    if rule is None or rule.unit not in CLOCKS:
        return False
    due = deadline(sitting.start, rule)
    return any(at >= due.latest for d in sitting.of(*AGENDAS) for at, _ in d.checks)


def _posted(versions: list[Text], sitting: Sitting, held: Held) -> tuple[list[Text], list[Text]]:
    """Versions held by the deadline, and later ones up to the meeting that may have been there."""
    rule = held.rule("agenda_posting", sitting)
    if rule is None or rule.unit not in CLOCKS:
        return [], versions
    due = deadline(sitting.start, rule)
    early = [v for v in versions if v.captured_at <= due.earliest]
    maybe = [v for v in versions if v.captured_at > due.earliest
             and (v.not_before is None or v.not_before < due.latest)]  # fmt: skip
    return early, maybe


def _aftermath(versions: list[Text], sitting: Sitting, held: Held) -> Aftermath:
    """The agenda as seen after the meeting, by the end of the next business day."""
    zone = ZoneInfo(held.record.timezone)
    closing = datetime.combine(due_after(sitting.day, 1, business=True), time(), zone)
    until = closing + timedelta(days=1)
    looked = any(sitting.start.last < glance.at < until for glance in held.good())
    shown = [v for v in versions if v.captured_at < until]
    return Aftermath(looked, _agenda(shown[-1]) if looked and shown else None)


def _minutes(text: Text) -> Minutes:
    return Minutes(
        text.sha256,
        tuple(map(moved, text.votes)),
        tuple(map(_listed, text.lines)),
        _pages(text),
    )


def _agenda(text: Text) -> Agenda:
    doubts = []
    if not text.readable:
        doubts.append("not every page of the agenda is readable")
    if any(method in _SCANS for _, method, _ in text.pages):
        doubts.append("the agenda is a scan")
    return Agenda(text.sha256, tuple(map(_listed, text.lines)), _pages(text), tuple(doubts))


def _pages(text: Text) -> tuple[tuple[int, str], ...]:
    return tuple((number, words) for number, _, words in text.pages)


def _listed(line: Line) -> Listed:
    return Listed(
        line.title, number=line.number, paper=line.paper, parent=line.parent, consent=line.consent,
        pulled=line.pulled, page=line.page, start=line.start, end=line.end,
    )  # fmt: skip
