"""From an agreement's PDF to a finding with the agency's own date; a person's correction."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.audit.ledger.make import book
from tests.jobs.running import Done, offagenda
from tests.nlp.agreements import FERNWICK, Made, pdf

pytestmark = pytest.mark.timeout(300)

AGENCY, BODY = "Fernwick Borough Police Department", "pa-fernwick-borough-council"
PACK = f"""
[[body]]
id = "{BODY}"
name = "Fernwick Borough Council"
kind = "borough_council"
place = {{ name = "Fernwick", kind = "borough", county = "Tamarack", state = "PA", geoid = "4299" }}
timezone = "America/New_York"
answers_for = ["{AGENCY}"]
"""
MINUTES = """FERNWICK BOROUGH COUNCIL
MINUTES OF THE REGULAR MEETING
March 5, 2026

Call to order: 7:00 p.m. Present: Odell, Quill, Vane, Tarr, Reed.

NEW BUSINESS
Motion by Ms. Quill, seconded by Mr. Tarr, to approve the 287(g) Memorandum of Agreement with U.S.
Immigration and Customs Enforcement for the Fernwick Borough Police Department. Roll call: Quill yes,
Tarr yes, Odell yes, Vane yes, Reed no. Motion carried 4-1.

Adjournment at 8:15 p.m.
"""  # noqa: E501
NOW = "2026-09-02T12:00:00+00:00"


def _run(home: Path, *args: str | Path) -> Done:
    done = offagenda("--home", home, "--now", NOW, *args)
    assert done.returncode == 0, done.stderr
    return done


def _json(home: Path, *args: str | Path) -> Any:
    return json.loads(_run(home, *args, "--json").stdout)


def _list(folder: Path, day: int) -> Path:
    rows = [["PENNSYLVANIA", AGENCY, "Municipality", "TAMARACK COUNTY", "Task Force Model",
             datetime(2026, 3, 10), "link", ""]]  # noqa: DTZ001  # fmt: skip
    path = folder / f"list{day}.xlsx"
    path.write_bytes(book(rows, saved=datetime(2026, 3, day, 12, tzinfo=UTC)))
    return path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "watch"
    offagenda("init", folder)
    (folder / "packs" / "fernwick.toml").write_text(PACK)
    minutes = tmp_path / "minutes.txt"
    minutes.write_text(MINUTES)
    _run(folder, "ice", "import", _list(tmp_path, 12))
    _run(folder, "import", minutes, "--body", BODY, "--kind", "minutes", "--date", "2026-03-05")
    _run(folder, "analyze")
    _run(folder, "audit")
    return folder


def _agreement(home: Path) -> dict[str, Any]:
    (found,) = _json(home, "ice", "agreements")
    return dict(found)


def _finding(home: Path) -> dict[str, Any]:
    (found,) = _json(home, "findings")
    return dict(found)


def _pdf(folder: Path, made: Made, name: str = "agreement.pdf") -> Path:
    path = folder / name
    path.write_bytes(pdf(made))
    return path


def _signed_on(day: str) -> Made:
    return Made(party=AGENCY, agency=replace(FERNWICK, date=day))


def _keep(home: Path, file: Path, *more: str) -> Any:
    return _json(home, "ice", "signature", file, "--agreement", _agreement(home)["id"], *more)


def test_the_agencys_date_decides_the_order_and_a_persons_word_stands_before_it(
    home: Path, tmp_path: Path
) -> None:
    assert _finding(home)["label"] == "VOTE_ORDER_UNKNOWN"
    kept = _keep(home, _pdf(tmp_path, _signed_on("3/7/2026")))
    assert (kept["used"], kept["agency"]["date"], kept["page"]) == (True, "2026-03-07", 9)
    assert _agreement(home)["agency_signed"] == "2026-03-07"
    found = _finding(home)
    assert (found["label"], found["axes"]["listing"]) == ("VOTE_BEFORE", "listed")
    assert found["listing"]["signature"]["sha256"] == kept["sha256"]
    story = _run(home, "findings", "explain", found["id"]).stdout
    assert "March 7, 2026" in story or "7 March 2026" in story or "2026-03-07" in story
    assert kept["sha256"][:12] in " ".join(story.split())

    said = (
        "--hand",
        "--agency-date",
        "2026-03-02",
        "--by",
        "Ada Odell",
        "--why",
        "read the page",
        "--agency-title",
        "Council President",
    )
    by_hand = _json(home, "ice", "signature", "--agreement", _agreement(home)["id"], *said)
    assert (by_hand["source"], by_hand["used"]) == ("hand", True)
    assert by_hand["sha256"] == kept["sha256"]
    assert by_hand["signer_role"] == "council_or_board"
    assert _finding(home)["label"] == "VOTE_AFTER"

    _run(home, "ice", "import", _list(tmp_path, 20))
    assert _agreement(home)["agency_signed"] == "2026-03-02"
    _keep(home, _pdf(tmp_path, _signed_on("3/8/2026"), "again.pdf"))
    assert _agreement(home)["agency_signed"] == "2026-03-02"
    assert _run(home, "verify").returncode == 0


def test_confidence_is_high_once_the_signature_is_seen(home: Path, tmp_path: Path) -> None:
    before = _finding(home)["confidence"]
    _keep(home, _pdf(tmp_path, _signed_on("3/7/2026")))
    assert (before, _finding(home)["confidence"]) == ("medium", "high")


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (_signed_on("02/28/2028"), "is after ICE's"),
        (_signed_on(""), "was not read"),
        (replace(_signed_on("3/7/2026"), party="Manorham Township Police Department",
                 agency=replace(FERNWICK, date="3/7/2026", of="Manorham Police")),
         "names another agency"),
    ],
)  # fmt: skip
def test_a_doubted_date_is_kept_and_not_used(
    home: Path, tmp_path: Path, made: Made, why: str
) -> None:
    kept = _keep(home, _pdf(tmp_path, made))
    assert not kept["used"]
    assert why in kept["unused_because"]
    assert _agreement(home)["agency_signed"] is None
    assert any(why in doubt for doubt in _agreement(home)["doubts"])
    assert _finding(home)["label"] == "VOTE_ORDER_UNKNOWN"


def test_the_pdf_and_the_picture_are_in_the_archive_and_no_contact_is(
    home: Path, tmp_path: Path
) -> None:
    file = _pdf(tmp_path, _signed_on("3/7/2026"))
    kept = _keep(home, file, "--picture", str(tmp_path / "page.png"))
    for sha256, start in ((kept["sha256"], b"%PDF"), (kept["picture_sha256"], b"\x89PNG")):
        blob = home / "archive" / sha256[:2] / sha256[2:4] / sha256
        assert blob.read_bytes().startswith(start)
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")
    held = (home / "offagenda.db").read_bytes()
    assert b"724-555-0142" not in held
    assert b"pquill" not in held


def test_a_file_alone_needs_no_workspace(tmp_path: Path) -> None:
    file = _pdf(tmp_path, Made())
    done = offagenda("ice", "signature", file, "--json")
    said = json.loads(done.stdout)
    assert said["file"] == str(file)
    assert set(said) >= {"file", "agency", "ice", "source", "doubts", "page", "signer_role"}
    assert set(said["agency"]) >= {"name", "title", "date", "date_as_printed"}
    told = offagenda("ice", "signature", file).stdout
    assert "for the agency: Ada B. Odell, Chief of Police, 2026-02-28" in told
    assert "signs for the agency: a chief of police" in told


def test_wrong_uses_are_told_in_plain_words(home: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    cases: list[tuple[tuple[str | Path, ...], int, str]] = [
        (("ice", "signature", broken), 1, "damaged or cut short"),
        (("ice", "signature"), 2, "give a FILE"),
        (("ice", "signature", "--hand", "--by", "Ada"), 2, "--hand needs"),
        (("ice", "signature", "--hand", "--agreement", "pa-fernwick", "--agency-date", "2026-03-02",
          "--by", "Ada", "--why", "read it"), 1, "no agreement 'pa-fernwick' on the lists held"),
    ]  # fmt: skip
    for args, code, words in cases:
        done = offagenda("--home", home, "--now", NOW, *args)
        assert (done.returncode, words in done.stderr) == (code, True), done.stderr
