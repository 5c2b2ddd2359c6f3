"""The label table: every row reached, from plain facts; overlays and confidence."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.decisions import Decision, Mention
from audit.effects import APPROVES, ENDS, KEEPS, NOTHING, REJECTS, UNCLEAR
from audit.signing import Anchor
from audit.values import Evidence
from audit.verdict import Facts, Verdict, verdict
from tests.audit.build import at, motion, sha

SIGNED = date(2025, 10, 1)
FIRST = SIGNED - timedelta(days=14)
WINDOW = (FIRST - timedelta(days=180), SIGNED + timedelta(days=90))
BEFORE, NEAR, AFTER = date(2025, 8, 12), date(2025, 9, 24), date(2025, 11, 11)
_KINDS = {
    APPROVES: ("adopt", "passed"), REJECTS: ("adopt", "failed"), ENDS: ("end", "passed"),
    KEEPS: ("end", "failed"), NOTHING: ("adopt", "tabled"), UNCLEAR: ("adopt", "unknown"),
}  # fmt: skip


def evidence(day: date) -> Evidence:
    return Evidence(sha(str(day)), "https://town.example", "minutes", day, 2, "x", 0, 1, at(day))


def decided(effect: str, day: date | None, **more: Any) -> Decision:
    direction, result = _KINDS[effect]
    doubts = more.pop("doubts", ())
    return Decision(
        "b", day, effect, motion(direction, result, doubts=doubts), evidence(day or FIRST), **more
    )


def mention(kind: str, day: date) -> Mention:
    return Mention("b", day, kind, evidence(day))


def facts(*decisions: Decision, **more: Any) -> Facts:
    """A closed window with complete coverage, unless said otherwise."""
    values: dict[str, Any] = {
        "expectation": "expected", "anchor": Anchor(FIRST, SIGNED), "today": date(2026, 9, 1),
        "coverage": "complete", "closed": True, "read_before": 6, "window": WINDOW,
        "read": frozenset({("b", BEFORE), ("b", AFTER)}), "lists": (date(2025, 10, 6),),
    }  # fmt: skip
    return Facts(decisions=decisions, **{**values, **more})


SEEN = Anchor(SIGNED, SIGNED, seen=True)
DOUBT = Anchor(FIRST, SIGNED, doubt="SIGNED is blank on ICE's list")
GONE = date(2026, 3, 2)
LATER = (date(2026, 2, 1), date(2026, 2, 20))

EARLY, LATE = (date(2025, 8, 13),), (date(2026, 1, 13),)
"""Dates under which minutes are filed that print another."""

TABLE = [
    # minutes that print one date and are filed under another
    ("VOTE_ORDER_UNKNOWN", facts(decided(APPROVES, BEFORE, filed=LATE))),
    ("VOTE_ORDER_UNKNOWN", facts(decided(APPROVES, BEFORE, filed=(NEAR,)))),
    ("VOTE_ORDER_UNKNOWN", facts(decided(APPROVES, BEFORE, filed=LATE), anchor=SEEN)),
    ("VOTE_ORDER_UNKNOWN", facts(decided(APPROVES, AFTER, filed=EARLY))),
    ("VOTE_ORDER_UNKNOWN", facts(decided(APPROVES, AFTER, filed=(NEAR,)), coverage="partial")),
    ("VOTE_BEFORE", facts(decided(APPROVES, BEFORE, filed=EARLY))),
    ("VOTE_AFTER", facts(decided(APPROVES, AFTER, filed=LATE))),
    ("VOTE_BEFORE", facts(decided(APPROVES, BEFORE), decided(APPROVES, AFTER, filed=EARLY))),
    ("VOTED_DOWN", facts(decided(REJECTS, BEFORE, filed=LATE))),
    ("VOTED_UNSIGNED", facts(decided(APPROVES, BEFORE, filed=LATE), anchor=None)),
    ("CANNOT_TELL", facts(decided(ENDS, AFTER, filed=EARLY))),
    ("CANNOT_TELL", facts(decided(ENDS, AFTER, filed=EARLY), gone_by=GONE, leaving="complete",
                          leaving_expected=3)),
    ("CANNOT_TELL", facts(decided(ENDS, BEFORE, filed=LATE), gone_by=GONE)),
    ("ENDED_STILL_LISTED", facts(decided(ENDS, AFTER, filed=LATE))),
    ("VOTE_AFTER", facts(decided(APPROVES, AFTER, filed=(date(2026, 3, 9),)),
                         decided(ENDS, LATE[0]))),
    # how it was entered
    ("VOTE_BEFORE", facts(decided(APPROVES, BEFORE))),
    ("VOTE_BEFORE", facts(decided(REJECTS, date(2025, 6, 1)), decided(APPROVES, BEFORE))),
    ("VOTE_BEFORE", facts(decided(APPROVES, BEFORE), decided(APPROVES, NEAR))),
    ("VOTE_BEFORE", facts(decided(APPROVES, date(2024, 1, 9)), coverage="none")),
    ("VOTE_BEFORE", facts(decided(APPROVES, SIGNED - timedelta(days=1)), anchor=SEEN)),
    ("VOTE_BEFORE", facts(decided(APPROVES, BEFORE), expectation="contested")),
    ("VOTE_BEFORE", facts(decided(APPROVES, BEFORE), expectation="unknown", coverage="partial")),
    ("VOTE_ORDER_UNKNOWN", facts(decided(APPROVES, NEAR))),
    ("VOTE_ORDER_UNKNOWN", facts(decided(APPROVES, FIRST))),
    ("VOTE_ORDER_UNKNOWN", facts(decided(APPROVES, SIGNED))),
    ("VOTE_ORDER_UNKNOWN", facts(decided(APPROVES, SIGNED), anchor=SEEN)),
    ("VOTE_ORDER_UNKNOWN", facts(decided(APPROVES, BEFORE), decided(REJECTS, NEAR))),
    ("VOTE_AFTER", facts(decided(APPROVES, AFTER))),
    ("VOTE_AFTER", facts(decided(REJECTS, BEFORE), decided(APPROVES, AFTER))),
    ("VOTE_AFTER", facts(decided(APPROVES, date(2026, 8, 1)), coverage="partial")),
    ("VOTE_AFTER", facts(decided(APPROVES, SIGNED + timedelta(days=1)), anchor=SEEN)),
    ("VOTED_UNSIGNED", facts(decided(APPROVES, BEFORE), anchor=None)),
    ("VOTED_DOWN", facts(decided(REJECTS, BEFORE))),
    ("VOTED_DOWN", facts(decided(REJECTS, AFTER), coverage="partial")),
    ("NO_DECISION", facts(decided(NOTHING, BEFORE))),
    ("NO_DECISION", facts(decided(NOTHING, BEFORE), coverage="complete_to_date", awaited=True)),
    ("AGENDA_NO_VOTE", facts(mentions=(mention("agenda", BEFORE),))),
    ("AGENDA_NO_VOTE", facts(mentions=(mention("discussion", AFTER), mention("agenda", BEFORE)))),
    ("DISCUSSED_ONLY", facts(mentions=(mention("discussion", BEFORE),))),
    ("DISCUSSED_ONLY", facts(mentions=(mention("comment", AFTER),), coverage="complete_to_date")),
    ("NO_VOTE_FOUND", facts()),
    ("NONE_SO_FAR", facts(closed=False)),
    ("NONE_SO_FAR", facts(coverage="complete_to_date", awaited=True)),
    ("NONE_SO_FAR", facts(closed=False, mentions=(mention("agenda", date(2025, 12, 9)),))),
    ("CANNOT_TELL", facts(coverage="partial")),
    ("CANNOT_TELL", facts(coverage="none")),
    ("CANNOT_TELL", facts(read_before=0)),
    ("CANNOT_TELL", facts(anchor=DOUBT)),
    ("CANNOT_TELL", facts(anchor=DOUBT, mentions=(mention("agenda", BEFORE),))),
    ("CANNOT_TELL", facts(expectation="unknown")),
    ("CANNOT_TELL", facts(coverage="partial", mentions=(mention("agenda", BEFORE),))),
    ("CANNOT_TELL", facts(decided(NOTHING, BEFORE), coverage="partial")),
    ("CANNOT_TELL", facts(decided(UNCLEAR, BEFORE))),
    ("CANNOT_TELL", facts(decided(UNCLEAR, BEFORE), decided(APPROVES, BEFORE))),
    ("CANNOT_TELL", facts(decided(UNCLEAR, None), expectation="contested")),
    ("CANNOT_TELL", facts(decided(APPROVES, date(2025, 6, 1)), decided(ENDS, BEFORE))),
    ("NO_BODY_VOTES", facts(expectation="contested")),
    ("NO_BODY_VOTES", facts(expectation="not_local", coverage="partial")),
    ("NO_BODY_VOTES", facts(expectation="contested", coverage="not_monitored")),
    ("NO_BODY_VOTES", facts(decided(NOTHING, BEFORE), expectation="contested")),
    ("NOT_MONITORED", facts(coverage="not_monitored")),
    ("NOT_MONITORED", facts(coverage="not_monitored", anchor=DOUBT)),
    # how it ended
    ("ENDED_STILL_LISTED", facts(decided(APPROVES, BEFORE), decided(ENDS, AFTER), lists=LATER)),
    ("ENDED_STILL_LISTED", facts(decided(ENDS, AFTER))),
    ("DELISTED_AFTER_VOTE", facts(decided(APPROVES, BEFORE), decided(ENDS, AFTER), gone_by=GONE)),
    ("DELISTED_AFTER_VOTE", facts(decided(ENDS, AFTER), gone_by=GONE, coverage="partial")),
    ("DELISTED_NO_VOTE", facts(gone_by=GONE, leaving="complete", leaving_expected=5)),
    ("DELISTED_NO_VOTE",
     facts(decided(APPROVES, BEFORE), gone_by=GONE, leaving="complete", leaving_expected=1)),
    # gone, and how it ended cannot be told
    ("VOTE_BEFORE", facts(decided(APPROVES, BEFORE), gone_by=GONE, leaving="partial")),
    ("VOTE_BEFORE", facts(decided(APPROVES, BEFORE), gone_by=GONE, leaving="complete")),
    ("NO_BODY_VOTES",
     facts(expectation="contested", gone_by=GONE, leaving="complete", leaving_expected=3)),
    ("CANNOT_TELL", facts(anchor=DOUBT, gone_by=GONE, leaving="complete", leaving_expected=3)),
    ("VOTE_BEFORE",
     facts(decided(APPROVES, BEFORE), decided(ENDS, AFTER), decided(APPROVES, LATER[0]))),
]  # fmt: skip


@pytest.mark.parametrize(("label", "known"), TABLE)
def test_the_table(label: str, known: Facts) -> None:
    assert verdict(known).label == label


def test_every_label_of_the_design_is_in_the_table() -> None:
    assert {label for label, _ in TABLE} == {
        "VOTE_BEFORE", "VOTE_ORDER_UNKNOWN", "VOTE_AFTER", "VOTED_UNSIGNED", "VOTED_DOWN",
        "NO_DECISION", "AGENDA_NO_VOTE", "DISCUSSED_ONLY", "NO_VOTE_FOUND", "NONE_SO_FAR",
        "CANNOT_TELL", "NO_BODY_VOTES", "NOT_MONITORED", "ENDED_STILL_LISTED",
        "DELISTED_AFTER_VOTE", "DELISTED_NO_VOTE",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("known", "entered"),
    [
        (facts(decided(APPROVES, BEFORE), decided(ENDS, AFTER), gone_by=GONE), "VOTE_BEFORE"),
        (facts(decided(ENDS, AFTER), gone_by=GONE), "NO_VOTE_FOUND"),
        (facts(decided(ENDS, AFTER), gone_by=GONE, coverage="partial"), "CANNOT_TELL"),
    ],
)
def test_an_ended_agreement_keeps_how_it_was_entered(known: Facts, entered: str) -> None:
    found = verdict(known)
    assert (found.entered, found.ended) == (entered, "DELISTED_AFTER_VOTE")
    assert not found.untold_end


def test_a_row_that_is_gone_without_an_ending_says_so() -> None:
    assert verdict(facts(decided(APPROVES, BEFORE), gone_by=GONE)).untold_end


def overlays(known: Facts) -> set[str]:
    return set(verdict(known).overlays)


@pytest.mark.parametrize(
    ("known", "provisional"),
    [
        (facts(decided(APPROVES, BEFORE, minutes_status="draft")), True),
        (facts(decided(APPROVES, BEFORE, minutes_status="approved")), False),
        (facts(decided(APPROVES, BEFORE), closed=False), True),
        (facts(decided(APPROVES, AFTER), awaited=True, coverage="complete_to_date"), True),
        (facts(closed=False), True),
        (facts(), False),
        (facts(coverage="partial", awaited=True), False),
        (facts(decided(ENDS, AFTER), lists=LATER), False),
        (facts(decided(ENDS, AFTER), lists=LATER[:1]), True),
        (facts(decided(ENDS, AFTER), lists=(date(2025, 11, 12), date(2025, 11, 20))), True),
        (facts(decided(ENDS, AFTER, minutes_status="draft"), lists=LATER), True),
        (facts(decided(APPROVES, BEFORE), anchor=None, lists=LATER), False),
        (facts(decided(APPROVES, BEFORE), anchor=None, lists=LATER[:1]), True),
        (facts(decided(APPROVES, date(2026, 8, 1)), anchor=None,
               lists=(date(2026, 8, 3), date(2026, 8, 10))), True),
    ],
)  # fmt: skip
def test_provisional(known: Facts, provisional: bool) -> None:
    assert ("PROVISIONAL" in overlays(known)) is provisional


def test_the_other_overlays() -> None:
    known = facts(
        expectation="contested", record_changed=True, unverified=True,
        state_overlays=("STATE_MANDATE",),
    )  # fmt: skip
    assert overlays(known) == {"CONTESTED", "RECORD_CHANGED", "SOURCE_UNVERIFIED", "STATE_MANDATE"}
    assert overlays(facts()) == set()


@pytest.mark.parametrize(
    ("known", "lead", "read_twice"),
    [
        (facts(decided(APPROVES, BEFORE)), "medium", "medium"),
        (facts(decided(APPROVES, BEFORE), anchor=SEEN), "high", "high"),
        (facts(decided(APPROVES, BEFORE, minutes_status="draft"), anchor=SEEN), "medium", "medium"),
        (facts(decided(APPROVES, BEFORE, doubts=("count",)), anchor=SEEN), "medium", "medium"),
        (facts(decided(APPROVES, NEAR)), "medium", "medium"),
        (facts(decided(APPROVES, AFTER), anchor=SEEN), "high", "high"),
        (facts(decided(APPROVES, AFTER), anchor=SEEN, coverage="partial"), "medium", "medium"),
        (facts(decided(REJECTS, BEFORE)), "high", "high"),
        (facts(decided(REJECTS, BEFORE), coverage="partial"), "medium", "medium"),
        (facts(decided(APPROVES, BEFORE), anchor=None), "high", "high"),
        (facts(decided(NOTHING, BEFORE)), "lead", "medium"),
        (facts(mentions=(mention("agenda", BEFORE),)), "lead", "high"),
        (facts(mentions=(mention("comment", BEFORE),)), "lead", "medium"),
        (facts(), "lead", "medium"),
        (facts(closed=False), "lead", "lead"),
        (facts(coverage="partial"), None, None),
        (facts(expectation="contested"), None, None),
        (facts(decided(ENDS, AFTER), lists=LATER), "high", "high"),
        (facts(gone_by=GONE, leaving="complete", leaving_expected=4), "lead", "medium"),
    ],
)
def test_confidence_is_capped_until_two_people_have_read(
    known: Facts, lead: str | None, read_twice: str | None
) -> None:
    assert verdict(known).confidence == lead
    assert verdict(known, "read").confidence == lead
    for state in ("read_twice", "replied", "cleared", "published"):
        assert verdict(known, state).confidence == read_twice


_EFFECTS = st.sampled_from([APPROVES, REJECTS, ENDS, KEEPS, NOTHING, UNCLEAR])
_DAYS = st.dates(date(2024, 6, 1), date(2026, 6, 1))
_DECISIONS = st.lists(st.tuples(_EFFECTS, _DAYS), max_size=4).map(
    lambda pairs: tuple(decided(e, d) for e, d in sorted(pairs, key=lambda p: p[1]))
)


@given(
    decisions=_DECISIONS,
    coverage=st.sampled_from(["partial", "none", "not_monitored"]),
    expectation=st.sampled_from(["expected", "contested", "not_local", "unknown"]),
    closed=st.booleans(),
    mentions=st.lists(st.tuples(st.sampled_from(["agenda", "comment"]), _DAYS), max_size=3),
)
def test_no_negative_without_coverage(
    decisions: tuple[Decision, ...], coverage: str, expectation: str, closed: bool,
    mentions: list[tuple[str, date]],
) -> None:  # fmt: skip
    known = facts(
        *decisions, coverage=coverage, expectation=expectation, closed=closed,
        mentions=tuple(mention(k, d) for k, d in mentions),
    )  # fmt: skip
    found = verdict(known)
    assert found.entered not in {
        "NO_VOTE_FOUND", "NONE_SO_FAR", "AGENDA_NO_VOTE", "DISCUSSED_ONLY", "NO_DECISION",
    }  # fmt: skip


@given(decisions=_DECISIONS)
def test_a_recorded_vote_stands_whatever_is_missing(decisions: tuple[Decision, ...]) -> None:
    def entered(coverage: str) -> Verdict:
        return verdict(facts(*decisions, coverage=coverage))

    if any(d.effect in (APPROVES, REJECTS) for d in decisions):
        assert entered("complete").entered == entered("none").entered
