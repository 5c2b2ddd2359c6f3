"""Which agreements of the lists are watched, and how many of them are held: `status` shows it.

Owns the counting. Asks for nothing and reads no PDF; imports nothing that does.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlmodel import Session

from audit.record import agreement_from_json
from audit.signatures import Readings, reading
from audit.values import Agreement
from jobs.steps.audit import in_counties
from jobs.steps.registry import states
from jobs.workspace import Workspace
from store.queries import agreements as links
from store.queries import ice, signatures


def wanted(opened: Session, workspace: Workspace) -> list[Agreement]:
    """The agreements of the watched states and counties."""
    counties = workspace.settings.watch.counties
    held = [agreement_from_json(row.content) for row in ice.agreements(opened, states(workspace))]
    return [one for one in held if in_counties(one.county, counties)]


def counts(opened: Session, workspace: Workspace) -> dict[str, Any]:
    """How many agreements of the watched states are held, awaited, unread: `status` shows it.

    awaited: linked and not held yet, troubles: how the newest request for such ended; unread: held,
    and the date of the agency's signature is not used, as a machine could not read it or doubts it.
    """
    every = wanted(opened, workspace)
    known = links.links(opened, {one.moa_url for one in every if one.moa_url})
    kept_of = Readings(reading(row) for row in signatures.every(opened) if row.sha256)
    there = {
        one.id for one in every
        if ((link := known.get(one.moa_url or "")) and link.sha256) or kept_of.of(one)
    }  # fmt: skip
    held = [one for one in every if one.id in there]
    awaited = [one for one in every if one.moa_url and one.id not in there]
    troubles = Counter(
        link.outcome for one in awaited if (link := known.get(one.moa_url or "")) is not None
    )
    return {
        "fetched": workspace.settings.ice.fetch_agreements,
        "linked": sum(one.moa_url is not None for one in every),
        "held": len(held),
        "awaited": len(awaited),
        "unread": sum(not any(s.signed for s in one.signings) for one in held),
        "troubles": dict(sorted(troubles.items())),
    }
