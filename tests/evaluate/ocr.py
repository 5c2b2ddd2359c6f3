"""Scores OCR of real scans, read in place: words against the texts stored beside them, and the
rule that sends pages to OCR against what OCR finds on the pages it did not send.

Owns the counting and the table.
"""

from __future__ import annotations

import os
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from nlp.errors import Unreadable
from nlp.pages import Page, Scanner, pages_of, pdf
from nlp.pages.ocr import MINIMUM_CONFIDENCE, tesseract, version
from nlp.pages.scans import Scan
from tests.real import REAL

_SOME_WORDS = 5


class Noting(Scanner):
    """A scanner that notes what it is given and what came of it."""

    def __init__(self) -> None:
        super().__init__(tell=self._note)
        self.scans: dict[int, Scan] = {}

    def _note(self, number: int, scan: Scan | None) -> None:
        if scan is not None:
            self.scans[number] = scan


@dataclass(frozen=True)
class Scored:
    """One PDF: pages sent to OCR and what became of them, and words that were not looked for.

    agreement: with the text stored beside it; None where none is, or it is empty.
    """

    name: str
    pages: int
    sent: int
    read: int
    for_nothing: tuple[int, ...]
    missed: tuple[int, ...]
    not_read: tuple[str, ...]
    confidences: tuple[float, ...]
    agreement: float | None
    stored_empty: bool


def stored_scans(root: Path) -> list[Path]:
    """The scans that have a text beside them."""
    return sorted(path.with_name(path.name[:-8]) for path in root.rglob("*.ocr.txt"))


def agreement(scan: Path, pages: Sequence[Page]) -> float:
    """Words that both texts hold, as a share of the words of the two: 1.0 where they agree."""
    stored = _words(scan.with_name(f"{scan.name}.ocr.txt").read_text("utf-8", "replace"))
    found = _words(" ".join(page.text for page in pages))
    return 2 * (stored & found).total() / max(stored.total() + found.total(), 1)


def score(path: Path) -> Scored | None:
    """One PDF with OCR; None where the file cannot be read at all."""
    noting = Noting()
    data = path.read_bytes()
    try:
        pages = pages_of(data, path.name, scanner=noting).pages
    except Unreadable:
        return None
    sent = [page for page in pages if page.number in noting.scans]
    spared = [p for p in pages if p.number not in noting.scans and p.chars < pdf.FEW_CHARS]
    held = path.with_name(f"{path.name}.ocr.txt")
    empty = held.exists() and not held.read_text("utf-8", "replace").strip()
    return Scored(
        name=path.name,
        pages=len(pages),
        sent=len(sent),
        read=sum(page.method == "ocr" for page in sent),
        for_nothing=tuple(n for n, scan in noting.scans.items() if not scan.spoken),
        missed=tuple(page.number for page in spared if _has_words(data, page)),
        not_read=tuple(f"{page.number} {page.why}" for page in pages if page.why),
        confidences=tuple(page.confidence for page in sent if page.method == "ocr"),
        agreement=agreement(path, pages) if held.exists() and not empty else None,
        stored_empty=empty,
    )


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[a-z0-9]+", text.lower()))


def _has_words(data: bytes, page: Page) -> bool:
    """Whether OCR finds words on a page that its text layer does not hold."""
    engine = tesseract()
    assert engine is not None
    document = pdfium.PdfDocument(data)
    try:
        read = engine.read(pdf._draw(document[page.number - 1]))
    finally:
        document.close()
    more = _words(read.text) - _words(page.text)
    return read.confidence >= MINIMUM_CONFIDENCE and more.total() >= _SOME_WORDS


def main() -> None:
    """Prints the table; says so where the real documents or the engine are absent."""
    if REAL is None or version() is None:
        print("ocr: no real documents here, or no OCR installed")
        return
    files = sorted((REAL / "minutes").rglob("*.pdf"))
    with ProcessPoolExecutor(min(2, os.cpu_count() or 1)) as started:
        scored = [one for one in started.map(score, files) if one is not None]
    _print(scored)


def _print(scored: Sequence[Scored]) -> None:
    agreed = sorted((s.agreement, s.name) for s in scored if s.agreement is not None)
    sure = [value for one in scored for value in one.confidences]
    print(f"\n{version()}: {sum(s.pages for s in scored)} pages of {len(scored)} PDFs")
    print(f"sent to OCR {sum(s.sent for s in scored)}, read {sum(s.read for s in scored)}")
    if sure:
        print(f"confidence: least {min(sure):.2f}, median {statistics.median(sure):.2f}")
    if agreed:
        shares = [share for share, _ in agreed]
        print(
            f"words as in the stored text of {len(agreed)} scans: least {shares[0]:.3f}, "
            f"median {statistics.median(shares):.3f}"
        )
        for share, name in agreed[:3]:
            print(f"  {share:.3f} {name}")
    for one in scored:
        if one.stored_empty:
            print(f"  not compared, its stored text is empty: {one.name}")
    _pages("missed by the rule", [f"{s.name} p. {n}" for s in scored for n in s.missed])
    _pages("sent for nothing", [f"{s.name} p. {n}" for s in scored for n in s.for_nothing])
    _pages("not read", [f"{s.name} p. {why}" for s in scored for why in s.not_read])


def _pages(what: str, pages: Sequence[str]) -> None:
    """A count, and each page on a line."""
    print(f"{what}: {len(pages)}")
    for page in pages:
        print(f"  {page}")


if __name__ == "__main__":
    main()
