"""What `ice match` answers: one name, or a table of them. Writes nothing.

Owns reading the table and saying what is wrong with it; matching itself is `audit.matching`'s.
"""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.states import state_code
from jobs.context import Context
from jobs.errors import JobError
from store.engine import session

if TYPE_CHECKING:
    from audit.who import Who

_NEEDED = ("agency", "state")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")  # what spreadsheets call "Unicode text"


def who(context: Context | None) -> Who:
    """Who answers: by the registry and what people settled in a workspace, or by the list of
    places alone where there is none."""
    from audit.who import Who
    from audit.who import who as held

    if context is None:
        return Who()
    with session(context.workspace.engine) as opened:
        return held(opened)


def match(known: Who, agency: str, state: str, county: str | None) -> dict[str, Any]:
    """The `ice match --json` shape for one agency; the state by code or by name, in any case.
    Raises JobError for what is no state, and for an empty name."""
    code = state_code(state)
    if code is None:
        raise JobError(f"{state!r} is no state: give its two letters or its name")
    if not agency.strip():
        raise JobError("the name is empty: give the agency as ICE prints it")
    return known.match(agency, code, county=county, ice_type=None).as_json()


def match_table(known: Who, path: Path) -> list[dict[str, Any]]:
    """The same for each row of a table with columns agency, state, ice_county, ice_type, in its
    order; a row that names no agency or no state is refused like a name. Raises JobError where the
    file is no such table."""
    rows = csv.DictReader(io.StringIO(_text(path), newline=""), delimiter="\t",
                          quoting=csv.QUOTE_NONE, restval="")  # fmt: skip
    try:
        header = [(name or "").strip().casefold() for name in rows.fieldnames or ()]
        rows.fieldnames = header
        if missing := [name for name in _NEEDED if name not in header]:
            raise JobError(_no_column(path, missing, header))
        return [_row(known, row) for row in rows]
    except csv.Error as error:
        raise JobError(f"{path} is not a table of tabs: {error}") from None


def _row(known: Who, row: dict[str, str]) -> dict[str, Any]:
    agency, printed = row["agency"], row["state"]
    code = state_code(printed)
    found = known.match(agency, code or printed, county=row.get("ice_county") or None,
                        ice_type=row.get("ice_type") or None)  # fmt: skip
    if code is None:
        found = replace(found, unit=None, answer=None, reason=f"{printed!r} is no state")
    elif not agency.strip():
        found = replace(found, unit=None, answer=None, reason="the row names no agency")
    return found.as_json()


def _text(path: Path) -> str:
    """A file's text. Raises JobError where it is none."""
    try:
        raw = path.read_bytes()
        return raw.decode("utf-16" if raw[:2] in _UTF16 else "utf-8-sig")
    except OSError as error:
        raise JobError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise JobError(f"{path} is not in UTF-8: save it as text in UTF-8 (or Unicode text), with "
                       "tabs between the columns") from None  # fmt: skip


def _no_column(path: Path, missing: list[str], header: list[str]) -> str:
    wanted = f"{path}: no column {', '.join(missing)} in its first line"
    if not header:
        return f"{path} is empty: its first line must name the columns agency and state"
    if len(header) == 1 and "," in header[0]:
        return f"{wanted}: its columns stand between commas, tabs are wanted"
    return wanted
