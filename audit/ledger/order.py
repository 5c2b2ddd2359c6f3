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
_NOTABLE = 10  # rows that leave and return with one list; real ones never did so many
_MUCH_BETTER = 4


@dataclass(frozen=True)
class _Item:
    snapshot: Snapshot
    at: datetime
    keys: int  # the rows as a set of bits

    @property
    def sha256(self) -> str:
        return self.snapshot.sha256

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
    sequence = list(chain)
    moved: set[str] = set()
    aside: list[Placed] = []
    for item in strays:
        _settle(item, strays, sequence, moved, aside)
    _straighten(sequence, moved)
    return tuple(sorted((*_timed(sequence, moved), *aside), key=lambda p: (p.at, p.sha256)))


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
    # A list saved again is saved later: of equal runs the one that ends earlier leaves it out.
    at = max(range(len(items)), key=lambda j: (best[j][0], -j))
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


def _settle(
    item: _Item,
    strays: Sequence[_Item],
    sequence: list[_Item],
    moved: set[str],
    aside: list[Placed],
) -> None:
    """A snapshot that breaks the run: moved where it fits, kept if confirmed, else set aside."""
    own = sum(1 for other in sequence if (other.at, other.sha256) < (item.at, item.sha256))
    best, cost = _best(item, sequence, own)
    if cost * _MUCH_BETTER <= _detour(item, sequence, own):
        moved.add(item.sha256)
        sequence.insert(best, item)
        return
    before = sequence[own - 1] if own else None
    lost = _gone(before, item) if before else 0
    if before and lost * 2 > before.size and not _confirmed(item, strays):
        doubt = f"{lost} of {before.size} rows are missing and no other list agrees"
        aside.append(_placed(item, item.at, aside=True, doubt=doubt))
    else:
        sequence.insert(own, item)


def _best(item: _Item, sequence: Sequence[_Item], own: int) -> tuple[int, int]:
    """The position with the fewest departures, the nearest to its own of several; and how many."""
    costs = [_detour(item, sequence, position) for position in range(len(sequence) + 1)]
    best = min(range(len(costs)), key=lambda p: (costs[p], abs(p - own), p))
    return best, costs[best]


def _straighten(sequence: list[_Item], moved: set[str]) -> None:
    """Finds lists out of place by a step or a few: many rows leave with them and return after.

    Of two lists that could move, the one saved later moves back: saving again makes a time later.
    """
    for _ in range(len(sequence)):
        found = []
        for own, item in enumerate(sequence):
            others = [*sequence[:own], *sequence[own + 1 :]]
            here = _detour(item, others, own)
            if here < _NOTABLE:
                continue
            best, cost = _best(item, others, own)
            if cost * _MUCH_BETTER <= here:
                found.append((best > own, -here, item.sha256, own, best))
        if not found:
            return
        _, _, sha256, own, best = min(found)
        moved.add(sha256)
        sequence.insert(best, sequence.pop(own))


def _timed(sequence: Sequence[_Item], moved: set[str]) -> list[Placed]:
    """Times for the sequence: a moved list claims nothing, it stands just before the next one."""
    placed: list[Placed] = []
    after: datetime | None = None
    for item in reversed(sequence):
        if item.sha256 not in moved:
            after = item.at
            placed.append(_placed(item, item.at))
            continue
        if after is None:
            after = max((o.at for o in sequence if o.sha256 not in moved), default=item.at)
            after += timedelta(seconds=1 + len(sequence))
        after -= timedelta(seconds=1)
        doubt = (
            f"saved {item.at:%Y-%m-%d}, but its rows belong to {after:%Y-%m-%d} at the latest: "
            "an archive seems to have saved it again"
        )
        placed.append(_placed(item, after, moved=True, doubt=doubt))
    return placed[::-1]


def _confirmed(item: _Item, strays: Sequence[_Item]) -> bool:
    """Whether another list shows the same great loss."""
    for other in strays:
        if other is not item and other.size and item.size:
            shared = (other.keys & item.keys).bit_count()
            if shared * 10 >= 8 * max(other.size, item.size):
                return True
    return False


def _placed(
    item: _Item, at: datetime, *, moved: bool = False, aside: bool = False, doubt: str = ""
) -> Placed:
    snapshot = item.snapshot
    return Placed(
        snapshot.sha256, snapshot.kind, snapshot.saved, at, len(snapshot.rows), moved, aside, doubt
    )
