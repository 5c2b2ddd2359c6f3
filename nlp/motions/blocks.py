"""From openers to blocks: which words belong to which motion.

Owns the cut between motions: the next opener, a heading behind a finished motion, a maximum. Joins
openers that print one motion twice.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlp.motions.openers import Opener
from nlp.motions.outcome import outcome
from nlp.motions.parties import late_mover
from nlp.outline import Entry
from nlp.votes import count

LONGEST = 3000
_LABEL_REACH = 500
_TWICE_REACH = 60
_ORIGINAL = re.compile(
    r"\b(?:the\s+)?(?:original|main|underlying|first|amended)\s+motion\b(?!\s+to\s)"
    r"|\bthe\s+motion,?\s+as\s+(?:amended|substituted)"
    r"|\bon\s+article\s+\w+|\barticle\s+\w+\s+as\s+(?:printed|amended|written|moved)\b",
    re.I,
)
# A motion inside another one that came to nothing; what is told behind it is the outer one's.
_NOTHING = re.compile(
    r"[^.\n]*\b(?:(?:no|lack\s+of\s+a|want\s+of\s+a|without\s+a|not\s+a)\s+second|withdr(?:ew"
    r"|awn))\b[^.\n]*[.;]\s+",
    re.I,
)
_TOLD_AGAIN = re.compile(r"\s*(?:the\s+)?(?:motion|vote|roll\s*call|upon|on|all)\b", re.I)
_BARE_SECOND = re.compile(r"\s*,?\s*(?:and\s+)?(?:was\s+)?second", re.I)
_SECTIONS = frozenset(
    (
        "public_comment",
        "adjournment",
        "old_business",
        "new_business",
        "hearing",
        "executive",
        "consent",
        "reports",
    )
)
_BLANK_LINE = re.compile(r"\n[ ]*\n\s*")
_MORE = re.compile(
    r"^(?-i:[a-z])|^.{0,30}\bmotion\b|^.{0,60}\b(?:main|original|underlying)\s+motion\b|^.{0,20}\bvot(?:e|ed|ing)\b|[-:]\s*(?:yes|aye|no|nay)\b"
    r"|^\W*[A-Z][\w.' ]{2,30}\s+(?:yes|aye|no|nay|seconds|seconded)\b"
    r"|^\W*(?:all\b|those\s+in|passed|passes|carried|carries|failed|approved|opposed|unanimous"
    r"|by\s+(?:a\s+)?unanimous|in\s+favou?r|the\s+(?:vote|motion)|it\s+(?:was|passed|carried)"
    r"|said\s+motion|upon|final\s+resolution|so\s+ordered|\(?\d{1,2}\s?[-/]\s?\d{1,2}\b)",
    re.I,
)
# A page's heading inside a vote: the other side's list stands right behind it.
_CONTINUES = re.compile(
    r"\s*(?:nays?|noes|no|abstain\w*|abstentions?|absent"
    r"|opposed)\s*[:-]",
    re.I,
)
_PURPOSE = re.compile(r"\s*To\s+[a-z]")
_SIDE_LINE = re.compile(r"\n\s*(?:nays?|noes|abstain\w*|abstentions?|absent|opposed)\s*:", re.I)
_VOTE_LINE = re.compile(
    r"\s*(?:roll\s*call|vote|ayes?|nays?|noes|yeas?|yes|no|abstain\w*|absent|motion|moved"
    r"|second)\b",
    re.I,
)


@dataclass(frozen=True)
class Block:
    """One motion's words: text[start:end]; tail: a later stretch that ends it, or None."""

    opener: Opener
    end: int
    tail: tuple[int, int] | None = None

    @property
    def pieces(self) -> list[tuple[int, int]]:
        """Where the block's words stand: its own, without talk before a vote; the tail."""
        opener, out = self.opener, [(self.opener.start, self.end)]
        if opener.vote > opener.end:
            out = [(opener.start, opener.end), (opener.vote, self.end)]
        return out if self.tail is None else [*out, self.tail]

    def words(self, text: str) -> str:
        return "\n".join(text[a:b] for a, b in self.pieces)

    def at(self, offset: int) -> int:
        """The place in the text of a place in the words."""
        for a, b in self.pieces:
            if offset <= b - a:
                return a + offset
            offset -= b - a + 1
        return self.end


def blocks(text: str, openers: Sequence[Opener], entries: Sequence[Entry]) -> list[Block]:
    """Blocks of all motions in order of place."""
    joined = _join(text, _distinct(openers), entries)
    starts = [entry.start for entry in entries]
    made = []
    for index, opener in enumerate(joined):
        limit = joined[index + 1].start if index + 1 < len(joined) else len(text)
        limit = min(limit, opener.start + LONGEST)
        end = opener.end if opener.whole else _end(text, opener, limit, entries, starts)
        made.append(Block(opener, end))
    return _give_back(text, _fold_decisions(text, made))


def _distinct(openers: Sequence[Opener]) -> list[Opener]:
    out: list[Opener] = []
    for opener in sorted(openers, key=lambda o: (o.start, -o.end)):
        if out and opener.start < out[-1].end:
            if out[-1].mover is None and opener.mover is not None and out[-1].kind != "decision":
                out[-1] = replace(opener, start=out[-1].start)
            continue
        out.append(opener)
    return out


