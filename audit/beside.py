"""Votes on the matter told by other papers than minutes: a vendor's record, texts of resolutions.

Owns how they join what the minutes of a meeting tell: they are compared with it, and count only
where it has nothing on the matter. When a text counts is `resolutions`'; nothing here is a meeting
accounted for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from audit.bodies import MATTER, ReadEnactment, ReadMotion
from audit.compared import compared, opposed, sense, weight
from audit.contradictions import differences, told
from audit.decision import Decision, evidence_of, named
from audit.effects import UNCLEAR, VOTES, effect, effect_of, on_the_matter
from audit.papers import VOTES as RECORD
from audit.papers import Paper
from audit.possible import MINUTES_LIKE, SPEAKING
from audit.resolutions import (
    ByText,
    Text,
    alone,
    by_text,
    left_open,
    parting,
    related,
    unread,
    unsettled,
)  # fmt: skip

BY_RECORD = "the vendor's record of votes"


def explained_numbers(
    body: str, held: Sequence[Paper], known: Sequence[Text], decided: set[date | None]
) -> tuple[list[Decision], list[Decision], list[Text]]:
    """Votes on a number that a text on the matter bears, such motions that stay open, and the texts
    that these contradict."""
    if not known:
        return [], [], []
    speaking = sorted((p for p in held if p.role in SPEAKING), key=_last_the_records, reverse=True)
    votes: dict[tuple[object, ...], Decision] = {}
    leads: list[Decision] = []
    doubted: list[Text] = []
    for one in by_text(speaking, known, decided):
        new = _numbered(body, one, held)
        if new.effect == UNCLEAR:
            leads.append(new)
            doubted.append(one.text)
            continue
        key = (one.paper.day, one.text.number, new.effect)
        if key in votes:
            votes[key] = compared(votes[key], one.paper, one.motion)
        else:
            votes[key] = new
    days = sorted({d.day for d in votes.values() if d.day})
    settled = (opposed([d for d in votes.values() if d.day == day]) for day in days)
    return [one for found in settled for one in found], leads, doubted


def _last_the_records(paper: Paper) -> tuple[object, ...]:
    return (paper.role in MINUTES_LIKE, *weight(paper))


def _numbered(body: str, one: ByText, held: Sequence[Paper]) -> Decision:
    paper, motion, at = one.paper, one.motion, one.text.enactment
    told_by = one.effect or UNCLEAR
    cited = evidence_of(paper, motion, f"the motion: {told_by}" if one.effect else "may be a vote")
    made = Decision(
        body,
        paper.day,
        told_by,
        motion,
        cited,
        paper.version.minutes_status,
        "" if one.effect else one.why,
        f"{motion.quote} {at.title}",
        beside=(evidence_of(one.text.paper, at.matter or at.opens, "what the number stands for"),),
        via=f"{one.why}{_lets(at)}",
        indirect=True,
        filed=paper.others,
    )
    return replace(made, by=BY_RECORD) if paper.role == RECORD else made


def with_records(body: str, held: Sequence[Paper], decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions with what vendors' records say otherwise, and the votes only these tell."""
    out = list(decisions)
    records = sorted((p for p in held if p.role == RECORD), key=weight, reverse=True)
    for paper in records:
        taken: set[int] = set()
        for motion in filter(on_the_matter, paper.version.motions):
            new = _of_record(body, paper, motion, held)
            here = [n for n, d in enumerate(out) if d.day == paper.day and n not in taken]
            same = sorted(
                (n for n in here if out[n].effect == new.effect),
                key=lambda n: sense(out[n].motion) != sense(motion),
            )
            voted = [n for n in here if out[n].effect in VOTES]
            if same:
                out[same[0]] = compared(out[same[0]], paper, motion)
                taken.add(same[0])
                continue
            if len(voted) == 1 and new.effect in VOTES:
                out[voted[0]], new = opposed([out[voted[0]], new])
            taken.add(len(out))
            out.append(new)
    return out


def _silent(held: Sequence[Paper], day: date | None) -> str:
    """What the minutes of a meeting say of a vote that only another paper tells."""
    minutes = [p for p in held if p.role in MINUTES_LIKE and p.day == day and day is not None]
    if not minutes:
        return "no minutes of that meeting are held"
    shown = minutes[-1].version.sha256[:12]
    return f"the minutes of that meeting that we hold (sha256 {shown}) record no motion on it"


