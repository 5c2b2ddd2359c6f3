"""The place of each snapshot in time.

Owns the rule of `ice-list` practice: a workbook's own saved time counts unless its rows do not fit
there (an archive may re-save an old list); then it stands where it fits, marked. Reads no cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from audit.ledger.values import PARTICIPATING, Placed, Snapshot

# Lists lose at most 14 of 1,300 rows from one to the next; renames add a few more.
_SHARE = 0.2
_FEW = 4


@dataclass(frozen=True)
class _Item:
    snapshot: Snapshot
    at: datetime
    keys: int  # the rows as a set of bits

    @property
    def size(self) -> int:
        return self.keys.bit_count()


def place(
    snapshots: Sequence[Snapshot], keys: Sequence[frozenset[tuple[str, str, str]]]
) -> tuple[Placed, ...]:
    """The snapshots of one kind in the order in which to read them.

    keys: for each snapshot, what identifies its rows. The answer depends on the set of snapshots
    only, never on the order they come in.
    """
    items = _items(snapshots, keys)
    if not items:
        return ()
    if items[0].snapshot.kind != PARTICIPATING:
        return tuple(_placed(item, item.at) for item in items)
    chain = _chain(items)
    strays = [item for item in items if item not in chain]
    placed = {item.snapshot.sha256: _placed(item, item.at) for item in chain}
    for item in strays:
        placed[item.snapshot.sha256] = _settle(item, chain, strays)
    return tuple(sorted(placed.values(), key=lambda p: (p.at, p.sha256)))


def _items(
    snapshots: Sequence[Snapshot], keys: Sequence[frozenset[tuple[str, str, str]]]
) -> list[_Item]:
    bit = {key: 1 << n for n, key in enumerate(sorted(frozenset().union(*keys)))}
    items = []
    for snapshot, held in zip(snapshots, keys, strict=True):
        at = snapshot.saved or snapshot.first_seen
        if at is None:
            continue  # nothing says when it was; the reader's doubt stays with the snapshot
        bits = 0
        for key in held:
            bits |= bit[key]
        items.append(_Item(snapshot, at, bits))
    return sorted(items, key=lambda i: (i.at, i.snapshot.sha256))


def _gone(a: _Item, b: _Item) -> int:
    """How many rows leave from one snapshot to the next."""
    return (a.keys & ~b.keys).bit_count()


def _chain(items: Sequence[_Item]) -> list[_Item]:
    """The longest run of snapshots in which each follows the one before without great losses."""
    best: list[tuple[int, int]] = []  # length, rows lost on the way (negative)
    back: list[int] = []
    for j, item in enumerate(items):
        top, origin = (1, 0), -1
        for i in range(j - 1, -1, -1):
            lost = _gone(items[i], item)
            if lost > max(_FEW, _SHARE * items[i].size):
                continue
            option = (best[i][0] + 1, best[i][1] - lost)
            if option > top:
                top, origin = option, i
        best.append(top)
        back.append(origin)
    at = max(range(len(items)), key=lambda j: (best[j], -j))
    chain = []
    while at >= 0:
        chain.append(items[at])
        at = back[at]
    return chain[::-1]


def _detour(item: _Item, chain: Sequence[_Item], position: int) -> int:
    """Extra departures if the snapshot stood before chain[position]."""
    before = chain[position - 1] if position > 0 else None
    after = chain[position] if position < len(chain) else None
    cost = _gone(before, item) if before else 0
    cost += _gone(item, after) if after else 0
    return cost - (_gone(before, after) if before and after else 0)


def _settle(item: _Item, chain: Sequence[_Item], strays: Sequence[_Item]) -> Placed:
    """A snapshot that breaks the run: moved where it fits, kept if confirmed, else set aside."""
    own = sum(1 for other in chain if other.at <= item.at)
    costs = [_detour(item, chain, position) for position in range(len(chain) + 1)]
    best = min(range(len(costs)), key=lambda p: (costs[p], abs(p - own), p))
    if costs[best] * 4 <= costs[own]:
        at = _between(chain, best)
        doubt = (
            f"saved {item.at:%Y-%m-%d}, but its rows belong before {at:%Y-%m-%d}: "
            "an archive seems to have saved it again"
        )
        return _placed(item, at, moved=True, doubt=doubt)
    lost = _gone(chain[own - 1], item) if own else 0
    half = own > 0 and lost * 2 > chain[own - 1].size
    if half and not _confirmed(item, strays):
        doubt = f"{lost} of {chain[own - 1].size} rows are missing and no other list agrees"
        return _placed(item, item.at, aside=True, doubt=doubt)
    return _placed(item, item.at)


def _confirmed(item: _Item, strays: Sequence[_Item]) -> bool:
    """Whether another list shows the same great loss."""
    for other in strays:
        if other is not item and other.size and item.size:
            shared = (other.keys & item.keys).bit_count()
            if shared * 10 >= 8 * max(other.size, item.size):
                return True
    return False


def _between(chain: Sequence[_Item], position: int) -> datetime:
    """A time that claims nothing: just before the next list, or just after the last."""
    if position < len(chain):
        return chain[position].at - timedelta(seconds=1)
    return chain[-1].at + timedelta(seconds=1)


def _placed(
    item: _Item, at: datetime, *, moved: bool = False, aside: bool = False, doubt: str = ""
) -> Placed:
    snapshot = item.snapshot
    return Placed(
        snapshot.sha256, snapshot.kind, snapshot.saved, at, len(snapshot.rows), moved, aside, doubt
    )
