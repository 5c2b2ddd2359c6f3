"""Which parts of a document are attachments, and which are the body's own record.

Owns that judgement, part by part: a part is a page, or what follows a title inside one. In doubt a
part is the body's own, as a vote that is taken for another's becomes a false absence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from nlp.bound import Sign, another_body, sign
from nlp.folding import fold
from nlp.meta.kind import past_tense
from nlp.pages.page import Page
from nlp.source import Source
from nlp.values import Attachment, Meta

_RECORDS = frozenset(("minutes", "unknown", "other"))
_BUNDLES = frozenset(("agenda", "packet", "notice"))
_TAIL = 1500
_TELLS = 2
_ADJOURNED = re.compile(
    r"\badjourn(?:ed|ment|s)?\b(?!\s+(?:to|into|from)\b)|\brespectfully\s+submitted\b", re.I
)
_MOVED = re.compile(r"\b(?:motion|moved|seconded|second\s+by|roll\s+call|ayes|carried)\b", re.I)
_OF_PAGES = re.compile(r"\bpage\s*[:|#]?\s*(\d{1,4})\s*(?:of|/)\s*(\d{1,4})\b", re.I)
_BREAK = re.compile(r"\n[ ]*\n[ ]*(?=\S)")
_EDGE = 3
_LONGEST_LINE = 120


@dataclass(frozen=True)
class _Part:
    """A page or a piece of one: page number in order, stored offsets, folded text."""

    index: int
    start: int
    end: int
    text: str
    method: str


def attachments(pages: Sequence[Page], meta: Meta) -> tuple[Attachment, ...]:
    """The attachments of a document whose own kind, body and date are known, in order."""
    if meta.kind not in _RECORDS | _BUNDLES:
        return ()
    parts = [part for index, page in enumerate(pages) for part in _parts(index, page, meta)]
    return tuple(_made(pages, parts, list(_judged(parts, meta))))


def stands(places: Sequence[Attachment], page: int, at: int) -> bool:
    """Whether this character of a page stands in one of the attachments."""
    return any(
        (one.first_page, one.first_start) <= (page, at) < (one.last_page, one.last_end)
        for one in places
    )


def inside(source: Source, places: Sequence[Attachment], at: int) -> bool:
    """Whether this character of the reading copy stands in one of the attachments."""
    return bool(places) and stands(places, *source.place(at, at + 1)[:2])


def doubts(places: Sequence[Attachment], pages: int, meta: Meta) -> Iterator[str]:
    """What a reader is to know: how much is attached, and minutes that want to be imported."""
    if not places:
        return
    held = {n for one in places for n in range(one.first_page, one.last_page + 1)}
    shown = ", ".join(_range(one.first_page, one.last_page) for one in places)
    yield f"{len(held)} of {pages} pages hold attachments (page {shown}), which are not this record"
    for one in places:
        if one.kind == "minutes" and not another_body(meta.body, one.body):
            when = re.search(r"\d{4}-\d\d-\d\d", one.rule)
            of = f"of {when.group()} " if when else ""
            page = one.first_page
            yield f"minutes {of}are bound in on page {page}: import them for their own meeting"


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _parts(index: int, page: Page, meta: Meta) -> Iterator[_Part]:
    """The page, cut where a title stands behind a blank line and, in minutes, behind their end."""
    text = fold(page.text)
    cuts, top = [0], sign(text)
    for match in _BREAK.finditer(text):
        at = match.end()
        if meta.kind in _RECORDS and not _ADJOURNED.search(text, max(cuts[-1], at - _TAIL), at):
            continue
        found = sign(text[at : at + _TAIL]) if _heads(text, at) else None
        # The address above a letter's salutation belongs to the letter.
        if found is not None and (len(cuts) > 1 or top is None or found.title != top.title):
            cuts.append(at)
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        yield _Part(index, start, end, text[start:end], page.method)


_HEAD_LINE = re.compile(
    r"[^\n]{0,100}\b(?:minutes|agenda|resolution|ordinance|agreement|contract|memorandum|memo|lease"
    r"|exhibit|attachment|appendix|annex|enclosure|addendum|proceedings|dear|borough|township|city"
    r"|town|county|village|council|board|commission|authority|committee)\b[^\n]{0,100}(?=\n|\Z)",
    re.I,
)


def _heads(text: str, at: int) -> bool:
    """A cheap look at a line: whether it may be a title. Most lines of a text are not."""
    match = _HEAD_LINE.match(text, at)
    return (
        match is not None and len(match.group().split()) <= 14 and not match.group().endswith(".")
    )


def _judged(parts: Sequence[_Part], meta: Meta) -> Iterator[Sign | None]:
    """For each part the sign of the attachment it belongs to, None for the body's own."""
    own = _Own(meta)
    for number, part in enumerate(parts):
        before = parts[number - 1] if number else None
        yield own.take(part, before)


