"""The dates a reader may want to ask counsel about.

Owns which dates these are (open-meetings law counts from a meeting or its discovery; how that
applies to a signature is not settled, so they are only dates). Applies no law.
"""

from __future__ import annotations

from datetime import date, timedelta

from audit.signing import Anchor

MONTH, YEAR = timedelta(days=30), timedelta(days=365)


def from_signing(anchor: Anchor, listed: date) -> tuple[tuple[str, date], ...]:
    """Clocks of a listed agreement; none from a signing date that is in doubt."""
    found = [("30 days from first listed", listed + MONTH)]
    if not anchor.doubt:
        found.append(("30 days from signing", anchor.printed + MONTH))
        found.append(("365 days from signing", anchor.printed + YEAR))
    return tuple(sorted(found, key=lambda clock: (clock[1], clock[0])))


def from_vote(day: date) -> tuple[tuple[str, date], ...]:
    """Clocks of an approval that never reached the list."""
    return (("30 days from the vote", day + MONTH), ("365 days from the vote", day + YEAR))
