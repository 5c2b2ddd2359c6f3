"""Brings the layouts of one vote block together: who voted how, how many, by what method.

Owns the precedence between names and figures and the doubts where they disagree. Never decides
whether a motion passed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.votes import advisory, figures, grids, names, ties
from nlp.votes.lexer import tokens
from nlp.votes.rows import Walk
from nlp.votes.values import Tally
from nlp.votes.words import SIDES

_UNANIMOUS = re.compile(
    r"\bunanim(?:ous|ously|ity)\b(?!\s+(?:\w+\s+){0,2}(?:(?:being|is|was)\s+)?(?:needed|required"
    r"|necessary)|\s+consent\s+(?:be|for|to|of))|\ball\s+(?:vot(?:ed|ing)\s+)?for(?=\s*[.,;\n]|\s+none\b)|\ball\s+(?:(?:were|was|voted|presents?|council|board"
    r"|commissioners"
    r"|supervisors|trustees|directors|members?|those|in attendance)\s+)*(?:voted\s+|voting\s+"
    r"|voiced\s+)?"
    r"[\"']?(?:in\s+favou?r|in\s+the\s+affirmative|ayes?|yeas?|yes)\b(?!\s*:)"
    r"|\ball\s+(?:\w+\s+){0,3}(?:members?\s+)?(?:present\s+)?(?:vot(?:ed|ing)|said|responded"
    r"|answered"
    r"|say)\s+[\"']?(?:aye|yea|yes|in\s+favou?r|in\s+the\s+affirmative)"
    r"|\bwithout\s+(?:dissent|objection|opposition)\b"
    r"|\b(?:ayes?|yeas?|yes|y|in\s+favou?r(?:\s+thereof)?)\s*[:,-]\s*(?:all|unanimous)\b|\bAIF\b"
    r"|\bunan\b|\ball\s+concur(?:red|ring)?\b"
    r"|\bmotion\s+carried,?\s+all\s+ayes?\b"
    r"|\ball\s+(?:ayes?|yes|yeas?)\b|(?-i:\bM/?C/?U\b)"
    r"|\bayes?,?\s+all\b|\bevery(?:one|body)\s+(?:(?:was|were|voted|voting|said)\s+)?(?:in\s+favou?r|yes|ayes?)\b",
    re.I,
)
# Nobody against: the noes are none; how the others voted is not said.
_UNOPPOSED = re.compile(
    r"\bno\s+(?:nays|opposition|dissent(?:ing)?(?:\s+votes?)?|objections?"
    r"|one\s+(?:was\s+)?opposed)\b"
    r"|\b(?:none|nobody)\s+(?:was\s+|were\s+)?opposed\b|\bopposed\s*[:,-]\s*none\b",
    re.I,
)
_VOICE = re.compile(
    r"\bvoice\s+vote\b|\bviva\s+voce\b|\bvote\s+yes\b|\bby\s+acclamation\b"
    r"|(?-i:\bVV\b)|\bayes\s+(?:(?:have|had)\s+it|prevail\w*)\b|\bsay(?:ing)? aye\b"
    r"|\bvoice[ds]?\s+(?:call|in\s+favou?r)\b",
    re.I,
)
_ROLL = re.compile(
    r"\b(?:roll\s*call|(?-i:RCV)|polled?\s+vote|call(?:ed)?\s+the\s+roll|rollcall)\b", re.I
)
# "All" as OCR reads it: what follows would be eleven ayes.
_SCANNED_ALL = re.compile(
    r"\bA(?:11|1l|l1|II|lI|Il|I1|1I)(?=\s+(?:ayes?|yeas?|yes|in|present|vot|were|members))"
)
_ON_A_PART = re.compile(
    r"\b(?:vot(?:ed|ing)\s+)?(?:no|nay|aye|yes|against|opposed|abstain(?:ed|ing)|dissenting)"
    r"\s+on\s+items?\s+[\w.#-]{1,12}",
    re.I,
)
_REACH = 120
_EXCEPT = re.compile(r"\b(?:except|exception|but)\b", re.I)


@dataclass(frozen=True)
class Count:
    """What a vote block says of the count; None where it says nothing.

    start, end: where the words of the vote stand in the block. mover, seconder: marked in a table.
    """

    ayes: int | None = None
    nays: int | None = None
    abstain: int | None = None
    absent: int | None = None
    method: str = "unknown"
    votes: tuple[tuple[str, str], ...] = ()
    doubts: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    mover: str | None = None
    seconder: str | None = None

    @property
    def any(self) -> bool:
        return self.method != "unknown" or self.ayes is not None or self.nays is not None


def count(block: str, *, stored: str = "", present: Sequence[str] = ()) -> Count:
    """Reads the vote in `block`, the words from the motion's opener to the next motion.

    stored: the same words with the tabs and bars of tables kept; present: who is recorded present.
    """
    block = _SCANNED_ALL.sub("All", advisory.blanked(block))
    grid = grids.read(stored or block)
    told = grid.tally or Walk(tokens(block), block).read()
    told = names.settled(told, present)
    figure = figures.tally(block)
    told = figures.with_bracket(block, figure, told)
    unanimous, voice = _unanimous(block, told), _VOICE.search(block)
    numbers = figure.numbers if _near(figure, told) else ()
    sides, doubts = _sides(told, numbers)
    if sides["no"] is None and (unanimous or _UNOPPOSED.search(block)):
        sides["no"] = 0
    _break_tie(sides, doubts, block, told, figure)
    if told.rest and present and sides[told.rest] in (None, 0):
        sides[told.rest] = max(0, len(present) - len(told.names))
    doubts += _impossible(sides, present)
    part = _ON_A_PART.search(block)
    if part:
        doubts.append(f"a vote on a part is told beside it: {' '.join(part.group().split())}")
    marks = [m for m in (unanimous, voice) if m]
    ends = (told.end, figure.end, *(m.end() for m in marks))
    starts = [at for at in (told.start, figure.start, *(m.start() for m in marks)) if at >= 0]
    method = _method(block, told, unanimous is not None, voice is not None)
    return Count(sides["yes"], sides["no"], sides["abstain"], sides["absent"], method,
                 tuple(told.names.items()), tuple(doubts), min(starts, default=0), max(ends),
                 grid.mover, grid.seconder)  # fmt: skip


def _break_tie(
    sides: dict[str, int | None], doubts: list[str], block: str, told: Tally, figure: Tally
) -> None:
    """Adds to an even count the vote of the one who breaks it, told behind the count."""
    ayes = sides["yes"]
    if ayes is None or ayes != sides["no"]:
        return
    side = _of_office(told) or ties.broken(block, _counted(told, figure))
    if side is not None:
        sides[side] = ayes + 1
        doubts[:] = [one for one in doubts if one != f"{ayes} {side} stated, {ayes + 1} named"]


def _of_office(told: Tally) -> str | None:
    """The side of an officer who is named by office only, where the count lacks that vote."""
    for name, side in told.names.items():
        if ties.OFFICE.fullmatch(name) and told.counts.get(side) == told.named(side) - 1:
            return side
    return None


def _counted(told: Tally, figure: Tally) -> int:
    """Where the count of members ends; an office that votes alone behind it is not counted yet."""
    return min((at for at in (told.end, figure.end) if at), default=0)


def _unanimous(block: str, told: Tally) -> re.Match[str] | None:
    """The words that say all were for it; None where one is excepted right behind them."""
    match = _UNANIMOUS.search(block)
    if match is None and not (told.counts.get("yes") or told.named("yes")):
        match = _UNOPPOSED.search(block)
    if match and _EXCEPT.search(block, match.end(), match.end() + 40):
        return None
    return match


def _near(figure: Tally, told: Tally) -> bool:
    """Whether a printed tally belongs to the vote that was read, not to one told later."""
    if not (told.names or told.counts):
        return True
    return max(told.start - figure.end, figure.start - told.end) < _REACH


def _sides(told: Tally, numbers: tuple[int, ...]) -> tuple[dict[str, int | None], list[str]]:
    """Numbers by side: stated ones, else named ones; a printed tally decides ayes and noes."""
    doubts: list[str] = []
    sides: dict[str, int | None] = {}
    for side in SIDES:
        stated, named = told.counts.get(side), told.named(side)
        sides[side] = stated if stated is not None else named or None
        if stated is not None and named and stated != named:
            doubts.append(f"{stated} {side} stated, {named} named")
    if told.named("yes") and sides["no"] is None:
        sides["no"] = 0
    listed = told.named("yes") > 1 or "yes" in told.counts
    # Later numbers of a printed tally have no fixed meaning: only names explain them.
    for side, figure in zip(("yes", "no"), numbers, strict=False):
        if listed and sides[side] not in (None, figure):
            doubts.append(f"the tally says {figure} {side}, the names {sides[side]}")
        sides[side] = figure
    return sides, doubts


def _impossible(sides: dict[str, int | None], present: Sequence[str]) -> list[str]:
    cast = sum(sides[side] or 0 for side in ("yes", "no", "abstain"))
    if len(present) < 3 or cast <= len(present):
        return []
    return [f"{cast} votes are counted, {len(present)} are recorded present"]


def _method(block: str, told: Tally, unanimous: bool, voice: bool) -> str:
    voters = told.named("yes") + told.named("no") + told.named("abstain")
    if (voters >= 2 and told.named("yes")) or (_ROLL.search(block) and (told.counts or told.names)):
        return "roll_call"
    if unanimous:
        return "unanimous"
    return "voice" if voice else "unknown"
