"""The agreement on a card: its page's picture, hash and link; never the PDF with its numbers."""

from __future__ import annotations

import hashlib
import io
import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import sync_playwright

from audit.values import Evidence
from reports import render
from reports.cards import Shelf, card, cited_captures, cited_pages
from reports.evidence import Wanted, copy_all
from reports.plain_card import card as plain
from reports.week import Copy
from store.archive import Archive
from tests.reports.pages import all_of, parse, text_of
from tests.reports.test_browser import ARGS, CHROMIUM, NEEDED
from tests.reports.test_cards import FINDING, MINUTES
from tests.reports.weeks import week

PDF, PICTURE = "d" * 64, "e" * 64
TEXT = "Date: 2/26/2026\nName: Ada Odell\nTitle: Chief of Police"
SIGNED = Evidence(
    PDF, "https://ice.example/moa.pdf", "agreement", None, 9, "2/26/2026", 6, 15,
    datetime(2026, 4, 1, 2, tzinfo=UTC), "when the agency signed", picture=PICTURE,
)  # fmt: skip
FOUND = replace(
    FINDING,
    evidence=(*FINDING.evidence, SIGNED),
    extra={**FINDING.extra, "listing": {"agency_signed": "2026-02-26"}},
)
SHELF = Shelf(
    {MINUTES: Copy(MINUTES, "captures/m.pdf"), PICTURE: Copy(PICTURE, "captures/page.png")},
    {(PDF, 9): (TEXT,)},
)


def test_the_picture_is_copied_and_the_pdf_is_not() -> None:
    content = FOUND.as_json()
    wanted = set(cited_captures(content))
    assert Wanted(
        PICTURE, date(2026, 2, 26), FINDING.agency,
        "agreement-signature-page",
    ) in wanted  # fmt: skip
    assert PDF not in {one.sha256 for one in wanted}
    assert (PDF, 9) in set(cited_pages(content))


def test_its_date_is_found_on_its_page() -> None:
    (quote,) = card(FOUND.as_json(), "x", SHELF).agreements
    assert (quote.before, quote.passage, quote.found) == ("Date: ", "2/26/2026", True)
    assert quote.picture == Copy(PICTURE, "captures/page.png")
    moved = replace(SIGNED, start=7, end=16)
    (lost,) = card(replace(FOUND, evidence=(moved,)).as_json(), "x", SHELF).agreements
    assert not lost.found
    by_hand = replace(SIGNED, quote="", start=0, end=0)
    (read,) = card(replace(FOUND, evidence=(by_hand,)).as_json(), "x", SHELF).agreements
    assert (read.passage, read.found) == ("", True)


def test_the_card_shows_the_page_with_hash_and_link() -> None:
    made = card(FOUND.as_json(), "x", SHELF)
    root = parse(render.page(week(cards=(made,))))
    (image,) = all_of(root, "//article//svg/image")
    assert image.get("href") == "captures/page.png"
    assert image.getparent().get("role") == "img"
    (cite,) = all_of(root, f"//article//p[@data-sha256='{PDF}']")
    links = [link.get("href") for link in all_of(cite, ".//a")]
    assert links == ["captures/page.png", "https://ice.example/moa.pdf"]
    assert (cite.get("data-page"), cite.get("data-span")) == ("9", "6-15")
    assert "our copy is kept in the archive" in text_of(cite)
    assert PDF in str(all_of(cite, ".//code")[0].get("title"))
    (summary,) = all_of(cite.getparent(), "./summary")
    assert "2/26/2026" in text_of(summary)
    assert len(all_of(root, "//article//blockquote")) == 1


def test_without_a_picture_the_card_says_so() -> None:
    bare = Shelf(pages=SHELF.pages)
    page = render.page(week(cards=(card(FOUND.as_json(), "x", bare),)))
    assert "<image" not in page
    assert "no picture of the page" in page


def test_the_plain_report_names_picture_and_hash() -> None:
    lines = list(plain(card(FOUND.as_json(), "x", SHELF)))
    assert "    picture of the page: captures/page.png" in lines
    assert f"    sha256: {PDF}" in lines
    assert "    “2/26/2026”" in lines


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
@pytest.mark.skipif(
    CHROMIUM is None and not (NEEDED or os.environ.get("OFFAGENDA_NEED_CHROMIUM")),
    reason="no Chromium on this machine",
)
def test_the_picture_beside_the_page_is_drawn_and_one_elsewhere_is_not(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("L", (850, 1100), 0).save(out, "PNG")
    archive = Archive(tmp_path / "archive")
    sha256 = archive.put(out.getvalue())
    edition = tmp_path / "edition"
    edition.mkdir()
    copies = copy_all(archive, [Wanted(sha256, date(2026, 2, 26), "Alder", "page")], edition)
    found = replace(FOUND, evidence=(replace(SIGNED, picture=sha256),))
    page = render.page(week(cards=(card(found.as_json(), "x", Shelf(copies, SHELF.pages)),)))
    (edition / "index.html").write_text(page, encoding="utf-8")
    assert hashlib.sha256((edition / str(copies[sha256].file)).read_bytes()).hexdigest() == sha256
    blocked: list[str] = []
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=False, args=ARGS)
        opened = started.new_page()
        opened.on("console", lambda said: blocked.append(said.text))
        opened.goto((edition / "index.html").as_uri())
        opened.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        shot = opened.locator("figure.sheet svg").screenshot()
        opened.evaluate(
            "document.querySelector('svg image').setAttribute('href', 'https://127.0.0.1:9/x.png')"
        )
        opened.wait_for_function("() => true")
        started.close()
    picture = Image.open(io.BytesIO(shot)).convert("L")
    assert picture.getpixel((picture.width // 2, picture.height // 2)) == 0
    assert any("Content Security Policy" in text and "127.0.0.1:9" in text for text in blocked)
