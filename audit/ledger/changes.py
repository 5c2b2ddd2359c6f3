"""Changes of ICE's lists between two moments.

Owns the selection only; the changes themselves are found while folding.
"""

from __future__ import annotations

from datetime import datetime

from audit.ledger.values import Ledger
from audit.values import Change


def changes(ledger: Ledger, since: datetime, until: datetime) -> tuple[Change, ...]:
    """What changed after `since` and not after `until`, oldest first."""
    return tuple(change for change in ledger.changes if since < change.at <= until)
