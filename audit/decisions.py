"""What a body's record says on the matter: votes and mentions, each with the page it stands on.

Owns which papers may speak (own minutes for votes, agendas and minutes for mentions) and what is
one vote seen twice. What other papers add is `beside`'s; links to agreements are `linking`'s.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from audit import beside
from audit.bodies import MATTER, BodyRecord, ReadFlag, ReadMotion
from audit.compared import compared, opposed, sense, weight
from audit.decision import Decision, Mention, Record, evidence_of, flat
from audit.effects import APPROVES, ASIDE, UNCLEAR, VOTES, effect_of, on_the_matter
from audit.numbered import numbered
from audit.papers import MINUTES, Paper, others, papers
from audit.possible import ANNOUNCING, MINUTES_LIKE, possible
from audit.printed import own
from audit.resolutions import texts
from audit.stated import stated

__all__ = ["Decision", "Mention", "Record", "record"]


def record(body: BodyRecord) -> Record:
    """Read a body's record for the matter. A passage in any version is evidence for good."""
    held = papers(body)
    decisions, aside = _apart(_decisions(body.id, held))
    decisions += _stated(body.id, held, {one.day for one in decisions})
    decisions += _by_number(body.id, held, {one.day for one in decisions})
    decisions, open_ = _beside(body, held, decisions)
    decisions, more = _apart(decisions)
    told = {(d.evidence.sha256, d.evidence.page, d.evidence.start) for d in decisions}
    return Record(
        tuple(sorted(decisions, key=lambda d: d.day or date.min)),
        tuple(_mentions(body.id, held)),
        tuple(
            d
            for d in (*_possible(body.id, held), *_strange(body), *aside, *more, *open_)
            if (d.evidence.sha256, d.evidence.page, d.evidence.start) not in told
        ),
    )


def _strange(body: BodyRecord) -> Iterator[Decision]:
    """Votes on it in minutes that print another body's name: no vote of this one, and no ground
    for a negative, since a name may be misread and bodies meet jointly."""
    why = "tells of a vote on it under the name of another body"
    for one in _decisions(body.id, others(body)):
        if one.effect in VOTES or one.effect == UNCLEAR:
            yield replace(one, effect=UNCLEAR, why=why)


def _apart(found: Iterable[Decision]) -> tuple[list[Decision], list[Decision]]:
    """Those on the agreement, and those on something beside it: these bar a negative, no more."""
    held = list(found)
    aside = [replace(one, effect=UNCLEAR) for one in held if one.effect == ASIDE]
    return [one for one in held if one.effect != ASIDE], aside


def _beside(
    body: BodyRecord, held: Sequence[Paper], decisions: list[Decision]
) -> tuple[list[Decision], list[Decision]]:
    """What the minutes tell, with what other papers add to it, and what these leave open."""
    known = texts(held, partial(own, body))
    numbered_, open_, doubted = beside.explained_numbers(
        body.id, held, known, {one.day for one in decisions}
    )
    joined = beside.with_records(body.id, held, [*decisions, *numbered_])
    found, used = beside.with_texts(body.id, held, known, joined, doubted)
    decided = {one.day for one in found}
    open_ = [one for one in open_ if one.day not in decided]
    return found, [*open_, *beside.left(body.id, held, known, used, decided)]


def _possible(body: str, held: Sequence[Paper]) -> Iterator[Decision]:
    for paper, motion, why, words in possible(held):
        told = evidence_of(paper, motion, "may be a vote")
        status = paper.version.minutes_status
        yield Decision(body, paper.day, UNCLEAR, motion, told, status, why, words)


def _stated(body: str, held: Sequence[Paper], decided: set[date | None]) -> Iterator[Decision]:
    """Approvals stated without a motion, each once, at meetings where no motion on it is read."""
    seen: set[tuple[date, str]] = set()
    for paper in sorted(held, key=weight, reverse=True):
        if paper.day is None or paper.day in decided:
            continue
        for flag, motion, why in stated(paper):
            key = (paper.day, flat(flag.quote))
            if key in seen:
                continue
            seen.add(key)
            yield Decision(
                body,
                paper.day,
                APPROVES,
                motion,
                evidence_of(paper, motion, f"decided: {APPROVES}"),
                paper.version.minutes_status,
                words=_words(paper, flag),
                replaced=_replaced(paper, flag),
                via=why,
                indirect=True,
                filed=paper.others,
            )


