"""The container of old Office files: which streams it holds, and their bytes.

Owns the opening and the naming of what is inside; reads no document.
"""

from __future__ import annotations

import io
from typing import Any

import olefile

from nlp.errors import BrokenDocument

MAGIC = b"\xd0\xcf\x11\xe0"
_KINDS = (
    ("worddocument", "doc"),
    ("encryptedpackage", "encrypted"),
    ("workbook", "spreadsheet"),
    ("book", "spreadsheet"),
    ("powerpoint document", "slides"),
    ("__properties_version1.0", "mail"),
)


def kind_of(data: bytes) -> str:
    """doc | encrypted | spreadsheet | slides | mail | unknown, by the streams at the top.

    Raises BrokenDocument where the container cannot be opened.
    """
    names = {entry[0].lower() for entry in _open(data).listdir() if len(entry) == 1}
    return next((kind for name, kind in _KINDS if name in names), "unknown")


def streams(data: bytes, *names: str) -> dict[str, bytes]:
    """The bytes of those of the named streams that are there. Raises BrokenDocument."""
    container = _open(data)
    try:
        return {n: container.openstream(n).read() for n in names if container.exists(n)}
    except Exception as error:
        raise _broken(error) from error


def _open(data: bytes) -> Any:
    try:
        return olefile.OleFileIO(io.BytesIO(data))
    except Exception as error:  # damaged files end in OSError, IndexError, struct.error, ...
        raise _broken(error) from error


def _broken(error: Exception) -> BrokenDocument:
    return BrokenDocument(
        f"the old Office file is damaged ({type(error).__name__}: {error}): fetch it again"
    )
