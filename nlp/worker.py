"""A child process that reads documents for others: JSON lines in, JSON lines out.

Owns the limits of the child (memory, CPU time, file size, open files) and the two shapes of an
answer. A document that exhausts a limit takes this process with it and nothing else.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path
from typing import Any, TextIO

MEMORY = 2 * 2**30
CPU_SECONDS = 3600
FILE_SIZE = 2**20
OPEN_FILES = 64


def limit(memory: int = MEMORY, cpu_seconds: int = CPU_SECONDS) -> None:
    """Sets the limits of this process; never raises one that is lower already."""
    for kind, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, FILE_SIZE),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        wanted = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (wanted, wanted))


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Reads one requested file: {"ok": true, "reading": ...} or {"ok": false, "error", "why"}.

    The reading carries the texts of its pages. Every error becomes an answer: the next document is
    not to suffer from this one.
    """
    from nlp.errors import Unreadable
    from nlp.reading import read

    try:
        data = Path(request["path"]).read_bytes()
        reading = read(data, name=request.get("name") or "", media_type=request.get("media_type"))
        return {"ok": True, "reading": reading.as_json(texts=True)}
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


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answers each line of `requests` with one line; ends with its input."""
    for line in requests:
        if line.strip():
            answers.write(json.dumps(answer(json.loads(line))) + "\n")
            answers.flush()


def main() -> None:
    """Takes the limits, keeps stray prints off the answers, and serves."""
    limit()
    # Libraries in C may print to descriptor 1; the answers get a descriptor of their own.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    serve(sys.stdin, out)


if __name__ == "__main__":
    main()
