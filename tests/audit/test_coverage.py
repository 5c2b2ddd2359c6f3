"""What is expected of a body, what is held, and what each missing piece does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.bodies import BodyRecord, HeldDocument, HeldSource, Look, Version
from audit.coverage import coverage
from audit.values import Coverage
from tests.audit.build import agenda, at, body, chain, listed, meeting_days, minutes, sha, without

START, END = date(2025, 4, 1), date(2026, 1, 2)
DAYS = meeting_days(date(2025, 3, 1), date(2026, 2, 28))
INSIDE = [day for day in DAYS if START <= day <= END]
NOW = at(date(2026, 9, 14))


def judged(record: BodyRecord, now: object = NOW) -> Coverage:
    return coverage(record, START, END, now)  # type: ignore[arg-type]


def states(found: Coverage) -> dict[date, str]:
    return {meeting.date: meeting.state for meeting in found.meetings}


def test_a_whole_chain_closes_an_old_window_without_any_look() -> None:
    found = judged(body(chain(DAYS)))
    assert found.verdict == "complete"
    assert found.gaps == ()
    assert found.signals == ("list", "minutes", "schedule")
    assert set(states(found)) == set(INSIDE)
    assert set(states(found).values()) == {"read"}


@pytest.mark.parametrize("day", INSIDE)
def test_any_single_minutes_document_taken_away_is_named(day: date) -> None:
    record = body(chain(DAYS))
    gone = next(d for d in record.documents if d.meeting_date == day)
    found = judged(without(record, gone))
    assert found.verdict == "partial"
    assert states(found)[day] == "missing"


@pytest.mark.parametrize("day", INSIDE)
def test_an_unread_page_is_unread(day: date) -> None:
    documents = [
        replace(d, versions=(replace(d.versions[0], pages=3, pages_unread=1),))
        if d.meeting_date == day else d
        for d in chain(DAYS)
    ]  # fmt: skip
    found = judged(body(documents))
    assert found.verdict == "partial"
    assert states(found)[day] == "unread"
    assert "1 of 3 pages" in next(m.why for m in found.meetings if m.date == day)


@pytest.mark.parametrize("state", ["waiting", "failed", "refused"])
def test_bytes_that_were_not_read_are_unread(state: str) -> None:
    documents = chain(DAYS)
    documents[4] = replace(documents[4], versions=(Version(sha("x"), NOW, state),))
    assert states(judged(body(documents)))[DAYS[4]] == "unread"


def test_listed_minutes_that_were_never_fetched_are_unread() -> None:
    documents = chain(DAYS)
    documents[4] = replace(documents[4], versions=(), problem="404")
    found = judged(body(documents))
    assert states(found)[DAYS[4]] == "unread"
    assert found.verdict == "partial"


def test_a_meeting_that_only_later_minutes_name_is_missing() -> None:
    documents = chain(DAYS)
    extra = DAYS[4] + timedelta(days=9)
    documents[5] = minutes(DAYS[5], [DAYS[4], extra])
    found = judged(body(documents))
    assert states(found)[extra] == "missing"
    assert found.verdict == "partial"
    assert "nobody" not in found.meetings[0].why
    held = judged(body([*documents, minutes(extra, [DAYS[4]])]))
    assert held.verdict == "complete"


def _looks(*days: date, outcome: str = "ok") -> list[Look]:
    return [Look(at(day), outcome, "s1") for day in days]


def test_a_stretch_without_good_looks_counts_where_the_chain_is_broken() -> None:
    documents = chain(DAYS)
    broken = [*documents[:5], minutes(DAYS[5]), *documents[6:]]
    assert judged(body(documents)).gaps == ()
    (gap,) = judged(body(broken)).gaps
    assert (gap.start.date(), gap.end.date()) == (DAYS[4], DAYS[5])
    assert judged(body(broken)).verdict == "partial"
    weekly = [START - timedelta(days=7) + timedelta(days=7 * n) for n in range(45)]
    assert judged(body(broken, looks=_looks(*weekly))).verdict == "complete"


def test_bad_looks_are_no_looks_and_name_the_gap() -> None:
    documents = chain(DAYS)
    broken = [*documents[:5], minutes(DAYS[5]), *documents[6:]]
    weekly = [START - timedelta(days=7) + timedelta(days=7 * n) for n in range(45)]
    good = [day for day in weekly if not DAYS[4] - timedelta(days=7) < day < DAYS[5] + timedelta(7)]
    bad = [day for day in weekly if day not in good]
    looks = [*_looks(*good), *_looks(*bad, outcome="blocked")]
    found = judged(body(broken, looks=looks))
    assert [gap.outcome for gap in found.gaps] == ["blocked"]


def test_the_newest_link_of_the_chain_may_still_grow() -> None:
    first_look = date(2026, 1, 12)
    days = meeting_days(date(2025, 3, 1), date(2025, 12, 31))
    found = coverage(
        body(chain(days), looks=_looks(first_look, date(2026, 1, 19))),
        START, date(2026, 1, 31), at(date(2026, 1, 20)),
    )  # fmt: skip
    assert found.gaps == ()
    assert found.verdict == "complete_to_date"


def test_awaited_minutes_will_carry_the_chain_on() -> None:
    days = meeting_days(date(2025, 3, 1), date(2025, 11, 30))
    looks = _looks(date(2026, 1, 19))
    late = coverage(body(chain(days), looks=looks), START, END, at(date(2026, 1, 20)))
    assert states(late)[date(2025, 12, 9)] == "awaited"
    assert late.gaps == ()
    assert late.verdict == "complete_to_date"
    # Nothing is expected there: nothing will ever carry the chain across.
    bare = body(chain(days), looks=looks, cadence=None)
    assert len(coverage(bare, START, END, at(date(2026, 1, 20))).gaps) == 1


def test_a_machine_that_stood_still_has_a_gap() -> None:
    looks = _looks(*[START + timedelta(days=7 * n) for n in range(20)])
    found = judged(body(chain(DAYS[:6]), looks=looks))
    assert found.verdict == "partial"
    assert found.gaps[-1].end.date() == END


@pytest.mark.parametrize(
    ("after", "state"), [(0, "awaited"), (75, "awaited"), (76, "missing"), (400, "missing")]
)
def test_minutes_are_awaited_for_75_days(after: int, state: str) -> None:
    days = meeting_days(date(2025, 3, 1), date(2025, 12, 31))
    record = body(chain(days[:-1]), meetings=[listed(days[-1])])
    found = coverage(record, START, END, at(days[-1] + timedelta(days=after), 16))
    assert states(found)[days[-1]] == state


def test_meetings_to_come_are_awaited_and_keep_the_window_open() -> None:
    now = at(INSIDE[5] + timedelta(days=20))
    found = judged(body(chain([d for d in DAYS if d <= INSIDE[5]])), now)
    assert found.verdict in ("complete_to_date", "partial")
    assert {states(found)[day] for day in INSIDE[6:]} == {"awaited"}


def test_the_day_is_the_bodys_own() -> None:
    days = meeting_days(date(2025, 3, 1), date(2025, 12, 31))
    record = body(chain(days[:-1]), meetings=[listed(days[-1])])
    # 03:30 UTC on the 77th day is still the 76th... of the day before at the body's place.
    moment = at(days[-1] + timedelta(days=76), 3)
    assert states(coverage(record, START, END, moment))[days[-1]] == "awaited"


@pytest.mark.parametrize("how", ["row", "notice", "rescheduled"])
def test_a_cancelled_meeting_is_accounted_for(how: str) -> None:
    off = DAYS[5]
    documents = [d for d in chain(DAYS) if d.meeting_date not in (off, DAYS[6])]
    documents.append(minutes(DAYS[6], [DAYS[4]]))
    meetings = [listed(off, status={"row": "cancelled", "rescheduled": how}.get(how, "scheduled"))]
    if how == "notice":
        documents.append(agenda(off, status="cancelled"))
    found = judged(body(documents, meetings=meetings))
    assert states(found)[off] == "cancelled"
    assert found.verdict == "complete"


def test_a_cancelled_meeting_that_later_minutes_name_took_place() -> None:
    off = DAYS[5]
    documents = [d for d in chain(DAYS) if d.meeting_date != off]
    found = judged(body(documents, meetings=[listed(off, status="cancelled")]))
    assert states(found)[off] == "missing"


def test_one_of_two_meetings_of_a_day_called_off_does_not_call_off_the_other() -> None:
    day = DAYS[5]
    documents = [d for d in chain(DAYS) if d.meeting_date not in (day, DAYS[6])]
    documents.append(minutes(DAYS[6], [DAYS[4]]))
    meetings = [
        listed(day, id="a", title="Council", kind="regular"),
        listed(
            day, id="b", title="Cancelled: Work Session", kind="work_session", status="cancelled"
        ),
    ]
    found = judged(body(documents, meetings=meetings))
    assert sorted(m.state for m in found.meetings if m.date == day) == ["cancelled", "missing"]


def test_two_meetings_of_one_day_need_two_minutes() -> None:
    day = DAYS[5]
    meetings = [listed(day, id="a", kind="regular"), listed(day, id="b", kind="special")]
    found = judged(body(chain(DAYS), meetings=meetings))
    assert sorted(m.state for m in found.meetings if m.date == day) == ["missing", "read"]
    both = [*chain(DAYS), minutes(day, [DAYS[4]], name="special", meeting_kind="special")]
    assert judged(body(both, meetings=meetings)).verdict == "complete"


def test_the_same_meeting_on_two_sources_is_one() -> None:
    meetings = [listed(DAYS[5], id="a"), listed(DAYS[5], id="b", source="s2", kind="regular")]
    found = judged(body(chain(DAYS), meetings=meetings))
    assert [m.state for m in found.meetings if m.date == DAYS[5]] == ["read"]


def test_a_date_that_only_the_cadence_predicts_is_not_held_where_the_chain_spans_it() -> None:
    skipped = DAYS[5]
    documents = [d for d in chain(DAYS) if d.meeting_date not in (skipped, DAYS[6])]
    documents.append(minutes(DAYS[6], [DAYS[4]]))
    found = judged(body(documents))
    assert states(found)[skipped] == "not_held"
    assert found.verdict == "complete"
    scheduled = judged(body(documents, schedule=(skipped,)))
    assert states(scheduled)[skipped] == "missing"


def test_a_meeting_within_seven_days_stands_for_the_predicted_date() -> None:
    moved = DAYS[5] + timedelta(days=3)
    documents = [d for d in chain(DAYS) if d.meeting_date not in (DAYS[5], DAYS[6])]
    documents += [minutes(moved, [DAYS[4]]), minutes(DAYS[6], [moved])]
    found = judged(body(documents))
    assert states(found)[DAYS[5]] == "not_held"
    assert states(found)[moved] == "read"
    assert found.verdict == "complete"


def test_a_special_meeting_does_not_stand_for_the_regular_one() -> None:
    near = DAYS[5] + timedelta(days=2)
    documents = [d for d in chain(DAYS) if d.meeting_date not in (DAYS[5], DAYS[6])]
    documents.append(minutes(DAYS[6]))
    documents.append(minutes(near, meeting_kind="special"))
    found = judged(body(documents, meetings=[listed(near, kind="special")]))
    assert states(found)[DAYS[5]] == "missing"


def test_a_window_needs_two_kinds_of_signal() -> None:
    lone = [minutes(day) for day in DAYS]
    weekly = _looks(*[START - timedelta(days=7) + timedelta(days=7 * n) for n in range(45)])
    one = judged(body(lone, cadence=None, looks=weekly))
    assert one.signals == ("list",)
    assert one.verdict == "partial"
    assert "two are needed" in " ".join(one.doubts)
    assert judged(body(lone, looks=weekly)).verdict == "complete"
    assert (
        judged(body(lone, cadence=None, schedule=tuple(DAYS), looks=weekly)).verdict == "complete"
    )


def test_schedule_and_cadence_are_one_kind() -> None:
    given = [replace(d, origin="import") for d in chain(DAYS)]
    bare = [replace(d, versions=(replace(d.versions[0], approves=()),)) for d in given]
    found = judged(body(bare, sources=(), schedule=tuple(DAYS)))
    assert found.signals == ("schedule",)


def test_documents_handed_over_can_close_a_window() -> None:
    given = [replace(d, origin="import") for d in chain(DAYS)]
    found = judged(body(given, sources=()))
    assert found.verdict == "complete"


def test_another_bodys_document_never_counts() -> None:
    record = body(chain(DAYS))
    other = replace(
        record.documents[4],
        versions=(
            replace(record.documents[4].versions[0], body_printed="Fernwick Planning Commission"),
        ),
    )
    found = judged(replace(record, documents=(*record.documents[:4], other, *record.documents[5:])))
    assert states(found)[DAYS[4]] == "missing"
    assert "Planning Commission" in " ".join(found.doubts)


def test_the_texts_date_decides_for_minutes_and_both_dates_stay() -> None:
    documents = chain(DAYS)
    documents[5] = minutes(DAYS[4], [DAYS[3]], name="wrong link", listed=DAYS[5])
    found = judged(body(documents))
    assert states(found)[DAYS[5]] == "missing"
    assert states(found)[DAYS[4]] == "read"
    assert str(DAYS[4]) in " ".join(found.doubts)


def test_an_agenda_filed_as_minutes_closes_no_meeting() -> None:
    documents = chain(DAYS)
    version = replace(documents[5].versions[0], kind="agenda")
    documents[5] = replace(documents[5], versions=(version,))
    assert states(judged(body(documents)))[DAYS[5]] == "missing"


def test_draft_and_approved_version_are_one_meeting_read() -> None:
    documents = chain(DAYS)
    draft = replace(documents[5].versions[0], minutes_status="draft", sha256=sha("draft"))
    approved = replace(draft, minutes_status="approved", sha256=sha("final"), pages_unread=1)
    documents[5] = replace(documents[5], versions=(draft, approved))
    (row,) = [m for m in judged(body(documents)).meetings if m.date == DAYS[5]]
    assert row.state == "read"
    assert row.minutes == sha("draft")
    assert row.minutes_status == "approved"


def test_nothing_watched_and_nothing_held() -> None:
    assert judged(body(sources=())).verdict == "not_monitored"
    assert judged(body(sources=(HeldSource("s1"),))).verdict == "none"
    assert judged(body(sources=(), cadence="whenever", documents=[])).verdict == "not_monitored"


def test_a_cadence_we_cannot_read_is_a_doubt() -> None:
    found = judged(body(chain(DAYS), cadence="whenever the mayor calls"))
    assert "whenever" in " ".join(found.doubts)


_RANK = ("not_monitored", "none", "partial", "complete_to_date", "complete")


@st.composite
def histories(draw: st.DrawFn) -> tuple[BodyRecord, list[HeldDocument]]:
    """A body with a cadence, of whose chain some minutes are held and some are not."""
    every = chain(DAYS)
    kept = draw(st.lists(st.booleans(), min_size=len(every), max_size=len(every)))
    held = [d for d, keep in zip(every, kept, strict=True) if keep]
    rest = [d for d in every if d not in held]
    days = draw(st.lists(st.integers(0, 60), max_size=30))
    looks = _looks(*[START + timedelta(days=7 * n) for n in days])
    return body(held, looks=looks), rest


@settings(max_examples=150, deadline=None)
@given(histories(), st.integers(0, 600))
def test_adding_minutes_never_lowers_coverage(
    history: tuple[BodyRecord, list[HeldDocument]], later: int
) -> None:
    record, rest = history
    now = at(START + timedelta(days=later))
    before = judged(record, now)
    for document in rest:
        record = replace(record, documents=(*record.documents, document))
        after = judged(record, now)
        assert _RANK.index(after.verdict) >= _RANK.index(before.verdict)
        before = after


@settings(max_examples=150, deadline=None)
@given(histories(), st.integers(250, 900))
def test_no_history_with_an_unaccounted_meeting_is_complete(
    history: tuple[BodyRecord, list[HeldDocument]], later: int
) -> None:
    record, rest = history
    found = judged(record, at(START + timedelta(days=later)))
    absent = {d.meeting_date for d in rest} & set(INSIDE)
    if absent:
        assert found.verdict != "complete"
    if found.verdict == "complete":
        assert {m.state for m in found.meetings} <= {"read", "cancelled", "not_held"}
