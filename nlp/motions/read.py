"""Reads one block: mover, seconder, result, direction, count, and the words to quote.

Owns the order of these questions for one motion; each question has its own module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nlp.motions import direction as directions
from nlp.motions import forms, parties
from nlp.motions import outcome as outcomes
from nlp.motions.blocks import Block
from nlp.passages import sentence_end
from nlp.people import NAME
from nlp.votes import Count, count

_LAID_OVER = ("tabled", "postponed", "deferred", "laid")
_ENDS = re.compile(r"^[.\n]|^.?\n|^.\.")
_BY_VOTE = "words/tabled by vote"
_QUOTE_WORDS = 120
_QUOTE_CHARS = 1200
_PROPOSAL_END = re.compile(
    r"\b(?:seconded|was\s+made\s+by|second(?:ed)?\s+by|motion\s+(?:was\s+)?(?:carried"
    r"|passed|seconded|failed|approved|died)|all\s+in\s+favou?r|roll\s*call|(?<!amend\s)the\s+motion"
    r"|ayes?\s*:|vote\s*:|voting)\b|\bSECOND\b|\n\s*\n",
    re.I,
)
_LEADING_SECOND = re.compile(
    rf"[\s,.;:()-]*(?i:and\s+|which\s+|with\s+a\s+|a\s+)*(?:{NAME}\s+)?(?i:was\s+|then\s+|also\s+"
    rf"|duly\s+)*"
    r"(?i:second(?:ed|er|s)?|supported|2nd)\b"
)
_FOLLOWING = re.compile(r"\bfollowing\s+(?:resolution|ordinance)\b[^:\n]{0,80}:", re.I)
_ARTICLE = re.compile(
    r"(?:^|\n)\s*ARTICLE\s+\w+\.?\s*[^\n]{0,80}?to\s+see\s+(?:if"
    r"|whether)\s+the\s+town\s+will\s+(?:vote\s+to\s+)?(?P<question>[^.]{3,400})",
    re.I,
)
_ON = re.compile(r"\b(?:on|upon)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?motion\b", re.I)
_DIVISION = re.compile(
    r"\b(?:division\s+of\s+the\s+(?:question|motion)|(?:question|motion)\s+(?:was|is|be)\s+divided)\b",
    re.I,
)
_DENIAL = re.compile(r"\bdenied\b", re.I)
_MOVES_IT = 100
_PARTS = "the question was divided: its parts were voted one by one"
_NUMBER = re.compile(r"^\W*(?:[A-Z]{0,4}-?[\d.-]+[A-Za-z]?[.:)]?|[A-Z][.)])\s+")


@dataclass(frozen=True)
class Read:
    """What one block says; start and end bound the words to quote.

    rule: the wordings by which it was found and its outcome read. places: where the mover, the
    seconder, the result and the count stand in the text.
    """

    start: int
    end: int
    mover: str | None
    seconder: str | None
    proposal: str
    direction: str
    outcome: outcomes.Outcome
    count: Count
    form: str = "main"
    rule: str = ""
    places: tuple[tuple[str, int, int], ...] = ()


def read(text: str, block: Block, *, stored: str = "", present: Sequence[str] = ()) -> Read:
    """Reads one block of the folded text.

    stored: the block as printed, with the bars of its tables; present: who is recorded present.
    """
    words = block.words(text)
    votes = count(words, stored=stored, present=present)
    opener = block.opener
    if opener.counted is not None:
        votes = replace(votes, ayes=opener.counted[0], nays=opener.counted[1])
    told = _outcome(text, block, words, votes, len(present))
    if _divided(words, told):
        told, votes = outcomes.Outcome("unknown", told.end, (_PARTS,)), Count()
    mover = opener.mover or votes.mover or parties.late_mover(words) or _trailing(text, block)
    seconder = opener.seconder or votes.seconder or parties.seconder(words, mover)
    if mover is None and seconder is None:
        mover, seconder = parties.above(text, opener.start)
    proposal = _proposal(text, block)
    way = "postpone" if told.rule == _BY_VOTE else _direction(text, block, proposal)
    told, way = _denied(words, told, way)
    reach = max(told.end, votes.end, parties.second_end(words))
    return Read(
        opener.start,
        _quote_end(text, block, block.at(reach) - opener.start),
        mover,
        seconder,
        proposal,
        way,
        told,
        votes,
        forms.form(text[opener.start : opener.end], proposal),
        f"{opener.kind}+{told.rule or 'untold'}",
        tuple(
            (what, block.at(a), block.at(b))
            for what, a, b in _places(words, mover, seconder, told, votes)
        ),
    )


def _denied(words: str, told: outcomes.Outcome, way: str) -> tuple[outcomes.Outcome, str]:
    """ "On motion of X to approve it, the request was denied": what was moved to be done was not.

    Where the denying is itself what was moved ("on motion of X, the request was denied"), it was.
    """
    if told.rule != "words/done" or not _DENIAL.search(words, told.start, told.end):
        return told, way
    if way == "adopt":
        return replace(told, result="failed"), way
    return told, "reject" if way == "other" else way


def _divided(words: str, told: outcomes.Outcome) -> bool:
    """Whether the question was divided before its vote: no part's outcome is the whole's."""
    match = _DIVISION.search(words, _MOVES_IT)
    return (
        match is not None
        and told.rule.startswith(("words", "count"))
        and (match.start() < told.start or told.rule == "count")
    )


def _places(
    words: str,
    mover: str | None,
    seconder: str | None,
    told: outcomes.Outcome,
    votes: Count,
) -> Iterator[tuple[str, int, int]]:
    """Where the parts stand, as offsets in the block's words."""
    second = parties.second_end(words)
    for what, name, limit in (("mover", mover, len(words)), ("seconder", seconder, second + 40)):
        at = -1
        if name is not None:
            at = words.rfind(name, 0, limit) if what == "seconder" else words.find(name)
        if name is not None and at >= 0:
            yield what, at, at + len(name)
    if told.rule.startswith("words") and told.start < told.end:
        yield "result", told.start, told.end
    if votes.any and votes.start < votes.end:
        yield "count", votes.start, votes.end


