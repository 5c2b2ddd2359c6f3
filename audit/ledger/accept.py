"""Whether a workbook that just arrived may replace the last good one of its kind.

Owns that one judgement (drop rate, kind, repeats); reading and ordering happen elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from audit.ledger.names import fold_name
from audit.ledger.values import PARTICIPATING, Snapshot, Workbook

# From one list to the next at most 14 of 1,300 rows have ever left.
_LOST_SHARE = 0.5
_FEW = 5


@dataclass(frozen=True)
class Accepted:
    """The workbook is good; notes say what is unusual about it, for the report."""

    workbook: Workbook
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refused:
    """The workbook is kept in the archive but not used; reason says why and what to do."""

    workbook: Workbook
    reason: str


def judge(
    new: Workbook,
    previous_of_kind: Workbook | Snapshot | None,
    *,
    expected_kind: str | None = None,
) -> Accepted | Refused:
    """Accepts or refuses a workbook against the last good one of its own kind.

    A participating list that lost more than half of its rows is refused. A pending list may be
    empty: it is a queue. expected_kind is what the link said; where the header says otherwise the
    header is right (ICE once swapped the two files) and a note says so.
    """
    notes = list(new.doubts)
    if unread := sum(1 for row in new.rows if not row.state):
        notes.append(f"{unread} rows with a state that could not be read")
    if expected_kind and expected_kind != new.kind:
        notes.append(f"linked as the {expected_kind} list, but its columns are the {new.kind} one")
    if previous_of_kind is None or new.kind != PARTICIPATING:
        return Accepted(new, tuple(notes))
    held, kept = _overlap(previous_of_kind, new)
    lost = held - kept
    if lost > _FEW and lost > held * _LOST_SHARE:
        return Refused(
            new,
            f"{lost} of the {held} rows of the last good list are missing ({len(new.rows)} rows "
            "arrived); the last good list stays in use: compare the file with ICE's page",
        )
    return Accepted(new, tuple(notes))


def _overlap(before: Workbook | Snapshot, after: Workbook) -> tuple[int, int]:
    """How many rows the earlier list holds and how many of them the later one still has.

    The state is left out: ICE once misspelt a whole state's rows, and a state typed in an
    unreadable way must not look like a loss here.
    """

    def keys(book: Workbook | Snapshot) -> set[tuple[str, str]]:
        return {(fold_name(row.agency, row.state), row.model) for row in book.rows}

    held = keys(before)
    return len(held), len(held & keys(after))
