"""Counts what findings say of made-up histories of meetings, documents and gaps.

Owns the counting and the table; the histories are tests.audit.test_histories', drawn from a
fixed seed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, seed, settings

from tests.audit.test_histories import History, histories, judged

DRAWN = 200


@dataclass
class Score:
    """Labels by whether a meeting of the window is unaccounted for, and each one passed over."""

    labels: Counter[tuple[bool, str]] = field(default_factory=Counter)
    passed_over: list[str] = field(default_factory=list)


def score() -> Score:
    """Every drawn history judged and counted."""
    total = Score()

    @seed(287)
    @settings(
        max_examples=DRAWN, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(histories())
    def one(history: History) -> None:
        label = judged([history]).label
        lacking = bool(history.unaccounted)
        total.labels[lacking, label] += 1
        if lacking and label != "CANNOT_TELL":
            total.passed_over.append(f"{label}: {history}")

    one()
    return total


def main() -> None:
    """Print the table with every history that was passed over."""
    total = score()
    print("\nMade-up histories of meetings, documents and gaps")
    for lacking in (True, False):
        count = sum(n for (kind, _), n in total.labels.items() if kind is lacking)
        print(
            f"  {'a meeting is unaccounted for' if lacking else 'all are accounted for'}: {count}"
        )
        for (kind, label), n in sorted(total.labels.items()):
            if kind is lacking:
                print(f"    {label:16} {n:4}")
    print(f"  unaccounted and passed over: {len(total.passed_over)}")
    for line in total.passed_over:
        print(f"    {line}")
