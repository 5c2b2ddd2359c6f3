"""The scanned pages of one document: which are known, which are given up, what became of each.

Owns the floor below which OCR is not believed and the words for why a page is not read. The
engine is nlp.pages.ocr's; time limits are the pool's, which watches what is told here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PIL import Image

from nlp.pages.boxes import Word, stored, words_from
from nlp.pages.ocr import ADVICE, MINIMUM_CONFIDENCE, MISSING, Engine, Recognized, tesseract
from nlp.pages.page import MINIMUM_SHARE, Page, cleaned, word_share
from nlp.pages.traced import Traced

WHYS = {
    MISSING: f"scanned, and no OCR is installed here ({ADVICE})",
    "ocr_timeout": "OCR took longer than a page may",
    "ocr_crash": "the OCR engine ended twice on it",
    "ocr_error": "the OCR engine reported an error",
    "ocr_given_up": "not tried: OCR of earlier pages used up the document's time",
    "ocr_doubtful": "OCR gave words that are not to be relied on",
    "ocr_nothing": "there is something on it, but OCR found no words",
    "garbled": "the characters of its text layer spell no words",
    "damaged": "the page is damaged",
}
"""Why a page has method `none`, in the words of a doubt."""
_SPECKS = 2
_SPOKEN = re.compile(r"[^\W_]{2}|\d")


@dataclass(frozen=True)
class Scan:
    """What OCR made of one page; `why` is a key of WHYS where it made nothing.

    confidence: as of nlp.pages.ocr. words: their boxes, offsets in `text`. engine: what read it.
    """

    text: str = ""
    confidence: float = 0.0
    why: str = ""
    words: tuple[Word, ...] = ()
    engine: str = ""

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> Scan:
        """The scan of which `as_json` made this. Raises TypeError, ValueError for anything else."""
        return cls(**{**said, "words": words_from(said.get("words", ()))})

    @classmethod
    def of(cls, read: Recognized, engine: str) -> Scan:
        """What an engine read, its text cleaned as all stored text is."""
        text = cleaned(Traced.of(read.text))
        return cls(
            text.text, round(read.confidence, 2), words=stored(read.words, text), engine=engine
        )

    @property
    def spoken(self) -> bool:
        """Whether there is anything like a word or a number."""
        return bool(_SPOKEN.search(self.text))

    @property
    def specks(self) -> bool:
        """Whether all there is may be dust: nothing, or a word or two not to be relied on."""
        few = len(self.text.split()) <= _SPECKS
        return not self.spoken or (few and self.confidence < MINIMUM_CONFIDENCE)

    def as_json(self) -> dict[str, Any]:
        return {**vars(self), "words": [list(word) for word in self.words]}


def _silent(number: int, scan: Scan | None) -> None:
    """Nobody listens."""


class Scanner:
    """Reads the scanned pages of one document.

    engine: starts the engine, or gives None where there is none. known: pages that need no second
    try. tell: called with a page's number before it is read, and with its scan after. give_up:
    whether pages that are not known are left alone.
    """

    def __init__(
        self,
        engine: Callable[[], Engine | None] = tesseract,
        known: Mapping[int, Scan] | None = None,
        tell: Callable[[int, Scan | None], None] = _silent,
        *,
        give_up: bool = False,
    ) -> None:
        self._engine = engine
        self._known = dict(known or {})
        self._tell = tell
        self._give_up = give_up

    def read(self, number: int, picture: Callable[[], Image.Image]) -> Scan:
        """The scan of a page; `picture` draws it, and is called only if it is needed."""
        if number in self._known:
            return self._known[number]
        if self._give_up:
            return Scan(why="ocr_given_up")
        self._tell(number, None)
        scan = self._fresh(picture)
        self._tell(number, scan)
        return scan

    def _fresh(self, picture: Callable[[], Image.Image]) -> Scan:
        engine = self._engine()
        if engine is None:
            return Scan(why=MISSING)
        drawn = picture()
        try:
            return Scan.of(engine.read(drawn), engine.name)
        except RuntimeError:
            return Scan(why="ocr_error")


def scan_page(number: int, scan: Scan, layer: str = "") -> Page:
    """A scanned page: `ocr` if its words can be relied on, else `none` and why.

    layer: the little text that the page itself carries, kept where OCR gave nothing.
    """
    if scan.why or not scan.spoken:
        why = scan.why or "ocr_nothing"
        return Page(number, "none", 0.0, layer, why, engine=scan.engine)
    doubtful = scan.confidence < MINIMUM_CONFIDENCE or word_share(scan.text) < MINIMUM_SHARE
    return Page(
        number,
        "none" if doubtful else "ocr",
        scan.confidence,
        scan.text,
        "ocr_doubtful" if doubtful else "",
        engine=scan.engine,
        words=scan.words,
    )


def doubts(pages: Iterable[Page]) -> tuple[str, ...]:
    """One sentence for each reason why pages are not read, with their numbers."""
    missing: dict[str, list[int]] = {}
    for page in pages:
        if page.why:
            missing.setdefault(page.why, []).append(page.number)
    return tuple(f"{_numbers(found)}: {WHYS[why]} ({why})" for why, found in missing.items())


def _numbers(numbers: list[int]) -> str:
    """`page 3`, `pages 2-5, 9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in runs)
    return f"{'page' if len(numbers) == 1 else 'pages'} {shown}"
