"""The vocabulary of votes: labels of sides, words for a member's vote, numbers in words.

Owns words only; the layouts in which they stand are read elsewhere.
"""

from __future__ import annotations

import re

# A list label ("AYES: a, b"): the side that its names or count belong to.
_LABELS = {
    "yes": r"ayes?|yeas?|yes(?:es)?|in favou?r|voting (?:in favou?r|aye|yes|yea)|affirmative|for",
    "no": (
        r"nays?|noes|nos|no(?:'s)?|opposed|against|negative|voting (?:no|nay|against)"
        r"|dissent(?:ing)?"
    ),
    "abstain": r"abstain(?:ed|ing|s)?|abstentions?|recus(?:ed|als?)|present not voting|not voting",
    "absent": r"absent|excused|absences?",
}
LABEL = "|".join(f"(?P<{side}>{words})" for side, words in _LABELS.items())
_LABEL = re.compile(LABEL, re.I)
# One member's vote ("Odell - yes").
_VOTES = {
    "yes": r"yes|aye|yea|yay|in favou?r|for|affirmative",
    "no": r"no|nay|opposed|against|negative",
    "abstain": r"abstain(?:ed|s|ing)?|abstention|recused?|pass",
    "absent": r"absent|excused",
}
VOTE = "|".join(words for words in _VOTES.values())
_VOTE_SIDES = {side: re.compile(words, re.I) for side, words in _VOTES.items()}
_SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen"),
]
NUMBER = r"\d{1,2}|" + "|".join(_SMALL)


def label_side(label: str) -> str:
    """The side a list label stands for. Raises ValueError for another word."""
    match = _LABEL.fullmatch(" ".join(label.split()))
    if match is None or match.lastgroup is None:
        raise ValueError(f"not a vote label: {label!r}")
    return match.lastgroup


def vote_side(word: str) -> str:
    """The side of one member's printed vote. Raises ValueError for another word."""
    for side, pattern in _VOTE_SIDES.items():
        if pattern.fullmatch(" ".join(word.split())):
            return side
    raise ValueError(f"not a vote: {word!r}")


def number(text: str) -> int:
    """A number in figures or words up to fifteen. Raises ValueError for anything else."""
    lowered = text.lower()
    return int(lowered) if lowered.isdigit() else _SMALL.index(lowered)
