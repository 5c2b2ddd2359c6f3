"""From rows to kept findings: labels, revisions, reviews, withdrawal."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session, col, select

from audit.explain import explain
from audit.judge import judge, save
from audit.phrases import FORBIDDEN
from audit.values import Finding, Spell
from store.engine import session
from store.queries import findings as kept
from store.tables import Body, FindingRow, Reading, Review
from tests.audit import shelf
from tests.audit.build import agreement, at, meeting_days

DAYS = meeting_days(date(2025, 2, 1), date(2026, 2, 28))
SIGNED, LISTED = date(2025, 10, 1), date(2025, 10, 6)
LISTS = [LISTED + timedelta(days=14 * n) for n in range(24)]
NOW = at(date(2026, 9, 14))
MOTION = "Motion to approve the memorandum of agreement with ICE under section 287(g)."


@pytest.fixture
def store(engine: Engine) -> Session:
    opened = Session(engine, expire_on_commit=False)
    shelf.borough(opened)
    return opened


def fill(store: Session, votes: dict[str, Any] | None = None, **more: Any) -> None:
    shelf.year(store, DAYS, **(votes or {}))
    shelf.lists(store, [agreement(SIGNED, LISTED, **more)], LISTS)


def judged(store: Session, now: Any = NOW) -> tuple[Finding, ...]:
    store.flush()
    return judge(store, now=now, watch_states=["PA"])


def only(store: Session, now: Any = NOW) -> Finding:
    (found,) = judged(store, now)
    return found


def test_no_vote_found_with_the_whole_table(store: Session) -> None:
    fill(store)
    found = only(store)
    assert found.label == "NO_VOTE_FOUND"
    assert found.wording == (
        "We found no record of a public vote on this agreement in 9 of 9 minutes of Fernwick "
        "Borough Council between 21 March 2025 and 30 December 2025."
    )
    assert found.coverage == {"expected": 9, "held": 9, "missing": [], "awaited": []}
    assert found.axes["coverage"] == "complete"
    assert found.axes["vote_expectation"] == "expected"
    assert found.axes["record"] == "none"
    assert found.confidence == "lead"
    assert found.bodies == (shelf.BODY,)
    assert dict(found.clocks) == {
        "30 days from signing": date(2025, 10, 31),
        "30 days from first listed": date(2025, 11, 5),
        "365 days from signing": date(2026, 10, 1),
    }
    assert {e.kind for e in found.events} == {"meeting", "ice_signed", "listed"}


@pytest.mark.parametrize(
    "gone", [day for day in DAYS if date(2025, 3, 21) <= day <= date(2025, 12, 30)]
)
def test_any_minutes_that_are_not_read_name_their_meeting(store: Session, gone: date) -> None:
    fill(store)
    unread = store.exec(select(Reading).where(col(Reading.meeting_date) == gone)).one()
    unread.pages_unread = 1
    found = only(store)
    assert found.label == "CANNOT_TELL"
    assert [one["date"] for one in found.coverage["missing"]] == [gone.isoformat()]
    assert f"{gone.day} " in found.wording


def test_a_vote_before_with_its_evidence(store: Session) -> None:
    fill(store, {"d2025_08_12": shelf.vote(MOTION)})
    found = only(store)
    assert found.label == "VOTE_BEFORE"
    assert found.wording == (
        "Fernwick Borough Council voted 4-1 on 12 August 2025 to approve the agreement, per its "
        "approved minutes, p. 1."
    )
    assert found.vote is not None
    assert (found.vote["date"], found.vote["ayes"], found.vote["nays"]) == ("2025-08-12", 4, 1)
    (cited,) = found.evidence
    assert (cited.quote, cited.page, cited.start, cited.end) == (MOTION, 1, 0, len(MOTION))
    assert cited.meeting_date == date(2025, 8, 12)


def test_an_unreadable_motion_names_its_page(store: Session) -> None:
    fill(store, {"d2025_08_12": shelf.vote(MOTION, result="unknown")})
    found = only(store)
    assert found.label == "CANNOT_TELL"
    assert "p. 1 of the minutes of Fernwick Borough Council of 12 August 2025" in found.wording
    assert found.vote is None


def test_only_pending_has_no_finding(store: Session) -> None:
    shelf.year(store, DAYS)
    waiting = Spell(at(LISTED), at(LISTED))
    shelf.lists(store, [agreement(pending=(waiting,), spells=(), signings=(), listed=False)], LISTS)
    assert judged(store) == ()


def test_an_approval_that_never_reached_the_list(store: Session) -> None:
    shelf.year(store, DAYS, d2025_08_12=shelf.vote(MOTION))
    shelf.lists(store, [], LISTS)
    found = only(store)
    assert (found.label, found.key, found.agency) == (
        "VOTED_UNSIGNED", f"{shelf.BODY}-2025-08-12", shelf.AGENCY,
    )  # fmt: skip
    assert "not on ICE's list saved 24 August 2026" in found.wording
    assert found.overlays == ()
    assert only(store, at(date(2025, 10, 10))).overlays == ("PROVISIONAL",)


def test_a_town_nobody_watches(store: Session) -> None:
    shelf.lists(store, [agreement(agency="Otterly Borough Police Department", id="o")], LISTS)
    found = only(store)
    assert found.label == "CANNOT_TELL"  # no such place is known: which body answers is not settled
    assert found.bodies == ()


def test_a_watched_body_without_source_or_document(store: Session) -> None:
    shelf.lists(store, [agreement()], LISTS)
    store.connection().exec_driver_sql("UPDATE source SET watched = 0")
    assert only(store).label == "NOT_MONITORED"


def test_a_relisted_agency_has_a_finding_for_each_signing(store: Session) -> None:
    shelf.year(store, DAYS, d2026_01_13=shelf.vote(MOTION))
    from audit.values import Signing

    first = Spell(at(LISTED), at(date(2025, 12, 1)), at(date(2025, 12, 4)))
    second = Spell(at(date(2026, 2, 10)), at(LISTS[-1]))
    signings = (Signing(1, SIGNED, (first,)), Signing(2, date(2026, 2, 5), (second,)))
    shelf.lists(store, [agreement(spells=(first, second), signings=signings)], LISTS)
    one, two = judged(store)
    assert (one.label, one.entered) == ("DELISTED_NO_VOTE", "NO_VOTE_FOUND")
    assert two.label == "VOTE_BEFORE"
    assert (one.key[-2:], two.key[-2:]) == ("-1", "-2")
    assert two.axes["listing"] == "relisted"


def test_json_holds_the_shape_of_the_design(store: Session) -> None:
    fill(store, {"d2025_08_12": shelf.vote(MOTION)})
    content = only(store).as_json()
    assert json.loads(json.dumps(content)) == content
    assert set(content) >= {
        "agency", "state", "model", "spell", "bodies", "label", "entered", "ended", "overlays",
        "confidence", "wording", "window", "axes", "vote", "coverage", "evidence", "review",
    }  # fmt: skip
    assert set(content["axes"]) >= {
        "authority", "vote_expectation", "record", "coverage", "listing",
    }  # fmt: skip
    assert set(content["coverage"]) >= {"expected", "held", "missing", "awaited"}
    assert set(content["evidence"][0]) >= {
        "sha256", "url", "role", "meeting_date", "page", "quote", "start", "end", "captured_at",
    }  # fmt: skip


def test_a_second_judging_changes_nothing(store: Session) -> None:
    fill(store, {"d2025_08_12": shelf.vote(MOTION)})
    first = save(store, judged(store), NOW)
    assert (first.added, first.changed, first.unchanged) == (1, 0, 0)
    again = save(store, judged(store, NOW + timedelta(hours=9)), NOW + timedelta(hours=9))
    assert (again.added, again.changed, again.unchanged) == (0, 0, 1)
    more = [*LISTS, date(2026, 9, 7)]
    store.connection().exec_driver_sql("DELETE FROM snapshot")
    shelf.lists(store, [agreement(SIGNED, LISTED, last=more[-1])], more)
    assert save(store, judged(store), NOW).unchanged == 1  # one more list with the same row


def rows(store: Session) -> list[FindingRow]:
    store.expire_all()
    return list(store.exec(select(FindingRow).order_by(col(FindingRow.revision))).all())


def test_a_changed_finding_is_a_new_row_that_points_at_the_old(store: Session) -> None:
    fill(store)
    save(store, judged(store), NOW)
    day = date(2025, 8, 12)
    shelf.paper(store, "minutes", day, NOW, MOTION, approves_minutes_of=[str(DAYS[5])],
                **shelf.vote(MOTION))  # fmt: skip
    assert save(store, judged(store), NOW).changed == 1
    old, new = rows(store)
    assert (old.label, old.current) == ("NO_VOTE_FOUND", False)
    assert (new.label, new.current, new.supersedes, new.id) == (
        "VOTE_BEFORE", True, old.id, f"{old.key}.r2",
    )  # fmt: skip
    assert kept.content(store, old.key)["label"] == "NO_VOTE_FOUND"  # type: ignore[index]
    assert [c["id"] for c in kept.contents(store)] == [new.id]
    assert len(kept.contents(store, every=True)) == 2


def test_a_vote_that_vanished_from_a_new_version_stands_and_shows(store: Session) -> None:
    fill(store, {"d2025_08_12": shelf.vote(MOTION)})
    assert "RECORD_CHANGED" not in only(store).overlays
    shelf.paper(store, "minutes", date(2025, 8, 12), NOW, "", approves_minutes_of=[str(DAYS[5])])
    found = only(store)
    assert found.label == "VOTE_BEFORE"
    assert "RECORD_CHANGED" in found.overlays


def test_reviews_raise_confidence_and_stay_with_the_same_substance(store: Session) -> None:
    fill(store)
    save(store, judged(store), NOW)
    (first,) = rows(store)
    for state in ("read", "read_twice"):
        store.add(Review(finding_id=first.id, state=state, who="Editor", at=NOW))
    store.flush()
    assert save(store, judged(store), NOW).changed == 1
    raised = rows(store)[-1].content
    assert (raised["review"], raised["confidence"]) == ("read_twice", "medium")
    assert save(store, judged(store), NOW).unchanged == 1
    shelf.meeting(store, date(2025, 8, 20))
    save(store, judged(store), NOW)
    changed = rows(store)[-1].content
    assert (changed["label"], changed["review"]) == ("CANNOT_TELL", "lead")


def test_a_finding_that_is_no_longer_found_is_withdrawn_once(store: Session) -> None:
    shelf.year(store, DAYS, d2025_08_12=shelf.vote(MOTION))
    shelf.lists(store, [], LISTS)
    save(store, judged(store), NOW)
    shelf.lists(store, [agreement()], [])
    result = save(store, judged(store), NOW)
    assert (result.added, result.changed) == (1, 1)
    assert save(store, judged(store), NOW).changed == 0
    assert [c["label"] for c in kept.contents(store)] == ["VOTE_BEFORE"]
    last = kept.content(store, f"{shelf.BODY}-2025-08-12.r2")
    assert last is not None
    assert last["withdrawn"]
    shelf.lists(store, [], [])
    save(store, judged(store), NOW, states=["PA"])
    assert [c["label"] for c in kept.contents(store)] == ["VOTED_UNSIGNED"]


def test_the_number_of_queries_does_not_grow_with_bodies(store: Session, engine: Engine) -> None:
    fill(store)
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    judged(store)
    few = len(asked)
    for number in range(20):
        store.add(Body(id=f"b{number}", name=f"Body {number}", kind="other",
                       jurisdiction_id="j", timezone="America/New_York", pack="test",
                       answers_for=[shelf.AGENCY]))  # fmt: skip
    store.flush()
    asked.clear()
    judged(store)
    assert len(asked) == few


def test_the_story_tells_dates_documents_and_what_would_change_it(store: Session) -> None:
    fill(store, {"d2025_08_12": shelf.vote(MOTION)})
    told = explain(only(store).as_json())
    for words in ("VOTE_BEFORE", "12 August 2025", MOTION, "sha256", "What would change it",
                  "SIGNED 1 October 2025"):  # fmt: skip
        assert words in told
    assert not FORBIDDEN.search(told)


def test_sessions_of_the_store_serve_as_well(engine: Engine) -> None:
    with session(engine) as opened:
        shelf.borough(opened)
        assert judge(opened, now=NOW, watch_states=["PA"]) == ()
        assert save(opened, (), NOW).added == 0