class _Own:
    """The body's own record while its parts pass by."""

    def __init__(self, meta: Meta) -> None:
        self.meta = meta
        self.record = meta.kind in _RECORDS
        self.day = date.fromisoformat(meta.meeting_date) if meta.meeting_date else None
        self.open: Sign | None = None
        self.ended = self.closed = False
        self.pages_of: int | None = None
        self.headers: Counter[str] = Counter()
        self.methods: set[str] = set()

    def take(self, part: _Part, before: _Part | None) -> Sign | None:
        """Whether this part belongs to an attachment, and to which."""
        found = sign(part.text, self.day.year if self.day else None) if before else None
        if found and before and (self._own_title(found) or self._runs(found, part, before)):
            found = None
        if self._continues(part) and not (found and found.kind == "minutes"):
            self.open = None
        elif found is not None and self._counts(found, part):
            self.open = self._told(found)
        elif self.open is None:
            self.open = self._behind_the_end(part)
        elif self._resumes(part):
            self.open = None
        if self.open is None:
            self._learn(part)
        self.ended = bool(_ADJOURNED.search(part.text[-_TAIL:]))
        return self.open

    def _own_title(self, found: Sign) -> bool:
        """A title block of this very meeting, or of one that nothing tells from it."""
        if found.kind not in ("minutes", "agenda"):
            return False
        if another_body(self.meta.body, found.body):
            return False
        return found.kind == self.meta.kind and (
            None in (found.day, self.day) or found.day == self.day
        )

    def _kind_like(self, found: Sign) -> bool:
        return self.record or found.kind == "agenda"

    def _runs(self, found: Sign, part: _Part, before: _Part) -> bool:
        """Whether the title is a header that the page before carries too."""
        return not part.start and _shape(found.title) in _edge_lines(before.text)[:_EDGE]

    def _continues(self, part: _Part) -> bool:
        """It carries the header of the body's own pages, or the next of their numbers."""
        if part.start:
            return False
        match = _OF_PAGES.search(part.text)
        if match and self.pages_of and int(match[2]) == self.pages_of and int(match[1]) > 1:
            return True
        return any(self.headers[line] > 1 for line in _edge_lines(part.text))

    def _counts(self, found: Sign, part: _Part) -> bool:
        """Whether a sign is enough here. Inside a record only what cannot be its own words is."""
        if found.kind == "agenda":
            return not self.record and part.start == 0 and found.day is not None
        if not self.record or found.kind == "minutes":
            return True
        return (self.closed or part.start == 0) and not _tells(part.text)

    def _told(self, found: Sign) -> Sign:
        day = f" of {found.day.isoformat()}" if found.day and found.kind == "minutes" else ""
        return replace(found, rule=f"{found.rule}{day}")

    def _behind_the_end(self, part: _Part) -> Sign | None:
        """Behind the adjournment: pictures, and pages numbered anew, where they tell nothing."""
        if not (self.record and self.closed) or part.start or _tells(part.text):
            return None
        if part.method in ("none", "ocr") and "text" in self.methods:
            return Sign("other", None, None, "a scan behind the adjournment", "")
        match = _OF_PAGES.search(part.text)
        if match and int(match[1]) == 1 and self.pages_of != int(match[2]):
            return Sign("other", None, None, "numbered anew, behind the adjournment", "")
        return None

    def _resumes(self, part: _Part) -> bool:
        """The own record goes on behind what was bound in before its end.

        It tells, and what is open does not, or has told its own end.
        """
        if not self.record or part.start or not _tells(part.text):
            return False
        assert self.open is not None
        return self.open.kind != "minutes" or (self.ended and not self.closed)

    def _learn(self, part: _Part) -> None:
        """What the body's own pages look like, and whether its record has come to its end."""
        if not self.closed or _tells(part.text):
            self.closed = bool(_ADJOURNED.search(part.text[-_TAIL:]))
        self.methods.add(part.method)
        match = _OF_PAGES.search(part.text)
        if match and not part.start:
            self.pages_of = int(match[2])
        if part.start == 0:
            self.headers.update({ln for ln in _edge_lines(part.text) if len(ln.split()) >= 3})


def _tells(text: str) -> bool:
    """Whether a text records a meeting: motions, and more told as having happened."""
    return _MOVED.search(text) is not None and past_tense(text) >= _TELLS


def _edge_lines(text: str) -> list[str]:
    """The outermost lines of a page, digits apart."""
    lines = [line for line in text.split("\n") if line.strip()]
    edges = lines[:_EDGE] + lines[-_EDGE:]
    return [_shape(line) for line in edges]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))[:_LONGEST_LINE]


def _made(
    pages: Sequence[Page], parts: Sequence[_Part], signs: Sequence[Sign | None]
) -> Iterator[Attachment]:
    """Parts under one sign as one attachment."""
    for number, (part, found) in enumerate(zip(parts, signs, strict=True)):
        if found is None or (number and signs[number - 1] is found):
            continue
        last = number
        while last + 1 < len(parts) and signs[last + 1] is found:
            last += 1
        first_page, last_page = pages[part.index].number, pages[parts[last].index].number
        yield Attachment(
            first_page, part.start, last_page, parts[last].end, found.kind, found.body, found.rule
        )
