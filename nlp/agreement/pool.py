"""Asks a child to read one agreement, with a deadline; a hostile file costs that child.

Owns what becomes of a child that hangs or ends. The child's inside is nlp.agreement.worker's.
"""

from __future__ import annotations

import base64
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.child import Child, Died, Late
from nlp.pool import Failure

DEADLINE_SECONDS = 240.0
_COMMAND = (sys.executable, "-P", "-m", "nlp.agreement.worker")


@dataclass(frozen=True)
class Found:
    """The `signature --json` shape without the file, the PNG of the signature page and its text.

    span: where the agency's date as printed stands in that text, None where it does not.
    """

    signature: dict[str, Any]
    picture: bytes
    text: str = ""
    span: tuple[int, int] | None = None


def signature_of(
    path: Path,
    deadline_seconds: float = DEADLINE_SECONDS,
    command: tuple[str, ...] = _COMMAND,
) -> Found | Failure:
    """The signature blocks of one PDF, or why there are none; no document raises."""
    child = Child(command)
    try:
        child.ask(json.dumps({"path": str(path)}).encode())
        said: dict[str, Any] = json.loads(child.line(deadline_seconds))
    except Late:
        why = f"reading it took longer than {deadline_seconds:g} s"
        return Failure("Timeout", why, final=False)
    except Died as died:
        return Failure("Crash", f"the reader ended while reading it ({died})", final=False)
    except ValueError:
        why = "the reader answered with something else than JSON"
        return Failure("Crash", why, final=False)
    finally:
        child.stop()
    if not said["ok"]:
        return Failure(said["error"], said["why"], final=True)
    span = tuple(said["span"]) if said["span"] else None
    return Found(said["signature"], base64.b64decode(said["picture"]), said["text"], span)
