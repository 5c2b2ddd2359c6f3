"""Which items of the consent agenda were taken out of it.

Owns those wordings ("Item 3.4 was removed from the consent agenda", "Ms. Odell pulled C-3").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from nlp.motions.covered import expand, same_number
from nlp.outline import Entry

_NUMBER = r"(?:[A-Z]{1,2}-?)?\d{1,3}(?:\.\d{1,3})*\.?[A-Za-z]?(?![\w-])|(?-i:[A-Z])(?![\w'])"
_JOIN = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+through\s+|\s+thru\s+)"
_LIST = (
    rf"(?:agenda\s+)?(?:consent\s+)?(?:items?|numbers?|letters?)?\s*(?:nos?\.?\s*|#\s*|letter\s+)?"
    rf"(?P<list>(?:{_NUMBER})(?:{_JOIN}(?:items?\s+)?(?:{_NUMBER})){{0,12}})"
)
_OUT = r"(?:removed|pulled|withdrawn|taken|moved|separated)"
_AFTER = re.compile(
    rf"\b(?=items?\b|number|letter|[A-Z]{{1,2}}-?\d|\d)(?:{_LIST})(?:,\s*which"
    rf"|\s*\([^()\n]{{0,60}}\)|\s+[a-z]+){{0,4}}?\s+(?:was|were"
    rf"|be|been|being)\s+"
    rf"{_OUT}\b",
    re.I,
)
_BEFORE = re.compile(
    rf"\b(?:remov(?:ed?|ing|al\s+of)|pull(?:ed|ing)?|withdr(?:aw|ew)|take"
    rf"|separate[sd]?)\s+(?=items?\b|[A-Z]?-?\d)"
    rf"(?:{_LIST})",
    re.I,
)
_THIS = re.compile(
    rf"\b(?:this|the|that)\s+(?:item|matter|resolution)\s+(?:was"
    rf"|has\s+been)\s+{_OUT}\b[^.\n]{{0,30}}\bconsent\b"
    r"|\bremoved?\s+(?:this|that|the)\s+item\s+from\s+(?:the\s+)?consent\b",
    re.I,
)
_CONSENT = re.compile(r"\bconsent|\bomnibus|\broutine|\bseparate(?:ly)?\b", re.I)
_REACH = 260
_MOST = 200


def marked(text: str, entries: Sequence[Entry]) -> list[Entry]:
    """The entries, those said to be taken out of the consent agenda marked as pulled."""
    numbers = _numbers(text)
    return [replace(e, pulled=True) if _taken_out(text, e, numbers) else e for e in entries]


def _numbers(text: str) -> list[str]:
    found: list[str] = []
    for pattern in (_AFTER, _BEFORE):
        for match in islice(pattern.finditer(text), _MOST):
            near = text[max(0, match.start() - _REACH) : match.end() + _REACH]
            if _CONSENT.search(near):
                found += expand(match["list"])
    return list(dict.fromkeys(found))


def _taken_out(text: str, entry: Entry, numbers: Sequence[str]) -> bool:
    if not entry.consent:
        return False
    named = entry.number is not None and any(_names(one, entry) for one in numbers)
    return named or _THIS.search(text, entry.start, min(entry.end, entry.start + 3000)) is not None


def _names(wanted: str, entry: Entry) -> bool:
    """ "5c" names item c of item 5."""
    number = entry.number or ""
    return same_number(wanted, number) or (
        entry.parent is not None and same_number(wanted, entry.parent + number)
    )
