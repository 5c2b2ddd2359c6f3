"""Pages read per second by the whole reader, as a ratio to bare text extraction of the same files.

Owns one table, for one process and for two; the files are read in place. Pairs of runs take turns,
so that other work on the machine slows both alike.
"""

from __future__ import annotations

import multiprocessing
import statistics
import time
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

import pypdfium2 as pdfium

from nlp.errors import Unreadable
from nlp.pages import Scanner
from nlp.reading import read
from tests.real import REAL

_MOST_FILES = 40
_ROUNDS = 3


def _files(root: Path) -> list[Path]:
    return sorted((root / "minutes").rglob("*.pdf"))[:_MOST_FILES]


def bare(path: Path) -> int:
    """The pages of a file, whose text pypdfium2 extracts and nothing else is done."""
    document = pdfium.PdfDocument(path.read_bytes())
    try:
        return len([page.get_textpage().get_text_range() for page in document])
    finally:
        document.close()


def whole(path: Path) -> int:
    """The pages of a file that is read; scans are not: their speed is another table."""
    try:
        scanner = Scanner(lambda: None)
        return len(read(path.read_bytes(), name=path.name, scanner=scanner).pages)
    except Unreadable:
        return 0


def _speed(started: Executor, work: Callable[[Path], int], files: list[Path]) -> float:
    begun = time.perf_counter()
    pages = sum(started.map(work, files))
    return pages / (time.perf_counter() - begun)


def main() -> None:
    """Prints pages per second of both and their ratio, the median of a few rounds."""
    if REAL is None:
        print("pages: no real documents here (set OFFAGENDA_REAL)")
        return
    files = _files(REAL)
    context = multiprocessing.get_context("spawn")
    for processes in (1, 2):
        with ProcessPoolExecutor(processes, mp_context=context) as started:
            # Each process loads the pipeline before it is timed.
            list(started.map(whole, files[:1] * 2 * processes))
            rounds = [
                (_speed(started, bare, files), _speed(started, whole, files))
                for _ in range(_ROUNDS)
            ]
        ratio = statistics.median(reader / plain for plain, reader in rounds)
        plain, reader = (statistics.median(one) for one in zip(*rounds, strict=True))
        print(
            f"text, {processes} processes: bare extraction {plain:6.0f} pages/s, "
            f"whole reader {reader:5.0f}, ratio {ratio:5.3f}"
        )


if __name__ == "__main__":
    main()
