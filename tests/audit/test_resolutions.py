"""What the texts of resolutions add: what a number stood for, and votes of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from audit.bodies import BodyRecord, HeldDocument, Passage, ReadEnactment, Version
from audit.case import Held, link
from audit.decision import Decision, Record
from audit.decisions import record
from audit.effects import APPROVES, ENDS, KEEPS, REJECTS, UNCLEAR
from audit.enacted import enactments
from audit.judge import judge
from audit.linking import PROBABLE
from audit.numbered import papers_named, plain_number
from tests.audit import shelf
from tests.audit.build import agenda, agreement, at, body, flag, minutes, motion, sha

DAY = date(2026, 1, 13)
TITLE = "A RESOLUTION OF THE COUNCIL OF FERNWICK APPROVING A MEMORANDUM OF AGREEMENT WITH ICE"
POLICE = agreement()


def text(**more: Any) -> ReadEnactment:
    """A dated, signed text with its vote, unless ``more`` says otherwise."""
    values: dict[str, Any] = {
        "kind": "resolution", "number": "2026-04", "title": TITLE, "direction": "adopt",
        "opens": Passage("RESOLUTION NO. 2026-04", 1, 0, 22), "adopted": DAY, "result": "passed",
        "matter": Passage(TITLE, 1, 24, 24 + len(TITLE)), "ayes": 4, "nays": 3,
        "told": Passage("ADOPTED this 13th day of January, 2026", 1, 300, 338),
        "signature": "signed",
    } | more  # fmt: skip
    return ReadEnactment(**values)


OPEN = {"adopted": None, "blank": True, "result": "unknown", "ayes": None, "nays": None,
        "signature": "blank"}  # fmt: skip


def paper(
    *held: ReadEnactment, role: str = "resolution", day: date | None = DAY, name: str = "text",
    captured: datetime | None = None, origin: str = "crawl", **more: Any,
) -> HeldDocument:  # fmt: skip
    """A document that holds these texts."""
    values = {"kind": role, "meeting_date": day, "enactments": held} | more
    when = captured or at(DAY + timedelta(days=40))
    version = Version(sha(name), when, **values)
    url = f"https://town.example/{name}"
    return HeldDocument(name, role, url, day, (version,), origin)


def by_number(
    said: str = "Motion to adopt Resolution 2026-04. Motion carried 4-3.", day: date = DAY,
    **more: Any,
) -> HeldDocument:  # fmt: skip
    moved = motion(text=said, topics=(), **{"ayes": 4, "nays": 3, **more})
    return minutes(day, others=(moved,))


def told(*documents: HeldDocument) -> Record:
    return record(body(documents))


def effects(*documents: HeldDocument) -> list[str]:
    return [one.effect for one in told(*documents).decisions]


def linked(held: BodyRecord) -> tuple[Decision, ...]:
    return link(POLICE, [Held(held, record(held))], {held.id: [POLICE]}).decisions


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("2026-04", "2026 - 4"), ("2026-04", "4 of 2026"), ("R-26-03", "r 26-3"), ("14", "014"),
        ("2026-04", "04, series of 2026"),
    ],
)  # fmt: skip
def test_a_number_is_the_same_however_it_is_printed(one: str, same: str) -> None:
    assert plain_number(one) == plain_number(same)
    assert plain_number("2026-04") != plain_number("2026-40")


def test_a_resolution_is_no_ordinance_of_its_number() -> None:
    assert papers_named(motion(text="Motion to adopt Ordinance 611 and 612.")) == {
        ("ordinance", "611"), ("ordinance", "612"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "more", "effect"),
    [
        ("adopt Resolution 2026-04. Motion carried 4-3.", {}, APPROVES),
        ("adopt Resolution No. 2026-4. Motion carried 4-3.", {}, APPROVES),
        ("adopt Resolutions 2026-03 and 2026-04. Motion carried.", {}, APPROVES),
        ("adopt Resolution 2026-04, approving the memorandum with ICE. Carried.", {}, APPROVES),
        ("adopt Resolution 2026-04. Motion failed 3-4.", {"result": "failed"}, REJECTS),
        ("reject Resolution 2026-04. Motion carried.", {"direction": "reject"}, REJECTS),
    ],
)
@pytest.mark.parametrize("form", ["whole", "open"])
def test_a_text_says_what_a_bare_number_stood_for(
    said: str, more: dict[str, Any], effect: str, form: str
) -> None:
    held = by_number(f"Motion to {said}", **more)
    one = text() if form == "whole" else text(**OPEN)
    assert effects(held, paper(one, role="packet" if form == "open" else "resolution")) == [effect]


@pytest.mark.parametrize(
    ("number", "held", "day", "effect"),
    [
        ("2026-05", text(), DAY, ""),
        ("2026-04", text(number="2025-04"), DAY, ""),
        ("2026-04", text(number="2026-04", direction="end"), DAY, ENDS),
        ("14", text(number="14"), DAY, APPROVES),
        ("14", text(number="14", adopted=date(2024, 1, 9), signature="blank"), DAY, ""),
        ("26-04", text(number="26-04", **OPEN), DAY, APPROVES),
        ("2026-04", text(kind="ordinance"), DAY, ""),
        ("2026-04", text(body="Board of Commissioners of the County of Otterly"), DAY, ""),
        ("2026-04", text(body="Council of the Borough of Fernwick"), DAY, APPROVES),
        ("2026-04", text(direction="other"), DAY, UNCLEAR),
    ],
)
def test_a_number_of_another_year_kind_or_body_is_another_papers(
    number: str, held: ReadEnactment, day: date, effect: str
) -> None:
    moved = by_number(f"Motion to adopt Resolution {number}. Motion carried 4-3.", day)
    # The texts stand in a packet, so that none of them is a record of its own.
    found = told(moved, paper(held, role="packet", day=day))
    shown = [one.effect for one in (*found.decisions, *found.possible)]
    assert shown == ([effect] if effect else [])


def test_a_failed_motion_to_end_by_number_keeps() -> None:
    moved = by_number("Motion to adopt Resolution 2026-04. Motion failed.", result="failed")
    assert effects(moved, paper(text(direction="end", **OPEN), role="packet")) == [KEEPS]


def test_the_tie_is_probable_and_gives_its_reason() -> None:
    (vote,) = linked(body([by_number(), paper(text())]))
    assert vote.link == PROBABLE
    assert "the motion decides Resolution 2026-04; its text (sha256" in vote.reasons[0]
    assert [one.says for one in vote.beside] == ["what the number stands for"]
    assert vote.differs == ()


def test_another_title_for_the_number_is_a_contradiction_and_no_vote() -> None:
    moved = by_number("Motion to adopt Resolution 2026-04, setting fees for permits. Carried 4-3.")
    for held in (paper(text(**OPEN), role="packet"), paper(text())):
        found = told(moved, held)
        assert found.decisions == ()
        (lead,) = found.possible
    assert "another title ('setting fees for permits')" in lead.why
    assert lead.beside


def test_a_whole_text_alone_is_the_record_of_a_vote() -> None:
    (vote,) = linked(body([paper(text(signer="Chief of Police"))]))
    assert (vote.day, vote.effect, vote.link) == (DAY, APPROVES, PROBABLE)
    assert (vote.motion.ayes, vote.motion.nays) == (4, 3)
    assert vote.by == "the text of Resolution 2026-04"
    assert vote.reasons[0] == (
        "only the text of Resolution 2026-04 (signed) tells it; no minutes of that meeting are "
        "held; the text lets the Chief of Police sign"
    )
    assert vote.evidence.quote.startswith("ADOPTED")


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (OPEN, "its form was left open"),
        ({"adopted": None}, "no date of adoption"),
        ({"signature": "blank"}, "lines for signatures are open"),
        ({"signature": "unknown", "ayes": None, "nays": None}, "no signature and states no vote"),
        ({"adopted": date(2027, 1, 12)}, "before the day it names"),
        ({"ayes": 3, "nays": 4}, "do not fit"),
        ({"direction": "reject"}, "cannot be read"),
        ({"title": TITLE.replace("APPROVING", "OPPOSING")}, "cannot be read"),
        ({"near": True}, "without naming it"),
    ],
)
def test_a_text_that_leaves_it_open_is_no_vote_and_bars_a_negative(
    more: dict[str, Any], why: str
) -> None:
    found = told(paper(text(**more)))
    assert found.decisions == ()
    (lead,) = found.possible
    assert lead.effect == UNCLEAR
    assert why in lead.why


@pytest.mark.parametrize("more", [
    {"signature": "certified", "ayes": None, "nays": None}, {"signature": "unknown"},
    {"method": "unanimous", "ayes": None, "nays": None, "signature": "unknown"},
])  # fmt: skip
def test_a_certificate_or_a_stated_vote_is_enough(more: dict[str, Any]) -> None:
    assert effects(paper(text(**more))) == [APPROVES]


def test_a_text_bound_in_before_the_meeting_it_names_is_a_draft() -> None:
    found = told(paper(text(), role="packet"))
    assert (found.decisions, found.possible) == ((), ())
    later = paper(text(), role="packet", day=DAY + timedelta(days=28))
    assert effects(later) == [APPROVES]


def test_a_text_behind_minutes_that_tell_no_motion_counts_and_says_so() -> None:
    (vote,) = told(minutes(DAY), paper(text())).decisions
    assert "record no motion on it" in vote.via
    assert vote.indirect


def test_two_copies_of_one_text_are_one_vote_and_may_part() -> None:
    other = paper(text(ayes=5, nays=2), name="other", origin="import")
    (vote,) = told(paper(text()), other).decisions
    assert (vote.motion.ayes, vote.evidence.origin) == (4, "crawl")
    (said,) = vote.differs
    assert "gives the count as 4-3" in said
    assert "supplied by a reader) as 5-2" in said


@pytest.mark.parametrize(
    ("one", "moved", "what"),
    [
        (text(ayes=5, nays=2), {}, "count as 4-3"),
        (text(mover="Quist"), {"mover": "Hall"}, "mover as Hall"),
        (text(adopted=date(2026, 2, 10)), {}, "date as 2026-01-13"),
        (text(number="2026-05"), {}, "number as 2026-4"),
        (text(), {}, ""),
    ],
)
def test_where_text_and_minutes_part_both_are_shown(
    one: ReadEnactment, moved: dict[str, Any], what: str
) -> None:
    said = "Motion to adopt Resolution 2026-04, the 287(g) agreement with ICE. Motion carried 4-3."
    held = minutes(DAY, motions=[motion(text=said, ayes=4, nays=3, **moved)])
    (vote,) = told(held, paper(one, captured=at(date(2026, 4, 1)))).decisions
    assert vote.effect == APPROVES
    if not what:
        assert (vote.differs, vote.beside) == ((), ())
        return
    assert what in vote.differs[0]
    assert [e.role for e in vote.beside] == ["resolution"]


def test_minutes_not_approved_and_a_signed_text_that_part_on_the_end_leave_it_open() -> None:
    fell = motion(result="failed", ayes=3, nays=4)
    for status, effect in (("draft", UNCLEAR), ("approved", REJECTS)):
        held = minutes(DAY, motions=[fell], minutes_status=status)
        (vote,) = told(held, paper(text())).decisions
        assert vote.effect == effect
        assert "result as failed" in vote.differs[0]


def test_a_resolution_that_shows_no_text_but_names_the_matter_bars_a_negative() -> None:
    found = told(paper(flags=(flag(),)))
    assert found.decisions == ()
    assert [one.effect for one in found.possible] == [UNCLEAR]


def test_a_text_of_another_place_says_nothing_here() -> None:
    other = text(body="Board of Supervisors of the Township of Otterly")
    found = told(paper(other, body_printed="Otterly Township"))
    assert (found.decisions, found.possible) == ((), ())


def test_an_agenda_without_the_text_is_no_text() -> None:
    assert effects(agenda(DAY), by_number()) == []


def fact(name: str, value: str, quote: str = "x") -> dict[str, Any]:
    return {"name": name, "value": value, "quote": quote, "page": 2, "start": 3, "end": 4}


def test_facts_become_texts_and_those_on_nothing_are_left_out() -> None:
    facts = [
        fact("kind", "resolution"), fact("enactment", "resolution 2026-03"),
        fact("enactment_title", "Fees"), fact("enactment", "resolution 2026-04"),
        fact("enactment_title", TITLE), fact("enactment_direction", "adopt"),
        fact("enactment_matter", "287g", "with ICE"), fact("enactment_adopted", "2026-01-13"),
        fact("enactment_vote", "4-3-1"), fact("enactment_signature", "signed"),
        fact("enactment", "resolution"), fact("enactment_matter", "possible_287g"),
        fact("enactment_adopted", "blank"),
    ]  # fmt: skip
    first, second = enactments(facts)
    assert (first.name, first.adopted, first.signature) == ("Resolution 2026-04", DAY, "signed")
    assert (first.ayes, first.nays, first.abstain) == (4, 3, 1)
    assert first.matter == Passage("with ICE", 2, 3, 4)
    assert (second.name, second.near, second.blank, second.adopted) == (
        "Resolution", True, True, None,
    )  # fmt: skip


def test_a_newer_version_without_the_text_leaves_the_older_as_evidence() -> None:
    held = paper(text())
    newer = replace(held.versions[0], sha256=sha("newer"), enactments=())
    assert effects(replace(held, versions=(*held.versions, newer))) == [APPROVES]


def test_a_text_alone_of_a_body_with_no_listed_agency_is_an_approval_that_waits(
    engine: Engine,
) -> None:
    said = f"RESOLUTION NO. 2026-04\n{TITLE}\nADOPTED this 13th day of January, 2026"
    facts = [
        {**fact(name, value, value), "page": 1, "rule": "test", "doubts": []}
        for name, value in (
            ("enactment", "resolution 2026-04"), ("enactment_title", TITLE),
            ("enactment_direction", "adopt"), ("enactment_matter", "287g"),
            ("enactment_adopted", "2026-01-13"), ("enactment_result", "passed"),
            ("enactment_vote", "4-3"), ("enactment_signature", "signed"),
        )
    ]  # fmt: skip
    with Session(engine, expire_on_commit=False) as store:
        shelf.borough(store)
        shelf.paper(store, "resolution", DAY, at(DAY + timedelta(days=9)), said, facts=facts)
        shelf.lists(store, [], [date(2026, 2, 1)])
        (found,) = judge(store, now=at(date(2026, 3, 1)), watch_states=["PA"])
    assert (found.label, found.confidence) == ("VOTED_UNSIGNED", "medium")
    assert "PROVISIONAL" in found.overlays
    assert found.wording.startswith("Fernwick Borough Council voted 4-3")
