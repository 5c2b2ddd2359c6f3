"""The whole country: ICE's workbooks taken in, and every finding judged, as the store grows.

Owns a made-up store of bodies, meetings and motions, and one table: seconds and peak memory of each
step at two sizes, the country (20,000 bodies, a million meetings, three million motions) and a
tenth of it, and how they grow. OFFAGENDA_BENCH_BODIES sets another size. Each size runs in one of
its own processes, as a peak of memory is a process's. Takes about six minutes and 2 GB of disk.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from audit.changed import Order, rejudge
from audit.matching import load_places
from audit.states import STATE_NAMES
from jobs.clock import Clock
from jobs.context import Context
from jobs.steps import ice
from jobs.steps.create import create
from store.engine import session
from store.queries import blobs, readings
from store.queries import findings as kept
from store.queries import ice as ice_rows
from store.tables import Capture, Document, JudgedBody
from tests.audit import shelf
from tests.audit.build import agreement
from tests.real import REAL

COUNTRY = 20_000
MEETINGS, MOTIONS = 50, 3
NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
_FIRST = date(2024, 9, 3)
_MATTER = "Motion to approve the memorandum of agreement with ICE under section 287(g)."
_ORDINARY = ("approve the bills", "adjourn", "accept the report of the engineer")
_WORDS = "The council met in regular session and heard the reports of its officers. "
_EVERY = 400
"""One of so many minutes holds a motion on the matter."""
_KINDS = {
    "county": "county_council", "city": "city_council", "town": "town_council",
    "borough": "borough_council", "village": "village_board", "township": "township_supervisors",
}  # fmt: skip


def bodies(count: int) -> list[tuple[str, str, str, str, str]]:
    """So many places of the list as geoid, name, kind, state, kind of body: counties first."""
    found = []
    for state in sorted(STATE_NAMES):
        held = load_places().state(state)
        for group in (held.counties, held.municipalities):
            units = {unit.geoid: unit for same in group.values() for unit in same}
            found += [u for _, u in sorted(units.items()) if u.kind in _KINDS]
    found.sort(key=lambda u: (not u.is_county, u.geoid[2:], u.state))
    return [(u.geoid, u.name, u.kind, u.state, _KINDS[u.kind]) for u in found[:count]]


def fill(path: Path, places: list[tuple[str, str, str, str, str]]) -> None:
    """All rows, with the indexes built at the end: what a year of crawling leaves."""
    raw = sqlite3.connect(path, isolation_level=None)
    for pragma in ("synchronous=OFF", "foreign_keys=OFF", "cache_size=-200000"):
        raw.execute(f"PRAGMA {pragma}")
    later = raw.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in later:
        raw.execute(f"DROP INDEX {name}")
    raw.execute("BEGIN")
    _registry(raw, places)
    for table, columns, rows in (
        ("blob", "sha256, size, first_at", _blobs),
        ("meeting", "id, body_id, source_id, date, kind, title, status, first_seen, last_seen",
         _meetings),
        ("document", ("id, body_id, source_id, meeting_id, meeting_date, role, role_confidence,"
         " rule, label, url, origin, amended, first_listed, last_listed, listed"), _documents),
        ("capture", "id, document_id, sha256, at, name", _captures),
        ("reading", ("id, sha256, pipeline, at, state, why, attempts, kind, meeting_date,"
         " meeting_kind, status, minutes_status, approves_minutes_of, attendance, doubts, pages,"
         " pages_unread"), _readings),
        ("page", "id, reading_id, number, method, confidence, chars, text", _pages),
        ("motion", ("reading_id, quote, text, result, direction, method, votes, items, topics,"
         " doubts, page, start, \"end\", ayes, nays"), _motions),
        ("flag", "reading_id, topic, relevance, quote, page, start, \"end\", rule", _flags),
    ):  # fmt: skip
        _many(raw, table, columns, rows(len(places)))
    raw.execute("COMMIT")
    for _, sql in later:
        raw.execute(sql)
    raw.close()


def _many(raw: sqlite3.Connection, table: str, columns: str, rows: Iterator[Any]) -> None:
    marks = ", ".join("?" * (columns.count(",") + 1))
    statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
    while part := list(islice(rows, 50_000)):
        raw.executemany(statement, part)


def _registry(raw: sqlite3.Connection, places: list[tuple[str, str, str, str, str]]) -> None:
    raw.executemany(
        "INSERT INTO jurisdiction (id, name, kind, state, geoid) VALUES (?, ?, ?, ?, ?)",
        [(geoid, name, kind, state, geoid) for geoid, name, kind, state, _ in places],
    )
    raw.executemany(
        "INSERT INTO body (id, name, kind, jurisdiction_id, timezone, cadence, schedule,"
        " answers_for, pack, watched) VALUES (?, ?, ?, ?, 'America/New_York',"
        " 'every other Tuesday from 2024-09-03', '[]', '[]', 'bench', 1)",
        [(f"b{n}", f"{name} Board", board, geoid)
         for n, (geoid, name, _, _, board) in enumerate(places)],
    )  # fmt: skip
    raw.executemany(
        "INSERT INTO source (id, body_id, platform, url, state, watched, resume)"
        " VALUES (?, ?, 'links', 'https://t.example', 'verified', 1, '{}')",
        [(f"s{n}", f"b{n}") for n in range(len(places))],
    )
    _many(
        raw, "observation",
        "source_id, started, finished, outcome, why, complete, rows, documents, requests",
        ((f"s{n}", _time(day), _time(day), "ok", "", 1, 50, 50, 1)
         for n in range(len(places)) for day in (_day(40), date(2026, 6, 28))),
    )  # fmt: skip


def _day(number: int) -> date:
    return _FIRST + timedelta(days=14 * number)


def _time(day: date) -> str:
    return f"{day} 12:00:00.000000"


def _sha(number: int) -> str:
    return hashlib.sha256(b"%d" % number).hexdigest()


def _each(count: int) -> Iterator[tuple[int, int, int]]:
    """Number of the document, of its body, of its meeting."""
    return ((b * MEETINGS + m, b, m) for b in range(count) for m in range(MEETINGS))


def _blobs(count: int) -> Iterator[Any]:
    return ((_sha(n), 40_000, _time(_day(m + 2))) for n, _, m in _each(count))


def _meetings(count: int) -> Iterator[Any]:
    return ((f"m{n}", f"b{b}", f"s{b}", str(_day(m)), "regular", "", "held", _time(_day(m)),
             _time(_day(m))) for n, b, m in _each(count))  # fmt: skip


def _documents(count: int) -> Iterator[Any]:
    return ((f"d{n}", f"b{b}", f"s{b}", f"m{n}", str(_day(m)), "minutes", 1.0, "", "",
             f"https://t.example/{n}", "crawl", 0, _time(_day(m + 2)), _time(_day(m + 2)), 1)
            for n, b, m in _each(count))  # fmt: skip


def _captures(count: int) -> Iterator[Any]:
    return ((n + 1, f"d{n}", _sha(n), _time(_day(m + 2)), "") for n, _, m in _each(count))


def _readings(count: int) -> Iterator[Any]:
    return ((n + 1, _sha(n), "1", _time(_day(m + 2)), "ok", "", 1, "minutes", str(_day(m)),
             "regular", "unknown", "approved", f'["{_day(m - 1)}"]', "{}", "[]", 1, 0)
            for n, _, m in _each(count))  # fmt: skip


def _pages(count: int) -> Iterator[Any]:
    return ((n + 1, n + 1, 1, "text", 1.0, len(_WORDS), _WORDS) for n, _, _ in _each(count))


def _motions(count: int) -> Iterator[Any]:
    for n, _, _ in _each(count):
        for k in range(MOTIONS):
            matter = k == 0 and n % _EVERY == 7
            words = _MATTER if matter else f"Motion to {_ORDINARY[k]}."
            yield (n + 1, words, words, "passed", "adopt" if k != 1 else "other", "voice", "{}",
                   "[]", '["287g"]' if matter else "[]", "[]", 1, 0, len(words), 4, 1)  # fmt: skip


def _flags(count: int) -> Iterator[Any]:
    return ((n + 1, "287g", "agreement", _MATTER, 1, 0, len(_MATTER), "bench")
            for n, _, _ in _each(count) if n % _EVERY == 7)  # fmt: skip


def workbooks(context: Context) -> None:
    """ICE's lists, as far as they are here; else as many made-up agreements."""
    if REAL is not None:
        ice.import_(context, sorted((REAL / "ice" / "sheets").glob("*.xlsx")))
        return
    listed = [
        agreement(id=f"a{n}", agency=f"{name} Police Department", state=state, county=None)
        for n, (_, name, _, state, _) in enumerate(bodies(1600))
    ]
    with session(context.workspace.engine) as store:
        shelf.lists(store, listed, [date(2025, 10, 6), date(2026, 6, 1)])


