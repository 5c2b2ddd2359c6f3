"""Text made comparable for matching, character for character.

Owns replacements that keep every offset: what has no meaning for a rule becomes a space. So a
place found in the folded text is the same place in the stored text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

_ONE_TO_ONE = str.maketrans(
    {
        "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\t": " ", "\u037e": ";",
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
        "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "*": " ",
        "|": " ",
    }
)  # fmt: skip
_FRONT_MATTER = re.compile(r"\A---\n(?:.*\n){0,60}?---[ ]*(?:\n|\Z)")
_COMMENT = re.compile(r"<!--[^>]{0,200}-->")
_HASHES = re.compile(r"^#{1,6}(?= )", re.M)
_EDGE_LINES = 3
_LONGEST_EDGE = 120
_GUARD = re.compile(
    r"\b(?:motion|moved?|second(?:ed)?|vot(?:e|ed|ing)|ayes?|nays?|noes|yeas?|abstain\w*|carried"
    r"|passed|failed|approved|adopted|present|absent|roll call)\b",
    re.I,
)


def fold(text: str) -> str:
    """The same text, same length, in plain characters; front matter and mark-up blanked."""
    folded = text.translate(_ONE_TO_ONE)
    folded = _FRONT_MATTER.sub(_blank, folded)
    folded = _COMMENT.sub(_blank, folded)
    return _HASHES.sub(_blank, folded)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def blank_running_lines(pages: Sequence[str]) -> list[str]:
    """Pages with running headers and footers turned to spaces.

    A line goes if it stands at the same distance from the same edge on at least three pages and
    half of them, digits apart, and holds no word of a motion or a vote: minutes repeat themselves,
    so repetition alone is no proof (measured on 321 candidate lines).
    """
    if len(pages) < 3:
        return list(pages)
    found = [_edge_lines(page) for page in pages]
    seen = Counter(key for edges in found for key in edges)
    need = max(3, (len(pages) + 1) // 2)
    running = {key for key, count in seen.items() if count >= need}
    return [
        _without(page, edges, running.__contains__)
        for page, edges in zip(pages, found, strict=True)
    ]


_Key = tuple[str, int, str]


def _edge_lines(page: str) -> dict[_Key, tuple[int, int]]:
    """The outermost non-empty lines: (edge, distance, shape) and where they stand."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", page)]
    out: dict[_Key, tuple[int, int]] = {}
    for edge, chosen in (("top", lines[:_EDGE_LINES]), ("foot", lines[::-1][:_EDGE_LINES])):
        for distance, (start, end) in enumerate(chosen):
            shape = re.sub(r"\d+", "0", " ".join(page[start:end][: _LONGEST_EDGE + 1].split()))
            if len(shape) <= _LONGEST_EDGE and not _GUARD.search(shape):
                out[edge, distance, shape] = (start, end)
    return out


def _without(page: str, edges: dict[_Key, tuple[int, int]], gone: Callable[[_Key], bool]) -> str:
    for key, (start, end) in edges.items():
        if gone(key):
            # The line end goes too: a header must not cut a paragraph that runs over the page.
            end = end + 1 if end < len(page) else end
            page = page[:start] + " " * (end - start) + page[end:]
    return page
