"""Legistar (Granicus): events of its Web API as JSON, or a saved calendar page.

Owns the choice between the two. Crawled is the Web API only: the calendar shows one month, and
its other years want a form's whole state sent back.

The vendor serves `{client}.legistar.com` since the early 2000s; the Web API (v1, OData filters)
stands beside it on one host for all clients. A few clients want a token, which we do not have.
"""

from __future__ import annotations

from crawler.platforms.legistar import calendar, events
from crawler.platforms.legistar.names import PLATFORM
from crawler.values import Listing

__all__ = ["PLATFORM", "parse_listing"]


def parse_listing(
    body: bytes, url: str, *, board: str | None = None, charset: str | None = None
) -> Listing:
    """All meetings of an answer, or those of one board where `board` names it as the page does.

    Outcome: ok, empty_confirmed (a further page without events; a calendar that says so), drift
    (neither events nor a calendar, another year than asked for, the board is gone), moved (no such
    client), blocked (a token is wanted), empty_suspicious (no event at all).
    """
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{", b'"'):
        return events.parse(body, url, board)
    return calendar.parse(body, url, board, charset)
