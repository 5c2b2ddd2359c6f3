"""Settled answers as a table of tabs: written for others, taken in from others.

Owns the columns: those that `ice match --tsv` reads, its answer, and who settled it, why and when.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from audit.matching import Settled, Settlements
from audit.matching.settled import BODY, NONE, PLACE, key
from audit.record import agreement_from_json
from audit.states import state_code
from audit.who import Who, history, settled, who
from jobs.context import Context
from jobs.errors import JobError
from jobs.steps.audit import audit
from jobs.steps.settle import check, keep, known_answers
from store.engine import session
from store.queries import ice

COLUMNS = (
    "agency", "state", "ice_county", "ice_type", "settled", "name", "kind", "county", "geoid",
    "bodies", "answers_to", "vote_expectation", "who", "why", "when",
)  # fmt: skip
_NEEDED = ("agency", "state", "settled", "geoid", "bodies", "who", "why", "when")


@dataclass(frozen=True)
class TakenIn:
    """What became of a table: rows kept, rows that were no news."""

    new: int
    known: int
    disputed: tuple[tuple[Settled, Settled], ...] = ()
    """Answers of the table beside those that stood before, where two people say two things."""

    def as_json(self) -> dict[str, Any]:
        pairs = [{"table": one.as_json(), "here": stood.as_json()} for one, stood in self.disputed]
        return {"new": self.new, "known": self.known, "disputed": pairs}

    def lines(self) -> Iterator[str]:
        """What became of it, and each dispute, for a person."""
        yield f"settled answers: {self.new} new, {self.known} known or older than what stands"
        for one, stood in self.disputed:
            stands = "table's" if one.at > stood.at else "one here"
            yield (f"  {one.agency} ({one.state}): the table says {one.words} ({one.who}, "
                   f"{one.at:%Y-%m-%d}: {one.why}), here it was {stood.words} ({stood.who}, "
                   f"{stood.at:%Y-%m-%d}: {stood.why}); the {stands}, being newer, stands"
                   )  # fmt: skip


def export(context: Context, path: Path) -> int:
    """Write the standing answers to a file; returns their number."""
    with session(context.workspace.engine) as opened:
        known, printed = who(opened), _printed(opened)
        standing = Settlements.of(history(opened)).standing
        rows = [_row(one, known, printed.get(one.key, ("", ""))) for one in standing]
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None,
                           lineterminator="\n")  # fmt: skip
    table.writeheader()
    table.writerows(rows)
    path.write_text(text.getvalue(), "utf-8")
    return len(rows)


def import_(context: Context, path: Path) -> TakenIn:
    """Take in a table written by `export`, all rows or none; repeats are nothing new.

    An agency that no list names yet is kept all the same: its list may come later. Raises JobError
    naming the line of a row that cannot be used.
    """
    with session(context.workspace.engine) as opened:
        known = who(opened)
        found = [_settled(path, number, row, known, context.now)
                 for number, row in enumerate(_rows(path), start=2)]  # fmt: skip
        standing = settled(opened)
        against = tuple(
            (one, stood) for one in found
            if (stood := standing.find(one.state, one.agency)) and one.disputes(stood)
        )  # fmt: skip
        news = known_answers(opened, sorted(found, key=lambda one: one.at))
        keep(opened, news)
    if news:
        audit(context)
    return TakenIn(len(news), len(found) - len(news), against)


def _printed(opened: Any) -> dict[tuple[str, str], tuple[str, str]]:
    """ICE's county and type for each name ever listed."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for row in ice.agreements(opened):
        one = agreement_from_json(row.content)
        for name in (*one.names, one.agency):
            found[key(one.state, name)] = (one.county or "", one.kind or "")
    return found


def _row(one: Settled, known: Who, printed: tuple[str, str]) -> dict[str, str]:
    county, kind = printed
    found = known.match(one.agency, one.state, county=county or None, ice_type=kind or None)
    answer = found.answer or {}
    row = {
        "agency": one.agency,
        "state": one.state,
        "ice_county": county,
        "ice_type": kind,
        "settled": one.answer,
        "name": answer.get("name"),
        "kind": answer.get("kind"),
        "county": answer.get("county"),
        "geoid": one.geoid,
        "bodies": " ".join(one.bodies),
        "answers_to": found.answers_to,
        "vote_expectation": found.vote_expectation,
        "who": one.who,
        "why": one.why,
        "when": one.at.isoformat(),
    }
    return {column: " ".join(str(value or "").split()) for column, value in row.items()}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            missing = [c for c in _NEEDED if c not in (rows.fieldnames or ())]
            if missing:
                raise JobError(f"{path}: no column {', '.join(missing)} in its first line")
            return [{k: (v or "").strip() for k, v in row.items() if k} for row in rows]
        except (UnicodeDecodeError, csv.Error) as error:
            raise JobError(f"{path} is not a table of tabs in UTF-8: {error}") from None


def _settled(path: Path, number: int, row: Mapping[str, str], known: Who, now: datetime) -> Settled:
    """One row as a decision, checked."""
    where = f"{path}, line {number}"
    for column in ("agency", "state", "who", "why", "when"):
        if not row[column]:
            raise JobError(f"{where}: {column} is empty")
    bodies = tuple(row["bodies"].split())
    given = {PLACE: bool(row["geoid"]), BODY: bool(bodies), NONE: row["settled"] == NONE}
    if [word for word, is_it in given.items() if is_it] != [row["settled"]]:
        raise JobError(f"{where}: settled is {row['settled']!r}; it must be place with a geoid, "
                       "body with ids, or none with neither")  # fmt: skip
    code = state_code(row["state"])
    if code is None:
        raise JobError(f"{where}: {row['state']!r} is no state")
    found = Settled(row["agency"], code, row["settled"], row["who"], _when(where, row["when"], now),
                    row["why"], row["geoid"] or None, bodies)  # fmt: skip
    try:
        check(found, known)
    except JobError as error:
        raise JobError(f"{where}: {error}") from None
    return found


def _when(where: str, text: str, now: datetime) -> datetime:
    """A time with its offset, not one to come. Raises JobError."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise JobError(f"{where}: when is {text!r}, not a time like 2026-03-10T14:00:00+00:00"
                       ) from None  # fmt: skip
    if at.tzinfo is None or at > now:
        raise JobError(f"{where}: when is {text!r}: it needs an offset and must not be to come")
    return at
