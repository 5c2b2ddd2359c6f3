"""Which agreement a passage speaks of, where one body answers for several.

Owns the words that tell models and agencies apart. Judges no vote.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from audit.values import Agreement

_MODELS = {
    "Task Force Model": re.compile(r"\btask[ -]force model\b|\bTFM\b", re.IGNORECASE),
    "Warrant Service Officer": re.compile(r"\bwarrant service\b|\bWSO\b", re.IGNORECASE),
    "Jail Enforcement Model": re.compile(r"\bjail enforcement\b|\bJEM\b", re.IGNORECASE),
}
_OFFICES = {
    "police": re.compile(r"\bpolice\b", re.IGNORECASE),
    "sheriff": re.compile(r"\bsheriff", re.IGNORECASE),
    "jail": re.compile(r"\b(jail|prison|corrections?|detention)\b", re.IGNORECASE),
    "constable": re.compile(r"\bconstable", re.IGNORECASE),
    "attorney": re.compile(r"\b(district attorney|prosecutor)", re.IGNORECASE),
}

_ELECTED = frozenset({"sheriff", "constable", "attorney"})


def concerns(words: str, agreement: Agreement, family: Sequence[Agreement]) -> tuple[bool, str]:
    """Whether a passage may speak of this agreement, and what had to be assumed for it.

    family: all agreements the same body answers for, this one among them. A passage that names the
    office or the model of some of them speaks of these only; one that does not tell them apart
    speaks of all.
    """
    offices = {one.id: _named(one.agency, _OFFICES) for one in family}
    models = {one.id: {one.model} for one in family}
    named = _named(words, _OFFICES)
    close = _narrow(_eligible(family, offices, named), offices, named)
    close = _narrow(close, models, _named(words, _MODELS))
    if agreement not in close:
        return False, ""
    return True, _assumed(words, close)


def _named(text: str, patterns: Mapping[str, re.Pattern[str]]) -> set[str]:
    return {name for name, pattern in patterns.items() if pattern.search(text)}


def _eligible(
    family: Sequence[Agreement], offices: Mapping[str, set[str]], named: set[str]
) -> list[Agreement]:
    """The family without elected officers whom the words do not mean.

    A council that votes on its police does not vote on the constable who lives there. Where no
    office is named, an elected officer is meant only if the body answers for no one else.
    """
    appointed = any(not offices[one.id] & _ELECTED for one in family)
    silent = not named and not appointed
    return [
        one for one in family if silent or not offices[one.id] & _ELECTED or offices[one.id] & named
    ]


def _narrow(
    family: list[Agreement], marks: Mapping[str, set[str]], named: set[str]
) -> list[Agreement]:
    """Those of the family whose mark is named; all of them where none is."""
    return [one for one in family if marks[one.id] & named] or family


def _assumed(words: str, close: Sequence[Agreement]) -> str:
    named = _named(words, _MODELS)
    if named and not named & {one.model for one in close}:
        listed = " and ".join(sorted({one.model for one in close}))
        return f"the words name the {' and '.join(sorted(named))}, the list has the {listed}"
    if len(close) > 1:
        names = "; ".join(sorted({f"{one.agency}, {one.model}" for one in close}))
        return f"the words do not tell these apart and are counted for each: {names}"
    return ""
