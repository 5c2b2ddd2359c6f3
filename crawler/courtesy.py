"""Waiting: between requests, across children, and for as long as a server asks.

Owns one shared record of who was asked when (`Courtesy`), and the middlewares that use it.
"""

from __future__ import annotations

import asyncio
import email.utils
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response

from crawler.addresses import url_problem
from crawler.policy import CrawlSettings, politeness_key

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

LONGEST_WAIT = 60.0
"""A server that asks for more than this is left alone until the next look."""


class Refused(IgnoreRequest):
    """An address whose shape we do not follow, or a server that asked to be left alone."""


class Courtesy:
    """Who may be asked when, for the lifetime of a child.

    ago: seconds since each politeness group was last asked, by earlier children.
    """

    def __init__(
        self, settings: CrawlSettings, ago: dict[str, float], tick: Callable[[], float]
    ) -> None:
        self.settings = settings
        self.tick = tick
        start = tick()
        self.not_before = {
            key: start + settings.delay_of(key) - max(0.0, seconds)
            for key, seconds in ago.items()
            if settings.delay_of(key) > seconds >= 0
        }
        self.least: dict[str, float] = {}

    def delay(self, key: str) -> float:
        """The delay of a group: ours, or the server's Crawl-delay where that is longer."""
        return max(self.settings.delay_of(key), self.least.get(key, 0.0))

    def crawl_delay(self, key: str, seconds: float) -> None:
        """Keep what a robots.txt asks for."""
        if seconds > self.least.get(key, 0.0):
            self.least[key] = seconds

    def leave_alone(self, key: str, seconds: float) -> None:
        """Keep that a server asked us to wait."""
        self.not_before[key] = max(self.not_before.get(key, 0.0), self.tick() + seconds)

    def wait(self, key: str) -> float:
        """Seconds until a group may be asked again."""
        return max(0.0, self.not_before.get(key, 0.0) - self.tick())


def _of(crawler: Crawler) -> Courtesy:
    found: Courtesy = crawler.spider.courtesy  # type: ignore[union-attr]
    return found


class ShapeMiddleware:
    """Refuses addresses by their shape, on each hop of a redirect as well."""

    def __init__(self, allow_loopback: bool) -> None:
        self.allow_loopback = allow_loopback

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ShapeMiddleware:
        return cls(crawler.settings.getbool("OFFAGENDA_ALLOW_LOOPBACK"))

    def process_request(self, request: Request) -> None:
        """Raises Refused."""
        if problem := url_problem(request.url, allow_loopback=self.allow_loopback):
            raise Refused(problem)


class CourtesyMiddleware:
    """Puts each request into the slot of its politeness group and waits for its turn."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CourtesyMiddleware:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises Refused where the server asked for more patience than a look has."""
        courtesy = _of(self.crawler)
        # Always set: a redirect brings the slot of the host it came from.
        key = politeness_key(request.url)
        request.meta["download_slot"] = key
        wait = courtesy.wait(key)
        if wait > LONGEST_WAIT:
            raise Refused(f"the server asked to wait {wait:.0f} seconds")
        if wait:
            await asyncio.sleep(wait)
        self._set_slot(request, key, courtesy.delay(key))

    def _set_slot(self, request: Request, key: str, delay: float) -> None:
        engine = self.crawler.engine
        assert engine is not None
        downloader = engine.downloader
        downloader.per_slot_settings.setdefault(key, {})["delay"] = delay
        slot = downloader.slots.get(key)
        if slot is not None and slot.delay < delay:
            slot.delay = delay
        # AutoThrottle knows one least delay for all hosts: keep it away from those with another.
        if delay != self.crawler.settings.getfloat("DOWNLOAD_DELAY"):
            request.meta["autothrottle_dont_adjust_delay"] = True


class RetryAfterMiddleware:
    """Waits as long as a busy server asks before Scrapy's own retry, or gives up until later."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RetryAfterMiddleware:
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Response:
        if response.status not in (429, 503):
            return response
        header = response.headers.get(b"Retry-After")
        # The date form is relative to the server's own clock, which its Date header shows.
        served = response.headers.get(b"Date")
        seconds = retry_after(_text(header), _text(served))
        if seconds is None:
            return response
        courtesy = _of(self.crawler)
        courtesy.leave_alone(politeness_key(request.url), seconds)
        if seconds > LONGEST_WAIT:
            request.meta["dont_retry"] = True
        return response


def retry_after(value: str | None, served: str | None = None) -> float | None:
    """Seconds asked for by Retry-After (RFC 9110, 10.2.3), None where it says nothing usable."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    until, start = _http_date(value), _http_date(served or "")
    if until is None or start is None:
        return None
    return max(0.0, (until - start).total_seconds())


def _http_date(value: str) -> datetime | None:
    try:
        return email.utils.parsedate_to_datetime(value).astimezone(UTC)
    except ValueError:
        return None


def _text(value: bytes | None) -> str | None:
    return value.decode("latin-1") if value else None
