"""The agreements that ICE's lists link: each address asked once, whatever it answers is told.

Owns the fetching. Which addresses are due is decided before, and whose agreement a PDF is, after.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from crawler.agreements import Answer, judged
from crawler.job import AgreementJob, PageMemory
from crawler.outcome import Facts, judge
from crawler.policy import politeness_key
from crawler.robots import Forbidden
from crawler.spiders import answers
from crawler.spiders.child import ChildSpider


class AgreementSpider(ChildSpider):
    """Asks for a batch of agreements, the first first. One `agreement` event for each answer."""

    name = "agreements"

    def __init__(self, links: Sequence[AgreementJob], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.links = links

    async def start(self) -> AsyncIterator[Request]:
        """One request for each address, conditional where a PDF of it is held."""
        for number, link in enumerate(self.links):
            yield Request(
                link.url, callback=self.on_answer, errback=self.on_error, dont_filter=True,
                headers=answers.conditional(link.memory), priority=-number,
                meta={"link": link, "handle_httpstatus_list": answers.HANDLED},
            )  # fmt: skip

    def on_answer(self, response: Response) -> None:
        """An answer: a PDF goes into the archive, and so does what stands in its place."""
        link: AgreementJob = response.meta["link"]
        held = link.memory
        if response.status == 304 and held:
            self._say(link, response.request, response, Answer("ok"), None)
            return
        headers = answers.headers(response)
        answer = judged(response.status, response.body, answers.asked(response), headers)
        sha256 = self.archive.put(response.body) if response.body else None
        self._say(link, response.request, response, answer, sha256)

    def on_error(self, failure: Failure) -> None:
        """No answer: robots.txt forbids it, the address is not asked, or nothing is there."""
        request: Request = failure.request  # type: ignore[attr-defined]
        why = answers.trouble(failure.value)
        forbidden = isinstance(failure.value, Forbidden) and not failure.value.down
        verdict = judge(Facts(robots=why) if forbidden else Facts(error=why))
        answer = Answer(verdict.outcome, verdict.why)
        self._say(request.meta["link"], request, None, answer, None)

    def _say(
        self,
        link: AgreementJob,
        request: Request | None,
        response: Response | None,
        answer: Answer,
        sha256: str | None,
    ) -> None:
        assert request is not None
        error = answer.why if response is None else None
        record = answers.record("agreement", request, response, self.clock.now(), sha256, error)
        memory = answers.memory_of(response, sha256) if response is not None else PageMemory()
        self.out.say(
            "agreement", link=link.url, outcome=answer.outcome, why=answer.why, fetch=record,
            sha256=sha256 if answer.outcome == "ok" else None, etag=memory.etag,
            last_modified=memory.last_modified, host=politeness_key(record["final_url"]),
        )  # fmt: skip
