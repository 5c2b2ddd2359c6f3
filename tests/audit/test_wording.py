"""Sentences: what they say for each label, and the words that are never written."""

from __future__ import annotations

import dataclasses
import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.assemble import finding
from audit.authority import authority
from audit.bodies import HeldDocument, Look
from audit.case import Held, Lists, build, link
from audit.decisions import record
from audit.explain import explain
from audit.matching import Match
from audit.phrases import FORBIDDEN, dates, long_date, temperate, voted
from audit.signings import terms
from audit.values import Finding
from audit.wording import signer
from tests.audit.build import (
    agenda,
    agreement,
    at,
    body,
    chain,
    flag,
    meeting_days,
    minutes,
    motion,
)
from tests.audit.test_verdict import APPROVES, decided

DAYS = meeting_days(date(2025, 2, 1), date(2026, 2, 28))
WEEKLY = [Look(at(DAYS[0] + timedelta(days=7 * n)), "ok", "s1") for n in range(41)]
LISTS = tuple(date(2025, 10, 6) + timedelta(days=14 * n) for n in range(24))
NOW = at(date(2026, 9, 14))
BEFORE, NEAR, AFTER = date(2025, 8, 12), date(2025, 10, 1), date(2025, 11, 11)


def case(
    documents: list[HeldDocument], *, expectation: str = "expected", now: Any = NOW,
    signed: date | None = date(2025, 10, 1), looks: Any = (),
    cadence: str = "second Tuesday", **more: Any,
) -> Finding:  # fmt: skip
    """The finding of one agreement whose body holds these documents."""
    one = agreement(signed, **more)
    council = body(documents, looks=looks, cadence=cadence)
    held = [Held(council, record(council))]
    who = Match(one.agency, "PA", None, None, "police", "municipal_council", expectation, (), "")
    linked = link(one, held, {})
    (term, *_) = terms(one, linked.decisions, None)
    axis = authority(who, term.anchor.last, settled=expectation == "expected")
    return finding(build(one, term, axis, held, linked, Lists(LISTS), now))


def with_motion(day: date, **more: Any) -> list[HeldDocument]:
    before = max(d for d in DAYS if d < day)
    return [
        minutes(day, [before], motions=[motion(**more)]) if d.meeting_date == day else d
        for d in chain([*sorted({*DAYS, day})])
    ]


SENTENCES = [
    (case(with_motion(BEFORE, ayes=5, nays=2)),
     ("Fernwick Borough Council voted 5-2 on 12 August 2025 to approve the agreement, per its "
     "approved minutes, p. 1.")),
    (case(with_motion(BEFORE, method="unanimous")),
     ("Fernwick Borough Council voted unanimously on 12 August 2025 to approve the agreement, per "
     "its approved minutes, p. 1.")),
    (case(with_motion(NEAR)),
     ("Fernwick Borough Council voted on 1 October 2025; ICE lists the agreement as signed "
     "1 October 2025. We have not seen the local signature date.")),
    (case(with_motion(AFTER, ayes=4, nays=3, abstain=1)),
     ("ICE lists it as signed 1 October 2025; the minutes of Fernwick Borough Council record a "
     "vote on 11 November 2025, 41 days later.")),
    (case(with_motion(AFTER), agency_signed=date(2025, 11, 10)),
     ("The agency signed on 10 November 2025; the minutes of Fernwick Borough Council record a "
     "vote on 11 November 2025, 1 day later.")),
    (case(with_motion(BEFORE, result="failed", ayes=2, nays=5)),
     ("Fernwick Borough Council voted 2-5 on 12 August 2025 against the agreement, per its "
     "approved minutes, p. 1.")),
    (case(with_motion(BEFORE, result="tabled")),
     ("The minutes of 12 August 2025 record a motion to approve it, tabled; we found no later "
     "vote.")),
    (case([*chain(DAYS), agenda(BEFORE, flags=[flag()])]),
     "The item was listed for 12 August 2025. The minutes record no vote on it."),
    (case(chain(DAYS)),
     ("We found no record of a public vote on this agreement in 9 of 9 minutes of Fernwick "
     "Borough Council between 21 March 2025 and 30 December 2025.")),
    (case(chain([d for d in DAYS if d < date(2025, 11, 1)]), now=at(date(2025, 11, 20)),
          looks=WEEKLY),
     ("So far we found no record of a public vote: 7 of 7 minutes we could have by now are read; "
     "awaited: 11 November 2025, 9 December 2025.")),
    (case([d for d in chain(DAYS) if d.meeting_date != BEFORE]),
     "We could not tell: 1 of 9 meetings have no minutes we could obtain (12 August 2025)."),
    (case([d for d in chain(DAYS) if d.meeting_date != BEFORE], expectation="unknown"),
     "We could not tell: which body answers is not settled."),
    (case(chain(DAYS), signed=None),
     ("We could not tell when it was signed: SIGNED is blank on ICE's list; first on the list "
     "saved 6 October 2025.")),
    (case(with_motion(AFTER, direction="end", ayes=4, nays=3)),
     ("We found no record of a public vote to enter this agreement in 9 of 9 minutes of Fernwick "
     "Borough Council between 21 March 2025 and 30 December 2025. Fernwick Borough Council voted "
     "4-3 to end it on 11 November 2025; still on ICE's list saved 24 August 2026.")),
    (case(with_motion(AFTER, direction="end", ayes=4, nays=3), gone=date(2025, 12, 3),
          last=date(2025, 12, 1)),
     ("We found no record of a public vote to enter this agreement in 9 of 9 minutes of Fernwick "
     "Borough Council between 21 March 2025 and 30 December 2025. Fernwick Borough Council voted "
     "4-3 to end it on 11 November 2025; no longer on ICE's list saved 3 December 2025.")),
    (case(with_motion(BEFORE, ayes=5, nays=2), gone=date(2025, 12, 3), last=date(2025, 12, 1)),
     ("Fernwick Borough Council voted 5-2 on 12 August 2025 to approve the agreement, per its "
     "approved minutes, p. 1. It disappeared from the list between 1 December 2025 and 3 December "
     "2025; we found no vote to end it in 3 of 3 minutes of Fernwick Borough Council between "
     "6 October 2025 and 2 January 2026.")),
]  # fmt: skip


