"""Taking in ICE's workbooks and folding them into agreements.

Owns the way from bytes to rows. Reading, judging and folding are `audit.ledger`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlmodel import Session

from audit.errors import WorkbookRefused
from audit.ledger.accept import Refused, judge
from audit.ledger.fold import fold
from audit.ledger.sources import workbooks_in
from audit.ledger.values import ListingRow, Workbook
from audit.ledger.values import Snapshot as Dated
from audit.ledger.workbook import read_workbook
from audit.signatures import reading, signed
from jobs.context import Context
from jobs.exits import NOT_ALL_READ
from jobs.recorded import recorded
from store.engine import session
from store.queries import blobs, ice, signatures
from store.queries.status import GOOD
from store.tables import Snapshot

if TYPE_CHECKING:
    from crawler.harvest import IceLook
    from jobs.steps.agreements import Fetched


@dataclass(frozen=True)
class Taken:
    """What became of the workbooks offered, of the look at ICE's page where there was one, and of
    the agreements behind their links where these were asked for."""

    new: tuple[str, ...] = ()
    known: int = 0
    refused: tuple[str, ...] = ()
    look: IceLook | None = None
    agreements: int = field(default=0)
    doubts: tuple[str, ...] = ()
    pdfs: Fetched | None = None

    @property
    def code(self) -> int:
        unread = self.look is not None and self.look.outcome not in GOOD
        return NOT_ALL_READ if self.refused or unread else 0

    def as_json(self) -> dict[str, Any]:
        return {
            "new": list(self.new),
            "known": self.known,
            "refused": list(self.refused),
            "outcome": self.look.outcome if self.look else None,
            "why": self.look.why if self.look else "",
            "agreements": self.agreements,
            "doubts": list(self.doubts),
            **({"pdfs": self.pdfs.as_json()} if self.pdfs else {}),
        }

    def lines(self) -> Iterator[str]:
        """The same for a person."""
        if self.look is not None and self.look.outcome not in GOOD:
            yield f"ICE's page: {self.look.outcome}: {self.look.why}"
        yield f"ICE's lists: {len(self.new)} new, {self.known} already held"
        yield from (f"  refused: {why}" for why in self.refused)
        yield from (f"  in doubt: {why}" for why in self.doubts)
        if self.pdfs:
            yield from self.pdfs.lines()


@dataclass(frozen=True)
class Offered:
    """One workbook's bytes with where they came from."""

    data: bytes
    name: str
    url: str | None
    at: datetime
    origin: str


def import_(context: Context, paths: Sequence[Path]) -> Taken:
    """Take in files, folders and zip archives, in any order; nothing already held is lost."""
    unread: list[str] = []

    def offered() -> Iterator[Offered]:
        for found in workbooks_in(paths):
            if found.data is None:
                unread.append(str(found.refused))
            else:
                yield Offered(found.data, found.name, None, context.now, "import")

    with recorded(context, "ice import") as outcome:
        taken = _take(context, offered(), None)
        taken = replace(taken, refused=(*unread, *taken.refused))
        outcome.code, outcome.summary = taken.code, taken.as_json()
    return taken


def sync(context: Context) -> Taken:
    """Look at ICE's page, take in what is new, and ask for the agreements that are due."""
    from jobs.steps import agreements
    from jobs.steps.crawl import look_at_ice

    with recorded(context, "ice") as outcome:
        taken = take_look(context, look_at_ice(context))
        taken = replace(taken, pdfs=agreements.sync(context))
        outcome.code, outcome.summary = taken.code, taken.as_json()
    return taken


def take_look(context: Context, look: IceLook | None) -> Taken:
    """Take in the workbooks that one look at ICE's page archived."""
    if look is None:
        return Taken()
    archive = context.workspace.archive
    offered = (
        Offered(archive.get(book.sha256), book.name, book.final_url, book.at, "sync")
        for book in look.workbooks
    )
    return _take(context, offered, look)


def _take(context: Context, offered: Iterable[Offered], look: IceLook | None) -> Taken:
    new: list[str] = []
    refused: list[str] = []
    doubts: list[str] = []
    known = 0
    for count, one in enumerate(offered, start=1):
        context.tell(f"reading {one.name}", count, None)
        with session(context.workspace.engine) as opened:
            sha256 = context.workspace.archive.put(one.data)
            before = ice.judged(opened, sha256)
            # a person who hands in what was refused has looked at it, or its reader has learnt
            if before is not None and (before.refused is None or one.origin != "import"):
                known += 1
                continue
            blobs.note(opened, sha256, len(one.data), one.at)
            kept = _keep(opened, sha256, one, before)
            complaint, noted = kept.refused, kept.doubts
        if complaint:
            refused.append(complaint)
        else:
            new.append(one.name)
            doubts.extend(f"{one.name}: {doubt}" for doubt in noted)
    total, placed = refold(context) if new or _unfolded(context) else (0, ())
    return Taken(tuple(new), known, tuple(refused), look, total, (*doubts, *placed))


