"""How a source stands this week."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reports.labels import OUTCOMES
from reports.seen import source_look
from reports.week import SourceLook
from store.queries.weekly import Look
from store.tables import Observation, Source

AS_OF = datetime(2026, 9, 14, 11, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def _look(
    outcome: str | None,
    ago: timedelta,
    good: timedelta | None,
    *,
    state: str = "unverified",
    reason: str | None = None,
) -> SourceLook:
    source = Source(
        id="s", body_id="b", platform="links", url="https://b.example/", state=state, reason=reason
    )
    at = AS_OF - ago
    last = Observation(source_id="s", started=at, finished=at, outcome=outcome) if outcome else None
    last_good = AS_OF - good if good is not None else None
    return source_look(Look(source, last, last_good), "Body", AS_OF - 7 * DAY, AS_OF)


@pytest.mark.parametrize(
    ("outcome", "ago", "good", "standing"),
    [
        ("ok", HOUR, HOUR, "read"),
        ("empty_confirmed", HOUR, HOUR, "read"),
        ("ok", 8 * DAY, 8 * DAY, "read"),
        ("ok", 8 * DAY + HOUR, 8 * DAY + HOUR, "stale"),
        ("unreachable", HOUR, 2 * DAY, "read"),
        ("unreachable", HOUR, 7 * DAY, "not_read"),
        ("robots", HOUR, None, "not_read"),
        (None, HOUR, None, "never"),
    ],
)
def test_standing(
    outcome: str | None, ago: timedelta, good: timedelta | None, standing: str
) -> None:
    assert _look(outcome, ago, good).standing == standing


@pytest.mark.parametrize("outcome", [o for o in OUTCOMES if o not in ("ok", "empty_confirmed")])
def test_every_bad_outcome_has_words(outcome: str) -> None:
    look = _look(outcome, HOUR, None)
    assert look.standing == "not_read"
    assert look.why == OUTCOMES[outcome]


def test_a_bad_look_after_a_good_one_is_told() -> None:
    assert _look("unreachable", HOUR, 2 * DAY).why == (
        "the site did not answer on 14 Sep 2026, after a good look"
    )


def test_a_source_watched_by_hand_says_why() -> None:
    look = _look("ok", HOUR, HOUR, state="manual", reason="papers come by post")
    assert (look.standing, look.why) == ("manual", "papers come by post")
