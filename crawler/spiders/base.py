"""What every source spider does: fetch pages and documents conditionally, and say what happened.

Owns the way of a request (memory, budget, sniffing, events). Which page is a listing of what, and
what a look amounts to, is decided by pure code elsewhere.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import timedelta
from typing import Any

import scrapy
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from crawler import fingerprints, markup, platforms, rechecks, sniff, words
from crawler.job import KnownDocument, PageMemory, SourceJob, document_id
from crawler.linkage import download_url
from crawler.policy import politeness_key
from crawler.robots import Forbidden
from crawler.spiders import answers
from crawler.spiders.child import ChildSpider
from crawler.spiders.look import Look
from crawler.values import PAGE, ListedDocument, Listing, NextRequest, Row

Found = Iterable[Request]


class SourceSpider(ChildSpider):
    """Reads a batch of sources. Subclasses name the platforms they serve and what they follow."""

    serves: tuple[str, ...] = ()

    def __init__(self, sources: tuple[SourceJob, ...], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.settings_ = self.job.settings
        self.sources = sources

    # ---- what a platform decides

    def follows(self, look: Look, following: NextRequest, depth: int) -> bool:
        """Whether a further page of the list is read in this look."""
        raise NotImplementedError

    def headers_for(self, following: NextRequest) -> dict[str, str]:
        """Headers that a further page needs."""
        raise NotImplementedError

    def entry(self, look: Look) -> NextRequest:
        """The first page of the list: the source's own address, unless the vendor has another."""
        return NextRequest(look.job.url, "page")

    def admitted(self, look: Look, parsed: Listing) -> Listing:
        """A parsed page as this look takes it in."""
        return parsed

    def complaint(self, look: Look, response: Response) -> None:
        """Notes on the look what an entry page says that answers with an error."""

    def due(self, row: Row, document: ListedDocument, known: KnownDocument | None) -> bool:
        """Whether a listed document is asked for in this look."""
        if known is None:
            return True
        stamped = known.sha256 is not None and (
            document.posted_at != known.posted_at or document.amended != known.amended
        )
        return rechecks.recheck(known, self.clock.now(), stamp_changed=stamped)

    # ---- requests

    async def start(self) -> AsyncIterator[Request]:
        """One listing request for each source."""
        for source in self.sources:
            look = Look(
                source, self.clock.now(), time.monotonic(), self.settings_.budget,
                timedelta(days=self.settings_.history_days),
            )  # fmt: skip
            look.open = 1
            yield self._page(look, self.entry(look), 0)

    def _page(
        self, look: Look, following: NextRequest, depth: int, *, fresh: bool = False
    ) -> Request:
        """A request for a page of the list, conditional where we hold what it last answered."""
        look.requests += 1
        look.pages += 1
        look.asked_pages.add(following.key)
        memory = None if fresh or following.form else _memory(look.job.pages, following.key)
        headers = {**answers.conditional(memory), **self.headers_for(following)}
        meta = {
            "look": look,
            "following": following,
            "level": depth,
            "memory": memory,
            "handle_httpstatus_list": answers.HANDLED,
        }
        if following.form:
            return scrapy.FormRequest(
                following.url, formdata=list(following.form), headers=headers, meta=meta,
                callback=self.on_page, errback=self.on_page_error, dont_filter=True, priority=10,
            )  # fmt: skip
        return Request(
            following.url, headers=headers, meta=meta, callback=self.on_page,
            errback=self.on_page_error, dont_filter=True, priority=10,
        )  # fmt: skip

    def _document(
        self, look: Look, document: ListedDocument, row: Row, known: KnownDocument | None
    ) -> Request:
        look.requests += 1
        look.documents_asked += 1
        priority = -look.documents_asked
        memory = PageMemory(known.etag, known.last_modified, known.sha256) if known else None
        meta = {
            "look": look,
            "document": document,
            "row": row,
            "memory": memory,
            "handle_httpstatus_list": answers.HANDLED,
        }
        return Request(
            download_url(document.url), headers=answers.conditional(memory), meta=meta,
            callback=self.on_document, errback=self.on_document_error, dont_filter=True,
            priority=priority,
        )  # fmt: skip

    # ---- answers

    def on_page(self, response: Response) -> Found:
        return self._guarded(response.meta["look"], self._read_page, response)

    def on_document(self, response: Response) -> Found:
        return self._guarded(response.meta["look"], self._read_document, response)

    def on_page_error(self, failure: Failure) -> Found:
        return self._guarded(failure.request.meta["look"], self._page_failed, failure)  # type: ignore[attr-defined]

    def on_document_error(self, failure: Failure) -> Found:
        return self._guarded(failure.request.meta["look"], self._document_failed, failure)  # type: ignore[attr-defined]

    def _guarded(self, look: Look, step: Callable[[Any], Found], answer: Any) -> list[Request]:
        """Run one step; what it raises is a fact about the look, never lost, never ok."""
        requests: list[Request] = []
        try:
            requests.extend(step(answer))
        except Exception as exc:
            look.raised = f"{type(exc).__name__} while reading: {exc}"
        look.open += len(requests) - 1
        if look.open == 0:
            self._finish(look)
        return requests

    def _read_page(self, response: Response) -> Iterator[Request]:
        look: Look = response.meta["look"]
        following: NextRequest = response.meta["following"]
        memory: PageMemory | None = response.meta["memory"]
        entry = response.meta["level"] == 0
        body = response.body
        if response.status == 304 and memory and memory.sha256:
            self._say_fetch(look, "listing", response, None)
            if memory.sha256 not in self.archive:
                yield self._page(look, following, response.meta["level"], fresh=True)
                return
            body, page = self.archive.get(memory.sha256), memory
        else:
            sha256 = self.archive.put(body) if body else None
            self._say_fetch(look, "listing", response, sha256)
            page = answers.memory_of(response, sha256)
        look.bytes += len(response.body)
        if entry and self._repeats(look, response, page.sha256):
            return
        if not self._acceptable(look, response, body, entry):
            return
        self.out.say("parsing", source=look.job.id)
        charset = answers.charset(response)
        # A redirect within the site gives relative links another base.
        parsed = self.admitted(
            look,
            platforms.parse(
                body, response.url, platform=look.job.platform, board=look.job.board,
                charset=charset,
            ),
        )  # fmt: skip
        if not entry and parsed.outcome not in ("ok", "empty_confirmed", "empty_suspicious"):
            look.pages_lost.append(f"{response.url}: {parsed.why or parsed.outcome}")
            return
        rows = look.read(following.key, parsed, page)
        self._say_rows(look, rows)
        if self.job.probe:
            return
        if entry and response.status == 200:
            self._keep_page(look, response, page.sha256)
        yield from self._documents(look, rows)
        yield from self._further(look, parsed.next_requests, response.meta["level"])

    def _keep_page(self, look: Look, response: Response, sha256: str | None) -> None:
        """The list itself becomes a document where it may say when the body meets."""
        declared = answers.headers(response).get("Content-Type", "")
        if sha256 is None or sniff.media_type(response.body, declared) != "text/html":
            return
        root = markup.tree(response.body, answers.charset(response))
        for link in root.xpath("//a[@href]"):
            link.drop_tree()  # what other pages and files are called
        if not words.tells_when_it_meets(markup.text(root)):
            return
        key = document_id(look.job.id, f"{PAGE}:{look.job.url}")
        known = look.job.documents.get(key)
        if known and known.sha256 and self._says_the_same(known.sha256, sha256, response.body):
            sha256 = None
        self.out.say("page", source=look.job.id, id=key, at=look.seen_at, url=response.url,
                     sha256=sha256)  # fmt: skip

    def _repeats(self, look: Look, response: Response, sha256: str | None) -> bool:
        """Whether the page says what it said last time, with no document due; then says so."""
        if self.job.probe or response.status not in (200, 304):
            return False
        if response.meta.get("redirect_urls"):
            return False
        now = self.clock.now()

        def due(key: str) -> bool:
            known = look.job.documents.get(key)
            return known is None or rechecks.recheck(known, now)

        if not look.repeats(sha256, self.job.reader, due):
            return False
        assert look.repeated is not None
        look.seen_at = now
        self.out.say("same", source=look.job.id, at=now, before=look.repeated.seen)
        return True

    def _acceptable(self, look: Look, response: Response, body: bytes, entry: bool) -> bool:
        """Whether an answer is a page to parse; if not, notes why on the look."""
        html = markup.decode(body, answers.charset(response)) if body else ""
        status = response.status
        wall = fingerprints.wall(answers.headers(response), html)
        away = fingerprints.elsewhere(answers.asked(response), response.url)
        if not entry:
            if wall or away or status not in (200, 304):
                look.pages_lost.append(f"{response.url}: {wall or away or status}")
                return False
            return True
        look.status = status
        if wall and status not in (404, 410):
            look.wall = wall
        elif away:
            look.gone = f"the address leads to {away} now"
        elif status == 200 and not body:
            look.listing, look.said = "empty_suspicious", "the server answered without a page"
        else:
            if status not in (200, 304):
                self.complaint(look, response)
            return status in (200, 304)
        return False

    def _further(
        self, look: Look, requests: Iterable[NextRequest], depth: int
    ) -> Iterator[Request]:
        for following in requests:
            if following.key in look.asked_pages or not self.follows(look, following, depth):
                continue
            if not look.may_turn() or not look.may_ask(time.monotonic()):
                look.pages_lost.append(f"{following.url}: the look's budget is used up")
                return
            yield self._page(look, following, depth + 1)

    def _documents(self, look: Look, rows: Iterable[Row]) -> Iterator[Request]:
        """Requests for what is wanted, newest meeting first, so that a budget cuts the oldest."""
        asked: set[str] = set()
        for row in sorted(rows, key=_newest_first):
            when = row.date or row.around
            if when is not None and when < look.horizon:
                continue
            for document in row.documents:
                key = document_id(look.job.id, document.identity)
                known = look.job.documents.get(key)
                if not document.wanted or key in asked:
                    continue
                asked.add(key)
                look.held.append(key)
                if not self.due(row, document, known):
                    continue
                if not look.may_ask(time.monotonic()):
                    look.left += 1
                    continue
                yield self._document(look, document, row, known)

    def _read_document(self, response: Response) -> Iterator[Request]:
        look: Look = response.meta["look"]
        look.bytes += len(response.body)
        read = self._judged(response)
        if read.walled:
            look.documents_walled += 1
        if read.problem:
            look.problems += 1
        self._say_document(look, response, read)
        yield from ()

    def _judged(self, response: Response) -> answers.Read:
        """What a document's answer is: unchanged, new bytes, or no document and why."""
        memory: PageMemory | None = response.meta["memory"]
        url = response.meta["document"].url
        if response.status == 304 and memory:
            return answers.Read(unchanged=True)
        if response.status != 200:
            walled = response.status in (401, 403, 429)
            return answers.Read(problem=f"the server answered {response.status}", walled=walled)
        found = sniff.sniff(response.body, url, answers.headers(response))
        if found.problem:
            return answers.Read(problem=found.problem, walled=found.walled)
        sha256 = self.archive.put(response.body)
        if memory and memory.sha256 and self._says_the_same(memory.sha256, sha256, response.body):
            return answers.Read(unchanged=True, sha256=sha256, media_type=found.media_type)
        return answers.Read(sha256=sha256, media_type=found.media_type)

    def _says_the_same(self, held: str, sha256: str, body: bytes) -> bool:
        if held == sha256:
            return True
        return held in self.archive and sniff.same_text(self.archive.get(held), body)

    # ---- failures

    def _page_failed(self, failure: Failure) -> Found:
        meta = failure.request.meta  # type: ignore[attr-defined]
        look: Look = meta["look"]
        why = answers.trouble(failure.value)
        # Where robots.txt forbids, nothing was asked; unless a redirect led there.
        if not isinstance(failure.value, Forbidden) or meta.get("redirect_urls"):
            self._say_failure(look, "listing", failure, why)
        if meta["level"] > 0:
            look.pages_lost.append(f"{failure.request.url}: {why}")  # type: ignore[attr-defined]
        elif isinstance(failure.value, Forbidden) and not failure.value.down:
            look.robots = why
        else:
            look.error = why
        return ()

    def _document_failed(self, failure: Failure) -> Found:
        request: Request = failure.request  # type: ignore[attr-defined]
        look: Look = request.meta["look"]
        look.problems += 1
        why = answers.trouble(failure.value)
        now = self.clock.now()
        self.out.say(
            "document",
            source=look.job.id,
            id=document_id(look.job.id, request.meta["document"].identity),
            at=now,
            fetch=answers.record("document", request, None, now, None, why),
            host=politeness_key(request.url),
            problem=why,
        )
        return ()

    # ---- events

    def _say_fetch(self, look: Look, purpose: str, response: Response, sha256: str | None) -> None:
        assert response.request is not None
        record = answers.record(purpose, response.request, response, self.clock.now(), sha256, None)
        self.out.say("fetch", source=look.job.id, fetch=record, host=politeness_key(response.url))

    def _say_failure(self, look: Look, purpose: str, failure: Failure, why: str) -> None:
        request: Request = failure.request  # type: ignore[attr-defined]
        record = answers.record(purpose, request, None, self.clock.now(), None, why)
        self.out.say("fetch", source=look.job.id, fetch=record, host=politeness_key(request.url))

    def _say_rows(self, look: Look, rows: Iterable[Row]) -> None:
        said = [answers.row_event(look.job.id, row) for row in rows]
        look.rows.extend(said)
        look.seen_at = self.clock.now()
        self.out.say("rows", source=look.job.id, at=look.seen_at, rows=said)

    def _say_document(
        self, look: Look, response: Response, read: answers.Read, **more: Any
    ) -> None:
        """One document's answer; more: what the event says otherwise than this one answer."""
        document: ListedDocument = response.meta["document"]
        assert response.request is not None
        headers = answers.headers(response)
        now = self.clock.now()
        if read.sha256 and not read.unchanged:
            look.new += 1
        event = {
            "source": look.job.id,
            "id": document_id(look.job.id, document.identity),
            "at": now,
            "fetch": answers.record(
                "document", response.request, response, now, read.sha256, read.problem
            ),
            "host": politeness_key(response.url),
            "sha256": None if read.unchanged else read.sha256,
            "unchanged": read.unchanged,
            "problem": read.problem,
            "media_type": read.media_type,
            "name": sniff.file_name(response.url, headers),
            "etag": headers.get("Etag"),
            "last_modified": headers.get("Last-Modified"),
        }
        self.out.say("document", **{**event, **more})

    def _finish(self, look: Look) -> None:
        """The last line of a look: without it, the look did not end."""
        verdict = look.verdict()
        _, gone = look.vanished()
        last = look.repeated
        whole = None
        if last is not None:
            listing = last.listing_sha256
        else:
            listing = self.archive.put(answers.canonical(look.rows))
        if verdict.good and verdict.complete:
            whole = look.whole(self.job.reader, look.seen_at or self.clock.now(), listing)
        self.out.say(
            "look",
            source=look.job.id,
            started=look.started,
            finished=self.clock.now(),
            outcome=verdict.outcome,
            why=verdict.why,
            platform=look.platform,
            boards=list(look.boards),
            complete=verdict.complete,
            requests=look.requests,
            rows=last.rows if last else len(look.rows),
            documents=last.documents if last else len(look.seen),
            new=look.new,
            listing_sha256=listing,
            whole=asdict(whole) if whole else None,
            wait=self.courtesy.wait(politeness_key(look.job.url)),
            pages={k: _as_json(v) for k, v in look.memory.items()},
            gone=list(gone) if verdict.good and verdict.complete else [],
        )


def _memory(pages: dict[str, PageMemory], key: str) -> PageMemory | None:
    """The newest memory of a page, whichever years it showed."""
    return next((m for k, m in reversed(pages.items()) if k.rsplit("|", 1)[0] == key), None)


def _newest_first(row: Row) -> tuple[int, int]:
    when = row.date or row.around
    return (0, -when.toordinal()) if when else (1, 0)


def _as_json(page: PageMemory) -> dict[str, Any]:
    return {
        "etag": page.etag,
        "last_modified": page.last_modified,
        "sha256": page.sha256,
        "listed": list(page.listed),
    }
