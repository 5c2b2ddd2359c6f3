"""Votes recorded under a heading without a motion ("RES-7 Award the bid / RESULT: ADOPTED").

Owns which votes those are, and which words are the subject: the heading or paragraph above.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from nlp.motions.blocks import LONGEST
from nlp.motions.openers import Opener
from nlp.motions.outcome import outcome
from nlp.outline import Entry
from nlp.votes import count

_LINE_START = re.compile(r"(?:^|[\n\f])[ \t]*[(\[]?$")
_FORM = re.compile(r"\s*(?:vote\b|votes\b|taken\b)?\s*(?:[:=-]|\n|\d|\(|$)", re.I)
_VOTE_LINE = re.compile(
    r"\W*(?:result|roll\s*call|votes?|voting|ayes?|nays?|noes|yeas?|yes|no|abstain\w*|absent"
    r"|away|present|excused|mover|moved"
    r"|second\w*|motion|in favou?r|opposed|recused)\b",
    re.I,
)
_FURNITURE = re.compile(r"\bpage\s+\d+|\bcall(?:ed)?\s+to\s+order\b", re.I)
_BLANK = re.compile(r"\n[ ]*\n\s*")
_SENTENCE = re.compile(r"[.!?]\s+|\n\s*\n")
_OF_A_MOTION = re.compile(r"(?:the\s+)?(?:\w+\s+)?(?:motion|amendment|substitute)\b", re.I)
_OF_THE_MAIN = re.compile(
    r"[^.\n]{0,90}\b(?:main|original|underlying)\s+(?:motion|question)\b|[^.\n]{0,60}\bmotion,?\s+as\s+amended\b",
    re.I,
)
_REACH = 1500
_WORDS = 700
_TALK = 160
_ATTENDANCE = re.compile(r"\b(?:present|quorum|attendance|here)\b", re.I)


def orphans(
    text: str, marks: Sequence[tuple[int, int]], openers: Sequence[Opener], entries: Sequence[Entry]
) -> list[Opener]:
    """Openers for votes that no motion before them can have opened, in order of place."""
    starts = sorted(o.start for o in openers)
    heads = [e for e in entries if not _VOTE_LINE.match(text[e.start : e.start + 40])
             and not _FURNITURE.search(e.title)]  # fmt: skip
    places = [e.start for e in heads]
    out: list[Opener] = []
    before = -1
    for at, end in marks:
        if not _opens_line(text, at, end):
            continue
        last = bisect_right(starts, at) - 1
        opener = starts[last] if last >= 0 else -1
        limit = starts[last + 1] if last + 1 < len(starts) else len(text)
        floor = max(before, opener)
        titles = [t for t in (_heading(at, heads, places), _paragraph(text, at)) if t]
        titles = [t for t in titles if t[0] > floor and not _of_a_motion(text, t[0])]
        if not titles or not _is_vote(text, at, end, limit):
            continue
        for title in titles:
            if opener < 0 or not _open(text, opener, title[0]):
                vote = at if at - title[1] > _TALK else -1
                out.append(Opener(title[0], title[1], "item", vote=vote))
                before = at
                break
    return out


def _of_a_motion(text: str, at: int) -> bool:
    """Whether the words at `at` speak of a motion made before."""
    return any(one.match(text, at) is not None for one in (_OF_A_MOTION, _OF_THE_MAIN))


def _opens_line(text: str, at: int, end: int) -> bool:
    """Whether a word of voting stands where a line of a vote record begins."""
    start = _LINE_START.search(text[max(0, at - 6) : at])
    return start is not None and _FORM.match(text[end : end + 20]) is not None


def _is_vote(text: str, at: int, end: int, limit: int) -> bool:
    """Whether a vote is told here: a result, or sides with names or numbers."""
    words = text[at : min(at + _WORDS, limit)]
    blank = _BLANK.search(words, 60)
    words = words[: blank.start()] if blank else words
    votes = count(words)
    if text[at:end].lower() == "result":
        return outcome(words, votes.ayes, votes.nays).result != "unknown"
    if _ATTENDANCE.search(words[:120]) and not votes.votes:
        return False
    named = sum(1 for _, side in votes.votes if side in ("yes", "no"))
    return named >= 2 or (votes.ayes is not None and votes.nays is not None)


def _heading(at: int, heads: Sequence[Entry], places: Sequence[int]) -> tuple[int, int] | None:
    """The heading above a vote."""
    index = bisect_right(places, at - 1) - 1
    if index < 0 or heads[index].start < at - _REACH:
        return None
    return heads[index].start, min(max(heads[index].body, heads[index].start + 1), at)


def _paragraph(text: str, at: int) -> tuple[int, int] | None:
    """The paragraph above a vote."""
    low = max(0, at - _REACH)
    found = re.finditer(r"[^\n\f]*\S[^\n\f]*", text[low:at])
    lines = [
        line
        for line in found
        if not _VOTE_LINE.match(line.group()) and not _FURNITURE.search(line.group())
    ]
    if not lines:
        return None
    start = low + lines[-1].start()
    blanks = [match.end() for match in _BLANK.finditer(text, low, start)]
    start = _sentence(text, max(blanks[-1] if blanks else low, start - 400), start)
    while start < at and text[start].isspace():
        start += 1
    return start, low + lines[-1].end()


def _sentence(text: str, low: int, start: int) -> int:
    """The beginning of the first whole sentence at or behind `low`."""
    if low == 0 or text[low - 1] in "\n\f":
        return low
    match = _SENTENCE.search(text, low, start)
    return match.end() if match else start


def _open(text: str, start: int, end: int) -> bool:
    """Whether the motion that opens at `start` has no outcome before `end`: then it gets this."""
    words = text[start : min(end, start + LONGEST)]
    votes = count(words)
    return not votes.any and outcome(words, votes.ayes, votes.nays).result == "unknown"
