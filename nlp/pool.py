"""Drives one reading child, with a deadline for each document and each scanned page.

Owns what becomes of a document or page whose child hangs or ends; the child's inside is
nlp.worker's, its pipes are nlp.child's.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from nlp.child import Child, Died, Late

if TYPE_CHECKING:
    from nlp.pipeline import Options

MAXIMUM_LOST = 5
"""After so many scanned pages that hung or killed their child, the rest is not tried."""
_TRIES = 2
_COMMAND = (sys.executable, "-P", "-m", "nlp.worker")


@dataclass(frozen=True)
class Failure:
    """Why a document was not read. error: the worker's error name, or Timeout or Crash.

    final: whether trying again cannot help (the document said no, not the machine).
    """

    error: str
    why: str
    final: bool


@dataclass
class _Document:
    """One document on its way: its request, its scanned pages so far, the page at work."""

    request: dict[str, Any]
    scans: dict[int, dict[str, Any]] = field(default_factory=dict)
    page: int | None = None
    ended: Counter[int] = field(default_factory=Counter)
    lost: int = 0
    give_up: bool = False

    def line(self) -> bytes:
        """The request for the next try."""
        self.page = None
        asked = {**self.request, "scans": self.scans, "give_up": self.give_up}
        return json.dumps(asked).encode()

    def lose(self, page: int, why: str) -> None:
        self.scans[page] = {"why": why}
        self.lost += 1
        self.give_up = self.give_up or self.lost >= MAXIMUM_LOST


class ReaderPool:
    """One child that reads one document at a time; a context manager.

    deadline_seconds: wall clock for one scanned page, and for the rest of a document.
    scanning_seconds: for all scanned pages of one document. documents_per_child: after so many the
    child is replaced, as spaCy keeps every new word for good. options: the workspace's choices.
    """

    def __init__(
        self,
        deadline_seconds: float = 60.0,
        documents_per_child: int = 1000,
        command: tuple[str, ...] = _COMMAND,
        scanning_seconds: float = 3600.0,
        options: Options | None = None,
    ) -> None:
        self.deadline_seconds = deadline_seconds
        self.documents_per_child = documents_per_child
        self.scanning_seconds = scanning_seconds
        self._command = command
        self._options = options.as_json() if options else {}
        self._child: Child | None = None
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
        """The reading as JSON with page texts, or why there is none; no document raises.

        A scanned page that takes too long, or kills its child twice, is a page not read.
        """
        return self._answered({"path": str(path), "name": name, "media_type": media_type})

    def reread(self, kept: Mapping[str, Any], *, name: str) -> dict[str, Any] | Failure:
        """The reading that today's rules make of kept pages (nlp.reading.reread), or why none."""
        return self._answered({"kept": dict(kept), "name": name})

    def _answered(self, request: dict[str, Any]) -> dict[str, Any] | Failure:
        document = _Document({**request, "options": self._options})
        started = time.monotonic()
        while True:
            said = self._pass(document, started)
            if said is not None:
                return said

    def _pass(self, document: _Document, started: float) -> dict[str, Any] | Failure | None:
        """One child's try at a document; None where another try is to go on from its scans."""
        try:
            self._ready().ask(document.line())
            return self._listen(document, started)
        except Late:
            self._stop()
            if document.page is None:
                why = f"reading it took longer than {self.deadline_seconds:g} s"
                return Failure("Timeout", why, final=False)
            document.lose(document.page, "ocr_timeout")
        except Died as died:
            self._stop()
            if document.page is None:
                why = f"the reader ended while reading it ({died})"
                return Failure("Crash", why, final=False)
            document.ended[document.page] += 1
            # Once may have been the machine, short of memory for a moment.
            if document.ended[document.page] == _TRIES:
                document.lose(document.page, "ocr_crash")
        except ValueError:
            self._stop()
            why = "the reader answered with something else than JSON"
            return Failure("Crash", why, final=False)
        return None

    def _listen(self, document: _Document, started: float) -> dict[str, Any] | Failure | None:
        assert self._child is not None
        while True:
            said: dict[str, Any] = json.loads(self._child.line(self.deadline_seconds))
            if "page" not in said:
                self._served += 1
                return _answer(said)
            if "scan" not in said:
                document.page = said["page"]
                continue
            document.scans[said["page"]] = said["scan"]
            document.page = None
            if not document.give_up and time.monotonic() - started > self.scanning_seconds:
                document.give_up = True
                self._stop()
                return None

    def _ready(self) -> Child:
        if self._child is not None and (
            not self._child.alive or self._served >= self.documents_per_child
        ):
            self._stop()
        if self._child is None:
            self._served = 0
            self._child = Child(self._command)
        return self._child

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.stop()


def _answer(said: dict[str, Any]) -> dict[str, Any] | Failure:
    if said["ok"]:
        reading: dict[str, Any] = said["reading"]
        return reading
    return Failure(said["error"], said["why"], final=True)
