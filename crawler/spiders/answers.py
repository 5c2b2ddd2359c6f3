"""Answers of servers as plain values: headers, validators, records of fetches, troubles in words.

Owns the translation from Scrapy's objects. Decides nothing about a look.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from scrapy import exceptions
from scrapy.http import Request, Response
from twisted.internet import error as network

from crawler.job import PageMemory, document_id
from crawler.values import Row

_KEPT_HEADERS = (
    "Content-Type", "Content-Length", "Content-Disposition", "Etag", "Last-Modified", "Date",
    "Server", "Location", "Retry-After", "Cf-Mitigated", "Content-Encoding", "Via", "X-Powered-By",
)  # fmt: skip


# Every status is an answer of ours to judge, but for redirects, which Scrapy follows.
HANDLED = frozenset({300, 304, 305, 306, *range(400, 600)})

_TROUBLES: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    (
        (exceptions.CannotResolveHostError, network.DNSLookupError),
        "no public address belongs to the host",
    ),
    ((exceptions.DownloadTimeoutError, network.TimeoutError), "no answer in time"),
    (
        (exceptions.DownloadConnectionRefusedError, network.ConnectionRefusedError),
        "nothing answers at this address",
    ),
    ((exceptions.ResponseDataLossError,), "the answer was cut short"),
    ((exceptions.DownloadFailedError,), "the connection broke off"),
)


@dataclass(frozen=True)
class Read:
    """What a document's answer turned out to be."""

    sha256: str | None = None
    media_type: str | None = None
    unchanged: bool = False
    problem: str | None = None
    walled: bool = False


def headers(response: Response) -> dict[str, str]:
    """The headers worth keeping, as text."""
    found = {}
    for name in _KEPT_HEADERS:
        value = response.headers.get(name)
        if value is not None:
            found[name] = value.decode("latin-1")[:2000]
    return found


def charset(response: Response) -> str | None:
    """The charset that the server declares."""
    declared = response.headers.get("Content-Type") or b""
    match = re.search(rb"charset\s*=\s*[\"']?([\w.:\-]+)", declared, re.I)
    return match.group(1).decode("latin-1") if match else None


def conditional(memory: PageMemory | None) -> dict[str, str]:
    """The headers that ask only for what changed; none where we hold no bytes."""
    found: dict[str, str] = {}
    if memory and memory.sha256:
        if memory.etag:
            found["If-None-Match"] = memory.etag
        if memory.last_modified:
            found["If-Modified-Since"] = memory.last_modified
    return found


def memory_of(response: Response, sha256: str | None) -> PageMemory:
    """What is kept of a page's answer for the next conditional request."""
    kept = headers(response)
    return PageMemory(kept.get("Etag"), kept.get("Last-Modified"), sha256)


def asked(response: Response) -> str:
    """The address first asked for, before any redirect."""
    urls: list[str] = response.meta.get("redirect_urls") or [response.url]
    return urls[0]


def record(
    purpose: str,
    request: Request,
    response: Response | None,
    at: datetime,
    sha256: str | None,
    error: str | None,
) -> dict[str, Any]:
    """One row of the fetch table, as JSON."""
    trail: list[str] = list(request.meta.get("redirect_urls") or [])
    final = response.url if response is not None else request.url
    return {
        "purpose": purpose,
        "url": trail[0] if trail else request.url,
        "final_url": final,
        "redirects": trail[1:],
        "at": at.isoformat(),
        "status": response.status if response is not None else None,
        "headers": headers(response) if response is not None else {},
        "sha256": sha256,
        "size": len(response.body) if response is not None and sha256 else None,
        "error": error,
    }


def trouble(exc: BaseException | None) -> str:
    """What kept a request from being answered, in words for a person."""
    text = " ".join(str(exc).split())[:300]
    for kinds, said in _TROUBLES:
        if isinstance(exc, kinds):
            return said
    if isinstance(exc, exceptions.IgnoreRequest):
        return text or "not asked"
    if isinstance(exc, exceptions.DownloadCancelledError):
        return f"the answer is larger than is read: {text}"
    return f"{type(exc).__name__}: {text}"


def row_event(source_id: str, row: Row) -> dict[str, Any]:
    """One listed row with its documents' ids, as it goes to the store and into the evidence."""
    said = row.as_json()
    said["around"] = row.around.isoformat() if row.around else None
    for plain, document in zip(said["documents"], row.documents, strict=True):
        plain["id"] = document_id(source_id, document.identity)
        plain["identity"] = document.identity
    return said


def canonical(rows: Sequence[dict[str, Any]]) -> bytes:
    """All rows of a look as one canonical JSON text: the same list has the same hash."""
    return json.dumps(rows, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
