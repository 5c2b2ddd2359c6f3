"""CPU seconds for each unchanged source, as a ratio to a bare Scrapy spider on the same pages.

Owns one table: 200 sources on localhost, each a list of 24 meetings, looked at a second time when
nothing has changed. The servers run in a process of their own and are not counted.
"""

from __future__ import annotations

import multiprocessing
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from crawler.policy import CrawlSettings
from tests.crawler.site import serving
from tests.crawler.world import World

SOURCES = 200
MEETINGS = 24

_BARE = """
import sys, scrapy
from scrapy.crawler import AsyncCrawlerProcess

class Bare(scrapy.Spider):
    name = "bare"
    async def start(self):
        for number in range({sources}):
            yield scrapy.Request(f"{url}/{{number}}/minutes/", callback=self.parse)
    def parse(self, response):
        return None

process = AsyncCrawlerProcess({{"LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False,
                               "REMOTE_CONTROL_ENABLED": False, "ROBOTSTXT_OBEY": True}})
process.crawl(Bare)
process.start()
"""


def _page(number: int) -> str:
    first = date(2025, 1, 7)
    days = [first + timedelta(days=14 * n) for n in range(MEETINGS)]
    items = "".join(
        f"<li>{day:%B} {day.day}, {day.year}: "
        f'<a href="/{number}/uploads/{day:%Y/%m}/{day:%m-%d-%y}-agenda.pdf">Agenda</a> '
        f'<a href="/{number}/uploads/{day:%Y/%m}/{day:%m-%d-%y}-minutes.pdf">Minutes</a></li>'
        for day in days
    )
    filler = "<p>Exampleton is a fine place to live and to work.</p>" * 60
    return f"<html><body><h1>Council {number}</h1>{filler}<ul>{items}</ul></body></html>"


def _serve(pipe: Connection) -> None:
    with serving() as site:
        site.page("/robots.txt", "User-agent: *\nDisallow: /private/\n", "text/plain")
        for number in range(SOURCES):
            site.page(f"/{number}/minutes/", _page(number))
        pipe.send(site.url)
        pipe.recv()


def _cpu(work: Callable[[], None]) -> tuple[float, float]:
    """CPU seconds of this process and of the children that ended meanwhile, and wall seconds."""

    def spent() -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.process_time() + children.ru_utime + children.ru_stime

    before, began = spent(), time.monotonic()
    work()
    return spent() - before, time.monotonic() - began


def main() -> None:
    """Prints CPU milliseconds per source of both and their ratio."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    server = context.Process(target=_serve, args=(theirs,), daemon=True)
    server.start()
    url = ours.recv()
    try:
        with tempfile.TemporaryDirectory() as folder:
            whole, wall = _measured(Path(folder), url)
        bare, _ = _cpu(lambda: _bare(url))
    finally:
        ours.send("done")
        server.join()
    each, bare_each = whole / SOURCES * 1000, bare / SOURCES * 1000
    print(f"bare Scrapy spider   {bare_each:8.1f} ms CPU a source")
    print(f"unchanged source     {each:8.1f} ms CPU a source ({wall:.1f} s for {SOURCES})")
    print(f"ratio                {each / bare_each:8.2f}")


def _measured(folder: Path, url: str) -> tuple[float, float]:
    world = World(folder)
    world.text = ""
    world.add_all({f"town-{n}": f"{url}/{n}/minutes/" for n in range(SOURCES)})
    # Documents are not part of the comparison: the history ends before the oldest meeting.
    settings = CrawlSettings(allow_loopback=True, history_days=1)
    first = world.look(settings=settings)
    assert {look.outcome for look in first.values()} == {"ok"}
    cpu, wall = _cpu(lambda: _again(world, settings))
    world.close()
    return cpu, wall


def _again(world: World, settings: CrawlSettings) -> None:
    looks = world.look(days=1, settings=settings)
    assert {look.outcome for look in looks.values()} == {"ok"}
    assert {look.documents for look in looks.values()} == {2 * MEETINGS}


def _bare(url: str) -> None:
    code = _BARE.format(sources=SOURCES, url=url)
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(code)
        file.flush()
        subprocess.run([sys.executable, "-P", file.name], check=True)


if __name__ == "__main__":
    main()
