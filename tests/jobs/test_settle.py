"""A person's word on who answers: kept with who and why, before the matcher's, through imports."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.audit.ledger.make import book
from tests.jobs.running import Done, offagenda

pytestmark = pytest.mark.timeout(300)

DEPARTMENT, OFFICE = "Owlford Police Department", "Owl Area Constable's Office"
PLACES = (("pa-owlford-borough", "borough_council", "borough", "4299999"),
          ("pa-owlford-township", "township_supervisors", "township", "4209999998"))  # fmt: skip
PACK = "".join(
    f"""
[[body]]
id = "{key}"
name = "Owlford {kind}"
kind = "{body}"
place = {{ name = "Owlford", kind = "{kind}", county = "Owl", state = "PA", geoid = "{geoid}" }}
timezone = "America/New_York"
"""
    for key, body, kind, geoid in PLACES
)
LATER = "2026-02-02T12:00:00+00:00"
BECAUSE = ("--by", "Ada Odell", "--why", "the chief's letter of 3 March")


def _list(folder: Path, day: int, name: str = DEPARTMENT) -> Path:
    rows = [
        ["PENNSYLVANIA", name, "Municipality", "#N/A", "Task Force Model",
         datetime(2026, 1, 5, tzinfo=UTC).replace(tzinfo=None), "link", ""],
        ["PENNSYLVANIA", OFFICE, "Municipality", "#N/A", "Task Force Model",
         datetime(2026, 1, 5, tzinfo=UTC).replace(tzinfo=None), "link", ""],
    ]  # fmt: skip
    path = folder / f"list{day}.xlsx"
    path.write_bytes(book(rows, saved=datetime(2026, 1, day, 12, tzinfo=UTC)))
    return path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "watch"
    offagenda("init", folder)
    (folder / "packs" / "owl.toml").write_text(PACK)
    done = _run(folder, "ice", "import", _list(tmp_path, 7))
    assert done.returncode == 0, done.stderr
    return folder


def _run(home: Path, *args: str | Path, now: str = LATER) -> Done:
    return offagenda("--home", home, "--now", now, *args)


def _json(home: Path, *args: str | Path) -> Any:
    done = _run(home, *args, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _settle(home: Path, agency: str, *answer: str) -> Any:
    return _json(home, "ice", "settle", agency, "--state", "PA", *answer, *BECAUSE)


def _match(home: Path, agency: str = DEPARTMENT) -> Any:
    return _json(home, "ice", "match", agency, "--state", "PA")


def _bodies(home: Path) -> dict[str, list[str]]:
    return {f["agency"]: f["bodies"] for f in _json(home, "findings")}


def test_an_answer_stands_everywhere_until_it_is_withdrawn(home: Path, tmp_path: Path) -> None:
    _settle(home, DEPARTMENT, "--geoid", "4209999998")
    found = _match(home)
    assert found["answer"]["geoid"] == "4209999998"
    assert found["answers_to"] == "township_board"
    assert found["reason"] == "settled by Ada Odell on 2026-02-02: the chief's letter of 3 March"
    assert _bodies(home)[DEPARTMENT] == ["pa-owlford-township"]
    # a new list, in which ICE words the name otherwise
    renamed = "Owlford Police Dept., PA"
    assert _run(home, "ice", "import", _list(tmp_path, 20, renamed)).returncode == 0
    assert _run(home, "audit").returncode == 0
    assert list(_bodies(home).values()).count(["pa-owlford-township"]) == 1
    assert _match(home, renamed)["answer"]["geoid"] == "4209999998"
    _settle(home, DEPARTMENT, "--withdraw")
    assert _match(home)["answer"]["geoid"] == "4299999"  # a borough before a township, by name
    assert _bodies(home)[renamed] == ["pa-owlford-borough"]
    history = _json(home, "ice", "settle", "--list", "--all")
    assert [one["answer"] for one in history] == ["place", "withdrawn"]
    assert _json(home, "ice", "settle", "--list") == []


def test_bodies_named_one_by_one(home: Path) -> None:
    ids = [key for key, *_ in PLACES]
    _settle(home, DEPARTMENT, "--body", ids[0], "--body", ids[1])
    assert sorted(_bodies(home)[DEPARTMENT]) == ids
    assert _match(home)["answers_to"] == "regional_board"
    _settle(home, DEPARTMENT, "--body", ids[1])
    assert _bodies(home)[DEPARTMENT] == [ids[1]]
    assert _match(home)["answers_to"] == "township_board"


def test_nobody_can_be_named(home: Path) -> None:
    assert _run(home, "audit").returncode == 0
    assert _match(home)["answer"] is not None
    _settle(home, DEPARTMENT, "--none")
    found = _match(home)
    assert (found["answer"], found["vote_expectation"]) == (None, "unknown")
    (finding,) = [f for f in _json(home, "findings") if f["agency"] == DEPARTMENT]
    assert (finding["bodies"], finding["label"]) == ([], "CANNOT_TELL")


def test_a_place_does_not_make_an_elected_officer_answer_to_its_council(home: Path) -> None:
    _settle(home, OFFICE, "--geoid", "4299999")
    found = _match(home, OFFICE)
    assert (found["answers_to"], found["vote_expectation"]) == ("elected_constable", "contested")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((DEPARTMENT, "--geoid", "4209999990"), "no place has the geoid '4209999990'"),
        ((DEPARTMENT, "--body", "pa-owlford-boro"), "nearest: 'pa-owlford-borough'"),
        (("Owlford Force Department", "--none"), f"nearest: '{DEPARTMENT}'"),
        ((DEPARTMENT, "--none", "--geoid", "4299999"), "exactly one of --geoid"),
        ((DEPARTMENT,), "exactly one of --geoid"),
        ((DEPARTMENT, "--withdraw"), "nothing is settled for"),
    ],
)
def test_what_cannot_be_settled_is_told(home: Path, given: tuple[str, ...], said: str) -> None:
    done = _run(home, "ice", "settle", *given, "--state", "PA", *BECAUSE)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert _json(home, "ice", "settle", "--list") == []


@pytest.mark.parametrize(
    "given",
    [
        ("ice", "settle"),
        ("ice", "settle", DEPARTMENT, "--state", "PA", "--none"),
        ("ice", "settle", DEPARTMENT, "--list"),
        ("ice", "settle", DEPARTMENT, "--state", "PA", "--none", "--withdraw", *BECAUSE),
    ],
)
def test_wrong_use_is_wrong_use(home: Path, given: tuple[str, ...]) -> None:
    assert _run(home, *given).returncode == 2


def test_answers_travel_as_a_table(home: Path, tmp_path: Path) -> None:
    _settle(home, DEPARTMENT, "--geoid", "4209999998")
    _settle(home, OFFICE, "--none")
    table = tmp_path / "settled.tsv"
    assert _run(home, "ice", "settle", "--export", table).returncode == 0
    rows = list(csv.DictReader(table.read_text("utf-8").splitlines(), delimiter="\t"))
    assert [(r["agency"], r["geoid"], r["who"], r["settled"]) for r in rows] == [
        (OFFICE, "", "Ada Odell", "none"),
        (DEPARTMENT, "4209999998", "Ada Odell", "place"),
    ]
    assert [m["answer"] is None for m in _json(home, "ice", "match", "--tsv", table)] == [
        True,
        False,
    ]
    other = tmp_path / "other"
    offagenda("init", other)
    (other / "packs" / "owl.toml").write_text(PACK)
    assert _json(other, "ice", "settle", "--import", table) == {
        "new": 2,
        "known": 0,
        "disputed": [],
    }
    assert _json(other, "ice", "settle", "--import", table) == {
        "new": 0,
        "known": 2,
        "disputed": [],
    }
    assert _match(other)["answer"]["geoid"] == "4209999998"
    # an older answer from elsewhere does not undo a newer one
    _run(home, "ice", "settle", DEPARTMENT, "--state", "PA", "--withdraw", *BECAUSE,
         now="2026-02-03T12:00:00+00:00")  # fmt: skip
    back = _run(home, "ice", "settle", "--import", table, now="2026-02-04T12:00:00+00:00")
    assert "0 new, 2 known" in back.stdout


def test_two_people_who_settle_differently_are_both_shown(home: Path, tmp_path: Path) -> None:
    _settle(home, DEPARTMENT, "--geoid", "4209999998")
    table = tmp_path / "settled.tsv"
    _run(home, "ice", "settle", "--export", table)
    ben = ("--by", "Ben Roe", "--why", "asked the clerk")
    done = _run(home, "ice", "settle", DEPARTMENT, "--state", "PA", "--body",
                "pa-owlford-borough", *ben, now="2026-02-03T12:00:00+00:00")  # fmt: skip
    assert "before: place 4209999998, settled by Ada Odell on 2026-02-02" in done.stdout
    held = _run(home, "ice", "settle", "--list").stdout
    assert "pa-owlford-borough" in held
    assert "place 4209999998, settled by Ada Odell" in held
    # the older table does not undo it, and says where it differs
    later = "2026-02-04T12:00:00+00:00"
    back = _run(home, "ice", "settle", "--import", table, now=later).stdout
    assert "0 new, 1 known" in back
    assert "the table says place 4209999998 (Ada Odell, 2026-02-02" in back
    assert "the one here, being newer, stands" in back
    # one's own change of mind is no dispute
    done = _run(home, "ice", "settle", DEPARTMENT, "--state", "PA", "--none", *ben, now=later)
    assert "before:" not in done.stdout


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("4209999998", "4209999990"), "line 2: no place has the geoid"),
        (("\tplace\t", "\tnone\t"), "line 2: settled is 'none'"),
        (("Ada Odell", ""), "line 2: who is empty"),
        (("2026-02-02T12:00:00+00:00", "yesterday"), "line 2: when is 'yesterday'"),
        (("2026-02-02T12", "2036-02-02T12"), "line 2: when is '2036"),
        (("geoid\t", "code\t"), "no column geoid"),
    ],
)
def test_a_table_is_taken_whole_or_not_at_all(
    home: Path, tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    _settle(home, DEPARTMENT, "--geoid", "4209999998")
    table = tmp_path / "settled.tsv"
    _run(home, "ice", "settle", "--export", table)
    text = table.read_text("utf-8")
    assert change[0] in text
    table.write_text(text.replace(*change), "utf-8")
    done = _run(home, "ice", "settle", "--import", table)
    assert done.returncode == 1
    assert said in done.stderr
    assert len(_json(home, "ice", "settle", "--list", "--all")) == 1


def test_matching_needs_no_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = offagenda("ice", "match", "Nowhere Police", "--state", "PA", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["settled"] is None
