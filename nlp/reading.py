"""Reads one document: bytes in, one frozen Reading out; or the rules again over its kept pages.

Owns the assembly and the JSON shape of `read`; every rule lives behind it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from nlp.outline import Entry
from nlp.pages import Page, Paged, Scanner, pages_of
from nlp.pages.boxes import words_from
from nlp.pages.scans import doubts
from nlp.source import Source
from nlp.state import Hit, State
from nlp.values import Attachment, Attendance, Fact, Flag, Item, Motion

if TYPE_CHECKING:
    from nlp.pipeline import Options

_ITEM_TEXT = 4000


@dataclass(frozen=True)
class Reading:
    """What the pipeline read in one document. Dates are ISO strings; see nlp.values.

    possible: passages that may mean an agreement without naming it; never flags. format: the kind
    of file that its bytes show; format_doubts: what was odd about that, also among the doubts.
    """

    file: str
    sha256: str
    kind: str
    body: str | None
    meeting_date: str | None
    meeting_kind: str
    status: str
    minutes_status: str
    approves_minutes_of: tuple[str, ...]
    pages: tuple[Page, ...]
    items: tuple[Item, ...]
    flags: tuple[Flag, ...]
    motions: tuple[Motion, ...]
    attendance: Attendance
    doubts: tuple[str, ...]
    possible: tuple[Flag, ...] = ()
    called_to_order: str | None = None
    adjourned: str | None = None
    next_meeting: str | None = None
    facts: tuple[Fact, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    format: str = ""
    format_doubts: tuple[str, ...] = ()

    def as_json(self, *, texts: bool = False) -> dict[str, Any]:
        """The `read --json` shape; with `texts`, the form that is stored.

        There each page carries its text, and the possible passages stand among the flags, under a
        topic of their own.
        """
        shown = (*self.flags, *self.possible) if texts else self.flags
        return {
            "file": self.file,
            "sha256": self.sha256,
            "format": self.format,
            "format_doubts": list(self.format_doubts),
            "kind": self.kind,
            "body": self.body,
            "meeting_date": self.meeting_date,
            "meeting_kind": self.meeting_kind,
            "status": self.status,
            "minutes_status": self.minutes_status,
            "approves_minutes_of": list(self.approves_minutes_of),
            "called_to_order": self.called_to_order,
            "adjourned": self.adjourned,
            "next_meeting": self.next_meeting,
            "facts": [fact.as_json() for fact in self.facts],
            "attachments": [part.as_json() for part in self.attachments],
            "pages": [page.as_json(texts=texts) for page in self.pages],
            "items": [item.as_json() for item in self.items],
            "flags": [flag.as_json() for flag in shown],
            "motions": [motion.as_json() for motion in self.motions],
            "attendance": self.attendance.as_json(),
            "doubts": list(self.doubts),
            "possible": [flag.as_json() for flag in self.possible],
        }


def read(
    data: bytes,
    *,
    name: str = "",
    media_type: str | None = None,
    scanner: Scanner | None = None,
    options: Options | None = None,
) -> Reading:
    """Reads a document.

    name: its file name, a weak witness for date and kind. scanner: reads its scanned pages; by
    default one without any limit of time (nlp.pool sets limits). options: the workspace's choices.
    Raises nlp.errors.Unreadable where nothing can be read, nlp.errors.NoModel and BadTopic for
    options that cannot be used; pages that cannot be read are pages with method `none`.
    """
    paged = pages_of(data, name, media_type, scanner)
    return _made(paged, name, hashlib.sha256(data).hexdigest(), options)


def reread(kept: Mapping[str, Any], *, name: str = "", options: Options | None = None) -> Reading:
    """Runs the rules over the pages of an earlier reading; opens no file and needs no OCR.

    kept: of `as_json(texts=True)` the keys sha256, format, format_doubts and pages. The result is
    what `read` would give where the stages that make pages have not changed.
    """
    pages = tuple(_page(page) for page in kept["pages"])
    paged = Paged(kept["format"], pages, tuple(kept["format_doubts"]))
    return _made(paged, name, kept["sha256"], options)


def _page(kept: Mapping[str, Any]) -> Page:
    known = {field.name: kept[field.name] for field in fields(Page) if field.name in kept}
    return Page(**{**known, "words": words_from(kept.get("words") or ())})


def _made(paged: Paged, name: str, sha256: str, options: Options | None) -> Reading:
    from nlp.pipeline import Options, run

    source = Source.of(paged.pages)
    state = run(source, name, options or Options())
    return Reading(
        file=name,
        sha256=sha256,
        kind=state.meta.kind,
        body=state.meta.body,
        meeting_date=state.meta.meeting_date,
        meeting_kind=state.meta.meeting_kind,
        status=state.meta.status,
        minutes_status=state.meta.minutes_status,
        approves_minutes_of=state.meta.approves_minutes_of,
        pages=paged.pages,
        items=tuple(_item(source, entry) for entry in _items(state)),
        flags=tuple(_flag(source, hit) for hit in state.hits),
        motions=state.motions,
        attendance=state.attendance,
        doubts=(*paged.doubts, *state.meta.doubts, *_unread(paged.pages)),
        possible=tuple(_flag(source, hit) for hit in state.possible),
        called_to_order=state.meta.called_to_order,
        adjourned=state.meta.adjourned,
        next_meeting=state.meta.next_meeting,
        facts=state.meta.facts,
        attachments=state.attachments,
        format=paged.kind,
        format_doubts=paged.doubts,
    )


def _unread(pages: tuple[Page, ...]) -> tuple[str, ...]:
    missing = [page.number for page in pages if not page.readable]
    if not missing:
        return ()
    return (f"{len(missing)} of {len(pages)} pages could not be read", *doubts(pages))


def _items(state: State) -> list[Entry]:
    """The outline, and the resolutions and ordinances named outside it, in order of place."""
    return sorted((*state.entries, *state.papers), key=lambda entry: entry.start)


def _item(source: Source, entry: Entry) -> Item:
    page, start, end = source.place(entry.start, max(entry.body, entry.start))
    words = source.words(entry.start, min(entry.end, entry.start + _ITEM_TEXT))
    return Item(
        page,
        start,
        end,
        entry.number,
        entry.title,
        words,
        entry.section,
        kind=entry.kind,
        paper=entry.paper,
        parent=entry.parent,
        consent=entry.consent,
        pulled=entry.pulled,
        rule=entry.style,
    )


def _flag(source: Source, hit: Hit) -> Flag:
    page, start, end = source.place(hit.start, hit.end)
    quote = source.quote(hit.start, hit.end)
    return Flag(
        hit.topic, hit.relevance, quote, page, start, end, hit.rule, hit.section, hit.doubts
    )
