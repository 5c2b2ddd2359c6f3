"""CivicPlus AgendaCenter: the page, and the years that a look needs by POST.

Owns which years are asked for. The markup is `crawler.platforms.civicplus`.
"""

from __future__ import annotations

from crawler.spiders.base import SourceSpider
from crawler.spiders.look import Look
from crawler.values import NextRequest


class CivicPlusSpider(SourceSpider):
    """The page shows the newest year of each board; older ones are further requests."""

    name = "civicplus"
    serves = ("civicplus",)

    def follows(self, look: Look, following: NextRequest, depth: int) -> bool:
        """Years within the history at a first look, else those that may still change.

        Only the page itself is asked for them: each year's fragment offers all the others again.
        """
        return depth == 0 and following.year is not None and following.year >= look.since.year

    def headers_for(self, following: NextRequest) -> dict[str, str]:
        """A year's fragment is only served to the page's own script."""
        return {"X-Requested-With": "XMLHttpRequest"} if following.form else {}
