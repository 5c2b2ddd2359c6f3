"""What changed between two revisions, in words."""

from __future__ import annotations

from typing import Any

import pytest

from reports.differences import is_news, reasons, was
from tests.reports.county import evidence, finding, table

SHA = "ab" * 32


def _state(state: str) -> list[dict[str, Any]]:
    made = table(SHA)
    made["meetings"] = [{**made["meetings"][0], "state": state}]
    return [made]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ({}, {"evidence": [evidence(SHA)]}, "new evidence: minutes of 10 Mar 2026"),
        ({"tables": _state("awaited")}, {"tables": _state("read")}, "minutes read: 10 Mar 2026"),
        ({"tables": _state("read")}, {"tables": _state("missing")},
         "no minutes found: 10 Mar 2026"),
        ({"events": []}, {"events": [{"kind": "delisted", "at": "2026-09-11"}]},
         "gone from ICE’s list by 11 Sep 2026"),
        ({"overlays": []}, {"overlays": ["PROVISIONAL"]}, "now marked: provisional"),
        ({"overlays": ["PROVISIONAL"]}, {"overlays": []}, "no longer marked: provisional"),
        ({"confidence": None}, {"confidence": "medium"}, "confidence: none before, medium now"),
        ({}, {"label": "VOTE_BEFORE"}, "the rules that judge the same records have changed"),
    ],
)  # fmt: skip
def test_reasons(before: dict[str, Any], after: dict[str, Any], why: str) -> None:
    old, new = finding("CANNOT_TELL", **before), {**finding("CANNOT_TELL", **before), **after}
    assert reasons(old, new) == (why,)


def test_one_more_meeting_read_is_no_news() -> None:
    old = finding("NONE_SO_FAR", tables=_state("awaited"))
    assert not is_news(old, {**old, "tables": _state("read")})
    assert is_news(old, {**old, "label": "NO_VOTE_FOUND"})


def test_the_earlier_answer_in_words() -> None:
    assert was(finding("CANNOT_TELL")) == "Cannot tell"
