"""Asks every question of one body, and lays the state's law over those that stand on it.

Owns what an unknown law means: "cannot tell", loudly, for each case. Tests nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.law.rules import NOT_CHECKED, Rule
from audit.metrics.catalogue import METRICS, Metric
from audit.metrics.held import Held, Sitting
from audit.metrics.values import CANNOT_TELL, LAW, NOT_APPLICABLE, Answer, Said

_OFF = {
    "cancelled": "cancelled, on record",
    "not_held": "not held",
}
_NONE = frozenset({"no"})
"""The value of a rule that asks for nothing."""


def ask(held: Held) -> tuple[Answer, ...]:
    """Every answer about one body, by metric and date."""
    return tuple(answer for metric in METRICS for answer in _asked(metric, held))


def _asked(metric: Metric, held: Held) -> Iterator[Answer]:
    if metric.by_body is not None:
        for case, day, said in metric.by_body(held):
            rule = _body_rule(metric, held)
            told = said if metric.basis != LAW or rule else Said(CANNOT_TELL, _unknown(held))
            yield Answer(metric.id, held.record.id, case, day, told, rule.id if rule else "")
    elif metric.steps is not None:
        for case, day, said, rule in metric.steps(held):
            yield Answer(metric.id, held.record.id, case, day, said, rule.id if rule else "")
    else:
        for number, sitting in enumerate(held.sittings):
            yield _about(metric, sitting, held, _case(held, number))


def _case(held: Held, number: int) -> str:
    """ "meeting of 2026-08-11", with a number where a day has two."""
    day = held.sittings[number].day
    same = [n for n, one in enumerate(held.sittings) if one.day == day]
    return f"meeting of {day}" + (f" ({same.index(number) + 1})" if len(same) > 1 else "")


def _about(metric: Metric, sitting: Sitting, held: Held, case: str) -> Answer:
    key = (metric.id, held.record.id, case, sitting.day)
    if not sitting.met:
        why = sitting.why or _OFF.get(sitting.state, sitting.state)
        return Answer(*key, Said(NOT_APPLICABLE, f"{_OFF[sitting.state]}: {why}"))
    if metric.by_meeting is not None:
        return Answer(*key, metric.by_meeting(sitting, held))
    rule = held.rule(metric.topic, sitting)
    if rule is None:
        return Answer(*key, _no_rule(metric, held))
    if rule.value in _NONE:
        return Answer(*key, Said(NOT_APPLICABLE, "the state's law asks for none"), rule.id)
    if metric.by_law is None:
        raise AssertionError(f"{metric.id} has no test")
    return Answer(*key, metric.by_law(sitting, held, rule), rule.id)


def _no_rule(metric: Metric, held: Held) -> Said:
    """A topic that is on file for other meetings or days does not speak of this one."""
    on_file = held.law is not None and any(r.topic == metric.topic for r in held.law.rules)
    if on_file:
        return Said(NOT_APPLICABLE, "the state's rule does not speak of this meeting")
    return Said(CANNOT_TELL, _unknown(held))


def _unknown(held: Held) -> str:
    return NOT_CHECKED if held.law is None else f"{NOT_CHECKED} on this point"


def _body_rule(metric: Metric, held: Held) -> Rule | None:
    if held.law is None or not metric.topic:
        return None
    return held.law.rule(metric.topic, held.quarter.last, body_kind=held.record.kind)
