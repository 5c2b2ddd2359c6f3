"""The audit's vocabulary: answers, quarters and proofs in the words of a reader.

Owns words and the marks that stand for them in a grid; no colour carries meaning alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from audit.exceptions import Point, Step
from audit.metrics.values import CANNOT_TELL, NO, NOT_APPLICABLE, OURS, YES, Proof, Quarter, Score
from reports import labels, texts

WORDS = {
    YES: "yes",
    NO: "not shown by the record",
    CANNOT_TELL: "cannot tell",
    NOT_APPLICABLE: "does not apply",
}
SHORT = {YES: "yes", NO: "not shown", CANNOT_TELL: "cannot tell", NOT_APPLICABLE: "n/a"}
MARKS = {YES: "●", NO: "○", CANNOT_TELL: "?", NOT_APPLICABLE: "–"}
"""Marks of the grids; each cell says its word as well."""

_ORDINAL = ("first", "second", "third", "fourth")


def quarter(one: Quarter) -> str:
    """the third quarter of 2026."""
    return f"the {_ORDINAL[one.number - 1]} quarter of {one.year}"


def months(one: Quarter) -> str:
    """July to September 2026."""
    return f"{one.first:%B} to {one.last:%B %Y}"


def answer(code: str, basis: str) -> str:
    """An answer in a word or two; of our own work, "no" is plainly no."""
    return "no" if basis == OURS and code == NO else SHORT[code]


def share(score: Score) -> str:
    """ "94% (90 to 96%)", or why there is none."""
    if not score.cases:
        return score.withheld
    if score.share is None or score.low is None or score.high is None:
        return f"no score: {score.withheld}"
    return f"{_percent(score.share)}% ({_percent(score.low)} to {_percent(score.high)}%)"


def determinable(score: Score) -> str:
    """ "80%" of the cases could be decided; a dash where there is none."""
    return "–" if score.determinable is None else f"{_percent(score.determinable)}%"


def lag(figures: Mapping[str, Any]) -> str:
    """Median and 90th percentile in days, each as an interval; "" without figures."""
    if not figures:
        return ""
    return (
        f"median {_between(figures['median'])}; nine in ten within {_between(figures['p90'])} "
        f"(n = {figures['n']})"
    )


def days(low: float | None, high: float | None) -> str:
    """A lag in a grid's cell: "4–11", "6+" for what was not seen so far."""
    if low is None:
        return ""
    if high is None:
        return f"{low:g}+"
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def step(one: Step) -> str:
    """A person's step over an exception; a public edition tells no names."""
    who = f" ({texts.remark(one.who)})" if one.who else ""
    why = f": {texts.remark(one.why)}" if one.why else ""
    return f"{labels.REVIEW.get(one.state, one.state)}, {texts.stamp(one.at)}{who}{why}"


def reviewed(point: Point) -> str:
    """The state of an exception in words; steps over other papers are told, and count no more."""
    said = labels.REVIEW.get(point.review, point.review)
    if not point.before:
        return said
    earlier = labels.REVIEW.get(point.before, point.before)
    return f"{said} (over other papers than those held now: {earlier})"


def _between(ends: list[float | None]) -> str:
    low, high = (None if end is None else f"{end:g}" for end in ends)
    if high is None:
        return f"{low} days or more"
    return f"{low} days" if low == high else f"{low} to {high} days"


def _percent(share_: float) -> str:
    return f"{100 * share_:.0f}"


def proof(one: Proof) -> str:
    """What a proof is, in words: kind, number or hash, time."""
    when = f", {texts.stamp(one.at)}" if one.at else ""
    says = f" ({one.says})" if one.says else ""
    if one.kind == "look":
        return f"look no. {one.id}{when}{says}"
    if one.kind == "capture":
        page = f", p. {one.page}" if one.page else ""
        return f"capture {one.id[:12]}{page}{when}{says}"
    if one.kind == "listing":
        return f"listed{when}{says}"
    if one.kind == "log":
        return f"log of requests, no. {one.id}"
    return f"registry entry {one.id}{says}"
