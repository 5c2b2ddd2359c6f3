"""Picture files to scanned pages; the frames of a TIFF are its pages.

Owns the opening of pictures. Reading them is the scanner's.
"""

from __future__ import annotations

import io
from dataclasses import replace
from functools import partial

from PIL import Image, ImageOps, ImageSequence

from nlp.errors import BrokenDocument, TooLarge
from nlp.pages.ocr import DPI
from nlp.pages.page import Page
from nlp.pages.scans import Scanner, scan_page

MAXIMUM_PIXELS = 40_000_000
MAXIMUM_FRAMES = 3000
_LONGEST_SIDE = 5600
_TOO_LARGE = f"the picture has more than {MAXIMUM_PIXELS} pixels: make it smaller"


def pages(data: bytes, scanner: Scanner) -> list[Page]:
    """One page for each frame. Raises BrokenDocument, TooLarge."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if getattr(picture, "n_frames", 1) > MAXIMUM_FRAMES:
                raise TooLarge(f"the picture has more than {MAXIMUM_FRAMES} frames: split it")
            return [
                _page(number, frame, scanner)
                for number, frame in enumerate(ImageSequence.Iterator(picture), start=1)
            ]
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooLarge(_TOO_LARGE) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise BrokenDocument(
            f"the picture is damaged or cut short ({error}): fetch it again"
        ) from error


def _page(number: int, frame: Image.Image, scanner: Scanner) -> Page:
    if frame.width * frame.height > MAXIMUM_PIXELS:
        raise TooLarge(_TOO_LARGE)
    made = scan_page(number, scanner.read(number, partial(_grey, frame)))
    width, height = _seen(frame).size
    dpi = float(frame.info.get("dpi", (0, 0))[0]) or DPI
    return replace(made, width=round(72 * width / dpi, 2), height=round(72 * height / dpi, 2))


def _seen(frame: Image.Image) -> Image.Image:
    """The picture as viewers show it: cameras write beside it how it is to be turned."""
    return ImageOps.exif_transpose(frame)


def _grey(frame: Image.Image) -> Image.Image:
    drawn = _seen(frame).convert("L")
    drawn.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    return drawn
