"""Which items a motion covers: the numbers it names, ranges filled in, pulled ones left out.

Owns the wordings of such lists ("items H-1 through H-6", "everything except H-7 and H-8").
"""

from __future__ import annotations

import re

_NUMBER = (
    r"(?<!\w)(?:[A-Z]{1,2}-?)?\d{1,3}(?:\.\d{1,3})*\.?[A-Za-z]?(?![\w-])"
    r"|(?<!\w)(?-i:[A-Z])(?![\w']|-\d)"
)
_JOIN = (
    r"\s*(?:,\s*and\s+|,\s*|\s+and\s+|\s*&\s*|\s+through\s+|\s+thru\s+|\s+to\s+|\s*-\s*|\s*/\s*)"
)
_LIST = re.compile(
    r"\bitems?\s+(?:nos?\.?\s*|numbers?\s+|#\s*"
    rf"|letters?\s+)?(?P<list>(?:{_NUMBER})(?:{_JOIN}(?:items?\s+)?(?:{_NUMBER}))*)",
    re.I,
)
_RANGE = re.compile(
    rf"(?P<a>{_NUMBER})\s*(?:through|thru|to|-)\s*(?:items?\s+)?(?P<b>{_NUMBER})", re.I
)
_ONE = re.compile(_NUMBER)
_PULLED = re.compile(
    r"\b(?:except(?:ing|ion)?|excluding|exclusive of|minus|without|less|other than"
    r"|not including|but not)\b[^.;]{0,40}$|\b(?:with|pull\w*|remov\w*)\s+$",
    re.I,
)
_PULLED_AFTER = re.compile(
    r"^\s*(?:(?:was|were|being|be)\s+)?(?:removed|pulled|excluded|deleted|tabled|held)\b", re.I
)
_MOST = 60


def items_named(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Numbers a motion's words name as covered, and those named as left out."""
    covered: list[str] = []
    out: list[str] = []
    for match in _LIST.finditer(text):
        pulled = _PULLED.search(
            text[max(0, match.start() - 60) : match.start()]
        ) or _PULLED_AFTER.match(text[match.end() : match.end() + 30])
        into = out if pulled else covered
        into.extend(n for n in expand(match["list"]) if n not in into)
    return tuple(n for n in covered if n not in out), tuple(out)


def expand(listed: str) -> list[str]:
    """The numbers of a printed list; "H-1 through H-4" gives four."""
    numbers: list[str] = []
    at = 0
    for match in _RANGE.finditer(listed):
        numbers += [_plain(n.group()) for n in _ONE.finditer(listed, at, match.start())]
        numbers += _between(_plain(match["a"]), _plain(match["b"]))
        at = match.end()
    numbers += [_plain(n.group()) for n in _ONE.finditer(listed, at)]
    return list(dict.fromkeys(numbers))


def _plain(number: str) -> str:
    return number.rstrip(".")


def _between(first: str, last: str) -> list[str]:
    a, b = re.fullmatch(r"(.*?)(\d+)", first), re.fullmatch(r"(.*?)(\d+)", last)
    if a and b and (a[1] == b[1] or not b[1]) and 0 <= int(b[2]) - int(a[2]) <= _MOST:
        return [f"{a[1]}{n}" for n in range(int(a[2]), int(b[2]) + 1)]
    if len(first) == len(last) == 1 and first.isalpha() and first <= last:
        return [chr(n) for n in range(ord(first), ord(last) + 1)]
    return [first, last]


def plain_number(number: str) -> str:
    """The comparing form of a printed number: "H-1" and "H1", "5." and "5" name one item."""
    return re.sub(r"[-.\s]", "", number).lower()


def same_number(a: str, b: str) -> bool:
    """Whether two printed numbers name one item."""
    return plain_number(a) == plain_number(b)
