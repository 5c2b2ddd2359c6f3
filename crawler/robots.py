"""robots.txt as RFC 9309 has it: unreachable or 5xx forbids, 4xx allows, Crawl-delay is kept.

Owns one Scrapy middleware (Scrapy's own requests the page when robots.txt cannot be had) and the
record of each robots.txt fetched.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from protego import Protego
from scrapy import exceptions
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK

from crawler.policy import ROBOTS_NAME, politeness_key
from crawler.spiders import answers

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_MAX_BYTES = 512 * 1024  # RFC 9309, 2.5: at least 500 KiB have to be read
_LONGEST_DELAY = 60.0
_DOWN = (
    exceptions.DownloadConnectionRefusedError,
    exceptions.CannotResolveHostError,
    exceptions.DownloadTimeoutError,
    IgnoreRequest,
)


class Forbidden(IgnoreRequest):
    """robots.txt forbids the address, or could not be had; the message says which.

    down: nothing answers at that host at all, so that it is the host that cannot be reached.
    """

    def __init__(self, why: str, down: bool = False) -> None:
        self.down = down
        super().__init__(why)


class _Rules:
    """What one host's robots.txt says; `why` is set where it cannot be had."""

    def __init__(self, text: str = "", why: str | None = None, down: bool = False) -> None:
        self.why = why
        self.down = down
        self.parser = Protego.parse(text)

    def problem(self, url: str) -> str | None:
        if self.why:
            return self.why
        if self.parser.can_fetch(url, ROBOTS_NAME):
            return None
        return "robots.txt asks programs not to read this address"

    @property
    def delay(self) -> float:
        return min(float(self.parser.crawl_delay(ROBOTS_NAME) or 0.0), _LONGEST_DELAY)


class RobotsMiddleware:
    """Asks robots.txt once for each host and port; every other request waits for the answer."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.rules: dict[str, _Rules] = {}
        self.locks: dict[str, asyncio.Lock] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsMiddleware:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises Forbidden where the rules, or their absence, forbid the request."""
        if request.meta.get("dont_obey_robotstxt"):
            return
        rules = await self._rules(request.url)
        if problem := rules.problem(request.url):
            raise Forbidden(problem, rules.down)

    async def _rules(self, url: str) -> _Rules:
        scheme, _, rest = url.partition("://")
        origin = f"{scheme}://{rest.split('/', 1)[0].split('?', 1)[0]}"
        async with self.locks.setdefault(origin, asyncio.Lock()):
            if origin not in self.rules:
                self.rules[origin] = await self._fetch(origin)
        return self.rules[origin]

    async def _fetch(self, origin: str) -> _Rules:
        request = Request(
            f"{origin}/robots.txt",
            priority=1000,
            callback=NO_CALLBACK,
            meta={"dont_obey_robotstxt": True},
        )
        engine, spider = self.crawler.engine, self.crawler.spider
        assert engine is not None
        try:
            response = await engine.download_async(request)
        except Exception as exc:
            why = answers.trouble(exc)
            spider.note_robots(request, None, why)  # type: ignore[union-attr]
            said = f"robots.txt could not be had, which forbids: {why}"
            return _Rules(why=said, down=isinstance(exc, _DOWN))
        spider.note_robots(request, response, None)  # type: ignore[union-attr]
        rules = _read(response)
        spider.courtesy.crawl_delay(politeness_key(origin), rules.delay)  # type: ignore[union-attr]
        return rules


def _read(response: Response) -> _Rules:
    if response.status >= 500 or response.status == 429:
        return _Rules(why=f"robots.txt answered {response.status}, which forbids (RFC 9309)")
    if response.status != 200:
        return _Rules()
    text = response.body[:_MAX_BYTES].decode("utf-8", "replace")
    # A front page served for every unknown address holds no rule.
    return _Rules("" if text.lstrip()[:1] == "<" else text)
