"""What a body's record says on the matter: votes and mentions, each with the page it stands on.

Owns which papers may speak (own minutes for votes, agendas and minutes for mentions) and what is
one vote seen twice. Links nothing to agreements: that is `linking`'s.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from audit.bodies import MATTER, BodyRecord, ReadFlag, ReadMotion
from audit.contradictions import differences, told
from audit.effects import APPROVES, UNCLEAR, VOTES, effect_of, on_the_matter
from audit.numbered import numbered
from audit.papers import MINUTES, MISFILED, Paper, papers
from audit.possible import ANNOUNCING, MINUTES_LIKE, possible
from audit.stated import stated
from audit.values import Evidence


@dataclass(frozen=True)
class Decision:
    """One motion on the matter, at one meeting, with its effect.

    replaced: another version of the same minutes lacks these words or words them differently.
    differs: what other documents of the meeting say otherwise of it, a sentence each; beside: the
    passages that say so. via: why it is taken for a vote on the matter where its own words do not
    say so; indirect: whether that had to be inferred from more than its heading. link, reasons:
    how surely it speaks of one agreement, and why (`linking`).
    """

    body: str
    day: date | None
    effect: str
    motion: ReadMotion
    evidence: Evidence
    minutes_status: str = "unknown"
    why: str = ""
    words: str = ""
    replaced: bool = False
    differs: tuple[str, ...] = ()
    beside: tuple[Evidence, ...] = ()
    via: str = ""
    indirect: bool = False
    link: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mention:
    """The matter outside a motion. kind: agenda | discussion | comment."""

    body: str
    day: date | None
    kind: str
    evidence: Evidence
    words: str = ""
    replaced: bool = False


@dataclass(frozen=True)
class Record:
    """All that a body's papers say on the matter, oldest first.

    possible: passages that may be a vote on it; never counted as one.
    """

    decisions: tuple[Decision, ...] = ()
    mentions: tuple[Mention, ...] = ()
    possible: tuple[Decision, ...] = ()


def record(body: BodyRecord) -> Record:
    """Read a body's record for the matter. A passage in any version is evidence for good."""
    held = papers(body)
    decisions = list(_decisions(body.id, held))
    decisions += _stated(body.id, held, {one.day for one in decisions})
    decisions += _by_number(body.id, held, {one.day for one in decisions})
    told = {(d.evidence.sha256, d.evidence.page, d.evidence.start) for d in decisions}
    return Record(
        tuple(sorted(decisions, key=lambda d: d.day or date.min)),
        tuple(_mentions(body.id, held)),
        tuple(
            d
            for d in _possible(body.id, held)
            if (d.evidence.sha256, d.evidence.page, d.evidence.start) not in told
        ),
    )


def _possible(body: str, held: Sequence[Paper]) -> Iterator[Decision]:
    for paper, motion, why, words in possible(held):
        told = _evidence(paper, motion, "may be a vote")
        status = paper.version.minutes_status
        yield Decision(body, paper.day, UNCLEAR, motion, told, status, why, words)


def _stated(body: str, held: Sequence[Paper], decided: set[date | None]) -> Iterator[Decision]:
    """Approvals stated without a motion, each once, at meetings where no motion on it is read."""
    seen: set[tuple[date, str]] = set()
    for paper in sorted(held, key=_weight, reverse=True):
        if paper.day is None or paper.day in decided:
            continue
        for flag, motion, why in stated(paper):
            key = (paper.day, _flat(flag.quote))
            if key in seen:
                continue
            seen.add(key)
            yield Decision(
                body,
                paper.day,
                APPROVES,
                motion,
                _evidence(paper, motion, f"decided: {APPROVES}"),
                paper.version.minutes_status,
                words=_words(paper, flag),
                replaced=_replaced(paper, flag),
                via=why,
                indirect=True,
            )


