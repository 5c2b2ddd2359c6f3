"""Markdown to pages: pages at the marks that converters leave ("<!-- Page 3 -->").

Owns the signs by which Markdown is told from plain text, and the marks. The markup stays in the
stored text as printed, and is folded away where it is matched.
"""

from __future__ import annotations

import re
from itertools import pairwise

from nlp.pages.page import Page, text_page
from nlp.pages.text import decode
from nlp.pages.text import pages as text_pages

_MARK = re.compile(
    r"<!--[ \t]*(?:(?:page|p\.)[ \t]*[:#]?[ \t]*(?P<number>\d{1,5})(?:[ \t]*(?:of|/)[ \t]*\d{1,5})?"
    r"|page[ \t_-]?break|new[ \t_-]?page)[ \t]*-->",
    re.I,
)
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(?:[\w-]+[ \t]*:.*\n|[ \t#-].*\n|\n){1,60}?---")
_SIGNS = (
    re.compile(r"^#{1,6} \S", re.M),
    re.compile(r"(?<!\*)\*\*[^\s*][^*\n]{0,200}\*\*(?!\*)"),
    re.compile(r"^\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*$", re.M),
    re.compile(r"!?\[[^\]\n]{1,200}\]\([^)\s]{1,400}\)"),
)
_SAMPLE = 20_000


def is_markdown(text: str) -> bool:
    """Front matter or a page mark, or two of: headings, bold words, table rules, links."""
    sample = text[:_SAMPLE].replace("\r\n", "\n")
    if _FRONT_MATTER.match(sample) or _MARK.search(sample):
        return True
    found = [len(sign.findall(sample)) for sign in _SIGNS]
    return sum(map(bool, found)) >= 2 or max(found[0], found[1]) >= 3


def pages(data: bytes) -> list[Page]:
    """One page for each mark; a file without marks is paged as plain text is."""
    text = decode(data)
    marks = list(_MARK.finditer(text))
    if not marks:
        return [text_page(p.number, "markdown", p.text) for p in text_pages(data)]
    parts = _parts(text, marks)
    numbers = [number for number, _ in parts]
    rising = numbers[0] > 0 and all(a < b for a, b in pairwise(numbers))
    return [
        text_page(number if rising else index, "markdown", part.replace("\f", "\n"))
        for index, (number, part) in enumerate(parts, 1)
    ]


def _parts(text: str, marks: list[re.Match[str]]) -> list[tuple[int, str]]:
    """Numbers and texts. A mark stands above its page, or below it where page 1 comes first."""
    ends = [*(mark.start() for mark in marks), len(text)]
    starts = [0, *(mark.end() for mark in marks)]
    pieces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    numbers = [int(mark["number"] or 0) for mark in marks]
    lead = pieces[0]
    if not _FRONT_MATTER.sub("", lead.replace("\r\n", "\n")).strip():
        return list(zip(numbers, [lead + pieces[1], *pieces[2:]], strict=True))
    if numbers[0] == 1:
        last = [(numbers[-1] + 1, pieces[-1])] if pieces[-1].strip() else []
        return [*zip(numbers, pieces[:-1], strict=True), *last]
    return list(zip([numbers[0] - 1, *numbers], pieces, strict=True))