@pytest.mark.parametrize(("found", "sentence"), SENTENCES)
def test_sentences(found: Finding, sentence: str) -> None:
    assert found.wording == sentence


def test_a_row_that_left_with_a_gap_says_that_the_end_cannot_be_told() -> None:
    held = [d for d in with_motion(BEFORE) if d.meeting_date != AFTER]
    found = case(held, gone=date(2025, 12, 3), last=date(2025, 12, 1))
    assert (found.label, found.ended) == ("VOTE_BEFORE", None)
    assert found.wording.endswith(
        "It left ICE's list between 1 December 2025 and 3 December 2025; how it ended cannot be "
        "told."
    )


def test_phrases() -> None:
    assert long_date(date(2026, 3, 10)) == "10 March 2026"
    assert dates([date(2026, 3, 10), date(2026, 2, 1)]) == "1 February 2026, 10 March 2026"
    assert dates(date(2026, 1, n) for n in range(1, 16)).endswith("12 January 2026 and 3 more")
    assert voted(decided(APPROVES, BEFORE)) == "voted"
    assert temperate("the server refused") == ""
    assert temperate("Hidden Valley") == "Hidden Valley"


_MOTIONS = st.builds(
    motion,
    direction=st.sampled_from(["adopt", "reject", "end", "postpone", "other"]),
    result=st.sampled_from(["passed", "failed", "tabled", "withdrawn", "no_second", "unknown"]),
    ayes=st.none() | st.integers(0, 9),
    nays=st.none() | st.integers(0, 9),
    method=st.sampled_from(["roll_call", "voice", "unanimous", "unknown"]),
)
_FLAGS = st.builds(flag, relevance=st.sampled_from(["agreement", "discussion", "public_comment"]))


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """Any finding of a council with monthly minutes, some missing, some unread, some with votes."""
    documents = []
    for document in chain(DAYS):
        fate = draw(st.sampled_from(["held"] * 6 + ["gone", "unread", "vote", "talk", "failed"]))
        version = document.versions[0]
        if fate == "unread":
            version = dataclasses.replace(version, pages_unread=1)
        if fate == "failed":
            version = dataclasses.replace(version, state="refused", why="the server refused it")
        if fate == "vote":
            moved = draw(_MOTIONS)
            version = dataclasses.replace(version, motions=(moved,), flags=(flag(),))
        if fate == "talk":
            version = dataclasses.replace(version, flags=(draw(_FLAGS),))
        if fate != "gone":
            documents.append(dataclasses.replace(document, versions=(version,)))
    gone = draw(st.none() | st.dates(date(2025, 11, 1), date(2026, 2, 1)))
    looks = draw(st.lists(st.integers(0, 70), max_size=8))
    return case(
        documents,
        expectation=draw(st.sampled_from(["expected", "expected", "contested", "unknown"])),
        now=at(draw(st.dates(date(2025, 10, 7), date(2026, 9, 30)))),
        signed=draw(st.none() | st.dates(date(2025, 8, 1), date(2025, 10, 8))),
        looks=[Look(at(DAYS[0] + timedelta(days=7 * n)), "ok", "s1") for n in looks],
        gone=gone,
        last=gone - timedelta(days=2) if gone else None,
    )


