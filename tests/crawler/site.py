"""A town's web site on localhost whose pages a test can script.

Owns the server; knows nothing of the crawler.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PDF = b"%PDF-1.4\n%fictional\n"


@dataclass
class Reply:
    """One scripted answer. raw: bytes written to the socket instead of an HTTP answer."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    length: bool = True
    before: Callable[[], None] | None = None


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    at: float


class Site:
    """Pages by path; unknown paths answer 404, robots.txt allows all unless scripted."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, Reply] = {}
        self.log: list[Asked] = []
        self.validators = True

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def page(self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8") -> None:
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = Reply(data, headers={"Content-Type": kind})

    def pdf(self, path: str, text: str) -> bytes:
        data = PDF + text.encode()
        self.page(path, data, "application/pdf")
        return data

    def asked(self, path: str) -> list[Asked]:
        return [a for a in self.log if a.path == path]

    def paths(self) -> list[str]:
        return [a.path for a in self.log if a.path != "/robots.txt"]


def until(ready: Callable[[], object], limit: float = 60.0) -> None:
    """Wait for something to have happened; fails when it does not within the limit."""
    pause, end = threading.Event(), time.monotonic() + limit
    while not ready():
        assert time.monotonic() < end, "what was waited for did not happen"
        pause.wait(0.01)


@contextmanager
def serving() -> Iterator[Site]:
    """A site on a free port, gone at the end."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    site = Site(server.server_address[1])
    server.site = site  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    # With the default of 5, a burst of connections is dropped and asked again a second later.
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that was killed in the middle is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def log_message(self, *_: object) -> None:
        return

    def _answer(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        length = int(self.headers.get("Content-Length") or 0)
        sent = self.rfile.read(length) if length else b""
        headers = dict(self.headers.items())
        site.log.append(Asked(self.command, self.path, headers, sent, time.monotonic()))
        key = f"POST {self.path}" if self.command == "POST" else self.path
        reply = site.pages.get(f"{key} {sent.decode()}") or site.pages.get(key)
        if reply is None:
            reply = Reply(b"nothing here", 404, {"Content-Type": "text/plain"})
        if reply.before:
            reply.before()
        if reply.raw is not None:
            self.close_connection = True
            self.wfile.write(reply.raw)
            return
        self._send(site, reply)

    def _send(self, site: Site, reply: Reply) -> None:
        etag = '"' + hashlib.sha256(reply.body).hexdigest()[:16] + '"'
        asks = site.validators and reply.status == 200 and self.command == "GET"
        if asks and self.headers.get("If-None-Match") == etag:
            self.send_response(304)
            self.send_header("ETag", etag)
            self.end_headers()
            return
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if site.validators and reply.status == 200:
            self.send_header("ETag", etag)
        if reply.length:
            self.send_header("Content-Length", str(len(reply.body)))
        else:
            self.close_connection = True
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(reply.body)
