"""The crawling process: a job on standard input, events into a pipe, bytes into the archive.

Owns starting Scrapy once for a batch. Knows no store: what it says is kept by the parent.

    python -P -m crawler.child DESCRIPTOR < job.json
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from crawler.clock import Clock
from crawler.job import Job, Out, SourceJob


def main() -> int:
    """Run one job; 0 when every spider closed by itself."""
    out = Out(int(sys.argv[1]))
    job = Job.from_bytes(sys.stdin.buffer.read())
    # A spider's words belong to nobody's terminal.
    logging.getLogger().addHandler(logging.NullHandler())
    run(job, out)
    out.say("complete")
    os.close(out.descriptor)
    return 0


def run(job: Job, out: Out) -> None:
    """Crawl every source of a job, ICE's page and agreements where they are part of it."""
    from scrapy.crawler import AsyncCrawlerProcess

    from crawler.courtesy import Courtesy
    from crawler.policy import scrapy_settings
    from store.archive import Archive

    settings = scrapy_settings(job.settings, job.agent)
    process = AsyncCrawlerProcess(settings, install_root_handler=False)
    shared = {
        "job": job,
        "out": out,
        "archive": Archive(Path(job.archive)),
        "clock": Clock(job.now, job.frozen, time.monotonic),
        "courtesy": Courtesy(job.settings, job.ago, time.monotonic),
    }
    failed: list[BaseException] = []

    async def one_after_another() -> None:
        from twisted.internet import reactor

        try:
            for spider, given in _steps(job):
                await process.crawl(spider, **shared, **given)
        except Exception as exc:
            failed.append(exc)
        finally:
            reactor.stop()  # type: ignore[misc]

    task = asyncio.get_event_loop().create_task(one_after_another())
    process.start(stop_after_crawl=False)
    del task
    if failed:
        raise failed[0]


def _steps(job: Job) -> list[tuple[type[Any], dict[str, Any]]]:
    """One spider for each platform, one after the other: two at once would ask a host twice."""
    from crawler.spiders import spiders

    served = spiders()
    groups: dict[type[Any], list[SourceJob]] = defaultdict(list)
    for source in job.sources:
        groups[served[source.platform]].append(source)
    steps: list[tuple[type[Any], dict[str, Any]]] = [
        (spider, {"sources": tuple(sources)}) for spider, sources in groups.items()
    ]
    if job.ice is not None:
        from crawler.spiders.ice import IceSpider

        steps.insert(0, (IceSpider, {"ice": job.ice}))
    if job.agreements:
        from crawler.spiders.agreements import AgreementSpider

        steps.append((AgreementSpider, {"links": job.agreements}))
    return steps


if __name__ == "__main__":
    sys.exit(main())
