"""One look at one page, nothing stored."""

from __future__ import annotations

from crawler.detect import detect_url
from tests.crawler.site import Site
from tests.crawler.world import SETTINGS


def test_a_page_is_recognised(site: Site) -> None:
    site.page("/minutes/", '<a href="/wp-content/uploads/2026/01/1-13-26.pdf">1/13/26 Minutes</a>')
    found = detect_url(f"{site.url}/minutes/", settings=SETTINGS)
    assert (found.platform, found.readable, found.outcome) == ("links", True, "ok")
    assert (found.rows, found.documents) == (1, 1)
    assert site.paths() == ["/minutes/"]


def test_what_cannot_be_read_is_said(site: Site) -> None:
    site.page("/calendar", '<table class="rgMasterTable"></table>')
    found = detect_url(f"{site.url}/calendar", settings=SETTINGS)
    assert (found.platform, found.readable) == ("legistar", False)
    assert found.why == "legistar cannot be read yet"


def test_nothing_private_is_probed() -> None:
    from crawler.policy import CrawlSettings

    found = detect_url("http://127.0.0.1:9/", settings=CrawlSettings())
    assert (found.platform, found.outcome) == (None, "unreachable")