def new_minutes(context: Context) -> str:
    """One more meeting's minutes, with a vote, of a body that answers for an agency."""
    day = date(2026, 6, 23)
    with session(context.workspace.engine) as store:
        body = str(
            store.execute(
                select(func.min(col(JudgedBody.body_id))).where(col(JudgedBody.answers))
            ).scalar_one()
        )
        blobs.note(store, "f" * 64, 1, NOW)
        store.add(
            Document(id="new", body_id=body, meeting_date=day, role="minutes", origin="import",
                     url="", first_listed=NOW, last_listed=NOW)
        )  # fmt: skip
        store.flush()
        store.add(Capture(document_id="new", sha256="f" * 64, at=NOW))
        read = shelf.reading("minutes", day, _MATTER, **{"body": None} | shelf.vote(_MATTER))
        readings.save(store, "f" * 64, readings.Made(NOW, "1", {}), read)
    return body


def measured(count: int) -> dict[str, float]:
    """Every figure of one size, by name."""
    with tempfile.TemporaryDirectory() as folder:
        context = Context(create(Path(folder)), Clock(NOW))
        found: dict[str, float] = {"bodies": count}
        # In another process: what filling takes is no part of the peak.
        found["fill s"] = _timed(lambda: _child(str(count), str(context.workspace.database)))
        found["import s"] = _timed(lambda: workbooks(context))
        found["import MB"] = _peak()
        order = Order(tuple(sorted(STATE_NAMES)), NOW)

        def again(*, whole: bool = False) -> float:
            with session(context.workspace.engine) as store:
                return _timed(lambda: rejudge(store, order, whole=whole))

        found["everything s"] = again(whole=True)
        found["everything MB"] = _peak()
        with session(context.workspace.engine) as store:
            found["agreements"] = len(ice_rows.agreements(store))
            found["findings"] = len(kept.current(store, order.states))
        found["nothing new s"] = again()
        new_minutes(context)
        found["one document s"] = again()
        found["disk MB"] = sum(p.stat().st_size for p in Path(folder).glob("*.db*")) / 2**20
        return found


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


def _child(*arguments: str) -> str:
    """What another process of this module prints."""
    command = [sys.executable, "-P", "-m", "tests.bench.country", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def main() -> None:
    """Prints the growth from a tenth of the size, then the figures of both sizes."""
    size = int(os.environ.get("OFFAGENDA_BENCH_BODIES", COUNTRY))
    # Each size in a process of its own: a peak of memory is a process's.
    small, large = (json.loads(_child(str(count))) for count in (size // 10, size))
    per = large["everything s"] / large["findings"] / (small["everything s"] / small["findings"])
    print(
        f"country: ten times the store; everything judged again takes "
        f"{large['everything s'] / small['everything s']:.2f} times the time "
        f"({per:.2f} a finding), {large['everything MB'] / small['everything MB']:.2f} times the "
        f"memory; one new document {large['one document s'] / small['one document s']:.2f} times, "
        f"and {large['one document s'] / large['everything s']:.4f} of judging everything"
    )
    for name in large:
        print(f"  {name:16} {small[name]:10.2f} {large[name]:10.2f}")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        fill(Path(sys.argv[2]), bodies(int(sys.argv[1])))
    elif len(sys.argv) == 2:
        print(json.dumps(measured(int(sys.argv[1]))))
    else:
        main()
