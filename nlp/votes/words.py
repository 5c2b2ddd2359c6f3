"""The vocabulary of votes: words of each side, phrases around them, numbers in words.

Owns words only; the layouts in which they stand are read elsewhere.
"""

from __future__ import annotations

import re

SIDES = ("yes", "no", "abstain", "absent")
_PLURAL = {
    "yes": r"ayes|yeas|yeses",
    "no": r"nays|noes|nos|no's",
    "abstain": r"abstentions|abstains|recusals|recuses",
    "absent": r"absences|absentees",
}
_SINGLE = {
    "yes": r"aye|yea|yay|yes|in\s+(?:the\s+)?affirmative|affirmative(?:ly)?|in\s+favou?r|favou?r"
    r"|for|approv(?:e|ing)\b(?=\s*[:)])",
    "no": r"nay|(?<=\d\s)no|no(?!\.\s*[#\d]|\.\s?[A-Z]{1,3}-?\d)|opposed|opposing|against"
    r"|in\s+(?:the\s+)?negative|negative(?:ly)?"
    r"|(?<=voted\s)to\s+(?:reject|deny)|in\s+(?:the\s+)?(?:opposition|dissent)|dissent(?:ing|ed"
    r"|s)?|dissenters?|opposition",
    "abstain": r"abstain(?:ed|ing)?|abstention|recus(?:ed|ing|al)(?:\s+(?:him|her|them)sel(?:f"
    r"|ves))?"
    r"|(?:present,?\s+(?:but\s+)?)?not\s+voting|pass|passing(?=\s*:)",
    "absent": r"absent|excused|absence|not\s+(?:present|in\s+attendance)",
}
# Who votes and how it is said: "those voting in the", "members who cast the only".
_WHO = (
    r"(?:(?:those|the\s+following|(?:(?:council|board|committee|commission)\s?)?members?"
    r"|council(?:men|persons|ors)|commissioners|supervisors|trustees|directors|selectmen|aldermen"
    r"|persons|present\s+and)\s+(?:who\s+|that\s+)?)"
)
_VERB = (
    r"(?:(?:were|was|had|have|being|also|then|all)\s+){0,2}(?:voted|voting|votes?|casting|cast"
    r"|said"
    r"|saying|responded|responding|answered|answering)"
    r"\s+(?:an?\s+|the\s+|in\s+)?(?:(?:sole|lone|only)\s+)?"
)
_AFTER = (
    r"(?:[\"']?(?!\s*\n\s*(?-i:The|Vote)\b)\s+(?:votes?|voters|thereof|thereto|therefor|(?:of\s+)?the\s+(?:same|motion"
    r"|resolution|ordinance)|(?:receipt|adoption|passage|approval|confirmation|recommittal|deferral"
    r"|filing)(?=\s*:))){0,2}"
)


def _group(words: dict[str, str], suffix: str) -> str:
    return "|".join(f"(?P<{side}{suffix}>{core})" for side, core in words.items())


SIDE = re.compile(
    rf"(?P<who>{_WHO})?(?P<verb>{_VERB})?[\"']?(?:{_group(_PLURAL, '_many')}"
    rf"|{_group(_SINGLE, '_one')})"
    rf"(?![\w])(?!'\w){_AFTER}[\"']?",
    re.I,
)
# A member's vote by its first letter stands in capitals behind the name; "A" may mean two things.
# "For" and "in favor" of a thing are everywhere; alone they are a side only in a strict layout.
LOOSE = frozenset(("for", "favor", "favour", "pass", "affirmative", "negative"))
LETTER = re.compile(
    r"(?:(?i:vot(?:ed|es|ing)|-)\s+)?(?:(?P<yes>Y)|(?P<no>N)|(?P<abstain>NV|ABS)"
    r"|(?P<absent>AB))(?![\w'])"
)
# "A: 5 N: 0", "Y - Odell, Ito; N - Kern": letters are labels where both sides stand.
LABELS = re.compile(
    r"(?P<yes>[YA])(?=\s?[:-]\s?[^\n:]{1,80}?(?<![\w.])N\s?[:-])|(?P<no>N)(?=\s?[:-]\s?[\w(])"
)
NONE = re.compile(r"(?:none|no\s?one|nobody|nil|n/a)\b", re.I)
_SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen"),
]
NUMBER = r"\d{1,3}|" + "|".join(_SMALL)
# "287(g)", "8 U.S.C. 1357", "no 287 agreement": numbers of sections, which count nobody.
_SECTION = (
    r"\s?[(\[][a-z][)\]]|[,.]?\s?U\.?S\.?C?\b|-[a-z]\b|\s+(?:agreements?|programs?|memorand\w+|moas?"
    r"|mous?|contracts?|deals?|partnerships?|models?|training|participation)\b"
)
FIGURE = re.compile(rf"(?:{NUMBER})(?![\w])(?!'\w)(?!{_SECTION})", re.I)
# What such a number belongs to: "Act 13", "Ordinance 4", "Route 4".
PAPER = re.compile(
    r"(?:\b(?:section|sec|act|title|chapter|ch|route|rt|rte|highway|hwy|resolution|ordinance|article|bill"
    r"|rule|item|case|file|page|lot|ward|district|permit|u\.?s\.?c|code)\.?|\u00a7{1,2})\s*$",
    re.I,
)


def side_of(match: re.Match[str]) -> str:
    """The side that a match of SIDE or LETTER names."""
    found = next(name for name in match.groupdict() if name not in ("who", "verb") and match[name])
    return found.split("_")[0]


def is_plural(match: re.Match[str]) -> bool:
    """Whether the word is one that opens lists only ("ayes", "noes")."""
    return any(value for name, value in match.groupdict().items() if name.endswith("_many"))


def number(text: str) -> int:
    """A number in figures or words up to fifteen. Raises ValueError for anything else."""
    lowered = text.lower()
    return int(lowered) if lowered.isdigit() else _SMALL.index(lowered)
