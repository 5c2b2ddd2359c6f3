"""Motions opened by the word motion without a name before it ("Motion by Odell", "MOTION: to ...").

Owns these wordings and those that speak of a motion made before ("the motion carried").
"""

from __future__ import annotations

import re
from dataclasses import replace

from nlp.motions.couples import couple
from nlp.motions.openers import ADJECTIVE, LINE_START, MADE, Opener, end_of, name_of
from nlp.people import NAME

_REFERENCE = re.compile(
    r"\b(?:the|this|that|his|her|their|said|same|original|main|amended|previous|your|such"
    r"|my|our|its|first|above|foregoing)\s+$|\b(?:second(?:ed|s|ing)?|withdr\w+|on"
    r"|with)\s+(?:the|his|her|that|this|said)?\s*$",
    re.I,
)
MOTION_BY = re.compile(
    rf"\s*(?i:(?:was|is|were)\s+)?(?i:then\s+|duly\s+)?(?i:{MADE}\s+)?(?i:by|from|of|-|:"
    rf"|/)\s*:?\s*(?P<name>{NAME})(?:\s*/\s*(?P<second>{NAME}))?",
    0,
)
_DRAFT = re.compile(
    r"\b(?:recommend(?:ed|ation)s?|suggested|proposed|requested|sample|draft|possible|staff)"
    r"(?:\s+(?:board\s+|council\s+)?(?:action|motion|language|wording))?\s*:\s*[\"']?(?:a\s+)?$",
    re.I,
)
# "Adjournment at 8:55 on the motion of X.": what was moved stands before.
_CLOSES = re.compile(
    rf"\s*(?:,?\s*(?:and\s+)?(?i:second\w*)\s+(?i:by\s+)?{NAME}(?!\.\s[A-Z]))?\s*\.?(?:\n"
    rf"|\s*$|(?<!\bM[rs])(?<!\bMrs)[.:])"
)
_IN = r"(?:[^.;\n]|(?<=\bM[rs])\.|(?<=\bMrs)\.|(?<=\bDr)\.)"
# "A motion that the petition be denied, having been made by X": told in passing.
_HAVING = re.compile(
    rf"\s+(?:to|that)\s+{_IN}{{3,200}}?,?\s+having\s+been\s+(?:duly\s+)?(?:made|moved)\b"
)
# "The motion of X to approve ..., which had been seconded by Y, was put and lost".
_MADE_AND_TOLD = re.compile(
    rf"\s+(?:to|that)\s+{_IN}{{3,240}}?\bsecond{_IN}{{2,240}}?\b(?:carried|passed|failed|defeated|adopted"
    r"|approved|withdrawn|lost|put)\b",
    re.I,
)
# "The motion by X, seconded by Y, to approve ... was defeated": one sentence tells all.
_ALL_TOLD = re.compile(
    r"\s*,?\s*(?:and\s+)?second[^.;\n]{8,400}?\b(?:carried|passed|failed|defeated|adopted"
    r"|approved)\b",
    re.I,
)
_DULY = re.compile(
    r"\s+(?:was\s+)?(?:duly\s+)?(?:made|moved)(?:\s+and"
    r"|,)\s+(?:duly\s+)?seconded\b",
    re.I,
)
_SENTENCE_SO_FAR = re.compile(r"[^.;\n]*(?:\b[ap]\.m\.[^.;\n]*)?\Z")
_TALLY = r"(?:unanimously,?\s+|\(?\d{1,2}(?:\s?-\s?|\s+to\s+)\d{1,2}\)?,?\s+)?"
_ON = re.compile(
    rf"(?:\bvoted:?,?\s+{_TALLY})?\b(?:on|upon)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?$", re.I
)
# "MOTION: Renew the lease / MOVED BY: ...": what stands behind the colon is the proposal.
_OWN_LABEL = re.compile(
    r"[^\n]*(?:\n[^\n:]{0,200}){0,3}\n\s*(?:moved?|mover|made|first|1st|motion\s+(?:made\s+)?by"
    r"|moved\s+by)\b[^\n:]{0,12}:",
    re.I,
)
# "Motion: Deny, moved by X", "Motion: Continue to May 9": what looks like a name is a verb.
_VERB = re.compile(
    r"(?:Deny|Continue|Table|Postpone|Accept|Refer|Reject|Remove|Close|Open|Enter|Adjourn|Award|Amend"
    r"|Suspend|Terminate|Rescind|Hire|Appoint|Set|Waive|Ratify|Renew|End|Extend|Receive|Grant|Recess"
    r"|Authorize|Direct|Defer|Withdraw)(?:\s*,\s*(?i:moved|made|mover)\b|\s+to\s+(?:[A-Z\d]|the\b)"
    r"|\s+(?!to\b|that\b|moved\b|made\b|and\b|second)[a-z\d$])"
)
_SPECIFIC = re.compile(
    r"\bthe\s+(?:substitute|second|amended|main|first|previous"
    r"|last)\s+$",
    re.I,
)
MOTION_OF = re.compile(r"(?:\b(?:on|upon)\s+(?:a\s+|the\s+)?|^|\n\s*|[.;:]\s*)$", re.I)
_PASSIVE = re.compile(
    rf"\s*(?:\([^)]{{0,60}}\)\s*)?(?:(?:was|is|were|has been)\s+(?:then\s+"
    rf"|also\s+)?(?:{MADE}|moved)\b|was\s+to\b(?=\s+[a-z]))",
    re.I,
)
_PURPOSE = re.compile(
    r"\s*(?:and\s+second(?:ed)?\s+)?(?:to|that|for|stating|in favor of"
    r"|of intent)\b(?!\s+(?:is|was|are)\b)",
    re.I,
)
_WAS_TO = re.compile(r"\s*was\s+to\b")
_SPOKEN_OF = re.compile(
    r"\b(?:will|shall|may|can|could|would|should)\s+(?:then\s+)?be\s+(?:considered|made|needed"
    r"|required|heard|taken|offered|in\s+order)\b"
    r"|\b(?:was|were|is|are)\s+(?:then\s+)?(?:asked|requested|needed|required"
    r"|not\s+debatable|in\s+order|entertained|called\s+for|necessary|always|never)\b"
    r"|\b(?:requires|needs)\b",
    re.I,
)
_LABEL = re.compile(r"\s*(?:(?:no\.?\s*|#\s*)?\d{1,3}\s*(?=:)|)(?::|\s-\s|-\s)\s*", re.I)
OUTCOME = re.compile(
    r"\s*(?:was\s+|is\s+|has\s+|to\s+\w+\s+)?(?:carried|carries|passed|passes|failed"
    r"|fails|approved|adopted|denied|granted|defeated|seconded|died|dies|duly|unanimous"
    r"|second)\b",
    re.I,
)
_OPENS_SENTENCE = re.compile(r"(?:^|[.;:!?\])\"\f-]|\n\s*\n)\s*$")
_ARTICLE = re.compile(rf"(?:(?<!\.)\b(?:a|an|another|the){ADJECTIVE}\s+)$", re.I)
_MADE_BY_LATER = re.compile(rf"\b(?:was|were|is)\s+(?:{MADE}|moved)\b", re.I)


