"""One crawling process as the parent sees it: started, listened to, ended for certain.

Owns the operating system's side: pipe, process group, deadline, exit. Knows no event's meaning.
"""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from crawler.errors import ChildBroken
from crawler.job import Job

_GRACE = 5.0
_SLICE = 1 << 16
_LAST = b'{"t":"complete"}'


class Child:
    """One crawling process in its own group, with a pipe that it speaks through."""

    def __init__(self, job: Job, quiet: float) -> None:
        self.quiet = quiet
        self.why: str | None = None
        self.complete = False
        self.reader, writer = os.pipe()
        try:
            with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as errors:
                given.write(job.to_bytes())
                given.seek(0)
                self.errors = os.dup(errors.fileno())
                self.process = subprocess.Popen(
                    [sys.executable, "-P", "-m", "crawler.child", str(writer)],
                    stdin=given, stdout=subprocess.DEVNULL, stderr=errors,
                    pass_fds=[writer], start_new_session=True,
                )  # fmt: skip
        except OSError as exc:
            os.close(self.reader)
            raise ChildBroken(f"the crawling process could not be started: {exc}") from exc
        finally:
            os.close(writer)

    def lines(self) -> Iterator[list[bytes]]:
        """Whole lines as they arrive, until the child has closed the pipe or fallen silent."""
        rest = b""
        with selectors.DefaultSelector() as selector:
            selector.register(self.reader, selectors.EVENT_READ)
            while True:
                if not selector.select(self.quiet):
                    self.why = f"the crawl said nothing for {self.quiet:.0f} seconds"
                    return
                chunk = os.read(self.reader, _SLICE)
                if not chunk:
                    return
                lines, rest = lines_of(rest + chunk)
                if lines and lines[-1] == _LAST:
                    self.complete = True
                    lines.pop()
                if lines:
                    yield lines

    def end(self) -> str | None:
        """Make sure that nothing of the child is left; returns why it broke off, None if not."""
        try:
            if self.complete:
                self.process.wait(_GRACE)
            elif self.process.poll() is None:
                self._signal(signal.SIGTERM)
                self.process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            pass
        finally:
            self._signal(signal.SIGKILL)
            code = self.process.wait()
            said = _tail(self.errors)
            os.close(self.errors)
            os.close(self.reader)
        if self.complete:
            return None
        ending = f"signal {-code}" if code < 0 else f"exit code {code}"
        return self.why or f"the crawling process ended early ({ending}){said}"

    def _signal(self, number: signal.Signals) -> None:
        try:
            os.killpg(self.process.pid, number)
        except (ProcessLookupError, PermissionError):
            return


def _tail(descriptor: int) -> str:
    """The last line that a broken child wrote for people."""
    size = os.fstat(descriptor).st_size
    text = os.pread(descriptor, 2000, max(0, size - 2000)).decode("utf-8", "replace")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return f": {lines[-1][:300]}" if lines else ""


def lines_of(buffer: bytes) -> tuple[list[bytes], bytes]:
    """The whole lines of a buffer, and what is left of it."""
    *lines, rest = buffer.split(b"\n")
    return [line for line in lines if line], rest


def installed_version() -> str:
    """The program's version, as its user agent names it."""
    try:
        return version("offagenda")
    except PackageNotFoundError:
        return "0"
