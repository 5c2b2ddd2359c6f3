"""The audit's page as Chromium shows it: narrow, dark, on paper, with a body that meets weekly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from sqlalchemy import Engine

from audit.compliance import Compliance, compliance
from reports.compliance.page import page as render
from reports.compliance.view import view
from store.archive import Archive
from store.engine import open_engine, session, sqlite_url
from store.schema import migrate
from tests.reports import test_browser as chrome
from tests.reports.county import AS_OF
from tests.reports.test_compliance import Q3, fill

pytestmark = chrome.pytestmark
DESK: ViewportSize = {"width": 1200, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if chrome.CHROMIUM is None:
        pytest.fail("OFFAGENDA_NEED_CHROMIUM is set and there is no Chromium")
    with sync_playwright() as play:
        started = play.chromium.launch(
            executable_path=chrome.CHROMIUM, chromium_sandbox=False, args=chrome.ARGS
        )
        yield started
        started.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council with one meeting, and one with thirteen and a long name."""
    folder = tmp_path_factory.mktemp("audit")
    engine: Engine = open_engine(sqlite_url(folder / "offagenda.db"))
    migrate(engine)
    with session(engine) as opened:
        fill(opened, Archive(folder / "archive"))
        audit = compliance(opened, "PA", Q3, AS_OF)
    engine.dispose()
    path = folder / "index.html"
    path.write_text(render(view(_weekly(audit), {})), encoding="utf-8")
    return path


def _weekly(audit: Compliance) -> Compliance:
    one = audit.monitored[0]
    days = [date(2026, 7, 7) + timedelta(weeks=n) for n in range(13)]
    answers = tuple(
        replace(answer, case=f"meeting of {day}", day=day)
        for day in days
        for answer in one.answers
        if answer.case.startswith("meeting")
    )
    long = "Upper Ashgrove-on-the-Meadows Township Board of Supervisors and Commission"
    weekly = replace(one, id="pa-weekly", name=long, meetings=13, answers=answers)
    return replace(audit, bodies=(*audit.bodies, weekly))


def _open(browser: Browser, report: Path, size: ViewportSize, **more: object) -> Page:
    page = browser.new_context(viewport=size, **more).new_page()  # type: ignore[arg-type]
    page.goto(report.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    return page


@pytest.mark.parametrize("width", [320, 390, 768, 1200])
def test_nothing_is_wider_than_the_screen(browser: Browser, report: Path, width: int) -> None:
    page = _open(browser, report, {"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_stand_out(browser: Browser, report: Path, scheme: str) -> None:
    page = _open(browser, report, DESK, color_scheme=scheme)
    assert page.evaluate(chrome.CONTRAST) == []


def test_every_mark_has_its_word(browser: Browser, report: Path) -> None:
    page = _open(browser, report, DESK)
    cells = page.locator(".grid td").all_text_contents()
    assert cells
    assert all(len(words.strip()) > 1 for words in cells)


def test_it_asks_for_nothing_breaks_no_policy_and_prints(browser: Browser, report: Path) -> None:
    page = browser.new_context(viewport=DESK).new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(report.as_uri())
    page.wait_for_load_state("networkidle")
    assert asked == [report.as_uri()]
    assert said == []
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(format="A4").startswith(b"%PDF-")
