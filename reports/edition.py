"""An edition's folder: written beside its place, then moved there whole.

Owns the swap and the list of hashes. A report that cannot be written leaves the last good edition
as it was.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SUMS = "SHA256SUMS"

_OLD = ".old-"


@contextmanager
def edition(target: Path) -> Iterator[Path]:
    """A fresh folder that takes the place of `target` when the block ends well.

    Whatever is raised inside, or while writing, leaves `target` untouched. A crash between the
    two renames leaves the earlier edition beside it under a name that starts with `.old-`; the
    next edition puts it back or clears it away.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    _settle(target)
    fresh = Path(tempfile.mkdtemp(prefix=".new-", dir=target.parent))
    try:
        yield fresh
        fresh.chmod(0o755)
        _sums(fresh)
        _sync(fresh)
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _sums(folder: Path) -> None:
    """Hashes of all files in the form that `sha256sum -c` reads."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def _swap(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.replace(target)
        return
    old = _aside(target)
    target.replace(old)
    try:
        fresh.replace(target)
    except BaseException:
        old.replace(target)
        raise
    shutil.rmtree(old)


def _settle(target: Path) -> None:
    """Finish what a crash during an earlier swap left behind."""
    old = _aside(target)
    if not old.exists():
        return
    if target.exists():
        shutil.rmtree(old)
    else:
        old.replace(target)


def _aside(target: Path) -> Path:
    return target.with_name(_OLD + target.name)


def _sync(folder: Path) -> None:
    """Page, text and hashes are on the disk before their name is.

    Copies below are not waited for (hundreds of waits a report): the archive holds their bytes for
    good, the hashes show a torn one, and the same report can be written again.
    """
    for path in sorted(folder.iterdir()):
        if path.is_file():
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
