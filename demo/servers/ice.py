"""ICE's page with its two lists and the agreements they link: what it answers at a moment.

Owns the page and the addresses of the workbooks: dated names at first, from August on numbers whose
file name only the Content-Disposition header tells.
"""

from __future__ import annotations

from datetime import UTC, datetime

from demo.documents import agreement
from demo.ice import workbook
from demo.ice.signed import POSTED
from demo.servers import answers
from demo.servers.answers import Answer, Request
from demo.values import County, Workbook

PAGE = "/identify-and-arrest/287g"
_FOLDER = "/doclib/about/offices/ero/287g/"
_DOWNLOAD = "/file-download/download/public/"
_NUMBERED_FROM = datetime(2026, 8, 1, tzinfo=UTC)
_FIRST_NUMBER = 208400


def answer(county: County, request: Request, now: datetime) -> Answer:
    """The page, a workbook, an agreement, robots.txt, or a 404."""
    if request.path == "/robots.txt":
        return answers.text("User-agent: *\nDisallow: /admin/\n")
    up = [book for book in county.workbooks if book.saved <= now]
    if request.path == PAGE:
        newest = _newest(up)
        changed = max((b.saved for b in newest), default=None)
        return answers.validated(answers.page(_page(county, newest)), request, changed)
    for book in up:
        if request.path == path(county, book):
            name = book.name if _numbered(book) else None
            here = workbook.at(book, f"http://{request.headers.get('host', '')}")
            whole = answers.file(workbook.render(here), answers.XLSX, name)
            return answers.validated(whole, request, book.saved)
    for signed in POSTED:
        if request.path == signed.path:
            whole = answers.file(agreement.render(signed), answers.PDF)
            return answers.validated(whole, request, None)
    return answers.missing()


def path(county: County, book: Workbook) -> str:
    """The workbook's address."""
    if _numbered(book):
        return f"{_DOWNLOAD}{_FIRST_NUMBER + 37 * county.workbooks.index(book)}"
    return _FOLDER + book.name


def _numbered(book: Workbook) -> bool:
    return book.saved >= _NUMBERED_FROM


def _newest(up: list[Workbook]) -> list[Workbook]:
    return [
        [book for book in up if book.kind == kind][-1]
        for kind in ("participating", "pending")
        if any(book.kind == kind for book in up)
    ]


def _page(county: County, newest: list[Workbook]) -> str:
    links = "\n".join(
        f'<li><a href="{path(county, book)}">{book.kind.capitalize()} Agencies</a></li>'
        for book in newest
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        "<title>Partner With ICE Through the 287(g) Program | ICE</title></head>\n<body>\n"
        '<main id="main-content">\n<h1>Delegation of Immigration Authority Section 287(g)</h1>\n'
        f"<p>The lists are updated as agreements are signed.</p>\n<ul>\n{links}\n</ul>\n"
        '<p><a href="/doclib/287g/factsheet.pdf">Fact sheet</a></p>\n</main>\n</body></html>\n'
    )
