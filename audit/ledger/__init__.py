"""ICE's lists as a ledger: workbooks read, accepted, ordered and folded into agreements."""

from audit.ledger.accept import Accepted, Refused, judge
from audit.ledger.changes import changes
from audit.ledger.fold import fold
from audit.ledger.sources import Found, workbooks_in
from audit.ledger.values import Ledger, ListingRow, Placed, Snapshot, Workbook
from audit.ledger.workbook import read_workbook

__all__ = [
    "Accepted",
    "Found",
    "Ledger",
    "ListingRow",
    "Placed",
    "Refused",
    "Snapshot",
    "Workbook",
    "changes",
    "fold",
    "judge",
    "read_workbook",
    "workbooks_in",
]
