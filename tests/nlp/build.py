"""Small documents for tests, built on the fly.

Owns the builders only; no real town's name.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Sequence

import docx
import pypdfium2 as pdfium
from PIL import Image
from reportlab.lib.pagesizes import letter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas


def pdf(pages: Sequence[Sequence[str]], *, password: str | None = None) -> bytes:
    """A PDF with one text line per string."""
    out = io.BytesIO()
    lock = StandardEncryption(password, canPrint=0) if password else None
    made = canvas.Canvas(out, pagesize=letter, encrypt=lock)
    for lines in pages:
        for index, line in enumerate(lines):
            made.drawString(60, 740 - 14 * index, line)
        made.showPage()
    made.save()
    return out.getvalue()


def scan(shades: Sequence[int]) -> bytes:
    """A PDF whose pages are one full image each, of the given grey."""
    out = io.BytesIO()
    made = canvas.Canvas(out, pagesize=letter)
    for shade in shades:
        picture = ImageReader(Image.new("L", (85, 110), shade))
        made.drawImage(picture, 0, 0, *letter)
        made.showPage()
    made.save()
    return out.getvalue()


def word(paragraphs: Sequence[tuple[str, str | None]]) -> bytes:
    """A .docx of (text, style) paragraphs."""
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pictures(data: bytes, *, dpi: int = 200) -> list[Image.Image]:
    """The pages of a PDF drawn in grey."""
    document = pdfium.PdfDocument(data)
    try:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]
    finally:
        document.close()


def scanned(
    pages: Sequence[Sequence[str]], change: Callable[[Image.Image], Image.Image] | None = None
) -> list[Image.Image]:
    """Pages of lines as a scanner gives them, a little askew; `change` spoils the picture."""
    made = [picture.rotate(0.4, fillcolor=255) for picture in pictures(pdf(pages))]
    return [change(picture) if change else picture for picture in made]


def speckle(picture: Image.Image, share: float = 0.01) -> Image.Image:
    """Black and white dots on this share of the pixels, the same ones each time."""
    spoiled = picture.copy()
    drawn = random.Random(287)
    for _ in range(int(share * picture.width * picture.height)):
        spot = (drawn.randrange(picture.width), drawn.randrange(picture.height))
        spoiled.putpixel(spot, drawn.choice((0, 255)))
    return spoiled


def bound(pages: Sequence[Image.Image | Sequence[str]], stamp: str = "") -> bytes:
    """A PDF of pictures and of pages of lines, in this order; `stamp` is text on each picture."""
    out = io.BytesIO()
    made = canvas.Canvas(out, pagesize=letter)
    for page in pages:
        if isinstance(page, Image.Image):
            made.drawImage(ImageReader(page), 0, 0, *letter)
            made.drawString(280, 20, stamp)
        else:
            for index, line in enumerate(page):
                made.drawString(60, 740 - 14 * index, line)
        made.showPage()
    made.save()
    return out.getvalue()