def _join(text: str, openers: list[Opener], entries: Sequence[Entry]) -> list[Opener]:
    """Joins a label ("MOTION: ...") with the sentence that repeats it."""
    starts = [entry.start for entry in entries]
    out: list[Opener] = []
    for opener in openers:
        if out and _repeats(text, out[-1], opener, starts, entries):
            first = out[-1]
            words = (first.end, opener.start) if _proposes(text, first, opener) else None
            out[-1] = replace(opener, start=first.start, words=words)
        else:
            out.append(opener)
    return out


def _proposes(text: str, first: Opener, second: Opener) -> bool:
    """Whether the words between a label and the sentence that names the mover are the proposal."""
    return (
        second.kind == "by"
        and re.search(r"[A-Za-z]{3}", text[first.end : second.start]) is not None
    )


def _repeats(
    text: str, first: Opener, second: Opener, starts: list[int], entries: Sequence[Entry]
) -> bool:
    if second.kind in ("label", "decision", "lone"):
        return False
    between = text[first.end : second.start]
    if (
        len(between) <= _TWICE_REACH
        and first.mover is None
        and first.kind in ("label", "passive")
        and not between.strip(" \n:-.")
    ):
        return True
    if first.kind == "passive" and second.kind == "by" and first.mover is None:
        if late_mover(text[first.start : second.start]) is not None:
            return False
        rest = text[second.end : second.end + 30]
        return (
            len(between) <= _LABEL_REACH and bool(_BARE_SECOND.match(rest)) and not _told(between)
        )
    if first.kind != "label" or len(between) > _LABEL_REACH:
        return False
    if bisect_right(starts, second.start) != bisect_right(starts, first.start):
        return False
    votes = count(between)
    return not votes.votes and votes.ayes is None


def _end(text: str, opener: Opener, limit: int, entries: Sequence[Entry], starts: list[int]) -> int:
    """The first heading behind the opener that is a section, or behind which all is told."""
    index = bisect_right(starts, opener.end)
    while index < len(entries) and entries[index].start < limit:
        entry = entries[index]
        goes_on = _CONTINUES.match(text, entry.body) or _PURPOSE.match(text, entry.start)
        if not goes_on and not _VOTE_LINE.match(text[entry.start : entry.start + 40]):
            if entry.opens and entry.section in _SECTIONS:
                return _finished(text, opener, entry.start)
            if _told(text[opener.start : entry.start]):
                return entry.start
        index += 1
    return _finished(text, opener, limit)


def _finished(text: str, opener: Opener, limit: int) -> int:
    """The first blank line behind which the motion is told and no vote follows."""
    for match in _BLANK_LINE.finditer(text, opener.end, limit):
        following = text[match.end() : match.end() + 60]
        if _SIDE_LINE.search(text, match.end(), match.end() + 160):
            continue
        if (
            not _VOTE_LINE.match(following)
            and not _MORE.search(following)
            and _told(text[opener.start : match.start()])
        ):
            return match.start()
    return limit


def _told(words: str) -> bool:
    votes = count(words)
    return votes.any or outcome(words, votes.ayes, votes.nays).result != "unknown"


def _fold_decisions(text: str, made: list[Block]) -> list[Block]:
    """A decision right behind an open motion in the same stretch is that motion's outcome."""
    out: list[Block] = []
    for block in made:
        if block.opener.kind == "decision" and out and block.opener.start - out[-1].end < 60:
            before = out[-1]
            if _minutes_again(text, before, block):
                continue
            near = block.opener.start - before.opener.start < 900
            if near and (
                before.opener.kind != "decision" or block.opener.start - before.opener.end < 200
            ):
                if before.opener.kind == "decision" or not _told(before.words(text)):
                    out[-1] = replace(before, end=block.end)
                    continue
                if _same_sentence(text, before, block):
                    out[-1] = replace(before, end=block.end)
                    continue
        out.append(block)
    return out


def _minutes_again(text: str, before: Block, block: Block) -> bool:
    """ "The minutes are approved as written" behind a carried motion to approve them."""
    words = text[before.opener.start : before.end]
    decided = text[block.opener.start : block.opener.end]
    return (
        "minutes" in decided.lower()
        and "minutes" in words.lower()
        and before.opener.kind != "decision"
    )


def _same_sentence(text: str, before: Block, block: Block) -> bool:
    return (
        "\n\n" not in text[before.opener.end : block.opener.start]
        and block.opener.start - before.opener.end < 350
    )


def _outer(text: str, block: Block) -> int | None:
    """Where words about the motion before begin inside a block."""
    original = _ORIGINAL.search(text, min(block.opener.end + 20, block.end), block.end)
    if original is not None:
        return original.start()
    nothing = _NOTHING.search(text, block.opener.end, block.end)
    if nothing and _TOLD_AGAIN.match(text, nothing.end(), block.end):
        return nothing.end()
    return None


def _give_back(text: str, made: list[Block]) -> list[Block]:
    """ "The original motion carried" inside a substitute's block ends the motion before it."""
    out = list(made)
    for index in range(1, len(out)):
        block = out[index]
        match = _outer(text, block)
        if match is None:
            continue
        for earlier in range(index - 1, max(-1, index - 4), -1):
            if out[earlier].tail is None and not _told(out[earlier].words(text)):
                out[earlier] = replace(out[earlier], tail=(match, block.end))
                out[index] = replace(block, end=match)
                break
    return out
