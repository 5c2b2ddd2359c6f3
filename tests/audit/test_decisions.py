"""Votes and mentions as the papers give them, and which agreement they speak of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.bodies import HeldDocument, ReadFlag, ReadItem
from audit.case import standing
from audit.decisions import record
from audit.effects import APPROVES, REJECTS, UNCLEAR
from audit.linking import concerns
from tests.audit.build import agenda, agreement, body, flag, minutes, motion, sha

DAY = date(2025, 9, 9)


def two_versions(first: HeldDocument, second: HeldDocument) -> HeldDocument:
    later = replace(
        second.versions[0], sha256=sha("later"),
        captured_at=first.versions[0].captured_at + timedelta(days=30),
    )  # fmt: skip
    return replace(first, versions=(first.versions[0], later))


def effects(*documents: HeldDocument) -> list[tuple[str, bool]]:
    return [(d.effect, d.replaced) for d in record(body(documents)).decisions]


def test_a_vote_with_its_page_and_status() -> None:
    (vote,) = record(body([minutes(DAY, motions=[motion(ayes=5, nays=2)])])).decisions
    assert (vote.day, vote.effect, vote.minutes_status) == (DAY, APPROVES, "approved")
    assert vote.evidence.quote == vote.motion.quote
    assert (vote.evidence.start, vote.evidence.end) == (0, len(vote.motion.quote))


def test_a_motion_in_an_agenda_is_no_motion() -> None:
    assert effects(agenda(DAY, motions=(motion(),), flags=(flag(),))) == []


def test_a_motion_in_a_packet_or_in_another_bodys_minutes_is_none_either() -> None:
    assert effects(minutes(DAY, motions=[motion()], kind="packet")) == []
    assert effects(minutes(DAY, motions=[motion()], body_printed="Fernwick School District")) == []


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)))
def test_the_order_in_which_papers_came_never_matters(order: list[int], gone: set[int]) -> None:
    bought = motion(text="Motion to pay for 287(g) training. Carried 7-0.", start=400)
    papers = [
        minutes(DAY, name="a", motions=[motion(ayes=5, nays=2)], minutes_status="draft"),
        minutes(DAY, name="b", motions=[motion(ayes=4, nays=3), bought], minutes_status="unknown"),
        minutes(DAY, name="c", motions=[motion(ayes=4, nays=3)]),
        minutes(DAY, name="d", motions=[motion(result="failed", ayes=3, nays=4)]),
        minutes(DAY, name="e", motions=[motion()], body_printed="Fernwick School District"),
        agenda(DAY, flags=[flag()]),
    ]
    held = [number for number in order if number not in gone]
    found = record(body([papers[number] for number in held]))
    assert found == record(body([papers[number] for number in sorted(held)]))


def test_a_vote_under_another_bodys_name_bars_a_negative() -> None:
    joint = minutes(DAY, motions=[motion()], body_printed="Fernwick Public Safety Committee")
    (found,) = record(body([joint])).possible
    assert (found.effect, found.day) == (UNCLEAR, DAY)
    quiet = minutes(DAY, body_printed="Fernwick School District")
    assert record(body([quiet])).possible == ()


def test_minutes_listed_as_an_agenda_still_record_a_vote() -> None:
    assert effects(replace(minutes(DAY, motions=[motion()]), role="agenda")) == [(APPROVES, False)]


def test_draft_and_approved_minutes_tell_one_vote() -> None:
    draft = minutes(DAY, motions=[motion(ayes=5, nays=2)], minutes_status="draft")
    final = minutes(DAY, motions=[motion(ayes=5, nays=2)])
    found = record(body([two_versions(draft, final)])).decisions
    assert [(d.effect, d.minutes_status, d.replaced) for d in found] == [
        (APPROVES, "approved", False)
    ]


def test_a_vote_that_only_an_older_version_holds_stands_and_is_marked() -> None:
    found = effects(two_versions(minutes(DAY, motions=[motion()]), minutes(DAY)))
    assert found == [(APPROVES, True)]


def test_a_vote_worded_anew_is_decided_by_the_newer_words() -> None:
    old = minutes(DAY, motions=[motion(ayes=4, nays=3)])
    new = minutes(DAY, motions=[motion(result="failed", ayes=3, nays=4)])
    found = record(body([two_versions(old, new)])).decisions
    assert sorted((d.effect, d.replaced) for d in found) == [(APPROVES, True), (REJECTS, False)]
    assert [d.effect for d in standing(found)] == [REJECTS]


COPIES = [
    # (status of one copy, its count; status of the other, its count; the count that tells it)
    ("draft", (5, 2), "unknown", (4, 3), (4, 3)),
    ("unknown", (5, 2), "draft", (4, 3), (5, 2)),
    ("draft", (5, 2), "approved", (4, 3), (4, 3)),
    ("approved", (5, 2), "unknown", (4, 3), (5, 2)),
]


@pytest.mark.parametrize(("one", "first", "other", "second", "told"), COPIES)
def test_a_count_is_told_by_the_copy_that_stands_higher(
    one: str, first: tuple[int, int], other: str, second: tuple[int, int], told: tuple[int, int]
) -> None:
    copies = [
        minutes(DAY, name=name, motions=[motion(ayes=ayes, nays=nays)], minutes_status=status)
        for name, status, (ayes, nays) in (("a", one, first), ("b", other, second))
    ]
    for order in (copies, copies[::-1]):
        found = record(body(order)).decisions
        (counted,) = standing(found)
        assert (counted.motion.ayes, counted.motion.nays) == told
        assert counted.differs


@pytest.mark.parametrize(
    ("status", "kind", "marked"),
    [("unknown", "regular", True), ("approved", "regular", True), ("draft", "regular", False),
     ("unknown", "special", False)],
)  # fmt: skip
def test_a_vote_that_only_the_draft_holds_stands_and_is_marked(
    status: str, kind: str, marked: bool
) -> None:
    more = {"meeting_kind": "regular"}
    draft = minutes(DAY, name="a", motions=[motion()], minutes_status="draft", **more)
    final = minutes(DAY, name="b", minutes_status=status, meeting_kind=kind)
    assert effects(draft, final) == [(APPROVES, marked)]
    unread = minutes(DAY, name="b", minutes_status=status, meeting_kind=kind, pages_unread=1)
    assert effects(draft, unread) == [(APPROVES, False)]


def test_two_votes_of_one_evening_are_two() -> None:
    held = minutes(DAY, motions=[motion(ayes=7, nays=0), motion(ayes=7, nays=0, start=400)])
    assert effects(held) == [(APPROVES, False), (APPROVES, False)]


def test_a_motion_without_a_date_cannot_be_placed() -> None:
    lost = replace(minutes(DAY, motions=[motion()], meeting_date=None), meeting_date=None)
    assert effects(lost) == [(UNCLEAR, False)]


def test_minutes_with_two_dates_tell_their_vote_with_both() -> None:
    filed = date(2026, 9, 8)
    twofold = minutes(DAY, name="a", motions=[motion()], listed=filed)
    (vote,) = record(body([twofold])).decisions
    assert (vote.day, vote.days) == (DAY, (DAY, filed))
    (sure,) = record(body([twofold, minutes(DAY, name="b", motions=[motion()])])).decisions[:1]
    assert sure.days == (DAY,)
    (plain,) = record(body([minutes(DAY, motions=[motion()])])).decisions
    assert plain.days == (DAY,)


def test_mentions_are_of_the_agenda_or_of_the_minutes() -> None:
    talk = flag("discussion", "spoke of 287(g)", start=50)
    comment = flag("public_comment", "asked about 287(g)", start=90)
    nothing = flag("none", "Route 287", start=120)
    other = ReadFlag("ice_other", "discussion", "ICE", 1, 10, 13)
    held = record(
        body([agenda(DAY, flags=[flag()]), minutes(DAY, flags=[talk, comment, nothing, other])])
    )
    assert [m.kind for m in held.mentions] == ["agenda", "discussion", "comment"]


def test_the_passage_of_a_motion_is_not_a_mention_as_well() -> None:
    held = record(body([minutes(DAY, motions=[motion()], flags=[flag(start=10)])]))
    assert held.mentions == ()
    assert len(held.decisions) == 1


def test_the_heading_above_helps_to_tell_agencies_apart() -> None:
    item = ReadItem("9. Sheriff's Office: 287(g)", 1, 0, 20)
    held = minutes(DAY, motions=[motion(start=40)], items=(item,))
    (vote,) = record(body([held])).decisions
    assert "Sheriff" in vote.words


POLICE = agreement()
WARRANTS = agreement(id="w", model="Warrant Service Officer")
JAIL = agreement(id="j", agency="Tamarack County Prison", model="Jail Enforcement Model")
SHERIFF = agreement(id="s", agency="Tamarack County Sheriff's Office", model="Task Force Model")
CONSTABLE = agreement(id="c", agency="Fernwick Borough Constable")


@pytest.mark.parametrize(
    ("words", "family", "meant"),
    [
        ("287(g) agreement with ICE", [POLICE], "tfm"),
        ("287(g) Warrant Service Officer agreement", [POLICE, WARRANTS], "w"),
        ("287(g) task force model", [POLICE, WARRANTS], "tfm"),
        ("287(g) agreement with ICE", [POLICE, WARRANTS], "tfm w"),
        ("287(g) jail enforcement model", [POLICE, WARRANTS], "tfm w"),
        ("the Sheriff's 287(g) agreement", [JAIL, SHERIFF], "s"),
        ("287(g) agreement for the county prison", [JAIL, SHERIFF], "j"),
        ("287(g) agreement with ICE", [JAIL, SHERIFF], "j"),
        ("authorize the Chief of Police to sign the 287(g) agreement", [POLICE, CONSTABLE], "tfm"),
        ("287(g) agreement with ICE", [POLICE, CONSTABLE], "tfm"),
        ("authorize the Chief of Police to sign the 287(g) agreement", [CONSTABLE], ""),
        ("the constable's 287(g) agreement", [POLICE, CONSTABLE], "c"),
        ("287(g) agreement with ICE", [SHERIFF], "s"),
    ],
)
def test_which_agreement_a_passage_speaks_of(words: str, family: list[object], meant: str) -> None:
    found = [
        one.id.rsplit("-", 1)[-1]  # type: ignore[attr-defined]
        for one in family
        if concerns(words, one, family)[0]  # type: ignore[arg-type]
    ]
    assert " ".join(found) == meant


def test_what_was_assumed_is_said() -> None:
    assert concerns("287(g) agreement", POLICE, [POLICE])[1] == ""
    assert "apart" in concerns("287(g) agreement", POLICE, [POLICE, WARRANTS])[1]
    assert "Jail Enforcement" in concerns("287(g) JEM", POLICE, [POLICE])[1]
