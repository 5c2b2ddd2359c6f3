"""Agreements made up for tests: forms with fields, flat print, scans; all people are fictional."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from PIL import Image
from reportlab.lib.pagesizes import letter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

CONTACT = ("Pat Quill", "724-555-0142", "pquill@fernwick.example")


@dataclass(frozen=True)
class Signs:
    """One party's block as it is to be printed."""

    name: str = ""
    title: str = ""
    date: str = ""
    of: str = ""


FERNWICK = Signs("Ada B. Odell", "Chief of Police", "2/28/2026", "Fernwick Borough Police")
FOR_ICE = Signs(
    "Rory T. Vane", "Acting Director", "March 10, 2026", "Department of Homeland Security"
)
LAW = ("By signing this MOA, each party represents it is fully authorized to enter into this MOA,",
       "accepts the terms, responsibilities, obligations, and limitations of this MOA, and agrees",
       "to be bound thereto to the fullest extent allowed by law.")  # fmt: skip


@dataclass(frozen=True)
class Made:
    """How an agreement is to be made. page: of the signatures; old: the template of 2019, ICE on
    the left and no labels; stacked: one block above the other; fields: values are form fields;
    shared: both titles are one field; swapped: the agency's date on its signature line."""

    agency: Signs = FERNWICK
    ice: Signs = FOR_ICE
    party: str = "Fernwick Borough Police Department"
    page: int = 9
    old: bool = False
    stacked: bool = False
    mirrored: bool = False
    fields: bool = False
    shared: bool = False
    swapped: bool = False
    names: bool = True


def pdf(made: Made, encrypt: StandardEncryption | None = None) -> bytes:
    """The agreement as a PDF with a text layer."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=letter, encrypt=encrypt, invariant=1)
    for number in range(1, made.page + 3):
        sheet.setFont("Times-Roman", 11)
        if number == 1:
            _text(sheet, 700, "This Memorandum of Agreement (MOA) constitutes an",
                  "agreement between U.S. Immigration and Customs Enforcement (ICE) and the",
                  f"{made.party} (LEA), pursuant to which ICE delegates.")  # fmt: skip
        elif number == made.page:
            _signatures(sheet, made)
        elif number == made.page + 1:
            _text(sheet, 700, "APPENDIX A", "POINTS OF CONTACT", "For ICE:", "Washington DC",
                  "For the LEA:", *CONTACT)  # fmt: skip
        else:
            _text(sheet, 700, *(f"{number}.{line} ICE will provide the LEA timely notice."
                                for line in range(20)))  # fmt: skip
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def scan(data: bytes, *, noise: float = 0.002, dpi: int = 200, seed: int = 1) -> bytes:
    """The same pages as pictures with specks, without a text layer."""
    rng = random.Random(seed)
    pictures = []
    document = pdfium.PdfDocument(data)
    document.init_forms()
    for index in range(len(document)):
        picture = document[index].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        picture = picture.rotate(
            rng.uniform(-0.4, 0.4), fillcolor=255, resample=Image.Resampling.BICUBIC
        )
        wide, high = picture.size
        for _ in range(int(noise * wide * high / 10)):
            picture.putpixel((rng.randrange(wide), rng.randrange(high)), rng.randrange(120))
        pictures.append(picture)
    document.close()
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=dpi)
    return out.getvalue()


def _text(sheet: canvas.Canvas, top: float, *lines: str) -> None:
    for number, line in enumerate(lines):
        sheet.drawString(77, top - 14 * number, line)


def _signatures(sheet: canvas.Canvas, made: Made) -> None:
    top = 640 if made.stacked else 420
    _text(sheet, top, *LAW)
    sides = [("For the LEA:", made.agency, True), ("For ICE:", made.ice, False)]
    if made.old or made.mirrored:
        sides.reverse()
    for place, (header, signs, agency) in enumerate(sides):
        x, y = (77, top - 70 - 220 * place) if made.stacked else (77 + 318 * place, top - 70)
        if made.old:
            _old_block(sheet, signs, x, y)
        else:
            _block(sheet, made, (header, signs, agency), x, y)


def _old_block(sheet: canvas.Canvas, signs: Signs, x: float, y: float) -> None:
    sheet.drawString(x, y, "Date:")
    sheet.line(x + 30, y - 2, x + 150, y - 2)
    sheet.drawString(x + 45, y + 2, signs.date)
    sheet.line(x, y - 45, x + 150, y - 45)
    for number, line in enumerate((signs.name, signs.title, *signs.of.split("; "))):
        sheet.drawString(x, y - 58 - 15 * number, line)


def _block(
    sheet: canvas.Canvas, made: Made, side: tuple[str, Signs, bool], x: float, y: float
) -> None:
    header, signs, agency = side
    sheet.setFont("Times-Bold", 11)
    sheet.drawString(x, y, header)
    sheet.setFont("Times-Roman", 11)
    values = {"Date": signs.date, "Signature": "", "Name": signs.name, "Title": signs.title,
              "Agency": signs.of}  # fmt: skip
    if made.swapped and agency:
        values["Date"], values["Signature"] = "", signs.date
    if not made.names:
        del values["Name"], values["Agency"]
    for number, (label, value) in enumerate(values.items()):
        low = y - 32 - 26 * number
        sheet.drawString(x, low, f"{label}:")
        start = x + 52
        sheet.line(start, low - 2, start + 150, low - 2)
        if made.fields and value:
            name = label if made.shared and label == "Title" else f"{label}{'' if agency else '_2'}"
            sheet.acroForm.textfield(name=name, value=value, x=start, y=low - 4, width=160,
                                     height=16, borderWidth=0, fontSize=10)  # fmt: skip
        else:
            sheet.drawString(start + 4, low + 3, value)


ICE_OF_2019 = replace(FOR_ICE, of="U.S. Immigration and Customs; Enforcement")
CASES: dict[str, tuple[Made, bool]] = {
    "flat": (Made(), False),
    "flat, page 7": (Made(page=7), False),
    "flat, no names": (Made(names=False), False),
    "ICE on the left": (Made(mirrored=True), False),
    "one above the other": (Made(stacked=True, page=7), False),
    "2019": (Made(old=True, page=7, ice=ICE_OF_2019), False),
    "fields": (Made(fields=True), False),
    "fields, no names": (Made(fields=True, names=False), False),
    "scan": (Made(), True),
    "scan, page 7": (Made(page=7), True),
    "scan, 2019": (Made(old=True, page=7, ice=ICE_OF_2019), True),
    "scan of fields": (Made(fields=True), True),
}  # fmt: skip
"""Agreements all of whose values are in type, by name; the second says whether to scan it."""
