"""Motions opened by the word motion behind a name ("Odell made a motion", "Odell: motion to ...").

Owns these wordings and those that only ask for a motion. Where no name stands before the word,
nlp.motions.unnamed looks on.
"""

from __future__ import annotations

import re

from nlp.motions.openers import ADJECTIVE, AFTER, BEFORE, DID, MADE, TITLE_LINE, G, Opener, name_of
from nlp.motions.unnamed import MOTION_BY, MOTION_OF, OUTCOME, unnamed
from nlp.people import NAME, bare

_NOBODY = frozenset(("Nobody", "None", "Noone"))
_BEFORE_MOTION = frozenset(re.findall(r"[a-z]+", f"{G} {ADJECTIVE} {MADE}"))
_NAME_MADE = re.compile(
    rf"(?P<name>{NAME})(?:\s*\([^)]{{0,30}}\)|,\s+[A-Z][\w ]{{2,24}}(?=,))?,?\s+(?:then\s+|also\s+"
    rf"|now\s+)?{MADE}\s+(?:{G}{ADJECTIVE}\s+)?$"
)
_PRONOUN_MADE = re.compile(
    r"\b(?:he|she|they|who|council|board|commission|i|and|then)\s+(?:then\s+"
    rf"|would\s+then\s+|would\s+)?{MADE}\s+{G}{ADJECTIVE}\s+$",
    re.I,
)
_NAME_COLON = re.compile(
    rf"(?:^|\n)[ ]*(?P<name>{NAME})\s*:\s*(?:I\s+(?:make|have|would make"
    r"|would like to make)\s+)?(?:a\s+)?$"
)
_ASKED = re.compile(
    r"(?:\b(?:ask(?:s|ed|ing)?|call(?:s|ed|ing)?|entertain(?:s|ed|ing)?|request(?:s|ed"
    r"|ing)?|need(?:s|ed)?|look(?:s|ed|ing)?|seek(?:s|ing)?|sought"
    r"|wait(?:s|ed|ing)?|invit(?:es|ed|ing)|accept(?:s|ed)?|want(?:s|ed)?|requires?"
    r"|solicit(?:s|ed)?|like|hear|have|is there|was there|do i have|be)\b"
    r"(?:\s+(?:for|to have|to hear|to entertain|to make))?(?:\s+(?:a|an|the|any|another))?"
    + ADJECTIVE
    + r"|\b(?:no|any|each|every|per|by|in one|in a single|one|single|would|could|should|may"
    r"|might)(?:\s+(?:a|the))?)\s+$",
    re.I,
)
_HEARD = re.compile(r"\b(?:entertain|accept|hear|receiv)\w*\s+(?:a|the)\s+$", re.I)
_NOUN = re.compile(r"\s*(?:detector|picture|sensor|sickness|graphic|light)", re.I)


def at_motion(text: str, at: int, end: int) -> Opener | None:
    """The opener around the word "motion" (or "motions") at text[at:end], if it is one."""
    before, after = text[max(0, at - BEFORE) : at], text[end : end + AFTER]
    base = at - len(before)
    made = _made(text, base, before, after, end) if _may_be_made(before) else None
    if made is not None:
        return made
    if _NOUN.match(after):
        return None
    asked = _ASKED.search(before) and not MOTION_OF.search(before)
    if asked and not (_HEARD.search(before) and MOTION_BY.match(after)):
        return None
    return unnamed(text, at, end, before, after)


def _may_be_made(before: str) -> bool:
    """A cheap look at the word before "motion", as names are dear to search for."""
    words = before.split()
    return bool(words) and (words[-1].lower() in _BEFORE_MOTION or words[-1].endswith(":"))


def _made(text: str, base: int, before: str, after: str, end: int) -> Opener | None:
    for pattern in (_NAME_MADE, _NAME_COLON):
        match = pattern.search(before)
        if match and (name := name_of(match)) is not None and name not in _NOBODY:
            if pattern is _NAME_COLON and (
                OUTCOME.match(after) or not match["name"].endswith(name)
            ):
                continue
            return Opener(base + match.start("name") + _heading(match["name"]), end, "made", name)
    match = _PRONOUN_MADE.search(before)
    if match and re.match(r"who\b.*\bthe\s+$", match.group(), re.I):
        match = None
    if match and not OUTCOME.match(after):
        start = base + match.start()
        return Opener(start, end, "made", _antecedent(text, start))
    return None


def _heading(printed: str) -> int:
    """How much of what looked like a name is a heading above it; a title alone is none."""
    cut = printed.rfind("\n") + 1
    return 0 if TITLE_LINE.fullmatch(printed[:cut].strip() + " ") else cut


def _antecedent(text: str, at: int) -> str | None:
    """The person whom "he" or "she" at this place takes up: the last one who said or did."""
    if not re.match(r"(?:he|she|and|then|who)\b", text[at : at + 5], re.I):
        return None
    found = list(DID.finditer(text, max(0, at - 200), at))
    return bare(found[-1]["name"]) if found else None
