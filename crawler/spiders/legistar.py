"""Legistar: the events of its Web API, and each past meeting's votes.

Owns what is asked and in which order. What the answers say is `crawler.platforms.legistar`'s.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from crawler import rechecks
from crawler.job import KnownDocument
from crawler.platforms.legistar import events, names, record
from crawler.policy import politeness_key
from crawler.spiders import answers
from crawler.spiders.base import Found, SourceSpider
from crawler.spiders.look import Look
from crawler.values import VOTES, ListedDocument, Listing, NextRequest, Row

_JSON = {"Accept": "application/json"}


@dataclass
class _Gathering:
    """One meeting's record while its answers come in: the first, and one place for each more."""

    response: Response
    sha256: str
    asks: tuple[record.Ask, ...]
    parts: dict[record.Ask, record.Part] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        return len(self.parts) == len(self.asks)


class LegistarSpider(SourceSpider):
    """The list is the events since a New Year's Day; votes are asked once a meeting is over."""

    name = "legistar"
    serves = (names.PLATFORM,)

    def entry(self, look: Look) -> NextRequest:
        """A client's own page stands for its Web API."""
        base = names.api(look.job.url)
        return NextRequest(names.events_url(base, look.since) if base else look.job.url, "page")

    def follows(self, look: Look, following: NextRequest, depth: int) -> bool:
        """Every page of the list: each is as long as the vendor makes them."""
        return True

    def headers_for(self, following: NextRequest) -> dict[str, str]:
        """Without it the answer is XML."""
        return _JSON

    def admitted(self, look: Look, parsed: Listing) -> Listing:
        """Events seen on no earlier page; a page that brings none is not a further page."""
        if names.api(look.job.url) is None:
            return replace(parsed, outcome="drift", rows=(), why=names.ONLY_THE_API)
        if why := self._several(look, parsed):
            return replace(parsed, outcome="drift", rows=(), next_requests=(), why=why)
        seen = look.meetings
        fresh = tuple(row for row in parsed.rows if row.vendor_id not in seen)
        if parsed.rows and not fresh:
            look.pages_lost.append(f"{parsed.url}: the page repeats an earlier one")
            return replace(parsed, rows=(), next_requests=())
        seen.update(row.vendor_id for row in fresh if row.vendor_id)
        return replace(parsed, rows=fresh)

    def _several(self, look: Look, parsed: Listing) -> str:
        """What bars a look at all the boards of a client: a committee's vote is not the council's.

        A probe only wants to know which there are.
        """
        boards = sorted({names.of_board(name) for name in parsed.boards})
        if look.job.board is not None or self.job.probe or len(boards) < 2:
            return ""
        return f"{len(boards)} boards publish here; name one as `board`: {'; '.join(boards[:20])}"

    def complaint(self, look: Look, response: Response) -> None:
        """The API says what it lacks: a client of this name, or a token."""
        outcome, why = events.complaint(events.load(response.body), response.url)
        if outcome == "moved":
            look.gone = why
        elif outcome == "blocked" or response.status in (401, 403):
            look.said = f"Legistar's Web API wants a token for {names.client(response.url)!r}"

    def due(self, row: Row, document: ListedDocument, known: KnownDocument | None) -> bool:
        """Votes not before the meeting is over, and seldom once its minutes are final."""
        now = self.clock.now()
        if document.role != VOTES:
            return super().due(row, document, known)
        if row.date is None or row.date >= now.date():
            return False
        if known is None or known.last_checked is None or known.sha256 is None:
            return super().due(row, document, known)
        since = now - known.last_checked
        if known.problem:
            return since >= rechecks.WEEK
        if document.settled and document.posted_at:
            published = datetime.fromisoformat(document.posted_at)
            return known.last_checked < published or since >= rechecks.SELDOM
        return super().due(row, document, known)

    def on_page(self, response: Response) -> Found:
        # Scrapy counts hops and drops the fifth without a word; a look has its own limits.
        response.meta["depth"] = 0
        return super().on_page(response)

    def _document(
        self, look: Look, document: ListedDocument, row: Row, known: KnownDocument | None
    ) -> Request:
        request = super()._document(look, document, row, known)
        # Never conditional: unchanged items say nothing about the votes on them.
        return request.replace(headers=_JSON) if document.role == VOTES else request

    # ---- the record of one meeting

    def _read_document(self, response: Response) -> Iterator[Request]:
        look: Look = response.meta["look"]
        document: ListedDocument = response.meta["document"]
        if document.role != VOTES or response.status != 200:
            yield from super()._read_document(response)
            return
        read = self._judged(response)
        asks = record.asks(response.body, document.url) if read.sha256 else None
        look.bytes += len(response.body)
        if asks is None:
            look.problems += 1
            problem = read.problem or "the answer is no list of items"
            self._say_document(look, response, replace(read, problem=problem, sha256=None))
            return
        assert read.sha256 is not None
        gathering = _Gathering(response, read.sha256, asks)
        if not self._affords(look, len(asks)):
            look.left += 1
            self._say_fetch(look, "part", response, read.sha256)
            return
        if not asks:
            self._bind(look, gathering)
        for ask in asks:
            yield self._part(look, gathering, ask, response.request)

    def _affords(self, look: Look, requests: int) -> bool:
        """Whether a record can be finished in this look: half of one is none."""
        enough = look.requests + requests <= look.budget.requests
        return enough and (not requests or look.may_ask(time.monotonic()))

    def _part(
        self, look: Look, gathering: _Gathering, ask: record.Ask, first: Request | None
    ) -> Request:
        look.requests += 1
        # Before the next meeting's items: a record is bound once it is whole.
        priority = (first.priority if first else 0) + 1
        meta = {
            "look": look,
            "gathering": gathering,
            "ask": ask,
            "handle_httpstatus_list": answers.HANDLED,
        }
        return Request(
            ask.url, headers=_JSON, meta=meta, callback=self.on_part, errback=self.on_part_error,
            dont_filter=True, priority=priority,
        )  # fmt: skip

    def on_part(self, response: Response) -> Found:
        return self._guarded(response.meta["look"], self._read_part, response)

    def on_part_error(self, failure: Failure) -> Found:
        return self._guarded(failure.request.meta["look"], self._part_failed, failure)  # type: ignore[attr-defined]

    def _read_part(self, response: Response) -> Found:
        look: Look = response.meta["look"]
        look.bytes += len(response.body)
        problem = _problem(response)
        sha256 = self.archive.put(response.body) if response.body else None
        self._say_fetch(look, "part", response, sha256)
        body = None if problem else response.body
        self._came(look, response.meta["gathering"], response.meta["ask"], body, problem)
        return ()

    def _part_failed(self, failure: Failure) -> Found:
        meta = failure.request.meta  # type: ignore[attr-defined]
        why = answers.trouble(failure.value)
        self._say_failure(meta["look"], "part", failure, why)
        self._came(meta["look"], meta["gathering"], meta["ask"], None, why)
        return ()

    def _came(
        self, look: Look, gathering: _Gathering, ask: record.Ask, body: bytes | None,
        problem: str | None,
    ) -> None:  # fmt: skip
        """Take in one answer, or the news that there is none; the last one binds the record."""
        gathering.parts[ask] = record.Part(ask.what, ask.url, body, ask.item, problem)
        if gathering.whole:
            self._bind(look, gathering)

    def _bind(self, look: Look, gathering: _Gathering) -> None:
        """Keep the record of a meeting, unless it says what the one held says."""
        response = gathering.response
        row: Row = response.meta["row"]
        document: ListedDocument = response.meta["document"]
        day = row.date.isoformat() if row.date else None
        meeting = {"id": row.vendor_id, "title": row.title, "date": day, "time": row.time}
        first = record.Part(record.ITEMS, document.url, response.body)
        parts = [first, *(gathering.parts[ask] for ask in gathering.asks)]
        data = record.bound(meeting, parts)
        lost = sum(part.problem is not None for part in parts)
        problem = f"{lost} of {len(parts)} answers could not be obtained" if lost else None
        look.problems += bool(lost)
        sha256 = self.archive.put(data)
        held = response.meta["memory"]
        same = held is not None and held.sha256 == sha256
        read = answers.Read(gathering.sha256, "application/json", same, problem)
        self._say_document(
            look, response, read, sha256=None if same else sha256, size=len(data),
            host=politeness_key(response.url), name=f"votes-{row.vendor_id}.json",
            etag=None, last_modified=None,
        )  # fmt: skip


def _problem(response: Response) -> str | None:
    """Why an answer is none, None for a list in JSON."""
    if response.status != 200:
        return f"the server answered {response.status}"
    if not isinstance(events.load(response.body), list):
        return "the answer is no list"
    return None
