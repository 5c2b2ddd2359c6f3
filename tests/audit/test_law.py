"""The states' rules as data, and their clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.law import holidays
from audit.law.clock import Start, deadline, due_after, start_of
from audit.law.rules import (
    BUSINESS_DAYS,
    HOURS,
    OPEN_HOURS,
    WEEKDAY_HOURS,
    LawDamaged,
    Rule,
    checked_states,
    law_of,
)  # fmt: skip
from audit.phrases import FORBIDDEN

EAST = ZoneInfo("America/New_York")


def rule(value: int | str = 24, unit: str = HOURS) -> Rule:
    return Rule(
        state="PA", topic="agenda_posting", value=value, unit=unit, citation="c", trigger="t",
        evidence="e", mark="A", source="s", checked=date(2026, 1, 1),
    )  # fmt: skip


@pytest.mark.parametrize("state", checked_states())
def test_every_file_is_read_and_cites(state: str) -> None:
    law = law_of(state)
    assert law is not None
    assert law.state == state
    assert law.rules
    for one in law.rules:
        assert one.citation, one.id
        assert one.source, one.id
        assert one.trigger, one.id
        assert one.evidence, one.id
        assert not FORBIDDEN.search(one.words), one.id
    assert len({r.id for r in law.rules}) >= len(law.rules) - 2  # notices of two kinds of meeting


def test_the_states_of_the_reference_are_there_and_others_are_not_checked() -> None:
    assert len(checked_states()) == 28
    assert law_of("CA") is None
    assert law_of("zz") is None
    assert law_of("../law/pa") is None


@pytest.mark.parametrize(
    ("state", "topic", "day", "words"),
    [
        ("TX", "notice_regular", date(2025, 8, 31), "72 hours"),
        ("TX", "notice_regular", date(2025, 9, 1), "3 business days"),
        ("TX", "agenda_posting", date(2026, 5, 1), "3 business days"),
        ("PA", "agenda_posting", date(2021, 8, 28), None),
        ("PA", "agenda_posting", date(2021, 8, 29), "24 hours"),
        ("LA", "agenda_posting", date(2026, 5, 1), "24 hours, weekends and holidays not counted"),
        ("NH", "notice_regular", date(2026, 5, 1), "24 hours, Sundays and holidays not counted"),
        ("KS", "minutes", date(2026, 5, 1), "no"),
        ("AR", "minutes", date(2026, 5, 1), None),
        ("MS", "minutes_deadline", date(2026, 5, 1), "30 days"),
        ("NC", "yearly_schedule", date(2026, 5, 1), "yes"),
    ],
)
def test_the_rule_of_a_day(state: str, topic: str, day: date, words: str | None) -> None:
    law = law_of(state)
    assert law is not None
    found = law.rule(topic, day)
    assert (found.words if found else None) == words


def test_coleman_changes_how_off_agenda_votes_are_read() -> None:
    law = law_of("PA")
    assert law is not None
    before = law.rule("off_agenda", date(2025, 12, 14))
    after = law.rule("off_agenda", date(2025, 12, 15))
    assert before is not None
    assert after is not None
    assert "Coleman" not in before.citation
    assert "Coleman" in after.citation


def test_a_rule_speaks_of_its_meetings_only() -> None:
    law = law_of("PA")
    assert law is not None
    day = date(2026, 5, 1)
    assert law.rule("agenda_posting", day, meeting_kind="work_session") is None
    assert law.rule("agenda_posting", day, meeting_kind="unknown") is not None
    assert law.rule("notice_special", day, meeting_kind="special") is not None
    assert law.rule("notice_special", day, meeting_kind="regular") is None


MONDAY = datetime(2026, 8, 10, 19, 0, tzinfo=EAST)


@pytest.mark.parametrize(
    ("value", "unit", "start", "earliest", "latest"),
    [
        # calendar hours, over a change of the clocks: real hours
        (24, HOURS, date(2026, 8, 11), "2026-08-10T19:00", "2026-08-10T19:00"),
        (24, HOURS, date(2026, 3, 8), "2026-03-07T18:00", "2026-03-07T18:00"),
        # a Monday's 24 open hours reach back to Friday
        (24, OPEN_HOURS, date(2026, 8, 10), "2026-08-07T19:00", "2026-08-07T19:00"),
        (24, WEEKDAY_HOURS, date(2026, 8, 10), "2026-08-08T19:00", "2026-08-08T19:00"),
        # Labor Day is no open day
        (24, OPEN_HOURS, date(2026, 9, 8), "2026-09-04T19:00", "2026-09-04T19:00"),
        # the day after Thanksgiving is a holiday in some states only
        (24, OPEN_HOURS, date(2026, 11, 30), "2026-11-25T19:00", "2026-11-27T19:00"),
        # Monday the 6th of July 2026: the holiday is a Saturday, and Friday is kept by some
        (24, OPEN_HOURS, date(2026, 7, 6), "2026-07-02T19:00", "2026-07-03T19:00"),
        (3, BUSINESS_DAYS, date(2026, 7, 8), "2026-07-02T00:00", "2026-07-03T23:59"),
        # the clocks are changed on a Sunday, which no open-hours clock counts
        (24, OPEN_HOURS, date(2026, 3, 9), "2026-03-06T19:00", "2026-03-06T19:00"),
        (24, WEEKDAY_HOURS, date(2026, 11, 2), "2026-10-31T19:00", "2026-10-31T19:00"),
        (24, HOURS, date(2026, 11, 1), "2026-10-31T20:00", "2026-10-31T20:00"),
        # three business days before a Monday: Wednesday, counted in or not
        (3, BUSINESS_DAYS, date(2026, 8, 10), "2026-08-05T00:00", "2026-08-05T23:59"),
        (3, BUSINESS_DAYS, date(2026, 9, 10), "2026-09-04T00:00", "2026-09-04T23:59"),
    ],
)
def test_the_clock(value: int, unit: str, start: date, earliest: str, latest: str) -> None:
    begin = datetime.combine(start, time(19), EAST)
    due = deadline(Start(begin, begin), rule(value, unit))
    shown = [f"{m.astimezone(EAST):%Y-%m-%dT%H:%M}" for m in (due.earliest, due.latest)]
    assert shown == [earliest, latest]
    assert due.earliest.tzinfo == UTC


def test_an_unprinted_start_makes_the_deadline_an_interval() -> None:
    due = deadline(start_of(date(2026, 8, 11), (), EAST), rule())
    assert due.latest - due.earliest == timedelta(hours=23, minutes=59)
    printed = start_of(date(2026, 8, 11), (time(19), time(18, 30)), EAST)
    assert deadline(printed, rule()).latest - deadline(printed, rule()).earliest == timedelta(
        minutes=30
    )


def test_a_word_sets_no_clock() -> None:
    with pytest.raises(ValueError, match="sets no clock"):
        deadline(Start(MONDAY, MONDAY), rule("reasonable", "word"))


@given(
    day=st.dates(date(2021, 1, 8), date(2035, 1, 1)),
    value=st.integers(1, 168),
    unit=st.sampled_from([HOURS, OPEN_HOURS, WEEKDAY_HOURS]),
)
def test_deadlines_lie_before_the_meeting_and_in_order(day: date, value: int, unit: str) -> None:
    start = datetime.combine(day, time(19), EAST)
    due = deadline(Start(start, start), rule(value, unit))
    assert due.earliest <= due.latest < start
    calendar = deadline(Start(start, start), rule(value)).latest
    assert due.earliest <= calendar + timedelta(hours=1)  # closed days only move it back


@pytest.mark.parametrize(
    ("year", "easter"), [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2027, (3, 28))]
)
def test_easter(year: int, easter: tuple[int, int]) -> None:
    assert holidays.easter(year) == date(year, *easter)


def test_holidays_move_off_weekends_and_no_day_is_both() -> None:
    # The Fourth is a Saturday: some states keep the Friday, others nothing.
    assert date(2026, 7, 3) in holidays.possible(2026)
    assert date(2026, 7, 4) in holidays.certain(2026)
    assert date(2027, 7, 5) in holidays.possible(2027)
    assert date(2021, 12, 31) in holidays.possible(2021)
    assert date(2025, 6, 19) in holidays.possible(2025)  # Juneteenth is not kept everywhere
    assert date(2025, 11, 11) in holidays.certain(2025)
    for year in range(2020, 2040):
        assert not holidays.certain(year) & holidays.possible(year)


@pytest.mark.parametrize(
    ("day", "count", "business", "due"),
    [
        (date(2026, 8, 7), 1, True, date(2026, 8, 10)),
        (date(2026, 9, 4), 1, True, date(2026, 9, 8)),
        (date(2026, 8, 7), 30, False, date(2026, 9, 6)),
    ],
)
def test_due_after(day: date, count: int, business: bool, due: date) -> None:
    assert due_after(day, count, business=business) == due


HEAD = """
state = "ZZ"
statute = "Act"
citation = "1"
checked = 2026-01-01
source = "s"
confidence = "high"
"""
RULE = """
[[rule]]
topic = "agenda_posting"
value = 24
unit = "hours"
citation = "c"
trigger = "t"
evidence = "e"
mark = "A"
source = "s"
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + RULE.replace('unit = "hours"', 'unit = "ells"'), "unit 'ells' is none of"),
        (HEAD + RULE.replace("value = 24", 'value = "24"'), "does not fit the unit"),
        (HEAD + RULE.replace('citation = "c"\n', ""), "rule 1 has no citation"),
        (HEAD + RULE + "colour = 1\n", "unknown keys: colour"),
        (HEAD + RULE + 'effective_from = "soon"\n', "not a date"),
        (HEAD.replace("ZZ", "YY") + RULE, "holds the state 'YY'"),
        (HEAD, "no 'rule'"),
        ("state = ", "zz.toml"),
    ],
)
def test_a_damaged_file_says_what_and_where(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "zz.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LawDamaged, match=said):
        law_of("ZZ", tmp_path)


def test_a_new_state_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "zz.toml").write_text(HEAD + RULE, encoding="utf-8")
    law = law_of("ZZ", tmp_path)
    assert law is not None
    found = law.rule("agenda_posting", date(2026, 1, 1))
    assert found is not None
    assert found.words == "24 hours"
    assert replace(found, effective_from=date(2026, 2, 1)).id == "ZZ:agenda_posting:2026-02-01"
