"""Brings the layouts of one vote block together: who voted how, how many, by what method.

Owns the precedence between names and figures and the doubts where they disagree. Never decides
whether a motion passed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.votes import figures, lists, members
from nlp.votes.values import Tally

_UNANIMOUS = re.compile(
    r"\bunanim(?:ous|ously|ity)\b|\ball\s+(?:(?:were|was|voted|presents?|council|board"
    r"|members?|those|in attendance)\s+)*(?:voted\s+|voting\s+)?(?:in\s+favou?r|ayes?"
    r"|yes)\b(?!\s*:)"
    r"|\ball\s+(?:\w+\s+){0,3}(?:members?\s+)?(?:present\s+)?(?:vot(?:ed|ing)|said"
    r"|say)\s+(?:aye|yes|in\s+favou?r|in\s+the\s+affirmative)"
    r"|\bwithout\s+(?:dissent|objection|opposition)\b|\bno\s+(?:nays|opposition"
    r"|dissent(?:ing)?(?:\s+votes?)?|objections?|one\s+opposed)\b"
    r"|\bayes?\s*[:,-]\s*all\b|\bAIF\b|\bmotion\s+carried,?\s+all\s+ayes?\b|\bnone\s+opposed\b",
    re.I,
)
_VOICE = re.compile(
    r"\bvoice\s+vote\b|\bviva\s+voce\b|\bvote\s+yes\b|\bby\s+acclamation\b"
    r"|\bthe ayes have it\b|\bsay(?:ing)? aye\b",
    re.I,
)
_ROLL = re.compile(r"\b(?:roll\s*call|polled?\s+vote|call(?:ed)?\s+the\s+roll|rollcall)\b", re.I)
_EXCEPT = re.compile(r"\bexcept\b", re.I)


@dataclass(frozen=True)
class Count:
    """What a vote block says of the count; None where it says nothing."""

    ayes: int | None = None
    nays: int | None = None
    abstain: int | None = None
    absent: int | None = None
    method: str = "unknown"
    votes: tuple[tuple[str, str], ...] = ()
    doubts: tuple[str, ...] = ()
    end: int = 0

    @property
    def any(self) -> bool:
        return self.method != "unknown" or self.ayes is not None or self.nays is not None


def count(block: str) -> Count:
    """Reads the vote in `block`, the words from the motion's opener to the next motion."""
    by_list, by_member = lists.read(block), members.read(block)
    named = by_member if len(by_member.names) > len(by_list.names) else by_list
    clause = members.clauses(block)
    names = {**clause.names, **named.names}
    figure = figures.tally(block)
    counts = {**figures.phrases(block).counts, **by_list.counts}
    unanimous, voice = _UNANIMOUS.search(block), _VOICE.search(block)
    end = max(named.end, clause.end, figure.end, by_list.end, figures.phrases(block).end,
              *(m.end() for m in (unanimous, voice) if m), 0)  # fmt: skip
    tally = Tally(counts, names, figure.numbers, end)
    sides, doubts = _sides(tally, complete=bool(named.names or by_list.counts))
    method = _method(block, tally, unanimous is not None, voice is not None)
    if unanimous and sides["no"] is None and not _EXCEPT.search(block, unanimous.start()):
        sides["no"] = 0
    return Count(sides["yes"], sides["no"], sides["abstain"], sides["absent"], method,
                 tuple(names.items()), tuple(doubts), end)  # fmt: skip


def _sides(tally: Tally, *, complete: bool) -> tuple[dict[str, int | None], list[str]]:
    sides: dict[str, int | None] = dict.fromkeys(("yes", "no", "abstain", "absent"))
    doubts: list[str] = []
    for side in sides:
        named = tally.named(side)
        sides[side] = tally.counts.get(side, named or None)
    if tally.named("yes") and sides["no"] is None:
        sides["no"] = 0
    if tally.numbers:
        doubts += _apply_figures(tally, sides, complete=complete)
    for side in ("yes", "no"):
        stated, named = tally.counts.get(side), tally.named(side)
        if stated is not None and named and stated != named:
            doubts.append(f"{stated} {side} stated, {named} named")
    return sides, doubts


def _apply_figures(tally: Tally, sides: dict[str, int | None], *, complete: bool) -> list[str]:
    """A printed tally decides ayes and noes; later numbers only where the names explain them."""
    ayes, nays = tally.numbers[0], tally.numbers[1] if len(tally.numbers) > 1 else None
    doubts = []
    for side, figure in (("yes", ayes), ("no", nays)):
        named = sides[side]
        if complete and named is not None and figure is not None and named != figure:
            doubts.append(f"the tally says {figure} {side}, the names {named}")
        sides[side] = figure
    return doubts


def _method(block: str, tally: Tally, unanimous: bool, voice: bool) -> str:
    voters = tally.named("yes") + tally.named("no") + tally.named("abstain")
    if (voters >= 2 and tally.named("yes")) or (
        _ROLL.search(block) and (tally.counts or tally.names)
    ):
        return "roll_call"
    if unanimous:
        return "unanimous"
    if voice:
        return "voice"
    return "unknown"
