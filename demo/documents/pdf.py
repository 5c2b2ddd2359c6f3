"""A paper as PDF bytes, the same bytes every time.

Owns the lines and pages. Drawn straight on a canvas: reportlab's layout engine takes ten times as
long, and the county has hundreds of papers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from reportlab.lib.pagesizes import LETTER
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from demo.values import Paper

_WIDTH, _HEIGHT = LETTER
_LEFT, _TOP, _BOTTOM, _SIZE, _LEAD = 72.0, 90.0, 72.0, 11, 14.5
_FONTS = {"title": "Times-Bold", "heading": "Times-Bold", "text": "Times-Roman"}
# Space above a line that opens a block, in lines: headings stand off from what is before them.
_ABOVE = {"title": 0.0, "heading": 0.9, "text": 0.45}


@dataclass(frozen=True)
class _Line:
    """One line of type and the space above it, in points."""

    font: str
    text: str
    above: float


@lru_cache(maxsize=4096)
def _wide(word: str, font: str) -> float:
    return float(stringWidth(word, font, _SIZE))


def _wrap(text: str, font: str) -> list[str]:
    """Greedy lines that fit between the margins."""
    room, space = _WIDTH - 2 * _LEFT, _wide(" ", font)
    lines: list[list[str]] = [[]]
    used = 0.0
    for word in text.split():
        width = _wide(word, font)
        if lines[-1] and used + space + width > room:
            lines.append([])
            used = 0.0
        used += width + (space if lines[-1] else 0.0)
        lines[-1].append(word)
    return [" ".join(line) for line in lines]


def _lines(paper: Paper) -> Iterator[_Line]:
    for block in paper.blocks:
        font = _FONTS[block.kind]
        for number, text in enumerate(_wrap(block.text, font)):
            yield _Line(font, text, 0.0 if number else _ABOVE[block.kind] * _LEAD)


def _pages(lines: Iterable[_Line]) -> list[list[_Line]]:
    """The lines dealt out over pages; paragraphs break where the page ends, as they do."""
    room = _HEIGHT - _TOP - _BOTTOM
    pages: list[list[_Line]] = [[]]
    used = 0.0
    for line in lines:
        if used + line.above + _LEAD > room:
            pages.append([])
            used = 0.0
        used += line.above + _LEAD
        pages[-1].append(line)
    return pages


def render(paper: Paper) -> bytes:
    """The PDF, with the running head and a page number on every page."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=LETTER, invariant=1)
    canvas.setTitle(paper.running_head)
    pages = _pages(_lines(paper))
    for number, page in enumerate(pages, 1):
        _draw(canvas, paper.running_head, page, number, len(pages))
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, head: str, page: list[_Line], number: int, of: int) -> None:
    canvas.setFont("Times-Italic", 9)
    canvas.drawString(_LEFT, _HEIGHT - 50, head)
    canvas.drawRightString(_WIDTH - _LEFT, 40, f"Page {number} of {of}")
    y = _HEIGHT - _TOP
    for line in page:
        y -= line.above
        canvas.setFont(line.font, _SIZE)
        canvas.drawString(_LEFT, y, line.text)
        y -= _LEAD
    canvas.showPage()
