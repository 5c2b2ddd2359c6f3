"""A child process that reads documents for others: JSON lines in, JSON lines out.

Owns the limits of the child (memory, CPU time, file size, open files) and the shapes of what it
says. A document that exhausts a limit takes this process with it and nothing else.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from nlp.pages.ocr import Engine
    from nlp.pages.scans import Scan, Scanner
    from nlp.reading import Reading

    Start = Callable[[], Engine | None]

MEMORY = 2 * 2**30
CPU_SECONDS = 3600
FILE_SIZE = 2**20
OPEN_FILES = 64


def limit(memory: int = MEMORY) -> None:
    """Sets the limits of this process; never raises one that is lower already."""
    for kind, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, FILE_SIZE),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        wanted = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (wanted, wanted))


def allow_cpu(seconds: int = CPU_SECONDS) -> None:
    """Lets this process use so much more CPU time from now on; one document takes no other's."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    wanted = int(used.ru_utime + used.ru_stime) + seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def answer(request: dict[str, Any], scanner: Scanner | None = None) -> dict[str, Any]:
    """Reads one requested file: {"ok": true, "reading": ...} or {"ok": false, "error", "why"}.

    The reading carries the texts of its pages. A request with "kept" instead of "path" asks for the
    rules over pages that are kept. Every error becomes an answer: the next document is not to
    suffer from this one.
    """
    from nlp.errors import Unreadable

    try:
        return {"ok": True, "reading": _read(request, scanner).as_json(texts=True)}
    except Unreadable as error:
        return {"ok": False, "error": type(error).__name__, "why": str(error)}
    except MemoryError:
        return {
            "ok": False,
            "error": "TooLarge",
            "why": "reading it needs more memory than allowed",
        }
    except Exception as error:
        return {"ok": False, "error": type(error).__name__, "why": f"could not be read: {error}"}


def _read(request: dict[str, Any], scanner: Scanner | None) -> Reading:
    from nlp.pipeline import Options
    from nlp.reading import read, reread

    options = Options.of(request.get("options") or {})
    name = request.get("name") or ""
    if "kept" in request:
        return reread(request["kept"], name=name, options=options)
    data = Path(request["path"]).read_bytes()
    media_type = request.get("media_type")
    return read(data, name=name, media_type=media_type, scanner=scanner, options=options)


def serve(requests: TextIO, answers: TextIO, engine: Start | None = None) -> None:
    """Answers each line of `requests` with one line; ends with its input.

    Before the answer a line for each scanned page, {"page"}, and one when it is done, {"page",
    "scan"}: whoever waits can tell a page that hangs from a document that is long. A request may
    bring such scans, {"scans": {page: scan}}, and ask that no others be tried, {"give_up": true}.
    """

    def say(said: dict[str, Any]) -> None:
        answers.write(json.dumps(said) + "\n")
        answers.flush()

    for line in requests:
        if line.strip():
            allow_cpu()
            request = json.loads(line)
            say(answer(request, _scanner(request, say, engine)))


def _scanner(
    request: dict[str, Any], say: Callable[[dict[str, Any]], None], engine: Start | None
) -> Scanner:
    from nlp.pages.ocr import tesseract
    from nlp.pages.scans import Scan, Scanner

    def tell(number: int, scan: Scan | None) -> None:
        say({"page": number} if scan is None else {"page": number, "scan": scan.as_json()})

    known = {int(number): Scan.from_json(scan) for number, scan in request.get("scans", {}).items()}
    return Scanner(engine or tesseract, known, tell, give_up=bool(request.get("give_up")))


def main(engine: Start | None = None) -> None:
    """Takes the limits, keeps stray prints off the answers, and serves.

    engine: another OCR engine than Tesseract.
    """
    limit()
    # Libraries in C may print to descriptor 1; the answers get a descriptor of their own.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    serve(sys.stdin, out, engine)


if __name__ == "__main__":
    main()
