"""Which differently printed rows are one agreement.

Owns the evidence that joins two names: spelling, SIGNED, the agreement's link, county, and that
one leaves when the other comes. Two names that stand in one list are never joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rapidfuzz import fuzz

from audit.ledger import names
from audit.ledger.nodes import Node, ends, starts
from audit.ledger.values import ListingRow
from audit.matching.places import load_places
from audit.matching.words import key

_NEAR = timedelta(days=45)  # the pending list runs 8 days ahead in the median, 31 in nine of ten


@dataclass(frozen=True)
class _Pair:
    """Two nodes and the rows at the seam between them; `adjacent`: no list lies between."""

    a: Node
    b: Node
    left: ListingRow
    right: ListingRow
    adjacent: bool
    across: bool  # one side was pending: ICE prints no SIGNED there

    @property
    def same_signed(self) -> bool:
        return self.left.signed is not None and self.left.signed == self.right.signed

    @property
    def same_county(self) -> bool:
        return self.left.county is not None and self.left.county == self.right.county

    @property
    def other_county(self) -> bool:
        return None not in (self.left.county, self.right.county) and not self.same_county


def joined(
    nodes: Sequence[Node], listed: Sequence[datetime], pending: Sequence[datetime]
) -> tuple[tuple[Node, ...], ...]:
    """The nodes in groups, one group for each agreement."""
    groups = _Groups(nodes)
    for node in nodes:
        if node.copy:
            groups.force(node)
    finder = _Finder(nodes, listed, pending)
    ranked = sorted(finder.ranked(), key=lambda r: (r[0], -r[1], r[2].ident, r[3].ident))
    for _, _, a, b in ranked:
        groups.join(a, b)
    return groups.all()


class _Groups:
    """Union of nodes that refuses to join what one list holds side by side."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._of = {node.ident: [node] for node in nodes}

    def force(self, copy: Node) -> None:
        """A row printed twice is the same agreement, though the list holds both."""
        first = self._of[copy.key, 0]
        self._merge(first, self._of[copy.ident])

    def join(self, a: Node, b: Node) -> None:
        one, two = self._of[a.ident], self._of[b.ident]
        if one is two or self._overlap(one, two, a, b):
            return
        self._merge(one, two)

    def _overlap(self, one: list[Node], two: list[Node], a: Node, b: Node) -> bool:
        """Whether a list holds both; copies are compared by themselves (see `force`)."""
        left = [a] if any(n.copy for n in two) else [n for n in one if not n.copy]
        right = [b] if b.copy else [n for n in two if not n.copy]
        return any(
            x.listed.keys() & y.listed.keys() or x.pending.keys() & y.pending.keys()
            for x in left
            for y in right
        )

    def _merge(self, one: list[Node], two: list[Node]) -> None:
        if one is two:
            return
        one.extend(two)
        for node in two:
            self._of[node.ident] = one

    def all(self) -> tuple[tuple[Node, ...], ...]:
        unique = {id(group): group for group in self._of.values()}
        ordered = (sorted(group, key=lambda n: n.ident) for group in unique.values())
        return tuple(sorted((tuple(g) for g in ordered), key=lambda g: g[0].ident))


