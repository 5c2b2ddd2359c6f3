"""One of ICE's spreadsheets, bytes to rows.

Owns finding the header, the columns by name and every cell's repair; does not judge whether the
list is plausible (`accept`) nor where it stands in time (`order`).
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from audit.errors import WorkbookRefused
from audit.ledger import repair
from audit.ledger.package import inspect
from audit.ledger.values import PARTICIPATING, PENDING, ListingRow, Workbook
from audit.matching.places import load_places
from audit.matching.words import squeeze
from audit.states import state_code

# Column names by the word that is always in them; ICE's header has been clean so far.
_COLUMNS = {
    "state": ("STATE",),
    "agency": ("LAW ENFORCEMENT AGENCY", "AGENCY", "AGENCY NAME"),
    "kind": ("TYPE", "AGENCY TYPE"),
    "county": ("COUNTY",),
    "model": ("SUPPORT TYPE", "MODEL", "PROGRAM TYPE"),
    "signed": ("SIGNED", "DATE SIGNED", "SIGNED DATE"),
    "moa": ("MOA", "MOA LINK"),
    "addendum": ("ADDENDUM",),
}
_HEADER_DEPTH = 15
_MAX_ROWS = 50_000
_LONGEST_PENDING = 350
_CHECK = "look at the file; if ICE changed its columns, the reader must learn them"


def read_workbook(data: bytes, *, name: str = "") -> Workbook:
    """Everything one workbook says, repaired, with the raw texts beside it.

    Hidden rows are read, blank ones skipped; the kind is decided by the SIGNED column, never by
    the name. Raises WorkbookRefused with the reason for bytes that are not such a list.
    """
    saved = inspect(data, name)
    sheets = _sheets(data, name)
    sheet, top, columns = _pick(sheets, name)
    rows = tuple(_rows(sheet, top, columns, saved))
    kind = PARTICIPATING if "signed" in columns else PENDING
    if kind == PENDING:
        _refuse_lost_column(name, columns, rows)
    doubts = () if saved else ("the workbook does not say when it was saved",)
    if kind == PARTICIPATING and not rows:
        raise WorkbookRefused(name, "header", "a list of agreements without a single row", _CHECK)
    return Workbook(hashlib.sha256(data).hexdigest(), name, kind, saved, rows, doubts)


def _refuse_lost_column(name: str, columns: dict[str, int], rows: tuple[ListingRow, ...]) -> None:
    """A participating list that lost its SIGNED column must not pass for the pending one.

    No pending list of 249 had more than 101 rows, an ADDENDUM column, or a link to an agreement.
    """
    if "addendum" in columns or len(rows) > _LONGEST_PENDING or any(r.moa_url for r in rows):
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


def _pick(sheets: Sequence[Any], name: str) -> tuple[Any, int, dict[str, int]]:
    """The sheet that holds the list (stray second sheets occur), its header row and columns."""
    best: tuple[int, Any, int, dict[str, int]] | None = None
    for sheet in sheets:
        found = _header(sheet)
        if found and (best is None or sheet.max_row > best[0]):
            best = (sheet.max_row, sheet, *found)
    if best is None:
        raise WorkbookRefused(
            name, "header", "no header row with STATE, AGENCY and SUPPORT TYPE in the first "
            f"{_HEADER_DEPTH} rows of any sheet", _CHECK,
        )  # fmt: skip
    return best[1:]


def _header(sheet: Any) -> tuple[int, dict[str, int]] | None:
    for number, cells in enumerate(
        sheet.iter_rows(max_row=_HEADER_DEPTH, max_col=40, values_only=True), start=1
    ):
        printed = [repair.clean(value).upper().rstrip(":*") for value in cells]
        columns = {
            key: printed.index(name)
            for key, names in _COLUMNS.items()
            for name in names[:1] if any(n in printed for n in names)
            for name in [next(n for n in names if n in printed)]
        }  # fmt: skip
        if {"state", "agency", "model"} <= columns.keys():
            return number, columns
    return None


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
    link = cells["moa"].hyperlink if "moa" in cells else None
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
        moa_url=repair.link_target(link.target if link else None),
        hidden=hidden,
        printed=printed,
        doubts=doubts,
    )


def _county(printed: str | None, state: str) -> str | None:
    """The county with its spelling put right where one county of the state is meant."""
    unit = load_places().county_printed(state, printed)
    if printed is None or unit is None:
        return printed
    same = squeeze(printed) in {squeeze(unit.full_name), squeeze(unit.name)}
    return printed if same else unit.full_name
