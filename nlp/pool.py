"""Drives one reading child over pipes, with a deadline for each document.

Owns starting, killing and replacing the child; what happens inside is nlp.worker's.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

_CHUNK = 2**16
_LONGEST_ANSWER = 256 * 2**20
_COMMAND = (sys.executable, "-P", "-m", "nlp.worker")


@dataclass(frozen=True)
class Failure:
    """Why a document was not read. error: the worker's error name, or Timeout or Crash.

    final: whether trying again cannot help (the document said no, not the machine).
    """

    error: str
    why: str
    final: bool


class ReaderPool:
    """One child that reads one document at a time; a context manager.

    deadline_seconds: wall clock for one document. documents_per_child: after so many the child is
    replaced, as spaCy keeps every new word for good.
    """

    def __init__(
        self,
        deadline_seconds: float = 60.0,
        documents_per_child: int = 1000,
        command: tuple[str, ...] = _COMMAND,
    ) -> None:
        self.deadline_seconds = deadline_seconds
        self.documents_per_child = documents_per_child
        self._command = command
        self._child: subprocess.Popen[bytes] | None = None
        self._served = 0

    def __enter__(self) -> ReaderPool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def read_file(
        self, path: Path, *, name: str, media_type: str | None
    ) -> dict[str, Any] | Failure:
        """The reading as JSON with page texts, or why there is none; no document raises."""
        request = {"path": str(path), "name": name, "media_type": media_type}
        line = self._ask(json.dumps(request).encode() + b"\n")
        if isinstance(line, Failure):
            return line
        try:
            said: dict[str, Any] = json.loads(line)
        except ValueError:
            self._stop()
            return Failure(
                "Crash", "the reader answered with something else than JSON", final=False
            )
        if said["ok"]:
            reading: dict[str, Any] = said["reading"]
            return reading
        return Failure(said["error"], said["why"], final=True)

    def _ask(self, request: bytes) -> bytes | Failure:
        child = self._ready()
        deadline = time.monotonic() + self.deadline_seconds
        assert child.stdin is not None
        try:
            child.stdin.write(request)
            child.stdin.flush()
        except BrokenPipeError:
            return self._crashed(child)
        line = self._line(child, deadline)
        if line is None:
            self._stop()
            return Failure(
                "Timeout", f"reading it took longer than {self.deadline_seconds:g} s", final=False
            )
        if not line.endswith(b"\n"):
            return self._crashed(child)
        self._served += 1
        return line

    def _line(self, child: subprocess.Popen[bytes], deadline: float) -> bytes | None:
        """One line of the child; cut short where it died, None where time ran out."""
        assert child.stdout is not None
        out = child.stdout.fileno()
        parts: list[bytes] = []
        size = 0
        with selectors.DefaultSelector() as selector:
            selector.register(out, selectors.EVENT_READ)
            while (left := deadline - time.monotonic()) > 0:
                if not selector.select(left):
                    return None
                part = os.read(out, _CHUNK)
                parts.append(part)
                size += len(part)
                if not part or part.endswith(b"\n") or size > _LONGEST_ANSWER:
                    return b"".join(parts)
        return None

    def _crashed(self, child: subprocess.Popen[bytes]) -> Failure:
        self._stop()
        code = child.returncode
        how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
        return Failure("Crash", f"the reader ended while reading it ({how})", final=False)

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._child is not None and (
            self._child.poll() is not None or self._served >= self.documents_per_child
        ):
            self._stop()
        if self._child is None:
            self._served = 0
            # A group of its own, so that killing it takes whatever a library may have started.
            self._child = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        return self._child

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
