"""Pages read per second by the whole reader, as a ratio to bare text extraction of the same files.

Owns one table; the files are read in place.
"""

from __future__ import annotations

import time
from pathlib import Path

import pypdfium2 as pdfium

from nlp.errors import Unreadable
from nlp.reading import read
from tests.real import REAL

_MOST_FILES = 80


def _files(root: Path) -> list[Path]:
    return sorted((root / "minutes").rglob("*.pdf"))[:_MOST_FILES]


def bare(files: list[Path]) -> tuple[int, float]:
    """Pages and seconds of pypdfium2's text extraction alone."""
    pages, started = 0, time.process_time()
    for path in files:
        document = pdfium.PdfDocument(path.read_bytes())
        for page in document:
            page.get_textpage().get_text_range()
            pages += 1
        document.close()
    return pages, time.process_time() - started


def whole(files: list[Path]) -> tuple[int, float]:
    """Pages and seconds of the reader, pipeline loaded beforehand."""
    read(b"Minutes of the warm-up meeting.", name="warm-up.txt")
    pages, started = 0, time.process_time()
    for path in files:
        try:
            pages += len(read(path.read_bytes(), name=path.name).pages)
        except Unreadable as error:
            print(f"  {path.name}: {error}")
    return pages, time.process_time() - started


def main() -> None:
    """Prints pages per CPU second of both and their ratio."""
    if REAL is None:
        print("pages: no real documents here (set OFFAGENDA_REAL)")
        return
    files = _files(REAL)
    bare_pages, bare_time = bare(files)
    pages, seconds = whole(files)
    print(f"bare extraction {bare_pages / bare_time:8.0f} pages a CPU second")
    print(f"whole reader    {pages / seconds:8.0f} pages a CPU second ({pages} pages)")
    print(f"ratio           {pages / seconds / (bare_pages / bare_time):8.2f}")


if __name__ == "__main__":
    main()
