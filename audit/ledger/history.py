"""One agreement's rows through time: spells, signings, dates, and the changes between lists.

Owns what is read off the rows once they are known to be one agreement; joins nothing itself.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from audit.ledger.nodes import Node
from audit.ledger.repair import year_doubt
from audit.ledger.values import ListingRow
from audit.values import Agreement, Change, Signing, Spell

# DESIGN, "Dates": a SIGNED earlier than this before the first list is a doubt.
_LONGEST_LAG = timedelta(days=120)


@dataclass(frozen=True)
class History:
    """The nodes of one agreement and the times of the snapshots they are numbered by."""

    nodes: Sequence[Node]
    listed_times: Sequence[datetime]
    pending_times: Sequence[datetime]

    @property
    def listed(self) -> dict[int, ListingRow]:
        """The row by position in the participating lists; of two names the newer one's."""
        return _rows((n.listed, n) for n in self.nodes)

    @property
    def pending(self) -> dict[int, ListingRow]:
        return _rows((n.pending, n) for n in self.nodes)


def _rows(sources: Iterable[tuple[Mapping[int, ListingRow], Node]]) -> dict[int, ListingRow]:
    held = [(rows, node) for rows, node in sources if rows]
    held.sort(key=lambda pair: (-pair[1].copy, min(pair[0]), pair[1].ident))
    found: dict[int, ListingRow] = {}
    for rows, _ in held:
        found.update(rows)
    return dict(sorted(found.items()))


def spells(rows: Mapping[int, ListingRow], times: Sequence[datetime]) -> tuple[Spell, ...]:
    """The stretches of lists that hold the row."""
    found: list[Spell] = []
    run: list[int] = []
    for at in sorted(rows):
        if run and at != run[-1] + 1:
            found.append(_spell(run, times))
            run = []
        run.append(at)
    if run:
        found.append(_spell(run, times))
    return tuple(found)


def _spell(run: Sequence[int], times: Sequence[datetime]) -> Spell:
    after = run[-1] + 1
    return Spell(times[run[0]], times[run[-1]], times[after] if after < len(times) else None)


def signings(rows: Mapping[int, ListingRow], times: Sequence[datetime]) -> tuple[Signing, ...]:
    """One signing for each SIGNED that came with a return; re-dating in place makes none."""
    found: list[Signing] = []
    seen: set[date] = set()
    for spell in spells(rows, times):
        inside = [row for at, row in rows.items() if spell.first <= times[at] <= spell.last]
        dates = [row.signed for row in inside if row.signed]
        first = dates[0] if dates else None
        if not found or (first is not None and seen and first not in seen):
            found.append(Signing(len(found) + 1, dates[-1] if dates else None, (spell,)))
            seen = set(dates)
            continue
        before = found[-1]
        latest = dates[-1] if dates else before.ice_signed
        found[-1] = Signing(before.number, latest, (*before.spells, spell))
        seen |= set(dates)
    return tuple(found)


def agreement(history: History) -> Agreement:
    """The agreement as the ledger hands it out."""
    listed, pending = history.listed, history.pending
    rows = [row for _, row in _in_time(history)]
    newest = (list(listed.values()) or list(pending.values()))[-1]
    dates = _history(row.signed for row in listed.values())
    first_key = _first_key(history)
    last = len(history.listed_times) - 1
    return Agreement(
        id=_slug(first_key),
        agency=newest.agency,
        state=_state(history),
        county=_last(row.county for row in rows),
        kind=_last(row.kind for row in rows),
        model=newest.model,
        names=tuple(dict.fromkeys(row.agency for row in rows)),
        spells=spells(listed, history.listed_times),
        pending=spells(pending, history.pending_times),
        ice_signed=dates[-1] if dates else None,
        ice_signed_history=dates,
        agency_signed=None,
        moa_url=_last(row.moa_url for row in listed.values()),
        listed=bool(listed) and last in listed,
        signings=signings(listed, history.listed_times),
        doubts=tuple(_doubts(history)),
    )


def _in_time(history: History) -> list[tuple[datetime, ListingRow]]:
    """All rows, pending and listed, oldest first; at one moment the listed one counts last."""
    rows = [(history.pending_times[at], 0, row) for at, row in history.pending.items()]
    rows += [(history.listed_times[at], 1, row) for at, row in history.listed.items()]
    return [(when, row) for when, _, row in sorted(rows, key=lambda r: r[:2])]


def _first_key(history: History) -> tuple[str, str, str]:
    def first(node: Node) -> datetime:
        times = [history.listed_times[at] for at in node.listed]
        return min(times + [history.pending_times[at] for at in node.pending])

    return min(history.nodes, key=lambda n: (first(n), n.ident)).key


def _state(history: History) -> str:
    """The newest state printed; the pending list more often has it wrong."""

    def newest(node: Node) -> tuple[int, int]:
        return max(node.listed, default=-1), max(node.pending, default=-1)

    return max(history.nodes, key=lambda n: (newest(n), n.ident)).key[0]