def unnamed(text: str, at: int, end: int, before: str, after: str) -> Opener | None:
    """The opener at the word motion in text[at:end] where no name stands before it, if any."""
    article = _ARTICLE.search(before)
    start = at - len(article.group()) if article else at
    if _DRAFT.search(before):
        return None
    on = _ON.search(before)
    by = MOTION_BY.match(after)
    label = _LABEL.match(after)
    if label and by and "by" not in by.group().lower():
        proposed = _OWN_LABEL.match(after, label.end()) or _VERB.match(after, label.end())
        by = None if proposed else by
    if (
        by
        and name_of(by) is not None
        and not _by_reference(before, by.group(), told=_told_whole(text, end + by.end()))
    ):
        told = "passed" if on and on.group().lower().startswith("vot") else ""
        start = at - len(on.group()) if on else start
        closes = on and not told and _CLOSES.match(after, end_of(by))
        opened = start
        if closes:
            opened -= _so_far(text, start)
        words = (opened, start) if opened < start else None
        told = "passed" if re.match(r"\s*voted\b", text[opened:start], re.I) else told
        second = name_of(by, "second") if by["second"] else None
        stop = by.end() if second else end_of(by)
        return Opener(opened, end + stop, "by", name_of(by), second, told, words)
    pair = couple(at, end, before, after)
    if pair is not None:
        return replace(pair, start=at - len(on.group())) if on else pair
    if OUTCOME.match(after):
        return None
    definite = article is not None and article.group().strip().lower().startswith("the")
    if on and _DULY.match(after):
        return Opener(at - len(on.group()), end, "passive")
    if _PASSIVE.match(after):
        return None if definite and _WAS_TO.match(after) else Opener(start, end, "passive")
    if article and _HAVING.match(after):
        return Opener(start, end, "passive")
    if definite and not _later(text, end):
        return None
    if article and not (
        article.group()[0] == "A" or _OPENS_SENTENCE.search(text[max(0, start - 60) : start])
    ):
        return None
    if not article and (_REFERENCE.search(before) or not LINE_START.search(before)):
        return None
    if _PURPOSE.match(after):
        spoken_of = _SPOKEN_OF.search(text[end : end + 320].split(". ")[0])
        return None if spoken_of else Opener(start, end, "passive")
    if label and not article:
        return Opener(start, end + label.end(), "label")
    return None


def _so_far(text: str, at: int) -> int:
    """How long the sentence is that ends in "on motion of X"."""
    match = _SENTENCE_SO_FAR.search(text[max(0, at - 200) : at])
    return len(match.group().lstrip()) if match else 0


def _by_reference(before: str, by: str, *, told: bool) -> bool:
    """Whether "the motion by X" speaks of an earlier one; "the motion was made by X" does not."""
    return (
        bool(_REFERENCE.search(before) or _SPECIFIC.search(before))
        and "was" not in by
        and not told
        and not MOTION_OF.search(before)
    )


def _told_whole(text: str, at: int) -> bool:
    """Whether one sentence goes on to tell who seconded and how it ended."""
    return any(one.match(text, at, at + 620) for one in (_ALL_TOLD, _MADE_AND_TOLD))


def _later(text: str, end: int) -> bool:
    """Whether "the motion to ..." goes on "... was made by X" in the same sentence."""
    return bool(_MADE_BY_LATER.search(text[end : end + 600].split(". ")[0]))
