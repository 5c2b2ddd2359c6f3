"""`ice import` on what people really hold: folders and archives of lists among hostile files, in
any order, twice over, and after a run that was ended halfway."""

from __future__ import annotations

import io
import json
import random
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, update

from store.engine import open_engine, session, sqlite_url
from store.tables import AgreementRow, Snapshot
from tests.audit.ledger.make import PARTICIPATING, PENDING, TFM, book
from tests.jobs.running import Done, offagenda

pytestmark = pytest.mark.timeout(300)
START = datetime(2026, 1, 5, 12, tzinfo=UTC)


def _row(name: str, day: int, state: str = "PENNSYLVANIA", county: str = "Larkmoor County"
         ) -> list[Any]:  # fmt: skip
    signed = datetime(2026, 1, day)  # noqa: DTZ001
    return [state, name, "Municipality", county, TFM, signed, None, None]


BASE = [_row(f"Steadfast {n} Township Police Department", 2) for n in range(30)]


def _lists() -> dict[str, bytes]:
    """Good lists, each odd in its way; what they tell is one story."""

    def made(day: int, rows: list[list[Any]], **more: Any) -> bytes:
        return book(rows, saved=START + timedelta(days=day), **more)

    plover, bittern = _row("Plover Borough Police Department", 4), _row("Bittern Police", 8)
    misspelt = [[("PENNSLYVANIA" if r is not plover else "PENSYLVANIA "), *r[1:]] for r in
                [*BASE, plover]]  # fmt: skip
    typed = [[*r[:5], f"{r[5]:%m/%d%Y}", *r[6:]] for r in [*BASE, plover]]
    safe = ("https://gcc02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.ice.gov%2F"
            "doclib%2F287gMOA%2Fplover.pdf&data=05")  # fmt: skip
    moved = ["SIGNED", "SUPPORT TYPE", "COUNTY", "TYPE", "LAW ENFORCEMENT AGENCY", "STATE", "MOA"]
    turned = [[r[5], r[4], r[3], r[2], r[1], r[0], None] for r in [*BASE, plover, bittern]]
    return {
        "participatingAgencies01052026am.xlsx": made(0, BASE),
        # saved with the filter on, blank rows inside, most rows hidden
        "01062025pm.xlsx": made(1, [*BASE, [None] * 8, plover], hidden=range(2, 30)),
        "PARTICIPATING misspelt.xlsx": made(2, misspelt),
        "typed dates.xlsx": made(3, typed, links={32: safe}),
        # the pair was swapped: the names say the wrong kind
        "pendingAgencies01092026.xlsx": made(4, turned, header=moved),
        "participatingAgencies01092026.xlsx": made(4, [r[:5] for r in [bittern]], header=PENDING),
        "one left.xlsx": made(9, [*BASE, bittern]),
        "retyped.xlsx": made(12, [*BASE, _row("Bittern  Police Departement", 8, county="#N/A")]),
    }