def _slug(key: tuple[str, str, str]) -> str:
    state, name, model = key
    short = "".join(word[0] for word in model.lower().split())
    return "-".join([state.lower() or "xx", *name.split(), short])


def _history(days: Iterable[date | None]) -> tuple[date, ...]:
    """The dates in the order they were printed, without immediate repeats."""
    found: list[date] = []
    for day in days:
        if day is not None and (not found or found[-1] != day):
            found.append(day)
    return tuple(found)


def _last(values: Iterable[str | None]) -> str | None:
    return next((v for v in reversed(list(values)) if v is not None), None)


def _doubts(history: History) -> Iterator[str]:
    rows = [row for _, row in _in_time(history)]
    plain = {row.signed for row in rows if row.signed and not _guessed(row)}
    yield from dict.fromkeys(doubt for row in rows for doubt in _of_row(row, plain))
    for signing in signings(history.listed, history.listed_times):
        yield from _date_doubts(signing, history)
    counties = tuple(dict.fromkeys(row.county for row in rows if row.county))
    if len(counties) > 1:
        yield "ICE has printed different counties: " + ", ".join(counties)
    states = tuple(dict.fromkeys(n.key[0] for n in history.nodes))
    if len(states) > 1:
        yield "ICE has printed different states: " + ", ".join(states)
    if any(node.copy for node in history.nodes):
        yield "ICE has printed the row twice in one list"


def _of_row(row: ListingRow, plain: Container[date]) -> Iterator[str]:
    """What its reader noticed; a guessed year only while no list prints that day, year and all."""
    guessed = _guessed(row)
    yield from (doubt for doubt in row.doubts if doubt != guessed)
    if guessed and row.signed not in plain:
        yield guessed


def _guessed(row: ListingRow) -> str:
    """The doubt of a year put right, from what is kept of the cell."""
    return year_doubt(row.printed.get("signed", ""), row.signed)


def _date_doubts(signing: Signing, history: History) -> Iterator[str]:
    first = signing.first_listed
    if signing.ice_signed is None:
        yield f"SIGNED is blank on the list saved {first:%Y-%m-%d}"
        return
    if first == history.listed_times[0]:
        return  # when the row first appeared is not known
    lag = first.date() - signing.ice_signed
    if not timedelta(0) <= lag <= _LONGEST_LAG:
        yield (
            f"SIGNED {signing.ice_signed} does not fit the first list with the row, "
            f"saved {first:%Y-%m-%d}"
        )


def events(history: History, folded: Agreement) -> Iterator[Change]:
    """Every change of this agreement's rows, dated by the list that shows it."""

    def change(kind: str, at: datetime, detail: str = "") -> Change:
        return Change(kind, folded.id, folded.agency, folded.state, folded.model, at, detail)

    for number, spell in enumerate(folded.spells):
        yield change("added" if number == 0 else "relisted", spell.first,
                     _signed_at(history, spell.first))  # fmt: skip
        if spell.gone_by:
            yield change("gone", spell.gone_by, f"last on the list saved {spell.last:%Y-%m-%d}")
    for spell in folded.pending:
        yield change("pending", spell.first)
        if spell.gone_by and not _came(folded, spell, _next_list(history, spell.gone_by)):
            yield change(
                "pending_gone", spell.gone_by, "left the pending list without being listed"
            )
    rows = history.listed
    for at in sorted(rows):
        if at - 1 in rows:
            for kind, detail in _differences(rows[at - 1], rows[at]):
                yield change(kind, history.listed_times[at], detail)


def _signed_at(history: History, when: datetime) -> str:
    row = history.listed[history.listed_times.index(when)]
    return f"SIGNED {row.signed}" if row.signed else "SIGNED is blank"


def _next_list(history: History, when: datetime) -> datetime:
    """The first list of agreements from then on; a pending list may be saved hours before it."""
    return next((at for at in history.listed_times if at >= when), when)


def _came(folded: Agreement, pending: Spell, until: datetime) -> bool:
    """Whether the row stood on a list of agreements between those moments."""
    return any(
        spell.first <= until and (spell.gone_by is None or spell.gone_by > pending.first)
        for spell in folded.spells
    )


def _differences(before: ListingRow, after: ListingRow) -> Iterator[tuple[str, str]]:
    if before.signed != after.signed:
        yield "redated", f"SIGNED {before.signed or 'blank'} → {after.signed or 'blank'}"
    if before.agency.casefold() != after.agency.casefold():
        yield "renamed", f"{before.agency} → {after.agency}"
    for what, column, old, new in (
        ("county", "county", before.county, after.county),
        ("type", "kind", before.kind, after.kind),
    ):
        # a column that ICE's list did not have yet tells nothing when it comes
        if old != new and (old is not None or not before.printed or column in before.printed):
            yield "edited", f"{what}: {old or 'none'} → {new or 'none'}"
    if before.moa_url != after.moa_url:
        yield "edited", _linked(before.moa_url, after.moa_url)


def _linked(old: str | None, new: str | None) -> str:
    if old is None:
        return f"agreement posted: {new}"
    return f"link to the agreement: {old} → {new or 'none'}"
