"""The filter against speckle, which makes an OCR engine slow or blind.

Owns the measure of how speckled a picture is. Knows no engine.
"""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter

# Shares of a page's pixels, in a band across its middle. Scans of real minutes: at most 0.0001
# single dark dots, and 0.006 dark pixels that a median takes away; speckle has ten times that.
SINGLE_DOTS = 0.0005
TAKEN_AWAY = 0.01
_DARK = 128


def unspeckled(picture: Image.Image) -> Image.Image:
    """The picture, through a 3x3 median where it is speckled: the filter
    costs clean print a little, so that it is not used on every page."""
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
