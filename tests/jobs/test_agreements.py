"""Agreements from ICE's page to a finding, against a local server and over time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select

from jobs.steps import agreements as step
from jobs.workspace import Workspace
from nlp.pages.ocr import version
from nlp.pool import Failure
from store.tables import Page, Reading, SignatureRow
from tests.audit.ledger.make import book
from tests.crawler.site import Reply, Site, serving
from tests.jobs.running import Done, offagenda
from tests.jobs.test_signature import AGENCY, BODY, MINUTES, PACK
from tests.nlp.agreements import FERNWICK, Made, pdf, scan

pytestmark = pytest.mark.timeout(300)

PAGE, BOOK = "/identify-and-arrest/287g", "/doclib/participatingAgencies03122026.xlsx"
LINK, OTHER = "/doclib/287gMOA/Fernwick.pdf", "/doclib/287gMOA/Fernwick_2.pdf"
DENIED = "<html><title>Access Denied</title><h1>Access Denied</h1></html>"
SETTINGS = """
[crawler]
contact = "desk@paper.example"
allow_loopback = true

[ice]
page = "{page}"
fetch_agreements = {fetch}
"""


class Watch:
    """A workspace and the server it reads."""

    def __init__(self, home: Path, site: Site) -> None:
        self.home, self.site = home, site

    def settings(self, *, fetch: bool) -> None:
        text = SETTINGS.format(page=self.site.url + PAGE, fetch=str(fetch).lower())
        (self.home / "offagenda.toml").write_text(text)

    def listed(self, link: str | None, day: int = 12) -> None:
        """ICE's newest workbook, with the agency's row and the address of its agreement."""
        rows = [["PENNSYLVANIA", AGENCY, "Municipality", "TAMARACK COUNTY", "Task Force Model",
                 datetime(2026, 3, 10), "link", ""]]  # noqa: DTZ001  # fmt: skip
        links = {2: self.site.url + link} if link else None
        made = book(rows, saved=datetime(2026, 3, day, 12, tzinfo=UTC), links=links)
        self.site.page(PAGE, f'<a href="{BOOK}">Participating Agencies</a>')
        self.site.page(BOOK, made, "application/octet-stream")

    def run(self, day: str, *args: str, code: int = 0) -> Done:
        now = f"{day}T12:00:00+00:00"
        done = offagenda("--home", self.home, "--now", now, *args)
        assert done.returncode == code, done.stdout + done.stderr
        return done

    def json(self, day: str, *args: str) -> Any:
        return json.loads(self.run(day, *args, "--json").stdout)

    def sync(self, day: str) -> dict[str, Any]:
        return dict(self.json(day, "ice", "sync")["pdfs"])

    @property
    def agreement(self) -> dict[str, Any]:
        (found,) = self.json("2026-09-02", "ice", "agreements")
        return dict(found)

    def finding(self, day: str = "2026-09-02") -> dict[str, Any]:
        self.run(day, "audit")
        (found,) = self.json(day, "findings")
        return dict(found)

    @property
    def status(self) -> dict[str, Any]:
        return dict(self.json("2026-09-02", "status")["agreements"])

    def rows(self, table: Any) -> list[Any]:
        with Session(Workspace.find(self.home, self.home).engine) as opened:
            return list(opened.exec(select(table)))


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    home = tmp_path / "watch"
    offagenda("init", home)
    (home / "packs" / "fernwick.toml").write_text(PACK)
    with serving() as site:
        made = Watch(home, site)
        made.settings(fetch=True)
        made.listed(LINK)
        yield made


def _signed(day: str, title: str = "Chief of Police", **more: Any) -> bytes:
    signs = replace(FERNWICK, date=day, title=title)
    return pdf(replace(Made(party=AGENCY, agency=signs), **more))


def _post(watch: Watch, data: bytes, link: str = LINK) -> bytes:
    watch.site.page(link, data, "application/pdf")
    return data


def test_absent_posted_replaced_gone(watch: Watch) -> None:
    first = watch.sync("2026-03-12")
    assert (first["asked"], first["new"], first["not_obtained"][0]["outcome"]) == (1, 0, "moved")
    assert watch.status == {
        "fetched": True, "linked": 1, "held": 0, "awaited": 1, "unread": 0,
        "troubles": {"moved": 1},
    }  # fmt: skip

    posted = _post(watch, _signed("3/7/2026"))
    assert watch.sync("2026-03-20") == {
        "asked": 1, "new": 1, "read": 1, "not_obtained": [], "unread": [], "broken": None,
    }  # fmt: skip
    assert watch.agreement["agency_signed"] == "2026-03-07"
    assert (watch.status["held"], watch.status["awaited"], watch.status["unread"]) == (1, 0, 0)
    again = watch.sync("2026-03-21")
    assert (again["asked"], again["read"]) == (0, 0)

    replaced = _post(watch, _signed("3/4/2026", title="Mayor"))
    assert watch.sync("2026-05-25")["new"] == 1
    assert watch.agreement["agency_signed"] is None
    assert "another copy prints another date" in " ".join(watch.agreement["doubts"])

    del watch.site.pages[LINK]
    last = watch.sync("2026-08-01")
    assert (last["not_obtained"][0]["outcome"], last["read"]) == ("moved", 0)
    assert watch.status["held"] == 1
    kept = {row.sha256 for row in watch.rows(SignatureRow)}
    assert kept == {hashlib.sha256(data).hexdigest() for data in (posted, replaced)}
    watch.run("2026-09-02", "verify")


def test_the_agreement_is_evidence_and_its_signer_opens_the_sentence(
    watch: Watch, tmp_path: Path
) -> None:
    minutes = tmp_path / "minutes.txt"
    minutes.write_text(MINUTES)
    data = _post(watch, _signed("3/2/2026"))
    watch.sync("2026-03-20")
    handed = ("--body", BODY, "--kind", "minutes", "--date", "2026-03-05")
    watch.run("2026-03-20", "import", str(minutes), *handed)
    watch.run("2026-03-20", "analyze")
    found = watch.finding()
    assert found["label"] == "VOTE_AFTER"
    assert found["wording"] == (
        "The Chief of Police signed on 2 March 2026; the minutes of Fernwick Borough Council "
        "record a vote on 5 March 2026, 3 days later."
    )
    (cited,) = [e for e in found["evidence"] if e["role"] == "agreement"]
    assert cited["sha256"] == hashlib.sha256(data).hexdigest()
    assert cited["url"] == watch.site.url + LINK
    assert (cited["quote"], cited["page"], cited["meeting_date"]) == ("3/2/2026", 9, None)
    assert cited["captured_at"] == "2026-03-20T12:00:00+00:00"
    (page,) = [
        p.text for p in watch.rows(Page) for r in watch.rows(Reading)
        if r.id == p.reading_id and r.sha256 == cited["sha256"] and p.number == cited["page"]
    ]  # fmt: skip
    assert page[cited["start"] : cited["end"]] == cited["quote"]
    assert "724-555-0142" not in page
    picture = watch.home / "archive" / cited["picture"][:2] / cited["picture"][2:4]
    assert (picture / cited["picture"]).read_bytes().startswith(b"\x89PNG")
    story = " ".join(watch.run("2026-09-02", "findings", "explain", found["id"]).stdout.split())
    assert "Agreement, p. 9" in story
    watch.run("2026-09-02", "verify")


def test_nothing_is_asked_unless_it_is_wished(watch: Watch) -> None:
    watch.settings(fetch=False)
    _post(watch, _signed("3/7/2026"))
    assert watch.sync("2026-03-20")["asked"] == 0
    assert LINK not in watch.site.paths()
    assert (watch.status["fetched"], watch.status["awaited"]) == (False, 1)


def test_a_run_fetches_them_too_and_ends_in_order(watch: Watch) -> None:
    _post(watch, _signed("3/7/2026"))
    done = json.loads(watch.run("2026-03-20", "run", "--json").stdout)
    assert (done["exit"], done["ice"]["pdfs"]["new"]) == (0, 1)
    (found,) = watch.json("2026-03-20", "findings")
    assert found["listing"]["agency_signed"] == "2026-03-07"
    told = watch.run("2026-03-20", "status").stdout
    assert "agreements  1 held, 0 awaited of 1 that are linked" in told


def test_another_agencys_agreement_is_kept_and_shown_and_never_used(watch: Watch) -> None:
    other = Made(
        party="Manorham Township Police Department",
        agency=replace(FERNWICK, date="3/7/2026", of="Manorham Police"),
    )
    _post(watch, pdf(other))
    watch.sync("2026-03-20")
    assert watch.agreement["agency_signed"] is None
    assert "the text names another agency" in " ".join(watch.agreement["doubts"])
    found = watch.finding()
    assert not [e for e in found["evidence"] if e["role"] == "agreement"]
    assert any("names another agency" in reason for reason in found["reasons"])
    assert watch.status["unread"] == 1

    right = _signed("3/6/2026")
    watch.listed(OTHER, day=20)
    _post(watch, right, OTHER)
    assert watch.sync("2026-03-22")["new"] == 1
    assert watch.agreement["agency_signed"] == "2026-03-06"


def test_a_block_page_with_200_is_no_agreement(watch: Watch) -> None:
    watch.site.page(LINK, DENIED)
    said = watch.run("2026-03-20", "ice", "sync").stdout
    assert "not obtained" in said
    assert "blocked: a wall of Akamai" in said
    assert watch.status["troubles"] == {"blocked": 1}


def test_a_redirect_to_a_private_address_is_not_followed(watch: Watch) -> None:
    watch.site.pages[LINK] = Reply(status=302, headers={"Location": "http://169.254.169.254/m"})
    assert watch.sync("2026-03-20")["not_obtained"][0]["outcome"] == "unreachable"
    assert watch.agreement["agency_signed"] is None


@pytest.mark.skipif(version() is None, reason="no OCR is installed here")
def test_a_scan_without_a_readable_date_waits_for_a_person_whose_word_survives(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    _post(watch, scan(_signed("", page=2)))
    assert watch.sync("2026-03-20")["read"] == 1
    assert (watch.status["held"], watch.status["unread"]) == (1, 1)
    said = ("--hand", "--agency-date", "2026-03-03", "--by", "Ada Odell", "--why", "read the page")
    watch.run("2026-03-21", "ice", "signature", "--agreement", watch.agreement["id"], *said)
    assert watch.agreement["agency_signed"] == "2026-03-03"
    (cited,) = [e for e in watch.finding()["evidence"] if e["role"] == "agreement"]
    assert (cited["quote"], cited["start"], cited["end"]) == ("", 0, 0)
    assert (cited["url"], cited["page"]) == (watch.site.url + LINK, 2)
    for place in ("jobs.steps.agreements", "jobs.steps.signatures"):
        monkeypatch.setattr(f"{place}.AGREEMENT", "2")
    assert watch.sync("2026-03-22") | {"asked": 0} == {
        "asked": 0, "new": 0, "read": 1, "not_obtained": [], "unread": [], "broken": None,
    }  # fmt: skip
    assert watch.agreement["agency_signed"] == "2026-03-03"
    assert watch.status["unread"] == 0


def test_a_newer_reader_reads_each_pdf_once_and_takes_the_older_readings_place(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    _post(watch, _signed("3/7/2026"))
    assert watch.sync("2026-03-20")["read"] == 1
    assert watch.sync("2026-03-21")["read"] == 0
    for place in ("jobs.steps.agreements", "jobs.steps.signatures"):
        monkeypatch.setattr(f"{place}.AGREEMENT", "2")
    assert [watch.sync(f"2026-03-2{n}")["read"] for n in (2, 3)] == [1, 0]
    assert [row.content["reader"] for row in watch.rows(SignatureRow)] == ["1", "2"]
    assert watch.agreement["agency_signed"] == "2026-03-07"
    assert watch.agreement["doubts"] == []


def test_a_broken_pdf_is_told_and_not_tried_each_time(watch: Watch) -> None:
    watch.site.page(LINK, b"%PDF-1.7 nothing", "application/pdf")
    first = watch.sync("2026-03-20")
    assert (first["new"], first["read"]) == (1, 0)
    assert "damaged or cut short" in first["unread"][0]
    assert watch.sync("2026-03-21")["unread"] == []
    assert (watch.status["held"], watch.status["unread"]) == (1, 1)


def test_a_pdf_that_ended_its_reader_is_tried_again_in_a_week(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    _post(watch, _signed("3/7/2026"))
    with monkeypatch.context() as patch:
        late = Failure("Timeout", "reading it took longer than 240 s", final=False)
        patch.setattr(step, "signature_of", lambda _: late)
        assert "longer than 240 s" in watch.sync("2026-03-20")["unread"][0]
        assert watch.sync("2026-03-25")["unread"] == []
        assert len(watch.sync("2026-03-28")["unread"]) == 1
    assert watch.sync("2026-04-05")["read"] == 1
    assert watch.agreement["agency_signed"] == "2026-03-07"


def test_a_newer_reader_tries_again_what_an_older_one_could_not_read(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    _post(watch, _signed("3/7/2026"))
    with monkeypatch.context() as patch:
        final = Failure("BrokenDocument", "damaged", final=True)
        patch.setattr(step, "signature_of", lambda _: final)
        watch.sync("2026-03-20")
    assert watch.sync("2026-05-01")["read"] == 0
    for place in ("jobs.steps.agreements", "jobs.steps.signatures"):
        monkeypatch.setattr(f"{place}.AGREEMENT", "2")
    assert watch.sync("2026-05-02")["read"] == 1


def test_the_newest_signatures_address_is_asked_first(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = (datetime(2026, 2, 3), datetime(2026, 3, 11), datetime(2026, 1, 8))  # noqa: DTZ001
    rows = [
        ["PENNSYLVANIA", f"{town} Borough Police Department", "Municipality", "",
         "Task Force Model", day, "link", ""]
        for town, day in zip(("Alder", "Birch", "Cedar"), days, strict=True)
    ]  # fmt: skip
    links = {n: f"{watch.site.url}/moa/{n}.pdf" for n in (2, 3, 4)}
    made = book(rows, saved=datetime(2026, 3, 12, 12, tzinfo=UTC), links=links)
    watch.site.page(BOOK, made, "application/octet-stream")
    seen: list[str] = []

    def asking(_engine: Any, _archive: Any, urls: list[str], **_: Any) -> tuple[()]:
        seen.extend(urls)
        return ()

    monkeypatch.setattr(step, "fetch_agreements", asking)
    watch.sync("2026-03-20")
    assert seen == [links[3], links[2], links[4]]


def test_two_agreements_behind_one_link_are_read_once_and_both_kept(watch: Watch) -> None:
    rows = [
        ["PENNSYLVANIA", AGENCY, "Municipality", "TAMARACK COUNTY", model,
         datetime(2026, 3, 10), "link", ""]  # noqa: DTZ001
        for model in ("Task Force Model", "Warrant Service Officer")
    ]  # fmt: skip
    url = watch.site.url + LINK
    made = book(rows, saved=datetime(2026, 3, 12, 12, tzinfo=UTC), links={2: url, 3: url})
    watch.site.page(BOOK, made, "application/octet-stream")
    _post(watch, _signed("3/7/2026"))
    assert watch.sync("2026-03-20")["read"] == 1
    found = watch.json("2026-03-20", "ice", "agreements")
    assert [one["agency_signed"] for one in found] == ["2026-03-07", "2026-03-07"]
    assert watch.status["held"] == 2


def test_an_agreement_that_is_a_bodys_document_too_is_read_whole_for_that(
    watch: Watch, tmp_path: Path
) -> None:
    data = _post(watch, _signed("3/7/2026"))
    handed = tmp_path / "packet.pdf"
    handed.write_bytes(data)
    what = ("--body", BODY, "--kind", "packet", "--date", "2026-03-05")
    watch.sync("2026-03-20")
    watch.run("2026-03-21", "import", str(handed), *what)
    watch.run("2026-03-21", "analyze")
    whole = [r for r in watch.rows(Reading) if r.kind != "agreement"]
    assert [r.pages for r in whole] == [11]
    assert watch.agreement["agency_signed"] == "2026-03-07"


def test_killed_between_fetching_and_reading_the_next_run_reads(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    _post(watch, _signed("3/7/2026"))

    def killed(_: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(step, "signature_of", killed)
        watch.run("2026-03-20", "ice", "sync", code=130)
    assert watch.agreement["agency_signed"] is None
    watch.settings(fetch=False)
    done = watch.sync("2026-03-21")
    assert (done["asked"], done["read"]) == (0, 1)
    assert watch.agreement["agency_signed"] == "2026-03-07"


def test_agreements_of_other_states_are_not_asked_for(watch: Watch) -> None:
    text = (watch.home / "offagenda.toml").read_text()
    (watch.home / "offagenda.toml").write_text('[watch]\nstates = ["OH"]\n' + text)
    _post(watch, _signed("3/7/2026"))
    assert watch.sync("2026-03-20")["asked"] == 0
    assert watch.status["linked"] == 0
