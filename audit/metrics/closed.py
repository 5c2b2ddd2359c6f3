"""Closed sessions as minutes tell them: L10a the reason, L10b the vote afterwards in the open.

Owns the words by which a closed session, its reason and its end are known. What was discussed
behind the door is nobody's to say here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from audit.law.rules import Rule
from audit.metrics.held import Held, Sitting, Text, Vote
from audit.metrics.minutes import business, passage, read_whole
from audit.metrics.values import CANNOT_TELL, NO, NOT_APPLICABLE, YES, Proof, Said

_SESSION = re.compile(r"\b(?:executive|closed)\s+session\b", re.I)
_NONE = re.compile(
    r"\b(?:no|not|without)\b[^.;\n]{0,40}(?:executive|closed)\s+session"
    r"|(?:executive|closed)\s+session\s*[:–—-]*\s*(?:none|n/a|no\s+items|not\s+(?:held|needed|required))",
    re.I,
)
_HELD = re.compile(
    r"\b(?:went|go|recess(?:ed)?|adjourn(?:ed)?|enter(?:ed)?|conven(?:ed|ing)|met|moved|held|"
    r"returned|reconvened|resumed|called|retired|came)\b[^.;\n]{0,60}(?:executive|closed)\s+session"
    r"|(?:executive|closed)\s+session\s+(?:was\s+)?(?:held|began|ended|from\s+\d|at\s+\d)",
    re.I,
)
_TOLD_WHY = re.compile(
    r"session\b[^.\n]{0,30}\b(?:to\s+(?:consider|discuss|review|confer|deliberate)|for|regarding|"
    r"concerning|pursuant|under|about)\b|\bcode\s+(?:section|\u00a7)",
    re.I,
)
_REASONS = {
    "personnel": r"personnel|employ\w+|hiring|disciplin\w+|appointment|resignation|evaluat\w+",
    "labor": r"labou?r|collective\s+bargain\w*|union|contract\s+negotiat\w*|arbitrat\w+",
    "real_estate": r"real\s+estate|purchase\s+or\s+lease|acquisition|land|property",
    "litigation": r"litigat\w*|legal|lawsuits?|solicitor|attorney|counsel|complaint",
    "privileged": r"privileged?|confidential\w*|protected\s+by\s+law",
    "academic": r"academic\s+(?:admission|standing)",
    "security": r"securit\w+|public\s+safety|emergency\s+preparedness",
}
_PURPOSE = re.compile(
    r"\b(?:purpose|reasons?|discuss\w*|regard\w*|concern\w*|matters?|topics?|pertain\w*|consult\w*)\b",
    re.I,
)
_ENTERS = re.compile(
    r"\b(?<!will )(?:went|go|recess\w*|adjourn\w*|enter\w*|mov\w+|retired|conven\w*)\b[^.\n]{0,60}"
    r"\b(?:executive|closed)\s+session",
    re.I,
)
_LEAVES = re.compile(
    r"\b(?:return\w*|re-?conven\w*|resum\w*|came|come|back|exit\w*|ended|closed|adjourn\w*)\b"
    r"[^.\n]{0,60}\b(?:(?:regular|public|open)\s+(?:meeting|session)|from\s+(?:executive|closed)"
    r"\s+session)",
    re.I,
)
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b|\b\d{1,2}\s*[ap]\.?m\b", re.I)
_NO_ACTION = re.compile(r"\bno\s+(?:action|vote|decision|motion)s?\b[^.\n]{0,60}", re.I)
_STOP = re.compile(r"\.(?=\s|$)(?!(?<=[ap]\.m\.)\s+[a-z(])")
"""The end of a sentence; "8:10 p.m. to discuss" goes on."""

_WINDOW, _CLOSE = 220, 160


@dataclass(frozen=True)
class _Told:
    """One mention: the reasons in its sentence, those further on, whether it took place."""

    reasons: tuple[str, ...]
    perhaps: tuple[str, ...]
    took_place: bool
    enters: bool
    place: tuple[int, int]
    proof: Proof


def closed_sessions(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L10a: is a reason within the statute's classes recorded for each closed session?"""
    text = read_whole(sitting)
    if isinstance(text, Said):
        return text
    told = tuple(_sessions(text, str(rule.value).split(", ")))
    if not told:
        return Said(NOT_APPLICABLE, "the minutes speak of no closed session")
    proofs = tuple(one.proof for one in told)
    named = sorted({reason for one in told for reason in one.reasons})
    entered = [one for one in told if one.enters]
    if named and len(entered) > 1 and not all(one.reasons for one in entered):
        return Said(CANNOT_TELL, "more than one closed session may be meant; a reason stands "
                    "beside some mentions only", proofs)  # fmt: skip
    if named:
        shown = ", ".join(reason.replace("_", " ") for reason in named)
        return Said(YES, f"reason recorded: {shown}", proofs)
    if any(one.perhaps for one in told):
        return Said(CANNOT_TELL, "words of a reason stand near it; whether they are its reason is "
                    "not told", proofs)  # fmt: skip
    if any(_TOLD_WHY.search(one.proof.quote) for one in told):
        return Said(CANNOT_TELL, "a purpose is told; our reader did not match it to the statute's",
                    proofs)  # fmt: skip
    if any(one.took_place for one in told):
        return Said(NO, "a closed session is recorded, no reason of the statute beside it", proofs)
    return Said(CANNOT_TELL, "a closed session is mentioned; whether it took place is not told",
                proofs)  # fmt: skip


