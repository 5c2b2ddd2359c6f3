"""The course of a meeting as its minutes tell it: L10 closed sessions, L11 comment before votes.

Owns the words by which a closed session and its reason are known. What was discussed behind the
door is nobody's to say here.
"""

from __future__ import annotations

import re

from audit.law.rules import Rule
from audit.metrics.held import Held, Line, Sitting, Text, Vote
from audit.metrics.minutes import read_whole
from audit.metrics.values import CANNOT_TELL, NO, NOT_APPLICABLE, YES, Proof, Said

_SESSION = re.compile(r"\b(?:executive|closed)\s+session\b", re.I)
_NONE = re.compile(
    r"\b(?:no|not|without)\b[^.;\n]{0,40}(?:executive|closed)\s+session"
    r"|(?:executive|closed)\s+session\s*[:–-]*\s*(?:none|n/a|not\s+(?:held|needed|required))",
    re.I,
)
_HELD = re.compile(
    r"\b(?:went|go|recess\w*|adjourn\w*|enter\w*|conven\w*|met|mov\w+|held|announc\w*|return\w*|"
    r"resum\w*|called|retired)\b",
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
_WINDOW = 220
_ROUTINE = re.compile(
    r"\b(?:minutes|agenda|consent|adjourn\w*|recess|executive\s+session|pledge|call\s+to\s+order)\b",
    re.I,
)
_COMMENT = re.compile(
    r"\b(?:public|citizens?|residents?|audience|visitors?)\b[^.\n]{0,40}\b"
    r"(?:comments?|heard|participation|spoke|forum|input|hearing)\b"
    r"|\b(?:address(?:ed|ing)|spoke\s+(?:to|before))\s+(?:the\s+)?(?:council|board|commission)",
    re.I,
)


def closed_sessions(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L10: is a reason within the statute's classes recorded for each closed session?"""
    text = read_whole(sitting)
    if isinstance(text, Said):
        return text
    classes = tuple(str(rule.value).split(", "))
    told = [one for page, _, words in text.pages for one in _sessions(words, page, text, classes)]
    if not told:
        return Said(NOT_APPLICABLE, "the minutes speak of no closed session")
    proofs = tuple(proof for _, _, proof in told)
    reasons = sorted({reason for found, _, _ in told for reason in found})
    if reasons:
        named = ", ".join(reason.replace("_", " ") for reason in reasons)
        return Said(YES, f"reason recorded: {named}; a later vote was not looked for", proofs)
    if any(took_place for _, took_place, _ in told):
        return Said(NO, "a closed session is recorded, no reason of the statute beside it", proofs)
    return Said(CANNOT_TELL, "a closed session is mentioned; whether it took place is not told",
                proofs)  # fmt: skip


def _sessions(
    words: str, page: int, text: Text, classes: tuple[str, ...]
) -> list[tuple[list[str], bool, Proof]]:
    """Each mention on a page: the reasons near it, whether it says that it took place."""
    found = []
    for hit in _SESSION.finditer(words):
        start, end = _sentence(words, hit.start(), hit.end())
        near = words[start:end]
        if _NONE.search(near):
            continue
        reasons = [
            name
            for name in classes
            if name in _REASONS and re.search(rf"\b(?:{_REASONS[name]})\b", near, re.I)
        ]
        proof = text.proof("the passage", page, start, end)
        found.append((reasons, bool(_HELD.search(near)), proof))
    return found


def _sentence(words: str, start: int, end: int) -> tuple[int, int]:
    """The sentences around a mention: back to the one before, on to the next but one."""
    first = max(words.rfind(". ", 0, start) + 2, words.rfind(".\n", 0, start) + 2, start - _WINDOW)
    stops = [m.start() for m in re.finditer(r"\.(?=\s|$)", words[end : end + _WINDOW])]
    last = end + stops[min(1, len(stops) - 1)] + 1 if stops else min(len(words), end + _WINDOW)
    return max(0, first if first > 1 else 0), last


def comment_before_votes(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L11: does public comment stand before the first vote on business?

    Approvals of minutes and agenda, recess and adjournment are no business in this sense.
    """
    text = read_whole(sitting)
    if isinstance(text, Said):
        return text
    business = [v for v in text.votes if v.form != "procedural" and not _ROUTINE.search(v.text)]
    if not business:
        return Said(NOT_APPLICABLE, "no vote on business was read")
    first = min(business, key=lambda vote: vote.place)
    vote = text.proof("the first vote on business", first.page, first.start, first.end)
    heard = _comment(text)
    if heard is None:
        return Said(CANNOT_TELL, "no part of the minutes was read as public comment", (vote,))
    place, proof = heard
    if place < first.place:
        return Said(YES, "public comment stands before the first vote", (proof, vote))
    return _after(text, first, proof, vote)


def _comment(text: Text) -> tuple[tuple[int, int], Proof] | None:
    headed: list[Line] = [line for line in text.lines if line.section == "public_comment"]
    if not headed:
        return None
    line = min(headed, key=lambda one: (one.page, one.start))
    return (line.page, line.start), text.proof("comment", line.page, line.start, line.end)


def _after(text: Text, first: Vote, proof: Proof, vote: Proof) -> Said:
    """Comment is headed after the first vote: a mention before it leaves the answer open."""
    for page, _, words in text.pages:
        limit = first.start if page == first.page else len(words) if page < first.page else 0
        if _COMMENT.search(words[:limit]):
            return Said(CANNOT_TELL, "comment is headed after the first vote, and spoken of before "
                        "it", (proof, vote))  # fmt: skip
    return Said(NO, "public comment stands after the first vote on business", (proof, vote))
