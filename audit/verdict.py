"""The label of a finding: one pure function of the facts, with a version.

Owns the label table of the design: how an agreement was entered, how it ended, overlays and the
highest confidence. Words are `wording`'s; facts are gathered by `facts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from audit.decisions import Decision, Mention
from audit.effects import APPROVES, ENDS, KEEPS, NOTHING, REJECTS, UNCLEAR, VOTES
from audit.signing import Anchor

VERSION = "4"
"""Goes up when the same facts may give another label."""

UNSIGNED_WAIT = timedelta(days=60)
STILL_LISTED_WAIT = timedelta(days=14)
LATER_LISTS = 2

_READ_TWICE = frozenset(
    {"read_twice", "reply_requested", "replied", "no_reply", "cleared", "published", "corrected"}
)
_SETTLED = frozenset({"CANNOT_TELL", "NO_BODY_VOTES", "NOT_MONITORED"})
_LEADS = {
    "NO_DECISION": "medium",
    "AGENDA_NO_VOTE": "high",
    "DISCUSSED_ONLY": "medium",
    "NO_VOTE_FOUND": "medium",
    "NONE_SO_FAR": "lead",
    "DELISTED_NO_VOTE": "medium",
}
"""Machine negatives are leads until two people have read the pages; then at most this."""


@dataclass(frozen=True)
class Facts:
    """Everything a label may depend on.

    decisions and mentions are those linked to this agreement and counted for this signing, oldest
    first; mentions only from inside the window. possible: passages that may be a vote. coverage: of
    all bodies together. closed: the window has ended. read: (body, day) of every meeting whose
    minutes are read; read_before: how many of them lie before the signature. lists: the days of the
    participating lists we hold.
    leaving: coverage from listing to leaving + 30 days, and the meetings expected in it.
    """

    expectation: str
    anchor: Anchor | None
    today: date
    decisions: tuple[Decision, ...] = ()
    mentions: tuple[Mention, ...] = ()
    possible: tuple[Decision, ...] = ()
    coverage: str = "not_monitored"
    closed: bool = False
    awaited: bool = False
    read: frozenset[tuple[str, date]] = frozenset()
    read_before: int = 0
    window: tuple[date, date] | None = None
    gone_by: date | None = None
    lists: tuple[date, ...] = ()
    leaving: str = "none"
    leaving_expected: int = 0
    record_changed: bool = False
    unverified: bool = False
    assumed: bool = False
    state_overlays: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """A label and what it rests on.

    cause says which way CANNOT_TELL came about; entry and ending are the votes the two sentences
    cite; basis are the mentions of a negative.
    """

    entered: str
    ended: str | None = None
    cause: str = ""
    entry: Decision | None = None
    ending: Decision | None = None
    basis: tuple[Mention, ...] = ()
    overlays: tuple[str, ...] = ()
    confidence: str | None = None
    untold_end: bool = False

    @property
    def label(self) -> str:
        return self.ended or self.entered


def verdict(facts: Facts, review: str = "lead") -> Verdict:
    """Label, overlays and confidence of the facts, at a state of review."""
    entered = _entered(facts)
    ended, ending = _ended(facts)
    found = Verdict(
        entered=entered.entered,
        ended=ended,
        cause=entered.cause,
        entry=entered.entry,
        ending=ending,
        basis=entered.basis,
        untold_end=facts.gone_by is not None and ended is None,
    )
    return Verdict(
        **{
            **vars(found),
            "overlays": tuple(_overlays(found, facts)),
            "confidence": confidence(found, facts, review),
        }
    )


def _entered(facts: Facts) -> Verdict:
    unclear = [d for d in facts.decisions if d.effect == UNCLEAR]
    if unclear:
        return Verdict("CANNOT_TELL", cause="unclear", entry=unclear[-1])
    votes = [d for d in facts.decisions if d.effect in VOTES]
    if votes and (found := _voted(facts, votes)):
        return found
    if not votes and facts.expectation in ("contested", "not_local"):
        return Verdict("NO_BODY_VOTES")
    if not votes and facts.expectation == "unknown":
        return Verdict("CANNOT_TELL", cause="authority")
    return _without_vote(facts, votes)


def _voted(facts: Facts, votes: Sequence[Decision]) -> Verdict | None:
    """What the recorded votes say of how the agreement was entered; None where they say nothing."""
    approvals = [d for d in votes if d.effect == APPROVES]
    rejections = [d for d in votes if d.effect == REJECTS]
    if not approvals:
        return Verdict("VOTED_DOWN", entry=rejections[-1]) if rejections else None
    if facts.anchor is None:
        return Verdict("VOTED_UNSIGNED", entry=approvals[-1])
    first, last = facts.anchor.first, facts.anchor.last
    before = [d for d in _effective(votes) if max(d.days) < first]
    later = [d for d in approvals if min(d.days) > last]
    near = [d for d in _effective(votes) if max(d.days) >= first and min(d.days) <= last]
    standing = before[-1] if before and before[-1].effect == APPROVES else None
    if standing and not any(d.effect != APPROVES for d in near):
        return Verdict("VOTE_BEFORE", entry=standing)
    close = [d for d in near if d.effect == APPROVES]
    if close or standing:
        return Verdict("VOTE_ORDER_UNKNOWN", entry=close[-1] if close else standing)
    if later:
        return Verdict("VOTE_AFTER", entry=later[0])
    return Verdict("CANNOT_TELL", cause="undone", entry=approvals[-1])


def apart(vote: Decision, anchor: Anchor | None) -> bool:
    """Whether the dates that a vote's paper carries lie on two sides of when it was signed."""
    if anchor is None or not vote.filed:
        return False
    sides = {(day >= anchor.first) + (day > anchor.last) for day in vote.days}
    return len(sides) > 1


