from __future__ import annotations

import hashlib
import multiprocessing
import resource
import signal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive import Archive
from store.errors import BlobDamaged, BlobMissing, DiskFull


def test_bytes_come_back_under_their_own_hash(archive: Archive) -> None:
    sha = archive.put(b"minutes")
    assert sha == hashlib.sha256(b"minutes").hexdigest()
    assert archive.get(sha) == b"minutes"
    assert sha in archive
    assert list(archive) == [sha]


def test_a_blob_is_never_rewritten(archive: Archive) -> None:
    sha = archive.put(b"minutes")
    before = archive.path(sha).stat()
    archive.put(b"minutes")
    after = archive.path(sha).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_damaged_blob_is_told(archive: Archive) -> None:
    sha = archive.put(b"minutes")
    archive.path(sha).chmod(0o644)
    archive.path(sha).write_bytes(b"minuteS")
    with pytest.raises(BlobDamaged, match="restore it"):
        archive.get(sha)


def test_a_missing_blob_is_told(archive: Archive) -> None:
    with pytest.raises(BlobMissing, match="missing from the archive"):
        archive.get("0" * 64)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "0" * 63, "A" * 64, "0" * 65])
def test_a_name_that_is_no_hash_never_becomes_a_path(archive: Archive, name: str) -> None:
    with pytest.raises(ValueError, match="not a SHA-256"):
        archive.path(name)


@given(st.lists(st.binary(max_size=200), max_size=8))
def test_any_bytes_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, blobs: list[bytes]
) -> None:
    archive = Archive(tmp_path_factory.mktemp("archive"))
    hashes = [archive.put(data) for data in blobs]
    assert [archive.get(sha) for sha in hashes] == blobs
    assert list(archive) == sorted(set(hashes))


def _put_under_limit(root: Path, answers: multiprocessing.Queue[str]) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    archive = Archive(root)
    kept = archive.put(b"small")
    try:
        archive.put(b"x" * 5000)
    except DiskFull as exc:
        answers.put(str(exc))
    answers.put(kept)


def test_a_full_disk_costs_only_the_write_in_flight(archive: Archive) -> None:
    """A real limit in a real process: the part file is gone, the earlier blob is whole."""
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    child = context.Process(target=_put_under_limit, args=(archive.root, answers))
    child.start()
    message, kept = answers.get(timeout=60), answers.get(timeout=60)
    child.join()
    assert "free some space" in message
    assert archive.get(kept) == b"small"
    assert list(archive) == [kept]
    assert not list(archive.root.rglob(".part-*"))
