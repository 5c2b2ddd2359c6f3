"""The plain values that parsers hand out: listings, their rows, their documents.

Owns shapes only: no parsing, no fetching, no storing. Dates and times are local to the body.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

AGENDA, MINUTES, PACKET, NOTICE, OTHER = "agenda", "minutes", "packet", "notice", "other"
VOTES = "votes"
"""A vendor's own record of what was decided, item by item: never the body's minutes."""
PAGE = "page"
"""The list itself, kept for what it says of when the body meets; never a record of a meeting."""


@dataclass(frozen=True)
class ListedDocument:
    """One link to a document.

    identity: what stays when the address is decorated differently (host prefix, cache busters,
    a vendor's own number). posted_at: as the page prints it, in ISO: local wall time without a
    zone, or with a Z where a vendor gives UTC. settled: whether the vendor calls it final.
    wanted: whether its bytes are worth fetching (a slide show beside the agenda is not).
    """

    role: str
    role_confidence: float
    rule: str
    label: str
    url: str
    identity: str
    posted_at: str | None = None
    amended: bool = False
    wanted: bool = True
    settled: bool = False

    def as_json(self) -> dict[str, Any]:
        return {
            "role": self.role,
            "role_confidence": self.role_confidence,
            "rule": self.rule,
            "label": self.label,
            "url": self.url,
            "posted_at": self.posted_at,
            "amended": self.amended,
        }


@dataclass(frozen=True)
class Row:
    """One meeting as a listing shows it, with its documents.

    status: cancelled | rescheduled | held | unknown; kind: regular | special | ... | unknown;
    around: first day of the month where only a month is printed; year: where only that is.
    """

    title: str
    date: dt.date | None
    documents: tuple[ListedDocument, ...]
    vendor_id: str | None = None
    time: str | None = None
    status: str = "unknown"
    location: str | None = None
    kind: str = "unknown"
    board: str | None = None
    around: dt.date | None = None
    doubts: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "vendor_id": self.vendor_id,
            "title": self.title,
            "date": self.date.isoformat() if self.date else None,
            "time": self.time,
            "status": self.status,
            "location": self.location,
            "kind": self.kind,
            "board": self.board,
            "documents": [d.as_json() for d in self.documents],
            "doubts": list(self.doubts),
        }


@dataclass(frozen=True)
class NextRequest:
    """A further page of the same listing.

    year: the calendar year it shows, None where it is not known. form: fields of a POST.
    """

    url: str
    purpose: str  # year | page
    year: int | None = None
    form: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """The request's identity, for memory of what was last answered."""
        fields = "&".join(f"{k}={v}" for k, v in self.form)
        return f"{self.url}#{fields}" if fields else self.url


@dataclass(frozen=True)
class Listing:
    """One parsed page. outcome: see `crawler.outcome`; years: those the page shows in full."""

    platform: str
    url: str
    outcome: str
    rows: tuple[Row, ...] = ()
    next_requests: tuple[NextRequest, ...] = ()
    why: str = ""
    boards: tuple[str, ...] = ()
    years: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The `listing --json` shape."""
        return {
            "platform": self.platform,
            "url": self.url,
            "outcome": self.outcome,
            "why": self.why,
            "boards": list(self.boards),
            "rows": [row.as_json() for row in self.rows],
            "next": [n.key for n in self.next_requests],
        }
