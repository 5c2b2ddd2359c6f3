"""What a web server of the county says to one request: plain values, no socket.

Owns validators and the 304; which page stands under which path is each site's matter.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime

HTML = "text/html; charset=utf-8"
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Request:
    """One request: the path alone, query and form fields, the headers in lower case."""

    method: str
    path: str
    fields: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """Status, headers and body, before they become bytes on a wire."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()


def page(html: str) -> Answer:
    """An HTML page."""
    return Answer(200, html.encode(), (("Content-Type", HTML),))


def text(words: str) -> Answer:
    """A plain text, such as robots.txt."""
    return Answer(200, words.encode(), (("Content-Type", TEXT),))


def file(data: bytes, media_type: str, name: str | None = None) -> Answer:
    """A document; with a name it is offered as a download."""
    headers = [("Content-Type", media_type)]
    if name:
        headers.append(("Content-Disposition", f'attachment; filename="{name}"'))
    return Answer(200, data, tuple(headers))


def missing() -> Answer:
    """The page that says there is none."""
    return Answer(404, b"<h1>Not Found</h1>\n", (("Content-Type", HTML),))


def validated(answer: Answer, request: Request, changed: datetime | None) -> Answer:
    """The answer with its validators, or 304 where the client holds those bytes already.

    changed: when the content last changed, None where the server does not know.
    """
    if answer.status != 200 or request.method == "POST":
        return answer
    tag = f'"{hashlib.sha256(answer.body).hexdigest()[:20]}"'
    headers = [("ETag", tag)]
    if changed:
        headers.append(("Last-Modified", format_datetime(changed, usegmt=True)))
    if _held(request, tag, changed):
        return Answer(304, b"", tuple(headers))
    return replace(answer, headers=(*answer.headers, *headers))


def _held(request: Request, tag: str, changed: datetime | None) -> bool:
    """RFC 9110 13.1: If-None-Match outranks If-Modified-Since."""
    if held := request.headers.get("if-none-match"):
        return tag in (mark.strip().removeprefix("W/") for mark in held.split(","))
    since = request.headers.get("if-modified-since")
    if not since or changed is None:
        return False
    try:
        return changed.replace(microsecond=0) <= parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False
