"""CivicPlus AgendaCenter: whole page, one board, search results, or the fragment of one year.

Owns the markup of its generations (2020, 2022, 2024 and later). Fetches nothing.

Rows are `tr.catAgendaRow`; a document's address carries date and number (`_MMDDYYYY-ID`). Times
are not printed. Posted is replaced by Amended, so the first posting is lost unless we saw it.
"No results found" is the vendor's way to say that a search is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import parse_qsl, urljoin, urlsplit

from lxml.html import HtmlElement

from crawler import dates, markup, words
from crawler.boards import matching
from crawler.values import AGENDA, MINUTES, OTHER, PACKET, ListedDocument, Listing, NextRequest, Row

PLATFORM = "civicplus"

_FILE = re.compile(
    r"/AgendaCenter/(?P<what>ViewFile/(?P<kind>\w+)|PreviousVersions)/_?(?P<d>\d{8})?-?(?P<id>\d+)",
    re.I,
)
_YEAR = re.compile(r"changeYear\(\s*(\d{4})\s*,\s*(\d+)", re.I)
_STAMP = re.compile(r"\b(?P<what>Posted|Amended)\b\s*(?P<when>.{5,60})", re.I | re.S)
_NOTHING = re.compile(
    r"no results (?:were )?found|no (?:current )?agendas? (?:found|available)", re.I
)
_SHELL = re.compile(r"agenda\s*center", re.I)


@dataclass(frozen=True)
class _Link:
    """One AgendaCenter file link of a row."""

    kind: str  # Agenda | Minutes | ArchivedAgenda | ... | PreviousVersions
    day: date | None
    number: str
    url: str
    query: frozenset[str]
    label: str


def parse_listing(
    body: bytes, url: str, *, board: str | None = None, charset: str | None = None
) -> Listing:
    """All rows of a page, or those of one board where `board` names it as the page prints it.

    Outcome: ok, empty_confirmed (the page says so), drift (not an AgendaCenter, or the board is
    gone), empty_suspicious (the shell without rows).
    """
    root = markup.tree(body, charset)
    boards = _boards(root)
    chosen = _chosen(boards, board)
    if board is not None and boards and chosen is None:
        why = f"no board {board!r} on this page; it lists {', '.join(boards.values())}"
        return Listing(PLATFORM, url, "drift", why=why, boards=tuple(boards.values()))
    rows = tuple(_row(tr, url, boards) for tr in _table_rows(root) if _belongs(tr, chosen))
    years = tuple(_years(root, url, chosen))
    outcome, why = _outcome(root, rows, boards)
    shown = tuple(sorted({y for _, y in _current_years(root, chosen)}))
    return Listing(
        PLATFORM, url, outcome, rows, years, why, tuple(dict.fromkeys(boards.values())), shown
    )


def _outcome(root: HtmlElement, rows: tuple[Row, ...], boards: dict[str, str]) -> tuple[str, str]:
    if rows:
        return "ok", ""
    page = markup.text(root)
    if match := _NOTHING.search(page):
        return "empty_confirmed", f"the page says {match.group(0)!r}"
    if boards or root.xpath("//span[starts-with(@id,'section')]"):
        return "empty_suspicious", "an AgendaCenter without a single row"
    if _SHELL.search(page) or root.xpath("//*[contains(@action,'AgendaCenter')]"):
        return "empty_suspicious", "an AgendaCenter without a single board"
    return "drift", "not an AgendaCenter page"


def _table_rows(root: HtmlElement) -> Iterator[HtmlElement]:
    yield from root.xpath(
        "//tr[contains(concat(' ',normalize-space(@class),' '),' catAgendaRow ')]"
    )


def _boards(root: HtmlElement) -> dict[str, str]:
    """Category number to board name, from every generation's container."""
    found: dict[str, str] = {}
    for heading in root.xpath("//*[@aria-controls][starts-with(@aria-controls,'category-panel-')]"):
        found[heading.get("aria-controls").rsplit("-", 1)[-1]] = _board_name(heading)
    for listing in root.xpath("//div[starts-with(@id,'cat')]"):
        number = listing.get("id")[3:]
        heading = next(iter(listing.xpath(".//h2 | .//h3[not(contains(@class,'noMargin'))]")), None)
        if number.isdigit() and heading is not None and number not in found:
            found[number] = _board_name(heading)
    if not found:
        found.update(_boards_of_years(root))
    return found


