"""Where other people's publications lie, for tests that read them in place.

Owns only the path and the mark that skips; never copies a file.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parent.parent


def _find() -> Path | None:
    path = Path(os.environ.get("OFFAGENDA_REAL") or "../shared/real")
    path = path if path.is_absolute() else (_ROOT / path)
    return path.resolve() if path.is_dir() else None


REAL: Path | None = _find()
needs_real = pytest.mark.skipif(
    REAL is None, reason="no real publications here (set OFFAGENDA_REAL to their folder)"
)


def real(*parts: str) -> Path:
    """The path of one real file; call it only under ``needs_real``."""
    assert REAL is not None
    return REAL.joinpath(*parts)
