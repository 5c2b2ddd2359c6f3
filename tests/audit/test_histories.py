"""Whole made-up histories: no unaccounted meeting is ever passed over, and documents only help.

Owns a generator of what truly happened and of what of it can be seen. A meeting that left no trace
at all, though the town was looked at all along, is not among them: nobody can know of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from audit.assemble import finding
from audit.authority import authority
from audit.bodies import BodyRecord, HeldDocument, ListedMeeting, Look
from audit.case import Held, Lists, build, link
from audit.coverage import coverage
from audit.decisions import record
from audit.matching import Match
from audit.signings import terms
from audit.values import Finding
from tests.audit.build import agenda, agreement, at, body, listed, meeting_days, minutes, sha

START, END = date(2025, 3, 21), date(2025, 12, 30)
NOW = at(date(2026, 9, 14))
LISTS = Lists(tuple(date(2025, 10, 6) + timedelta(days=14 * n) for n in range(24)))
_CADENCES = ("second Tuesday", "first and third Monday")
_HELD = ("read", "unread", "waiting", "foreign", "not fetched", "gone")


@dataclass(frozen=True)
class Happened:
    """One meeting that took place: what is held of it, and how it can be known of."""

    day: date
    fate: str
    traces: frozenset[str]


@dataclass(frozen=True, repr=False)
class History:
    """What happened, what was called off, and the record that is left of it."""

    def __repr__(self) -> str:
        """Only what is out of the ordinary, for a counterexample that a person can read."""
        odd = [h for h in self.happened if h.fate != "read" or h.traces]
        told = [str(d.meeting_date) + " names " + " ".join(map(str, d.versions[0].approves))
                for d in self.seen.documents if d.versions and d.role == "minutes"]  # fmt: skip
        looks = len(self.seen.looks)
        return f"History({odd}, {self.seen.cadence}, {looks} looks, {self.seen.meetings}, {told})"

    happened: tuple[Happened, ...]
    seen: BodyRecord

    @property
    def unaccounted(self) -> set[date]:
        """The meetings of the window of which nobody could read the minutes."""
        return {h.day for h in self.happened if h.fate != "read" and START <= h.day <= END}


@st.composite
def histories(draw: st.DrawFn, whole: bool = False) -> History:
    """One body's year. whole: every minutes held, read and chained, nothing unaccounted."""
    cadence = draw(st.sampled_from(_CADENCES))
    regular = meeting_days(date(2025, 1, 1), date(2026, 3, 31), cadence)
    off = set() if whole else draw(st.sets(st.sampled_from(regular), max_size=2))
    moved = draw(st.dictionaries(st.sampled_from(regular), st.integers(-4, 4), max_size=2))
    fates = {} if whole else draw(
        st.dictionaries(st.sampled_from(regular), st.sampled_from(_HELD), max_size=3)
    )  # fmt: skip
    happened = {
        day + timedelta(days=moved.get(day, 0)): Happened(
            day + timedelta(days=moved.get(day, 0)), fates.get(day, "read"), frozenset()
        )
        for day in regular if day not in off
    }  # fmt: skip
    for special in draw(st.lists(_specials(whole), max_size=3)):
        happened.setdefault(special.day, special)
    days = tuple(happened[day] for day in sorted(happened))
    broken = set() if whole else draw(st.sets(st.integers(1, len(days) - 1), max_size=2))
    looks = _looks(draw(st.sampled_from(["none", "weekly", "hole"])))
    rows = _rows(draw, days, off, whole)
    documents = [d for n, one in enumerate(days) for d in _papers(n, one, days, n in broken)]
    return History(days, body(documents, cadence=cadence, looks=looks, meetings=rows))


@st.composite
def _specials(draw: st.DrawFn, whole: bool) -> Happened:
    """A special meeting; a trace of it is left in the list, in minutes or on an agenda."""
    day = draw(st.dates(START, END))
    traces = draw(st.sets(st.sampled_from(["listed", "named", "agenda", "announced"]), min_size=1))
    return Happened(day, "read" if whole else draw(st.sampled_from(_HELD)), frozenset(traces))


def _looks(kind: str) -> list[Look]:
    weekly = [Look(at(date(2025, 1, 6) + timedelta(days=7 * n)), "ok", "s1") for n in range(60)]
    hole = (date(2025, 5, 1), date(2025, 7, 1))
    kept = [k for k in weekly if kind == "weekly" or not hole[0] < k.at.date() < hole[1]]
    return [] if kind == "none" else kept


