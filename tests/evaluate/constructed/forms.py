"""Turns the text of a constructed document into the file that a clerk would publish.

Owns the four forms; `load` says which document has which. In the texts a line that begins with
"# " is a heading and a line within bars a row of a table, save in the plain form, which is as it
stands.
"""

from __future__ import annotations

import html
import io
from collections.abc import Iterator
from itertools import groupby

import docx
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Paragraph, SimpleDocTemplate, Table

FORMS = ("txt", "html", "docx", "pdf")
_HEAD = "# "


def made(form: str, text: str) -> bytes:
    """The file's bytes; `form` is one of FORMS. Raises KeyError for another."""
    return {"txt": str.encode, "html": _page, "docx": _word, "pdf": _pdf}[form](text)


def _parts(text: str) -> Iterator[tuple[bool, list[str]]]:
    """Neighbouring rows of a table together, and the other lines that say something one by one."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for rows, group in groupby(lines, key=lambda line: line.startswith("|")):
        if rows:
            yield True, list(group)
        else:
            yield from ((False, [line]) for line in group)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def _page(text: str) -> bytes:
    shown = []
    for table, lines in _parts(text):
        if table:
            rows = ["".join(f"<td>{html.escape(c)}</td>" for c in _cells(row)) for row in lines]
            shown.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
            continue
        tag = "h2" if lines[0].startswith(_HEAD) else "p"
        shown.append(f"<{tag}>{html.escape(lines[0].removeprefix(_HEAD))}</{tag}>")
    menu = (
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/clerk'>City Clerk</a></li></ul></nav>"
    )
    body = menu + "<main>" + "\n".join(shown) + "</main><footer>Contact us</footer>"
    head = "<head><meta charset='utf-8'></head>"
    return f"<!DOCTYPE html><html>{head}<body>{body}</body></html>".encode()


def _word(text: str) -> bytes:
    paper = docx.Document()
    for table, lines in _parts(text):
        if table:
            rows = [_cells(row) for row in lines]
            grid = paper.add_table(len(rows), len(rows[0]))
            for cells, row in zip(grid.rows, rows, strict=True):
                for cell, words in zip(cells.cells, row, strict=True):
                    cell.text = words
        elif lines[0].startswith(_HEAD):
            paper.add_heading(lines[0].removeprefix(_HEAD), level=2)
        else:
            paper.add_paragraph(lines[0])
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _pdf(text: str) -> bytes:
    """Set in pages by proportional type, with a page number at the foot of each."""
    styles = getSampleStyleSheet()
    story: list[Flowable] = []
    for table, lines in _parts(text):
        if table:
            story.append(Table([_cells(row) for row in lines]))
            continue
        style = styles["Heading4" if lines[0].startswith(_HEAD) else "BodyText"]
        story.append(Paragraph(html.escape(lines[0].removeprefix(_HEAD)), style))
    out = io.BytesIO()
    paper = SimpleDocTemplate(out, pagesize=letter, invariant=1)
    paper.build(story, onFirstPage=_foot, onLaterPages=_foot)
    return out.getvalue()


def _foot(canvas: Canvas, paper: BaseDocTemplate) -> None:
    canvas.drawCentredString(letter[0] / 2, 36, f"Page {canvas.getPageNumber()}")
