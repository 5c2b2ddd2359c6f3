"""Who signed an agreement: templates, sources, dates that cannot be, scrawl, hostile files."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from nlp.agreement.layout import AGENCY, ICE, areas
from nlp.agreement.pool import Found, signature_of
from nlp.agreement.read import read
from nlp.agreement.redact import painted, redacted
from nlp.agreement.said import dated, named, role, stamped, titled
from nlp.agreement.text import page_text
from nlp.agreement.values import Signature
from nlp.agreement.words import Token
from nlp.errors import BrokenDocument
from nlp.pages.ocr import version
from nlp.pool import Failure
from tests.nlp.agreements import CASES, FERNWICK, Made, pdf, scan
from tests.real import needs_real, real

pytestmark = pytest.mark.timeout(300)
needs_ocr = pytest.mark.skipif(version() is None, reason="no OCR is installed here")
SIGNED, COUNTERSIGNED = date(2026, 2, 28), date(2026, 3, 10)


def _read(made: Made) -> Signature:
    return read(pdf(made)).signature


@pytest.mark.parametrize("name", [name for name, (_, scanned) in CASES.items() if not scanned])
def test_both_blocks_are_read_from_each_template(name: str) -> None:
    made = CASES[name][0]
    found = _read(made)
    assert (found.page, found.agency.date, found.ice.date) == (made.page, SIGNED, COUNTERSIGNED)
    assert (found.agency.title, found.ice.title) == ("Chief of Police", "Acting Director")
    assert found.agency.name == (FERNWICK.name if made.names else None)
    assert found.source == ("moa_fields" if made.fields else "moa_text")
    assert (found.signer_role, found.date_doubts) == ("chief", ())
    assert "Fernwick Borough Police Department" in found.parties


@needs_ocr
@pytest.mark.parametrize("name", ["scan, page 7", "scan, 2019"])
def test_scans_are_read_where_two_drawings_agree(name: str) -> None:
    made = CASES[name][0]
    found = read(scan(pdf(made))).signature
    assert (found.source, found.page) == ("moa_ocr", made.page)
    assert (found.agency.name, found.agency.title, found.agency.date) == (
        FERNWICK.name, FERNWICK.title, SIGNED
    )  # fmt: skip
    assert found.ice.date in (COUNTERSIGNED, None)


@pytest.mark.parametrize(
    ("printed", "held", "doubt"),
    [
        ("02/28/2028", date(2028, 2, 28), "is after ICE's, 2026-03-10"),
        ("2/1/2025", date(2025, 2, 1), "402 days before ICE's"),
        ("3/10/2026", COUNTERSIGNED, ""),
        ("2/30/2026", None, ""),
        ("soon", None, ""),
    ],
)
def test_an_impossible_date_is_kept_as_printed_and_doubted(
    printed: str, held: date | None, doubt: str
) -> None:
    found = _read(Made(agency=replace(FERNWICK, date=printed)))
    assert (found.agency.date, found.agency.date_as_printed) == (held, printed)
    assert bool(found.date_doubts) == bool(doubt)
    assert doubt in " ".join(found.date_doubts)


def test_a_blank_date_is_null_with_a_doubt() -> None:
    found = _read(Made(agency=replace(FERNWICK, date="")))
    assert found.agency.date is None
    assert "agency: date: blank, or nothing was read there" in found.doubts


def test_a_date_on_the_signatures_line_is_kept_and_not_used() -> None:
    found = _read(Made(swapped=True))
    assert found.agency.date == SIGNED
    assert found.date_doubts == ("agency: date and signature are swapped",)


def test_a_title_field_shared_with_ice_is_a_doubt_and_gives_no_role() -> None:
    made = Made(fields=True, shared=True, agency=replace(FERNWICK, title="Acting Director"))
    found = _read(made)
    assert (found.agency.title, found.signer_role) == ("Acting Director", None)
    assert any("shared with ICE's block" in doubt for doubt in found.doubts)


def test_a_text_without_a_signature_block_says_so() -> None:
    found = read(_plain()).signature
    assert (found.page, found.agency.date, found.doubts) == (
        None, None, ("no signature block was found",)
    )  # fmt: skip


def test_without_ocr_the_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nlp.agreement.read.version", lambda: None)
    monkeypatch.setattr("nlp.agreement.words.tesseract", lambda: None)
    found = read(scan(pdf(Made(page=2)))).signature
    assert found.agency.date is None
    assert "no OCR is installed here" in " ".join(found.doubts)


def _plain() -> bytes:
    import io

    from reportlab.pdfgen import canvas

    out = io.BytesIO()
    sheet = canvas.Canvas(out)
    for line in range(20):
        sheet.drawString(70, 700 - 14 * line, "The chief reported on the new radios of the force.")
    sheet.save()
    return out.getvalue()


def _tokens(*words: str, sure: float = 1.0) -> list[Token]:
    return [Token(w, (1000 + 500 * i, 5000, 1400 + 500 * i, 5100), sure)
            for i, w in enumerate(words)]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (("4/26/2025",), date(2025, 4, 26)),
        (("6-11-19",), date(2019, 6, 11)),
        (("OCT", "15", "2019"), date(2019, 10, 15)),
        (("March", "5,", "2025"), date(2025, 3, 5)),
        (("March", "5,", "2025", "Z"), date(2025, 3, 5)),
        (("13/45/2025",), None),
        (("4/26/2025", "7"), None),
        (("4/26/2025", "4/27/2025"), None),
        (("~", "2-1g-zoz"), None),
    ],
)
def test_only_one_whole_calendar_date_is_a_date(words: tuple[str, ...], day: date | None) -> None:
    said = dated(_tokens(*words))
    assert said is not None
    assert said.day == day


@pytest.mark.parametrize("sure", [0.0, 0.5, 0.74])
def test_scrawl_is_never_a_good_date_name_or_title(sure: float) -> None:
    for reader, words in ((dated, ("3/28/25",)), (named, ("Jo", "Putt")), (titled, ("Mayor",))):
        said = reader(_tokens(*words, sure=min(sure, 0.69)))
        assert said is not None
        assert not said.good


@given(st.lists(st.text(max_size=12), max_size=8), st.floats(0, 1))
def test_no_words_break_the_readers_of_a_line(words: list[str], sure: float) -> None:
    tokens = _tokens(*words, sure=sure)
    for reader in (dated, named, titled):
        said = reader(tokens)
        assert said is None or not said.good or said.text
    stamped(tokens)
    assert areas(tokens) in ((),) or {a.party for a in areas(tokens)} == {AGENCY, ICE}


@pytest.mark.parametrize(
    ("title", "party", "office"),
    [
        ("Sheriff of Owl County", None, "sheriff"),
        ("Chief of Police", "Fernwick Police Department", "chief"),
        ("Police Commissioner", "Fernwick Police", "chief"),
        ("City Manager", None, "manager"),
        ("Mayor", "City of Fernwick", "mayor"),
        ("Council President", None, "council_or_board"),
        ("Chairman", "Owl County Board of County Commissioners", "council_or_board"),
        ("Vice Chair", None, "council_or_board"),
        ("Constable", None, "constable"),
        ("Executive Director", None, "state"),
        ("Registrar", None, "other"),
        (None, "Owl County Board of County Commissioners", "council_or_board"),
        (None, "Fernwick Police Department", None),
    ],
)
def test_the_kind_of_office_that_signs(title: str | None, party: str | None, office: str) -> None:
    assert role(title, party) == office


def test_a_digital_signature_gives_its_name_and_date() -> None:
    words = ["Digitally", "signed", "by", "ADA", "ODELL", "Date:", "2026.02.28", "10:22:33"]
    name, when = stamped(_tokens(*words))
    assert name == "ADA ODELL"
    assert when is not None
    assert when.day == SIGNED


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Pat Quill 724-555-0142", "Pat Quill"),
        ("call (724) 555-0142 or pquill@fernwick.example", "call or"),
        ("signed 2026-03-10 and 02/28/2025", "signed 2026-03-10 and 02/28/2025"),
    ],
)
def test_telephone_numbers_and_addresses_are_left_out(text: str, left: str) -> None:
    assert redacted(text) == left


def test_a_contacts_list_is_painted_over_in_pictures() -> None:
    words = ["Date:", "2/28/2026", "POINTS", "OF", "CONTACT", "Quill", "724-555-0142"]
    tokens = [Token(w, (500, 1000 * i, 2000, 1000 * i + 500)) for i, w in enumerate(words)]
    made = painted(Image.new("L", (100, 100), 0), tokens)
    assert made.getpixel((10, 12)) == 0
    assert {made.getpixel((x, y)) for x in (10, 90) for y in (25, 60, 95)} == {255}


def test_nothing_of_the_contacts_leaves_a_reading() -> None:
    found = str(_read(Made()).as_json())
    assert not any(said in found for said in ("Quill", "555-0142", "pquill"))


def test_the_picture_of_the_page_is_a_png_of_the_signature_page() -> None:
    made = read(pdf(Made()))
    assert made.picture.startswith(b"\x89PNG")
    assert made.picture == read(pdf(Made())).picture


def test_an_encrypted_but_readable_agreement_is_read(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    found = read(pdf(Made(), StandardEncryption("", "owner", canPrint=0))).signature
    assert found.agency.date == SIGNED


@pytest.mark.parametrize("cut", [0, 40, 300])
def test_a_broken_pdf_is_an_error_with_a_reason(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.4\n" + pdf(Made())[:cut])
    said = signature_of(path)
    assert isinstance(said, Failure)
    assert "damaged or cut short" in said.why
    with pytest.raises(BrokenDocument):
        read(path.read_bytes())


def test_a_child_reads_as_this_process_does(tmp_path: Path) -> None:
    path = tmp_path / "agreement.pdf"
    path.write_bytes(pdf(Made()))
    said = signature_of(path)
    assert isinstance(said, Found)
    assert said.signature == _read(Made()).as_json()


@pytest.mark.parametrize(
    ("script", "error"),
    [
        ("input(); import time; time.sleep(60)", "Timeout"),
        ("input(); import os; os.abort()", "Crash"),
        ("input(); print('{')", "Crash"),
    ],
)
def test_a_child_that_hangs_or_ends_costs_only_itself(script: str, error: str) -> None:
    said = signature_of(Path("any.pdf"), 3.0, (sys.executable, "-c", script))
    assert isinstance(said, Failure)
    assert (said.error, said.final) == (error, False)


@needs_real
@needs_ocr
def test_no_hand_read_agreement_gives_a_wrong_date_or_name() -> None:
    from tests.evaluate.signatures import judged

    cells = [cell for row in judged(real("ice", "moa")) for cell in row.cells]
    assert [cell for cell in cells if cell.verdict == "wrong"] == []
    assert sum(cell.verdict == "right" for cell in cells) >= 38


def test_a_page_that_is_turned_is_read_too() -> None:
    document = pdfium.PdfDocument(pdf(Made()))
    document[8].set_rotation(90)
    import io

    out = io.BytesIO()
    document.save(out)
    assert read(out.getvalue()).signature.agency.date in (SIGNED, None)


@pytest.mark.parametrize("name", [name for name, (_, scanned) in CASES.items() if not scanned])
def test_the_agencys_date_stands_in_the_pages_text_where_it_is_said_to(name: str) -> None:
    made = read(pdf(CASES[name][0]))
    assert made.span is not None
    start, end = made.span
    assert made.text[start:end] == made.signature.agency.date_as_printed == FERNWICK.date
    assert made.text.count(FERNWICK.date) >= 1


def test_of_two_equal_dates_the_agencys_own_is_cited() -> None:
    same = replace(FERNWICK, date="March 10, 2026")
    made = read(pdf(Made(agency=same, mirrored=True)))
    assert made.span is not None
    assert made.text.count("March 10, 2026") == 2
    assert made.span[0] == made.text.rindex("March 10, 2026")


@needs_ocr
def test_the_text_of_a_scan_is_what_ocr_read() -> None:
    made = read(scan(pdf(Made(page=7))))
    assert "MOA" in made.text
    if made.span is not None:
        assert made.text[slice(*made.span)] == made.signature.agency.date_as_printed


def test_no_contact_is_left_in_the_pages_text() -> None:
    page = ("Date: 2/28/2026 call 724-555-0142 or chief@fernwick.example now",
            "POINTS OF CONTACT", "Pat Quill, 724-555-0143")  # fmt: skip
    words = [
        Token(word, (100.0 * n, 100.0 * line, 100.0 * n + 90, 100.0 * line + 80))
        for line, text in enumerate(page)
        for n, word in enumerate(text.split())
    ]
    found = page_text([words])
    assert "555" not in found.text
    assert "@" not in found.text
    assert "Quill" not in found.text
    assert found.text[slice(*(found.span(words[1:2], "2/28/2026") or ()))] == "2/28/2026"
    assert found.text.rstrip().endswith("now")
    assert found.span(words[:1], "3/1/2026") is None
