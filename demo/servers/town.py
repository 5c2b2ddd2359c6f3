"""One town's web site: what it answers to a request at a moment, its bad weeks included."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from demo.documents import html, pdf
from demo.servers import agendacenter, answers, pages, shown
from demo.servers.answers import Answer, Request
from demo.values import Paper, Site

_LISTS = {"agendacenter": "/AgendaCenter", "links": "/meetings/", "table": "/meetings.html"}
_OPEN = "User-agent: *\nDisallow: /wp-admin/\nDisallow: /admin/\n"
_CLOSED = "User-agent: *\nDisallow: /\n"


def list_path(site: Site) -> str:
    """Where the site lists its papers."""
    return _LISTS[site.body.look]


def answer(site: Site, request: Request, now: datetime) -> Answer | None:
    """The answer, None where the connection is dropped without one."""
    trouble = site.trouble(now)
    if trouble == "refused":
        return None
    if trouble == "busy":
        return Answer(503, b"<h1>Service Unavailable</h1>\n", (("Content-Type", answers.HTML),))
    if request.path == "/robots.txt":
        return answers.text(_CLOSED if trouble == "robots" else _OPEN)
    return _page(site, request, now) or _document(site, request, now) or answers.missing()


def _page(site: Site, request: Request, now: datetime) -> Answer | None:
    if request.path == "/":
        return answers.page(f'<h1>{site.body.town}</h1>\n<a href="{list_path(site)}">Meetings</a>')
    if site.body.look == "agendacenter" and request.path == "/AgendaCenter/UpdateCategoryList":
        part = agendacenter.asked_for(request.fields, shown.meetings(site, now), now)
        return answers.page(part) if part is not None and request.method == "POST" else None
    if request.path.rstrip("/") != list_path(site).rstrip("/"):
        return None
    changed = shown.changed(site, now) if site.validators else None
    listing = answers.page(_listing(site, now))
    return answers.validated(listing, request, changed) if site.validators else listing


def _listing(site: Site, now: datetime) -> str:
    draw = {"agendacenter": agendacenter.index, "links": pages.links, "table": pages.table}
    return draw[site.body.look](site.body.town, shown.meetings(site, now))


def _document(site: Site, request: Request, now: datetime) -> Answer | None:
    if site.body.look == "links" and request.path == pages.NEWSLETTER:
        return answers.file(_as_pdf(pages.newsletter(site.body.town)), answers.PDF)
    found = shown.document(site, request.path, now)
    if found is None:
        return None
    paper = found.version.paper
    if request.path.endswith(".html"):
        whole = answers.file(_as_page(paper), answers.HTML)
    else:
        whole = answers.file(_as_pdf(paper), answers.PDF)
    return answers.validated(whole, request, found.version.at)


@lru_cache(maxsize=2048)
def _as_pdf(paper: Paper) -> bytes:
    return pdf.render(paper)


@lru_cache(maxsize=512)
def _as_page(paper: Paper) -> bytes:
    return html.render(paper)
