"""From answers to scores: counts, determinable share, Wilson interval, quantiles of lags.

Owns the two floors under which nothing is scored. Asks no question itself.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from audit.metrics.values import ANSWERS, CANNOT_TELL, NO, NOT_APPLICABLE, YES, Answer, Score

FEWEST = 6
"""No score under six cases, nor of cases from fewer than six meeting days: audits with tiny samples
mislead."""

LEAST_DETERMINABLE = 0.6
"""No score where more than two in five cases could not be decided."""

_Z = 1.959963984540054  # 97.5th percentile of the normal distribution


def wilson(yes: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score method (JASA 22, 1927).

    Raises ValueError where yes is not between 0 and n, or n is 0.
    """
    if not 0 <= yes <= n or n == 0:
        raise ValueError(f"{yes} of {n} is no share")
    share, square = yes / n, _Z * _Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = _Z / (1 + square / n) * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    low = 0.0 if yes == 0 else max(0.0, middle - half)
    return low, (1.0 if yes == n else min(1.0, middle + half))


def score(answers: Iterable[Answer]) -> Score:
    """The score of one metric's answers; those that do not apply are counted, never divided by."""
    given = list(answers)
    counts = dict.fromkeys(ANSWERS, 0) | Counter(a.said.answer for a in given)
    cases = sum(counts[answer] for answer in (YES, NO, CANNOT_TELL))
    decided = counts[YES] + counts[NO]
    determinable = round(decided / cases, 4) if cases else None
    figures = lags(given)
    days = {(a.body, a.day) for a in given if a.said.answer != NOT_APPLICABLE}
    withheld = _withheld(cases, decided, counts[NOT_APPLICABLE], len(days))
    if withheld:
        return Score(counts, cases, determinable, withheld=withheld, figures=figures)
    low, high = wilson(counts[YES], decided)
    share = round(counts[YES] / decided, 4)
    return Score(counts, cases, determinable, share, round(low, 4), round(high, 4), "", figures)


def _withheld(cases: int, decided: int, aside: int, days: int) -> str:
    if cases == 0:
        return "no case it applies to" if aside else "no case"
    if cases < FEWEST:
        return f"fewer than {FEWEST} cases"
    if days < FEWEST:
        return f"cases of fewer than {FEWEST} meetings"
    if decided / cases < LEAST_DETERMINABLE:
        return f"fewer than {LEAST_DETERMINABLE:.0%} could be decided"
    return ""


def lags(answers: Sequence[Answer]) -> dict[str, object]:
    """Median and 90th percentile of measured figures, each as an interval; {} without any.

    A figure without an upper end (not seen so far) counts as longer than all others: where the
    quantile falls on it, its upper end is None.
    """
    measured = [a.said for a in answers if a.said.low is not None]
    if not measured:
        return {}
    lows = sorted(s.low for s in measured if s.low is not None)
    highs = sorted(math.inf if s.high is None else s.high for s in measured)
    return {
        "n": len(measured),
        "median": [_quantile(lows, 0.5), _quantile(highs, 0.5)],
        "p90": [_quantile(lows, 0.9), _quantile(highs, 0.9)],
    }


def _quantile(ordered: Sequence[float], share: float) -> float | None:
    """The smallest value that at least that share of them does not exceed."""
    found = ordered[max(0, math.ceil(share * len(ordered)) - 1)]
    return None if math.isinf(found) else found
