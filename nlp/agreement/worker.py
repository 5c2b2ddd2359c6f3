"""A child process that reads one agreement at a time for others, under the limits of all reading.

Owns the shapes of its lines. Its limits are nlp.worker's.
"""

from __future__ import annotations

import base64
import json
import os
import sys
from pathlib import Path
from typing import Any, TextIO

from nlp.errors import Unreadable
from nlp.worker import allow_cpu, limit

CPU_SECONDS = 300


def answer(path: str) -> dict[str, Any]:
    """{"ok": true, "signature", "picture", "text", "span"} or {"ok": false, "error", "why"}.

    Raises nothing.
    """
    from nlp.agreement.read import read

    try:
        made = read(Path(path).read_bytes())
    except Unreadable as error:
        return {"ok": False, "error": type(error).__name__, "why": str(error)}
    except MemoryError:
        why = "reading it needs more memory than allowed"
        return {"ok": False, "error": "TooLarge", "why": why}
    except Exception as error:
        return {"ok": False, "error": type(error).__name__, "why": f"could not be read: {error}"}
    picture = base64.b64encode(made.picture).decode()
    return {
        "ok": True, "signature": made.signature.as_json(), "picture": picture,
        "text": made.text, "span": made.span,
    }  # fmt: skip


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answers each line, {"path"}, with one line."""
    for line in requests:
        if line.strip():
            allow_cpu(CPU_SECONDS)
            answers.write(json.dumps(answer(json.loads(line)["path"])) + "\n")
            answers.flush()


def main() -> None:
    """Takes the limits, keeps stray prints off the answers, and serves."""
    limit()
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    serve(sys.stdin, out)


if __name__ == "__main__":
    main()
