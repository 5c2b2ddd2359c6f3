"""What documents say of when a body meets, and what that does to its coverage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session

from audit.bodies import BodyRecord, HeldDocument, Version
from audit.coverage import coverage
from audit.papers import papers
from audit.record import load
from audit.schedules import ANNOUNCED, EARLIER, PRINTED, STATED, foreseen, rhythms
from audit.values import Coverage
from tests.audit import shelf
from tests.audit.build import at, body, chain, meeting_days, minutes, sha

START, END = date(2025, 4, 1), date(2026, 1, 2)
DAYS = meeting_days(date(2025, 3, 1), date(2026, 2, 28))
INSIDE = [day for day in DAYS if START <= day <= END]
NOW = at(date(2026, 9, 14))


def printed(*days: date, fetched: date = date(2025, 1, 10), name: str = "schedule") -> HeldDocument:
    """A printed schedule, listed among other papers."""
    version = Version(sha(f"{name} {days}"), at(fetched), kind="other", scheduled=days)
    return HeldDocument(name, "other", f"https://town.example/{name}", None, (version,))


def saying(document: HeldDocument, **more: Any) -> HeldDocument:
    """The same document, in which something more was read."""
    return replace(document, versions=(replace(document.versions[0], **more),))


def judged(record: BodyRecord) -> Coverage:
    return coverage(record, START, END, NOW)


def states(found: Coverage) -> dict[date, str]:
    return {meeting.date: meeting.state for meeting in found.meetings}


def test_a_printed_schedule_is_a_signal_and_names_what_is_missing() -> None:
    documents = [*chain(DAYS), printed(*DAYS)]
    found = judged(body(documents, cadence=None))
    assert (found.verdict, found.signals) == ("complete", ("list", "minutes", "schedule"))
    assert PRINTED in found.meetings[0].why_expected
    assert sha(f"schedule {DAYS}") in found.meetings[0].evidence
    extra = INSIDE[3] + timedelta(days=9)
    found = judged(body([*chain(DAYS), printed(*DAYS, extra)], cadence=None))
    assert (found.verdict, states(found)[extra]) == ("partial", "missing")


def test_a_page_of_links_speaks_of_meetings_and_is_a_record_of_none() -> None:
    """Whatever its text reads like: its dates are expected, and close no meeting."""
    missing = INSIDE[4]
    text = Version(sha("page"), at(date(2025, 1, 10)), kind="minutes", meeting_date=missing,
                   scheduled=tuple(DAYS), approves=(INSIDE[3],))  # fmt: skip
    page = HeldDocument("page", "page", "https://town.example/", None, (text,))
    held = [one for one in chain(DAYS) if one.meeting_date != missing]
    found = judged(body([*held, page], cadence=None))
    assert states(found)[missing] == "missing"
    assert PRINTED in found.meetings[0].why_expected


def test_a_schedule_changed_in_mid_year_keeps_both() -> None:
    dropped, added = INSIDE[3] + timedelta(days=9), INSIDE[5] + timedelta(days=9)
    old = printed(*DAYS, dropped)
    new = printed(*DAYS, added, fetched=date(2025, 6, 20), name="schedule, revised")
    found = {f.day: f.signal for f in foreseen(papers(body([old, new])), START, END)}
    assert (found[added], found[dropped]) == (PRINTED, EARLIER)
    table = states(judged(body([*chain(DAYS), old, new])))
    assert table[added] == "missing"
    assert table[dropped] == "not_held"  # the minutes before and after name each other


def test_rhythms_hold_from_the_day_they_are_stated_until_another_is() -> None:
    documents = chain(DAYS)
    documents[0] = saying(documents[0], meets=("second tuesday",))
    documents[2] = saying(documents[2], meets=("second tuesday",))
    documents[5] = saying(documents[5], meets=("second and fourth tuesday",))
    first, second = rhythms(papers(body(documents)))
    assert (first.words, first.first) == ({"second tuesday"}, DAYS[0])
    assert first.last == DAYS[5] - timedelta(days=1)
    assert (second.words, second.first) == ({"second and fourth tuesday"}, DAYS[5])
    found = judged(body(documents, cadence=None))
    assert "schedule" in found.signals
    added = [day for day in states(found) if day not in INSIDE]
    assert added
    assert min(added) > DAYS[5]
    assert {states(found)[day] for day in added} == {"not_held"}  # the chain spans them
    broken = [*documents[:7], minutes(DAYS[7]), *documents[8:]]
    table = states(judged(body(broken, cadence=None)))
    assert "missing" in {table[day] for day in added}


def test_an_announced_meeting_is_expected_unless_one_close_by_and_the_chain_stand_for_it() -> None:
    day, number = INSIDE[4] + timedelta(days=3), DAYS.index(INSIDE[4])
    documents = chain(DAYS)
    documents[number] = saying(documents[number], next_meeting=day)
    table = judged(body(documents))
    # it may have been a special one, whose minutes the next ones need not name
    assert states(table)[day] == "missing"
    assert ANNOUNCED in next(m for m in table.meetings if m.date == day).why_expected
    moved = DAYS[number + 1] + timedelta(days=2)
    days = [*DAYS[: number + 1], moved, *DAYS[number + 2 :]]
    documents = chain(days)
    documents[number] = saying(documents[number], next_meeting=DAYS[number + 1])
    assert states(judged(body(documents)))[DAYS[number + 1]] == "not_held"
    documents[number + 1] = minutes(moved)
    assert states(judged(body(documents)))[DAYS[number + 1]] == "missing"


_SAID = st.sampled_from(
    [("second tuesday",), ("first monday",), ("fourth thursday except july",), ("gibberish",), ()]
)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(DAYS) - 1), st.integers(1, 60), _SAID), max_size=4),
    st.lists(st.dates(START, END), max_size=6),
    st.sets(st.integers(0, len(DAYS) - 1), max_size=3),
)
def test_what_documents_say_only_ever_adds(
    said: list[tuple[int, int, tuple[str, ...]]], listed: list[date], gone: set[int]
) -> None:
    """Order: no meeting leaves the table, none becomes better than it was."""
    plain = [d for n, d in enumerate(chain(DAYS)) if n not in gone]
    told = {DAYS[n]: (DAYS[n] + timedelta(days=after), meets) for n, after, meets in said}
    speaking = [
        saying(d, next_meeting=told[d.meeting_date][0], meets=told[d.meeting_date][1])
        if d.meeting_date in told else d
        for d in plain
    ]  # fmt: skip
    before = judged(body(plain))
    after = judged(body([*speaking, *([printed(*listed)] if listed else [])]))
    for meeting in before.meetings:
        now = next(m for m in after.meetings if m.date == meeting.date)
        assert now.state == meeting.state or (meeting.state, now.state) == ("not_held", "missing")
    if before.verdict == "partial":
        assert after.verdict == "partial"


def test_the_signals_have_names_a_person_understands() -> None:
    assert {PRINTED, EARLIER, STATED, ANNOUNCED} == {
        "printed schedule", "earlier printed schedule", "rhythm stated in documents",
        "announced as the next meeting",
    }  # fmt: skip


@pytest.mark.parametrize("role", ["notice", "other", "packet"])
def test_only_minutes_and_agendas_announce(role: str) -> None:
    document = saying(minutes(DAYS[3]), next_meeting=DAYS[3] + timedelta(days=5), kind=role)
    held = papers(body([replace(document, role=role)]))
    assert foreseen(held, START, END) == ()


def test_what_was_read_reaches_the_record(engine: Engine) -> None:
    def fact(name: str, value: str) -> dict[str, Any]:
        return {"name": name, "value": value, "quote": value, "page": 1, "start": 0, "end": 1,
                "rule": "test", "doubts": []}  # fmt: skip

    with Session(engine) as opened:
        shelf.borough(opened)
        day, after = DAYS[3], DAYS[4]
        facts = [fact("meets", "second tuesday"), fact("meeting_schedule", f"{day} {after}")]
        shelf.paper(opened, "minutes", day, at(after), next_meeting=str(after), facts=facts)
        shelf.paper(opened, "minutes", after, at(after), facts=[fact("body", "meets")])
        opened.flush()
        held = load(opened, [shelf.BODY])[shelf.BODY].documents
    first, second = (document.versions[0] for document in held)
    assert (first.next_meeting, first.scheduled) == (after, (day, after))
    assert (first.meets, second.meets) == (("second tuesday",), ())