def voted_in_open(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L10b: does a vote on what the closed session was about stand in the open part after it?

    "No" only for a vote that the minutes place between the words, with times of day, of entering
    the session and of leaving it. No vote afterwards is no lack: none may have been needed.
    """
    text = read_whole(sitting)
    if isinstance(text, Said):
        return text
    told = tuple(_sessions(text, str(rule.value).split(", ")))
    if not told:
        return Said(NOT_APPLICABLE, "the minutes speak of no closed session")
    votes = business(text)
    if inside := _inside(text, votes):
        vote, opens, closes = inside
        return Said(NO, "a vote stands between the words of entering the closed session and of "
                    "leaving it", (opens, passage(text, vote, "the vote"), closes))  # fmt: skip
    last = max(told, key=lambda one: one.place)
    proofs = (last.proof,)
    if none := _no_action(text, told[0].place):
        return Said(NOT_APPLICABLE, "the minutes say that no action followed", (*proofs, none))
    left = [(page, hit.end()) for page, _, words in text.pages for hit in _LEAVES.finditer(words)]
    later = [vote for vote in votes if vote.place > max((last.place, *left))]
    if not later:
        return Said(CANNOT_TELL, "no vote on business stands after it; none may have been needed",
                    proofs)  # fmt: skip
    about = {reason for one in told for reason in one.reasons}
    same = [v for v in later if any(_speaks_of(v, reason) for reason in about)]
    if same:
        return Said(YES, "a vote on such a matter stands in the open part after it",
                    (*proofs, passage(text, same[0], "the vote")))  # fmt: skip
    return Said(CANNOT_TELL, "votes stand after it; whether on what was discussed is not told",
                (*proofs, passage(text, later[0], "the first vote after it")))  # fmt: skip


def _sessions(text: Text, classes: list[str]) -> Iterator[_Told]:
    """Each mention of a closed session in the minutes, those that say there was none left out."""
    for page, _, words in text.pages:
        for hit in _SESSION.finditer(words):
            start, end = _sentence(words, hit.start(), hit.end(), more=0)
            own = words[start:end]
            if _NONE.search(own):
                continue
            wide = _sentence(words, hit.start(), hit.end(), more=1)
            further = words[end : wide[1]]
            near = own + (further if _PURPOSE.search(further) else "")
            yield _Told(
                tuple(_named(near, classes)),
                tuple(_named(words[slice(*wide)], classes)),
                bool(_HELD.search(words[slice(*wide)])),
                bool(_ENTERS.search(own)),
                (page, hit.start()),
                text.proof("the passage", page, *(wide if near != own else (start, end))),
            )


def _named(words: str, classes: list[str]) -> Iterator[str]:
    for name in classes:
        if name in _REASONS and re.search(rf"\b(?:{_REASONS[name]})\b", words, re.I):
            yield name


def _sentence(words: str, start: int, end: int, *, more: int) -> tuple[int, int]:
    """The sentence around a mention, and as many after it as `more` says."""
    first = max(words.rfind(". ", 0, start) + 2, words.rfind(".\n", 0, start) + 2, start - _WINDOW)
    stops = [m.start() for m in _STOP.finditer(words[end : end + _WINDOW])]
    last = end + stops[min(more, len(stops) - 1)] + 1 if stops else min(len(words), end + _WINDOW)
    begin = max(0, first if first > 1 else 0)
    return begin + len(words[begin:start]) - len(words[begin:start].lstrip()), last


def _inside(text: Text, votes: list[Vote]) -> tuple[Vote, Proof, Proof] | None:
    """A vote between entering and leaving on one page, both told with a time of day."""
    for number, _, words in text.pages:
        enters = [hit for hit in _ENTERS.finditer(words) if _timed(words, hit)]
        leaves = [hit for hit in _LEAVES.finditer(words) if _timed(words, hit)]
        for vote in (v for v in votes if v.page == number and v.result != "unknown"):
            before = [hit for hit in enters if hit.end() <= vote.start]
            after = [hit for hit in leaves if hit.start() >= vote.end]
            left = [
                hit for hit in leaves if before and before[-1].end() <= hit.start() < vote.start
            ]
            if before and after and not left:
                return (
                    vote,
                    text.proof("entering", number, before[-1].start(), before[-1].end()),
                    text.proof("leaving", number, after[0].start(), after[0].end()),
                )
    return None


def _timed(words: str, hit: re.Match[str]) -> bool:
    return bool(_CLOCK.search(words[max(0, hit.start() - _CLOSE // 2) : hit.end() + _CLOSE // 2]))


def _no_action(text: Text, after: tuple[int, int]) -> Proof | None:
    """The words that no action was taken, in the sentences after the first mention."""
    page, start = after
    words = next((said for number, _, said in text.pages if number == page), "")
    hit = _NO_ACTION.search(words, start, start + 3 * _WINDOW)
    return text.proof("no action", page, hit.start(), hit.end()) if hit else None


_DONE = {
    "personnel": (
        r"hir\w+|employ\w*|appoint\w*|resign\w*|terminat\w*|promot\w*|salar\w+|disciplin\w*"
    ),
    "labor": r"bargain\w*|union|labou?r|grievance|arbitrat\w*|memorandum of understanding",
    "real_estate": r"purchase\w*|lease\w*|acqui\w+|sale|sell|propert\w+|parcel|land|easement",
    "litigation": r"settle\w*|litigat\w*|lawsuit|appeal|suit|claim|complaint",
    "security": r"securit\w+|emergenc\w+",
}
"""What votes on such matters speak of."""


def _speaks_of(vote: Vote, reason: str) -> bool:
    return reason in _DONE and bool(re.search(rf"\b(?:{_DONE[reason]})\b", vote.text, re.I))
