"""Looking at one page once, to say which platform it is on and whether we can read it.

Owns the probe. Nothing is stored: its bytes go to a folder that is removed again.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from crawler.addresses import url_problem
from crawler.fingerprints import platform_of
from crawler.job import Job, SourceJob
from crawler.outcome import GOOD
from crawler.platforms import DETECT, canonical
from crawler.policy import CrawlSettings, user_agent
from crawler.process import Child, installed_version

# A probe keeps no time: nothing that it says is stored.
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Detected:
    """What a page turned out to be.

    platform: as a pack names it, None where nothing was recognised; readable: whether it can be
    crawled; boards: the names between which a source's `board` chooses.
    """

    url: str
    platform: str | None
    readable: bool
    outcome: str
    why: str
    rows: int = 0
    documents: int = 0
    boards: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "url": self.url,
            "platform": self.platform,
            "readable": self.readable,
            "outcome": self.outcome,
            "why": self.why,
            "rows": self.rows,
            "documents": self.documents,
            "boards": list(self.boards),
        }


def detect_url(url: str, *, settings: CrawlSettings) -> Detected:
    """Fetch one page, politely, and recognise it; documents and further pages are not asked for.

    Network trouble is an outcome. Raises ChildBroken where no process could be started.
    """
    if problem := url_problem(url, allow_loopback=settings.allow_loopback):
        return Detected(url, None, False, "unreachable", problem)
    with tempfile.TemporaryDirectory(prefix="offagenda-probe-") as folder:
        job = Job(
            archive=folder, now=_NO_TIME, frozen=True,
            reader="", agent=user_agent(installed_version(), settings.contact), settings=settings,
            sources=(SourceJob("probe", canonical(DETECT, url), url),), probe=True,
        )  # fmt: skip
        look, why = _look(job, settings.quiet_seconds)
    if look is None:
        return Detected(url, platform_of(url, ""), False, "unreachable", why)
    good = look["outcome"] in GOOD or look["outcome"] == "empty_suspicious"
    platform = look["platform"] or platform_of(url, "")
    return Detected(
        url, platform or None, good, look["outcome"], look["why"] or _said(look),
        look["rows"], look["documents"], tuple(look["boards"]),
    )  # fmt: skip


def _look(job: Job, quiet: float) -> tuple[dict[str, Any] | None, str]:
    """The last line of the one look, and why there is none."""
    child = Child(job, quiet)
    found = None
    try:
        for lines in child.lines():
            for line in lines:
                event = json.loads(line)
                found = event if event["t"] == "look" else found
    finally:
        why = child.end()
    return found, why or ""


def _said(look: dict[str, Any]) -> str:
    boards = f", boards: {'; '.join(look['boards'])}" if look["boards"] else ""
    return f"{look['rows']} meetings, {look['documents']} documents{boards}"
