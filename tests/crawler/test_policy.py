"""Courtesy and safety as settings: each one is a promise, so each one is asserted."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from crawler.addresses import address_problem, is_loopback, url_problem
from crawler.courtesy import Courtesy, retry_after
from crawler.policy import CrawlSettings, politeness_key, scrapy_settings, user_agent

PROMISED: dict[str, Any] = {
    "ROBOTSTXT_OBEY": True,
    "ROBOTSTXT_USER_AGENT": "Offagenda",
    "USER_AGENT": "Offagenda/1 (+desk@paper.example)",
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 5.0,
    "DOWNLOAD_DELAY_JITTER": 0.0,
    "AUTOTHROTTLE_ENABLED": True,
    "AUTOTHROTTLE_START_DELAY": 5.0,
    "AUTOTHROTTLE_MAX_DELAY": 60.0,
    "DOWNLOAD_MAXSIZE": 67108864,
    "DOWNLOAD_TIMEOUT": 60.0,
    "DOWNLOAD_FAIL_ON_DATALOSS": True,
    "DOWNLOAD_VERIFY_CERTIFICATES": True,
    "DOWNLOAD_HANDLERS": {"file": None, "data": None, "ftp": None, "s3": None},
    "DEPTH_LIMIT": 4,
    "REDIRECT_MAX_TIMES": 5,
    "METAREFRESH_ENABLED": False,
    "MEMUSAGE_LIMIT_MB": 1024,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "TWISTED_DNS_RESOLVER": "crawler.guard.GuardedResolver",
    "COOKIES_ENABLED": False,
    "HTTPPROXY_ENABLED": False,
    "HTTPCACHE_ENABLED": False,
    "RETRY_TIMES": 2,
    "OFFAGENDA_ALLOW_LOOPBACK": False,
}
AGENT = user_agent("1", "desk@paper.example")


@pytest.mark.parametrize("name", PROMISED)
def test_each_setting(name: str) -> None:
    assert scrapy_settings(CrawlSettings(), AGENT)[name] == PROMISED[name]


def test_no_limit_is_one_child_s() -> None:
    names = scrapy_settings(CrawlSettings(), AGENT)
    assert not [n for n in names if n.startswith("CLOSESPIDER") or n == "JOBDIR"]
    budget = CrawlSettings().budget
    assert (budget.requests, budget.seconds, budget.depth) == (2000, 1800.0, 2)


def test_every_setting_is_one_that_scrapy_knows() -> None:
    from scrapy.settings import default_settings

    ours = set(scrapy_settings(CrawlSettings(), AGENT))
    assert {n for n in ours if not hasattr(default_settings, n)} == {"OFFAGENDA_ALLOW_LOOPBACK"}


@pytest.mark.parametrize(
    ("settings", "key", "delay"),
    [
        (CrawlSettings(), "www.exampleton.example:443", 5.0),
        (CrawlSettings(), "127.0.0.1:8000", 5.0),
        (CrawlSettings(allow_loopback=True), "127.0.0.1:8000", 0.0),
        (CrawlSettings(allow_loopback=True), "exampleton.example:443", 5.0),
        (CrawlSettings(allow_loopback=True, delay_seconds=1.5), "127.0.0.1:8000", 1.5),
        (CrawlSettings(delay_seconds=9.0), "exampleton.example:443", 9.0),
    ],
)
def test_delays(settings: CrawlSettings, key: str, delay: float) -> None:
    assert settings.delay_of(key) == delay


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://pa-exampleton.civicplus.com/AgendaCenter", "civicplus.com"),
        ("https://other.civicplus.com/x", "civicplus.com"),
        ("https://notcivicplus.com/x", "notcivicplus.com:443"),
        ("http://www.exampleton.example/x", "exampleton.example:80"),
        ("http://127.0.0.1:8001/x", "127.0.0.1:8001"),
        ("http://127.0.0.1:8002/x", "127.0.0.1:8002"),
    ],
)
def test_politeness_groups(url: str, key: str) -> None:
    assert politeness_key(url) == key


def test_an_honest_name_even_without_contact() -> None:
    assert user_agent("1", "") == "Offagenda/1 (+watching public meeting records)"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://exampleton.example/x",
        "file:///etc/hostname",
        "http://good\\@bad.example/",
        "http://user:word@exampleton.example/",
        "http://exampleton.example:22/",
        "http://127.0.0.1:8000/",
        "http://exampleton.example/a b",
        "http://exampleton.example/" + "a" * 2000,
        "http://exampleton.example/" + "x/" * 30,
        "http://[bad/",
        "http:///x",
    ],
)
def test_addresses_that_are_not_asked(url: str) -> None:
    assert url_problem(url)


def test_addresses_that_are() -> None:
    assert url_problem("https://exampleton.example:8443/a%20b?x=1") is None
    assert url_problem("http://127.0.0.1:41234/x", allow_loopback=True) is None
    assert url_problem("http://exampleton.example:41234/x", allow_loopback=True)


@pytest.mark.parametrize(
    "address",
    ["10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
     "224.0.0.1", "::1", "fe80::1", "fc00::1", "::ffff:10.0.0.1", "127.0.0.1", "x"],
)  # fmt: skip
def test_addresses_that_are_not_connected_to(address: str) -> None:
    assert address_problem(address)


def test_public_addresses_and_loopback_in_trials() -> None:
    assert address_problem("93.184.216.34") is None
    assert address_problem("127.0.0.1", allow_loopback=True) is None
    assert address_problem("10.0.0.1", allow_loopback=True)
    assert is_loopback("localhost")
    assert not is_loopback("exampleton.example")


@pytest.mark.parametrize(
    ("value", "served", "seconds"),
    [
        ("120", None, 120.0),
        ("Wed, 04 Feb 2026 12:00:30 GMT", "Wed, 04 Feb 2026 12:00:00 GMT", 30.0),
        ("Wed, 04 Feb 2026 11:00:00 GMT", "Wed, 04 Feb 2026 12:00:00 GMT", 0.0),
        ("Wed, 04 Feb 2026 12:00:30 GMT", None, None),
        ("soon", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_retry_after(value: str | None, served: str | None, seconds: float | None) -> None:
    assert retry_after(value, served) == seconds


def test_waiting_goes_on_across_children() -> None:
    now = [100.0]
    ago = {"exampleton.example:443": 2.0, "old.example:443": 60.0, "later.example:443": -5.0}
    courtesy = Courtesy(CrawlSettings(), ago, lambda: now[0])
    assert courtesy.wait("exampleton.example:443") == 3.0
    assert courtesy.wait("old.example:443") == 0.0
    assert courtesy.wait("later.example:443") == 0.0  # a clock that was set back
    now[0] += 3
    assert courtesy.wait("exampleton.example:443") == 0.0
    courtesy.leave_alone("exampleton.example:443", 90)
    assert courtesy.wait("exampleton.example:443") == 90.0


def test_crawl_delay_only_lengthens() -> None:
    courtesy = Courtesy(CrawlSettings(), {}, lambda: 0.0)
    courtesy.crawl_delay("exampleton.example:443", 12.0)
    courtesy.crawl_delay("other.example:443", 1.0)
    assert courtesy.delay("exampleton.example:443") == 12.0
    assert courtesy.delay("other.example:443") == 5.0


def test_the_parent_imports_no_scrapy() -> None:
    code = (
        "import sys, crawler.harvest, crawler.schedule, crawler.registry, crawler.platforms as p;"
        "p.parsers(); print([m for m in ('scrapy', 'twisted', 'spacy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_served_platforms_have_their_spiders() -> None:
    from crawler.harvest import SERVED
    from crawler.platforms import DETECT, parsers
    from crawler.spiders import served

    assert served() == frozenset(SERVED) == {*parsers(), DETECT}
