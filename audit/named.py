"""Whether an agreement's text names another agency than the row of the list that links it.

Owns the comparison of names. What follows from it is audit.signatures'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from audit.states import STATE_NAMES
from audit.values import Agreement

_GENERIC = re.compile(
    r"county|parish|city|town|township|village|borough|district|state|sheriffs?|police|constables?"
    r"|department|dept|office|agency|authority|board|commission|commissioners|council|public"
    r"|safety|corrections|jail|marshals?|the|and|inc"
    r"|[a-z]{1,3}(?:so|pd|sd)"  # "MCSO" names no other agency than the list does
)
_PARTING = frozenset((
    "beach", "shores", "springs", "heights", "hills", "park", "lake", "lakes", "island", "isles",
    "gardens", "north", "south", "east", "west", "upper", "lower", "new", "fort", "port", "mount",
    "point", "ridge", "grove", "valley",
))  # fmt: skip
"""Words that tell a place from a neighbour: one's agreement has been linked for the other's."""
_SHORT = {"mt": "mount", "ft": "fort", "pt": "port"}
_TWINS = frozenset(("borough", "township"))
"""A Pennsylvania borough and the township around it often share a name."""
_ALIKE = 85
_NAME = re.compile(r"[a-z]+")


def another(agreement: Agreement, parties: Sequence[str]) -> bool:
    """Whether a text that names its agency names another one.

    It does where no name printed there shares a telling word with one of the lists', or each that
    does is of another state, or is told apart by a word that parts neighbours.
    """
    own = [name for name in (agreement.agency, *agreement.names) if any(_words(name))]
    told = [party for party in parties if any(_words(party))]
    if not own or not told:
        return False
    return not any(_same(agreement, name, party) for name in own for party in told)


def _same(agreement: Agreement, name: str, party: str) -> bool:
    state = STATE_NAMES.get(agreement.state, "").casefold()
    printed = _plain(party)
    if state and state not in _plain(name):
        printed = printed.replace(f" {state} ", " ")
    ours, theirs = set(_words(name)), set(_words(printed))
    if not any(fuzz.ratio(a, b) >= _ALIKE for a in ours for b in theirs):
        return False
    if (ours ^ theirs) & _PARTING or _elsewhere(agreement, name, party):
        return False
    kinds = [_TWINS & set(_plain(text).split()) for text in (name, party)]
    return not (kinds[0] and kinds[1] and not kinds[0] & kinds[1])


def _elsewhere(agreement: Agreement, name: str, party: str) -> bool:
    """Whether a printed name names a state that is neither the agreement's nor part of its name."""
    printed, own = _plain(party), _plain(f"{name} {agreement.county or ''}")
    named = {
        code for code, state in STATE_NAMES.items()
        if f" {state.casefold()} " in printed and f" {state.casefold()} " not in own
    }  # fmt: skip
    return bool(named) and agreement.state not in named


def _plain(text: str) -> str:
    """Its words in small letters, one blank around each."""
    words = _NAME.findall(text.casefold().replace("’", "").replace("'", ""))
    return f" {' '.join(_SHORT.get(word, word) for word in words)} "


def _words(name: str) -> Iterator[str]:
    words = _plain(name).split()
    return (word for word in words if len(word) > 2 and not _GENERIC.fullmatch(word))
