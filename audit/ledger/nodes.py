"""Rows of all snapshots gathered by state, folded name and model.

Owns the gathering: one node is one spelling-independent name and the snapshots that hold it.
Whether two nodes are one agreement is for `renames`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from audit.ledger.names import Name, fold_name, parse
from audit.ledger.values import ListingRow, Snapshot

Key = tuple[str, str, str]  # state, folded name, model


@dataclass
class Node:
    """One key with its rows by position in each timeline. `copy` counts a row printed twice."""

    key: Key
    copy: int = 0
    listed: dict[int, ListingRow] = field(default_factory=dict)
    pending: dict[int, ListingRow] = field(default_factory=dict)

    @property
    def name(self) -> Name:
        return parse(self.key[1])

    @property
    def ident(self) -> tuple[Key, int]:
        return self.key, self.copy


class States:
    """Settles a row whose state could not be read by the other rows of the same agency."""

    def __init__(self, snapshots: Iterable[Snapshot]) -> None:
        self._known: dict[tuple[str, str], set[str]] = {}
        self._cache: dict[tuple[str, str], Key] = {}
        for snapshot in snapshots:
            for row in snapshot.rows:
                if row.state:
                    key = (fold_name(row.agency, row.state), row.model)
                    self._known.setdefault(key, set()).add(row.state)

    def key(self, row: ListingRow) -> Key:
        """What identifies the row; the state stays "" where several, or none, are possible."""
        name = fold_name(row.agency, row.state)
        state = row.state
        if not state:
            known = self._known.get((name, row.model), set())
            state = next(iter(known)) if len(known) == 1 else ""
        return state, name, row.model


def gather(
    listed: Sequence[Snapshot], pending: Sequence[Snapshot], states: States
) -> tuple[Node, ...]:
    """All nodes, in the order of their keys."""
    nodes: dict[tuple[Key, int], Node] = {}
    for timeline, kind in ((listed, "listed"), (pending, "pending")):
        for at, snapshot in enumerate(timeline):
            for ident, row in _rows(snapshot, states).items():
                node = nodes.setdefault(ident, Node(*ident))
                getattr(node, kind)[at] = row
    return tuple(nodes[ident] for ident in sorted(nodes))


def _rows(snapshot: Snapshot, states: States) -> Mapping[tuple[Key, int], ListingRow]:
    """The rows of one snapshot; a second row of the same key is a copy of its own."""
    found: dict[tuple[Key, int], ListingRow] = {}
    ordered = sorted(snapshot.rows, key=lambda r: (r.signed or date.max, r.agency, r.row))
    for row in ordered:
        key = states.key(row)
        copy = 0
        while (key, copy) in found:
            copy += 1
        found[key, copy] = row
    return found


def ends(present: Iterable[int]) -> tuple[int, ...]:
    """The last position of each unbroken stretch."""
    held = set(present)
    return tuple(sorted(at for at in held if at + 1 not in held))


def starts(present: Iterable[int]) -> tuple[int, ...]:
    """The first position of each unbroken stretch."""
    held = set(present)
    return tuple(sorted(at for at in held if at - 1 not in held))
