"""Refusing private networks at the moment of connecting.

Owns the resolver. It also sees IP literals in any spelling, each redirect and each robots.txt; it
does not see traffic through a proxy, so proxies are off (crawler.policy).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from crawler.addresses import address_problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase
    from twisted.internet.defer import Deferred


class GuardedResolver(CachingThreadedResolver):
    """Scrapy's resolver, which answers public addresses only (and loopback in trials)."""

    allow_loopback = False

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> GuardedResolver:
        made = super().from_crawler(crawler, reactor)
        made.allow_loopback = crawler.settings.getbool("OFFAGENDA_ALLOW_LOOPBACK")
        return made

    def getHostByName(  # noqa: N802 - Twisted's name
        self, name: str, timeout: Sequence[int] = ()
    ) -> Deferred[str]:
        return super().getHostByName(name, timeout).addCallback(self._checked, name)

    def _checked(self, address: Any, name: str) -> str:
        problem = address_problem(str(address), allow_loopback=self.allow_loopback)
        if problem:
            # An OSError of another kind would be logged as critical by Twisted.
            raise DNSLookupError(f"{name}: {problem}")
        return str(address)
