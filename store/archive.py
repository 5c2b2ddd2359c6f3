"""The archive: bytes stored once, under the SHA-256 of themselves, and never rewritten.

Owns the folder of blobs. Knows nothing of what the bytes are or which row names them.
"""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from store.errors import BlobDamaged, BlobMissing, DiskFull

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Archive:
    """Content-addressed files below ``root``: ``ab/cd/<sha256>``.

    Safe for several processes at once: a blob appears whole by rename or not at all.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, sha256: str) -> Path:
        """Where the blob lies or would lie; the hash is checked for shape, so no path escapes."""
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise ValueError(f"not a SHA-256 in lower-case hex: {sha256!r}")
        return self.root / sha256[:2] / sha256[2:4] / sha256

    def put(self, data: bytes) -> str:
        """Store bytes and return their SHA-256. Raises DiskFull; a known blob costs no write."""
        sha256 = hashlib.sha256(data).hexdigest()
        target = self.path(sha256)
        if target.exists():
            return sha256
        try:
            self._write(target, data)
        except OSError as exc:
            if exc.errno in _FULL:
                raise DiskFull(
                    f"{target.parent}: {os.strerror(exc.errno or 0)}. Nothing already stored is "
                    "lost; free some space and run again."
                ) from exc
            raise
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes. Raises BlobMissing, or BlobDamaged where they no longer match their name."""
        path = self.path(sha256)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise BlobMissing(f"{path} is missing from the archive") from None
        if hashlib.sha256(data).hexdigest() != sha256:
            raise BlobDamaged(f"{path} no longer matches its name: restore it from a backup")
        return data

    def __contains__(self, sha256: object) -> bool:
        return isinstance(sha256, str) and self.path(sha256).exists()

    def __iter__(self) -> Iterator[str]:
        """Every stored hash, in order."""
        for path in sorted(self.root.glob("??/??/*")):
            if len(path.name) == 64 and path.is_file():
                yield path.name

    def _write(self, target: Path, data: bytes) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".part-")
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.chmod(0o444)
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable: without it a power cut can lose the name, not the bytes."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
