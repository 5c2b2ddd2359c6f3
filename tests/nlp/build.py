"""Small documents for tests, built on the fly.

Owns the builders only; no real town's name.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
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
    from PIL import Image

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
