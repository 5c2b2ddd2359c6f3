"""A vendor's vote record (JSON) to one page of text: a sheet with a block for each item.

Owns the page only; the answers and the sheet are nlp.records'.
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.pages.page import Page, clean
from nlp.records.answers import answers
from nlp.records.sheet import written

METHOD = "votes"


def is_record(data: bytes) -> bool:
    """Whether some bytes are a vote record."""
    return answers(data) is not None


def pages(data: bytes) -> list[Page]:
    """The one page of a record; a record without items is one that says so."""
    given = answers(data)
    # The kind was told by the same reading (nlp.pages.sniff).
    assert given is not None
    return [Page(1, METHOD, 1.0, clean(written(given)))]


def record_page(pages: Sequence[Page]) -> Page | None:
    """The page of a document that is a vote record, None for any other document."""
    return pages[0] if len(pages) == 1 and pages[0].method == METHOD else None
