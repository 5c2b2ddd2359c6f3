"""A reading's page as Chromium shows it: on a phone, in the dark, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from reports.reading import page
from tests.reports.test_browser import ARGS, CHROMIUM, CONTRAST, NEEDED
from tests.reports.test_reading_page import flag, found, motion

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(CHROMIUM is None and not NEEDED, reason="no Chromium on this machine"),
]

KINDS = ("agreement", "policy", "discussion", "public_comment")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with every kind of mark, a word that fits no phone, and folded pages."""
    text = "\n".join(f"Line {n} of the meeting {'x' * 120}" for n in range(40))
    pages = [{"number": n, "method": "text", "text": text} for n in range(1, 6)]
    made = found(
        pages=pages, doubts=["a doubt"], sha256="0" * 64,
        flags=[flag(20 * n, 20 * n + 15, relevance=kind) for n, kind in enumerate(KINDS)],
        possible=[flag(90, 110, topic="possible_287g")],
        motions=[motion(150, 900, places={"mover": [1, 160, 170], "count": [1, 180, 190]},
                        doubts=["a doubt"], votes={"y" * 90: "yes"})],
        items=[{"page": 1, "start": 120, "end": 140}],
        facts=[{"name": "adjourned", "value": "21:05", "page": 1, "start": 1000, "end": 1010,
                "rule": "r", "doubts": []}],
        attendance={"present": [], "absent": [], "people": [
            {"name": "Odell", "state": "present", "page": 1, "start": 1100, "end": 1110,
             "rule": "r", "doubts": ["d"]}]},
        attachments=[{"first_page": 1, "first_start": 2000, "last_page": 2, "last_end": 10,
                      "kind": "agreement", "body": None, "rule": "title"}],
    )  # fmt: skip
    path = tmp_path_factory.mktemp("read") / "read.html"
    path.write_text(page(made), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    assert CHROMIUM is not None, "OFFAGENDA_NEED_CHROMIUM is set and there is no Chromium"
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=False, args=ARGS)
        yield started
        started.close()


def _open(
    browser: Browser, path: Path, width: int, scheme: Literal["light", "dark"] = "light"
) -> Page:
    size = {"width": width, "height": 800}
    opened = browser.new_context(viewport=size, color_scheme=scheme).new_page()  # type: ignore[arg-type]
    opened.goto(path.as_uri())
    opened.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    return opened


@pytest.mark.parametrize("width", [320, 390, 900, 1200])
def test_nothing_is_wider_than_the_screen(chromium: Browser, written: Path, width: int) -> None:
    opened = _open(chromium, written, width)
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_has_contrast_also_on_its_mark(
    chromium: Browser, written: Path, scheme: Literal["light", "dark"]
) -> None:
    assert _open(chromium, written, 1200, scheme).evaluate(CONTRAST) == []


def test_on_paper_every_page_is_there_and_its_notes(chromium: Browser, written: Path) -> None:
    opened = chromium.new_context().new_page()
    opened.goto(written.as_uri())
    opened.emulate_media(media="print")
    assert opened.locator("article.sheet").count() == 1
    assert opened.locator("details.sheet").count() == 4
    assert opened.locator(".note:visible").count() == opened.locator(".note").count() == 9
    assert opened.pdf(format="A4").startswith(b"%PDF-")
    assert opened.evaluate(CONTRAST) == []


def test_every_number_leads_to_its_note(chromium: Browser, written: Path) -> None:
    opened = _open(chromium, written, 390)
    targets = opened.eval_on_selector_all("a.ref, .jump a", "all => all.map(a => a.hash.slice(1))")
    ids = opened.eval_on_selector_all(".note", "all => all.map(n => n.id)")
    assert set(targets) == set(ids)
    assert len(ids) == len(set(ids))
