"""Keeping what the packs say: bodies and sources become rows of the store.

Owns the writing. Nothing is ever removed: what no loaded pack names is only no longer watched.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlmodel import Session, col

from crawler.registry import Registry
from store.tables import Body, Jurisdiction, Source


def keep_registry(session: Session, registry: Registry, now: datetime) -> None:
    """Make the store's bodies and sources agree with the registry.

    What no loaded pack names any more is kept and marked as not watched; what a person verified
    stays verified.
    """
    for body in registry.bodies:
        place = body.place
        session.merge(
            Jurisdiction(
                id=place.id, name=place.name, kind=place.kind, county=place.county,
                state=place.state, geoid=place.geoid,
            )
        )  # fmt: skip
    session.flush()
    for body in registry.bodies:
        session.merge(
            Body(
                id=body.id, name=body.name, kind=body.kind, jurisdiction_id=body.place.id,
                timezone=body.timezone, cadence=body.cadence,
                schedule=[d.isoformat() for d in body.schedule],
                answers_for=list(body.answers_for), pack=body.pack, watched=True,
            )
        )  # fmt: skip
    session.flush()
    for source in registry.sources:
        _keep_source(session, source, now)
    _unwatch(session, registry)


def _keep_source(session: Session, source: Any, now: datetime) -> None:
    held = session.get(Source, source.id)
    if held is None:
        held = Source(id=source.id, body_id=source.body_id, platform=source.platform,
                      url=source.url, board=source.board, state=source.state)  # fmt: skip
        if source.state == "verified":
            held.verified_by, held.verified_at = "the pack", now
    # A person's word outlives the pack's `unverified`.
    if held.verified_by is None or source.state != "unverified":
        held.state = source.state
    held.reason, held.seen_in, held.watched = source.reason, source.seen_in, True
    session.add(held)


def _unwatch(session: Session, registry: Registry) -> None:
    bodies = [b.id for b in registry.bodies]
    sources = [s.id for s in registry.sources]
    session.flush()
    for table, known in ((Body, bodies), (Source, sources)):
        held = set(session.execute(select(col(table.id)).where(col(table.watched))).scalars())
        for gone in sorted(held - set(known)):
            session.execute(update(table).where(col(table.id) == gone).values(watched=False))
