"""The table of expected labels follows from what was drawn."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from demo.county import build
from demo.expected import EXPECTATIONS, EXPECTED
from demo.ice.agreements import COUNTY_AGREEMENTS
from demo.timeline import FIRST_LOOK, looks
from tests.demo import oracle

ALL_LABELS = {
    "VOTE_BEFORE",
    "VOTE_ORDER_UNKNOWN",
    "VOTE_AFTER",
    "VOTED_UNSIGNED",
    "VOTED_DOWN",
    "NO_DECISION",
    "AGENDA_NO_VOTE",
    "DISCUSSED_ONLY",
    "NO_VOTE_FOUND",
    "NONE_SO_FAR",
    "CANNOT_TELL",
    "NO_BODY_VOTES",
    "NOT_MONITORED",
    "ENDED_STILL_LISTED",
    "DELISTED_AFTER_VOTE",
    "DELISTED_NO_VOTE",
}


def test_the_table_says_what_the_facts_say() -> None:
    assert {key[:3]: key[3] for key in EXPECTED} == oracle.labels(build())


def test_every_label_of_the_design_has_its_body() -> None:
    assert {label for *_, label in EXPECTED} == ALL_LABELS


def test_no_agency_has_two_labels_for_one_signing() -> None:
    assert max(Counter(key[:3] for key in EXPECTED).values()) == 1


def test_every_expectation_says_why() -> None:
    assert all(expectation.why.endswith(".") for expectation in EXPECTATIONS)


def test_absence_is_shown_on_both_platforms() -> None:
    looks = {
        site.body.look
        for site in build().sites
        for agency, _, _, label in EXPECTED
        if label == "NO_VOTE_FOUND" and agency in site.body.answers_for
    }
    assert looks >= {"agendacenter", "links"}


@pytest.mark.parametrize(
    "agency", sorted(a for a, _, _, label in EXPECTED if label == "NO_VOTE_FOUND")
)
def test_the_windows_of_absence_are_closed_and_complete_at_the_first_look(agency: str) -> None:
    county = build()
    body = next(s.body for s in county.sites if agency in s.body.answers_for)
    signing = next(a for a in COUNTY_AGREEMENTS if a.agency == agency).signings[0]
    meetings = oracle.expected_meetings(county, body, signing)
    assert oracle.window(signing)[1] < FIRST_LOOK.date()
    assert len(meetings) >= 7
    assert all(any(d.role == "minutes" and d.at(FIRST_LOOK) for d in m.documents) for m in meetings)
    assert body.since <= oracle.window(signing)[0]


def test_the_last_week_has_news() -> None:
    """The demo ends with its last report: a vote, a replaced paper and a clock belong in it."""
    before, last = looks()[-2:]
    came = [
        (document, version)
        for site in build().sites
        for meeting in site.meetings
        for document in meeting.documents
        if (version := document.at(last)) != document.at(before) and site.trouble(last) is None
    ]
    assert any("287(g)" in v.paper.text for d, v in came if v and d.role == "minutes")
    assert any(document.at(before) for document, _ in came)
    year_later = [s.signed + timedelta(days=365) for a in COUNTY_AGREEMENTS for s in a.signings]
    assert any(last.date() <= day <= last.date() + timedelta(days=14) for day in year_later)
