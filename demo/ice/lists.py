"""Every workbook of the two lists, in order, with the slips that ICE's lists are known for.

Owns names, saved times and misprints: a state misspelt for one issue, a swapped pair, a filter left
on, a date typed as text, a name mistyped and repaired.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from demo.ice.agreements import COUNTY_AGREEMENTS, Agreement
from demo.ice.filler import filler
from demo.ice.signed import FOLDER, HOST, link
from demo.timeline import LAST_LOOK, local
from demo.values import Row, Workbook

_Link = Callable[[Agreement, date, date], str | None]

_FIRST = date(2025, 6, 5)
_WEEKLY_FROM = date(2026, 7, 2)

_SWAPPED = date(2025, 9, 25)
_FILTERED = date(2025, 10, 23)
_MISTYPED = date(2026, 1, 29)
_STATE_MISSPELT = date(2026, 2, 26)
_TEXT_DATE = date(2026, 3, 26)
_NAMED_A_YEAR_EARLY = date(2026, 1, 15)
_MOA_COLUMN_ON_PENDING = date(2026, 1, 8)


def workbooks() -> tuple[Workbook, ...]:
    """All of them, by the time they were saved."""
    both = [book for day in _days() for book in (_participating(day), _pending(day))]
    return tuple(sorted(both, key=lambda book: (book.saved, book.kind)))


def _days() -> Iterator[date]:
    """Every other Thursday, weekly once the demo looks."""
    day = _FIRST
    while day <= LAST_LOOK.date():
        yield day
        day += timedelta(days=14 if day < _WEEKLY_FROM else 7)


def _participating(day: date) -> Workbook:
    rows = [_misprint(day, _listed("PENNSYLVANIA", a, day, link)) for a in COUNTY_AGREEMENTS]
    rows += [_misprint(day, _listed(state, a, day, _elsewhere)) for state, a in filler()]
    kept = [row for row in rows if row is not None]
    if day == _FILTERED:
        kept = [replace(row, hidden=row.state != "FLORIDA") for row in kept]
    shown = sorted(kept, key=lambda row: (row.state, row.signed is None, row.agency[::-1]))
    return Workbook(
        _name("participating", day), "participating", _saved(day), tuple(shown), day == _FILTERED
    )


def _listed(state: str, agreement: Agreement, day: date, moa: _Link) -> Row | None:
    signing = agreement.signing(day)
    if signing is None:
        return None
    return Row(
        state,
        agreement.agency,
        agreement.type,
        agreement.county,
        agreement.model,
        signing.signed,
        moa(agreement, signing.signed, day),
    )


def _elsewhere(agreement: Agreement, signed: date, day: date) -> str | None:
    """The link of an agency that nobody here watches: three weeks after it signed, to no server."""
    if day < signed + timedelta(days=21):
        return None
    slug = "".join(c for c in agreement.agency.title() if c.isalnum())
    return f"{HOST}{FOLDER}{slug}_{signed:%m_%d_%y}.pdf"


def _misprint(day: date, row: Row | None) -> Row | None:
    """The slip of that day, if it touches this row."""
    if row is None:
        return None
    if day == _STATE_MISSPELT and row.state == "PENNSYLVANIA":
        return replace(row, state="PENNSLYVANIA")
    if day == _MISTYPED and row.agency.startswith("Gravenhurst"):
        return replace(row, agency="Gravenhurst Borugh Police Department")
    if day == _TEXT_DATE and row.agency.startswith("Nettlebrook"):
        return replace(row, signed="03/192026")
    return row


def _pending(day: date) -> Workbook:
    moa = "link pending" if day >= _MOA_COLUMN_ON_PENDING else None
    rows = [
        Row("PENNSYLVANIA", f"{a.agency}, PA", a.type, a.county, a.model, None, moa)
        for a in COUNTY_AGREEMENTS
        if a.pending(day)
    ]
    rows += [
        Row(state, a.agency.strip(), a.type, a.county, a.model, None, moa)
        for state, a in filler()
        if day < a.signings[0].signed <= day + timedelta(days=20)
    ]
    return Workbook(
        _name("pending", day), "pending", _saved(day) - timedelta(minutes=9), tuple(rows)
    )


def _saved(day: date) -> datetime:
    """Mornings and afternoons in turn; the file's own saved time, to the second."""
    morning = day.toordinal() % 2 == 0
    return local(day, 10 if morning else 15, day.day) + timedelta(seconds=day.month)


def _name(kind: str, day: date) -> str:
    """The name on the link. It lies twice."""
    if day == _SWAPPED:
        kind = {"participating": "pending", "pending": "participating"}[kind]
    half = "am" if day.toordinal() % 2 == 0 else "pm"
    printed = f"{day:%m%d%Y}"
    if day == _NAMED_A_YEAR_EARLY:
        printed = f"{day:%m%d}{day.year - 1}"
    return f"{kind}Agencies{printed}{half}.xlsx"
