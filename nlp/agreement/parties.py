"""How an agreement's text names the agency: in form fields and where the text introduces it.

Owns the patterns. Whether that is the agency of a list is the audit's to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from nlp.agreement.redact import redacted
from nlp.agreement.words import fields
from nlp.pages.layer import layer_text

_PAGES = 2
_FIELD = re.compile(r"name of (?:the )?lea", re.I)
_INTRODUCED = re.compile(
    r"(?:agreement|between|and)\s[^.]{0,200}?(?:immigration\s+and\s+customs\s+enforcement|\bICE\b)"
    r"[^.]{0,160}?\band\s+(?:the\s+)?(?P<who>[A-Z][^(.,;]{4,80}?)\s*[,(]",
)
_PLACEHOLDER = re.compile(r"_{3,}|law enforcement agency|\bDHS\b|\bICE\b|homeland", re.I)


def parties(document: Any) -> tuple[str, ...]:
    """The agency's names in the first pages, each once; () where none stands there."""
    found: dict[str, None] = {}
    for index in range(min(_PAGES, len(document))):
        page = document[index]
        try:
            for name in _named(document, page):
                found[redacted(" ".join(name.split()))] = None
        finally:
            page.close()
    return tuple(found)


def _named(document: Any, page: Any) -> Iterator[str]:
    for token in fields(document, page):
        if token.field.startswith("field ") and _FIELD.search(token.field):
            yield token.text
    for match in _INTRODUCED.finditer(layer_text(page)[:6000]):
        if not _PLACEHOLDER.search(match["who"]):
            yield match["who"]
