"""When an agency signed, as far as the lists tell, and the window that bounds a negative.

Owns the anchor and the window (DESIGN, "Dates"). Looks at no meeting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from audit.ledger.repair import year_guessed
from audit.values import Agreement, Signing

COUNTERSIGNED = timedelta(days=14)
"""ICE countersigns a median of 5 days later; the design counts with 14."""

LONGEST_LAG = timedelta(days=120)
BEFORE, AFTER = timedelta(days=180), timedelta(days=90)


@dataclass(frozen=True)
class Anchor:
    """The days on which the agency may have signed, first to last.

    seen: the agency's own date was seen; doubt: why ICE's SIGNED does not serve, or "". With a
    doubt no negative is said.
    """

    first: date
    last: date
    seen: bool = False
    doubt: str = ""

    @property
    def printed(self) -> date:
        """The day to count clocks from."""
        return self.last


def anchor(
    signing: Signing,
    agency_signed: date | None,
    first_list: date | None = None,
    doubts: Sequence[str] = (),
) -> Anchor:
    """The anchor of one signing.

    doubts: those of the agreement; where ICE's year had to be guessed, SIGNED does not serve.
    first_list: the day of the oldest participating list we hold. A row that already stood there may
    have been listed long before, so an early SIGNED widens the interval instead of being replaced.
    """
    if agency_signed is not None:
        return Anchor(agency_signed, agency_signed, seen=True)
    listed = signing.first_listed.date()
    signed = signing.ice_signed
    if signed is None:
        return Anchor(listed - COUNTERSIGNED, listed, doubt="SIGNED is blank on ICE's list")
    guessed = next((d for d in doubts if d.startswith(year_guessed(signed))), "")
    if listed - LONGEST_LAG <= signed <= listed and not guessed:
        return Anchor(signed - COUNTERSIGNED, signed)
    doubt = guessed or f"SIGNED {signed} does not fit the first list with the row, saved {listed}"
    if signed < listed and listed == first_list:
        return Anchor(signed - COUNTERSIGNED, listed, doubt=doubt)
    return Anchor(listed - COUNTERSIGNED, listed, doubt=doubt)


def first_pending(agreement: Agreement, signing: Signing, previous: date | None) -> date | None:
    """The first pending list with the row before this signing and after the previous one ended."""
    listed = signing.first_listed
    days = [
        spell.first.date()
        for spell in agreement.pending
        if spell.first <= listed and (previous is None or spell.first.date() > previous)
    ]
    return min(days, default=None)


def window(signed: Anchor, pending: date | None) -> tuple[date, date]:
    """First and last day of the window that bounds negatives."""
    start = min(signed.first, pending) if pending else signed.first
    return start - BEFORE, signed.last + AFTER