def _rows(
    draw: st.DrawFn, days: tuple[Happened, ...], off: set[date], whole: bool
) -> tuple[ListedMeeting, ...]:
    """The platform's list: special meetings that left that trace, some that were called off."""
    rows = [listed(one.day, kind="special") for one in days if "listed" in one.traces]
    told = set() if whole or not off else draw(st.sets(st.sampled_from(sorted(off))))
    held = {one.day for one in days}
    return (*rows, *(listed(d, status="cancelled") for d in told if d not in held))


def _papers(
    number: int, one: Happened, days: tuple[Happened, ...], broken: bool
) -> list[HeldDocument]:
    """What is held of one meeting. Its minutes name those since the last regular one, truly."""
    before: list[date] = []
    for earlier in reversed(days[:number]):
        before.append(earlier.day)
        if not earlier.traces:
            break
    hidden = {d.day for d in days if d.traces and not d.traces & {"named"}}
    names = [] if broken else [d for d in before if d not in hidden] or before
    after = next((d.day for d in days[number + 1 :] if "announced" in d.traces), None)
    made = minutes(one.day, names or ([] if broken else [one.day - timedelta(days=28)]))
    held = {
        "read": [made], "gone": [], "not fetched": [replace(made, versions=())],
        "unread": [_version(made, pages=3, pages_unread=1)],
        "waiting": [_version(made, state="waiting", kind="unknown", approves=())],
        "foreign": [_version(made, body_printed="Fernwick Zoning Hearing Board")],
    }[one.fate]  # fmt: skip
    if after and held and one.fate == "read":
        held = [_version(made, next_meeting=after)]
    if "agenda" in one.traces:
        held = [*held, agenda(one.day)]
    return held


def _version(document: HeldDocument, **more: Any) -> HeldDocument:
    return replace(document, versions=(replace(document.versions[0], **more),))


def judged(histories: list[History]) -> Finding:
    """The finding of one agreement for which all these bodies answer."""
    one = agreement(date(2025, 10, 1))
    bodies = [replace(h.seen, id=f"b{n}") for n, h in enumerate(histories)]
    held = [Held(b, record(b)) for b in bodies]
    who = Match(one.agency, "PA", None, None, "police", "municipal_council", "expected", (), "")
    linked = link(one, held, {})
    (term, *_) = terms(one, linked.decisions, None)
    axis = authority(who, term.anchor.last, settled=True)
    return finding(build(one, term, axis, held, linked, LISTS, NOW))


@settings(max_examples=100, deadline=None)
@given(st.lists(histories(), min_size=1, max_size=2))
def test_no_history_with_an_unaccounted_meeting_says_no_vote_found(made: list[History]) -> None:
    found = judged(made)
    event(found.label)
    missing = {one["date"] for one in found.coverage["missing"]}
    for history in made:
        for day in history.unaccounted:
            assert found.label == "CANNOT_TELL", day
    if found.label == "NO_VOTE_FOUND":
        assert not missing


@settings(max_examples=25, deadline=None)
@given(histories(whole=True))
def test_a_whole_history_is_not_doubted(history: History) -> None:
    assert judged([history]).label == "NO_VOTE_FOUND"


_ORDER = {"missing": 0, "unread": 1, "awaited": 2, "not_held": 3, "cancelled": 3, "read": 4}


@settings(max_examples=80, deadline=None)
@given(histories(), st.data())
def test_adding_the_minutes_of_a_meeting_never_lowers_what_is_known_of_any(
    history: History, data: st.DataObject
) -> None:
    """Order: missing < unread < awaited < not held, cancelled < read, meeting by meeting.

    Minutes may betray further meetings; of those that were expected before none sinks, but where
    the new minutes name one that was thought called off or not held.
    """
    lost = sorted(one.day for one in history.happened if one.fate != "read")
    if not lost:
        return
    day = data.draw(st.sampled_from(lost))
    earlier = max((one.day for one in history.happened if one.day < day), default=None)
    names = [earlier or day - timedelta(days=28)]
    added = minutes(day, names, name=f"found {day}")
    before = coverage(history.seen, START, END, NOW)
    fuller = replace(history.seen, documents=(*history.seen.documents, added))
    after = coverage(fuller, START, END, NOW)
    states = {m.date: m.state for m in after.meetings}
    for meeting in before.meetings:
        if meeting.date in names:
            continue
        assert _ORDER[states[meeting.date]] >= _ORDER[meeting.state], meeting.date
    if START <= day <= END:
        assert states[day] == "read"
    assert sha(f"found {day}") in {m.minutes for m in after.meetings} or not START <= day <= END
