"""The main job end to end: ten weeks of the fictional county, and what must be true of them."""

from __future__ import annotations

import hashlib
import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from sqlalchemy import func, select
from sqlmodel import Session, col

from demo.expected import EXPECTED
from jobs.context import Context
from jobs.steps import shown
from jobs.steps.analyze import analyze
from jobs.steps.audit import audit
from jobs.steps.report import weekly
from store.engine import session
from store.tables import Capture, Document, FindingRow, Page, Reading
from store.verify import verify
from tests.jobs.county import Watched
from tests.jobs.test_cli import offagenda

pytestmark = pytest.mark.timeout(300)

FORBIDDEN = re.compile(
    r"\b(illegal|secret|violated|hid|refused|failed to|without authority)\b", re.IGNORECASE
)


def test_the_county_ran_as_scripted(watched: Watched) -> None:
    assert watched.code == 0, watched.talk
    last = Path(watched.printed.strip().splitlines()[-1])
    assert last.is_file()
    assert last.name == "index.html"


def test_each_body_has_its_one_right_label(context: Context) -> None:
    found = {(f["agency"], f["model"], f["signing"]): f["label"] for f in shown.findings(context)}
    wanted = {(agency, model, signing): label for agency, model, signing, label in EXPECTED}
    assert {key: found.get(key) for key in wanted} == wanted
    assert set(found) == set(wanted)


def test_the_county_has_every_story_of_the_mission() -> None:
    labels = {label for _, _, _, label in EXPECTED}
    assert labels >= {
        "NO_VOTE_FOUND", "NONE_SO_FAR", "VOTE_BEFORE", "VOTE_AFTER", "VOTED_DOWN", "VOTED_UNSIGNED",
        "CANNOT_TELL", "NO_BODY_VOTES", "NOT_MONITORED", "DELISTED_AFTER_VOTE",
        "ENDED_STILL_LISTED", "NO_DECISION", "VOTE_ORDER_UNKNOWN",
    }  # fmt: skip


def _pages(opened: Session, sha256: str, number: int) -> str:
    text = opened.execute(
        select(col(Page.text))
        .join(Reading, col(Reading.id) == col(Page.reading_id))
        .where(col(Reading.sha256) == sha256, col(Page.number) == number)
    ).scalar_one()
    return str(text)


def test_every_quote_stands_letter_for_letter_on_the_page_it_cites(context: Context) -> None:
    cited = [(f["agency"], e) for f in shown.findings(context) for e in f["evidence"]]
    assert len(cited) > 10
    with session(context.workspace.engine) as opened:
        for agency, e in cited:
            page = _pages(opened, e["sha256"], e["page"])
            assert page[e["start"] : e["end"]] == e["quote"], agency
            assert (
                hashlib.sha256(context.workspace.archive.get(e["sha256"])).hexdigest()
                == e["sha256"]
            )


def test_no_finding_says_more_than_a_record_can_show(context: Context) -> None:
    for finding in shown.findings(context):
        assert not FORBIDDEN.search(finding["wording"]), finding["wording"]


def test_every_finding_can_be_explained(context: Context) -> None:
    for finding in shown.findings(context):
        story = shown.explain(context, finding["id"])
        assert finding["agency"] in story
        assert not FORBIDDEN.search(story)
        assert shown.explain_json(context, finding["id"])["wording"] == finding["wording"]


def _counts(context: Context) -> dict[str, int]:
    with session(context.workspace.engine) as opened:
        return {
            table.__tablename__: opened.execute(
                select(func.count()).select_from(table)
            ).scalar_one()
            for table in (FindingRow, Capture, Document, Reading)
        }


def test_judging_again_changes_no_row(own: Context) -> None:
    before = _counts(own)
    assert analyze(own).read == 0
    done = audit(own)
    assert (done.added, done.changed) == (0, 0)
    assert _counts(own) == before


def test_the_same_archive_gives_the_same_report_to_the_byte(own: Context) -> None:
    first = _files(weekly(own).path)
    assert first == _files(weekly(own).path)
    assert "index.html" in first


def _files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_copied_archive_gives_the_same_report(own: Context, watched: Watched) -> None:
    """Nothing of the machine, the folder or the hour is in an edition."""
    name = weekly(own).path.name
    assert _files(own.workspace.editions / name) == _files(watched.home / "editions" / name)


def test_the_findings_have_the_shape_other_programs_rely_on(context: Context) -> None:
    keys = {
        "id", "agency", "state", "model", "spell", "bodies", "label", "entered", "ended",
        "overlays", "confidence", "wording", "window", "axes", "vote", "coverage", "evidence",
        "review", "supersedes",
    }  # fmt: skip
    for finding in shown.findings(context):
        assert set(finding) >= keys
        assert set(finding["axes"]) >= {
            "authority", "vote_expectation", "record", "coverage", "listing",
        }  # fmt: skip
        assert set(finding["coverage"]) >= {"expected", "held", "missing", "awaited"}
        json.dumps(finding)


