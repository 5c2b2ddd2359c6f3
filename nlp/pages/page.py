"""The page: stored text, how it was obtained and how well.

Owns the one cleaning that text gets before it is stored; offsets of all spans count from here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from nlp.pages.boxes import Word
from nlp.pages.traced import Step, Traced, replaced

# Invisible characters carry no reading and would break every comparison: NUL (a database refuses
# it), soft hyphen, zero-width spaces, byte order mark, and the non-character that pdfium writes
# for a hyphen at a line end.
_INVISIBLE = re.compile("[\x00\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_LINE_END = re.compile(r"\r\n?|[\u2028\u2029\x0b\x85]")
_LONGEST_RUN = 200
_LONGEST_GAP = 24
_RUN = re.compile(rf"([^\S\n]|[\W_])\1{{{_LONGEST_RUN},}}")
_BLANK_LINES = re.compile(rf"(?:[ \t\u00a0]*\n){{{_LONGEST_GAP},}}")
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[A-Za-z][a-z'’-]*|[A-Z][A-Z'’.-]*|[\d.,/:%$#()-]*\d[\d.,/:%()-]*[A-Za-z]{0,2}")
_EDGE = " \t.,;:!?()[]{}\"'“”‘’*_|-–—•·"
MINIMUM_TOKENS = 20
MINIMUM_SHARE = 0.6


@dataclass(frozen=True)
class Page:
    """One page of one document.

    method: text | ocr | html | docx | doc | rtf | markdown | captions | votes | plain | none (there
    is something, we cannot read it) | blank. why: of a page with method none, the reason as a key
    of nlp.pages.scans.WHYS.
    engine: what made the text, with its version and that of its data. width, height: in points, as
    the page is seen; 0 where the kind has no sheets. words: boxes of the words that OCR read; those
    of a text layer are found again in its file (nlp.locate).
    """

    number: int
    method: str
    confidence: float
    text: str
    why: str = ""
    engine: str = ""
    width: float = 0.0
    height: float = 0.0
    words: tuple[Word, ...] = ()

    @property
    def chars(self) -> int:
        return len(self.text)

    @property
    def readable(self) -> bool:
        return self.method != "none"

    def words_json(self) -> list[list[int]]:
        """The boxes as they are stored: a list of six numbers each (nlp.pages.boxes.Word)."""
        return [list(word) for word in self.words]

    def as_json(self, *, texts: bool) -> dict[str, Any]:
        """The page in the `read --json` shape; with `texts`, in the form that is stored."""
        shape: dict[str, Any] = {
            "number": self.number,
            "method": self.method,
            "confidence": self.confidence,
            "chars": self.chars,
            "engine": self.engine,
            "width": self.width,
            "height": self.height,
        }
        return (
            {**shape, "text": self.text, "why": self.why, "words": self.words_json()}
            if texts
            else shape
        )


def _shortened(run: re.Match[str]) -> str:
    return run.group(1) * _LONGEST_RUN


_STEPS: tuple[Step, ...] = (
    (re.compile("\ufffe\\s?"), ""),
    (_INVISIBLE, ""),
    (_LINE_END, "\n"),
    (_RUN, _shortened),
    (_BLANK_LINES, "\n" * _LONGEST_GAP),
)


def clean(text: str) -> str:
    """Text as it is stored: one kind of line end, nothing invisible, hyphens of pdfium joined.

    Endless runs of one sign are shortened: no page means them, and they make matching slow.
    """
    return replaced(text, _STEPS)


def cleaned(text: Traced) -> Traced:
    """What `clean` makes of a text, with the way back."""
    return text.after(_STEPS)


def word_share(text: str) -> float:
    """Share of tokens that look like words or numbers; 1.0 where there are too few to tell."""
    tokens = [token.strip(_EDGE) for token in _TOKEN.findall(text)]
    tokens = [token for token in tokens if token]
    if len(tokens) <= MINIMUM_TOKENS:
        return 1.0
    return sum(1 for token in tokens if _WORD.fullmatch(token)) / len(tokens)


def text_page(number: int, method: str, raw: str) -> Page:
    """A page of text: blank where empty, `none` where the characters do not spell words."""
    text = clean(raw)
    if not text.strip():
        return Page(number, "blank", 1.0, text)
    share = word_share(text)
    if share < MINIMUM_SHARE:
        return Page(number, "none", round(share, 2), text, "garbled")
    return Page(number, method, round(share, 2), text)