def _boards_of_years(root: HtmlElement) -> dict[str, str]:
    """A year's fragment names its board only in the labels of its year links."""
    found: dict[str, str] = {}
    for link in root.xpath("//a[contains(@href,'changeYear')][@aria-label]"):
        match = _YEAR.search(link.get("href"))
        name = re.sub(r"\s*\d{4}\s*$", "", markup.squash(link.get("aria-label")))
        if match and name:
            found.setdefault(match.group(2), name)
    return found


def _board_name(heading: HtmlElement) -> str:
    return re.sub(r"^[\u25b2-\u25c4\s]+", "", markup.text(heading))


def _chosen(boards: dict[str, str], board: str | None) -> frozenset[str] | None:
    """The category numbers of a board: same words, else the one board that holds them all."""
    if board is None:
        return frozenset(boards)
    same = matching(boards.values(), board)
    return frozenset(n for n, name in boards.items() if name in same) or None


def _belongs(tr: HtmlElement, chosen: frozenset[str] | None) -> bool:
    number = _category(tr)
    return chosen is None or not chosen or number is None or number in chosen


def _category(tr: HtmlElement) -> str | None:
    """The category number of the nearest container, whatever its generation calls it."""
    for parent in tr.iterancestors():
        match = re.fullmatch(r"(?:table|section|cat|category-panel-)(\d+)", parent.get("id") or "")
        if match:
            return match.group(1)
    return None


def _current_years(root: HtmlElement, chosen: frozenset[str] | None) -> Iterator[tuple[str, int]]:
    for link in root.xpath("//li[contains(@class,'current')]//a[contains(@href,'changeYear')]"):
        match = _YEAR.search(link.get("href"))
        if match and (not chosen or match.group(2) in chosen):
            yield match.group(2), int(match.group(1))


def _years(root: HtmlElement, url: str, chosen: frozenset[str] | None) -> Iterator[NextRequest]:
    """The other years of each board, as the POST that its year links send."""
    seen = set(_current_years(root, chosen))
    parts = urlsplit(url)
    target = urljoin(f"{parts.scheme}://{parts.netloc}", "/AgendaCenter/UpdateCategoryList")
    for link in root.xpath("//a[contains(@href,'changeYear')]"):
        match = _YEAR.search(link.get("href"))
        if match is None or (chosen and match.group(2) not in chosen):
            continue
        pair = (match.group(2), int(match.group(1)))
        if pair in seen:
            continue
        seen.add(pair)
        form = (
            ("year", match.group(1)), ("catID", match.group(2)), ("startDate", ""),
            ("endDate", ""), ("term", ""), ("prevVersionScreen", "false"),
        )  # fmt: skip
        yield NextRequest(target, "year", pair[1], form)


def _row(tr: HtmlElement, url: str, boards: dict[str, str]) -> Row:
    links = tuple(_links(tr, url))
    day, doubts = _day(tr, links)
    title = _title(tr)
    stamp, amended = _stamp(tr)
    documents = tuple(_documents(links, stamp, amended or words.amended(title)))
    status = words.status(title)
    if status == "unknown" and any(d.role == MINUTES for d in documents):
        status = "held"
    category = _category(tr)
    return Row(
        title=title,
        date=day,
        documents=documents,
        vendor_id=links[0].number if links else _row_number(tr),
        time=dates.find_time(title),
        status=status,
        kind=words.kind(title),
        board=boards.get(category) if category else None,
        doubts=doubts,
    )


