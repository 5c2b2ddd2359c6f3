"""What a body's record says on the matter: votes and mentions, each with the page it stands on.

Owns which papers may speak (own minutes for votes, agendas and minutes for mentions) and what is
one vote seen twice. Links nothing to agreements: that is `linking`'s.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from audit.bodies import MATTER, BodyRecord, ReadFlag, ReadMotion
from audit.effects import UNCLEAR, effect_of, on_the_matter
from audit.papers import MINUTES, MISFILED, Paper, papers
from audit.possible import ANNOUNCING, MINUTES_LIKE, possible
from audit.values import Evidence


@dataclass(frozen=True)
class Decision:
    """One motion on the matter, at one meeting, with its effect.

    replaced: another version of the same minutes lacks these words or words them differently.
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
    return Record(
        tuple(_decisions(body.id, held)),
        tuple(_mentions(body.id, held)),
        tuple(_possible(body.id, held)),
    )


def _possible(body: str, held: Sequence[Paper]) -> Iterator[Decision]:
    for paper, motion, why, words in possible(held):
        told = _evidence(paper, motion, "may be a vote")
        status = paper.version.minutes_status
        yield Decision(body, paper.day, UNCLEAR, motion, told, status, why, words)


def _decisions(body: str, held: Sequence[Paper]) -> Iterator[Decision]:
    by_day: dict[date | None, list[Paper]] = defaultdict(list)
    for paper in held:
        if paper.role in MINUTES_LIKE:
            by_day[paper.day].append(paper)
    for day in sorted(by_day, key=lambda d: d or date.min):
        yield from _of_meeting(body, day, by_day[day])


def _of_meeting(body: str, day: date | None, held: Sequence[Paper]) -> Iterator[Decision]:
    """The motions of one meeting, from the version that counts most and any that say more.

    Approved minutes count before drafts, newer before older. A motion that an older version alone
    holds stays, marked; one worded anew in a newer version is told by the newer.
    """
    told: Counter[tuple[object, ...]] = Counter()
    for paper in sorted(held, key=_weight, reverse=True):
        own: Counter[tuple[object, ...]] = Counter()
        for motion in paper.version.motions:
            if not on_the_matter(motion):
                continue
            own[_sense(motion)] += 1
            if own[_sense(motion)] <= told[_sense(motion)]:
                continue  # the same vote, told by a version that counts more
            told[_sense(motion)] += 1
            found, why = effect_of(motion, paper.version.flags)
            if day is None:
                found, why = "cannot be read", "the date of the meeting cannot be read"
            yield Decision(
                body,
                day,
                found,
                motion,
                _evidence(paper, motion, f"the motion: {found}"),
                paper.version.minutes_status,
                why,
                _words(paper, motion),
                _replaced(paper, motion),
            )


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
