"""`ice match` on tables as people make them, and what is wrong with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jobs.cli.matched import told
from tests.jobs.running import Done, offagenda

HEAD = "agency\tstate\tice_county\tice_type\n"
ROW = "Nowhere Tribal Police\tOK\t\t\n"


@pytest.fixture(autouse=True)
def _no_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _matched(tmp_path: Path, content: bytes, *more: str) -> Done:
    path = tmp_path / "agencies.tsv"
    path.write_bytes(content)
    return offagenda("ice", "match", "--tsv", path, *more)


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + ROW).encode(),
        (HEAD + ROW).encode("utf-8-sig"),
        (HEAD + ROW).encode("utf-16"),
        (HEAD + ROW).replace("\n", "\r\n").encode(),
        (HEAD + ROW).rstrip("\n").encode(),
        (HEAD + ROW + "\n\n").encode(),
        b"ice_type\t STATE \tAgency\n\tOklahoma\tNowhere Tribal Police\n",
        b"agency\tstate\nNowhere Tribal Police\tok\n",
    ],
)
def test_tables_as_programs_write_them(tmp_path: Path, content: bytes) -> None:
    done = _matched(tmp_path, content, "--json")
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(done.stdout)
    assert (found["agency"], found["state"], found["answers_to"]) == (
        "Nowhere Tribal Police",
        "OK",
        "tribal_council",
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty: its first line must name the columns agency and state"),
        (b"agency\tice_county\nX\tY\n", "no column state in its first line"),
        (b"agency,state\nX,PA\n", "its columns stand between commas, tabs are wanted"),
        ((HEAD + "Caf\u00e9 Police\tPA\t\t\n").encode("latin-1"), "is not in UTF-8"),
        (b"\x00\x01", "in its first line"),
    ],
)
def test_what_is_no_such_table(tmp_path: Path, content: bytes, said: str) -> None:
    done = _matched(tmp_path, content)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_is_no_table(tmp_path: Path) -> None:
    done = offagenda("ice", "match", "--tsv", tmp_path)
    assert done.returncode == 1
    assert "cannot be read" in done.stderr


def test_a_row_that_is_not_whole_is_refused_in_its_place(tmp_path: Path) -> None:
    rows = ROW + "Nowhere Tribal Police\tZZ\t\t\nNowhere\n\tPA\t\t\n" + ROW
    done = _matched(tmp_path, (HEAD + rows).encode(), "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [one["reason"] for one in found] == [
        "a tribal agency", "'ZZ' is no state", "'' is no state", "the row names no agency",
        "a tribal agency",
    ]  # fmt: skip
    assert all(one["answer"] is None for one in found)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("Nowhere Police", "--state", "ZZ"), "'ZZ' is no state"),
        (("  ", "--state", "PA"), "the name is empty"),
    ],
)
def test_one_name_that_cannot_be_asked(given: tuple[str, ...], said: str) -> None:
    done = offagenda("ice", "match", *given)
    assert done.returncode == 1
    assert said in done.stderr


def test_a_refusal_shows_what_was_near() -> None:
    place = {"name": "Wrenton", "kind": "township", "county": "Heronby", "state": "PA",
             "geoid": "4290390003"}  # fmt: skip
    answer = {"agency": "Wrenton Twp.", "state": "PA", "answer": None, "settled": None,
              "answers_to": "township_board", "vote_expectation": "expected",
              "reason": "2 places of that name (township) and no county decides",
              "candidates": [place, {**place, "county": None, "geoid": None}] * 5}  # fmt: skip
    lines = list(told(answer))
    assert lines[0] == (
        "Wrenton Twp. (PA): no place; answers to: township board; a vote is expected. "
        "2 places of that name (township) and no county decides"
    )
    assert lines[1] == "  near: Wrenton township, Heronby County, PA, geoid 4290390003"
    assert lines[2] == "  near: Wrenton township, PA, geoid none"
    assert lines[-1] == "  and 2 more, with --json"
    assert len(lines) == 10


def test_an_answer_is_one_line() -> None:
    place = {"name": "Heronby County", "kind": "county", "county": "Heronby", "state": "PA",
             "geoid": "42903"}  # fmt: skip
    answer = {"agency": "Heronby SO", "state": "PA", "answer": place, "settled": None,
              "answers_to": "elected_sheriff", "vote_expectation": "contested",
              "reason": "county by name", "candidates": [place]}  # fmt: skip
    assert list(told(answer)) == [
        (
            "Heronby SO (PA): Heronby County; answers to: elected sheriff; whether a vote is "
            "needed is disputed. county by name"
        )
    ]
