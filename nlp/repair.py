"""The repairs of the reading copy, in the order in which one lays bare the next.

Owns that order and the seams between pages; what is repaired, each of the modules named here knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.folding import fold
from nlp.hyphens import Words, cut, joins
from nlp.marks import blanked, line_numbers, swaps, unprinted
from nlp.offsets import Span, Swap, union
from nlp.running import running

_ENDS = re.compile(r"[.!?:;][\"')\]]*\Z")
_GOES_ON = re.compile(
    r"(?:[,-]|\b(?:by|to|the|of|and|or|a|an|for|with|that|in|on|as|from|Mr|Ms|Mrs|Dr)\.?)\Z"
)
# What is left out may join long stretches of white space, which make matching slow.
_WIDEST = 200
_GAPS = re.compile(rf"[ ]{{{_WIDEST + 1},}}|\n(?:[ ]*\n){{{_WIDEST},}}")


@dataclass(frozen=True)
class Repaired:
    """One page's text, every offset as stored, with the spans to leave out and to swap."""

    text: str
    gone: tuple[Span, ...]
    swaps: tuple[Swap, ...]


def repaired(pages: Sequence[str]) -> list[Repaired]:
    """The repairs of all pages of a document, which are to be as they are stored."""
    texts = [fold(page) for page in pages]
    gone = [unprinted(text) for text in texts]
    texts = _blanked(texts, gone)
    for number, text in enumerate(texts):
        gone[number] += line_numbers(text)
    texts = _blanked(texts, gone)
    for number, spans in enumerate(running(texts)):
        gone[number] += spans
    if any(map(cut, texts)):
        texts = _joined(texts, gone)
    for number, span in _seams(texts, gone):
        gone[number].append(span)
    for text, spans in zip(_blanked(texts, gone), gone, strict=True):
        spans += [
            (match.start() + _WIDEST // 2, match.end() - _WIDEST // 2)
            for match in _GAPS.finditer(text)
        ]
    return [
        Repaired(text, tuple(union(spans)), tuple(swaps(text)))
        for text, spans in zip(texts, gone, strict=True)
    ]


def _blanked(texts: Sequence[str], gone: Sequence[list[Span]]) -> list[str]:
    return [
        blanked(text, spans) if spans else text for text, spans in zip(texts, gone, strict=True)
    ]


def _joined(texts: Sequence[str], gone: Sequence[list[Span]]) -> list[str]:
    """Leaves out what parts the halves of words; the line then ends behind the word."""
    words = Words.of(texts)
    out = []
    for text, spans in zip(texts, gone, strict=True):
        letters = list(text)
        for span, end in joins(text, words):
            spans.append(span)
            if letters[end : end + 1] == [" "]:
                letters[end] = "\n"
        out.append("".join(letters))
    return out


def _seams(texts: Sequence[str], gone: Sequence[list[Span]]) -> Iterator[tuple[int, Span]]:
    """White space at both sides of a page break in the middle of a sentence, left out.

    A header that was there often had a blank line beside it, which would end the paragraph. The
    end of the last line stays: a vote may end with it.
    """
    kept = [_kept_ends(text, union(spans)) for text, spans in zip(texts, gone, strict=True)]
    for number in range(len(texts) - 1):
        before, after = texts[number], texts[number + 1]
        last, first = kept[number][1], kept[number + 1][0]
        tail = before[max(0, last - 12) : last]
        if not tail or first >= len(after) or _ENDS.search(tail):
            continue
        if after[first].islower() or _GOES_ON.search(tail):
            line_end = before.find("\n", last)
            yield number, (line_end + 1 if line_end >= 0 else last, len(before))
            yield number + 1, (0, first)


def _kept_ends(text: str, gone: Sequence[Span]) -> tuple[int, int]:
    """Where the first printed character that is kept stands, and where the last one ends."""
    first, last = 0, len(text)
    for start, end in gone:
        if text[first:start].strip():
            break
        first = end
    for start, end in reversed(gone):
        if text[end:last].strip():
            break
        last = start
    first += len(text[first:]) - len(text[first:].lstrip())
    return first, max(first, len(text[:last].rstrip()))
