"""Which votes count for which signing of one agreement.

Owns the split of one row of votes over several signings: for a new signing, votes before the
previous one ended do not count. Decides no label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from audit.decisions import Decision
from audit.effects import ENDS
from audit.signing import Anchor, anchor
from audit.values import Agreement, Signing


@dataclass(frozen=True)
class Term:
    """One signing with its anchor, the day after which votes count, and the day it ended.

    until: the last day on which a vote may speak of it, None for the newest signing.
    """

    signing: Signing
    anchor: Anchor
    after: date | None = None
    until: date | None = None

    def counts(self, day: date | None) -> bool:
        """Whether a vote of a day counts for this signing; of an unreadable day for each."""
        if day is None:
            return True
        if self.after is not None and day <= self.after:
            return False
        return self.until is None or day <= self.until


def terms(
    agreement: Agreement, decisions: Sequence[Decision], first_list: date | None
) -> tuple[Term, ...]:
    """All signings of an agreement, oldest first. decisions: those linked to it."""
    found: list[Term] = []
    after: date | None = None
    for number, signing in enumerate(agreement.signings):
        newest = number == len(agreement.signings) - 1
        # Each signing has a text of its own; a bare date can only be the newest one's.
        bare = agreement.agency_signed if newest else None
        own = signing.signed.date if signing.signed else bare
        term = Term(signing, anchor(signing, own, first_list, agreement.doubts), after)
        if not newest:
            after = _ended(term, decisions)
            term = Term(signing, term.anchor, term.after, after)
        found.append(term)
    return tuple(found)


def _ended(term: Term, decisions: Sequence[Decision]) -> date:
    """The day a signing ended: of the vote to end it, else the last list that held the row."""
    last = term.signing.spells[-1]
    gone = (last.gone_by or last.last).date()
    votes = [
        d.day
        for d in decisions
        if d.effect == ENDS and d.day and term.anchor.first <= d.day <= gone and term.counts(d.day)
    ]
    return max(votes, default=last.last.date())