def _by_number(body: str, held: Sequence[Paper], decided: set[date | None]) -> Iterator[Decision]:
    """Votes on a number that the agenda of the meeting gives to the matter, once per meeting."""
    minutes = [one for one in held if one.role in MINUTES_LIKE]
    seen: set[tuple[object, ...]] = set()
    found = numbered(
        sorted(minutes, key=_weight, reverse=True),
        [one for one in held if one.role in ANNOUNCING],
        decided,
    )
    for one in found:
        key = (one.paper.day, one.why, *_sense(one.motion))
        if key in seen:
            continue
        seen.add(key)
        told = _evidence(one.paper, one.motion, f"the motion: {one.effect}")
        status = one.paper.version.minutes_status
        words = f"{one.motion.quote} {one.words}"
        yield Decision(
            body,
            one.paper.day,
            one.effect,
            one.motion,
            told,
            status,
            "",
            words,
            via=one.why,
            indirect=True,
        )


def _decisions(body: str, held: Sequence[Paper]) -> Iterator[Decision]:
    by_day: dict[date | None, list[Paper]] = defaultdict(list)
    for paper in held:
        if paper.role in MINUTES_LIKE:
            by_day[paper.day].append(paper)
    for day in sorted(by_day, key=lambda d: d or date.min):
        yield from opposed(_of_meeting(body, day, by_day[day]))


def _of_meeting(body: str, day: date | None, held: Sequence[Paper]) -> list[Decision]:
    """The motions of one meeting, from the version that counts most and any that say more.

    Approved minutes count before drafts, newer before older. A motion that an older version alone
    holds stays, marked; one worded anew in a newer version is told by the newer, with what the
    older says otherwise.
    """
    found: list[Decision] = []
    twins: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for paper in sorted(held, key=_weight, reverse=True):
        own: Counter[tuple[object, ...]] = Counter()
        for motion in paper.version.motions:
            if not on_the_matter(motion):
                continue
            sense, nth = _sense(motion), own[_sense(motion)]
            own[sense] += 1
            if nth < len(twins[sense]):  # the same vote, told by a version that counts more
                at = twins[sense][nth]
                found[at] = _compared(found[at], paper, motion)
                continue
            twins[sense].append(len(found))
            found.append(_decision(body, day, paper, motion))
    return found


def _decision(body: str, day: date | None, paper: Paper, motion: ReadMotion) -> Decision:
    found, why = effect_of(motion, paper.version.flags)
    if day is None:
        found, why = "cannot be read", "the date of the meeting cannot be read"
    return Decision(
        body,
        day,
        found,
        motion,
        _evidence(paper, motion, f"the motion: {found}"),
        paper.version.minutes_status,
        why,
        _words(paper, motion),
        _replaced(paper, motion),
        via=_heading(paper, motion),
    )


def _compared(decision: Decision, paper: Paper, motion: ReadMotion) -> Decision:
    """The decision with what another version or document says otherwise of the same vote."""
    other = _evidence(paper, motion, "says otherwise")
    here = _named(decision.minutes_status, decision.evidence)
    there = _named(paper.version.minutes_status, other)
    apart = [told(here, there, one) for one in differences(decision.motion, motion)]
    if not apart:
        return decision
    return replace(
        decision,
        differs=tuple(dict.fromkeys((*decision.differs, *apart))),
        beside=(*decision.beside, other),
    )


def opposed(found: Sequence[Decision]) -> Iterator[Decision]:
    """The decisions of one meeting; where two documents tell one motion apart, both say so.

    A draft gives way to approved minutes and stays, marked. Of two documents of one standing
    neither counts: what the body decided cannot be read from them.
    """
    by_document: dict[str, list[Decision]] = defaultdict(list)
    for one in found:
        by_document[one.evidence.url].append(one)
    single = [held[0] for held in by_document.values() if len(held) == 1]
    for one in found:
        rivals = [d for d in single if one in single and d is not one and not one.replaced]
        yield _opposed(one, [d for d in rivals if not d.replaced])


def _opposed(one: Decision, rivals: Sequence[Decision]) -> Decision:
    for other in rivals:
        here = _named(one.minutes_status, one.evidence)
        there = _named(other.minutes_status, other.evidence)
        apart = [told(here, there, d) for d in differences(one.motion, other.motion)]
        if not apart:
            continue
        one = replace(
            one,
            differs=tuple(dict.fromkeys((*one.differs, *apart))),
            beside=(*one.beside, other.evidence),
        )
        if {one.effect, other.effect} <= VOTES and one.effect != other.effect:
            one = _undecided(one, other)
    return one


