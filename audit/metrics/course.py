"""The course of a meeting as its minutes tell it: L11 comment before votes.

Owns the words by which public comment is known. Closed sessions are `closed`'s.
"""

from __future__ import annotations

import re

from audit.law.rules import Rule
from audit.metrics.held import Held, Line, Sitting, Text, Vote
from audit.metrics.minutes import business, read_whole
from audit.metrics.values import CANNOT_TELL, NO, NOT_APPLICABLE, YES, Proof, Said

_COMMENT = re.compile(
    r"\b(?:public|citizens?|residents?|audience|visitors?)\b[^.\n]{0,40}\b"
    r"(?:comments?|heard|participation|spoke|forum|input|hearing)\b"
    r"|\b(?:address(?:ed|ing)|spoke\s+(?:to|before))\s+(?:the\s+)?(?:council|board|commission)",
    re.I,
)


def comment_before_votes(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L11: does public comment stand before the first vote on business?

    Votes that run the meeting itself, and those on a consent list as a whole, are no business
    in this sense.
    """
    text = read_whole(sitting)
    if isinstance(text, Said):
        return text
    votes = business(text)
    if not votes:
        return Said(NOT_APPLICABLE, "no vote on business was read")
    first = min(votes, key=lambda vote: vote.place)
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
