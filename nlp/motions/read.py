"""Reads one block: mover, seconder, result, direction, count, and the words to quote.

Owns the order of these questions for one motion; each question has its own module.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.motions import direction as directions
from nlp.motions import outcome as outcomes
from nlp.motions import parties
from nlp.motions.blocks import Block
from nlp.passages import sentence_end
from nlp.votes import Count, count

_LAID_OVER = ("tabled", "postponed", "deferred")
_QUOTE_WORDS = 120
_QUOTE_CHARS = 1200
_PROPOSAL_END = re.compile(
    r"\b(?:seconded|was\s+made\s+by|second(?:ed)?\s+by|motion\s+(?:was\s+)?(?:carried"
    r"|passed|seconded|failed|approved|died)|all\s+in\s+favou?r|roll\s*call|the\s+motion"
    r"|ayes?\s*:|vote\s*:|voting)\b|\bSECOND\b|\n\s*\n",
    re.I,
)
_LEADING_SECOND = re.compile(r"^[\s,;:-]*(?:and\s+)?(?:was\s+)?(?:second(?:ed)?|supported)\b", re.I)
_PURPOSE = re.compile(r"(?:,|\s)\s*(?:to|that|for)\s+\S", re.I)


@dataclass(frozen=True)
class Read:
    """What one block says; start and end bound the words to quote."""

    start: int
    end: int
    mover: str | None
    seconder: str | None
    proposal: str
    direction: str
    outcome: outcomes.Outcome
    count: Count


def read(text: str, block: Block) -> Read:
    """Reads one block of the folded text."""
    words = block.words(text)
    votes = count(words)
    told = _outcome(text, block, words, votes)
    mover = block.opener.mover or parties.late_mover(words) or _trailing(text, block)
    seconder = parties.seconder(words, mover)
    proposal = _proposal(text, block)
    reach = max(told.end, votes.end)
    end = _quote_end(text, block, max(reach, parties.second_end(words)) if reach else 0)
    return Read(
        block.opener.start,
        end,
        mover,
        seconder,
        proposal,
        _direction(text, block, proposal),
        told,
        votes,
    )


def _outcome(text: str, block: Block, words: str, votes: Count) -> outcomes.Outcome:
    """The outcome; a decision is one by its own wording."""
    told = outcomes.outcome(words, votes.ayes, votes.nays)
    kind = block.opener.kind
    if kind in ("decision", "lone"):
        return _decided(text[block.opener.start : block.opener.end].lower(), told, votes)
    if told.result == "unknown" and kind == "by":
        told = outcomes.done(words)
    if told.result == "unknown":
        return outcomes.from_count(votes.ayes, votes.nays, bool(votes.votes))
    return told


def _decided(words: str, told: outcomes.Outcome, votes: Count) -> outcomes.Outcome:
    if words.endswith(_LAID_OVER):
        return outcomes.Outcome("tabled", told.end)
    if told.result == "failed":
        return told
    against = votes.ayes is not None and votes.nays is not None and votes.nays >= votes.ayes
    return outcomes.Outcome("unknown" if against else "passed", told.end)


def _trailing(text: str, block: Block) -> str | None:
    if block.opener.kind != "passive":
        return None
    end = sentence_end(text, block.opener.end, block.end)
    return parties.trailing_mover(f"{text[block.opener.end : end]}\n")


def _direction(text: str, block: Block, proposal: str) -> str:
    if block.opener.kind in ("decision", "lone"):
        word = text[block.opener.start : block.opener.end].lower()
        if word.endswith("denied"):
            return "reject"
        if word.endswith(_LAID_OVER):
            return "postpone"
        if not word.endswith("voted"):
            return directions.direction(f"to approve {word}")
    return directions.direction(proposal)


def _proposal(text: str, block: Block) -> str:
    """The words of what is moved: from the opener to the second or the vote."""
    opener = block.opener
    if opener.kind == "lone":
        return text[opener.start : opener.end][:400]
    if opener.kind == "decision" and not text[opener.start : opener.end].lower().endswith("voted"):
        return text[opener.start : min(block.end, opener.end + 200)]
    at = opener.end
    if _LEADING_SECOND.match(text[at : at + 60]):
        purpose = _PURPOSE.search(text, at, min(block.end, at + 300))
        second = parties.second_end(text[at : min(block.end, at + 300)])
        at = purpose.start() if purpose else at + second
    stop = _PROPOSAL_END.search(text, at + 1, block.end)
    end = stop.start() if stop else block.end
    return text[at : min(end, at + 1200)]


def _quote_end(text: str, block: Block, reach: int) -> int:
    """Where the quote ends: behind the last word that was understood, at most 120 words."""
    own = block.end - block.opener.start
    start = block.opener.start
    end = start + min(reach, own)
    if end <= block.opener.end:
        end = sentence_end(text, min(block.opener.end, block.end), block.end)
        blank = text.find("\n\n", block.opener.end, end)
        end = blank if blank >= 0 else end
    end = min(end, block.end, start + _QUOTE_CHARS)
    end = _closing(text, end, block.end)
    count_of_words = list(re.finditer(r"\S+", text[start:end]))
    if len(count_of_words) > _QUOTE_WORDS:
        end = start + count_of_words[_QUOTE_WORDS - 1].end()
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _closing(text: str, end: int, limit: int) -> int:
    """Takes in the sign that closes the sentence or bracket."""
    while end < limit and text[end] in ".)]\"'":
        end += 1
    return end