def _of_record(body: str, paper: Paper, motion: ReadMotion, held: Sequence[Paper]) -> Decision:
    found, why = effect_of(motion, paper.version.flags)
    if paper.day is None:
        found, why = UNCLEAR, "the date of the meeting cannot be read"
    return Decision(
        body,
        paper.day,
        found,
        motion,
        evidence_of(paper, motion, f"the motion: {found}"),
        "unknown",
        why,
        f"{motion.quote} {motion.text}",
        via=f"only {BY_RECORD} tells it; {_silent(held, paper.day)}",
        indirect=True,
        by=BY_RECORD,
    )


def with_texts(
    body: str,
    held: Sequence[Paper],
    known: Sequence[Text],
    decisions: Iterable[Decision],
    doubted: Sequence[Text] = (),
) -> tuple[list[Decision], list[Text]]:
    """The decisions with what texts of resolutions say otherwise, and the votes only these tell.

    With the texts that one of them speaks of. doubted: texts that minutes contradict, no votes.
    """
    out, used = [], []
    for decision in decisions:
        for text in known:
            if related(text, decision.motion, decision.day):
                used.append(text)
                decision = _beside_text(decision, text)
        out.append(decision)
    decided = {one.day for one in out}
    numbers = {text.number for text in doubted}
    free = [t for t in known if t not in used and t.number not in numbers]
    for text, copies in alone(free, decided):
        used += [text, *copies]
        vote = _of_text(body, text, held)
        for copy in copies:
            vote = _beside_text(vote, copy)
        out.append(vote)
    return out, used


def _beside_text(decision: Decision, text: Text) -> Decision:
    """The decision with where the text parts from it; a text that lost to minutes stays a text."""
    if decision.day is None:
        return decision
    motion = text.motion
    apart = [*parting(text, decision.motion, decision.day), *differences(decision.motion, motion)]
    if not apart:
        return decision
    other = evidence_of(text.paper, text.passage, "says otherwise")
    here, there = named(decision.minutes_status, decision.evidence), _text(text)
    said = [told(here, there, one) for one in apart]
    found = replace(
        decision,
        differs=tuple(dict.fromkeys((*decision.differs, *said))),
        beside=(*decision.beside, other),
    )
    theirs = effect(motion.direction, motion.result)
    apart_on_the_end = {decision.effect, theirs} <= VOTES and decision.effect != theirs
    if apart_on_the_end and decision.minutes_status != "approved" and not left_open(text):
        why = f"the {decision.evidence.role} and {_text(text)} part on how it ended"
        return replace(found, effect=UNCLEAR, why=why)
    return found


def _text(text: Text) -> str:
    """The text of Resolution 2026-04 (sha256 0123456789ab, p. 1)."""
    at = evidence_of(text.paper, text.passage, "")
    return named("", replace(at, role="resolution")).replace("the resolution", _called(text), 1)


def _called(text: Text) -> str:
    one = text.enactment
    return one.name if one.number else f"the {one.kind}"


def _lets(text: ReadEnactment) -> str:
    """Who it lets sign, where it says so."""
    return f"; the text lets the {text.signer} sign" if text.signer else ""


def _of_text(body: str, text: Text, held: Sequence[Paper]) -> Decision:
    one = text.enactment
    found = effect(one.direction, one.result)
    about = evidence_of(text.paper, one.matter or one.opens, "what was adopted")
    by = f"the text of {_called(text)}"
    hands = f" ({one.signature})" if one.signature in ("signed", "certified") else ""
    why = f"only {by}{hands} tells it; {_silent(held, one.adopted)}{_lets(one)}"
    return Decision(
        body,
        one.adopted,
        found,
        text.motion,
        evidence_of(text.paper, text.passage, f"its adoption: {found}"),
        "unknown",
        words=f"{one.title} {(one.matter or one.opens).quote}",
        beside=(about,),
        via=why,
        indirect=True,
        by=by,
    )


def left(
    body: str,
    held: Sequence[Paper],
    known: Sequence[Text],
    used: Sequence[Text],
    decided: set[date | None],
) -> Iterator[Decision]:
    """The texts and records that may tell a vote and leave it open; none of them is one."""
    for text, why in unsettled(known, used, decided):
        day = text.enactment.adopted or text.paper.day
        at = evidence_of(text.paper, text.enactment.matter or text.passage, "may be a vote")
        words = f"{text.enactment.title} {at.quote}"
        yield Decision(body, day, UNCLEAR, text.motion, at, "unknown", why, words)
    for paper, passage in unread(held):
        at = evidence_of(paper, passage, "may be a vote")
        motion = ReadMotion(
            at.quote, at.quote, "unknown", "other", at.page, at.start, at.end, topics=(MATTER,)
        )
        why = "names the matter, and what that resolution does to it cannot be read"
        yield Decision(body, paper.day, UNCLEAR, motion, at, "unknown", why, at.quote)