def _without_vote(facts: Facts, votes: Sequence[Decision]) -> Verdict:
    """The negatives, in the order in which one outranks another."""
    if facts.coverage == "not_monitored":
        return Verdict("NOT_MONITORED")
    if facts.coverage not in ("complete", "complete_to_date"):
        return Verdict("CANNOT_TELL", cause="gaps")
    if facts.anchor is None or facts.anchor.doubt:
        return Verdict("CANNOT_TELL", cause="date")
    maybe = [d for d in facts.possible if d.day is None or _inside(d.day, facts)]
    if maybe:
        return Verdict("CANNOT_TELL", cause="possible", entry=maybe[-1])
    earlier = [
        d for d in votes if _inside(d.day, facts) and _other_than_its_ending(d, facts.anchor)
    ]
    if earlier:
        return Verdict("CANNOT_TELL", cause="other vote", entry=earlier[-1])
    undecided = [d for d in facts.decisions if d.effect == NOTHING and _inside(d.day, facts)]
    if undecided and not any(_day(d) > _day(undecided[-1]) for d in votes):
        return Verdict("NO_DECISION", entry=undecided[-1])
    listed = [m for m in facts.mentions if m.kind == "agenda" and _minutes_read(m, facts)]
    if listed:
        return Verdict("AGENDA_NO_VOTE", basis=tuple(listed))
    spoken = tuple(m for m in facts.mentions if m.kind != "agenda")
    if spoken:
        return Verdict("DISCUSSED_ONLY", basis=spoken)
    if not facts.closed or facts.coverage == "complete_to_date":
        return Verdict("NONE_SO_FAR", basis=facts.mentions)
    if not facts.read_before:
        return Verdict("CANNOT_TELL", cause="nothing before")
    return Verdict("NO_VOTE_FOUND")


def _other_than_its_ending(vote: Decision, anchor: Anchor) -> bool:
    """A vote to keep such an agreement, or to end one before this one was signed."""
    return vote.effect == KEEPS or (vote.effect == ENDS and min(vote.days) < anchor.first)


