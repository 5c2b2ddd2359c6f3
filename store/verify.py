"""Re-hashing the archive and looking for orphans both ways.

Owns the check; repairs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Engine, select
from sqlmodel import Session, col

from store.archive import Archive
from store.errors import BlobDamaged, BlobMissing
from store.tables import Blob


@dataclass(frozen=True)
class Verified:
    """What `verify` found. Unclaimed blobs cost nothing but space: a killed run leaves them."""

    checked: int
    missing: tuple[str, ...]
    damaged: tuple[str, ...]
    unclaimed: tuple[str, ...]

    @property
    def ok(self) -> bool:
        return not self.missing and not self.damaged


def verify(
    engine: Engine, archive: Archive, progress: Callable[[int, int], None] | None = None
) -> Verified:
    """Read every blob that a row names and compare it with its name."""
    with Session(engine) as session:
        named = set(session.execute(select(col(Blob.sha256))).scalars())
    missing, damaged = [], []
    for done, sha256 in enumerate(sorted(named), start=1):
        try:
            archive.get(sha256)
        except BlobMissing:
            missing.append(sha256)
        except BlobDamaged:
            damaged.append(sha256)
        if progress:
            progress(done, len(named))
    unclaimed = tuple(sha for sha in archive if sha not in named)
    return Verified(len(named), tuple(missing), tuple(damaged), unclaimed)
