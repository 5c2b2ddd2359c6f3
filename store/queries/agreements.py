"""Addresses of agreements and what became of asking them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update
from sqlmodel import Session, col

from store.queries.chunks import chunks
from store.tables import AgreementLink


def links(session: Session, urls: Collection[str]) -> dict[str, AgreementLink]:
    """What is known of each of these addresses that was asked before."""
    found: dict[str, AgreementLink] = {}
    for part in chunks(sorted(urls)):
        query = select(AgreementLink).where(col(AgreementLink.url).in_(part))
        found |= {row.url: row for row in session.execute(query).scalars()}
    return found


def read(session: Session, sha256: str, reader: str, at: datetime, problem: str = "") -> None:
    """Note at every address that holds these bytes which version read them, or why it did not."""
    session.execute(
        update(AgreementLink)
        .where(col(AgreementLink.sha256) == sha256)
        .values(reader=reader, read_at=at, problem=problem)
    )
