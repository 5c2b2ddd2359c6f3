"""Which votes stand on the agenda, which do not, and the steps looked for around those."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.off_agenda import Aftermath, Agenda, Listed, Minutes, Moved, OffAgenda, off_agenda
from audit.off_agenda.kinds import adds, routine
from audit.off_agenda.words import core, letterhead, numbers, subject, telling

LINES = (
    "Call to Order", "Approval of Minutes", "Mill Street paving contract", "Consent Agenda",
    "Resolution 2025-31", "Police Department", "Other Business", "Adjournment",
)  # fmt: skip
LADDER = "Motion by Ames, second by Reyes, to buy a ladder truck from Corbin. Carried 5-0."


def agenda(*lines: str, doubts: tuple[str, ...] = ()) -> Agenda:
    items = tuple(
        Listed(title, number=str(n), section="reports" if "Department" in title else None)
        for n, title in enumerate(lines or LINES, start=1)
    )
    return Agenda("a" * 64, items, ((1, "\n".join(lines or LINES)),), doubts)


def minutes(*texts: str, heads: tuple[tuple[str, int], ...] = (), **more: object) -> Minutes:
    """Minutes whose motions follow one another on one page; heads: title and index below it."""
    page, moved, items = "", [], []
    for index, text in enumerate(texts):
        for title, below in heads:
            if below == index:
                items.append(Listed(title, start=len(page), end=len(page) + len(title)))
                page += title + "\n"
        moved.append(
            Moved(text, text, "passed", "adopt", start=len(page), end=len(page) + len(text))
        )
        page += text + "\n\n"
    return Minutes("m" * 64, tuple(moved), tuple(items), ((1, page),), **more)  # type: ignore[arg-type]


def states(found: OffAgenda) -> list[str]:
    return [one.state for one in found.placed]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Motion to award the Mill Street paving contract to Brandt. Carried.", "on_agenda"),
        ("Motion to adopt Resolution 2025-31. Carried 5-0.", "on_agenda"),
        ("Motion to approve the consent agenda. Carried.", "on_agenda"),
        ("Motion to buy two police cruisers. Carried.", "cannot_tell"),
        ("Motion to plow Mill Lane first. Carried.", "cannot_tell"),
        ("Motion to approve it as discussed. Carried.", "cannot_tell"),
        (LADDER, "off_agenda"),
        ("Motion to adopt Resolution 2025-44, thanking the bandmaster. Carried.", "off_agenda"),
        ("Motion to approve the minutes of August 12. Carried.", "procedural"),
        ("Motion to adjourn at 9 p.m. Carried.", "procedural"),
    ],
)
def test_where_a_vote_stands(text: str, state: str) -> None:
    assert states(off_agenda(minutes(text), agenda())) == [state]


TALK = " Mr. Hall asked what the {} would say. Ms. Quist seconded. All in favor."


@pytest.mark.parametrize(
    ("text", "state"),
    [
        # Talk on a motion that says what it is about: a report's name in it covers nothing,
        (LADDER.replace(" Carried", TALK.format("police") + " Carried"), "off_agenda"),
        # nor does one word of a line of several; the same word in the motion itself may.
        (LADDER.replace(" Carried", TALK.format("paving crew") + " Carried"), "off_agenda"),
        ("Motion to buy a paving machine from Corbin. Carried 5-0.", "cannot_tell"),
        # Where half of the line, or two words of it, are spoken of, nothing is said.
        (LADDER.replace(" Carried", TALK.format("paving of Mill Street") + " Carried"),
         "on_agenda"),
        # A motion that does not say what it is about is taken with the talk on it.
        ("Motion to approve it. Mr. Hall asked about the paving contract. Carried.", "on_agenda"),
    ],
)  # fmt: skip
def test_talk_on_a_motion_is_not_the_motion(text: str, state: str) -> None:
    assert states(off_agenda(minutes(text), agenda())) == [state]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mr. Odell moved to hire St. Clair Paving. Ms. Quist asked why.", "hire St. Clair Paving"),
        (
            "Motion by Hall. To sell the salt shed to Corbin. Mr. Ames agreed.",
            "salt shed to Corbin",
        ),
        ("So moved.", "So moved."),
    ],
)
def test_the_sentences_that_move_it(text: str, said: str) -> None:
    assert core(text).endswith(said)


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("8422 River Road, Tarrow, PA 15999", True),
        ("Call (724) 555-0100 for access", True),
        ("clerk@tarrow.example", True),
        ("River Road paving, phase 2", False),
        ("Resolution 2025-31, PA Turnpike easement", False),
    ],
)
def test_an_address_of_the_body_is_no_matter(line: str, head: bool) -> None:
    assert letterhead(line) is head


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Motion to approve the bills for payment as listed.", "pays bills"),
        ("Motion to accept the treasurer's report.", "financial report"),
        ("Motion to recess for ten minutes.", "interrupts"),
        ("Motion to enter executive session on personnel.", "closed session"),
        ("Motion to approve the agenda as amended.", "sets the agenda"),
        ("Motion to add a purchase to the agenda.", "sets the agenda"),
        ("Motion to table the zoning update.", "puts the matter off"),
        ("Motion to excuse the absence of Mr. Hall.", "excuses"),
        ("Motion to close the public hearing.", "hearing"),
        ("Motion to purchase picnic tables for the park.", ""),
        ("Motion to approve the consent agenda with the minutes.", ""),
        ("Motion to continue the contract with Brandt.", ""),
    ],
)
def test_votes_that_run_the_meeting_are_not_counted(text: str, why: str) -> None:
    said = routine(Moved(text, text, "passed"))
    assert why in said if why else said == ""


def test_a_motion_nobody_voted_on_is_not_counted() -> None:
    assert routine(Moved(LADDER, LADDER, "no_second")) == "no vote was taken on it"


def test_a_heading_of_the_minutes_that_stands_on_the_agenda_covers_what_is_below() -> None:
    below = minutes("Motion to accept the lowest bid. Carried.", heads=(("Mill Street Paving", 0),))
    assert states(off_agenda(below, agenda())) == ["on_agenda"]
    report = minutes(LADDER, heads=(("Police Department", 0),))
    assert states(off_agenda(report, agenda())) == ["cannot_tell"]


@pytest.mark.parametrize(
    ("held", "answer"),
    [
        (None, "cannot_tell"),
        (agenda(doubts=("2 of 3 pages could not be read",)), "cannot_tell"),
        (agenda(doubts=("captured only after the deadline",)), "cannot_tell"),
        (Agenda("a" * 64, ()), "cannot_tell"),
        (agenda(), "yes"),
    ],
)
def test_an_agenda_that_was_not_seen_whole_proves_nothing(held: Agenda | None, answer: str) -> None:
    found = off_agenda(minutes(LADDER), held)
    assert (found.answer, bool(found.votes)) == (answer, answer == "yes")


def test_the_answers_of_a_meeting() -> None:
    on = "Motion to award the Mill Street paving contract. Carried."
    assert off_agenda(minutes(on), agenda()).answer == "no"
    assert off_agenda(minutes(on, LADDER), agenda()).answer == "yes"
    assert (
        off_agenda(minutes(on, "Motion to approve it. Carried."), agenda()).answer == "cannot_tell"
    )
    assert off_agenda(minutes("Motion to adjourn."), agenda()).answer == "not_applicable"
    assert off_agenda(minutes(), agenda()).answer == "not_applicable"


def test_a_version_that_may_have_been_posted_saves_a_vote() -> None:
    later = agenda(*LINES, "Ladder truck")
    assert off_agenda(minutes(LADDER), agenda(), maybe=[later]).answer == "no"


def test_the_name_of_the_body_tells_nothing() -> None:
    page = agenda("TARROW BOROUGH", "Mill Street paving contract")
    text = "Motion to repaint the Tarrow bandstand and its railings. Carried."
    assert states(off_agenda(minutes(text), page)) == ["on_agenda"]
    assert states(off_agenda(minutes(text, body="Tarrow Borough Council"), page)) == ["off_agenda"]


ADDED = (
    "Motion by Hall, second by Ames, to add the purchase of a ladder truck to the agenda because "
    "the offer came up after the agenda was posted. Carried 5-0."
)


def steps(found: OffAgenda) -> dict[str, str]:
    (vote,) = found.votes
    return {step.name: step.answer for step in vote.steps}


@pytest.mark.parametrize(
    ("texts", "after", "answers"),
    [
        ((LADDER,), None, "no no no cannot_tell"),
        ((ADDED, LADDER), None, "yes yes yes cannot_tell"),
        ((ADDED, LADDER), Aftermath(True, agenda(*LINES, "Ladder truck")), "yes yes yes yes"),
        ((ADDED, LADDER), Aftermath(True, agenda()), "yes yes yes no"),
        ((ADDED, LADDER), Aftermath(True), "yes yes yes no"),
        ((ADDED, LADDER), Aftermath(False), "yes yes yes cannot_tell"),
        (("Motion to add a ladder truck to the agenda. Carried.", LADDER), None,
         "yes no yes cannot_tell"),
        (("Motion to approve the agenda as amended. Carried.", LADDER), None,
         "no no no cannot_tell"),
        (("Motion to amend the agenda to include two matters. Carried.", LADDER), None,
         "cannot_tell cannot_tell cannot_tell cannot_tell"),
        ((LADDER, ADDED), None, "no no no cannot_tell"),
    ],
)  # fmt: skip
def test_the_steps_of_the_law_are_looked_for(
    texts: tuple[str, ...], after: Aftermath | None, answers: str
) -> None:
    names = ("motion_to_add", "reason", "separate_vote", "amended_agenda")
    found = steps(off_agenda(minutes(*texts), agenda(), after=after))
    assert found == dict(zip(names, answers.split(), strict=True))


def test_a_motion_to_add_that_did_not_pass_is_no_step() -> None:
    held = minutes(ADDED, LADDER)
    lost = replace(held, motions=(replace(held.motions[0], result="failed"), held.motions[1]))
    assert steps(off_agenda(lost, agenda()))["motion_to_add"] == "no"


def test_a_step_points_at_its_passage() -> None:
    (vote,) = off_agenda(minutes(ADDED, LADDER), agenda()).votes
    assert (vote.steps[0].page, vote.steps[0].start, vote.steps[0].end) == (1, 0, len(ADDED))
    assert vote.as_json()["steps"][0]["answer"] == "yes"
    assert vote.as_json()["nearest"] == []


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("moved to add the lease to the agenda", True),
        ("to amend tonight's agenda", True),
        ("to amend the agenda to include the lease", True),
        ("the agenda was amended to add the lease", True),
        ("to place the lease on the agenda", True),
        ("to approve the agenda", False),
    ],
)
def test_what_puts_a_matter_on_the_agenda(text: str, yes: bool) -> None:
    assert adds(text) is yes


def test_words_numbers_and_the_subject_of_a_motion() -> None:
    assert telling("Motion to approve the Bridges and bridge") == {"bridg"}
    assert numbers("adopt Resolution No. 2025-31 and Ordinance 611.") == {"2025-31", "611"}
    said = subject("Motion by Ames to sell the salt shed. Roll call: Ames yes, Odell no.")
    assert "Odell" not in said
    assert "Ames" not in said


@given(st.text(max_size=300), st.lists(st.text(max_size=40), max_size=8))
def test_any_words_are_placed_and_none_is_lost(text: str, lines: list[str]) -> None:
    found = off_agenda(minutes(text), agenda(*lines) if lines else agenda())
    assert len(found.placed) == 1
    assert found.answer in {"yes", "no", "cannot_tell", "not_applicable"}


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8))
def test_a_line_more_never_makes_a_vote_off(lines: list[str]) -> None:
    """What an agenda covers, a longer one covers too."""
    texts = (LADDER, "Motion to award the Mill Street paving contract. Carried.")
    short = off_agenda(minutes(*texts), agenda(*lines))
    longer = off_agenda(minutes(*texts), agenda(*lines, "Ladder truck purchase"))
    for one, other in zip(short.placed, longer.placed, strict=True):
        assert one.state != "on_agenda" or other.state == "on_agenda"
        assert one.state != "procedural" or other.state == "procedural"
    assert longer.placed[0].state == "on_agenda"
