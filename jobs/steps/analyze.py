"""Reading captures that wait: new ones, and those that today's versions would read otherwise.

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
from jobs.unread import Unread, checked, options, unread
from nlp.pool import Failure, ReaderPool
from nlp.versions import fingerprint, made_with
from store.engine import session
from store.queries import readings
from store.queries.readings import Made, Waiting

WORKERS = min(2, os.cpu_count() or 1)
"""Reader children at work at once; each takes about 300 MB."""

Answer = dict[str, Any] | Failure
Task = tuple[Waiting, bool]
"""A document, and whether only the rules are to run over its kept pages."""
Reader = Callable[[Sequence[Task]], Iterator[tuple[Task, Answer]]]


@dataclass(frozen=True)
class Analyzed:
    """How many captures were read, which could not be; how many of those read were read before.

    rules: how many of them needed only the rules.
    """

    read: int
    unread: tuple[str, ...]
    again: int = 0
    rules: int = 0

    def __str__(self) -> str:
        told = f"{self.read} documents read, {len(self.unread)} could not be"
        if not self.again:
            return told
        return f"{told}; {self.again} were read before, {self.rules} needed the rules only"


def analyze(context: Context, reader: Reader | None = None) -> Analyzed:
    """Read everything that waits: what is new first, then what only rules have changed for.

    Each document is committed by itself, and its old reading stands until then. Raises
    nlp.errors.BadTopic and nlp.errors.NoModel before anything is read.
    """
    checked(options(context.workspace))
    waiting = unread(context.workspace)
    if not len(waiting):
        return Analyzed(0, ())
    if reader is not None:
        return _all(context, waiting, reader)
    with readers(context) as started:
        return _all(context, waiting, started)


@contextmanager
def readers(context: Context) -> Iterator[Reader]:
    """Reader children that stay up between calls: a start costs two seconds."""
    pools: queue.Queue[ReaderPool] = queue.Queue()
    chosen = options(context.workspace)

    def one(task: Task) -> tuple[Task, Answer]:
        pool = pools.get()
        try:
            return task, _answer(context, pool, *task)
        finally:
            pools.put(pool)

    with ExitStack() as stack:
        for _ in range(WORKERS):
            pools.put(stack.enter_context(ReaderPool(options=chosen)))
        threads = ThreadPoolExecutor(WORKERS)
        stack.callback(threads.shutdown, cancel_futures=True)
        yield lambda tasks: threads.map(one, tasks)


def _answer(context: Context, pool: ReaderPool, item: Waiting, rules_only: bool) -> Answer:
    if not rules_only:
        path = context.workspace.archive.path(item.sha256)
        return pool.read_file(path, name=item.name, media_type=item.media_type)
    assert item.reading is not None
    with session(context.workspace.engine) as opened:
        kept = readings.kept(opened, item.reading)
    return pool.reread(kept, name=item.name)


def _all(context: Context, waiting: Unread, reader: Reader) -> Analyzed:
    failed = [
        *_keep_all(context, waiting, waiting.new, reader, "reading {name}"),
        *_keep_all(
            context, waiting, waiting.rules, reader, "re-reading {done} of {of} (rules only)"
        ),
        *_keep_all(context, waiting, waiting.pages, reader, "re-reading {done} of {of}"),
    ]
    again = [item for item, _ in failed if item.reading is not None]
    rules = set(waiting.rules)
    return Analyzed(
        read=len(waiting) - len(failed),
        unread=tuple(f"{item.name}: {failure.why}" for item, failure in failed),
        again=len(waiting.rules) + len(waiting.pages) - len(again),
        rules=len(waiting.rules) - sum(item in rules for item in again),
    )


def _keep_all(
    context: Context, waiting: Unread, items: Sequence[Waiting], reader: Reader, say: str
) -> Iterator[tuple[Waiting, Failure]]:
    """Reads some of what waits and keeps it; yields what could not be read."""
    rules_only = items is waiting.rules
    tasks = [(item, rules_only) for item in items]
    for done, ((item, _), answer) in enumerate(reader(tasks), start=1):
        _keep(context, waiting, item, rules_only, answer)
        told = say.format(name=item.name, done=done, of=len(items))
        context.tell(told, done, len(items))
        if isinstance(answer, Failure):
            yield item, answer


def _keep(
    context: Context, waiting: Unread, item: Waiting, rules_only: bool, answer: Answer
) -> None:
    with session(context.workspace.engine) as opened:
        if isinstance(answer, Failure):
            state = "refused" if answer.final else "failed"
            readings.save_failure(
                opened, item.sha256, _made(context, waiting.versions), state, answer.why
            )
            return
        methods = [page["method"] for page in answer["pages"]]
        versions = made_with(waiting.versions, answer["format"], methods)
        pages_of = item.reading if rules_only else None
        readings.save(opened, item.sha256, _made(context, versions), answer, pages_of)


def _made(context: Context, versions: Any) -> Made:
    return Made(context.now, fingerprint(versions), versions)
