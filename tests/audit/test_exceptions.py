"""The audit's exceptions: what they are, their ids, and for which papers a reader spoke."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from audit.exceptions import Step, digest, exception_id, is_exception, named, points
from audit.metrics.values import Answer, Proof, Quarter, Said

DAY = date(2026, 8, 11)
WHEN = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
VOTE = Proof("capture", "b" * 64, WHEN, "a vote", 2, 10, 30, "Motion to lease the depot")
LOOK = Proof("look", "17", WHEN, "a good look without it")


def answer(metric: str = "L4", code: str = "no", *, case: str = f"meeting of {DAY}",
           proofs: tuple[Proof, ...] = (VOTE, LOOK)) -> Answer:  # fmt: skip
    return Answer(metric, "pa-fernwick", case, DAY, Said(code, "why", proofs), "PA:off_agenda:x")


@pytest.mark.parametrize(
    ("metric", "code", "is_one"),
    [
        ("L1", "no", True),
        ("L4", "no", True),
        ("L4", "cannot_tell", False),
        ("P4", "no", True),  # removed, or silently replaced
        ("P2", "no", False),
        ("X1a", "no", False),
    ],
)
def test_what_is_an_exception(metric: str, code: str, is_one: bool) -> None:
    assert is_exception(answer(metric, code)) is is_one


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (answer(), "pa-fernwick.L4.2026-08-11.meeting-of"),
        (answer(case=f"meeting of {DAY} (2)"), "pa-fernwick.L4.2026-08-11.meeting-of-2"),
        (
            answer("P4", case=f"agenda of {DAY} (12ab34cd)"),
            "pa-fernwick.P4.2026-08-11.agenda-of-12ab34cd",
        ),
    ],
)
def test_ids_say_body_question_and_day(given: Answer, said: str) -> None:
    assert exception_id(given) == said
    found = named(said)
    assert found is not None
    assert (found.body, found.metric, found.day) == ("pa-fernwick", given.metric, DAY)
    assert found.quarter == Quarter(2026, 3)


def test_a_vote_is_known_by_its_words_not_by_its_number() -> None:
    first = answer("L5", case=f"vote 1 of {DAY}")
    later = answer("L5", case=f"vote 2 of {DAY}")
    other = answer("L5", case=f"vote 1 of {DAY}", proofs=(replace(VOTE, quote="Motion to sell"),))
    assert exception_id(first) == exception_id(later) != exception_id(other)


@pytest.mark.parametrize("text", ["pa-pike-hollow-tfm-1.r2", "a.b", "x.L4.2026-13-40.meeting-of",
                                  "x.L99.2026-08-11.meeting-of", ""])  # fmt: skip
def test_other_ids_are_none(text: str) -> None:
    assert named(text) is None


@pytest.mark.parametrize(("month", "number"), [(1, 1), (3, 1), (4, 2), (9, 3), (10, 4), (12, 4)])
def test_the_quarter_of_an_id(month: int, number: int) -> None:
    found = named(f"x.L1.2026-{month:02}-09.meeting-of")
    assert found is not None
    assert found.quarter == Quarter(2026, number)


def step(state: str, who: str, of: Answer) -> Step:
    return Step(state, who, WHEN, "read p. 2", digest(of))


def test_a_reading_speaks_for_the_papers_it_was_made_over() -> None:
    one = answer()
    steps = {exception_id(one): [step("read", "Ada", one), step("read_twice", "Ben", one)]}
    (point,) = points([one], steps)
    assert (point.review, point.before, len(point.steps)) == ("read_twice", "", 2)
    first = point.reader("read")
    assert first is not None
    assert first.who == "Ada"
    # Another night's look is no other paper; another version of the minutes is.
    (same,) = points([answer(proofs=(VOTE, replace(LOOK, id="18")))], steps)
    assert same.review == "read_twice"
    (new,) = points([answer(proofs=(replace(VOTE, id="c" * 64), LOOK))], steps)
    assert (new.review, new.before, new.steps) == ("lead", "read_twice", ())


def test_another_rule_is_read_anew() -> None:
    one = answer()
    steps = {exception_id(one): [step("read", "Ada", one)]}
    (point,) = points([replace(one, rule="PA:off_agenda:y")], steps)
    assert point.review == "lead"
