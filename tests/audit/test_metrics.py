"""The audit's questions, each against meetings made by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from audit.bodies import BodyRecord, HeldDocument, HeldSource, Version
from audit.law.clock import start_of
from audit.law.rules import law_of
from audit.metrics.ask import ask
from audit.metrics.catalogue import METRICS
from audit.metrics.held import (
    Glance,
    Held,
    Line,
    Published,
    Request,
    Sitting,
    Text,
    Vote,
)  # fmt: skip
from audit.metrics.start import printed, starts
from audit.metrics.values import Quarter, Said

EAST = ZoneInfo("America/New_York")
DAY = date(2026, 8, 11)
BEFORE = datetime(2026, 8, 3, 11, 0, tzinfo=UTC)
POSTED = datetime(2026, 8, 10, 11, 0, tzinfo=UTC)
"""Monday morning: 36 hours before a meeting on Tuesday evening."""
LATE = datetime(2026, 8, 11, 12, 0, tzinfo=UTC)
AFTER = datetime(2026, 8, 17, 11, 0, tzinfo=UTC)
END = datetime(2026, 9, 14, 11, 0, tzinfo=UTC)

WORDS = (
    "Fernwick Borough Council\nAugust 11, 2026, 7:00 p.m., Borough Building\nPresent: Ames, Brandt,"
    " Dow\nPublic Comment\nA resident spoke of the park and its swings.\nNew Business\nMotion by "
    "Ames to award the paving of Mill Street. Roll call: Ames yes, Brandt yes, Dow no.\n"
)


def at(words: str) -> tuple[int, int]:
    start = WORDS.index(words)
    return start, start + len(words)


def line(title: str, section: str | None = None, text: str = WORDS) -> Line:
    start = text.index(title)
    return Line(title, section, 1, start, start + len(title))


def vote(**more: Any) -> Vote:
    start, end = at("Motion by Ames to award the paving of Mill Street")
    values: dict[str, Any] = {
        "text": "Motion by Ames to award the paving of Mill Street. Roll call: Ames yes, Brandt "
        "yes, Dow no.",
        "quote": WORDS[start:end], "result": "passed", "page": 1, "start": start, "end": end,
        "direction": "adopt", "method": "roll_call", "ayes": 2, "nays": 1,
        "votes": {"Ames": "yes", "Brandt": "yes", "Dow": "no"},
    }  # fmt: skip
    return Vote(**values | more)


def minutes(text: str = WORDS, **more: Any) -> Text:
    values: dict[str, Any] = {
        "sha256": "b" * 64, "captured_at": AFTER, "kind": "minutes", "meeting_date": DAY,
        "called_to_order": "19:00", "pages": ((1, "text", text),), "present": ("Ames", "Brandt",
        "Dow"), "votes": (vote(),),
        "lines": (line("Public Comment", "public_comment"), line("New Business", "new_business")),
    }  # fmt: skip
    return Text(**values | more)


AGENDA = "Fernwick Borough Council Agenda\nAugust 11, 2026, 7:00 p.m.\n1. Paving of Mill Street\n"


def agenda(seen: datetime = POSTED, text: str = AGENDA, **more: Any) -> Published:
    version = Text(
        "a" * 64, seen, BEFORE, kind="agenda", pages=((1, "text", text),),
        lines=(line("Paving of Mill Street", None, text),) if "Paving" in text else (),
    )  # fmt: skip
    values: dict[str, Any] = {
        "id": "agenda-1", "role": "agenda", "url": "https://t.example/a", "source_id": "s",
        "meeting_date": DAY, "first_listed": seen, "last_listed": END, "versions": (version,),
        "checks": ((AFTER, "a" * 64),),
    }  # fmt: skip
    return Published(**values | more)


def paper(role: str = "minutes", seen: datetime = AFTER, **more: Any) -> Published:
    values: dict[str, Any] = {
        "id": f"{role}-1", "role": role, "url": "https://t.example/m", "source_id": "s",
        "meeting_date": DAY, "first_listed": seen, "last_listed": END, "versions": (minutes(),),
    }  # fmt: skip
    return Published(**values | more)


def glances(*times: datetime, good: bool = True) -> tuple[Glance, ...]:
    outcome = "ok" if good else "unreachable"
    return tuple(Glance(n, when, "s", good, outcome) for n, when in enumerate(times, 1))


def sitting(*documents: Published, **more: Any) -> Sitting:
    values: dict[str, Any] = {
        "day": DAY, "start": start_of(DAY, (time(19),), EAST), "state": "read", "kind": "regular",
        "minutes": minutes(), "documents": documents or (agenda(), paper()),
    }  # fmt: skip
    return Sitting(**values | more)


def held(*sittings: Sitting, state: str = "PA", **more: Any) -> Held:
    record = BodyRecord("b", "Fernwick Borough Council", "borough_council", state=state,
                        sources=(HeldSource("s"),))  # fmt: skip
    values: dict[str, Any] = {
        "record": record, "quarter": Quarter(2026, 3), "as_of": END, "law": law_of(state),
        "sittings": sittings, "documents": tuple(d for s in sittings for d in s.documents),
        "glances": glances(BEFORE, POSTED, AFTER, END), "later": (date(2026, 9, 8),),
    }  # fmt: skip
    return Held(**values | more)


def said(metric: str, of: Held) -> Said:
    found = [answer.said for answer in ask(of) if answer.metric == metric]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("seen", "looks", "answer"),
    [
        (POSTED, (BEFORE, POSTED, AFTER), "yes"),
        (LATE, (BEFORE, LATE, AFTER), "cannot_tell"),  # between two looks
        (LATE, (datetime(2026, 8, 11, 0, 0, tzinfo=UTC), LATE), "no"),  # absent an hour after
        (LATE, (datetime(2026, 8, 10, 22, 0, tzinfo=UTC), LATE), "cannot_tell"),  # an hour before
        (LATE, (LATE,), "cannot_tell"),  # no earlier look at all
    ],
)
def test_the_agenda_in_time(seen: datetime, looks: tuple[datetime, ...], answer: str) -> None:
    assert said("L1", held(sitting(agenda(seen)), glances=glances(*looks))).answer == answer


def test_a_look_that_did_not_load_the_list_proves_no_absence() -> None:
    bad = glances(datetime(2026, 8, 11, 0, 0, tzinfo=UTC), good=False)
    assert said("L1", held(sitting(agenda(LATE)), glances=bad)).answer == "cannot_tell"


def test_a_second_source_that_was_not_looked_at_proves_no_absence() -> None:
    one = held(sitting(agenda(LATE)), glances=glances(datetime(2026, 8, 11, 0, 0, tzinfo=UTC)))
    two = replace(one, record=replace(one.record, sources=(HeldSource("s"), HeldSource("t"))))
    assert said("L1", one).answer == "no"
    assert said("L1", two).answer == "cannot_tell"


def test_an_agenda_never_seen() -> None:
    bare = sitting(paper())
    last = datetime(2026, 8, 11, 20, 0, tzinfo=UTC)
    assert said("L1", held(bare, glances=glances(BEFORE, last))).answer == "no"
    # Looked at days later only: it may have stood there and gone.
    assert said("L1", held(bare, glances=glances(BEFORE, AFTER))).answer == "cannot_tell"


def test_without_a_printed_start_only_any_hour_decides() -> None:
    unprinted = sitting(agenda(BEFORE), start=start_of(DAY, (), EAST))
    assert said("L1", held(unprinted)).answer == "yes"
    near = sitting(agenda(POSTED), start=start_of(DAY, (), EAST))
    told = said("L1", held(near))
    assert told.answer == "cannot_tell"
    assert "no start time is printed" in told.reason


@pytest.mark.parametrize(
    ("day", "absent", "answer"),
    [(4, 3, "yes"), (6, 3, "cannot_tell"), (10, 3, "cannot_tell"), (10, 7, "no")],
)
def test_texas_counts_business_days(day: int, absent: int, answer: str) -> None:
    """Three before Tuesday the 11th: Thursday the 6th, counted in or not."""
    seen = datetime(2026, 8, day, 11, 0, tzinfo=UTC)
    looks = glances(datetime(2026, 8, absent, 11, 0, tzinfo=UTC), seen)
    told = said("L1", held(sitting(agenda(seen)), state="TX", glances=looks))
    assert told.answer == answer


@pytest.mark.parametrize("state", ["CA", "AR"])
def test_unknown_law_is_loud_and_never_a_yes_or_no(state: str) -> None:
    told = [a for a in ask(held(sitting(), state=state)) if a.metric[0] == "L"]
    about = [a for a in told if a.metric in {"L1", "L3", "L4", "L7", "L8a", "L9", "L10a", "L11"}]
    assert len(about) == 8
    assert {a.said.answer for a in about} == {"cannot_tell"}
    assert all("state law not checked" in a.said.reason for a in about)
    assert all(not a.rule for a in about)


def test_a_law_that_asks_for_no_minutes() -> None:
    assert said("L7", held(sitting(), state="KS")).answer == "not_applicable"


def test_a_work_session_needs_no_agenda_in_pennsylvania() -> None:
    assert said("L1", held(sitting(kind="work_session"))).answer == "not_applicable"


def _replaced(
    first: datetime, second: datetime, since: datetime, text: str = AGENDA, **more: Any
) -> Published:
    one = agenda(first)
    later = replace(one.versions[0], sha256="c" * 64, captured_at=second, not_before=since,
                    pages=((1, "text", text),), **more)  # fmt: skip
    return replace(one, versions=(one.versions[0], later), checks=((AFTER, "c" * 64),))


def test_an_agenda_that_stayed_the_same() -> None:
    assert said("L2", held(sitting())).answer == "yes"
    unchecked = replace(agenda(), checks=())
    assert said("L2", held(sitting(unchecked))).answer == "cannot_tell"


def test_an_agenda_replaced_inside_the_deadline() -> None:
    late, since = datetime(2026, 8, 11, 20, tzinfo=UTC), datetime(2026, 8, 11, 1, tzinfo=UTC)
    inside = _replaced(BEFORE, late, since, AGENDA + "2. Lease of a depot\n")
    assert said("L2", held(sitting(inside))).answer == "no"
    assert said("L2", held(sitting(_replaced(BEFORE, late, since)))).answer == "cannot_tell"
    blurred = _replaced(BEFORE, late, since, "", pages_unread=1)
    assert said("L2", held(sitting(blurred))).answer == "cannot_tell"
    told = vote(text="Motion by Dow to amend the agenda to add the lease. All in favor.")
    explained = sitting(inside, minutes=minutes(votes=(told,)))
    assert said("L2", held(explained)).answer == "yes"
    # Replaced somewhere between two looks, one of them before the deadline.
    unsure = _replaced(BEFORE, late, BEFORE, AGENDA + "2. Lease of a depot\n")
    assert said("L2", held(sitting(unsure))).answer == "cannot_tell"


@pytest.mark.parametrize(
    ("label", "looks", "answer"),
    [
        ("Amended agenda", (BEFORE, datetime(2026, 8, 11, 1, tzinfo=UTC), LATE), "no"),
        ("Agenda", (BEFORE, datetime(2026, 8, 11, 1, tzinfo=UTC), LATE), "cannot_tell"),
        ("Amended agenda", (BEFORE, LATE), "cannot_tell"),  # it may have come before the deadline
    ],
)
def test_another_agenda_beside_the_first(
    label: str, looks: tuple[datetime, ...], answer: str
) -> None:
    """The first one stayed as it was, and is no longer the agenda."""
    second = agenda(LATE, id="agenda-2", label=label)
    both = held(sitting(agenda(BEFORE), second), glances=glances(*looks))
    assert said("L2", both).answer == answer


def test_votes_on_the_agenda_and_off_it() -> None:
    assert said("L3", held(sitting())).answer == "yes"
    assert said("L4", held(sitting())).answer == "yes"
    other = AGENDA.replace("Paving of Mill Street", "Concert in the gazebo")
    off = held(sitting(agenda(text=other, versions=(
        Text("a" * 64, POSTED, BEFORE, kind="agenda", pages=((1, "text", other),),
             lines=(line("Concert in the gazebo", None, other),)),
    ))))  # fmt: skip
    told = said("L4", off)
    assert told.answer == "no"
    assert told.proofs[-1].quote == WORDS[slice(*at(told.proofs[-1].quote))]
    # Not asked for again: another version may have come and gone before the deadline.
    unseen = replace(off.sittings[0].documents[0], checks=())
    assert said("L4", held(sitting(unseen))).answer == "cannot_tell"
    steps = said("L5", off)
    assert steps.answer == "no"
    assert "motion to add: no" in steps.reason


def test_an_agenda_captured_only_afterwards_says_nothing_of_what_was_posted() -> None:
    after = agenda(AFTER)
    assert said("L4", held(sitting(after))).answer == "cannot_tell"
    assert said("L3", held(sitting(after))).answer == "yes"


def test_a_special_meeting_not_announced_on_the_site_is_never_a_no() -> None:
    looks = glances(BEFORE, datetime(2026, 8, 11, 20, 0, tzinfo=UTC), AFTER)
    quiet = held(sitting(paper(), kind="special"), glances=looks)
    assert said("L6", quiet).answer == "cannot_tell"
    listed = held(sitting(paper(), kind="special", first_seen=BEFORE), glances=looks)
    assert said("L6", listed).answer == "yes"
    assert said("L6", held(sitting())).answer == "not_applicable"


@pytest.mark.parametrize(
    ("more", "answer"),
    [
        ({}, "yes"),
        ({"minutes": None, "state": "missing", "foretold": True}, "cannot_tell"),
        ({"minutes": None, "state": "awaited", "why": "minutes may still come"}, "cannot_tell"),
        ({"minutes": None, "state": "cancelled"}, "not_applicable"),
    ],
)
def test_minutes_exist(more: dict[str, Any], answer: str) -> None:
    assert said("L7", held(sitting(**more))).answer == answer


@pytest.mark.parametrize(
    ("looks", "answer"),
    [
        ((END,), "cannot_tell"),  # 34 days after it
        ((datetime(2026, 10, 24, 16, 0, tzinfo=UTC),), "cannot_tell"),  # 74
        ((END, datetime(2026, 10, 25, 16, 0, tzinfo=UTC)), "no"),  # 75
        ((), "cannot_tell"),
    ],
)
def test_missing_minutes_need_a_late_good_look(looks: tuple[datetime, ...], answer: str) -> None:
    """A site that went silent after the meeting may have posted them since."""
    missing = sitting(agenda(), minutes=None, state="missing", why="no minutes found")
    late = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
    assert said("L7", held(missing, glances=glances(*looks), as_of=late)).answer == answer


SHOWN = vote(mover="Brandt", start=500, end=501)
"""A vote in which Brandt takes part."""


def told(said_: str, *, after: str = "", over: str = "", more: Vote | None = None,
         method_: str = "text",
         **fields: Any) -> dict[str, Any]:  # fmt: skip
    """Minutes whose one roll call says that, with what stands after it, or on the next page."""
    start = len(_HEAD)
    one = vote(**{"votes": {}, "text": said_, "start": start, "end": start + len(said_),
                  "ayes": None, "nays": None} | fields)  # fmt: skip
    pages = [(1, method_, _HEAD + said_ + after)] + ([(2, "text", over)] if over else [])
    return {"pages": tuple(pages), "votes": (one, *((more,) if more else ()))}


_HEAD = "August 11, 2026, 7:00 p.m., Borough Building. "


@pytest.mark.parametrize(
    ("metric", "more", "answer"),
    [
        ("L8a", {}, "yes"),
        ("L8a", {"meeting_date": None}, "cannot_tell"),  # a date stands there unread
        ("L8a", {"meeting_date": None, "pages": ((1, "text", "They met at 7 pm, Borough Hall"),)},
         "no"),
        ("L8a", {"pages": ((1, "text", "August 11, 7 pm. The council met at Ashgrove Manor."),)},
         "cannot_tell"),  # a place whose kind is not known
        ("L8a", {"pages_unread": 1}, "cannot_tell"),
        ("L8a", {"pages": ((1, "text", "August 11. They met."),), "called_to_order": None}, "no"),
        ("L8a", {"pages": ((1, "text", "August 11 at 7 pm"), (2, "text", "paving of Mill Road"))},
         "cannot_tell"),
        ("L8b", {}, "yes"),
        ("L8b", {"present": ()}, "cannot_tell"),  # the word stands there: ours may be the fault
        ("L8b", {"present": (), "pages": ((1, "text", "The council met."),)}, "no"),
        ("L8c", {}, "yes"),
        ("L8c", {"votes": ()}, "cannot_tell"),
        ("L8c", {"votes": (vote(result="unknown"),)}, "cannot_tell"),
        ("L8d", {}, "yes"),
        ("L8d", {"votes": (vote(votes={}),)}, "cannot_tell"),  # names stand there unread
        ("L8d", told("Roll call vote, carried."), "no"),
        ("L8d", told("Ames moved it. Roll call vote, carried.", mover="Ames"), "no"),
        ("L8d", told("Roll call vote, carried.") | {"present": ()}, "cannot_tell"),
        ("L8d", told("Roll call vote, all ayes."), "cannot_tell"),
        ("L8d", told("Roll call vote, carried.", after="\nAmes yes, Brandt yes, Dow no"),
         "cannot_tell"),
        ("L8d", told("Roll call vote, carried.", over="Ames yes, Brandt yes, Dow no"),
         "cannot_tell"),  # the names stand on the next page
        ("L8d", {"votes": (vote(method="voice"),)}, "not_applicable"),
        ("L8e", {}, "yes"),
        ("L8e", {"lines": ()}, "cannot_tell"),
        ("L9", {}, "yes"),
        ("L9", {"votes": (vote(ayes=3),)}, "no"),
        ("L9", {"votes": (vote(ayes=3, doubts=("the tally says 3",)),)}, "cannot_tell"),
        ("L9", {"votes": (vote(votes={"Ames": "yes", "Dow": "no"}),)}, "cannot_tell"),
        ("L9", {"votes": (vote(votes={"Ames": "yes", "Dow": "no"},
                               text="Roll call: Ames yes, Dow no."),)}, "cannot_tell"),  # a guest?
        ("L9", told("Ames yes, Dow no.", votes={"Ames": "yes", "Dow": "no"}, more=SHOWN), "no"),
        ("L9", told("Ames yes, Dow no.", votes={"Ames": "yes", "Dow": "no"}, more=SHOWN,
                    after=" Mr. Brandt left at 8:10 p.m."), "cannot_tell"),
        ("L9", {"votes": (vote(votes={"Ames": "yes", "Brant": "yes", "Dow": "no"}),)}, "yes"),
        ("L9", {"present": ()}, "cannot_tell"),
        ("L9", {"present": ("Dick Ames", "Gary Brandt", "Jan Dow"),
                "votes": (vote(votes={"Dick": "yes", "Gary": "yes", "Jan": "no"}),)}, "yes"),
        ("L9", told("Ames yes.", votes={"Ames": "yes"}, more=vote(mover="Brandt", seconder="Dow",
                    start=500, end=501)), "cannot_tell"),  # two missing: our reader's, more likely
        ("L9", told("Ames yes, Dow no.", votes={"Ames": "yes", "Dow": "no"}, more=SHOWN,
                    method_="ocr"), "cannot_tell"),
    ],
)  # fmt: skip
def test_what_minutes_contain(metric: str, more: dict[str, Any], answer: str) -> None:
    assert said(metric, held(sitting(minutes=minutes(**more)))).answer == answer


def test_where_nobody_spoke() -> None:
    text = WORDS.replace("A resident spoke of the park and its swings.", "There was none.")
    quiet = minutes(text, lines=(line("Public Comment", "public_comment", text),
                                 line("New Business", "new_business", text)))  # fmt: skip
    assert said("L8e", held(sitting(minutes=quiet))).answer == "not_applicable"


def test_a_state_that_wants_every_vote_by_member_asks_voice_votes_too() -> None:
    voiced = minutes(**told("Motion carried.", method="voice"))
    assert said("L9", held(sitting(minutes=voiced), state="MS")).answer == "no"
    assert said("L9", held(sitting(minutes=voiced))).answer == "not_applicable"
    # Georgia presumes that all present approved where no name stands against.
    assert said("L9", held(sitting(minutes=voiced), state="GA")).answer == "cannot_tell"
    split = minutes(**told("Motion carried.", method="voice", ayes=2, nays=1))
    assert said("L9", held(sitting(minutes=split), state="GA")).answer == "no"


@pytest.mark.parametrize(
    ("passage", "answer"),
    [
        ("Council went into executive session at 8:10 p.m. to discuss a personnel matter.", "yes"),
        ("Council met in executive session on pending litigation.", "yes"),
        ("Council recessed to executive session. The purpose was a personnel matter.", "yes"),
        # A reason of something else: whose it is cannot be told.
        ("Council went into executive session at 8 p.m. The solicitor left.", "cannot_tell"),
        (
            "Council entered executive session on personnel. It entered closed session at 9 p.m.",
            "cannot_tell",
        ),
        ("Council adjourned to executive session at 8:10 p.m. and returned at 8:40 p.m.", "no"),
        ("No executive session was held.", "not_applicable"),
        ("Executive session: none", "not_applicable"),
        ("CLOSED SESSION — No items", "not_applicable"),
        ("ANNOUNCEMENTS EXECUTIVE SESSION Motion by Dow to pay the bills.", "cannot_tell"),
        (
            "The board convened in closed session to consider readmissions (Code section 48).",
            "cannot_tell",
        ),  # a purpose, in other words than ours
        ("Executive Session", "cannot_tell"),
        ("The band played.", "not_applicable"),
    ],
)
def test_closed_sessions(passage: str, answer: str) -> None:
    told = said("L10a", held(sitting(minutes=minutes(f"{WORDS}\n{passage}"))))
    assert told.answer == answer
    assert all(proof.quote in f"{WORDS}\n{passage}" for proof in told.proofs)


SESSION = "Council went into executive session at 8:10 p.m. to discuss a personnel matter.\n"
BACK = "Council returned to regular session at 8:40 p.m.\n"
HIRE = "Motion by Dow to hire Ms. Tolliver as a clerk. Carried.\n"
OTHER = "Motion by Dow to repaint the bandstand. Carried.\n"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (OTHER, "not_applicable"),
        (SESSION + BACK, "cannot_tell"),
        (SESSION + BACK + HIRE, "yes"),
        (SESSION + BACK + OTHER, "cannot_tell"),
        (SESSION + HIRE + BACK, "no"),
        (SESSION.replace(" at 8:10 p.m.", "") + HIRE + BACK, "cannot_tell"),
        (SESSION + BACK + "No action was taken.\n", "not_applicable"),
        (SESSION + "Motion by Dow to adjourn. Carried.\n" + BACK, "cannot_tell"),
    ],
)
def test_the_vote_after_a_closed_session(text: str, answer: str) -> None:
    votes = []
    for words in re.findall(r"Motion by [^\n]+", text):
        start = text.index(words)
        votes.append(vote(quote=words, text=words, start=start, end=start + len(words), votes={},
                          method="voice"))  # fmt: skip
    read = minutes(text, votes=tuple(votes), lines=())
    assert said("L10b", held(sitting(minutes=read))).answer == answer


def test_comment_before_the_first_vote() -> None:
    assert said("L11", held(sitting())).answer == "yes"
    last = line("New Business", "public_comment")
    early = vote(start=0, end=10)
    plain = WORDS.replace("Public Comment\nA resident spoke", "Reports\nThe clerk spoke")
    turned = minutes(plain, lines=(replace(last, start=400),), votes=(early,))
    assert said("L11", held(sitting(minutes=turned))).answer == "no"
    assert said("L11", held(sitting(minutes=minutes(lines=())))).answer == "cannot_tell"
    words = "Motion to approve the minutes of July"
    routine = minutes(votes=(vote(quote=words, text=words, start=0),))
    assert said("L11", held(sitting(minutes=routine))).answer == "not_applicable"


def test_the_yearly_schedule() -> None:
    one = held(sitting())
    assert said("L12", one).answer == "cannot_tell"
    adopted = replace(one, record=replace(one.record, schedule=(DAY,)))
    assert said("L12", adopted).answer == "yes"
    dates = tuple(date(2026, month, 11) for month in (1, 2, 3))
    version = Version("e" * 64, BEFORE, scheduled=dates)
    notice = HeldDocument("n", "notice", "https://t.example/n", versions=(version,))
    read = replace(one, record=replace(one.record, documents=(notice,)))
    assert said("L12", read).proofs[0].id == "e" * 64
    posted = paper("notice", label="2026 Meeting Schedule")
    assert said("L12", replace(one, documents=(posted,))).answer == "yes"


def test_the_lag_of_minutes_is_an_interval() -> None:
    told = said("P1", held(sitting()))
    assert (told.answer, told.low, told.high) == ("yes", 0, 6)
    close = held(sitting(), glances=glances(BEFORE, datetime(2026, 8, 14, 11, tzinfo=UTC), AFTER))
    told = said("P1", close)
    assert (told.answer, told.low, told.high) == ("yes", 3, 6)
    unseen = said("P1", held(sitting(agenda())))
    assert (unseen.answer, unseen.low, unseen.high) == ("cannot_tell", 34, None)


@pytest.mark.parametrize(
    ("seen", "looks", "answer"),
    [
        (AFTER, (BEFORE, AFTER), "yes"),
        (END, (datetime(2026, 9, 10, 11, tzinfo=UTC), END), "no"),
        (END, (AFTER, END), "cannot_tell"),
    ],
)
def test_minutes_before_the_next_meeting(
    seen: datetime, looks: tuple[datetime, ...], answer: str
) -> None:
    one = sitting(agenda(), paper(seen=seen))
    assert said("P2", held(one, glances=glances(*looks))).answer == answer
    assert said("P2", held(one, later=())).answer == "cannot_tell"


def test_papers_and_searchable_text() -> None:
    assert said("P3a", held(sitting())).answer == "no"
    assert said("P3a", held(sitting(agenda(), paper("packet")))).answer == "yes"
    assert said("P3b", held(sitting())).answer == "yes"
    scan = paper(versions=(minutes(pages=((1, "ocr", WORDS),)),))
    assert said("P3b", held(sitting(agenda(), scan))).answer == "no"


def _kept(document: Published, *others: Published) -> Said:
    return said("P4", held(sitting(document), documents=(document, *others)))


def test_documents_kept_and_changes_marked() -> None:
    assert _kept(agenda()).answer == "yes"
    gone = replace(agenda(), listed=False)
    assert _kept(gone).answer == "no"
    old = replace(agenda(), id="old", meeting_date=date(2026, 7, 1), listed=False)
    assert _kept(gone, old).answer == "cannot_tell"  # the list may only show the newest
    words = _replaced(BEFORE, AFTER, POSTED)
    other = replace(words.versions[1], pages=((1, "text", "Other words"),))
    changed = replace(words, versions=(words.versions[0], other))
    assert _kept(words).answer == "yes"  # other bytes, same words
    assert _kept(changed).answer == "no"
    assert _kept(replace(changed, label="Amended agenda")).answer == "yes"
    draft = replace(words.versions[0], minutes_status="draft")
    final = replace(other, minutes_status="approved")
    assert _kept(replace(words, role="minutes", versions=(draft, final))).answer == "yes"


def test_the_text_of_an_agreement_before_the_vote() -> None:
    on_it = minutes(votes=(vote(topics=("287g",)),))
    assert said("P5", held(sitting(agenda(), minutes=on_it))).answer == "cannot_tell"
    bound = agenda()
    first = bound.versions[0]
    moa = (2, "text", MOA)
    lease = (2, "text", "LEASE AGREEMENT\nThis agreement is between the borough and Corbin.")
    for pages, attachments, answer in (
        ((*first.pages, moa), (("agreement", 2),), "yes"),
        ((*first.pages, lease), (("agreement", 2),), "cannot_tell"),  # another agreement
        (
            ((1, "text", AGENDA + "2. 287(g) agreement with ICE\n"), lease),
            (("agreement", 2),),
            "cannot_tell",
        ),
        ((moa,), (), "yes"),  # the paper is the agreement
    ):
        version = replace(first, pages=pages, attachments=attachments)
        one = sitting(replace(bound, versions=(version,)), minutes=on_it)
        assert said("P5", held(one)).answer == answer, pages
        # Without a printed start, a capture of the same day may be later than the vote.
        same = replace(version, captured_at=datetime(2026, 8, 11, 20, tzinfo=UTC))
        unsure = sitting(replace(bound, versions=(same,)), minutes=on_it,
                         start=start_of(DAY, (), EAST))  # fmt: skip
        assert said("P5", held(unsure)).answer == "cannot_tell"


MOA = (
    "MEMORANDUM OF AGREEMENT\nThis Memorandum of Agreement (MOA) constitutes an agreement between "
    "Immigration and Customs Enforcement (ICE) and the Fernwick Police Department under section "
    "287(g). By signing this MOA the parties agree."
)


def test_recordings_are_no_papers_and_never_missing() -> None:
    video = paper("other", label="Video of the meeting")
    both = held(sitting(agenda(), video))
    assert said("P3a", both).answer == "no"
    assert said("P3c", both).answer == "yes"
    assert said("P3c", held(sitting())).answer == "cannot_tell"


def test_the_days_of_records_requests() -> None:
    assert said("P6", held(sitting())).answer == "not_applicable"
    sent = Request(DAY, date(2026, 9, 1), entry="4")
    waiting = said("P6", held(sitting(), requests=(sent,)))
    assert (waiting.answer, waiting.low, waiting.high) == ("cannot_tell", 13, None)
    came = said("P6", held(sitting(), requests=(replace(sent, answered=date(2026, 9, 8)),)))
    assert (came.answer, came.low, came.high) == ("yes", 7, 7)
    assert came.proofs[0].id == "4"


def test_every_yes_and_no_has_its_evidence() -> None:
    cases = (
        held(sitting(), ahead=()),
        held(sitting(minutes=None, state="missing", documents=()), documents=()),
        held(sitting(minutes=minutes(**told("Roll call vote, carried.")))),
    )
    for one in cases:
        for answer in ask(one):
            if answer.said.answer in ("yes", "no"):
                assert answer.said.proofs, (answer.metric, answer.said.reason)


def test_our_own_quality_counts_bad_looks_against_us() -> None:
    mixed = (*glances(POSTED), *glances(AFTER, good=False))
    found = [a.said.answer for a in ask(held(sitting(), glances=mixed)) if a.metric == "X1a"]
    assert found == ["yes", "no"]
    waiting = replace(paper(), versions=())
    answers = ask(held(sitting(agenda(), waiting, minutes=None)))
    assert [a.said.answer for a in answers if a.metric == "X1b"] == ["yes", "no"]


def test_two_meetings_of_a_day_are_two_cases_and_share_no_agenda() -> None:
    both = (sitting(alone=False), sitting(alone=False))
    answers = [a for a in ask(held(*both)) if a.metric == "L1"]
    assert [a.case for a in answers] == ["meeting of 2026-08-11 (1)", "meeting of 2026-08-11 (2)"]
    assert {a.said.answer for a in answers} == {"cannot_tell"}


def test_every_metric_gives_only_the_four_answers_and_a_reason() -> None:
    answers = ask(held(sitting(), sitting(state="cancelled", minutes=None)))
    assert {a.metric for a in answers} <= {m.id for m in METRICS}
    assert {a.said.answer for a in answers} <= {"yes", "no", "cannot_tell", "not_applicable"}
    assert all(a.said.reason for a in answers)
    assert len({m.id for m in METRICS}) == len(METRICS)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Agenda\nAugust 11, 2026, 7:00 p.m.", (time(19),)),
        ("Agenda, 6 PM work session, 7:30 PM council", (time(18), time(19, 30))),
        ("Executive session 6:30 PM\nMeeting 7 pm", (time(19),)),
        ("Posted August 10 at 4:00 p.m.\nMeeting at 12:15 am", (time(0, 15),)),
        ("Meeting at noon", (time(12),)),
        ("Agenda", ()),
    ],
)
def test_printed_starts(text: str, times: tuple[time, ...]) -> None:
    assert printed(text) == times


def test_the_list_goes_before_the_page() -> None:
    assert starts(["18:30", None], ["Meeting 7 pm"]) == (time(18, 30),)
    assert starts([None, "25:00"], ["", "Meeting 7 pm"]) == (time(19),)