def _one(found: list[dict[str, Any]], label: str) -> dict[str, Any]:
    return next(f for f in found if f["label"] == label)


def test_cannot_tell_names_the_missing_document(context: Context) -> None:
    finding = _one(shown.findings(context), "CANNOT_TELL")
    assert finding["coverage"]["missing"]
    assert finding["coverage"]["missing"][0]["date"]


def test_a_seen_signature_opens_the_sentence_and_is_cited(context: Context) -> None:
    finding = _one(shown.findings(context), "VOTE_AFTER")
    assert finding["wording"].startswith("The Chief of Police signed on 26 February 2026; ")
    (cited,) = [e for e in finding["evidence"] if e["role"] == "agreement"]
    assert context.workspace.archive.get(cited["sha256"]).startswith(b"%PDF-")
    assert context.workspace.archive.get(cited["picture"]).startswith(b"\x89PNG")
    assert cited["url"].endswith("/WindlassTownshipPoliceDepartment_03_05_26.pdf")


def test_a_link_to_a_neighbours_agreement_is_a_doubt_and_no_date(context: Context) -> None:
    found = {f["agency"]: f for f in shown.findings(context)}
    finding = found["Elmstead Borough Police Department"]
    assert any("the text names another agency" in reason for reason in finding["reasons"])
    assert finding["listing"]["agency_signed"] is None


def test_no_copy_of_an_agreement_leaves_the_archive_but_its_page(watched: Watched) -> None:
    folder = Path(watched.printed.strip().splitlines()[-1]).parent
    pages = [p.name for p in (folder / "captures").iterdir() if "agreement" in p.name]
    assert len(pages) == 2
    assert all(name.endswith(".png") for name in pages)
    shown_ = re.findall(r'<image href="([^"]+)"', (folder / "index.html").read_text("utf-8"))
    assert {name.removeprefix("captures/") for name in shown_} == set(pages)
    assert b"724-555-0117" not in (watched.home / "offagenda.db").read_bytes()


def test_none_found_is_a_lead_and_counts_its_meetings(context: Context) -> None:
    finding = _one(shown.findings(context), "NO_VOTE_FOUND")
    counts = finding["coverage"]
    assert counts["expected"] == counts["held"] > 6
    assert f"{counts['held']} of {counts['expected']} minutes" in finding["wording"]
    assert (finding["confidence"], finding["review"]) == ("lead", "lead")


def test_every_link_of_the_report_leads_to_a_copy_whose_hash_is_right(watched: Watched) -> None:
    folder = Path(watched.printed.strip().splitlines()[-1]).parent
    page = (folder / "index.html").read_text("utf-8")
    links = {unquote(unescape(h)).partition("#")[0] for h in re.findall(r'href="([^"]+)"', page)}
    copies = {h for h in links if h.startswith("captures/")}
    assert len(copies) > 50
    sums = dict(
        reversed(text.split("  ", 1))
        for text in (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    )
    assert copies <= set(sums)
    for name, sha256 in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sha256, name
    inside = set(re.findall(r'id="([^"]+)"', page))
    assert {h[1:] for h in re.findall(r'href="(#[^"]+)"', page)} <= inside


def test_the_report_asks_nothing_of_the_network_and_runs_nothing(watched: Watched) -> None:
    folder = Path(watched.printed.strip().splitlines()[-1]).parent
    page = (folder / "index.html").read_text("utf-8")
    assert "<script" not in page
    assert not re.findall(r'(?:src|srcset|poster)="', page)
    assert not re.findall(r"url\((?!#)", page)


def test_the_report_uses_no_word_that_a_record_cannot_show(watched: Watched) -> None:
    folder = Path(watched.printed.strip().splitlines()[-1]).parent
    text = (folder / "weekly.txt").read_text("utf-8")
    assert not FORBIDDEN.search(text)


def test_the_archive_of_the_demo_is_whole(context: Context) -> None:
    found = verify(context.workspace.engine, context.workspace.archive)
    assert found.ok
    assert found.checked > 500
    assert not found.unclaimed


def test_the_demo_never_removes_what_is_not_an_earlier_demo(tmp_path: Path) -> None:
    mine = tmp_path / "notes.txt"
    mine.write_text("mine")
    done = offagenda("demo", "--dir", tmp_path)
    assert done.returncode == 1
    assert "another --dir" in done.stderr
    assert mine.read_text() == "mine"
