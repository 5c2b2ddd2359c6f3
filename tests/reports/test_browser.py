"""The page as Chromium shows it: on a phone, in the dark, on paper, without the network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from reports import render
from tests.reports.weeks import card, quote, seen, table, voted, week

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NEEDED = bool(os.environ.get("OFFAGENDA_NEED_CHROMIUM"))

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(CHROMIUM is None and not NEEDED, reason="no Chromium on this machine"),
]

PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1200, "height": 900}
ARGS = ["--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--no-first-run"]  # fmt: skip

HERE = Path(__file__).parent
CONTRAST = (HERE / "contrast.js").read_text(encoding="utf-8")
CLASHES = (HERE / "clashes.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.fail("OFFAGENDA_NEED_CHROMIUM is set and there is no Chromium")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=False, args=ARGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with long names, several bodies and a word that does not fit a phone."""
    long = "Upper Ashgrove-on-the-Meadows Township Board of Supervisors and Commission"
    hard = voted(
        key="pa-long-1", agency=long, bodies=(long, "Regional Police Commission"),
        tables=(table(long, "rrrrmrrarrcnur"), table("Regional Police Commission")),
        quotes=tuple(quote("x" * 160, page=n) for n in range(1, 6)),
    )  # fmt: skip
    made = week(
        cards=(*week().cards, hard, card("NOT_MONITORED", key="n", agency="y" * 90, tables=())),
        seen=seen(without_source=tuple(f"Body {n} of Hadley County" for n in range(40))),
    )
    path = tmp_path_factory.mktemp("edition") / "index.html"
    path.write_text(render.page(made), encoding="utf-8")
    return path


def _open(browser: Browser, report: Path, size: ViewportSize, **more: object) -> Page:
    page = browser.new_context(viewport=size, **more).new_page()  # type: ignore[arg-type]
    page.goto(report.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    return page


@pytest.mark.parametrize("width", [320, 390, 768, 1200])
def test_nothing_is_wider_than_the_screen(browser: Browser, report: Path, width: int) -> None:
    page = _open(browser, report, {"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_timelines_keep_their_letters_on_a_phone(browser: Browser, report: Path) -> None:
    page = _open(browser, report, PHONE)
    sizes = page.evaluate(
        "[...document.querySelectorAll('figure > svg')].map(s => "
        "[...s.querySelectorAll('text')].map(t => parseFloat(getComputedStyle(t).fontSize)"
        " * (s.getScreenCTM() || {a: 1}).a))"
    )
    assert len(sizes) == 4
    assert all(size >= 11 for one in sizes for size in one)


def test_no_words_of_a_timeline_leave_it_or_cover_each_other(
    browser: Browser, report: Path
) -> None:
    page = _open(browser, report, PHONE)
    assert page.evaluate(CLASHES) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_stand_out_from_what_is_behind_them(
    browser: Browser, report: Path, scheme: str
) -> None:
    page = _open(browser, report, DESK, color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []


def test_dark_is_dark(browser: Browser, report: Path) -> None:
    page = _open(browser, report, DESK, color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 20, 18)"


def test_the_page_asks_for_nothing_and_breaks_no_policy(browser: Browser, report: Path) -> None:
    page = browser.new_context(viewport=DESK).new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(report.as_uri())
    page.wait_for_load_state("networkidle")
    assert asked == [report.as_uri()]
    assert said == []


def test_it_reads_without_scripts_and_by_keyboard(browser: Browser, report: Path) -> None:
    page = browser.new_context(viewport=DESK, java_script_enabled=False).new_page()
    page.goto(report.as_uri())
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the report"
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_it_prints(browser: Browser, report: Path) -> None:
    page = _open(browser, report, DESK)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(format="A4").startswith(b"%PDF-")
    assert page.evaluate(CONTRAST) == []
