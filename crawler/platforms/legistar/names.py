"""The addresses of Legistar's Web API, and which boards of a client a source means.

Owns their shape: `https://webapi.legistar.com/v1/{client}/events` and what lies beside it. Asks
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import parse_qs, urlsplit

from crawler.boards import fold, matching

PLATFORM = "legistar"
MOST = 1000
"""The vendor's largest page: what is asked for, and what it cuts longer answers to."""

ONLY_THE_API = (
    "a calendar of Legistar is read through its Web API only: give its address, "
    "https://webapi.legistar.com/v1/CLIENT/events"
)
_HOST = "legistar.com"
_API = re.compile(r"^/v1/(?P<client>[\w-]+)(?:/(?:events(?:/.*)?)?)?$", re.I)


def api(url: str) -> str | None:
    """The Web API's base for a source's address, None for an address that is not the vendor's.

    A client's own pages (`{client}.legistar.com`) lead to the Web API under the same name: the two
    may differ, which the API then says.
    """
    parts = urlsplit(url)
    if match := _API.match(parts.path):
        return f"{parts.scheme}://{parts.netloc}/v1/{match['client']}"
    client, _, rest = (parts.hostname or "").lower().partition(".")
    if rest == _HOST and client not in ("www", "webapi"):
        return f"https://webapi.{_HOST}/v1/{client}"
    return None


def client(url: str) -> str:
    """The client's name in an address of the Web API, for messages."""
    match = re.search(r"/v1/([\w-]+)", urlsplit(url).path)
    return match.group(1) if match else "?"


def events_url(base: str, since: date, skip: int = 0) -> str:
    """The events from the first of a year on, oldest first: one address for a whole year.

    An address with today's date in it would be another one every night, and its memory worthless.
    """
    return (
        f"{base}/events?$filter=EventDate%20ge%20datetime%27{since.year}-01-01%27"
        f"&$orderby=EventDate&$top={MOST}&$skip={skip}"
    )


def asked(url: str) -> tuple[date | None, int, int]:
    """The day from which on, how many and from which one an address asks."""
    given = parse_qs(urlsplit(url).query)
    match = re.search(
        r"EventDate\s+ge\s+datetime'(\d{4})-(\d\d)-(\d\d)", given.get("$filter", [""])[0], re.I
    )
    since = date(*map(int, match.groups())) if match else None
    return since, _number(given.get("$top"), MOST), _number(given.get("$skip"), 0)


def items_url(base: str, event: str) -> str:
    """The items of one event, with the notes of agenda and minutes."""
    return f"{base}/events/{event}/eventitems?AgendaNote=1&MinutesNote=1&Attachments=1"


def votes_url(base: str, item: int) -> str:
    """Who voted how on one item."""
    return f"{base}/eventitems/{item}/votes"


def rolls_url(base: str, item: int) -> str:
    """Who was there when the roll was called under one item."""
    return f"{base}/eventitems/{item}/rollcalls"


def chosen(names: Iterable[str], board: str) -> frozenset[str]:
    """The names of one board: this vendor's clients hang the kind of meeting behind it.

    "Board of Directors - Regular Board Meeting" and "Board of Directors - Special Board Meeting".
    """
    names = frozenset(names)
    found = frozenset(name for name in names if fold(of_board(name)) == fold(board))
    return found or matching(names, board)


def of_board(name: str) -> str:
    """A name without the kind of meeting that hangs behind it."""
    return re.split(r"\s[-–—]\s|:|\(", name)[0].strip()


def _number(values: list[str] | None, otherwise: int) -> int:
    text = values[0] if values else ""
    return int(text) if text.isdigit() and len(text) < 9 else otherwise
