"""Which dates of a signature page cannot be what they seem.

Owns the comparison of the two dates with each other; what the lists say is the audit's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from nlp.agreement.values import Block

LONGEST = timedelta(days=400)
FIRST = date(2002, 1, 1)
"""No agreement is older: the first was signed in 2002."""
_ELSEWHERE = "stands on the line of the signature"


def weigh(agency: Block, ice: Block) -> Iterator[str]:
    """Why the agency's date must not be used; nothing where there is none or it may be."""
    if agency.date is None:
        return
    if agency.date < FIRST:
        yield f"agency: the date {agency.date} is before any such agreement"
    if ice.date is None:
        return
    if agency.date > ice.date:
        yield f"agency: the date {agency.date} is after ICE's, {ice.date}"
    elif ice.date - agency.date > LONGEST:
        days = (ice.date - agency.date).days
        yield f"agency: the date {agency.date} is {days} days before ICE's, {ice.date}"


def swapped(doubts: Iterable[str]) -> Iterator[str]:
    """A date that stands where the signature belongs is not used."""
    if any(_ELSEWHERE in doubt for doubt in doubts):
        yield "agency: date and signature are swapped"
