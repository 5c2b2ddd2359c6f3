"""Keeping ICE's workbooks, their rows, and the agreements folded from all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlmodel import Session, col

from store.tables import AgreementRow, LedgerChange, Listing, Snapshot


def judged(session: Session, sha256: str) -> Snapshot | None:
    """The workbook with these bytes, used or refused, where it was already judged."""
    return session.get(Snapshot, sha256)


def renew(session: Session, snapshot: Snapshot, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep a workbook that was refused before with what reading it again found."""
    session.execute(delete(Listing).where(col(Listing.sha256) == snapshot.sha256))
    add(session, snapshot, rows)


def unplaced(session: Session) -> bool:
    """Whether a workbook in use has no place in time yet: it was kept, but never folded."""
    query = select(col(Snapshot.sha256)).where(
        col(Snapshot.refused).is_(None), col(Snapshot.placed).is_(None)
    )
    return session.execute(query.limit(1)).first() is not None


def add(session: Session, snapshot: Snapshot, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep a snapshot and its listings (column values of `Listing`, without sha256)."""
    session.add(snapshot)
    session.flush()
    if rows:
        session.execute(insert(Listing), [{"sha256": snapshot.sha256, **row} for row in rows])


def snapshots(session: Session) -> tuple[Snapshot, ...]:
    """All judged workbooks, used and refused, oldest saved first."""
    rows = session.execute(select(Snapshot).order_by(col(Snapshot.saved), col(Snapshot.sha256)))
    return tuple(rows.scalars())


def replace_agreements(session: Session, rows: Iterable[Mapping[str, Any]]) -> bool:
    """Make the agreement table hold exactly these rows; returns whether anything changed."""
    wanted = {row["id"]: dict(row) for row in rows}
    held = {
        row.id: {"id": row.id, "state": row.state, "agency": row.agency, "model": row.model,
                 "listed": row.listed, "content": row.content}
        for row in session.execute(select(AgreementRow)).scalars()
    }  # fmt: skip
    if gone := [key for key in held if key not in wanted]:
        session.execute(delete(AgreementRow).where(col(AgreementRow.id).in_(gone)))
    if new := [row for key, row in wanted.items() if key not in held]:
        session.execute(insert(AgreementRow), new)
    changed = [row for key, row in wanted.items() if key in held and held[key] != row]
    for row in changed:
        session.execute(update(AgreementRow).where(col(AgreementRow.id) == row["id"]).values(**row))
    return bool(gone or new or changed)


def agreements(session: Session, states: Sequence[str] | None = None) -> tuple[AgreementRow, ...]:
    """Agreements, of some states or all, in order of state, agency, model."""
    query = select(AgreementRow).order_by(
        col(AgreementRow.state), col(AgreementRow.agency), col(AgreementRow.model)
    )
    if states is not None:
        query = query.where(col(AgreementRow.state).in_(list(states)))
    return tuple(session.execute(query).scalars())


def listings(session: Session, only: str | None = None) -> dict[str, list[Any]]:
    """Every row of every workbook in use (or of one), by hash, in sheet order; plain tuples."""
    used = select(col(Snapshot.sha256)).where(col(Snapshot.refused).is_(None))
    if only is not None:
        used = used.where(col(Snapshot.sha256) == only)
    columns = (
        col(Listing.sha256), col(Listing.row), col(Listing.agency), col(Listing.state),
        col(Listing.county), col(Listing.kind), col(Listing.model), col(Listing.signed),
        col(Listing.moa_url), col(Listing.hidden), col(Listing.printed),
    )  # fmt: skip
    rows = session.execute(
        select(*columns)
        .where(col(Listing.sha256).in_(used))
        .order_by(col(Listing.sha256), col(Listing.row))
    )
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return found


def place(session: Session, sha256: str, at: datetime | None, doubt: str | None) -> None:
    """Note where in time the ledger put a workbook, and why where that is not its saved time."""
    snapshot = session.get(Snapshot, sha256)
    if snapshot is not None and (snapshot.placed, snapshot.place_doubt) != (at, doubt):
        snapshot.placed, snapshot.place_doubt = at, doubt
        session.add(snapshot)


def replace_changes(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Make the table of changes hold exactly these rows, in order."""
    session.execute(delete(LedgerChange))
    if rows:
        session.execute(insert(LedgerChange), rows)


def changes(
    session: Session, since: datetime, until: datetime, states: Sequence[str] | None = None
) -> tuple[LedgerChange, ...]:
    """Changes after ``since`` and not later than ``until``, in order."""
    query = (
        select(LedgerChange)
        .where(col(LedgerChange.at) > since, col(LedgerChange.at) <= until)
        .order_by(col(LedgerChange.id))
    )
    if states is not None:
        query = query.where(col(LedgerChange.state).in_(list(states)))
    return tuple(session.execute(query).scalars())
