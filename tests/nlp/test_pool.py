"""The reading child: answers, limits, and real kills that cost one document only."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from nlp.pool import Failure, ReaderPool
from nlp.worker import answer
from tests.nlp import build

TEXT = b"Exampleton Council Minutes\nMarch 3, 2026\nThe meeting was called to order.\n"
# A child that hangs on one file, dies on another and talks nonsense on a third.
ODD = """
import json, os, sys, time
for line in sys.stdin:
    name = json.loads(line)["name"]
    if name == "hang": time.sleep(600)
    if name == "die": os.kill(os.getpid(), 9)
    if name == "exit": sys.exit(3)
    said = json.dumps({"ok": True, "reading": {"file": name}})
    print("nonsense" if name == "nonsense" else said, flush=True)
"""


@pytest.fixture
def odd() -> tuple[str, ...]:
    return (sys.executable, "-c", ODD)


def _file(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_a_document_comes_back_with_the_texts_of_its_pages(tmp_path: Path) -> None:
    good = _file(tmp_path, "good.txt", TEXT)
    bad = _file(tmp_path, "bad.pdf", build.pdf([["x"]], password="open"))
    with ReaderPool() as pool:
        made = pool.read_file(good, name="good.txt", media_type=None)
        refused = pool.read_file(bad, name="bad.pdf", media_type="application/pdf")
        again = pool.read_file(good, name="good.txt", media_type=None)
    assert isinstance(made, dict)
    assert made["pages"][0]["text"] == TEXT.decode()
    assert isinstance(refused, Failure)
    assert (refused.error, refused.final) == ("EncryptedDocument", True)
    assert again == made


def test_a_hanging_document_costs_only_itself(tmp_path: Path, odd: tuple[str, ...]) -> None:
    path = _file(tmp_path, "a.txt", TEXT)
    with ReaderPool(deadline_seconds=1.5, command=odd) as pool:
        hung = pool.read_file(path, name="hang", media_type=None)
        assert isinstance(hung, Failure)
        assert (hung.error, hung.final) == ("Timeout", False)
        assert pool.read_file(path, name="next", media_type=None) == {"file": "next"}


@pytest.mark.parametrize(
    ("name", "why"), [("die", "signal 9"), ("exit", "exit code 3"), ("nonsense", "JSON")]
)
def test_a_crash_costs_only_the_document(
    tmp_path: Path, odd: tuple[str, ...], name: str, why: str
) -> None:
    path = _file(tmp_path, "a.txt", TEXT)
    with ReaderPool(deadline_seconds=20, command=odd) as pool:
        failed = pool.read_file(path, name=name, media_type=None)
        assert isinstance(failed, Failure)
        assert failed.error == "Crash"
        assert why in failed.why
        assert pool.read_file(path, name="next", media_type=None) == {"file": "next"}


def test_a_child_killed_from_outside_is_replaced(tmp_path: Path, odd: tuple[str, ...]) -> None:
    path = _file(tmp_path, "a.txt", TEXT)
    with ReaderPool(deadline_seconds=30, command=odd) as pool:
        assert pool.read_file(path, name="one", media_type=None) == {"file": "one"}
        assert pool._child is not None
        killer = threading.Timer(0.3, os.kill, (pool._child.pid, signal.SIGKILL))
        killer.start()
        failed = pool.read_file(path, name="hang", media_type=None)
        killer.join()
        assert isinstance(failed, Failure)
        assert failed.error == "Crash"
        assert pool.read_file(path, name="two", media_type=None) == {"file": "two"}


def test_the_child_is_renewed_and_gone_in_the_end(tmp_path: Path, odd: tuple[str, ...]) -> None:
    path = _file(tmp_path, "a.txt", TEXT)
    seen = set()
    with ReaderPool(documents_per_child=2, command=odd) as pool:
        for number in range(5):
            pool.read_file(path, name=str(number), media_type=None)
            assert pool._child is not None
            seen.add(pool._child.pid)
    assert len(seen) == 3
    for pid in seen:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_every_error_becomes_an_answer(tmp_path: Path) -> None:
    assert answer({"path": str(tmp_path / "absent"), "name": ""})["error"] == "FileNotFoundError"
    empty = _file(tmp_path, "empty.pdf", b"")
    assert answer({"path": str(empty), "name": "empty.pdf"})["why"].startswith("the file is empty")
