"""The knock-out test: nothing may be taken from a NO_VOTE_FOUND without the finding saying so."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.bodies import HeldDocument, Look
from audit.case import together
from audit.phrases import long_date
from audit.values import Coverage, Finding
from tests.audit.build import at, chain, meeting_days, minutes
from tests.audit.test_wording import DAYS, case

CADENCES = ["second Tuesday", "first and third Monday", "every other Thursday from 2025-01-02"]
INSIDE = [day for day in DAYS if date(2025, 3, 21) <= day <= date(2025, 12, 30)]


def missing(found: Finding) -> set[str]:
    return {one["date"] for one in found.coverage["missing"]}


def unread(document: HeldDocument) -> HeldDocument:
    version = dataclasses.replace(document.versions[0], pages=4, pages_unread=1)
    return replace(document, versions=(version,))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CADENCES), st.data(), st.sampled_from(["gone", "unread", "foreign"]))
def test_any_minutes_taken_from_any_rhythm(cadence: str, data: st.DataObject, how: str) -> None:
    days = meeting_days(date(2025, 2, 1), date(2026, 2, 28), cadence)
    documents = chain(days)
    assert case(documents, cadence=cadence).label == "NO_VOTE_FOUND"
    inside = [n for n, d in enumerate(days) if date(2025, 3, 21) <= d <= date(2025, 12, 30)]
    number = data.draw(st.sampled_from(inside))
    taken = documents[number]
    other = dataclasses.replace(taken.versions[0], body_printed="Fernwick Zoning Hearing Board")
    changed = {
        "gone": [], "unread": [unread(taken)], "foreign": [replace(taken, versions=(other,))],
    }[how]  # fmt: skip
    found = case([*documents[:number], *changed, *documents[number + 1 :]], cadence=cadence)
    assert found.label == "CANNOT_TELL"
    assert days[number].isoformat() in missing(found)
    assert long_date(days[number]) in found.wording


@pytest.mark.parametrize("day", INSIDE)
def test_minutes_that_may_still_come_leave_none_so_far(day: date) -> None:
    documents = [d for d in chain(DAYS) if d.meeting_date != day]
    looks = [Look(at(DAYS[0] + timedelta(days=7 * n)), "ok", "s1") for n in range(60)]
    now = at(max(day + timedelta(days=70), date(2026, 1, 5)))
    found = case(documents, now=now, looks=looks)
    waited = now.date() - day <= timedelta(days=75)
    assert found.label == ("NONE_SO_FAR" if waited else "CANNOT_TELL")
    named = set(found.coverage["awaited"]) if waited else missing(found)
    assert day.isoformat() in named


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(INSIDE) - 1), st.integers(1, 25))
def test_a_later_mention_of_a_meeting_nobody_listed(number: int, after: int) -> None:
    day = INSIDE[number] + timedelta(days=after)
    naming = next(d for d in DAYS if d > day)
    before = max(d for d in DAYS if d < naming)
    documents = [d for d in chain(DAYS) if d.meeting_date != naming]
    found = case([*documents, minutes(naming, [before, day])])
    if day <= date(2025, 12, 30):
        assert found.label == "CANNOT_TELL"
        assert missing(found) >= {day.isoformat()}
    else:
        assert found.label == "NO_VOTE_FOUND"


@pytest.mark.parametrize("number", range(2, len(INSIDE) - 1))
def test_a_broken_chain_without_looks(number: int) -> None:
    day = INSIDE[number]
    broken = [minutes(day) if d.meeting_date == day else d for d in chain(DAYS)]
    found = case(broken)
    assert found.label == "CANNOT_TELL"
    assert {one["what"] for one in found.coverage["missing"]} == {"look"}
    weekly = [Look(at(DAYS[0] + timedelta(days=7 * n)), "ok", "s1") for n in range(60)]
    assert case(broken, looks=weekly).label == "NO_VOTE_FOUND"
    holes = [k for k in weekly if not day - timedelta(days=50) < k.at.date() < day + timedelta(9)]
    assert case(broken, looks=holes).label == "CANNOT_TELL"


def table(verdict: str) -> Coverage:
    return Coverage("b", DAYS[0], DAYS[-1], verdict, ())


@pytest.mark.parametrize(
    ("verdicts", "wanted"),
    [
        ([], "not_monitored"),
        (["not_monitored"], "not_monitored"),
        (["complete", "complete"], "complete"),
        (["complete", "complete_to_date"], "complete_to_date"),
        (["complete", "partial"], "partial"),
        (["complete", "not_monitored"], "partial"),
        (["complete", "none"], "partial"),
        (["none", "none"], "none"),
    ],
)
def test_several_bodies_are_as_good_as_the_worst(verdicts: list[str], wanted: str) -> None:
    assert together([table(verdict) for verdict in verdicts]) == wanted
