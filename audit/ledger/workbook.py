"""One of ICE's spreadsheets, bytes to rows.

Owns choosing the sheet and every cell's repair (columns: `header`); does not judge whether the
list is plausible (`accept`) nor where it stands in time (`order`).
"""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from audit.errors import WorkbookRefused
from audit.ledger import repair
from audit.ledger.header import Header, header
from audit.ledger.package import inspect
from audit.ledger.values import PARTICIPATING, PENDING, ListingRow, Workbook
from audit.matching.places import load_places
from audit.matching.words import squeeze
from audit.states import state_code

_HYPERLINK = re.compile(r'\s*=\s*HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)
_MAX_ROWS = 50_000
_LONGEST_PENDING = 350
_CHECK = "look at the file; if ICE changed its columns, the reader must learn them"


def read_workbook(data: bytes, *, name: str = "") -> Workbook:
    """Everything one workbook says, repaired, with the raw texts beside it.

    Hidden rows are read, blank ones skipped; the kind is decided by the SIGNED column, never by
    the name. Raises WorkbookRefused with the reason for bytes that are not such a list.
    """
    saved = inspect(data, name)
    top, doubts = _pick(_sheets(data, name), name)
    rows = tuple(_rows(top.sheet, top.row, top.columns, saved))
    kind = PARTICIPATING if "signed" in top.columns else PENDING
    if kind == PENDING:
        _refuse_lost_column(name, top, rows)
    if not saved:
        doubts = (*doubts, "the workbook does not say when it was saved")
    if nameless := _nameless(top):
        doubts = (*doubts, f"rows that name no agency, left out: {nameless}")
    if kind == PARTICIPATING and not rows:
        raise WorkbookRefused(name, "header", "a list of agreements without a single row", _CHECK)
    return Workbook(hashlib.sha256(data).hexdigest(), name, kind, saved, rows, doubts)


def _refuse_lost_column(name: str, top: Header, rows: tuple[ListingRow, ...]) -> None:
    """A participating list that lost its SIGNED column must not pass for the pending one.

    No pending list of 249 had more than 101 rows, an ADDENDUM column, a link to an agreement, or
    a date.
    """
    if dated := top.dated():
        raise WorkbookRefused(
            name, "header", f"no SIGNED column, but dates under {dated!r}", _CHECK
        )
    if "addendum" in top.columns or len(rows) > _LONGEST_PENDING or any(r.moa_url for r in rows):
        raise WorkbookRefused(
            name, "header", f"no SIGNED column, but {len(rows)} rows that look like the list of "
            "participating agencies", _CHECK,
        )  # fmt: skip


def _sheets(data: bytes, name: str) -> Sequence[Any]:
    from openpyxl import load_workbook  # half a second that reading findings should not pay

    try:
        with warnings.catch_warnings():  # openpyxl warns about styles and validations it drops
            warnings.simplefilter("ignore")
            return list(load_workbook(io.BytesIO(data)).worksheets)
    except Exception as exc:  # openpyxl raises whatever its parts raise on damaged files
        raise WorkbookRefused(
            name, "damaged", f"the workbook cannot be opened ({type(exc).__name__}: {exc})",
            "keep the last good list and fetch it again",
        ) from exc  # fmt: skip


def _pick(sheets: Sequence[Any], name: str) -> tuple[Header, tuple[str, ...]]:
    """The sheet that holds the list, and a doubt where another sheet holds one as well."""
    found = [top for sheet in sheets if (top := header(sheet))]
    if not found:
        raise WorkbookRefused(
            name, "header", "no header row with STATE, AGENCY and SUPPORT TYPE near the top of any "
            "sheet", _CHECK,
        )  # fmt: skip
    counted = [(top.filled(), top) for top in found]
    most, best = max(counted, key=lambda one: one[0])
    doubts = tuple(
        f"the sheet {top.sheet.title!r} holds a list as well (rows: {rows}); "
        f"only {best.sheet.title!r} is read (rows: {most})"
        for rows, top in counted
        if rows and top is not best
    )
    return best, doubts


def _nameless(top: Header) -> int:
    """Rows with a state and a model but no agency; blank ones are no rows."""
    places = [top.columns[key] for key in ("state", "model", "agency")]
    width = max(places) + 1
    held = 0
    for cells in top.sheet.iter_rows(min_row=top.row + 1, max_col=width, values_only=True):
        state, model, agency = (repair.clean(cells[at]) for at in places)
        held += bool(state and model and not agency)
    return held


def _rows(
    sheet: Any, top: int, columns: dict[str, int], saved: datetime | None
) -> Iterator[ListingRow]:
    last = min(sheet.max_row, top + _MAX_ROWS)
    width = max(columns.values()) + 1
    for cells in sheet.iter_rows(min_row=top + 1, max_row=last, max_col=width):
        named = {key: cells[column] for key, column in columns.items()}
        printed = {key: repair.clean(cell.value) for key, cell in named.items()}
        if not printed["agency"]:
            continue  # formatted blank rows, and notes in some other column
        number = named["agency"].row
        hidden = bool(sheet.row_dimensions[number].hidden) if _has(sheet, number) else False
        yield _row(number, named, printed, hidden, saved)


def _has(sheet: Any, number: int) -> bool:
    # asking for a row's dimensions creates them, so ask whether they exist first
    return number in sheet.row_dimensions


def _row(
    number: int,
    cells: dict[str, Any],
    printed: dict[str, str],
    hidden: bool,
    saved: datetime | None,
) -> ListingRow:
    state = state_code(printed["state"]) or ""
    day, doubt = repair.signed_date(cells["signed"].value if "signed" in cells else None, saved)
    link = _link(cells["moa"]) if "moa" in cells else None
    doubts: tuple[str, ...] = (doubt,) if doubt else ()
    if not state:
        doubts += (f"STATE could not be read: {printed['state']!r}",)
    return ListingRow(
        row=number,
        agency=printed["agency"],
        state=state,
        model=repair.model_name(printed["model"]),
        county=_county(repair.county_name(printed.get("county", ""), state), state),
        kind=repair.agency_kind(printed.get("kind", "")),
        signed=day,
        moa_url=repair.link_target(link),
        hidden=hidden,
        printed=printed,
        doubts=doubts,
    )


def _link(cell: Any) -> str | None:
    """Where a cell links to: its hyperlink, or the formula of one."""
    if cell.hyperlink:
        return str(cell.hyperlink.target or "") or None
    formula = _HYPERLINK.match(str(cell.value or ""))
    return formula[1] if formula else None


def _county(printed: str | None, state: str) -> str | None:
    """The county with its spelling put right where one county of the state is meant."""
    unit = load_places().county_printed(state, printed)
    if printed is None or unit is None:
        return printed
    same = squeeze(printed) in {squeeze(unit.full_name), squeeze(unit.name)}
    return printed if same else unit.full_name
