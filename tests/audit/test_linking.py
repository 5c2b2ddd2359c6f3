"""How surely a motion speaks of an agreement, why, and what a doubtful one may never do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.bodies import BodyRecord, HeldDocument, ReadFlag, ReadItem, ReadMotion
from audit.case import Held, Lists, link
from audit.contradictions import differences
from audit.decisions import record
from audit.effects import APPROVES, REJECTS, UNCLEAR
from audit.linking import CERTAIN, DOUBTFUL, PROBABLE, link_of
from audit.numbered import named
from audit.stated import plain
from audit.unlisted import unlisted
from audit.values import Agreement
from tests.audit.build import agenda, agreement, at, body, flag, minutes, motion, sha

DAY = date(2025, 9, 9)
POLICE = agreement()
WARRANTS = agreement(id="w", model="Warrant Service Officer")
CONSTABLE = agreement(id="c", agency="Fernwick Borough Constable")
JAIL = agreement(id="j", agency="Fernwick Borough Jail", model="Jail Enforcement Model")


@pytest.mark.parametrize(
    ("words", "family", "confidence", "said"),
    [
        ("approve the 287(g) agreement", [POLICE], CERTAIN, "name 287(g)"),
        ("approve the agreement with ICE", [POLICE], CERTAIN, "name ICE"),
        ("approve the Task Force Model", [POLICE], CERTAIN, "names the Task Force Model"),
        ("approve the 287(g) agreement", [POLICE, WARRANTS], PROBABLE, "do not tell these apart"),
        ("approve 287(g), Jail Enforcement Model", [POLICE], PROBABLE, "the list has the Task"),
        ("support the Sheriff's 287(g) agreement", [POLICE], DOUBTFUL, "names the sheriff"),
        ("let the Constable join the 287(g) program", [POLICE], DOUBTFUL, "names the constable"),
        ("oppose Oakvale Borough's 287(g) agreement", [POLICE], DOUBTFUL, "of Oakvale Borough"),
        ("approve Fernwick Borough's 287(g) agreement", [POLICE], CERTAIN, "name 287(g)"),
        ("let the police join the Sheriff in 287(g)", [POLICE], CERTAIN, "name 287(g)"),
        ("let the Chief and the Sheriff sign the 287(g) MOA", [POLICE], CERTAIN, "name 287(g)"),
    ],
)
def test_a_link_has_a_confidence_and_reasons(
    words: str, family: list[object], confidence: str, said: str
) -> None:
    found = link_of(words, words, POLICE, family, body="Fernwick Borough Council")  # type: ignore[arg-type]
    assert found is not None
    assert found.confidence == confidence
    assert said in "; ".join(found.reasons)
    assert any("Fernwick Borough Council answers for" in reason for reason in found.reasons)


def test_words_that_speak_of_another_make_no_link() -> None:
    words = "the 287(g) Warrant Service Officer agreement"
    assert link_of(words, words, POLICE, [POLICE, WARRANTS]) is None


def test_a_doubtful_link_is_a_lead_and_no_vote() -> None:
    said = motion(text="Motion to support the Sheriff's 287(g) agreement. Motion passed.")
    held = body([minutes(DAY, motions=[said])])
    linked = link(POLICE, [Held(held, record(held))], {held.id: [POLICE]})
    assert linked.decisions == ()
    (lead,) = linked.possible
    assert (lead.effect, lead.link) == (UNCLEAR, DOUBTFUL)
    assert "names the sheriff" in lead.why


SAID = "Motion to approve the 287(g) {} agreement for the police. Carried 5-0."


@pytest.mark.parametrize(
    ("text", "agreements", "votes", "leads"),
    [
        # the vote names one model: a vote for it, a lead for the other
        (SAID.format("Task Force Model"), [POLICE, WARRANTS], ["tfm"], ["w"]),
        (SAID.format("Warrant Service Officer"), [POLICE, WARRANTS], ["w"], ["tfm"]),
        # both, or none: a vote for each
        (SAID.format("Task Force Model and Warrant Service Officer"), [POLICE, WARRANTS],
         ["tfm", "w"], []),
        (SAID.format(""), [POLICE, WARRANTS], ["tfm", "w"], []),
        # another office's model is no lead
        (SAID.format("Task Force Model"), [POLICE, JAIL], ["tfm"], []),
        # what decided nothing is no vote on either
        (SAID.format("Task Force Model"), [POLICE, WARRANTS], [], []),
    ],
)  # fmt: skip
def test_a_vote_on_one_model_bars_a_negative_for_the_other(
    text: str, agreements: list[Agreement], votes: list[str], leads: list[str]
) -> None:
    result = "passed" if votes else "tabled"
    held = body([minutes(DAY, motions=[motion(text=text, result=result)])])
    found = {
        one.id.rsplit("-", 1)[-1]: link(one, [Held(held, record(held))], {held.id: agreements})
        for one in agreements
    }
    counted = [
        key for key, one in found.items() if any(d.effect == APPROVES for d in one.decisions)
    ]
    barred = [key for key, one in found.items() if one.possible]
    assert (counted, barred) == (votes, leads)


def test_the_lead_from_another_model_names_both_and_the_date() -> None:
    said = motion(text=SAID.format("Task Force Model"))
    held = body([minutes(DAY, motions=[said])])
    (lead,) = link(
        WARRANTS, [Held(held, record(held))], {held.id: [POLICE, WARRANTS]}
    ).possible  # fmt: skip
    assert (lead.effect, lead.link, lead.day) == (UNCLEAR, DOUBTFUL, DAY)
    assert "a vote on the Task Force Model" in lead.why
    assert "lists the Warrant Service Officer as well" in lead.why


def test_a_vote_for_another_officer_is_no_approval_that_waits_for_a_list() -> None:
    said = motion(text="Motion to support the Sheriff's 287(g) agreement. Motion passed.")
    held = body([minutes(DAY, motions=[said])])
    own = body([minutes(DAY, motions=[motion()])])
    now = at(DAY + timedelta(days=30))
    assert list(unlisted(Held(held, record(held)), [], Lists(), now)) == []
    assert len(list(unlisted(Held(own, record(own)), [], Lists(), now))) == 1


NUMBER = "Resolution 2025-14 approving a memorandum of agreement with ICE under 287(g)"


def by_number(
    text: str = "Motion to adopt Resolution 2025-14. Motion carried 5-0.",
    listed: str = NUMBER,
    *,
    result: str = "passed",
    items: tuple[str, ...] = (),
) -> BodyRecord:
    """An agenda that names the matter, and minutes of that meeting whose motion does not."""
    moved = motion(text=text, topics=(), result=result, items=items)
    return body([agenda(DAY, flags=[flag(quote=listed)]), minutes(DAY, others=(moved,))])


@pytest.mark.parametrize(
    ("text", "listed", "effect"),
    [
        ("Motion to adopt Resolution 2025-14. Carried 5-0.", NUMBER, APPROVES),
        ("Motion to adopt Resolutions 2025-13 and 2025-14. Carried 5-0.", NUMBER, APPROVES),
        ("Motion to adopt Resolution No. 2025-14. Carried 5-0.", NUMBER, APPROVES),
        ("Motion to adopt Resolution 2025-15. Carried 5-0.", NUMBER, ""),
        ("Motion to approve the consent agenda. Carried 5-0.", NUMBER, ""),
        ("Motion to adopt Resolution 2025-14.", NUMBER.replace("approving", "terminating"), ""),
        ("Motion to adopt Resolution 2025-14.", NUMBER.replace("approving", "opposing"), ""),
        ("Motion to adopt Resolution 4.", NUMBER.replace("2025-14", "4"), ""),
    ],
)
def test_a_number_is_a_vote_only_where_the_agenda_says_what_it_stands_for(
    text: str, listed: str, effect: str
) -> None:
    found = record(by_number(text, listed)).decisions
    assert [one.effect for one in found] == ([effect] if effect else [])
    assert all("2025-14" in one.via for one in found)


def test_an_item_of_a_range_is_decided_with_it() -> None:
    listed = "C-4. Memorandum of agreement with ICE under section 287(g), Police Department"
    held = by_number(
        "Motion to approve items C-1 through C-6. Carried.", listed, items=("C-1", "C-4", "C-6")
    )
    (vote,) = record(held).decisions
    assert vote.effect == APPROVES
    assert (
        record(by_number("Motion to approve C-1. Carried.", listed, items=("C-1",))).decisions == ()
    )


def test_two_agendas_that_number_the_matter_otherwise_leave_it_open() -> None:
    held = by_number()
    other = replace(agenda(DAY, flags=[flag(quote=NUMBER.replace("-14", "-15"))]), id="second")
    assert record(replace(held, documents=(*held.documents, other))).decisions == ()


def test_the_heading_above_gives_the_number_to_the_passage_below_it() -> None:
    below = "Authorizing participation of the Police Department in the 287(g) Task Force Model"
    moved = motion(text="Motion to adopt Resolution 2025-14. Carried.", topics=())
    headings = (ReadItem("Resolution 2025-13", 1, 0, 18), ReadItem("Resolution 2025-14", 1, 40, 58))
    for items, count in ((headings, 1), (headings[:1], 0), ((), 0)):
        listed = agenda(DAY, flags=[flag(quote=below, start=60)], items=items)
        assert len(record(body([listed, minutes(DAY, others=(moved,))])).decisions) == count


def test_a_vote_by_number_is_probable_and_says_why() -> None:
    held = by_number()
    linked = link(POLICE, [Held(held, record(held))], {held.id: [POLICE]})
    (vote,) = linked.decisions
    assert vote.link == PROBABLE
    assert "the agenda of that meeting" in vote.reasons[0]
    assert linked.assumptions
    assert linked.possible == ()


def test_a_result_that_decides_nothing_makes_no_vote_by_number() -> None:
    assert record(by_number(result="tabled")).decisions == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Motion to adopt Resolutions 2025-13, 2025-14 and 2025-15.", "2025-13 2025-14 2025-15"),
        ("Motion to adopt Ordinance #611 as advertised.", "611"),
        ("Motion to hire 14 guards for 2025.", ""),
    ],
)
def test_the_numbers_a_motion_names(text: str, numbers: str) -> None:
    assert named(motion(text=text, topics=())) == frozenset(numbers.split())


def versions(*documents: HeldDocument) -> HeldDocument:
    """One document with the versions of several, the later ones captured later."""
    held = tuple(
        replace(one.versions[0], sha256=sha(f"v{n}"), captured_at=at(DAY + timedelta(days=9 * n)))
        for n, one in enumerate(documents, start=1)
    )
    return replace(documents[0], versions=held)


def test_another_seconder_in_the_draft_is_told_and_nothing_is_resolved() -> None:
    draft = minutes(DAY, motions=[motion(seconder="Reyes")], minutes_status="draft")
    final = minutes(DAY, motions=[motion(seconder="Ms. Ames")])
    (vote,) = record(body([versions(draft, final)])).decisions
    assert vote.effect == APPROVES
    (said,) = vote.differs
    assert said == (
        f"the approved minutes (sha256 {sha('v2')[:12]}, p. 1) give the seconder as Ms. Ames, "
        f"the draft minutes (sha256 {sha('v1')[:12]}, p. 1) as Reyes"
    )
    assert [one.sha256 for one in vote.beside] == [sha("v1")]


def test_two_documents_that_part_on_the_result_cannot_be_read_together() -> None:
    one = minutes(DAY, name="a", motions=[motion(ayes=4, nays=3)])
    other = minutes(DAY, name="b", motions=[motion(result="failed", ayes=3, nays=4)])
    found = record(body([one, other])).decisions
    assert {d.effect for d in found} == {UNCLEAR}
    assert all(d.differs and d.beside for d in found)


def test_a_draft_gives_way_to_the_approved_minutes_of_another_address() -> None:
    one = minutes(DAY, name="a", motions=[motion(result="failed")], minutes_status="draft")
    other = minutes(DAY, name="b", motions=[motion()])
    found = sorted((d.effect, d.replaced) for d in record(body([one, other])).decisions)
    assert found == [(APPROVES, False), (REJECTS, True)]


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ({"seconder": "Odell"}, {"seconder": "Mr. O'dell"}, []),
        ({"seconder": "Odell"}, {"seconder": "Odeil"}, []),
        ({"seconder": "Odell"}, {"seconder": None}, []),
        ({"seconder": "Odell"}, {"seconder": "Quist"}, ["seconder"]),
        ({"mover": "Hall"}, {"mover": "Reyes"}, ["mover"]),
        ({"ayes": 5, "nays": 2}, {"ayes": 4, "nays": 3}, ["count"]),
        ({"ayes": 5, "nays": 2}, {"ayes": None, "nays": None}, []),
        ({"result": "passed"}, {"result": "unknown"}, []),
        ({"result": "passed"}, {"result": "failed"}, ["result"]),
    ],
)
def test_what_counts_as_a_difference(
    one: dict[str, object], other: dict[str, object], parts: list[str]
) -> None:
    first = replace(motion(), **one)  # type: ignore[arg-type]
    second = replace(motion(), **other)  # type: ignore[arg-type]
    assert [what for what, _, _ in differences(first, second)] == parts


READ = st.builds(
    ReadMotion, st.just("q"), st.just("t"), st.sampled_from(["passed", "failed", "unknown"]),
    st.just("adopt"), st.just(1), st.just(0), st.just(1),
    ayes=st.none() | st.integers(0, 9), nays=st.none() | st.integers(0, 9),
    mover=st.none() | st.text(max_size=12), seconder=st.none() | st.text(max_size=12),
)  # fmt: skip


@given(READ, READ)
def test_differences_are_the_same_from_either_side(one: ReadMotion, other: ReadMotion) -> None:
    there = [(what, b, a) for what, a, b in differences(other, one)]
    assert [d[0] for d in differences(one, other)] == [d[0] for d in there]
    assert list(differences(one, one)) == []


def test_a_flag_of_another_topic_gives_no_number() -> None:
    other = ReadFlag("ice_other", "agreement", NUMBER, 1, 0, len(NUMBER))
    moved = motion(text="Motion to adopt Resolution 2025-14. Carried.", topics=())
    held = body([agenda(DAY, flags=[other]), minutes(DAY, others=(moved,))])
    assert record(held).decisions == ()


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Council approved the 287(g) agreement by a vote of 5-0.", True),
        ("The Board unanimously authorized the 287(g) agreement.", True),
        ("On roll call, Council unanimously authorized the agreement with ICE.", True),
        ("The 287(g) agreement with U.S. Immigration was approved unanimously.", True),
        ("The Board authorized the Chief to sign it; all members present agreed.", True),
        ("Council approved the 287(g) agreement, 4-1, Mr. Quist dissenting.", True),
        ("Council approved the 287(g) agreement.", False),
        ("Council approved the 287(g) agreement by a vote of 2-3.", False),
        ("Council approved the 287(g) agreement 5-0 at the special meeting of August 26.", False),
        ("The Chief reported that Council approved the 287(g) agreement unanimously.", False),
        ("The County Board approved the 287(g) agreement unanimously.", False),
        ("Oakvale Council approved the 287(g) agreement unanimously.", False),
        ("Council had approved the 287(g) agreement unanimously.", False),
        ("Council has not approved the 287(g) agreement by a vote of 5-0.", False),
        ("Council unanimously approved terminating the 287(g) agreement.", False),
        ("Council unanimously approved a resolution opposing 287(g).", False),
        ("Council unanimously approved a letter about 287(g).", False),
        ("Council unanimously approved tabling the 287(g) agreement.", False),
        ("Was the 287(g) agreement approved unanimously?", False),
        ("In 2024 the 287(g) agreement was approved unanimously.", False),
        ("The sheriff's 287(g) agreement was approved unanimously.", False),
        ("If the 287(g) agreement was approved unanimously, the Chief would sign.", False),
        ("It was the consensus of Council to enter into the 287(g) agreement.", False),
    ],
)
def test_only_a_plain_sentence_counts_as_a_decision(sentence: str, counts: bool) -> None:
    assert plain(sentence) is counts


def test_a_stated_decision_is_a_probable_vote_once_per_meeting() -> None:
    said = flag(quote="Council approved the 287(g) agreement by a vote of 5-2.")
    held = body([minutes(DAY, flags=[said, replace(said, start=200, end=300)])])
    (vote,) = record(held).decisions
    assert (vote.effect, vote.motion.ayes, vote.motion.nays) == (APPROVES, 5, 2)
    linked = link(POLICE, [Held(held, record(held))], {held.id: [POLICE]})
    assert [d.link for d in linked.decisions] == [PROBABLE]
    assert linked.assumptions == ("the minutes state it as decided, without a motion",)


def test_a_motion_on_the_matter_leaves_no_room_for_a_stated_decision() -> None:
    said = flag(quote="Council approved the 287(g) agreement by a vote of 5-2.", start=500)
    held = minutes(DAY, motions=[motion(result="failed")], flags=[flag(), said])
    assert [d.effect for d in record(body([held])).decisions] == [REJECTS]


def test_no_agenda_and_no_transcript_states_a_decision() -> None:
    said = flag(quote="Council approved the 287(g) agreement by a vote of 5-2.")
    assert record(body([agenda(DAY, flags=[said])])).decisions == ()
    spoken = replace(minutes(DAY, flags=[said], kind="transcript"), role="transcript")
    assert record(body([spoken])).decisions == ()