def _unfolded(context: Context) -> bool:
    """Whether an earlier run was ended between keeping a workbook and folding it."""
    with session(context.workspace.engine) as opened:
        return ice.unplaced(opened)


def _keep(opened: Session, sha256: str, one: Offered, before: Snapshot | None) -> Snapshot:
    """Judge one workbook and keep it with its rows; `refused` says why it is not used."""
    row = before or Snapshot(
        sha256=sha256,
        name=one.name,
        kind="unknown",
        first_seen=one.at,
        origin=one.origin,
        url=one.url,
    )
    keep = ice.add if before is None else ice.renew
    try:
        book = read_workbook(one.data, name=one.name)
    except WorkbookRefused as exc:
        row.refused = str(exc)
        keep(opened, row, ())
        return row
    row.kind, row.saved, row.rows = book.kind, book.saved, len(book.rows)
    # a person who hands a list in may well hold an older or a shorter one
    last = _last_good(opened, book.kind) if one.origin == "sync" else None
    verdict = judge(book, last)
    row.refused = verdict.reason if isinstance(verdict, Refused) else None
    row.doubts = list(book.doubts if isinstance(verdict, Refused) else verdict.notes)
    keep(opened, row, [_columns(listing) for listing in book.rows])
    return row


def _columns(row: ListingRow) -> dict[str, Any]:
    return {
        "row": row.row,
        "agency": row.agency,
        "state": row.state,
        "county": row.county,
        "kind": row.kind,
        "model": row.model,
        "signed": row.signed,
        "moa_url": row.moa_url,
        "hidden": row.hidden,
        "printed": dict(row.printed),
    }


def _last_good(opened: Session, kind: str) -> Workbook | None:
    """The newest workbook of a kind in use, as the judge needs it."""
    used = [s for s in ice.snapshots(opened) if s.kind == kind and s.refused is None and s.saved]
    if not used:
        return None
    newest = used[-1]
    rows = ice.listings(opened, newest.sha256).get(newest.sha256, [])
    return Workbook(newest.sha256, newest.name, kind, newest.saved, _rows(rows))


def _rows(rows: Sequence[Any]) -> tuple[ListingRow, ...]:
    return tuple(ListingRow(*_picked(row)) for row in rows)


def _picked(row: Any) -> tuple[Any, ...]:
    _, number, agency, state, county, kind, model, signed, moa_url, hidden, printed = row
    return number, agency, state, model, county, kind, signed, moa_url, hidden, printed


def refold(context: Context) -> tuple[int, tuple[str, ...]]:
    """Fold every workbook in use into agreements and changes.

    Returns how many agreements, and which workbooks stand elsewhere in time than they say, or
    fit nowhere, and why.
    """
    context.tell("folding ICE's lists", 0, None)
    with session(context.workspace.engine) as opened:
        rows = ice.listings(opened)
        held = ice.snapshots(opened)
        ledger = fold(
            Dated(s.sha256, s.kind, s.saved, _rows(rows.get(s.sha256, [])), s.first_seen)
            for s in held
            if s.refused is None
        )
        readings = [reading(row) for row in signatures.every(opened)]
        ice.replace_agreements(
            opened,
            (
                {"id": a.id, "state": a.state, "agency": a.agency, "model": a.model,
                 "listed": a.listed, "content": a.as_json()}
                for a in signed(ledger.agreements, readings)
            ),
        )  # fmt: skip
        ice.replace_changes(
            opened,
            [
                {"at": c.at, "state": c.state, "kind": c.kind, "agreement_id": c.agreement_id,
                 "content": c.as_json()}
                for c in ledger.changes
            ],
        )  # fmt: skip
        for placed in ledger.order:
            ice.place(opened, placed.sha256, placed.at, placed.doubt or None)
    names = {s.sha256: s.name for s in held}
    doubts = (f"{names[p.sha256]}: {p.doubt}" for p in ledger.order if p.doubt)
    return len(ledger.agreements), tuple(doubts)
