"""Layout: a printed tally ("5-0", "8/0", "five to two", "vote of 5 to 2 (Reyes)").

Owns that layout. A tally counts only beside a word of voting, as minutes are full of dates, times
and numbers of resolutions.
"""

from __future__ import annotations

import re
from dataclasses import replace

from nlp.people import NAME, names_in
from nlp.votes.values import Tally
from nlp.votes.words import NUMBER, number

_WORD = (
    r"(?:carr(?:ied|ies|y)|pass(?:ed|es)?|vot(?:e|es|ed|ing)|approv(?:ed|al|es)|adopted"
    r"|fail(?:ed|s)?|defeated|denied|tall(?:y|ied)|lost|rejected|tabled|postponed|MSC|MSP"
    r"|motion|count|prevailed|roll\s*call|result|favou?r|accepted|granted|succeeded|ended"
    r"|divided)"
)
_N = rf"(?:{NUMBER})(?:\s?\(\d{{1,3}}\))?"
_TO = r"(?:\s?(?:-|/|:)\s?|\s+to\s+)"
_FIGURES = (
    rf"(?P<a>\d{{1,3}})(?P<sep>{_TO})(?P<b>\d{{1,3}})(?:(?:(?P=sep)|\s?-\s?)(?P<c>\d{{1,3}}))?"
    r"(?:(?:(?P=sep)|\s?-\s?)(?P<d>\d{1,3}))?"
)
_SEPARATED = re.compile(
    rf"\b{_WORD}\b[^\n.\d]{{0,40}}?\n?[^\n.\d]{{0,20}}?(?<![\d/$#.-]){_FIGURES}"
    r"(?![\d/]|\s?[ap]\.?m|[-:]\d|%|\.\d)",
    re.I,
)
_BEFORE = re.compile(
    rf"(?<![\d/$#.:-]){_FIGURES}"
    r"(?![\d/-])\s*\)?,?\s*(?:vote|in favou?r|majority|motion (?:carrie[sd]|passe[sd]|fail(?:s"
    r"|ed))"
    r"|carried|passed|approved|adopted|failed|lost|defeated|denied|unanimous)",
    re.I,
)
_SPELLED = re.compile(
    rf"\b{_WORD}\b[^\n.\d]{{0,40}}?\n?[^\n.\d]{{0,20}}?\b(?P<a>{_N})(?P<sep>\s+to\s+"
    rf"|-)(?P<b>{_N}|none|nothing)\b(?!-\d)",
    re.I,
)
# "... the minutes of June 9. 7-0.": a tally that is a sentence, a line or a bracket of its own.
_ALONE = re.compile(rf"(?:[.;:)]\s+|\n\s*|\()(?<![\d/$#.-]){_FIGURES}\s*(?=[.;)\n,]|$)(?!\.\d)")
_LETTERED = re.compile(r"(?<![\w.])(?P<a>\d{1,3})\s?Y(?P<sep>\s?[-/,;]\s?|\s)(?P<b>\d{1,3})\s?N\b")
# A clerk's "V/ 5-0" behind "M/ Odell S/ Ito".
_LETTER = re.compile(rf"(?<![\w.])V\s?[/:]\s?{_FIGURES}(?![\d/]|\.\d)")
# "RIGL 42-46-5(a)(1)": a law's number goes on with its paragraph.
_PARAGRAPH = re.compile(r"\([a-z0-9]{1,3}\)", re.I)
# "The required 2/3's vote" is a rule, not a count.
_FRACTION = re.compile(r"\d/\d\s?(?:'s|rds?\b|ths?\b|s\b|majority|vote|of\b|super)", re.I)
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\s?[-/]", re.I
)
# A paper, an item or a code is no tally ("Resolution 26-14", "section 3-2").
_PAPER = re.compile(
    r"\b(?:resolution|ordinance|bill|case|act|route|rt|rte|highway|hwy|title|u\.?s\.?c|section|sec|chapter|item|no|number|article|act|file"
    r"|permit"
    r"|contract|page|lot|unit|district|ward|r|o|za|pc)\.?\s*(?:no\.?|number|#)?\s*$",
    re.I,
)
_ON_DAY = re.compile(r"\b(?:on|until|till|dated|from|thru|through|postponed to|the)\s+$", re.I)
_BRACKET = re.compile(
    rf"\s*[,;-]?\s*[(\[]\s*(?P<names>{NAME}(?:(?:,\s*(?:and\s+)?|\s+and\s+"
    rf"|\s*&\s*){NAME}){{0,4}})\s*[)\]]"
)
_TIE = re.compile(r"\b(?:tie|tied|cast|deciding)\b", re.I)
_MOST = 60


def tally(block: str) -> Tally:
    """The first separated tally that stands beside a voting word."""
    for pattern in (_SEPARATED, _BEFORE, _SPELLED, _LETTERED, _LETTER, _ALONE):
        found = Tally()
        for match in pattern.finditer(block):
            if not _plausible(block, match):
                continue
            numbers = tuple(_value(match[k]) for k in "abcd" if match.groupdict().get(k))
            if found and not _broken(block, found, match.start("a")):
                return found
            found = Tally({}, {}, numbers, "", match.start("a"), match.end())
        if found:
            return found
    return Tally()


def _broken(block: str, found: Tally, at: int) -> bool:
    """Whether a tie was broken between the tally found and the next one: then that one stands."""
    tied = found.numbers[0] == found.numbers[1]
    return tied and _TIE.search(block, found.end, at) is not None and at - found.end < 300


def _value(printed: str) -> int:
    if printed.lower() in ("none", "nothing"):
        return 0
    return number(re.split(r"\s?\(", printed)[0])


def _plausible(block: str, match: re.Match[str]) -> bool:
    found = match.groupdict()
    numbers = tuple(_value(found[k]) for k in "abcd" if found.get(k))
    if numbers == (0, 0) or (max(numbers) > _MOST and "to" not in match["sep"]):
        return False
    if match["sep"].strip() == ":" and len(match["b"]) > 1:
        return False
    if match["sep"].strip() == "/" and _is_date(block, match):
        return False
    if _PARAGRAPH.match(block, match.end()):
        return False
    if _FRACTION.match(block[match.start("a") : match.end() + 14]) or _MONTH.search(match.group()):
        return False
    return not _PAPER.search(block, max(0, match.start("a") - 24), match.start("a"))


def _is_date(block: str, match: re.Match[str]) -> bool:
    """ "Postponed to 3/16/21", "held on 4/12": no tally."""
    third = match.groupdict().get("c")
    if third is not None and len(third) == 2:
        return True
    return _ON_DAY.search(block, max(0, match.start("a") - 12), match.start("a")) is not None


def with_bracket(block: str, figure: Tally, told: Tally) -> Tally:
    """ "4-1 (Reyes)": names alone in brackets behind a tally, as many as the noes, voted no."""
    match = _BRACKET.match(block, figure.end) if len(figure.numbers) > 1 else None
    if match is None:
        return told
    listed = [name for name in names_in(match["names"]) if name not in told.names]
    if not listed or len(listed) != figure.numbers[1] or told.named("no"):
        return told
    return replace(told, names={**told.names, **dict.fromkeys(listed, "no")},
                   end=max(told.end, match.end()))  # fmt: skip
