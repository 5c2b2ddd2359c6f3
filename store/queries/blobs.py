"""The rows that say which bytes the archive holds."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from store.tables import Blob


def note(
    session: Session, sha256: str, size: int, at: datetime, media_type: str | None = None
) -> None:
    """Make sure a blob has its row; the first sighting stays."""
    if session.get(Blob, sha256) is None:
        session.add(Blob(sha256=sha256, size=size, media_type=media_type, first_at=at))
        session.flush()