def _undecided(one: Decision, other: Decision) -> Decision:
    standing = [d.minutes_status == "approved" for d in (one, other)]
    if standing == [False, True]:
        return replace(one, replaced=True)
    if standing == [True, False]:
        return one
    why = "two documents of this meeting say different things of the motion"
    return replace(one, effect=UNCLEAR, why=why)


def _named(status: str, evidence: Evidence) -> str:
    """A document in words: the draft minutes (sha256 0123456789ab, p. 2)."""
    kind = f"{status} {evidence.role}" if status in ("draft", "approved") else evidence.role
    return f"the {kind} (sha256 {evidence.sha256[:12]}, p. {evidence.page})"


def _heading(paper: Paper, motion: ReadMotion) -> str:
    """Why a motion is on the matter if no passage inside it says so: the heading or the item."""
    inside = any(
        flag.topic == MATTER
        and flag.page == motion.page
        and flag.start < motion.end
        and flag.end > motion.start
        for flag in paper.version.flags
    )
    return "" if inside else "it stands under an item on the matter; its own words do not name it"


def _sense(motion: ReadMotion) -> tuple[object, ...]:
    return (motion.direction, motion.result, motion.ayes, motion.nays)


def _weight(paper: Paper) -> tuple[bool, object, str]:
    version = paper.version
    return (version.minutes_status == "approved", version.captured_at, version.sha256)


def _mentions(body: str, held: Sequence[Paper]) -> Iterator[Mention]:
    seen = set()
    for paper in held:
        announcing = paper.role in ANNOUNCING
        if not announcing and paper.role not in MINUTES_LIKE:
            continue
        for flag in paper.version.flags:
            if flag.topic != MATTER or flag.relevance == "none" or _in_motion(flag, paper):
                continue
            key = (paper.day, announcing, _flat(flag.quote))
            if key in seen:
                continue
            seen.add(key)
            kind = "agenda" if announcing else _kind(flag)
            yield Mention(
                body,
                paper.day,
                kind,
                _evidence(paper, flag, "on the agenda" if announcing else kind),
                _words(paper, flag),
                _replaced(paper, flag),
            )


def _kind(flag: ReadFlag) -> str:
    return "comment" if flag.relevance == "public_comment" else "discussion"


def _in_motion(flag: ReadFlag, paper: Paper) -> bool:
    """Whether the passage is the motion itself, which is told as a decision."""
    return any(
        on_the_matter(m) and m.page == flag.page and flag.start < m.end and flag.end > m.start
        for m in paper.version.motions
    )


def _replaced(paper: Paper, passage: ReadMotion | ReadFlag) -> bool:
    """Whether the newest version of the document, read, no longer holds the passage."""
    newest = paper.document.versions[-1]
    if newest.sha256 == paper.version.sha256 or newest.state != "ok":
        return False
    held: Iterable[ReadMotion | ReadFlag]
    held = newest.motions if isinstance(passage, ReadMotion) else newest.flags
    return all(_flat(passage.quote) != _flat(other.quote) for other in held)


def _words(paper: Paper, passage: ReadMotion | ReadFlag) -> str:
    """The passage with the heading it stands under, for telling agencies and models apart."""
    above = [
        item.title
        for item in paper.version.items
        if (item.page, item.start) <= (passage.page, passage.start)
    ]
    text = passage.text if isinstance(passage, ReadMotion) else ""
    return " ".join([*above[-1:], passage.quote, text])


def _evidence(paper: Paper, passage: ReadMotion | ReadFlag, says: str) -> Evidence:
    return Evidence(
        sha256=paper.version.sha256,
        url=paper.document.url,
        role=MINUTES if paper.role == MISFILED else paper.role,
        meeting_date=paper.day,
        page=passage.page,
        quote=passage.quote,
        start=passage.start,
        end=passage.end,
        captured_at=paper.version.captured_at,
        says=says,
    )


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
