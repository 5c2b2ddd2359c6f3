"""Signatures of agreements as read or corrected; rows are only ever added."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import Session, col

from store.tables import SignatureRow


def add(session: Session, row: SignatureRow) -> None:
    """Append one reading or correction."""
    session.add(row)
    session.flush()


def every(session: Session) -> tuple[SignatureRow, ...]:
    """All readings and corrections, oldest first."""
    query = select(SignatureRow).order_by(col(SignatureRow.at), col(SignatureRow.id))
    return tuple(session.execute(query).scalars())
