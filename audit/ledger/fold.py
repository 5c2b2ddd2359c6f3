"""All snapshots folded into agreements.

Owns the whole of it: order in time, rows to agreements, agreements with their spells and signings,
and the changes on the way. The answer depends on the set of snapshots only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from audit.ledger.history import History, agreement, events
from audit.ledger.nodes import States, gather
from audit.ledger.order import place
from audit.ledger.renames import joined
from audit.ledger.values import PARTICIPATING, PENDING, Ledger, Placed, Snapshot
from audit.values import Agreement, Change


def fold(snapshots: Iterable[Snapshot]) -> Ledger:
    """The ledger of these snapshots, in whatever order they come; repeats count once."""
    unique = {snapshot.sha256: snapshot for snapshot in snapshots}
    held = [unique[sha] for sha in sorted(unique)]
    states = States(held)
    listed_order, listed = _timeline(held, PARTICIPATING, states)
    pending_order, pending = _timeline(held, PENDING, states)
    nodes = gather(listed, pending, states)
    times = _times(listed_order), _times(pending_order)
    agreements: list[Agreement] = []
    changes: list[Change] = []
    for group in joined(nodes, *times):
        history = History(group, *times)
        folded = agreement(history)
        agreements.append(folded)
        changes.extend(events(history, folded))
    return Ledger(
        agreements=tuple(sorted(agreements, key=lambda a: (a.state, a.agency, a.model, a.id))),
        order=tuple(sorted((*listed_order, *pending_order), key=lambda p: (p.at, p.sha256))),
        changes=tuple(sorted(changes, key=lambda c: (c.at, c.kind, c.agreement_id, c.detail))),
    )


def _timeline(
    held: Sequence[Snapshot], kind: str, states: States
) -> tuple[tuple[Placed, ...], list[Snapshot]]:
    """The places of one kind's snapshots, and the snapshots that are used, in that order."""
    mine = {snapshot.sha256: snapshot for snapshot in held if snapshot.kind == kind}
    keys = [frozenset(states.key(row) for row in s.rows) for s in mine.values()]
    order = place(list(mine.values()), keys)
    return order, [mine[placed.sha256] for placed in order if not placed.aside]


def _times(order: Sequence[Placed]) -> list[datetime]:
    return [placed.at for placed in order if not placed.aside]
