"""One thin spider for each platform, found by discovery; what they share is in `base`.

Owns nothing but the search: a module with a class that has `serves` is a spider.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crawler.spiders.base import SourceSpider


def spiders() -> dict[str, type[SourceSpider]]:
    """Platform name (as packs write it) to the spider that serves it."""
    found: dict[str, type[SourceSpider]] = {}
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        for thing in vars(loaded).values():
            for platform in getattr(thing, "serves", ()):
                found[platform] = thing
    return found


def served() -> frozenset[str]:
    """Platform names that can be crawled."""
    return frozenset(spiders())
