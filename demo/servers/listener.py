"""One web server on a port of this machine, started and stopped.

Owns the socket and its threads; what is answered comes from a function over plain values.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from threading import Thread
from urllib.parse import parse_qsl, urlsplit

from demo.servers.answers import Answer, Request

_HOST = "127.0.0.1"
_LARGEST_FORM = 65536
Answering = Callable[[Request], Answer | None]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "county"
    sys_version = ""
    # Headers and body leave in one write; Nagle would hold the second of two back for 40 ms.
    wbufsize = -1
    disable_nagle_algorithm = True
    timeout = 10
    answering: Answering

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        answer = self.answering(self._request())
        if answer is None:
            self.close_connection = True
            return
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if answer.status != 304:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _request(self) -> Request:
        parts = urlsplit(self.path)
        fields = dict(parse_qsl(parts.query))
        length = min(int(self.headers.get("Content-Length") or 0), _LARGEST_FORM)
        if length:
            fields |= dict(parse_qsl(self.rfile.read(length).decode("utf-8", "replace")))
        headers = {name.lower(): value for name, value in self.headers.items()}
        return Request(self.command, parts.path, fields, headers)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """A demo's progress bar is no place for an access log."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """A client that hangs up is no news; anything else is."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class Listener:
    """A server that keeps its port while it is closed and opened again."""

    def __init__(self, answering: Answering) -> None:
        self._handler = type("Handler", (_Handler,), {"answering": staticmethod(answering)})
        self._server: _Server | None = None
        self._thread: Thread | None = None
        self.port = 0

    def open(self) -> None:
        """Listen; on the same port as before, if there was one."""
        if self._server is not None:
            return
        self._server = _Server((_HOST, self.port), self._handler)
        self.port = self._server.server_port
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening: connections are refused from now on."""
        if self._server is None or self._thread is None:
            return
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self._server = self._thread = None

    @property
    def base(self) -> str:
        """The address, without a slash at its end."""
        return f"http://{_HOST}:{self.port}"
