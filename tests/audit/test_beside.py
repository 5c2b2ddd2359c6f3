"""A vendor's record of votes and a reader's upload beside the minutes of a meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from audit.bodies import HeldDocument, ReadMotion
from audit.case import Held, link
from audit.coverage import coverage
from audit.decision import Record
from audit.decisions import record
from audit.effects import APPROVES, NOTHING, REJECTS, UNCLEAR
from audit.linking import PROBABLE
from audit.papers import papers
from audit.verdict import Facts, verdict
from tests.audit.build import agreement, at, body, chain, flag, meeting_days, minutes, motion

DAY = date(2025, 9, 9)
POLICE = agreement()


def votes(*motions: ReadMotion, day: date = DAY, kind: str = "votes", **more: Any) -> HeldDocument:
    """A vendor's record of what was decided at a meeting."""
    held = minutes(day, name=f"votes {day}", motions=motions, kind=kind, minutes_status="unknown",
                   **more)  # fmt: skip
    return replace(held, role="votes")


def told(*documents: HeldDocument) -> Record:
    return record(body(documents))


def test_a_vote_that_only_the_record_tells_counts_and_waits_for_minutes() -> None:
    held = body([votes(motion(ayes=4, nays=1))])
    (vote,) = link(POLICE, [Held(held, record(held))], {held.id: [POLICE]}).decisions
    assert (vote.effect, vote.link, vote.evidence.role) == (APPROVES, PROBABLE, "votes")
    assert vote.by == "the vendor's record of votes"
    assert "no minutes of that meeting are held" in vote.reasons[0]
    facts = Facts("expected", None, DAY, decisions=(vote,), lists=(), assumed=True)
    assert "PROVISIONAL" in verdict(facts).overlays
    assert verdict(facts).confidence == "medium"


def test_a_record_that_says_the_same_adds_nothing() -> None:
    one = motion(ayes=4, nays=1, mover="Hall", votes=(("Hall", "yes"), ("Reyes", "no")))
    (vote,) = told(minutes(DAY, motions=[one]), votes(one)).decisions
    assert (vote.by, vote.differs, vote.beside) == ("", (), ())
    assert vote.evidence.role == "minutes"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"ayes": 3, "nays": 2}, "count as 4-1, the record of votes (sha256"),
        ({"mover": "Quist"}, "mover as Hall"),
        ({"seconder": "Quist"}, "seconder as Ames"),
        ({"votes": (("Ms. Reyes", "yes"),)}, "vote of Reyes as no"),
    ],
)
def test_a_difference_is_shown_and_the_minutes_tell_the_vote(
    more: dict[str, Any], said: str
) -> None:
    values: dict[str, Any] = {
        "ayes": 4, "nays": 1, "mover": "Hall", "seconder": "Ames", "votes": (("K. Reyes", "no"),),
    }  # fmt: skip
    one, other = motion(**values), motion(**{**values, **more})
    (vote,) = told(minutes(DAY, motions=[one]), votes(other)).decisions
    assert (vote.effect, vote.motion.ayes, vote.by) == (APPROVES, 4, "")
    assert said in vote.differs[0]
    assert [e.role for e in vote.beside] == ["votes"]


@pytest.mark.parametrize(
    ("status", "effects"),
    [
        ("approved", [(APPROVES, False), (REJECTS, True)]),
        ("unknown", [(UNCLEAR, False), (UNCLEAR, False)]),
    ],
)
def test_another_result_is_shown_and_approved_minutes_stand(
    status: str, effects: list[tuple[str, bool]]
) -> None:
    held = minutes(DAY, motions=[motion(ayes=4, nays=1)], minutes_status=status)
    found = told(held, votes(motion(result="failed", ayes=1, nays=4))).decisions
    assert sorted((d.effect, d.replaced) for d in found) == effects
    assert all(d.differs for d in found)


def test_a_motion_that_only_the_record_holds_stands_beside_another_of_the_minutes() -> None:
    tabled = motion(result="tabled")
    found = told(minutes(DAY, motions=[tabled]), votes(tabled, motion(ayes=4, nays=1))).decisions
    assert sorted((d.effect, bool(d.by)) for d in found) == [(APPROVES, True), (NOTHING, False)]


def test_a_record_that_is_listed_as_one_is_never_minutes() -> None:
    """Whatever its text reads like: it closes no meeting."""
    days = meeting_days(date(2025, 2, 1), date(2026, 1, 31))
    held = [d for d in chain(days) if d.meeting_date != DAY]
    listed = body([*held, votes(motion(), kind="minutes")])
    assert {p.role for p in papers(listed) if p.day == DAY} == {"votes"}
    (there,) = (m for m in coverage(listed, days[0], days[-1], at(date(2026, 6, 1))).meetings
                if m.date == DAY)  # fmt: skip
    assert there.state == "missing"


def test_a_record_of_a_day_that_nothing_else_names_has_minutes_missing() -> None:
    days = meeting_days(date(2025, 2, 1), date(2026, 1, 31))
    special = date(2025, 9, 18)
    held = body([*chain(days), votes(day=special)])
    table = coverage(held, days[0], days[-1], at(date(2026, 6, 1)))
    assert [m.date for m in table.meetings if m.state == "missing"] == [special]
    assert table.verdict == "partial"


def test_a_passage_of_the_record_without_a_vote_bars_a_negative() -> None:
    said = flag(quote="Council approved the 287(g) agreement")
    found = told(replace(minutes(DAY, flags=[said], kind="votes"), role="votes"))
    assert found.decisions == ()
    assert [one.effect for one in found.possible] == [UNCLEAR]


def handed(document: HeldDocument) -> HeldDocument:
    return replace(document, origin="import", url=f"file:{document.id}")


def test_a_readers_copy_that_says_otherwise_is_told_as_a_readers() -> None:
    own = minutes(DAY, motions=[motion(ayes=4, nays=3)])
    other = handed(minutes(DAY, name="copy", motions=[motion(ayes=5, nays=2)]))
    found = told(own, other).decisions
    (first,) = (d for d in found if not d.replaced)
    assert (first.motion.ayes, first.evidence.origin) == (4, "crawl")
    assert "supplied by a reader) as 5-2" in first.differs[0]
    assert [e.origin for e in first.beside] == ["import"]


def test_a_readers_copy_of_another_result_leaves_it_open() -> None:
    own = minutes(DAY, motions=[motion()])
    other = handed(minutes(DAY, name="copy", motions=[motion(result="failed")]))
    found = told(own, other).decisions
    assert {d.effect for d in found} == {UNCLEAR}
    assert all(d.evidence.as_json()["origin"] in ("crawl", "import") for d in found)
