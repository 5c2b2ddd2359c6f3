"""What changed since it was judged: triggers that write it down, and taking it up.

Owns the table of what a change of each table may touch. The triggers are the store's own, so that
no writer can forget to tell, and a change and its mark are one transaction. SQLite only: on another
engine nothing is marked, and everything is judged each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session, SQLModel

_OF_READING = (
    "SELECT d.body_id AS ref FROM reading r JOIN capture c ON c.sha256 = r.sha256"
    " JOIN document d ON d.id = c.document_id WHERE r.id = {row}.reading_id"
)
_BODIES = {
    "body": "SELECT {row}.id AS ref",
    "jurisdiction": "SELECT id AS ref FROM body WHERE jurisdiction_id = {row}.id",
    "source": "SELECT {row}.body_id AS ref",
    "meeting": "SELECT {row}.body_id AS ref",
    "document": "SELECT {row}.body_id AS ref",
    "capture": "SELECT body_id AS ref FROM document WHERE id = {row}.document_id",
    "observation": "SELECT body_id AS ref FROM source WHERE id = {row}.source_id",
    "reading": (
        "SELECT d.body_id AS ref FROM capture c JOIN document d ON d.id = c.document_id"
        " WHERE c.sha256 = {row}.sha256"
    ),
    "page": _OF_READING,
    "item": _OF_READING,
    "flag": _OF_READING,
    "motion": _OF_READING,
}
"""The bodies whose record a row belongs to."""

_ANSWERS = frozenset({"agreement", "settlement", "body", "jurisdiction"})
"""Tables that say which bodies answer for which agreement."""

_QUIET = frozenset(
    {
        "blob", "fetch", "host", "listing", "ledger_change", "finding", "job_run", "tick",
        "edition", "stale", "judged", "judged_body", "judging",
        "exception_review", "records_request",  # the open-meetings audit's own
        "agreement_link", "signature",  # what they decide is written into the agreement
        "snapshot",  # the days of the lists are part of the frame, which is compared each time
    }
)  # fmt: skip
"""Tables no finding rests on. Any other that is named nowhere here touches everything."""

_NOISE = {
    "source": {"next_due", "baseline_rows", "baseline_documents", "resume"},
    "meeting": {"first_seen", "last_seen", "vendor_id"},
    "document": {"first_listed", "last_listed", "last_checked", "etag", "last_modified"},
}
"""Columns that every look rewrites and no finding rests on."""

_MARK = (
    "INSERT INTO stale (kind, ref, taken) SELECT '{kind}', ref, 0 FROM ({refs}) WHERE true"
    " ON CONFLICT (kind, ref) DO UPDATE SET taken = 0 WHERE taken"
)
_ONCE = "SELECT '' AS ref"


@dataclass(frozen=True)
class Marks:
    """What changed. bodies: ids; reviews: ids of findings; registry: who answers; whole: all."""

    bodies: frozenset[str] = frozenset()
    reviews: frozenset[str] = frozenset()
    registry: bool = False
    whole: bool = False


def watched(session: Session) -> bool:
    """Whether every trigger stood as it must; those that did not stand now.

    False means that changes may have passed unmarked (a new database, a rebuilt table, an engine
    without triggers of ours): the caller must judge everything.
    """
    if session.get_bind().dialect.name != "sqlite":
        return False
    wanted = dict(_triggers())
    rows = session.execute(
        text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'stale_*'")
    )
    held = {row.name: row.sql for row in rows}
    if held == wanted:
        return True
    for name in held:
        session.execute(text(f"DROP TRIGGER {name}"))
    for sql in wanted.values():
        session.connection().exec_driver_sql(sql)
    return False


def take(session: Session) -> Marks:
    """All marks, also those of a judging that was cut off. A change from now on marks anew."""
    session.execute(text("UPDATE stale SET taken = 1 WHERE NOT taken"))
    held: dict[str, set[str]] = {}
    for kind, ref in session.execute(text("SELECT kind, ref FROM stale")):
        held.setdefault(kind, set()).add(ref)
    return Marks(
        bodies=frozenset(held.get("body", ())),
        reviews=frozenset(held.get("review", ())),
        registry="registry" in held,
        whole="whole" in held,
    )


def clear(session: Session) -> None:
    """Drop the marks that were taken: what they stood for is judged."""
    session.execute(text("DELETE FROM stale WHERE taken"))


def _triggers() -> Iterator[tuple[str, str]]:
    """Name and text of every trigger, as SQLite keeps it."""
    for table in sorted(SQLModel.metadata.tables.keys() - _QUIET):
        columns = [c.name for c in SQLModel.metadata.tables[table].columns]
        told = [name for name in columns if name not in _NOISE.get(table, ())]
        changed = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in told)
        for event, rows, when in (
            ("INSERT", ("NEW",), ""),
            ("DELETE", ("OLD",), ""),
            ("UPDATE", ("OLD", "NEW"), f" WHEN {changed}"),
        ):
            name = f"stale_{table}_{event.lower()}"
            marks = " ".join(f"{mark};" for mark in dict.fromkeys(_marks(table, rows)))
            yield name, f"CREATE TRIGGER {name} AFTER {event} ON {table}{when} BEGIN {marks} END"


def _marks(table: str, rows: Iterable[str]) -> Iterator[str]:
    """The statements that mark what one row touches."""
    if table not in _BODIES and table not in _ANSWERS and table != "review":
        yield _MARK.format(kind="whole", refs=_ONCE)
    if table in _ANSWERS:
        yield _MARK.format(kind="registry", refs=_ONCE)
    for row in rows:
        if table in _BODIES:
            yield _MARK.format(kind="body", refs=_BODIES[table].format(row=row))
        if table == "review":
            yield _MARK.format(kind="review", refs=f"SELECT {row}.finding_id AS ref")
        if table == "document":
            # The first document handed over for an unwatched body brings it into the registry.
            unwatched = f"FROM body WHERE id = {row}.body_id AND NOT watched"
            yield _MARK.format(kind="registry", refs=f"{_ONCE} {unwatched}")
