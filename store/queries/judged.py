"""What the judging remembers of itself: units, the bodies they rest on, the last judging.

Owns these rows. What a unit is and what it rests on is `audit`'s to say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlmodel import Session, col

from store.queries.chunks import chunks
from store.tables import Judged, JudgedBody, Judging


def last(session: Session) -> Judging | None:
    """The last judging, None before the first."""
    return session.get(Judging, 1, populate_existing=True)


def note(session: Session, frame: str, at: datetime, whole_at: datetime) -> None:
    """Keep how far the judging is; frame is "" while one is at work that must be whole."""
    session.merge(Judging(id=1, frame=frame, at=at, whole_at=whole_at))
    session.flush()


def units(session: Session, wanted: Collection[str]) -> dict[str, Judged]:
    """The remembered ones of these units."""
    found: dict[str, Judged] = {}
    for part in chunks(sorted(wanted)):
        query = select(Judged).where(col(Judged.unit).in_(part))
        found |= {row.unit: row for row in session.execute(query).scalars()}
    return found


def resting(session: Session) -> dict[str, Mapping[str, Any]]:
    """What each agreement's findings rest on, by unit; bodies' units rest on nothing more."""
    query = select(col(Judged.unit), col(Judged.rests_on))
    return {unit: held for unit, held in session.execute(query) if held}


def every(session: Session) -> frozenset[str]:
    """All units."""
    return frozenset(session.execute(select(col(Judged.unit))).scalars())


def due(session: Session, now: datetime) -> frozenset[str]:
    """Units whose findings the passing of time may have changed."""
    query = select(col(Judged.unit)).where(col(Judged.changes_at) <= now)
    return frozenset(session.execute(query).scalars())


def on_bodies(
    session: Session, bodies: Collection[str], *, answering: bool = False
) -> dict[str, set[str]]:
    """The agreements' units that rest on each of these bodies, or only those it answers for."""
    found: dict[str, set[str]] = {}
    for part in chunks(sorted(bodies)):
        query = select(col(JudgedBody.body_id), col(JudgedBody.unit)).where(
            col(JudgedBody.body_id).in_(part)
        )
        if answering:
            query = query.where(col(JudgedBody.answers))
        for body, unit in session.execute(query):
            found.setdefault(body, set()).add(unit)
    return found


def replace(
    session: Session,
    gone: Iterable[str],
    rows: Sequence[Mapping[str, Any]],
    bodies: Sequence[Mapping[str, Any]],
) -> None:
    """Forget units, then keep these (column values of Judged and of JudgedBody)."""
    session.flush()
    for part in chunks(sorted({*gone, *(row["unit"] for row in rows)})):
        session.execute(delete(JudgedBody).where(col(JudgedBody.unit).in_(part)))
        session.execute(delete(Judged).where(col(Judged.unit).in_(part)))
    if rows:
        session.execute(insert(Judged), list(rows))
    if bodies:
        session.execute(insert(JudgedBody), list(bodies))
