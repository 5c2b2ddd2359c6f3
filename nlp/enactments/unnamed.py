"""Resolutions that an agenda lists by their bare number, without a word of what they are about.

Owns what counts as a word: "police agreement" does not. A motion on such a number may be on
anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.meta.told import Told
from nlp.outline import Entry
from nlp.state import State

_MENTION = re.compile(
    r"\b(?P<kind>resolution|ordinance)s?\b[ ]*(?:\(?(?:nos?\.?|numbers?|\#)[ ]*:?[ ]*)?"
    r"(?P<numbers>(?:[A-Z]{1,3}[-. ]?)?\d[\w-]*"
    r"(?:(?:[ ]*,[ ]*(?:and[ ]+)?|[ ]+(?:and|&|through|to)[ ]+)(?:no\.?[ ]*|\#[ ]*)?\d[\w-]*)*)",
    re.I,
)
_NUMBER = re.compile(r"(?<![\w-])(?:[A-Z]{1,3}[-.]?)?\d[\w-]*")
_WORD = re.compile(r"[a-z]{4,}", re.I)
_USUAL_TEXT = """
    resolution resolutions ordinance ordinances number numbers adopt adoption adopting approve
    approval approving consider consideration considering possible discussion action motion second
    seconded moved roll call vote votes item items business consent agenda calendar regular meeting
    council board commission borough township village city town county reading first second third
    final public hearing enactment passage introduce introduction following proposed draft ayes
    nays absent abstain staff recommendation recommends requested tabled attached attachment
    enclosed exhibit page through legislation police department chief bureau public safety agreement
    agreements memorandum understanding contract authorize authorizing authorization execute
    executing execution sign signing federal intergovernmental cooperation with request requested"""
_USUAL = frozenset(_USUAL_TEXT.split())
_ANNOUNCING = frozenset(("agenda", "notice", "packet"))
_LONGEST = 400


def unnamed(state: State) -> Iterator[Told]:
    """The numbers ("resolution 2026-04") that stand on an agenda and are named nowhere in it."""
    if state.meta.kind not in _ANNOUNCING:
        return
    text = state.source.text
    bare: dict[str, Told] = {}
    titled: set[str] = set()
    for entry in (*state.entries, *state.papers):
        for told in _listed(text, entry):
            if _telling(text, entry):
                titled.add(told.value)
            else:
                bare.setdefault(told.value, told)
    for told in sorted(bare.values(), key=lambda one: one.start):
        if told.value not in titled:
            yield told


def _listed(text: str, entry: Entry) -> Iterator[Told]:
    for match in _MENTION.finditer(text, entry.start, min(entry.end, entry.start + _LONGEST)):
        for number in _NUMBER.finditer(text, match.start("numbers"), match.end("numbers")):
            value = f"{match['kind'].lower()} {number.group()}"
            yield Told(value, match.start(), match.end(), "listed by its number alone")


def _telling(text: str, entry: Entry) -> bool:
    words = _WORD.findall(text[entry.start : min(entry.end, entry.start + _LONGEST)])
    return any(word.lower() not in _USUAL for word in words)