def _ended(facts: Facts) -> tuple[str | None, Decision | None]:
    ending = _ending(facts)
    if ending is not None:
        return ("DELISTED_AFTER_VOTE" if facts.gone_by else "ENDED_STILL_LISTED"), ending
    if facts.gone_by is None or facts.anchor is None or facts.anchor.doubt:
        return None, None
    open_questions = any(d.effect in (UNCLEAR, ENDS) for d in facts.decisions) or facts.possible
    proven = facts.leaving == "complete" and facts.leaving_expected > 0
    if proven and facts.expectation == "expected" and not open_questions:
        return "DELISTED_NO_VOTE", None
    return None, None


def _ending(facts: Facts) -> Decision | None:
    """The vote that ended it: the last one to end, unless it was approved again afterwards.

    A vote whose papers leave open whether it came before the signature ended nothing for certain;
    neither does one that an approval may have followed.
    """
    if facts.anchor is None:
        return None
    first = facts.anchor.first
    ends = [d for d in facts.decisions if d.effect == ENDS and min(d.days) >= first]
    approvals = [d for d in facts.decisions if d.effect == APPROVES and max(d.days) >= first]
    turns = [d for d in facts.decisions if d in ends or d in approvals]
    if not turns or turns[-1].effect != ENDS:
        return None
    open_ = any(max(d.days) > min(turns[-1].days) for d in approvals)
    return None if open_ else turns[-1]


def _overlays(found: Verdict, facts: Facts) -> Iterable[str]:
    if _provisional(found, facts):
        yield "PROVISIONAL"
    if facts.expectation == "contested":
        yield "CONTESTED"
    if facts.record_changed:
        yield "RECORD_CHANGED"
    if facts.unverified:
        yield "SOURCE_UNVERIFIED"
    yield from facts.state_overlays


def _provisional(found: Verdict, facts: Facts) -> bool:
    vote = found.ending if found.ended else found.entry
    draft = vote is not None and (vote.minutes_status == "draft" or bool(vote.by))
    if draft and found.label not in _SETTLED:
        return True
    if found.label == "ENDED_STILL_LISTED" and vote is not None:
        later = [day for day in facts.lists if day > _day(vote)]
        waited = bool(later) and later[-1] >= _day(vote) + STILL_LISTED_WAIT
        return len(later) < LATER_LISTS or not waited
    if found.label == "VOTED_UNSIGNED" and vote is not None:
        later = [day for day in facts.lists if day > _day(vote)]
        return len(later) < LATER_LISTS or facts.today < _day(vote) + UNSIGNED_WAIT
    if found.ended or found.label in _SETTLED:
        return False
    return not facts.closed or facts.awaited


def confidence(found: Verdict, facts: Facts, review: str) -> str | None:
    """The highest confidence the table allows; None where nothing is claimed."""
    if found.label in _SETTLED:
        return None
    if found.label in _LEADS:
        return _LEADS[found.label] if review in _READ_TWICE else "lead"
    vote = found.ending if found.ended else found.entry
    if found.label == "VOTE_ORDER_UNKNOWN" or _shaky(vote, facts):
        return "medium"
    if found.label in ("VOTE_BEFORE", "VOTE_AFTER"):
        return "high" if facts.anchor and facts.anchor.seen and _whole(found, facts) else "medium"
    return "high" if _whole(found, facts) else "medium"


def _shaky(vote: Decision | None, facts: Facts) -> bool:
    draft = vote is not None and (vote.minutes_status == "draft" or bool(vote.motion.doubts))
    return draft or facts.assumed or facts.record_changed


def _whole(found: Verdict, facts: Facts) -> bool:
    """ "Only after" and "nothing approved" lean on the minutes that are not held, too."""
    if found.label in ("VOTE_AFTER", "VOTED_DOWN"):
        return facts.coverage in ("complete", "complete_to_date") and not facts.possible
    return True


def _effective(decisions: Iterable[Decision]) -> list[Decision]:
    return [d for d in decisions if d.effect in (APPROVES, REJECTS, ENDS)]


def _minutes_read(mention: Mention, facts: Facts) -> bool:
    return mention.day is not None and (mention.body, mention.day) in facts.read


def _inside(day: date | None, facts: Facts) -> bool:
    return (
        day is not None and facts.window is not None and (facts.window[0] <= day <= facts.window[1])
    )


def _day(decision: Decision) -> date:
    return decision.day or date.min
