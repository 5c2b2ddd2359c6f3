"""Which agreements of ICE's lists are asked for again, and what an answer amounts to.

Owns the intervals, the cap of one run and the judging of an answer. Pure: asks nothing. Whose an
agreement is and who signed it is for others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from crawler import fingerprints, markup, sniff
from crawler.outcome import Facts, judge

if TYPE_CHECKING:
    from store.tables import AgreementLink

MOST = 40
"""Requests of one run: three to four minutes at five seconds each; the rest waits for the next."""

HELD = timedelta(days=60)
"""A PDF once obtained is asked for again, conditionally, after this."""

NO_ANSWER = timedelta(hours=20)
"""An address that did not answer at all is tried again the next day."""

NOTHING_THERE = timedelta(days=6, hours=12)
"""One that answered with something else, or asks not to be read, is tried again in a week."""


@dataclass(frozen=True)
class Answer:
    """What an address answered: one of crawler.outcome's words, and its reason."""

    outcome: str
    why: str = ""


def judged(status: int, body: bytes, url: str, headers: Mapping[str, str]) -> Answer:
    """What an answer amounts to. Only a PDF is `ok`: ICE answers with block pages and 200."""
    given = dict(headers)
    found = sniff.sniff(body, url, given)
    html = markup.decode(body) if found.media_type == "text/html" else ""
    wall = fingerprints.wall(given, html) if status not in (404, 410) else None
    gone = fingerprints.gone(html) if html and status == 200 else None
    listing, said = "ok", ""
    if not body:
        listing, said = "empty_suspicious", "the file is empty"
    elif found.media_type != "application/pdf":
        page = found.media_type == "text/html"
        what = "a web page" if page else f"a file of another kind ({found.media_type})"
        listing, said = "drift", f"{what} instead of the agreement"
    facts = Facts(status=status, wall=wall, gone=gone, listing=listing, said=said, rows=1)
    verdict = judge(facts)
    return Answer(verdict.outcome, verdict.why)


def due(
    urls: Iterable[str], known: Mapping[str, AgreementLink], now: datetime, most: int = MOST
) -> list[str]:
    """The addresses to ask now: those never asked in the order given, then those due again, the
    longest waiting first."""
    wanted = list(dict.fromkeys(urls))
    new = [url for url in wanted if url not in known]
    again = [url for url in wanted if url in known and _is_due(known[url], now)]
    return [*new, *sorted(again, key=lambda url: known[url].last_asked)][:most]


def _is_due(link: AgreementLink, now: datetime) -> bool:
    if link.outcome == "ok":
        wait = HELD
    else:
        wait = NO_ANSWER if link.outcome == "unreachable" else NOTHING_THERE
    return now - link.last_asked >= wait
