"""One look at one source while it is under way: what is asked, read, counted, and how it ends.

Owns the bookkeeping. Requests nothing and parses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from crawler.job import LookMemory, PageMemory, SourceJob, document_id
from crawler.outcome import Facts, Verdict, judge
from crawler.policy import Budget
from crawler.values import Listing, Row

RECENT = timedelta(days=120)
"""How far back the pages of earlier years are read at every look: minutes come weeks later."""


@dataclass
class Look:
    """The state of one look. open: requests under way; when it falls to zero the look is over."""

    job: SourceJob
    started: datetime
    began: float
    budget: Budget
    history: timedelta
    open: int = 0
    requests: int = 0
    bytes: int = 0
    pages: int = 0
    left: int = 0
    rows: list[dict[str, Any]] = field(default_factory=list)
    seen: dict[str, None] = field(default_factory=dict)
    meetings: set[str] = field(default_factory=set)
    memory: dict[str, PageMemory] = field(default_factory=dict)
    asked_pages: set[str] = field(default_factory=set)
    platform: str = ""
    boards: tuple[str, ...] = ()
    listing: str | None = None
    said: str = ""
    status: int | None = None
    error: str | None = None
    robots: str | None = None
    wall: str | None = None
    gone: str | None = None
    raised: str | None = None
    pages_lost: list[str] = field(default_factory=list)
    documents_asked: int = 0
    documents_walled: int = 0
    problems: int = 0
    new: int = 0
    held: list[str] = field(default_factory=list)
    repeated: LookMemory | None = None
    seen_at: datetime | None = None

    @property
    def horizon(self) -> date:
        """Meetings before this day are listed but not fetched."""
        return (self.started - self.history).date()

    @property
    def since(self) -> date:
        """Pages of years before this day's are not read."""
        return self.horizon if self.job.first else (self.started - RECENT).date()

    def may_ask(self, now: float) -> bool:
        """Whether the budget allows one more request."""
        return (
            self.requests < self.budget.requests
            and now - self.began < self.budget.seconds
            and self.bytes < self.budget.megabytes * 1024 * 1024
        )

    def may_turn(self) -> bool:
        """Whether the budget allows one more page of the list."""
        return self.pages < self.budget.pages

    def read(self, key: str, listing: Listing, page: PageMemory) -> tuple[Row, ...]:
        """Take in one parsed page; returns its rows that no earlier page had."""
        # An empty archive page does not spoil a good front page, nor the other way round.
        if self.listing is None or (self.listing != "ok" and listing.outcome == "ok"):
            self.listing, self.said = listing.outcome, listing.why
        self.platform = listing.platform
        self.boards = self.boards or listing.boards
        ids = []
        fresh = []
        for row in listing.rows:
            mine = [document_id(self.job.id, d.identity) for d in row.documents]
            ids.extend(mine)
            new = [i for i in mine if i not in self.seen]
            self.seen.update(dict.fromkeys(mine))
            if new or not mine:
                fresh.append(row)
        slot = f"{key}|{','.join(map(str, listing.years))}"
        self.memory[slot] = PageMemory(
            page.etag, page.last_modified, page.sha256, tuple(dict.fromkeys(ids))
        )
        return tuple(fresh)

    def repeats(self, sha256: str | None, reader: str, due: Callable[[str], bool]) -> bool:
        """Whether the one page of this source says what it said at the last complete look.

        If so, the look takes over that look's reading, and nothing is parsed.
        """
        last = self.job.whole
        if last is None or last.sha256 != sha256 or last.reader != reader:
            return False
        if any(due(key) for key in last.held):
            return False
        self.repeated = last
        self.listing, self.said, self.platform = last.outcome, last.said, last.platform
        return True

    def whole(self, reader: str, now: datetime, listing_sha256: str) -> LookMemory | None:
        """What the next look may repeat, where this one was complete and had one page."""
        if self.repeated is not None:
            return replace(self.repeated, seen=now.isoformat())
        pages = list(self.memory.values())
        if len(pages) != 1 or self.pages != 1 or not pages[0].sha256 or self.left or self.problems:
            return None
        return LookMemory(
            reader, pages[0].sha256, now.isoformat(), len(self.rows), len(self.seen),
            self.listing or "", self.said, self.platform, listing_sha256, tuple(self.held),
        )  # fmt: skip

    def vanished(self) -> tuple[int, tuple[str, ...]]:
        """How many documents the same pages listed last time, and which of them are gone."""
        before = {i for slot in self.memory if slot in self.job.pages
                  for i in self.job.pages[slot].listed}  # fmt: skip
        return len(before), tuple(sorted(before - set(self.seen)))

    def verdict(self) -> Verdict:
        """How the look ended, as the facts stand now."""
        before, gone = self.vanished()
        rows = self.repeated.documents if self.repeated else len(self.seen)
        return judge(
            Facts(
                listing=self.listing, said=self.said, status=self.status, error=self.error,
                robots=self.robots, wall=self.wall, gone=self.gone, raised=self.raised,
                pages_lost=tuple(self.pages_lost), rows=rows, before=before,
                vanished=len(gone), documents_asked=self.documents_asked,
                documents_walled=self.documents_walled, left=self.left, problems=self.problems,
            )
        )  # fmt: skip
