"""What every spider of a child has: its job, where to say what happened, archive, clock, courtesy.

Owns the wiring, and the word on robots.txt that the middleware asks of each spider.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import scrapy
from scrapy.http import Request, Response

from crawler.courtesy import Courtesy
from crawler.job import Job, Out
from crawler.policy import politeness_key
from crawler.spiders import answers

if TYPE_CHECKING:
    from crawler.clock import Clock
    from store.archive import Archive


class ChildSpider(scrapy.Spider):
    """A spider that says each fact as one event of the child's output."""

    def __init__(
        self,
        job: Job,
        out: Out,
        archive: Archive,
        clock: Clock,
        courtesy: Courtesy,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.job = job
        self.out = out
        self.archive = archive
        self.clock = clock
        self.courtesy = courtesy

    def note_robots(self, request: Request, response: Response | None, error: str | None) -> None:
        """Called by the robots middleware for each robots.txt it asked for."""
        sha256 = self.archive.put(response.body) if response and response.body else None
        record = answers.record("robots", request, response, self.clock.now(), sha256, error)
        self.out.say("fetch", source=None, fetch=record, host=politeness_key(request.url))
