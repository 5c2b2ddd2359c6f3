"""One child process that is asked and answers in lines.

Owns starting and killing it and the cutting of its output into lines; knows no protocol.
"""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import time
from contextlib import suppress

_CHUNK = 2**16
_LONGEST_LINE = 256 * 2**20


class Died(Exception):
    """The child ended, or wrote a line without end; the message says how."""


class Late(Exception):
    """No line came in time."""


class Child:
    """A running child; `stop` must be called in the end."""

    def __init__(self, command: tuple[str, ...]) -> None:
        # A group of its own, so that killing it takes whatever a library may have started.
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._rest = bytearray()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, line: bytes) -> None:
        """Sends one line. Raises Died."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise Died(self._how()) from None

    def line(self, seconds: float) -> bytes:
        """The next line. Raises Late when it does not come within `seconds`, and Died."""
        assert self._process.stdout is not None
        deadline = time.monotonic() + seconds
        looked = 0
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            while (end := self._rest.find(b"\n", looked)) < 0:
                looked = len(self._rest)
                left = deadline - time.monotonic()
                if left <= 0 or not selector.select(left):
                    raise Late
                part = os.read(self._process.stdout.fileno(), _CHUNK)
                self._rest += part
                if not part or len(self._rest) > _LONGEST_LINE:
                    raise Died(self._how())
        line = bytes(self._rest[:end])
        del self._rest[: end + 1]
        return line

    def stop(self) -> None:
        """Kills the child and everything it started; done twice, it does nothing."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def _how(self) -> str:
        self.stop()
        code = self._process.returncode
        return f"signal {-code}" if code < 0 else f"exit code {code}"
