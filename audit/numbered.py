"""Votes on a resolution or an item by its number, where the agenda says what the number stands for.

Owns that one link between two papers of one meeting, and its conditions. A consent agenda passed as
a whole names no number: that stays `possible`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audit.bodies import MATTER, ReadFlag, ReadMotion
from audit.effects import VOTES, effect, on_the_matter
from audit.papers import Paper

_PAPER = re.compile(
    r"\b(?P<kind>resolutions?|res\.|ordinances?|ord\.)\s+(?:no\.?\s*|nos\.?\s*|number\s*|#\s*)?"
    r"(?P<number>[A-Z]{0,2}-?\d[\w-]*)",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)(?:no\.?\s*|#\s*)?(?P<number>[A-Z]{0,2}-?\d[\w-]*)",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"^\W*(?P<number>[A-Z]{1,2}[-.]\d{1,2}|\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?=[\s.:)])"
)
_OF_YEAR = re.compile(
    r"(?P<number>[\w-]+),?\s+(?:series\s+)?of\s+(?P<year>(?:19|20)\d\d)", re.IGNORECASE
)
_TITLED = re.compile(
    r"[\s,:;\u2013-]*(?:an?\s+(?:resolution|ordinance)\b|(?:entitled|titled|author|approv|accept"
    r"|appoint|amend|award|establish|grant|set|provid|honor|declar|support|fix|adopting|regarding"
    r"|concerning|fees?|to\s+[a-z]+|for\s+(?!(?:and|against|the\s+meeting)\b)[a-z]+|of\s+[a-z]+)\w*\s+"
    r"\w)",
    re.IGNORECASE,
)
_LONG_ENOUGH, _BARE = 3, 60
_ENTERS = re.compile(
    r"\b(?:approv|authori[sz]|adopt|ratif|enter|execut|participat|join|accept|sign|renew)\w*"
    r"|\b(?:agreement|memorandum|moa|mou|participation|model|program)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:terminat|rescind|rescission|withdr[ae]w|cancel|discontinu|repeal|revok|end(?:s|ing)?\b"
    r"|oppos|against|reject|den(?:y|ies|ied)|prohibit|forbid|bann?(?:s|ing)?\b|declin|not\b|report"
    r"|review|discuss|policy)\w*",
    re.IGNORECASE,
)
"""A paper of such a title is not simply an agreement to enter: its number alone decides nothing."""


@dataclass(frozen=True)
class Numbered:
    """A motion on the matter by number. sense: its effect; why: the link in one sentence."""

    paper: Paper
    motion: ReadMotion
    effect: str
    why: str
    words: str


def numbered(
    minutes: Sequence[Paper], announcing: Sequence[Paper], decided: set[date | None]
) -> Iterator[Numbered]:
    """The votes by number among these papers, at meetings where none names the matter.

    A number counts only if every agenda and packet held of that meeting that names the matter
    gives it the same number, and only for a motion to adopt or reject that was decided.
    """
    for paper in minutes:
        if paper.day is None or paper.day in decided:
            continue
        listed = [one for one in announcing if one.day == paper.day and one.version.readable]
        meant = _numbers(listed)
        if not meant:
            continue
        for motion in paper.version.others:
            found = effect(motion.direction, motion.result)
            if on_the_matter(motion) or found not in VOTES:
                continue
            for number in sorted(named(motion) & set(meant)):
                why = (
                    f"the motion decides {number}; the {meant[number][0].role} of that meeting, "
                    f"p. {meant[number][1].page}, gives this number to the matter"
                )
                yield Numbered(paper, motion, found, why, meant[number][1].quote)
                break


def named(motion: ReadMotion) -> frozenset[str]:
    """The numbers of resolutions, ordinances and items that a motion decides."""
    said = _said(motion)
    found = {number.lower() for number in motion.items if _telling(number)}
    for match in _PAPER.finditer(said):
        found.add(match["number"].lower())
        at = match.end()
        while more := _ALSO.match(said, at):
            found.add(more["number"].lower())
            at = more.end()
    return frozenset(found)


def papers_named(motion: ReadMotion) -> frozenset[tuple[str, str]]:
    """The resolutions and ordinances that a motion decides: kind and number, as `plain_number`."""
    return numbers_in(_said(motion))


def numbers_in(said: str) -> frozenset[tuple[str, str]]:
    """The resolutions and ordinances that a passage names by number."""
    return frozenset(one for one, _ in _mentions(said))


def titles(text: str) -> frozenset[tuple[str, str]]:
    """The resolutions and ordinances that a text gives a title somewhere, behind their number."""
    return frozenset(one for one, end in _mentions(text) if _TITLED.match(text, end))


def _mentions(said: str) -> Iterator[tuple[tuple[str, str], int]]:
    """Kind and number of each, and where the number ends."""
    for match in _PAPER.finditer(said):
        kind = "resolution" if match["kind"].lower().startswith("res") else "ordinance"
        yield (kind, plain_number(match["number"])), match.end()
        at = match.end()
        while more := _ALSO.match(said, at):
            yield (kind, plain_number(more["number"])), more.end()
            at = more.end()


def plain_number(number: str) -> str:
    """A number without what printers vary: "2026 - 04", "2026-4" and "4 of 2026" are one."""
    said = number.casefold()
    if turned := _OF_YEAR.fullmatch(said.strip()):
        said = f"{turned['year']}-{turned['number']}"
    parts = re.findall(r"[a-z]+|\d+", said)
    return "-".join(part.lstrip("0") or "0" if part.isdigit() else part for part in parts)


def opposing(title: str) -> bool:
    """Whether a title may do something else than simply enter an agreement."""
    return _OTHERWISE.search(title) is not None


def _said(motion: ReadMotion) -> str:
    """A motion's own words; a quote that was cut short is told by the text."""
    return motion.quote if len(motion.quote) >= len(motion.text) // 4 else motion.text[:400]


def _numbers(listed: Sequence[Paper]) -> Mapping[str, tuple[Paper, ReadFlag]]:
    """What numbers stand for the matter by every paper that names it."""
    held = [_of(paper) for paper in listed]
    speaking = [found for found in held if found is not None]
    if not speaking:
        return {}
    common = set.intersection(*(set(one) for one in speaking))
    return {number: speaking[0][number] for number in sorted(common)}


def _of(paper: Paper) -> dict[str, tuple[Paper, ReadFlag]] | None:
    """The numbers one paper gives to the matter; None where it does not name it."""
    flags = [f for f in paper.version.flags if f.topic == MATTER and f.relevance == "agreement"]
    if not flags:
        return None
    found: dict[str, tuple[Paper, ReadFlag]] = {}
    for flag in flags:
        said = f"{_heading(paper, flag)} {flag.quote}"
        if _OTHERWISE.search(said) or not _ENTERS.search(said):
            return {}
        numbers = {m["number"].lower() for m in _PAPER.finditer(said)}
        numbers |= {m["number"].lower() for m in [_ITEM.search(flag.quote)] if m}
        found |= {number: (paper, flag) for number in numbers if _telling(number)}
    return found


def _heading(paper: Paper, flag: ReadFlag) -> str:
    """The heading that a passage stands under, where it is a number and little more."""
    above = [
        item.title
        for item in paper.version.items
        if (item.page, item.start) <= (flag.page, flag.start)
    ]
    title = above[-1] if above else ""
    return title if len(title) < _BARE and _PAPER.search(title) else ""


def _telling(number: str) -> bool:
    """Whether a number is long enough to stand for one matter of one meeting: C-4, 4.2, 2025-14."""
    return len(number) >= _LONG_ENOUGH
