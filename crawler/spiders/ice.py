"""ICE's page and the workbooks behind its links, whatever they turn out to be.

Owns the fetching. Whether bytes are a workbook is judged later; here even an HTML page in a
workbook's place is archived, as it is what ICE served.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from crawler import fingerprints, markup, sniff
from crawler.ice_page import workbook_links
from crawler.job import IceJob, PageMemory
from crawler.outcome import Facts, judge
from crawler.policy import politeness_key
from crawler.robots import Forbidden
from crawler.spiders import answers
from crawler.spiders.child import ChildSpider

_MAX_WORKBOOKS = 20


class IceSpider(ChildSpider):
    """One look at one page. Ends with an `ice` event that names every workbook's bytes."""

    name = "ice"

    def __init__(self, ice: IceJob, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.ice = ice
        self.facts: dict[str, Any] = {}
        self.lost: list[str] = []
        self.workbooks: dict[int, dict[str, Any]] = {}
        self.open = 1

    async def start(self) -> AsyncIterator[Request]:
        yield self._request(self.ice.url, self.on_page, self.on_page_error)

    def _request(self, url: str, callback: Any, errback: Any, **meta: Any) -> Request:
        memory = self.ice.memory.get(url)
        return Request(
            url, callback=callback, errback=errback, dont_filter=True,
            headers=answers.conditional(memory),
            meta={"memory": memory, "handle_httpstatus_list": answers.HANDLED, **meta},
        )  # fmt: skip

    def on_page(self, response: Response) -> list[Request]:
        return self._closing(self._page(response))

    def on_workbook(self, response: Response) -> list[Request]:
        return self._closing(self._workbook(response))

    def on_page_error(self, failure: Failure) -> list[Request]:
        forbidden = isinstance(failure.value, Forbidden) and not failure.value.down
        key = "robots" if forbidden else "error"
        self.facts[key] = answers.trouble(failure.value)
        self._say("ice_page", failure.request, None, None, self.facts[key])  # type: ignore[attr-defined]
        return self._closing(())

    def on_workbook_error(self, failure: Failure) -> list[Request]:
        why = answers.trouble(failure.value)
        self.lost.append(f"{failure.request.url}: {why}")  # type: ignore[attr-defined]
        self._say("ice_workbook", failure.request, None, None, why)  # type: ignore[attr-defined]
        return self._closing(())

    def _closing(self, found: Iterable[Request]) -> list[Request]:
        requests: list[Request] = []
        try:
            requests.extend(found)
        except Exception as exc:
            self.facts["raised"] = f"{type(exc).__name__} while reading: {exc}"
        self.open += len(requests) - 1
        if self.open == 0:
            self._finish()
        return requests

    def _page(self, response: Response) -> Iterator[Request]:
        memory: PageMemory | None = response.meta["memory"]
        body = response.body
        if response.status == 304 and memory and memory.sha256:
            body = self.archive.get(memory.sha256)
            self._say("ice_page", response.request, response, None, None)
        else:
            sha256 = self.archive.put(body) if body else None
            self._say("ice_page", response.request, response, sha256, None)
        self.facts["status"] = response.status
        charset = answers.charset(response)
        html = markup.decode(body, charset)
        if who := fingerprints.wall(answers.headers(response), html):
            self.facts["wall"] = who
        if response.status not in (200, 304) or "wall" in self.facts:
            return
        links = workbook_links(body, response.url, charset)[:_MAX_WORKBOOKS]
        if links:
            self.facts["listing"] = "ok"
        else:
            self.facts["listing"] = "moved" if fingerprints.gone(html) else "drift"
            self.facts["said"] = "the page links no workbook"
        for number, link in enumerate(links):
            yield self._request(
                link.url, self.on_workbook, self.on_workbook_error, number=number, label=link.label
            )

    def _workbook(self, response: Response) -> Iterator[Request]:
        memory: PageMemory | None = response.meta["memory"]
        asked = answers.asked(response)
        if response.status == 304 and memory and memory.sha256:
            sha256: str | None = memory.sha256
            self._say("ice_workbook", response.request, response, None, None)
            name = self.ice.names.get(asked, "")
        else:
            sha256 = self.archive.put(response.body) if response.body else None
            self._say("ice_workbook", response.request, response, sha256, None)
            name = _name(response)
        if response.status not in (200, 304) or sha256 is None:
            self.lost.append(f"{asked}: the server answered {response.status}")
            return
        self.workbooks[response.meta["number"]] = {
            "sha256": sha256,
            "name": name or _name(response),
            "url": asked,
            "final_url": response.url,
            "at": self.clock.now().isoformat(),
            "size": len(response.body),
        }
        yield from ()

    def _say(
        self,
        purpose: str,
        request: Request | None,
        response: Response | None,
        sha256: str | None,
        error: str | None,
    ) -> None:
        assert request is not None
        record = answers.record(purpose, request, response, self.clock.now(), sha256, error)
        url = response.url if response is not None else request.url
        self.out.say("fetch", source=None, fetch=record, host=politeness_key(url))

    def _finish(self) -> None:
        books = [book for _, book in sorted(self.workbooks.items())]
        lost = tuple(self.lost) if not books else ()
        verdict = judge(Facts(**self.facts, pages_lost=lost, rows=len(books)))
        why = verdict.why
        if books and self.lost:
            why = f"not obtained: {'; '.join(self.lost)}"
        self.out.say("ice", outcome=verdict.outcome, why=why, workbooks=books)


def _name(response: Response) -> str:
    """The workbook's printed name; its extension is kept even where the server forgot it."""
    name = sniff.file_name(response.url, answers.headers(response))
    if not re.search(r"\.xls[xmb]?$", name, re.I) and response.body[:4] == b"PK\x03\x04":
        return f"{name}.xlsx"
    return name
