"""A finding as `audit` writes it becomes a card."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from audit.values import Coverage, Event, Evidence, Finding, Gap, MeetingCoverage
from reports.cards import Shelf, card, cited_captures, cited_pages, order
from reports.evidence import Wanted
from reports.plain_card import quote
from reports.week import Copy

MINUTES, AGENDA = "ab" * 32, "cd" * 32
TEXT = "Moved to approve the agreement. Carried."
FINDING = Finding(
    key="pa-pike-hollow-tfm-2",
    agreement_id="pa-pike-hollow-tfm",
    agency="Pike Hollow\u202e Borough  Police Department",
    state="PA",
    model="Task Force Model",
    signing=2,
    spell=None,
    bodies=("pa-pike-hollow",),
    label="VOTE_AFTER",
    entered="VOTE_AFTER",
    ended=None,
    overlays=("PROVISIONAL",),
    confidence="medium",
    wording="ICE lists it as signed 1 February 2026; the minutes record a vote on 10 March 2026.",
    window=(date(2025, 8, 1), date(2026, 5, 1)),
    axes={"authority": "council", "vote_expectation": "expected", "listing": "listed"},
    vote={"date": "2026-03-10", "result": "passed", "direction": "adopt", "ayes": None,
          "nays": None, "abstain": None, "method": "unanimous", "minutes_status": "draft",
          "body": "pa-pike-hollow"},
    coverage={"expected": 2, "held": 1, "awaited": ["2026-04-14"],
              "missing": [{"date": "2026-02-10", "what": "minutes", "why": "not on the page"}]},
    evidence=(
        Evidence(MINUTES, "https://pikehollow.example/m.pdf", "minutes", date(2026, 3, 10), 1,
                 "approve the agreement", 9, 30, datetime(2026, 4, 1, 2, tzinfo=UTC), "the vote"),
    ),
    body_names=("Pike Hollow Borough Council",),
    tables=(
        Coverage("pa-pike-hollow", date(2025, 8, 1), date(2026, 5, 1), "partial",
                 (MeetingCoverage(date(2026, 3, 10), ("site list", "cadence"), "read", AGENDA,
                                  MINUTES, "draft"),
                  MeetingCoverage(date(2026, 2, 10), ("cadence",), "missing")),
                 (Gap(datetime(2025, 9, 1, tzinfo=UTC), datetime(2025, 11, 1, tzinfo=UTC),
                      "blocked"),)),
    ),
    events=(
        Event("ice_signed", date(2026, 2, 1)),
        Event("listed", date(2026, 2, 3)),
        Event("delisted", date(2026, 3, 1)),
        Event("listed", date(2026, 4, 1)),
        Event("vote", date(2026, 3, 10), "unanimous"),
    ),
    clocks=(("30 days from signing", date(2026, 3, 3)),),
    reasons=("The council answers for the department.",),
    county="Hadley",
    extra={"caps": {"lead": "medium", "read_twice": "high"}},
)  # fmt: skip
SHELF = Shelf({MINUTES: Copy(MINUTES, "captures/m.pdf")}, {(MINUTES, 1): (TEXT,)})


def test_everything_a_card_shows_is_read() -> None:
    made = card(FINDING.as_json(), "pa-pike-hollow-tfm-2.r3", SHELF, news="new")
    assert made.agency == "Pike Hollow Borough Police Department"
    assert made.place == "Hadley County, PA"
    assert (made.id, made.key, made.signing, made.news) == (
        "pa-pike-hollow-tfm-2.r3", "pa-pike-hollow-tfm-2", 2, "new"
    )  # fmt: skip
    assert made.vote is not None
    assert (made.vote.date, made.vote.tally, made.vote.status, made.vote.body) == (
        date(2026, 3, 10), "unanimous", "draft", "Pike Hollow Borough Council"
    )  # fmt: skip
    assert made.spells == ((date(2026, 2, 3), date(2026, 3, 1)), (date(2026, 4, 1), None))
    assert made.expectation == "expected"
    assert made.window == FINDING.window
    assert made.clocks[0].what == "30 days from signing"
    assert made.review == "lead"


def test_its_table_keeps_meetings_gaps_and_copies() -> None:
    (table,) = card(FINDING.as_json(), "x", SHELF).tables
    assert (table.body, table.verdict, table.expected) == (
        "Pike Hollow Borough Council", "partial", 2
    )  # fmt: skip
    assert table.gaps == ((date(2025, 9, 1), date(2025, 11, 1), "blocked"),)
    first = table.meetings[0]
    assert first.minutes == Copy(MINUTES, "captures/m.pdf")
    assert first.agenda is None


def test_its_quote_has_the_words_around_it() -> None:
    (quote,) = card(FINDING.as_json(), "x", SHELF).quotes
    assert quote.before + quote.passage + quote.after == TEXT
    assert quote.found
    assert not quote.cut_before
    assert not quote.cut_after
    (bare,) = card(FINDING.as_json(), "x", Shelf()).quotes
    assert not bare.found
    assert bare.copy.problem == "our copy was not made"


def test_an_address_that_is_no_web_address_is_not_linked() -> None:
    hostile = replace(FINDING.evidence[0], url="javascript:alert(1)")
    (quote,) = card(replace(FINDING, evidence=(hostile,)).as_json(), "x", SHELF).quotes
    assert quote.url is None


def test_cited_captures_are_passages_agendas_and_minutes() -> None:
    content = FINDING.as_json()
    assert set(cited_pages(content)) == {(MINUTES, 1)}
    name = "Pike Hollow Borough Council"
    assert set(cited_captures(content)) == {
        Wanted(MINUTES, date(2026, 3, 10), name, "minutes"),
        Wanted(AGENDA, date(2026, 3, 10), name, "agenda"),
    }


@pytest.mark.parametrize(
    ("county", "place"), [(None, "PA"), ("Hadley", "Hadley County, PA"), ("Hadley Parish",
                                                                          "Hadley Parish, PA")]
)  # fmt: skip
def test_places(county: str | None, place: str) -> None:
    assert card(replace(FINDING, county=county).as_json(), "x", SHELF).place == place


def test_a_review_by_people_outranks_the_state_it_was_found_with() -> None:
    content = FINDING.as_json()
    for state, confidence in (("lead", "medium"), ("read", "medium"), ("read_twice", "high")):
        made = card(content, "x", SHELF, review=state)
        assert (made.review, made.confidence) == (state, confidence)


def test_order_is_by_label_then_name() -> None:
    labels = ("VOTE_BEFORE", "NO_VOTE_FOUND", "CANNOT_TELL")
    cards = [card(replace(FINDING, label=one).as_json(), "x", SHELF) for one in labels]
    assert [one.label for one in sorted(cards, key=order)] == [
        "NO_VOTE_FOUND", "VOTE_BEFORE", "CANNOT_TELL"
    ]  # fmt: skip


def test_a_readers_copy_and_a_vote_without_minutes_are_told_as_such() -> None:
    handed = replace(FINDING.evidence[0], origin="import")
    by = {**(FINDING.vote or {}), "minutes_status": "unknown", "by": "the vendor's record of votes"}
    made = card(replace(FINDING, evidence=(handed,), vote=by).as_json(), "x.r1", SHELF)
    assert [one.handed for one in made.quotes] == [True]
    assert made.vote is not None
    assert made.vote.status == "the vendor's record of votes"
    (line, *_) = (one for one in quote(made.quotes[0]) if "page 1" in one)
    assert "minutes of 10 March 2026, supplied by a reader, page 1" in line
    assert [one.handed for one in card(FINDING.as_json(), "x.r1", SHELF).quotes] == [False]
