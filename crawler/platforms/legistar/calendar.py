"""A saved page of Legistar's calendar (Calendar.aspx), or of one body (DepartmentDetail.aspx).

Owns the grid. Columns go by their headings, which every client words and orders differently
("Recap/Minutes", "Published minutes", a "Notice" of its own); a page holds other grids of the same
class (people, upcoming). A document that is not there is a link without an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qs, urlsplit

from lxml.html import HtmlElement

from crawler import dates, markup, words
from crawler.platforms.legistar import names
from crawler.values import AGENDA, MINUTES, OTHER, PACKET, ListedDocument, Listing, Row

_GRID = (
    "//*[contains(@id,'MultiPageCalendar')]//table[contains(@id,'gridCalendar')]"
    "[contains(concat(' ',@class,' '),' rgMasterTable ')]"
)
_ROWS = (
    ".//tr[contains(concat(' ',@class,' '),' rgRow ')"
    " or contains(concat(' ',@class,' '),' rgAltRow ')]"
)
_XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*)?<(?:ArrayOf|Granicus)")
_EMPTY = re.compile(r"no records to display|no meetings? (?:found|to display)", re.I)
_GONE = re.compile(r"record (?:is )?no longer exists?|invalid parameters", re.I)
_ROLES = {"A": AGENDA, "M": MINUTES, "PA": PACKET, "AP": PACKET}
"""What the M of `View.ashx?M=` means; AADA and MADA are further copies."""
_NOT_FILES = frozenset(("IC",))
_NOT_COLUMNS = re.compile(
    r"details|video|captions|ecomment|audio|topic|location|name|date|time", re.I
)


def parse(body: bytes, url: str, board: str | None, charset: str | None) -> Listing:
    """The meetings of a calendar page. Never raises."""
    if _XML.match(body):
        return Listing(names.PLATFORM, url, "drift", why="XML: the Web API is to be asked for JSON")
    root = markup.tree(body, charset)
    grid = next(iter(root.xpath(_GRID)), None)
    if grid is None:
        said = _GONE.search(markup.text(root))
        if said:
            return Listing(names.PLATFORM, url, "moved", why=f"the page says {said.group(0)!r}")
        return Listing(names.PLATFORM, url, "drift", why="not a calendar of Legistar")
    base = markup.base_url(root, url)
    heads = [markup.text(th).lower() for th in grid.xpath(".//th[contains(@class,'rgHeader')]")]
    of = "" if "name" in heads else _page_title(root)
    rows = tuple(_row(tr, heads, base, of) for tr in grid.xpath(_ROWS))
    boards = tuple(dict.fromkeys(row.board for row in rows if row.board))
    if board is not None and boards:
        wanted = names.chosen(boards, board)
        if not wanted:
            why = f"no board {board!r} on this page; it lists {', '.join(boards)}"
            return Listing(names.PLATFORM, url, "drift", why=why, boards=boards)
        rows = tuple(row for row in rows if row.board in wanted)
    outcome, why = _outcome(rows, grid)
    return Listing(names.PLATFORM, url, outcome, rows, (), why, boards)


def _outcome(rows: Sequence[Row], grid: HtmlElement) -> tuple[str, str]:
    if rows and not any(row.date for row in rows):
        return "drift", "no row of the calendar has a date that can be read"
    if rows:
        return "ok", ""
    if match := _EMPTY.search(markup.text(grid)):
        return "empty_confirmed", f"the page says {match.group(0)!r}"
    return "empty_suspicious", "a calendar without a single row"


def _page_title(root: HtmlElement) -> str:
    """The body's name on the page of one body, whose grid has no column for it."""
    return next((markup.text(title) for title in root.iter("title")), "")


def _row(tr: HtmlElement, heads: Sequence[str], base: str, of: str) -> Row:
    cells = list(zip(heads, tr.xpath("./td"), strict=False))
    told = {head: _cell(td) for head, td in cells}
    title = told.get("name", "") or of
    day = dates.first_full(_of(told, "meeting date", "date"))
    place = _of(told, "meeting location", "location")
    clock = _of(told, "meeting time", "time")
    topic = _of(told, "meeting topic")
    status = next(
        (s for s in map(words.status, (title, clock, place[:120], topic)) if s != "unknown"),
        "unknown",
    )
    documents = tuple(_documents(cells, base))
    if status == "unknown" and any(d.role == MINUTES for d in documents):
        status = "held"
    return Row(
        title=title or topic,
        date=day,
        documents=documents,
        vendor_id=_number(tr),
        time=dates.find_time(clock),
        status=status,
        location=place or None,
        kind=next((k for k in map(words.kind, (topic, title, place)) if k != "unknown"), "unknown"),
        board=title or None,
    )


def _of(told: dict[str, str], *heads: str) -> str:
    return next((told[head] for head in heads if told.get(head)), "")


def _cell(td: HtmlElement) -> str:
    """A cell's words; a line break in it is no joint of words."""
    return markup.squash(" ".join(td.itertext()))


def _number(tr: HtmlElement) -> str | None:
    """The meeting's number, from its details or, where the public may not see them, its date."""
    for href in tr.xpath(".//a[contains(@id,'hypMeetingDetail') or contains(@id,'hypiCal')]/@href"):
        given = parse_qs(urlsplit(str(href)).query)
        if number := (given.get("ID") or given.get("LEGID") or [""])[0]:
            return number
    return None


def _documents(cells: Sequence[tuple[str, HtmlElement]], base: str) -> Iterator[ListedDocument]:
    taken: set[str] = set()
    for head, td in cells:
        for a in td.xpath(".//a[@href]"):
            target = markup.absolute(base, a.get("href"))
            if target is None or target in taken or "MeetingDetail" in target:
                continue
            kind = (parse_qs(urlsplit(target).query).get("M") or [""])[0].upper()
            if kind in _NOT_FILES or (not kind and _NOT_COLUMNS.search(head)):
                continue
            taken.add(target)
            yield _document(head, kind, target, markup.text(a))


def _document(head: str, kind: str, target: str, label: str) -> ListedDocument:
    given = parse_qs(urlsplit(target).query)
    number = (given.get("ID") or [""])[0]
    identity = f"legistar:{number}:{kind}" if "view.ashx" in target.lower() and number else target
    if kind in _ROLES:
        return ListedDocument(
            _ROLES[kind], 1.0, f"View.ashx M={kind}", label, target, identity,
            amended=words.amended(label),
        )  # fmt: skip
    role = OTHER if head.startswith("accessible") else words.heading_role(head) or OTHER
    wanted = role != OTHER
    return ListedDocument(
        role, 0.9 if wanted else 1.0, f"column {head!r}", label, target, identity, wanted=wanted
    )
