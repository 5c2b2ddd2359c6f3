"""Every form of a constructed document holds the document's words, in their order.

Owns checks of the made files; how well they are read is a table of `make evaluate`.
"""

from __future__ import annotations

import re

import pytest

from nlp.reading import read
from tests.evaluate.constructed import forms
from tests.evaluate.constructed.load import SETS, Document, documents

PUBLISHED = [one for which in SETS for one in documents(which) if one.form != "txt"]
TEXT = """# BOROUGH OF GALLOWAY FEN
Present: Ash & Birch, < 3 absent
| Member | Aye | Nay |
| Ash | X | |
| Birch | | X |
Motion failed.
"""


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"\bpage \d+\b", "", text.lower()))


def _told(data: bytes, name: str) -> list[str]:
    pages = read(data, name=name).as_json(texts=True)["pages"]
    return _words("\n".join(page["text"] for page in pages))


@pytest.mark.parametrize("form", forms.FORMS)
def test_each_form_holds_the_words(form: str) -> None:
    told = _told(forms.made(form, TEXT), f"fen.{form}")
    at = [told.index(word) for word in ("borough", "present", "member", "x", "failed")]
    assert at == sorted(at)
    assert "".join(_words(TEXT)) in "".join(told)


@pytest.mark.parametrize("form", ["txt", "html", "pdf"])  # Word files hold their making's hour
def test_a_form_is_the_same_each_time(form: str) -> None:
    assert forms.made(form, TEXT) == forms.made(form, TEXT)


def test_an_unknown_form_is_an_error() -> None:
    with pytest.raises(KeyError):
        forms.made("wpd", TEXT)


@pytest.mark.parametrize("document", PUBLISHED, ids=lambda one: one.id)
def test_a_published_document_loses_no_word(document: Document) -> None:
    wanted = _words(document.text)
    told = _told(document.published(), f"{document.id}.{document.form}")
    assert [word for word in wanted if word not in told] == []
