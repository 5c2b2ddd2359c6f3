"""Reading captures that this pipeline version has not read yet.

Owns the hand-over from archive to reader children to store; reading itself is `nlp`'s.
"""

from __future__ import annotations

import os
import queue
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from jobs.context import Context
from nlp import PIPELINE_VERSION
from nlp.pages.ocr import curable
from nlp.pool import Failure, ReaderPool
from store.engine import session
from store.queries import readings
from store.queries.readings import Waiting

WORKERS = min(2, os.cpu_count() or 1)
"""Reader children at work at once; each takes about 300 MB."""

Answer = dict[str, Any] | Failure
Reader = Callable[[Sequence[Waiting]], Iterator[tuple[Waiting, Answer]]]


@dataclass(frozen=True)
class Analyzed:
    """How many captures were read, and which could not be."""

    read: int
    unread: tuple[str, ...]


def analyze(context: Context, reader: Reader | None = None) -> Analyzed:
    """Read everything that waits. Each document is committed by itself, in order of capture."""
    with session(context.workspace.engine) as opened:
        waiting = readings.waiting(opened, PIPELINE_VERSION, curable())
    if not waiting:
        return Analyzed(0, ())
    if reader is not None:
        return _keep_all(context, waiting, reader)
    with readers(context) as started:
        return _keep_all(context, waiting, started)


@contextmanager
def readers(context: Context) -> Iterator[Reader]:
    """Reader children that stay up between calls: a start costs two seconds."""
    pools: queue.Queue[ReaderPool] = queue.Queue()
    archive = context.workspace.archive

    def one(item: Waiting) -> tuple[Waiting, Answer]:
        pool = pools.get()
        try:
            path = archive.path(item.sha256)
            return item, pool.read_file(path, name=item.name, media_type=item.media_type)
        finally:
            pools.put(pool)

    with ExitStack() as stack:
        for _ in range(WORKERS):
            pools.put(stack.enter_context(ReaderPool()))
        threads = ThreadPoolExecutor(WORKERS)
        stack.callback(threads.shutdown, cancel_futures=True)
        yield lambda items: threads.map(one, items)


def _keep_all(context: Context, waiting: Sequence[Waiting], reader: Reader) -> Analyzed:
    unread = []
    for done, (item, answer) in enumerate(reader(waiting), start=1):
        if isinstance(answer, Failure):
            unread.append(f"{item.name}: {answer.why}")
        _keep(context, item, answer)
        context.tell(f"reading {item.name}", done, len(waiting))
    return Analyzed(len(waiting) - len(unread), tuple(unread))


def _keep(context: Context, item: Waiting, answer: Answer) -> None:
    with session(context.workspace.engine) as opened:
        if isinstance(answer, Failure):
            state = "refused" if answer.final else "failed"
            readings.save_failure(
                opened, item.sha256, PIPELINE_VERSION, context.now, state, answer.why
            )
        else:
            readings.save(opened, item.sha256, PIPELINE_VERSION, context.now, answer)
