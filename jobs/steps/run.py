"""All steps once, in order; the report when an edition is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jobs.context import Context
from jobs.exits import NOT_ALL_READ
from jobs.recorded import recorded
from jobs.steps import agreements
from jobs.steps.analyze import Analyzed, Reader, analyze
from jobs.steps.audit import Audited, audit
from jobs.steps.crawl import Crawled, crawl
from jobs.steps.ice import Taken, take_look
from jobs.steps.registry import load
from jobs.steps.report import is_due, weekly


@dataclass(frozen=True)
class Done:
    """What one run did."""

    crawled: Crawled
    ice: Taken
    analyzed: Analyzed
    audited: Audited
    headline: str | None
    page: Path | None

    @property
    def code(self) -> int:
        return NOT_ALL_READ if self.crawled.code or self.ice.code else 0

    def as_json(self) -> dict[str, Any]:
        return {
            "exit": self.code,
            "crawl": self.crawled.as_json(),
            "ice": self.ice.as_json(),
            "read": self.analyzed.read,
            "unread": list(self.analyzed.unread),
            "audit": self.audited.as_json(),
            "report": str(self.page) if self.page else None,
        }

    def lines(self) -> Iterator[str]:
        """The run in a few lines for a person."""
        yield str(self.crawled)
        yield from self.ice.lines()
        yield str(self.analyzed)
        yield from (f"  {why}" for why in self.analyzed.unread)
        yield str(self.audited)
        if self.page:
            yield self.headline or ""
            yield str(self.page)


def run(context: Context, reader: Reader | None = None) -> Done:
    """Crawl what is due, look at ICE's page and agreements, read, judge, report.

    Killed anywhere, run again.
    """
    load(context)
    with recorded(context, "run") as outcome:
        crawled = crawl(context, with_ice=True)
        ice = replace(take_look(context, crawled.ice), pdfs=agreements.sync(context))
        analyzed = analyze(context, reader)
        audited = audit(context)
        edition = weekly(context) if is_due(context) else None
        done = Done(
            crawled,
            ice,
            analyzed,
            audited,
            edition.headline if edition else None,
            edition.page if edition else None,
        )
        outcome.code, outcome.summary = done.code, done.as_json()
    return done
