"""Bytes to pages: every kind of file, every kind of page, every named refusal."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import errors
from nlp.pages import pages_of
from nlp.pages.html import pages as html_pages
from nlp.pages.numbering import written
from nlp.pages.page import clean, text_page, word_share
from nlp.pages.text import decode
from tests.nlp import build

LONG = "The meeting of the Exampleton Borough Council was called to order at seven."


def test_pdf_pages_are_decided_one_by_one() -> None:
    made = pages_of(build.pdf([[LONG], [], ["Page 3"]]))
    assert [page.method for page in made.pages] == ["text", "blank", "text"]
    assert made.pages[0].text.strip() == LONG
    assert [page.number for page in made.pages] == [1, 2, 3]


def test_a_scanned_page_is_not_read_and_a_blank_scan_is_blank() -> None:
    made = pages_of(build.scan([90, 255]))
    assert [page.method for page in made.pages] == ["none", "blank"]
    assert not made.pages[0].readable
    assert made.pages[1].readable


def test_a_page_whose_characters_spell_nothing_is_not_read() -> None:
    assert text_page(1, "text", "\x01\x02 #q% ¤¤ ~~ " * 30).method == "none"
    assert text_page(1, "text", LONG * 3).method == "text"


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"", errors.EmptyDocument, "empty"),
        (b"\x00\x00 \n", errors.EmptyDocument, "empty"),
        (b"%PDF-1.7\nnothing else", errors.BrokenDocument, "damaged"),
        (build.pdf([[LONG]])[:400], errors.BrokenDocument, "damaged"),
        (build.pdf([[LONG]], password="open"), errors.EncryptedDocument, "password"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, errors.BrokenDocument, "old Office"),
        (b"PK\x03\x04 cut", errors.BrokenDocument, "cut or damaged"),
        (b"\x7fELF\x01\x02\x03\x00\x01\x02\x04\x05\x06", errors.UnknownKind, "not a document"),
    ],
)
def test_what_cannot_be_read_says_why(
    data: bytes, error: type[errors.Unreadable], says: str
) -> None:
    with pytest.raises(error, match=says):
        pages_of(data)


def _zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("members", "error"),
    [
        ({"xl/workbook.xml": b"<x/>"}, errors.UnknownKind),
        ({"letter.txt": b"x"}, errors.UnknownKind),
        ({"word/document.xml": b"<not closed"}, errors.BrokenDocument),
        ({"word/document.xml": b" " * (3 * 2**20)}, errors.TooLarge),
    ],
)
def test_zip_files_that_are_no_word_document(
    members: dict[str, bytes], error: type[errors.Unreadable]
) -> None:
    with pytest.raises(error):
        pages_of(_zipped(members))


def test_word_numbers_stand_in_the_text() -> None:
    data = build.word(
        [
            ("Exampleton Council", None),
            ("Call to order", "List Number"),
            ("Old business", "List Number"),
            ("a point", "List Bullet"),
        ]
    )
    made = pages_of(data, "agenda.docx")
    lines = made.pages[0].text.split("\n")
    assert made.pages[0].method == "docx"
    assert lines[1:] == ["1. Call to order", "2. Old business", "- a point"]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [(4, "lowerRoman", "iv"), (28, "upperLetter", "BB"), (3, "decimalZero", "03"), (9, "x", "9")],
)
def test_word_number_forms(number: int, form: str, shown: str) -> None:
    assert written(number, form) == shown


def test_html_keeps_tables_and_drops_furniture() -> None:
    page = html_pages(
        b"<html><head><meta charset=windows-1252><title>T</title></head><body><nav>menu</nav>"
        b"<h1>Minutes</h1><script>x</script><table><tr><td>Odell</td><td>yes</td></tr></table>"
        b"<p>caf\xe9</p></body></html>"
    )[0]
    assert page.method == "html"
    assert "menu" not in page.text
    assert "Odell\tyes" in page.text
    assert "café" in page.text


def test_deeply_nested_html_is_read() -> None:
    page = html_pages(b"<div>" * 20000 + b"Minutes")[0]
    assert "Minutes" in page.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = "Café Odell’s motion carried. " * 4
    assert decode(text.encode(encoding)) == text


def test_the_bytes_decide_and_a_wrong_name_is_a_doubt() -> None:
    made = pages_of(b"<!doctype html><html><body>Not found</body></html>", "minutes.pdf")
    assert made.kind == "html"
    assert made.doubts == ("named or sent as pdf, but the bytes are html",)


def test_form_feeds_are_pages_and_nul_is_gone() -> None:
    made = pages_of(b"one\x00 page\r\nline\fsecond\f")
    assert [page.text for page in made.pages] == ["one page\nline", "second"]


@given(st.text())
def test_cleaning_is_done_once_and_for_all(text: str) -> None:
    cleaned = clean(text)
    assert "\x00" not in cleaned
    assert "\r" not in cleaned
    assert clean(cleaned) == cleaned


@given(st.binary(max_size=400))
def test_any_bytes_give_pages_or_a_named_refusal(data: bytes) -> None:
    try:
        made = pages_of(data)
    except errors.Unreadable:
        return
    assert made.pages


def test_word_share_counts_words_and_numbers() -> None:
    assert word_share("Motion carried 5-2. " * 20) == 1.0
    assert word_share("§§ ¤¤ " * 20) < 0.1