class _Finder:
    """Proposes pairs of nodes with the rank of the evidence (0 is the best)."""

    def __init__(
        self, nodes: Sequence[Node], listed: Sequence[datetime], pending: Sequence[datetime]
    ) -> None:
        self._nodes = nodes
        self._listed = listed
        self._pending = pending
        self._links = _link_holders(nodes)

    def ranked(self) -> Iterator[tuple[int, float, Node, Node]]:
        by_model: dict[str, list[Node]] = defaultdict(list)
        for node in self._nodes:
            by_model[node.key[2]].append(node)
        for group in by_model.values():
            goers = [n for n in group if self._leaves(n)]
            comers: dict[str, list[Node]] = defaultdict(list)  # by state
            namesakes: dict[str, list[Node]] = defaultdict(list)
            for node in group:
                if self._comes(node):
                    comers[node.key[0]].append(node)
                    namesakes[node.key[1]].append(node)
            for a in goers:
                for b in comers[a.key[0]] + namesakes[a.key[1]]:
                    yield from self._weigh(a, b)

    def _leaves(self, node: Node) -> bool:
        last = max(node.listed, default=-1)
        return (bool(node.listed) and last < len(self._listed) - 1) or bool(node.pending)

    def _comes(self, node: Node) -> bool:
        return min(node.listed, default=0) > 0 or not node.listed or bool(node.pending)

    def _weigh(self, a: Node, b: Node) -> Iterator[tuple[int, float, Node, Node]]:
        if a is b or a.key == b.key:
            return
        for pair in self._seams(a, b):
            rank = self._rank(pair)
            if rank is not None:
                yield rank, fuzz.ratio(a.key[1], b.key[1]), a, b
                return

    def _seams(self, a: Node, b: Node) -> Iterator[_Pair]:
        """Where b may follow a, within one timeline or from pending to listed."""
        for mine, theirs in ((a.listed, b.listed), (a.pending, b.pending)):
            if not mine or not theirs or mine.keys() & theirs.keys():
                continue
            across = mine is a.pending
            seams = [s for s in starts(theirs) if s - 1 in set(ends(mine))]
            if seams:
                s = seams[0]
                yield _Pair(a, b, mine[s - 1], theirs[s], True, across)
            elif max(mine) < min(theirs):
                yield _Pair(a, b, mine[max(mine)], theirs[min(theirs)], False, across)
        if a.pending and b.listed and not a.listed:
            left, came = max(a.pending), self._listed[min(b.listed)]
            right = b.listed[min(b.listed)]
            near = self._pending[min(a.pending)] <= came and (
                abs(came - self._pending[left]) <= _NEAR
                or (right.signed is not None
                    and abs(right.signed - self._pending[left].date()) <= _NEAR)
            )  # fmt: skip
            yield _Pair(a, b, a.pending[left], right, near, True)

    def _rank(self, pair: _Pair) -> int | None:
        """How good the evidence is, None where it does not join the two."""
        one, two = pair.a.name, pair.b.name
        if pair.a.key[0] != pair.b.key[0]:
            moved = pair.same_signed and pair.adjacent and pair.a.key[1] == pair.b.key[1]
            return 7 if moved else None
        if one.loose == two.loose and not (one.units and two.units and one.units != two.units):
            return 0 if not pair.other_county or pair.same_signed else None
        if self._same_link(pair):
            return 1
        settled = pair.same_signed or (pair.adjacent and pair.same_county)
        if pair.across:
            settled = pair.adjacent and not pair.other_county
        if settled and names.typo(one, two):
            return 2
        return self._looser(pair, one, two)

    def _looser(self, pair: _Pair, one: names.Name, two: names.Name) -> int | None:
        """Names that only a common SIGNED (or county, on the pending list) can join."""
        if pair.adjacent and not pair.other_county and self._signed_anew(pair, one, two):
            return 8
        bound = pair.same_signed or (pair.across and pair.adjacent)
        if bound and pair.adjacent and self._no_such_county(pair, one, two):
            return 6
        if not bound or pair.other_county:
            return None
        if names.extends(one, two):
            return 3
        if not pair.adjacent or one.numbers != two.numbers:
            return None
        if names.same_place(one, two) and (names.county_of(one) or not pair.across):
            return 4
        same_seat = one.numbers and pair.same_county
        if same_seat and set(one.agency) & set(two.agency) & {"constable", "ward", "precinct"}:
            return 5
        return None

    def _signed_anew(self, pair: _Pair, one: names.Name, two: names.Name) -> bool:
        """One body whose agreement was signed again under another of its own names: a university
        (its trustees, its police), or a state agency with the division that does the work."""
        if pair.same_signed or pair.across:
            return False
        if names.of_campus(one) and names.of_campus(two):
            return names.same_place(one, two)
        shorter, longer = sorted((one.folded, two.folded), key=len)
        of_state = pair.left.kind == pair.right.kind == "State Agency"
        return of_state and longer.startswith(f"{shorter} ") and one.numbers == two.numbers

    def _no_such_county(self, pair: _Pair, one: names.Name, two: names.Name) -> bool:
        """Whether the name that left names a county its state does not have, and the other, much
        alike, one that it has."""
        old, new = names.county_of(one), names.county_of(two)
        held = load_places().state(pair.a.key[0]).counties
        if not old or key(old) in held or key(new) not in held or one.agency != two.agency:
            return False
        return fuzz.ratio(" ".join(old), " ".join(new)) >= 65

    def _same_link(self, pair: _Pair) -> bool:
        """The same agreement text, which no other row of either list links to."""
        link = pair.left.moa_url
        if link is None or link != pair.right.moa_url or not (pair.same_signed or pair.adjacent):
            return False
        return self._links[link] <= {pair.a.ident, pair.b.ident} or (
            pair.same_signed and pair.adjacent and len(self._links[link]) <= 4
        )


def _link_holders(nodes: Sequence[Node]) -> dict[str, set[tuple[tuple[str, str, str], int]]]:
    holders: dict[str, set[tuple[tuple[str, str, str], int]]] = defaultdict(set)
    for node in nodes:
        for row in node.listed.values():
            if row.moa_url:
                holders[row.moa_url].add(node.ident)
    return holders