def _by_number(body: str, held: Sequence[Paper], decided: set[date | None]) -> Iterator[Decision]:
    """Votes on a number that the agenda of the meeting gives to the matter, once per meeting."""
    minutes = [one for one in held if one.role in MINUTES_LIKE]
    seen: set[tuple[object, ...]] = set()
    found = numbered(
        sorted(minutes, key=weight, reverse=True),
        [one for one in held if one.role in ANNOUNCING],
        decided,
    )
    for one in found:
        key = (one.paper.day, one.why, *sense(one.motion))
        if key in seen:
            continue
        seen.add(key)
        told = evidence_of(one.paper, one.motion, f"the motion: {one.effect}")
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
            filed=one.paper.others,
        )


def _decisions(body: str, held: Sequence[Paper]) -> Iterator[Decision]:
    by_day: dict[date | None, list[Paper]] = defaultdict(list)
    for paper in held:
        if paper.role in MINUTES_LIKE:
            by_day[paper.day].append(paper)
    for day in sorted(by_day, key=lambda d: d or date.min):
        found = _of_meeting(body, day, by_day[day])
        yield from opposed([_outlived(one, by_day[day]) for one in found])


def _of_meeting(body: str, day: date | None, held: Sequence[Paper]) -> list[Decision]:
    """The motions of one meeting, from the version that counts most and any that say more.

    Approved minutes count before others, drafts last, newer before older. A motion that an older
    version alone holds stays, marked; one worded anew in a newer version is told by the newer, with
    what the older says otherwise.
    """
    found: list[Decision] = []
    twins: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for paper in sorted(held, key=weight, reverse=True):
        own: Counter[tuple[object, ...]] = Counter()
        for motion in paper.version.motions:
            if not on_the_matter(motion):
                continue
            same, nth = sense(motion), own[sense(motion)]
            own[same] += 1
            if nth < len(twins[same]):  # the same vote, told by a version that counts more
                at = twins[same][nth]
                found[at] = compared(found[at], paper, motion)
                continue
            twins[same].append(len(found))
            found.append(_decision(body, day, paper, motion))
    return found


def _outlived(one: Decision, held: Sequence[Paper]) -> Decision:
    """A motion that a draft alone holds, where later minutes of the meeting have none on it, is
    marked: what became of the passage is for a person to see."""
    sources = [p for p in held if p.version.sha256 == one.evidence.sha256]
    kinds = {p.version.meeting_kind for p in sources}
    final = any(
        p.version.readable
        and p.role == MINUTES
        and p.version.minutes_status != "draft"
        and p.version.meeting_kind in kinds
        and not any(on_the_matter(m) for m in p.version.motions)
        for p in held
    )
    return replace(one, replaced=True) if one.minutes_status == "draft" and final else one


def _decision(body: str, day: date | None, paper: Paper, motion: ReadMotion) -> Decision:
    found, why = effect_of(motion, paper.version.flags)
    if day is None:
        found, why = "cannot be read", "the date of the meeting cannot be read"
    return Decision(
        body,
        day,
        found,
        motion,
        evidence_of(paper, motion, f"the motion: {found}"),
        paper.version.minutes_status,
        why,
        _words(paper, motion),
        _replaced(paper, motion),
        via=_heading(paper, motion),
        filed=paper.others,
    )


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


def _mentions(body: str, held: Sequence[Paper]) -> Iterator[Mention]:
    seen = set()
    for paper in held:
        announcing = paper.role in ANNOUNCING
        if not announcing and paper.role not in MINUTES_LIKE:
            continue
        for flag in paper.version.flags:
            if flag.topic != MATTER or flag.relevance == "none" or _in_motion(flag, paper):
                continue
            key = (paper.day, announcing, flat(flag.quote))
            if key in seen:
                continue
            seen.add(key)
            kind = "agenda" if announcing else _kind(flag)
            yield Mention(
                body,
                paper.day,
                kind,
                evidence_of(paper, flag, "on the agenda" if announcing else kind),
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
    return all(flat(passage.quote) != flat(other.quote) for other in held)


def _words(paper: Paper, passage: ReadMotion | ReadFlag) -> str:
    """The passage with the heading it stands under, for telling agencies and models apart."""
    above = [
        item.title
        for item in paper.version.items
        if (item.page, item.start) <= (passage.page, passage.start)
    ]
    text = passage.text if isinstance(passage, ReadMotion) else ""
    return " ".join([*above[-1:], passage.quote, text])