def _links(tr: HtmlElement, url: str) -> Iterator[_Link]:
    for a in tr.iter("a"):
        target = markup.absolute(url, a.get("href") or "")
        match = _FILE.search(urlsplit(target).path) if target else None
        if target is None or match is None:
            continue
        query = frozenset(k.lower() for k, _ in parse_qsl(urlsplit(target).query, True))
        label = markup.text(a) or markup.squash(a.get("aria-label") or "")
        kind = match["kind"] or "PreviousVersions"
        yield _Link(kind, dates.first_full(match["d"] or ""), match["id"], target, query, label)


def _row_number(tr: HtmlElement) -> str | None:
    """The number of a row without any file: its anchors are named `_MMDDYYYY-ID`."""
    for a in tr.iter("a"):
        match = re.fullmatch(r"_?\d{8}-(\d+)", a.get("name") or a.get("id") or "")
        if match:
            return match.group(1)
    return None


def _day(tr: HtmlElement, links: tuple[_Link, ...]) -> tuple[date | None, tuple[str, ...]]:
    """The printed date, which outranks the address's; a difference is kept as a doubt."""
    printed = None
    for element in tr.xpath(".//strong"):
        printed = dates.first_full(element.get("aria-label") or "") or dates.first_full(
            markup.text(element)
        )
        if printed:
            break
    linked = next((link.day for link in links if link.day), None)
    if printed and linked and printed != linked:
        return printed, (f"the page prints {printed}, its links say {linked}",)
    return printed or linked, ()


def _title(tr: HtmlElement) -> str:
    for p in tr.xpath("./td[1]//p | ./p | .//p"):
        if title := markup.text(p):
            return title
    heading = next(iter(tr.xpath(".//h3 | .//h4")), None)
    return _STAMP.sub("", markup.text(heading)).strip(" —–-") if heading is not None else ""


def _stamp(tr: HtmlElement) -> tuple[str | None, bool]:
    """When the row says it was posted (or amended: then the first posting is lost)."""
    for heading in tr.xpath(".//h3 | .//h4"):
        match = _STAMP.search(markup.text(heading))
        if match is None:
            continue
        day = dates.first_full(match["when"])
        time = dates.find_time(match["when"])
        if day:
            at = datetime.fromisoformat(f"{day.isoformat()}T{time or '00:00'}")
            text = at.strftime("%Y-%m-%dT%H:%M") if time else day.isoformat()
            return text, match["what"].lower() == "amended"
    return None, False


def _documents(
    links: tuple[_Link, ...], stamp: str | None, amended: bool
) -> Iterator[ListedDocument]:
    """One agenda, one packet, one minutes; further copies and the history as `other`."""
    taken: set[str] = set()
    for link in sorted(links, key=_preference):
        if link.url in taken:
            continue
        taken.add(link.url)
        role, rule = _role(link)
        copy = f"{role}:{'html' if 'html' in link.query else 'pdf'}"
        if role in taken and role != OTHER:
            role, rule = OTHER, f"{rule}: further copy"
        identity = f"{rule}|{link.number}|{copy if role == OTHER else ''}"
        if identity in taken:
            continue
        taken |= {role, identity}
        posted = stamp if role in (AGENDA, PACKET) else None
        yield ListedDocument(
            role, 1.0, rule, link.label, link.url, f"{PLATFORM}:{identity}", posted,
            amended and role in (AGENDA, PACKET), wanted=role != OTHER,
        )  # fmt: skip


def _preference(link: _Link) -> tuple[int, int]:
    """Agenda before packet before minutes, and the file before its HTML copy."""
    order = {"agenda": 0, "minutes": 2}.get(link.kind.lower(), 3)
    return (1 if "packet" in link.query else order), int("html" in link.query)


def _role(link: _Link) -> tuple[str, str]:
    kind = link.kind.lower()
    if kind == "previousversions":
        return OTHER, "path: previous versions"
    if "packet" in link.query or "packet" in kind:
        return PACKET, "path: packet"
    if kind == "agenda":
        return AGENDA, "path: agenda"
    if kind == "minutes":
        return MINUTES, "path: minutes"
    return OTHER, f"path: {kind}"
