"""One pure parser for each platform, found by discovery: a module with PLATFORM and parse_listing.

Owns the list of parsers and the way from saved bytes to a listing; no markup is known here.
"""

from __future__ import annotations

import difflib
import hashlib
import importlib
import pkgutil
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Protocol

from crawler import fingerprints, markup
from crawler.errors import UnknownPlatform
from crawler.platforms.legistar import names as legistar
from crawler.values import Listing

DETECT = "detect"


@cache
def reader() -> str:
    """A short hash of everything that decides how a page is read: other code, another reading."""
    found = [*_sources(files("crawler"), deep=False), *_sources(files("crawler.platforms"))]
    return hashlib.sha256(b"".join(e.read_bytes() for e in found)).hexdigest()[:12]


def _sources(folder: Traversable, *, deep: bool = True) -> list[Traversable]:
    """The modules of a folder in a fixed order; a platform may be a folder of several."""
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.name.endswith(".py"):
            found.append(entry)
        elif deep and entry.is_dir() and entry.name != "__pycache__":
            found += _sources(entry)
    return found


class Parser(Protocol):
    """Bytes and address of a page to its listing; never raises on what a server sends."""

    def __call__(
        self, body: bytes, url: str, *, board: str | None = None, charset: str | None = None
    ) -> Listing: ...


PAGE_OF_LINKS = "links"


@cache
def parsers() -> dict[str, Parser]:
    """Every platform's parser by name."""
    found: dict[str, Parser] = {}
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        found[loaded.PLATFORM] = loaded.parse_listing
    return found


def canonical(name: str, url: str = "") -> str:
    """The platform that reads what a pack calls by its builder's name ("wordpress" is links).

    url: where it alone tells that a spider of its own is needed, it stands for "detect".
    """
    if name == DETECT and legistar.api(url):
        return legistar.PLATFORM
    known = name in parsers() or name == DETECT
    return fingerprints.readable_as(name, "", "") or name if not known else name


def parser(name: str) -> Parser:
    """One platform's parser. Raises UnknownPlatform naming the nearest known one."""
    known = parsers()
    name = canonical(name)
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(sorted(known))}"
        raise UnknownPlatform(f"platform {name!r} cannot be read yet; {hint}")
    return known[name]


def detect(url: str, html: str) -> tuple[str | None, str | None]:
    """The platform a page is on, and the parser of ours that reads it (either may be None).

    A town's own page may mention any vendor (where its code or its videos are): where the address
    is no vendor's and the page itself lists documents, it is a page of links.
    """
    name = fingerprints.platform_of(url, html)
    reader = fingerprints.readable_as(name, url, html)
    if reader is None and fingerprints.platform_of(url, "") is None:
        links = parser(PAGE_OF_LINKS)
        if links(html.encode(), url, charset="utf-8").rows:
            return PAGE_OF_LINKS, PAGE_OF_LINKS
    return name, reader


def parse(
    data: bytes,
    url: str,
    *,
    platform: str = DETECT,
    board: str | None = None,
    charset: str | None = None,
) -> Listing:
    """One saved page as a listing; walls and error pages are recognised before parsing.

    Raises UnknownPlatform. `detect` picks the parser by the page's fingerprints.
    """
    html = markup.decode(data, charset)
    if platform == DETECT:
        name, reader = detect(url, html)
        if reader is None:
            return Listing(name or "unknown", url, "drift", why=f"{name} cannot be read yet")
        platform = reader
    read = parser(platform)
    if who := fingerprints.wall({}, html):
        return Listing(platform, url, "blocked", why=f"a wall of {who} instead of the page")
    listing = read(data, url, board=board, charset=charset)
    if not listing.rows and (sign := fingerprints.gone(html)):
        return Listing(platform, url, "moved", why=f"an error page: {sign!r}")
    return listing