def _zip(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _hostile() -> dict[str, tuple[bytes, str]]:
    """Files that are no lists, and what must be said of each."""
    good = book(BASE)
    zeros = _zip({"[Content_Types].xml": b"", "xl/workbook.xml": bytes(200_000_000)})
    return {
        "blocked.xlsx": (b"<!DOCTYPE html><title>Access denied</title>", "this is a web page"),
        "truncated.xlsx": (good[: len(good) // 2], "the zip container is damaged"),
        "zeros.xlsx": (zeros, "unpacks to far more than any list"),
        "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as a plain .xlsx"),
        "open.ods": (_zip({"[Content_Types].xml": b"", "content.xml": b"<x/>"}), "holds no work"),
        "nothing.xlsx": (b"", "the file is empty"),
        "rows lost.xlsx": (book([], header=PARTICIPATING), "without a single row"),
        "other.xlsx": (book([["a", "b"]], header=["NAME", "VALUE"]), "no header row"),
        "no dates.xlsx": (book([r[:5] + r[7:] for r in BASE], header=[*PENDING, "ADDENDUM"]),
                          "no SIGNED column"),
        "locked.zip": (b"PK\x03\x04" + bytes(40), "damaged"),
    }  # fmt: skip


def _fill(folder: Path, order: random.Random) -> list[Path]:
    """The lists spread over a folder, an archive and an archive in it; hostile files among them."""
    folder.mkdir()
    lists = list(_lists().items())
    order.shuffle(lists)
    inner = _zip(dict(lists[:2]))
    (folder / "old").mkdir()
    (folder / "old" / "lists.zip").write_bytes(_zip({**dict(lists[2:4]), "more.zip": inner}))
    for name, data in lists[4:6]:
        (folder / "old" / name).write_bytes(data)
    for name, (data, _) in _hostile().items():
        (folder / name).write_bytes(data)
    for name in ("~$open.xlsx", "notes.txt", "INDEX.csv", ".DS_Store"):
        (folder / name).write_bytes(b"not a list")
    loose = []
    for number, (_, data) in enumerate(lists[6:]):
        path = folder.parent / f"{folder.name} {number} download"
        path.write_bytes(data)
        loose.append(path)
    paths = [*loose, folder]
    order.shuffle(paths)
    return paths


def _run(home: Path, *args: str | Path) -> Done:
    return offagenda("--home", home, "--now", "2026-03-01T12:00:00+00:00", *args)


def _ledger(home: Path) -> tuple[Any, Any]:
    found = [_run(home, "ice", what, "--json", *more).stdout
             for what, more in (("agreements", ()), ("changes", ("--days", "900")))]  # fmt: skip
    return json.loads(found[0]), json.loads(found[1])


@pytest.fixture(scope="module")
def straight(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any]:
    """The story as the lists alone tell it, imported one after the other."""
    folder = tmp_path_factory.mktemp("straight")
    home = folder / "watch"
    offagenda("init", home)
    for name, data in _lists().items():
        path = folder / name
        path.write_bytes(data)
        assert _run(home, "ice", "import", path).returncode == 0
    return _ledger(home)


def test_the_story(straight: tuple[Any, Any]) -> None:
    agreements, changes = straight
    told = {a["agency"]: a for a in agreements}
    assert len(told) == len(BASE) + 2
    plover = told["Plover Borough Police Department"]
    assert [s["gone_by"][:10] for s in plover["spells"]] == ["2026-01-14"]
    assert plover["moa_url"] == "https://www.ice.gov/doclib/287gMOA/plover.pdf"
    assert plover["ice_signed"] == "2026-01-04"
    bittern = told["Bittern Police Departement"]
    assert bittern["names"] == ["Bittern Police", "Bittern Police Departement"]
    assert [s["gone_by"] for s in bittern["spells"]] == [None]
    assert [c["agency"] for c in changes if c["kind"] == "gone"] == [plover["agency"]]


@pytest.mark.parametrize("seed", range(3))
def test_any_order_among_hostile_files_tells_the_same(
    tmp_path: Path, straight: tuple[Any, Any], seed: int
) -> None:
    home = tmp_path / "watch"
    offagenda("init", home)
    paths = _fill(tmp_path / "held", random.Random(seed))
    done = _run(home, "ice", "import", *paths)
    assert done.returncode == 3
    assert f"{len(_lists())} new, 0 already held" in done.stdout
    for name, (_, said) in _hostile().items():
        (line,) = [text for text in done.stdout.splitlines() if f"refused: {name}" in text]
        assert said in line
        assert ";" in line  # what to do about it
    assert len([t for t in done.stdout.splitlines() if "refused:" in t]) == len(_hostile())
    assert _ledger(home) == straight
    # once more: nothing new, and each refused file is named again
    again = _run(home, "ice", "import", *paths)
    assert again.returncode == 3
    assert f"0 new, {len(_lists())} already held" in again.stdout
    assert len([t for t in again.stdout.splitlines() if "refused:" in t]) == len(_hostile())


def _home(tmp_path: Path) -> Path:
    home = tmp_path / "watch"
    offagenda("init", home)
    for number, data in enumerate(_lists().values()):
        (tmp_path / f"{number}.xlsx").write_bytes(data)
    return home


def test_a_run_ended_before_folding_is_made_good_by_the_next(
    tmp_path: Path, straight: tuple[Any, Any]
) -> None:
    home = _home(tmp_path)
    _run(home, "ice", "import", *sorted(tmp_path.glob("*.xlsx")))
    engine = open_engine(sqlite_url(home / "offagenda.db"))
    with session(engine) as opened:
        opened.execute(delete(AgreementRow))
        opened.execute(update(Snapshot).values(placed=None))
    assert _ledger(home)[0] == []
    _run(home, "ice", "import", tmp_path / "0.xlsx")
    assert _ledger(home) == straight


def test_what_was_refused_is_read_again_when_it_is_handed_in(tmp_path: Path) -> None:
    home = _home(tmp_path)
    _run(home, "ice", "import", tmp_path / "0.xlsx")
    engine = open_engine(sqlite_url(home / "offagenda.db"))
    with session(engine) as opened:
        opened.execute(update(Snapshot).values(refused="refused by an older reader"))
    done = _run(home, "ice", "import", tmp_path / "0.xlsx")
    assert "1 new, 0 already held" in done.stdout
    assert len(_ledger(home)[0]) == len(BASE)


def test_changes_of_some_kinds(tmp_path: Path) -> None:
    home = _home(tmp_path)
    _run(home, "ice", "import", tmp_path)
    told = _run(
        home, "ice", "changes", "--days", "900", "--kind", "gone", "--state", "Pennsylvania"
    )
    assert told.stderr.strip() == "in the last 900 days: 1 gone"
    assert [line.split()[1] for line in told.stdout.splitlines()] == ["change", "gone"]
    for given, said in (("--kind", "lost"), ("--state", "ZZ")):
        done = _run(home, "ice", "changes", given, said)
        assert done.returncode == 1
        assert f"'{said}' is no " in done.stderr
    assert "nothing changed" in _run(home, "ice", "changes", "--days", "1").stderr
