from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.outcome import GOOD, OUTCOMES, Facts, judge

OK: dict[str, Any] = {"listing": "ok", "status": 200, "rows": 8}
CASES: list[tuple[dict[str, Any], str]] = [
    (OK, "ok"),
    ({**OK, "status": 304}, "ok"),
    ({"listing": "empty_confirmed", "status": 200}, "empty_confirmed"),
    ({"listing": "empty_suspicious", "status": 200}, "empty_suspicious"),
    ({"listing": "ok", "status": 200, "rows": 0}, "empty_suspicious"),
    ({"listing": "drift", "status": 200}, "drift"),
    ({**OK, "before": 10, "vanished": 6}, "drift"),
    ({**OK, "before": 10, "vanished": 5}, "ok"),
    ({**OK, "before": 5, "vanished": 5}, "ok"),
    ({**OK, "raised": "KeyError while reading: x"}, "parse_error"),
    ({**OK, "pages_lost": ("https://x.example/2025: 500",)}, "unreachable"),
    ({**OK, "documents_asked": 3, "documents_walled": 3}, "blocked"),
    ({**OK, "documents_asked": 3, "documents_walled": 2}, "ok"),
    ({"robots": "robots.txt asks programs not to read this address"}, "robots"),
    ({"wall": "Cloudflare", "status": 200}, "blocked"),
    ({"wall": "Cloudflare", "status": 503}, "blocked"),
    ({"gone": "an error page", "status": 200}, "moved"),
    ({"error": "no answer in time"}, "unreachable"),
    ({}, "unreachable"),
    *(({"status": s}, "blocked") for s in (401, 403, 429, 451)),
    *(({"status": s}, "moved") for s in (301, 404, 410)),
    *(({"status": s}, "unreachable") for s in (500, 502, 503, 599, 418)),
]


@pytest.mark.parametrize(("facts", "outcome"), CASES)
def test_outcomes(facts: dict[str, Any], outcome: str) -> None:
    verdict = judge(Facts(**facts))
    assert verdict.outcome == outcome
    assert verdict.good == verdict.complete == (outcome in GOOD)
    assert verdict.good or verdict.why


def test_what_is_left_over_is_told() -> None:
    verdict = judge(Facts(**OK, left=3, problems=1))
    assert verdict.why == "3 documents left for the next look; 1 documents could not be obtained"


@given(st.builds(
    Facts,
    listing=st.sampled_from([None, *OUTCOMES]),
    status=st.sampled_from([None, 200, 304, 403, 404, 500]),
    error=st.sampled_from([None, "x"]), robots=st.sampled_from([None, "x"]),
    wall=st.sampled_from([None, "x"]), gone=st.sampled_from([None, "x"]),
    raised=st.sampled_from([None, "x"]), pages_lost=st.sampled_from([(), ("x",)]),
    rows=st.integers(0, 9), before=st.integers(0, 20), vanished=st.integers(0, 20),
))  # fmt: skip
def test_trouble_is_never_good(facts: Facts) -> None:
    verdict = judge(facts)
    assert verdict.outcome in OUTCOMES
    trouble = (facts.error, facts.robots, facts.wall, facts.gone, facts.raised, facts.pages_lost)
    if any(trouble):
        assert not verdict.good
