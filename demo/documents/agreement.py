"""An agreement with ICE as PDF bytes, the same bytes every time: first page, signatures, contacts.

Owns its three pages, laid out after the form of 2025; who signs comes from outside.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

from demo.ice.signed import Signed, Signer

_LEFT, _RIGHT, _LEAD = 77.0, 330.0, 15.0
_FIRST = (
    "MEMORANDUM OF AGREEMENT",
    "287(g) Task Force Model",
    "",
    "This Memorandum of Agreement (MOA) constitutes an agreement between",
    "U.S. Immigration and Customs Enforcement (ICE) and the",
    "{agency} (LEA), pursuant to which",
    "ICE delegates authority to selected officers of the LEA.",
)
_LAW = (
    "By signing this MOA, each party represents it is fully authorized to enter into this MOA,",
    "and accepts its terms, responsibilities, obligations and limitations.",
)
_CONTACTS = ("APPENDIX A", "POINTS OF CONTACT", "For the LEA:", "{name}, 724-555-0117")


@lru_cache(maxsize=8)
def render(signed: Signed) -> bytes:
    """The PDF."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=LETTER, invariant=1)
    canvas.setTitle(f"287(g) agreement of the {signed.agency}")
    _lines(canvas, 700, tuple(line.format(agency=signed.agency) for line in _FIRST))
    canvas.showPage()
    _lines(canvas, 560, _LAW)
    _block(canvas, _LEFT, "For the LEA:", signed.local)
    _block(canvas, _RIGHT, "For ICE:", signed.ice)
    canvas.showPage()
    _lines(canvas, 700, tuple(line.format(name=signed.local.name) for line in _CONTACTS))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _lines(canvas: Canvas, top: float, lines: tuple[str, ...]) -> None:
    canvas.setFont("Times-Roman", 11)
    for number, line in enumerate(lines):
        canvas.drawString(_LEFT, top - _LEAD * number, line)


def _block(canvas: Canvas, x: float, header: str, signer: Signer) -> None:
    canvas.setFont("Times-Bold", 11)
    canvas.drawString(x, 490, header)
    canvas.setFont("Times-Roman", 11)
    values = {
        "Date": signer.date,
        "Signature": "",
        "Name": signer.name,
        "Title": signer.title,
        "Agency": signer.of,
    }
    for number, (label, value) in enumerate(values.items()):
        y = 458 - 26 * number
        canvas.drawString(x, y, f"{label}:")
        canvas.line(x + 52, y - 2, x + 200, y - 2)
        canvas.drawString(x + 56, y + 3, value)
    canvas.bezier(x + 56, 434, x + 80, 455, x + 90, 415, x + 150, 440)
