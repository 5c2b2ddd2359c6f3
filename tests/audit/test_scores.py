"""From answers to scores: floors, intervals, quantiles, quarters."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.metrics.scores import lags, score, wilson
from audit.metrics.values import Answer, Quarter, Said


def _answers(*codes: str) -> list[Answer]:
    return [
        Answer("L1", "b", str(n), date(2026, 7, 1) + timedelta(n), Said(code, "r"))
        for n, code in enumerate(codes)
    ]


@pytest.mark.parametrize(
    ("codes", "withheld"),
    [
        ([], "no case"),
        (["not_applicable"] * 9, "no case it applies to"),
        (["yes"] * 5, "fewer than 6 cases"),
        (["yes"] * 5 + ["cannot_tell"] * 5, "fewer than 60% could be decided"),
        (["yes"] * 6 + ["cannot_tell"] * 4, ""),
    ],
)
def test_the_floors_of_a_score(codes: list[str], withheld: str) -> None:
    found = score(_answers(*codes))
    assert found.withheld == withheld
    assert (found.share is None) == bool(withheld)


def test_many_documents_of_few_meetings_give_no_share() -> None:
    one_day = [replace(answer, day=date(2026, 7, 1)) for answer in _answers(*["yes"] * 20)]
    assert score(one_day).withheld == "cases of fewer than 6 meetings"
    other_bodies = [replace(answer, body=answer.case) for answer in one_day]
    assert score(other_bodies).share == 1.0


def test_a_score_divides_by_what_was_decided() -> None:
    found = score(_answers(*["yes"] * 6, *["no"] * 2, "cannot_tell", *["not_applicable"] * 5))
    assert (found.cases, found.share) == (9, 0.75)
    assert found.determinable == round(8 / 9, 4)


@pytest.mark.parametrize(
    ("yes", "n", "low", "high"),
    [(8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (1, 1, 0.2065, 1.0)],
)
def test_wilson_against_published_values(yes: int, n: int, low: float, high: float) -> None:
    assert wilson(yes, n) == pytest.approx((low, high), abs=1e-4)


@given(n=st.integers(1, 500), share=st.floats(0, 1))
def test_wilson_holds_the_share_and_narrows(n: int, share: float) -> None:
    yes = math.floor(share * n)
    low, high = wilson(yes, n)
    assert 0 <= low <= yes / n <= high <= 1
    wide = wilson(yes * 4, n * 4)
    assert wide[1] - wide[0] <= high - low


def test_wilson_of_nothing() -> None:
    with pytest.raises(ValueError, match="is no share"):
        wilson(0, 0)


def test_quantiles_of_lags_are_intervals_and_what_is_unseen_is_longest() -> None:
    spans = [(0, 3), (4, 9), (10, 12), (20, None)]
    given_ = [Answer("P1", "b", "c", None, Said("yes", "r", (), low, high)) for low, high in spans]
    found = lags(given_)
    assert found == {"n": 4, "median": [4, 9], "p90": [20, None]}
    assert lags([]) == {}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("2026Q3", date(2026, 7, 1), date(2026, 9, 30)), ("2024q1", date(2024, 1, 1),
     date(2024, 3, 31)), ("2025Q4", date(2025, 10, 1), date(2025, 12, 31))],
)  # fmt: skip
def test_quarters(text: str, first: date, last: date) -> None:
    one = Quarter.parse(text)
    assert (one.first, one.last) == (first, last)
    assert Quarter.parse(str(one)) == one


@pytest.mark.parametrize("text", ["2026", "2026Q5", "Q3", "26Q3", "2026-Q3", ""])
def test_what_is_no_quarter(text: str) -> None:
    with pytest.raises(ValueError, match="is not a quarter like"):
        Quarter.parse(text)
