"""How politely, how long and how much: the crawler's settings, budgets and politeness groups.

Owns every number of courtesy. Fetches nothing; reads no file and no clock.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlsplit

from crawler.addresses import is_loopback

DELAY = 5.0
ROBOTS_NAME = "Offagenda"

# One vendor's machines serve thousands of bodies: the delay is the vendor's, not the tenant's.
_VENDORS = (
    "civicplus.com", "legistar.com", "granicus.com", "civicclerk.com", "boarddocs.com",
    "municode.com", "municodemeetings.com", "iqm2.com", "primegov.com", "escribemeetings.com",
    "civicweb.net", "diligent.community", "novusagenda.com", "eboardsolutions.com",
    "revize.com", "wixsite.com", "filesusr.com", "squarespace.com", "google.com",
)  # fmt: skip


@dataclass(frozen=True)
class Budget:
    """What one look at one source may cost; what is left over waits for the next look."""

    requests: int = 2000
    seconds: float = 1800.0
    megabytes: int = 1024
    pages: int = 60
    depth: int = 2


@dataclass(frozen=True)
class CrawlSettings:
    """The `[crawler]` section as the crawler needs it.

    delay_seconds: between two requests to one host and port (or one vendor); None: 5 seconds, and
    none on loopback. batch: sources for one child. quiet_seconds: a child silent for longer is
    ended.
    """

    contact: str = ""
    delay_seconds: float | None = None
    history_days: int = 550
    allow_loopback: bool = False
    budget: Budget = Budget()
    batch: int = 200
    quiet_seconds: float = 900.0
    timeout_seconds: float = 60.0

    @property
    def delay(self) -> float:
        """The delay for hosts of the public web."""
        return DELAY if self.delay_seconds is None else self.delay_seconds

    def delay_of(self, key: str) -> float:
        """The delay for one politeness group: none for this machine, unless configured."""
        host = key.rsplit(":", 1)[0]
        if self.delay_seconds is None and self.allow_loopback and is_loopback(host):
            return 0.0
        return self.delay

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> CrawlSettings:
        return cls(**{**given, "budget": Budget(**given["budget"])})


def politeness_key(url: str) -> str:
    """Who has to bear a request: the vendor for its tenants, else host and port."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    for vendor in _VENDORS:
        if host == vendor or host.endswith("." + vendor):
            return vendor
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return f"{host.removeprefix('www.')}:{port}"


def user_agent(version: str, contact: str) -> str:
    """An honest name with a way to reach whoever runs this machine."""
    return f"{ROBOTS_NAME}/{version} (+{contact or 'watching public meeting records'})"


def scrapy_settings(settings: CrawlSettings, agent: str) -> dict[str, Any]:
    """Scrapy's settings: its defaults are for speed, ours for courtesy and hostile input.

    Page, time and memory limits are budgets of each source (`Budget`), so CLOSESPIDER_* stay off;
    there is no JOBDIR and no HTTP cache, as the store is the frontier.
    """
    return {
        "USER_AGENT": agent,
        "ROBOTSTXT_OBEY": True,
        "ROBOTSTXT_USER_AGENT": ROBOTS_NAME,
        # Many hosts at once, never two requests to one of them.
        "CONCURRENT_REQUESTS": 64,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        # Scrapy starts this many tasks for each answer; ours yield requests, not items.
        "CONCURRENT_ITEMS": 1,
        "DOWNLOAD_DELAY": settings.delay,
        # The delay is a promise, so it is the least there is, not a mean around which to vary.
        "DOWNLOAD_DELAY_JITTER": 0.0,
        "AUTOTHROTTLE_ENABLED": True,
        "AUTOTHROTTLE_START_DELAY": settings.delay,
        "AUTOTHROTTLE_MAX_DELAY": max(60.0, settings.delay),
        "DOWNLOAD_MAXSIZE": 64 * 1024 * 1024,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_TIMEOUT": settings.timeout_seconds,
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
        "LOG_LEVEL": "ERROR",
        "LOG_ENABLED": False,
        "STATS_DUMP": False,
        "LOGSTATS_INTERVAL": 0,
        "DOWNLOADER_STATS": False,
        "REFERER_ENABLED": False,
        "OFFAGENDA_ALLOW_LOOPBACK": settings.allow_loopback,
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
            "crawler.courtesy.ShapeMiddleware": 40,
            "crawler.robots.RobotsMiddleware": 100,
            "crawler.courtesy.CourtesyMiddleware": 120,
            "crawler.courtesy.RetryAfterMiddleware": 560,
        },
    }
