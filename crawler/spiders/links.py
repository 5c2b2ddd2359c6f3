"""Any page of links, and the few further pages that hold more of the same list.

Owns how far such a list is followed. The reading is `crawler.platforms.links`.
"""

from __future__ import annotations

from dataclasses import replace

from crawler.outcome import GOOD
from crawler.platforms.legistar import names as legistar
from crawler.platforms.legistar.names import ONLY_THE_API
from crawler.spiders.base import SourceSpider
from crawler.spiders.look import Look
from crawler.values import Listing, NextRequest


class LinksSpider(SourceSpider):
    """Serves `detect` as well: there the parser is chosen by each page's fingerprints."""

    name = "links"
    serves = ("links", "detect")

    def follows(self, look: Look, following: NextRequest, depth: int) -> bool:
        """Two hops at most, and no page of a year before the history wanted."""
        if depth >= (1 if following.form else self.settings_.budget.depth):
            return False
        return following.year is None or following.year >= look.since.year

    def admitted(self, look: Look, parsed: Listing) -> Listing:
        """A calendar of Legistar shows one month: read as a page of links it would be half read."""
        if parsed.platform != legistar.PLATFORM or parsed.outcome not in GOOD:
            return parsed
        return replace(parsed, outcome="drift", rows=(), next_requests=(), why=ONLY_THE_API)

    def headers_for(self, following: NextRequest) -> dict[str, str]:
        """A detected AgendaCenter wants the header its own script sends."""
        return {"X-Requested-With": "XMLHttpRequest"} if following.form else {}
