"""Votes by voice: what a short turn says, whom the clerk calls, what the chair counts.

Owns the spoken forms of votes and figures. Who spoke when is the floor's matter.
"""

from __future__ import annotations

import re

from nlp.people import NAME, TITLE, bare

_POLITE = (
    r"(?:[\s,.!]+(?:aye|yes|sir|ma'?am|madam\s+\w+|mr\.?\s+\w+|mayor|chair\w*|president|please|thank\s+you"
    r"|on\s+the\s+motion|for\s+me|too|here|absolutely)){0,3}"
)
_I_VOTE = (
    r"(?:(?:um|uh|and|well|okay|mayor|chair\w*|councilm\w+)[\s,]+){0,2}"
    r"(?:I(?:'m|'ll|\s+am|\s+will)?\s+(?:be\s+)?(?:vote|voting|say|a|an)?\s*|votes?\s+"
    r"|my\s+vote\s+is\s+)?"
)
_VOICES = {
    "yes": r"(?:aye+s?|yes|yea|yay|yep|yup|yeah|affirmative|in\s+favou?r)",
    "no": r"(?:nay+s?|no|nope|opposed?|against|negative)",
    "abstain": r"(?:abstain(?:ing)?|abstention|recus(?:e|ed|ing)(?:\s+myself)?)",
}
_VOICE = re.compile(
    rf"\W*{_I_VOTE}(?:(?P<yes>{_VOICES['yes']})|(?P<no>{_VOICES['no']})|(?P<abstain>{_VOICES['abstain']}))"
    rf"{_POLITE}\s*(?:[.!]|$)",
    re.I,
)
_SHORT = 30
_CALLED = re.compile(
    rf"(?:^|[.!?,]\s+|\band\s+|\bthen\s+)(?P<name>(?:{TITLE})(?:\s+{NAME})?|{NAME})\s*[?.,:]?\s*$"
)
_PAIR = re.compile(
    rf"(?P<name>(?:(?:{TITLE})\s+)?{NAME}|(?:{TITLE}))\s*(?:[?.,:-]{{1,3}}\s*|\s+votes?\s+|\s+voted\s+|\s+)"
    r"(?P<vote>(?i:aye|yes|yea|no|nay|abstain(?:s|ed)?))\b(?=\s*[.,;!]|\s*$|\s+[A-Z])"
)
_SMALL = {
    "zero": 0, "nothing": 0, "none": 0, "nil": 0, "oh": 0, "one": 1, "two": 2, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
}  # fmt: skip
_FIGURE = rf"(?:\d{{1,2}}|{'|'.join(_SMALL)})"
_WORDS = "|".join(_SMALL)
# "Resolution 26-12", "item 3" and dates are figures of something else.
_TALLY = re.compile(
    rf"(?<![\d/-])(?<!\bNo\. )(?<!\bnumber )(?<!resolution )(?<!ordinance )(?<!item )\b"
    rf"(?:(?P<a>\d{{1,2}})\s*(?:to|-|/)\s*(?P<b>\d{{1,2}})(?![\d/-])"
    rf"|(?P<c>{_WORDS})[\s-]+(?:to[\s-]+)?(?P<d>{_WORDS}))\b"
    r"(?!\s*(?:[ap]\.?m|percent|%|minutes|dollars|million|thousand|hundred|:))",
    re.I,
)
_SIDES = re.compile(
    rf"\b(?P<a>{_FIGURE})\s+(?:votes?\s+)?(?:ayes?|yes(?:es)?|yeas?|in\s+favou?r|for)\b[\s,]*(?:and\s+|to\s+)?(?:with\s+)?"
    rf"(?P<b>{_FIGURE})\s+(?:votes?\s+)?(?:nays?|no(?:es|s|'s)?|opposed|against)\b",
    re.I,
)
_REACH = 90


def voice(words: str) -> str | None:
    """yes | no | abstain where a turn begins with a vote and is nothing but short; else None."""
    if len(words) > 400 or len(words.split()) > _SHORT:
        return None
    match = _VOICE.match(words)
    return match.lastgroup if match else None


_FILLER = re.compile(
    r"(?:ok(?:ay)?|thanks?|great|good|perfect|right|sure|all|next|please|wow)\b", re.I
)
# Captions without capitals call "commissioner odell?" as well.
_CALLED_LOW = re.compile(
    rf"(?:^|[.!?,]\s+|\band\s+)(?P<name>(?:{TITLE})(?:\s+[a-z][a-z'-]{{1,20}}){{1,2}})\s*\?\s*$",
    re.I,
)


def called(words: str) -> str | None:
    """The name that a clerk's turn ends with ("Councilmember Odell?"), without title."""
    tail = words[-80:].rstrip()
    match = _CALLED.search(tail) or _CALLED_LOW.search(tail)
    if match is None or len(match["name"].split()) > 5 or _FILLER.match(match["name"]):
        return None
    return bare(match["name"]) or (match["name"] if re.fullmatch(TITLE, match["name"]) else None)


def pairs(words: str) -> dict[str, str]:
    """Votes read out in one turn ("Odell? Yes. Brandt? No."); {} for fewer than two."""
    found: dict[str, str] = {}
    for match in _PAIR.finditer(words):
        name = bare(match["name"]) or match["name"]
        vote = match["vote"].lower()
        side = "abstain" if vote.startswith("abs") else "no" if vote in ("no", "nay") else "yes"
        found.setdefault(name, side)
    return found if len(found) >= 2 else {}


def figures(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Ayes and noes as the chair or clerk gives them beside the outcome at text[start:end]."""
    for low, high in ((end, end + _REACH), (start - _REACH, start)):
        near = re.split(r"[.!?]\s", text[max(0, low) : high])
        words = near[0] if low == end else near[-1]
        match = _SIDES.search(words) or _TALLY.search(words)
        if match is not None:
            first, second = (group for group in match.groups() if group is not None)
            return _number(first), _number(second)
    return None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _SMALL[word.lower()]
