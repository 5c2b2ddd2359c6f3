"""Layout: figures alone ("5-0", "8/0", "vote of 5 to 2", "four ayes and one no", "Yes: 7").

Owns those layouts. A figure counts only beside a word of voting, as minutes are full of dates,
times and numbers of resolutions.
"""

from __future__ import annotations

import re

from nlp.votes.values import Tally
from nlp.votes.words import LABEL, NUMBER, label_side, number

_WORD = (
    r"(?:carr(?:ied|ies|y)|pass(?:ed|es)?|vot(?:e|es|ed|ing)|approv(?:ed|al)|adopted"
    r"|fail(?:ed|s)?|defeated|denied|tall(?:y|ied)"
    r"|motion|count|prevailed|roll\s*call|result|favou?r|accepted|granted)"
)
_SEPARATED = re.compile(
    rf"\b{_WORD}\b[^\n.\d]{{0,40}}?\n?[^\n.\d]{{0,20}}?(?<![\d/$#.-])(?P<a>\d{{1,2}})\s?"
    rf"(?P<sep>[-/:]|to)\s?(?P<b>\d{{1,2}})"
    r"(?:\s?(?:(?P=sep)|-)\s?(?P<c>\d{1,2}))?(?:\s?(?:(?P=sep)"
    r"|-)\s?(?P<d>\d{1,2}))?(?![\d/]|\s?[ap]\.?m|[-:]\d|%)",
    re.I,
)
_BEFORE = re.compile(
    r"(?<![\d/$#.:-])(?P<a>\d{1,2})\s?(?P<sep>[-/]"
    r"|to)\s?(?P<b>\d{1,2})(?:\s?-\s?(?P<c>\d{1,2}))?(?:\s?-\s?(?P<d>\d{1,2}))?"
    r"(?![\d/-])\s*\)?,?\s*(?:vote|in favou?r|majority|motion (?:carried|passed|failed)"
    r"|carried|passed|approved|failed|unanimous)",
    re.I,
)
# "The required 2/3's vote" is a rule, not a count.
_FRACTION = re.compile(r"\d/\d\s?(?:'s|rds?\b|ths?\b|s\b|majority|vote|of\b|super)", re.I)
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\s?[-/]", re.I
)
_PHRASE = re.compile(
    rf"(?<![\w/:$#.-])(?P<n>{NUMBER})\b\s*(?:\(\d{{1,2}}\)\s*)?(?:members?\s+|votes?\s+"
    rf"|voted\s+|voting\s+|were\s+)*(?:in\s+)?(?P<label>{LABEL}|favou?r|vot(?:ed"
    r"|ing) (?:yes|no|aye|nay))\b",
    re.I,
)
_REVERSED = re.compile(
    r"\b(?P<label>ayes?|yeas?|nays?|noes|abstain(?:ed|ing)?|abstentions?"
    rf"|absent)\b\s*[:=-]?\s*\(?(?P<n>{NUMBER}|none)\b\)?(?!\s*(?:ayes?|yeas?|nays?|noes"
    r"|votes?)\b)",
    re.I,
)
_SIDE_OF_PHRASE = {"favor": "yes", "favour": "yes"}


def tally(block: str) -> Tally:
    """The first separated tally that stands beside a voting word."""
    for pattern in (_SEPARATED, _BEFORE):
        for match in pattern.finditer(block):
            numbers = tuple(int(match[k]) for k in "abcd" if match[k] is not None)
            plausible = max(numbers) <= 60 and _not_clock(match) and numbers != (0, 0)
            plausible = plausible and not _FRACTION.match(
                block[match.start("a") : match.end() + 14]
            )
            if plausible and not _MONTH.search(match.group()):
                return Tally({}, {}, numbers, match.end())
    return Tally()


def _not_clock(match: re.Match[str]) -> bool:
    return match["sep"] != ":" or len(match["b"]) == 1


def phrases(block: str) -> Tally:
    """Counts in a phrase: "four ayes and one no", "5 yes, 2 no", "yea three"."""
    counts: dict[str, int] = {}
    end = 0
    for match in _PHRASE.finditer(block):
        label = " ".join(match["label"].lower().split())
        label = re.sub(r"^vot(?:ed|ing) ", "", label)
        side = _SIDE_OF_PHRASE.get(label) or _side(label)
        if side is not None and label != "for":
            counts.setdefault(side, number(match["n"]))
            end = match.end()
    if not counts:
        for match in _REVERSED.finditer(block):
            none = match["n"].lower() == "none"
            counts.setdefault(label_side(match["label"]), 0 if none else number(match["n"]))
            end = match.end()
    return Tally(counts, {}, (), end) if {"yes", "no"} & counts.keys() else Tally()


def _side(label: str) -> str | None:
    try:
        return label_side(label)
    except ValueError:
        return None
