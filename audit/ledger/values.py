"""The values inside the ledger: rows, workbooks, and snapshots in time.

Owns shapes only; the agreements that come out of the ledger are in `audit.values`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from audit.values import Agreement, Change

PARTICIPATING = "participating"
PENDING = "pending"


@dataclass(frozen=True)
class ListingRow:
    """One row of one workbook, repaired; `printed` keeps what the cells held.

    state: USPS code, "" where it could not be read; county: with its suffix, as ICE prints it;
    kind: "County", "Municipality" or "State Agency"; model: ICE's full name of it.
    """

    row: int
    agency: str
    state: str
    model: str
    county: str | None = None
    kind: str | None = None
    signed: date | None = None
    moa_url: str | None = None
    hidden: bool = False
    printed: dict[str, str] = field(default_factory=dict, hash=False)
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Workbook:
    """One spreadsheet as read. saved: the time in its own properties, None where it has none."""

    sha256: str
    name: str
    kind: str
    saved: datetime | None
    rows: tuple[ListingRow, ...]
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Snapshot:
    """One workbook as the fold needs it, whether fresh from the reader or back from the store."""

    sha256: str
    kind: str
    saved: datetime | None
    rows: tuple[ListingRow, ...]
    first_seen: datetime | None = None


@dataclass(frozen=True)
class Placed:
    """One snapshot at its place in time.

    at: the time used for it; moved: it stands elsewhere than its saved time says; aside: it fits
    nowhere and is not used; doubt: why, in words.
    """

    sha256: str
    kind: str
    saved: datetime | None
    at: datetime
    rows: int
    moved: bool = False
    aside: bool = False
    doubt: str = ""


@dataclass(frozen=True)
class Ledger:
    """All agreements, the order in which the snapshots were read, and every change on the way."""

    agreements: tuple[Agreement, ...]
    order: tuple[Placed, ...]
    changes: tuple[Change, ...]