@settings(max_examples=200, deadline=None)
@given(findings())
def test_no_finding_says_a_forbidden_word_and_each_says_something(found: Finding) -> None:
    content = found.as_json()
    assert not FORBIDDEN.search(json.dumps(content, ensure_ascii=False))
    assert not FORBIDDEN.search(explain(content))
    assert found.wording.endswith(".")
    assert "None" not in found.wording
    assert found.label == (found.ended or found.entered)


@settings(max_examples=150, deadline=None)
@given(findings())
def test_a_negative_always_rests_on_a_whole_table(found: Finding) -> None:
    if found.entered in ("NO_VOTE_FOUND", "NONE_SO_FAR"):
        assert found.coverage["missing"] == []
        (table,) = found.tables
        assert table.verdict in ("complete", "complete_to_date")
    if found.entered == "NO_VOTE_FOUND":
        assert found.coverage["awaited"] == []
        assert found.coverage["held"] == found.coverage["expected"]
        assert found.axes["coverage"] == "complete"


@settings(max_examples=40, deadline=None)
@given(st.dates(date(2025, 11, 1), date(2026, 9, 30)), st.integers(6, 22))
def test_content_does_not_depend_on_the_hour(day: date, hour: int) -> None:
    documents = [d for d in chain(DAYS) if d.versions[0].captured_at.date() <= day]
    morning, later = (case(documents, now=at(day, h), looks=WEEKLY) for h in (5, hour))
    assert morning.as_json() == later.as_json()


@pytest.mark.parametrize(
    ("title", "opens"),
    [
        ("Chief of Police", "The Chief of Police"),
        ("CHIEF OF POLICE", "The Chief of Police"),
        ("The Sheriff", "The Sheriff"),
        ("Sheriff, Fernwick County", "The Sheriff"),
        ("Chief of Police/Director", "The Chief of Police"),
        ("Sheriff of  Fernwick County", "The Sheriff of Fernwick County"),
        ("Secretary of the Board", "The agency"),  # "secret..." is never written
        ("Chief 3/7/2026", "The agency"),
        ("x", "The agency"),
        ("", "The agency"),
    ],
)
def test_the_signers_office_opens_the_sentence(title: str, opens: str) -> None:
    assert signer(title) == opens


@pytest.mark.parametrize(
    ("printed", "filed", "label", "both"),
    [
        (date(2025, 1, 14), date(2026, 1, 13), "VOTE_ORDER_UNKNOWN", True),
        (date(2026, 1, 13), date(2025, 1, 14), "VOTE_ORDER_UNKNOWN", True),
        (date(2025, 8, 12), date(2025, 8, 13), "VOTE_BEFORE", False),
        (date(2025, 11, 11), date(2025, 11, 12), "VOTE_AFTER", False),
    ],
)
def test_minutes_with_two_dates_on_two_sides_of_the_signature(
    printed: date, filed: date, label: str, both: bool
) -> None:
    told = case([minutes(printed, listed=filed, motions=[motion(ayes=5, nays=0)])])
    assert told.label == label
    reasons = [one for one in told.reasons if "filed under" in one]
    if not both:
        assert "filed under" not in told.wording
        assert reasons == []
        return
    assert told.wording == (
        f"Fernwick Borough Council voted 5-0 on {long_date(printed)} by the date its minutes "
        f"print, {long_date(filed)} by the one they are filed under; ICE lists the agreement as "
        "signed 1 October 2025. Which date is the vote's is not on record."
    )
    assert told.confidence == "medium"
    assert str(printed) in reasons[0]
    assert str(filed) in reasons[0]