def _outcome(text: str, block: Block, words: str, votes: Count, present: int) -> outcomes.Outcome:
    """The outcome; a decision is one by its own wording. present: how many are recorded so."""
    told = outcomes.outcome(words, votes.ayes, votes.nays)
    if told.result == "tabled" and votes.ayes is not None and votes.nays is not None:
        # "TABLED [3 TO 1]": the motion to table was voted, and carried.
        carried = "passed" if votes.ayes > votes.nays else "failed"
        return replace(told, result=carried, rule=_BY_VOTE)
    kind = block.opener.kind
    if block.opener.told and told.result == "unknown" and not _outvoted(votes):
        return outcomes.Outcome(block.opener.told, 0, (), 0, "shorthand")
    if kind in ("decision", "lone"):
        return _decided(text[block.opener.start : block.opener.end].lower(), told, votes)
    if told.result == "unknown" and kind == "by":
        told = outcomes.done(words, on=_ON.search(text, *_opening(block)) is not None)
    if told.result == "unknown" and votes.nays is None:
        return outcomes.from_ayes(votes.ayes, present)
    if told.result == "unknown":
        return outcomes.from_count(votes.ayes, votes.nays, bool(votes.votes))
    return told


def _opening(block: Block) -> tuple[int, int]:
    return block.opener.start, block.opener.end


def _decided(words: str, told: outcomes.Outcome, votes: Count) -> outcomes.Outcome:
    if words.endswith(_LAID_OVER):
        return outcomes.Outcome("tabled", told.end)
    if told.result == "failed":
        return told
    return outcomes.Outcome("unknown" if _outvoted(votes) else "passed", told.end)


def _outvoted(votes: Count) -> bool:
    """Whether a printed count says that no more voted for than against."""
    return votes.ayes is not None and votes.nays is not None and votes.nays >= votes.ayes


def _trailing(text: str, block: Block) -> str | None:
    if block.opener.kind != "passive":
        return None
    end = sentence_end(text, block.opener.end, block.end)
    return parties.trailing_mover(f"{text[block.opener.end : end]}\n")


def _direction(text: str, block: Block, proposal: str) -> str:
    if block.opener.kind == "item":
        own = directions.direction(f"to {_NUMBER.sub('', proposal)}")
        return own if own != "other" else directions.direction(f"to approve {proposal}")
    if block.opener.kind in ("decision", "lone"):
        word = text[block.opener.start : block.opener.end].lower()
        if word.endswith("denied"):
            return "reject"
        if word.endswith(_LAID_OVER):
            return "postpone"
        if not word.endswith("voted"):
            return directions.direction(f"to approve {word}")
    if forms.form(text[block.opener.start : block.opener.end], proposal) == "reconsideration":
        return "other"
    return directions.direction(proposal)


def _proposal(text: str, block: Block) -> str:
    """The words of what is moved: from the opener to the second or the vote."""
    opener = block.opener
    if opener.kind in ("lone", "item"):
        return text[opener.start : opener.end][:400]
    if opener.kind == "decision" and not text[opener.start : opener.end].lower().endswith("voted"):
        return text[opener.start : min(block.end, opener.end + 200)]
    paper = _FOLLOWING.search(text, opener.start, min(block.end, opener.end + 400))
    if paper is not None:
        return f"to approve {text[paper.end() : min(block.end, paper.end() + 600)]}"
    if opener.words is not None:
        return text[opener.words[0] : opener.words[1]][:1200]
    at = opener.end
    leading = _LEADING_SECOND.match(text, at, min(block.end, at + 120))
    if leading:
        second = parties.second_end(text[at : min(block.end, leading.end() + 60)])
        at = max(leading.end(), at + second)
    if leading and text[at : at + 3].lstrip(" ").startswith("."):
        # "Moved by X, seconded by Y." What was moved stands above, in the article.
        return _article(text, opener.start)
    stop = _PROPOSAL_END.search(text, at + 1, block.end)
    end = stop.start() if stop else block.end
    return text[at : min(end, at + 1200)]


def _article(text: str, at: int) -> str:
    """The question of a warrant's article right above a motion that names none; else nothing."""
    above = text[max(0, at - 900) : at]
    found = list(_ARTICLE.finditer(above))
    return f"to {found[-1]['question']}" if found else ""


def _quote_end(text: str, block: Block, reach: int) -> int:
    """Where the quote ends: with the sentence of the last word understood, at most 120 words."""
    start = block.opener.start
    own = min(reach, block.end - start)
    end = max(start + own, min(block.opener.end, block.end))
    if end == block.opener.end or not _ENDS.search(text[end - 1 : end + 2]):
        stop = sentence_end(text, max(end - 1, start), block.end)
        blank = text.find("\n\n", end, stop)
        end = blank if blank >= 0 else stop
    end = _closing(text, min(end, block.end, start + _QUOTE_CHARS), block.end)
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
