"""Any page of links: WordPress, plain HTML, page builders, media libraries.

Owns which links are documents, their role (with the rule that decided and how sure it is) and the
date of their meeting. Fetches nothing. A vendor's schema does not exist here: role and date come
from the label, the table's column, the nearest heading, the line or card, the file name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from crawler import dates, markup, words
from crawler.anchors import Anchor, anchors, page_title
from crawler.linkage import is_file, is_page
from crawler.placing import when
from crawler.values import AGENDA, MINUTES, NOTICE, OTHER, ListedDocument, Listing, NextRequest, Row

PLATFORM = "links"

_NOTHING = re.compile(
    r"(?:no|not any) (?:meeting |current |upcoming )?(?:agendas?|minutes|documents|files|meetings)"
    r"(?: \w+){0,4} (?:available|found|posted|uploaded|scheduled|yet|at this time)"
    r"|there are (?:currently )?no (?:agendas|minutes|documents|files)",
    re.I,
)
_BOARD = re.compile(
    r"planning (?:and|&) zoning(?: commission| board)?|planning (?:commission|board)"
    r"|zoning (?:hearing )?board|(?:\w+ )?authority|recreation (?:board|commission)"
    r"|historic\w* (?:\w+ )?(?:board|commission)|civil service commission|shade tree commission"
    r"|library board|(?:\w+ )?committee",
    re.I,
)
_PAGER = re.compile(
    r"\W*(?:older|next|previous|archives?)\W*(?:posts|page|entries)?\W*|\d{1,2}", re.I
)
_MAX_NEXT = 12
_DATES = "label: the dates of meetings"
_MAX_DATES = 2


@dataclass(frozen=True)
class _Found:
    """One document link before it is grouped into a meeting."""

    document: ListedDocument
    day: date | None
    around: date | None
    kind: str
    time: str | None
    status: str
    board: str | None
    title: str


def parse_listing(
    body: bytes, url: str, *, board: str | None = None, charset: str | None = None
) -> Listing:
    """All documents of a page grouped into meetings by date and kind.

    With `board`, rows that name another board are left out. Outcome: ok, empty_confirmed (the page
    says there is nothing), empty_suspicious (no document and no word about it).
    """
    root = markup.tree(body, charset)
    every = anchors(root, url)
    title = page_title(root)
    chosen = tuple(_documents(every, url, title))
    rows = tuple(r for r in _rows(chosen) if board is None or _same_board(r.board, board))
    following = tuple(_next(every, url, board))
    if rows:
        return Listing(PLATFORM, url, "ok", rows, following)
    text = markup.text(root)
    if match := _NOTHING.search(text):
        why = f"the page says {match.group(0)!r}"
        return Listing(PLATFORM, url, "empty_confirmed", (), following, why)
    if following:
        why = "no document on this page itself, only links to further pages"
        return Listing(PLATFORM, url, "empty_suspicious", (), following, why)
    return Listing(PLATFORM, url, "empty_suspicious", (), (), "no link that looks like a document")


# ---- which links, what role


def _documents(every: Sequence[Anchor], url: str, title: str) -> Iterator[_Found]:
    files = (a for a in every if is_file(a.url))
    merged = _merge([*files, *_record_pages(every, url), *_schedule_pages(every, url)])
    trusted = _trusted_headings(merged, title)
    for anchor in merged:
        document = _document(anchor, trusted)
        found = _place(anchor, document)
        if _worth_listing(anchor, found):
            yield found


def _record_pages(every: Sequence[Anchor], url: str) -> Iterator[Anchor]:
    """Minutes or agendas published as pages, where that is the custom of this list.

    Among files, a lone page is not the record but leads to it: it is read as a further page.
    """
    pages = [a for a in every if _is_record_page(a, url)]
    for role in (AGENDA, MINUTES):
        mine = [a for a in pages if words.said(a.label).role == role]
        files = sum(is_file(a.url) and words.said(a.label).role == role for a in every)
        if len({a.url for a in mine}) >= files:
            yield from mine


def _schedule_pages(every: Sequence[Anchor], url: str) -> Iterator[Anchor]:
    """Pages of this site that a link calls the dates on which the body meets, often in a menu.

    A calendar is left out: it is made anew for each month, and holds everybody's events.
    """
    here = identity(url)
    found = {
        identity(a.url): a
        for a in reversed(every)
        if len(a.label) <= 80 and words.said(a.label).schedule and is_page(a.url, url)
        and not re.search(r"calendar", f"{a.label} {a.url}", re.I)
    }  # fmt: skip
    yield from [a for key, a in reversed(found.items()) if key != here][:_MAX_DATES]


def _is_record_page(anchor: Anchor, url: str) -> bool:
    """Whether a link to an ordinary page is labelled as one dated record."""
    if anchor.nav or not is_page(anchor.url, url):
        return False
    role = words.said(anchor.label).role
    dated = any(f.month and (f.day or f.year) for f in dates.find(anchor.label))
    return role in (AGENDA, MINUTES) and dated and len(anchor.label) <= 120


def _merge(found: Iterable[Anchor]) -> list[Anchor]:
    """One anchor for each address, the pieces of a cut label joined.

    A link without any label (an empty <a> that no reader sees) only counts where no other link
    leads to the same file; with and without `www.` are the same file.
    """
    anchors_ = list(found)
    labelled = {identity(a.url) for a in anchors_ if a.label}
    kept: dict[str, Anchor] = {}
    for anchor in anchors_:
        if not anchor.label and identity(anchor.url) in labelled:
            continue
        held = kept.setdefault(anchor.url, anchor)
        if anchor.group == held.group and anchor.label not in held.label:
            kept[anchor.url] = replace(held, label=f"{held.label}{anchor.label}")
    return list(kept.values())


def identity(url: str) -> str:
    """What stays of an address: no scheme, no `www.`, no cache buster, no fragment."""
    parts = urlsplit(url)
    query = [(k, v) for k, v in parse_qsl(parts.query, True) if k.lower() not in ("t", "ver", "v")]
    host = parts.netloc.lower().removeprefix("www.").removesuffix(":80").removesuffix(":443")
    return urlunsplit(("", host, unquote(parts.path), urlencode(query), "")).removeprefix("//")


def _trusted_headings(found: Sequence[Anchor], title: str) -> dict[str, str]:
    """Headings that announce a role, and that no plainly labelled link beneath contradicts."""
    said: dict[str, set[str]] = defaultdict(set)
    for anchor in found:
        role = words.said(anchor.label).role
        if role in (AGENDA, MINUTES):
            for heading in (*anchor.headings, title):
                said[heading].add(role)
    texts = {h for a in found for h in a.headings} | {title}
    trusted = {}
    for text in texts:
        role = words.heading_role(text)
        if role and said[text] <= {role}:
            trusted[text] = role
    return {**trusted, "": trusted.get(title, "")}


def _document(anchor: Anchor, trusted: dict[str, str]) -> ListedDocument:
    role, rule, confidence, wanted = _role(anchor, trusted)
    return ListedDocument(
        role=role,
        role_confidence=confidence,
        rule=rule,
        label=anchor.label or words.file_name(anchor.url),
        url=anchor.url,
        identity=identity(anchor.url),
        posted_at=_upload_stamp(anchor.url),
        amended=words.amended(anchor.label) or words.amended(words.file_name(anchor.url)),
        wanted=wanted,
    )


def _role(anchor: Anchor, trusted: dict[str, str]) -> tuple[str, str, float, bool]:
    """Role, rule, confidence, wanted: label, column, line, file name, heading, in this order."""
    said = words.said(anchor.label)
    if said.schedule:
        return OTHER, _DATES, 0.95, True
    if said.role:
        return said.role, f"label: {said.role}", 0.95, said.wanted
    open_ = words.is_neutral(anchor.label)
    dated = bool(dates.find(anchor.label))
    if open_ and (role := words.heading_role(anchor.column)):
        return role, f"column: {anchor.column}", 0.9, True
    if open_ and (role := _line_role(anchor)):
        return role, f"line: {role}", 0.85, True
    named = words.said(words.file_name(anchor.url))
    if named.schedule and open_:
        return OTHER, _DATES, 0.9, True
    if named.role in (AGENDA, MINUTES) or (named.role and open_):
        return named.role, f"file name: {named.role}", 0.8, named.wanted
    if open_ or dated:
        for heading in anchor.headings:
            if heading in trusted:
                return trusted[heading], f"heading: {heading}", 0.8 if open_ else 0.6, True
        if trusted[""]:
            return trusted[""], "page title", 0.6 if open_ else 0.5, True
    return OTHER, "undecided", 0.2, named.role != OTHER


def _line_role(anchor: Anchor) -> str | None:
    """The role named just before the link on its own line ("April 16 Agenda — view")."""
    before = re.split(r"[|/]", anchor.before)[-1]
    return words.said(before).role if len(before) <= 80 else None


def _upload_stamp(url: str) -> str | None:
    """When a file was uploaded, where the address says so: `?t=YYYYMMDDhhmmss` (Revize)."""
    stamp = dict(parse_qsl(urlsplit(url).query)).get("t", "")
    if re.fullmatch(r"20\d{10,14}", stamp):
        return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T{stamp[8:10]}:{stamp[10:12]}"
    return None


def _worth_listing(anchor: Anchor, found: _Found) -> bool:
    """Leaves out forms, budgets and brochures that merely stand on the same site."""
    if found.document.role != OTHER or found.document.rule == _DATES:
        return True
    if anchor.nav or (words.said(anchor.label).role == OTHER and not found.document.wanted):
        return False
    return found.day is not None or found.around is not None


# ---- when


def _place(anchor: Anchor, document: ListedDocument) -> _Found:
    day, around = when(anchor)
    if document.rule == _DATES:
        # It is no record of the day that happens to stand beside it.
        day, around = None, around or (day.replace(day=1) if day else None)
    context = f"{anchor.label} {anchor.before}" if not anchor.label else anchor.label
    kind = words.kind(f"{context} {words.file_name(anchor.url)}")
    board = next(
        (m.group(0) for text in (anchor.label, *anchor.headings[:2]) if (m := _BOARD.search(text))),
        None,
    )
    around_text = anchor.row or f"{anchor.before} {anchor.label} {anchor.after}"
    status = words.status(f"{anchor.label} {anchor.row}")
    if document.role == NOTICE and status == "unknown":
        status = words.status(words.file_name(anchor.url))
    return _Found(
        document=document,
        day=day,
        around=around,
        kind=kind,
        time=dates.find_time(anchor.label) or dates.find_time(around_text),
        status=status,
        board=board,
        title=_title(anchor),
    )


def _title(anchor: Anchor) -> str:
    if not words.is_neutral(anchor.label):
        return anchor.label
    return anchor.row.strip(" |") or anchor.before.strip(" |–—-:") or anchor.label


# ---- meetings


def _rows(found: Sequence[_Found]) -> Iterator[Row]:
    """Documents of one date and kind are one meeting; undated ones stand alone."""
    groups: dict[tuple[object, ...], list[_Found]] = {}
    kinds: dict[tuple[date, str | None], set[str]] = defaultdict(set)
    for one in found:
        if one.day and one.kind != "unknown":
            kinds[one.day, _fold(one.board)].add(one.kind)
    for number, one in enumerate(found):
        if one.day is None:
            groups[(number,)] = [one]
            continue
        known = kinds[one.day, _fold(one.board)]
        kind = next(iter(known)) if one.kind == "unknown" and len(known) == 1 else one.kind
        groups.setdefault((one.day, kind, _fold(one.board)), []).append(replace(one, kind=kind))
    for group in groups.values():
        yield _row(group)


def _row(group: Sequence[_Found]) -> Row:
    statuses = [one.status for one in group if one.status != "unknown"]
    status = "cancelled" if "cancelled" in statuses else next(iter(statuses), "unknown")
    if status == "unknown" and any(one.document.role == MINUTES for one in group):
        status = "held"
    return Row(
        title=max((one.title for one in group), key=len, default=""),
        date=group[0].day,
        documents=tuple(one.document for one in group),
        time=next((one.time for one in group if one.time), None),
        status=status,
        kind=group[0].kind,
        board=next((one.board for one in group if one.board), None),
        around=group[0].around,
    )


def _fold(name: str | None) -> str | None:
    return " ".join(re.findall(r"[a-z]+", name.lower())) if name else None


def _same_board(found: str | None, wanted: str) -> bool:
    """Whether a row belongs to the board asked for; rows that name none do."""
    if found is None:
        return True
    mine, theirs = set((_fold(wanted) or "").split()), set((_fold(found) or "").split())
    return theirs <= mine or mine <= theirs


# ---- further pages


def _next(every: Sequence[Anchor], url: str, board: str | None) -> Iterator[NextRequest]:
    """Pages of the same site that hold more of the list: other years, archives, `next`."""
    seen = {identity(url)}
    records = {identity(a.url) for a in _record_pages(every, url)}
    taken = 0
    for anchor in every:
        key = identity(anchor.url)
        if key in seen or key in records or not is_page(anchor.url, url):
            continue
        year = 0 if _is_record_page(anchor, url) else _further(anchor, board)
        if year is None:
            continue
        seen.add(key)
        taken += 1
        yield NextRequest(anchor.url, "page", year or None)
        if taken >= _MAX_NEXT:
            return


def _further(anchor: Anchor, board: str | None) -> int | None:
    """None where a link leads elsewhere; else the year it shows (0 where it does not say)."""
    label = anchor.label
    if not label or len(label) > 80 or anchor.nav:
        return None
    other = _BOARD.search(label)
    if other and not (board and _same_board(other.group(0), board)):
        return None
    found = dates.find(label)
    if any(f.day for f in found):
        return None
    years = [f.year for f in found if f.year]
    if words.names_documents(label):
        return years[0] if years else 0
    about = any(words.names_documents(h) for h in anchor.headings[:2])
    if years and about and not words.content_words(label):
        return years[0]
    return 0 if about and _PAGER.fullmatch(label) else None
