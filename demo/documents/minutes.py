"""The minutes of one meeting as a paper: header, roll, routine, the matters, adjournment.

Owns the order and the sentences around the motions; each names the meeting before it, as real
minutes do. When it is published is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from demo.documents import business, style
from demo.stories import Matter, Motion
from demo.timeline import clock, in_words, month
from demo.values import Block, Body, Member, Paper


@dataclass(frozen=True)
class Evening:
    """What the minutes need to know of a meeting.

    before: the meetings whose minutes are approved here, oldest first, each with its kind.
    approved: the day on which these minutes were approved, None while they are a draft.
    """

    body: Body
    day: date
    kind: str
    before: tuple[tuple[date, str], ...]
    matters: tuple[Matter, ...]
    approved: date | None


def minutes(evening: Evening) -> Paper:
    """The paper, drawn the same way every time for the same evening."""
    body = evening.body
    head = f"{body.name} - {evening.kind.capitalize()} Meeting Minutes - {in_words(evening.day)}"
    return Paper(head, tuple(_blocks(evening)))


def _blocks(evening: Evening) -> Iterator[Block]:
    yield from _header(evening)
    yield from _opening(evening)
    yield from _section(evening, "Public Comment", _comments(evening))
    yield from _section(evening, "Approval of Minutes", _approvals(evening))
    yield from _section(evening, "Treasurer's Report and Bills", _bills(evening))
    yield from _section(evening, "Police Report", _police(evening))
    yield from _section(evening, "Old Business", _of(evening, "Old Business"))
    yield from _section(evening, "New Business", _new(evening))
    yield from _section(evening, "Executive Session", _executive(evening))
    yield from _section(evening, "Adjournment", _adjournment(evening))
    yield from _foot(evening)


def _header(evening: Evening) -> Iterator[Block]:
    body, kind = evening.body, evening.kind.capitalize()
    if evening.approved is None:
        yield Block("text", "DRAFT - Subject to approval at the next meeting")
    yield Block("title", body.name.upper() if body.style in ("was", "moved") else body.name)
    yield Block("title", f"{kind} Meeting Minutes")
    yield Block("title", f"{in_words(evening.day)}, {clock(body.cadence.hour)}")


def _opening(evening: Evening) -> Iterator[Block]:
    body = evening.body
    present, absent = _roll(evening)
    yield Block(
        "text",
        f"The {evening.kind} meeting was called to order at {clock(body.cadence.hour)} in the "
        f"{body.hall} by the Chair, {body.members[0].formal}. The Pledge of Allegiance was said.",
    )
    yield Block("text", f"Present: {', '.join(m.formal for m in present)}")
    yield Block("text", f"Absent: {', '.join(m.formal for m in absent) or 'None'}")
    yield Block("text", f"Also attending: {body.secretary}, Secretary; Chief {body.chief}, Police")


def _roll(evening: Evening) -> tuple[tuple[Member, ...], tuple[Member, ...]]:
    """Everyone where a vote is recorded; now and then one is missing on other evenings."""
    members = evening.body.members
    dice = Random(f"roll {evening.body.id} {evening.day}")
    if any(m.motion for m in evening.matters) or dice.random() < 0.7:
        return members, ()
    away = dice.choice(members[1:])
    return tuple(m for m in members if m is not away), (away,)


def _vote(evening: Evening, nth: int, motion: Motion, draft_seconder: int | None) -> style.Vote:
    """Who moved the nth motion of the evening; the mover and the seconder vote with the winners."""
    present, _ = _roll(evening)
    nays = tuple(evening.body.members[seat] for seat in motion.nays)
    ayes = tuple(m for m in present if m not in nays)
    mover = ayes[(evening.day.day + nth) % len(ayes)]
    seconder = ayes[(evening.day.day + nth + 1) % len(ayes)]
    if draft_seconder is not None and evening.approved is None:
        seconder = evening.body.members[draft_seconder]
    return style.Vote(mover, seconder, ayes, nays, motion.carried)


def _routine(evening: Evening, nth: int, what: str) -> str:
    return style.routine(evening.body.style, what, _vote(evening, nth, Motion(what), None))


def _section(evening: Evening, title: str, said: Sequence[str]) -> Iterator[Block]:
    if not said:
        return
    yield Block("heading", title.upper() if evening.body.style == "moved" else title)
    yield from (Block("text", text) for text in said)


def _of(evening: Evening, section: str) -> list[str]:
    """The special matters of one section, motions in the clerk's style."""
    said: list[str] = []
    for nth, matter in enumerate(evening.matters):
        if matter.section != section:
            continue
        said += matter.said
        if matter.motion:
            vote = _vote(evening, 7 + nth, matter.motion, matter.draft_seconder)
            said.append(style.recorded(evening.body.style, matter.motion.what, vote))
    return said


def _comments(evening: Evening) -> list[str]:
    special = _of(evening, "Public Comment")
    return special or [business.comment(evening.body.id, evening.day)]


def _approvals(evening: Evening) -> list[str]:
    if not evening.before or evening.kind == "special":
        return []
    return [_approval(evening)]


def _approval(evening: Evening) -> str:
    clerk = evening.body.style
    if clerk == "by":
        named = " and the ".join(f"{in_words(day)} {kind} meeting" for day, kind in evening.before)
        motion = _routine(evening, 1, "to approve the minutes as presented")
        return f"Approval of the minutes of the {named}: {motion}"
    if clerk == "was":
        named = " and the ".join(f"{kind} meeting of {in_words(d)}" for d, kind in evening.before)
    elif clerk == "moved":
        named = " and the ".join(
            f"{month(day)} {day.day} {kind} meeting" for day, kind in evening.before
        )
    else:
        named = " and the ".join(f"{in_words(day)} {kind} meeting" for day, kind in evening.before)
    return _routine(evening, 1, f"to approve the minutes of the {named}")


def _bills(evening: Evening) -> list[str]:
    if evening.kind == "special":
        return []
    total = business.bills(evening.body.id, evening.day)
    return [_routine(evening, 2, f"to pay the bills in the amount of {total}")]


def _police(evening: Evening) -> list[str]:
    if evening.kind == "special":
        return []
    dice = Random(f"police {evening.body.id} {evening.day}")
    calls = (
        f"Chief {evening.body.chief} reported {dice.randint(90, 320)} calls, "
        f"{dice.randint(8, 60)} citations and {dice.randint(1, 9)} accidents for the month."
    )
    return [calls, *_of(evening, "Police Report")]


def _new(evening: Evening) -> list[str]:
    if evening.kind == "special":
        return _of(evening, "New Business")
    ordinary = [
        _routine(evening, 3 + nth, item.motion)
        for nth, item in enumerate(business.draw(evening.body.id, evening.day))
    ]
    staff = business.report(evening.body.id, evening.day)
    return [staff, *ordinary, *_of(evening, "New Business")]


def _executive(evening: Evening) -> list[str]:
    if Random(f"executive {evening.body.id} {evening.day}").random() < 0.7:
        return []
    return ["An executive session on a personnel matter was held from 8:10 p.m. to 8:25 p.m."]


def _adjournment(evening: Evening) -> list[str]:
    return [_routine(evening, 9, "to adjourn at 8:40 p.m. until the next meeting")]


def _foot(evening: Evening) -> Iterator[Block]:
    yield Block("text", f"Respectfully submitted, {evening.body.secretary}, Secretary")
    if evening.approved:
        yield Block("text", f"Minutes approved {in_words(evening.approved)}")
