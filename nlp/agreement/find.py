"""Which page of an agreement is the signature page, by its words.

Owns the marks of that page; page 9 of the task force model and page 7 of the others only say where
to look first in a scan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from nlp.agreement.layout import areas
from nlp.agreement.redact import CONTACTS
from nlp.agreement.words import Token, scanned
from nlp.pages.layer import layer_text
from nlp.pages.page import MINIMUM_SHARE, word_share

_MARKS = (
    (3, re.compile(r"by\s+signing\s+this|in\s+witness\s+whereof", re.I)),
    (1, re.compile(r"fully\s+authorized", re.I)),
    (1, re.compile(r"\bfor\s+the\s+.?ea\b", re.I)),
    (1, re.compile(r"\bfor\s+ice\b", re.I)),
    (1, re.compile(r"\bdate\s*[:;.].*\bdate\s*[:;.]", re.I | re.S)),
    (1, re.compile(r"\bsignature\s*[:;.]", re.I)),
)  # fmt: skip
_WANTED = 3
_LIKELY = (9, 7, 8, 10, 6, 11, 5)
_MOST_SCANNED = 20
_COARSE = 150
_FEW = 200


def candidates(document: Any) -> Iterator[tuple[int, list[Token]]]:
    """Indexes of pages that may hold the block, the likeliest first, by their text layer; then
    pages without a usable one whose OCR shows a block, with its words."""
    texts = [_text(document, index) for index in range(len(document))]
    scored = [(marks(text), index) for index, text in enumerate(texts)]
    for score, index in sorted(scored, key=lambda one: (-one[0], one[1])):
        if score >= _WANTED:
            yield index, []
            if index + 1 < len(texts):
                yield index + 1, []
    blind = [i for i, text in enumerate(texts) if len(text) < _FEW or not _usable(text)]
    first = [number - 1 for number in _LIKELY if number - 1 in blind]
    for index in [*first, *(i for i in blind if i not in first)][:_MOST_SCANNED]:
        page = document[index]
        try:
            words = scanned(page, _COARSE)
        finally:
            page.close()
        if marks(" ".join(word.text for word in words)) >= _WANTED and areas(words):
            yield index, words


def marks(text: str) -> int:
    """How much speaks for a page being the signature page."""
    score = sum(worth for worth, mark in _MARKS if mark.search(text))
    return score - 2 if CONTACTS.search(text) and score <= _WANTED else score


def _usable(text: str) -> bool:
    return word_share(text) >= MINIMUM_SHARE


def _text(document: Any, index: int) -> str:
    page = document[index]
    try:
        return layer_text(page)
    finally:
        page.close()
