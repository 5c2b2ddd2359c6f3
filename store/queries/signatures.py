"""Signatures of agreements as read or corrected; rows are only ever added."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import Session, col

from store.tables import Capture, SignatureRow


def add(session: Session, row: SignatureRow) -> None:
    """Append one reading or correction."""
    session.add(row)
    session.flush()


def every(session: Session) -> tuple[SignatureRow, ...]:
    """All readings and corrections, oldest first."""
    query = select(SignatureRow).order_by(col(SignatureRow.at), col(SignatureRow.id))
    return tuple(session.execute(query).scalars())


def is_document(session: Session, sha256: str) -> bool:
    """Whether these bytes are a capture of a body's document as well."""
    query = select(col(Capture.id)).where(col(Capture.sha256) == sha256).limit(1)
    return session.execute(query).first() is not None
