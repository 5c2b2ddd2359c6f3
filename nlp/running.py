"""Lines that run from page to page: headers, footers, page numbers, stamps.

Owns which lines of a document those are. Minutes repeat themselves, so repetition alone is no
proof: a line must stand at the same distance from the same edge and hold no word of a motion.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from nlp.offsets import Span

_EDGE_LINES = 3
_LONGEST_EDGE = 120
_LEAST_PAGES = 3
_LEAST_WORDS = 3
_NEAR = 2
_LINE = re.compile(r"^[^\n]*\S[^\n]*", re.M)
_MOTION = re.compile(
    r"\b(?:motion|moved?|second(?:ed)?|vot(?:e|ed|ing)|ayes?|nays?|noes|yeas?|abstain\w*|carried"
    r"|passed|failed|roll call)\b",
    re.I,
)
_DECIDED = re.compile(
    r"\b(?:approved|adopted|granted|denied|deferred|tabled|continued|withdrawn"
    r"|violation|yes|none)\b",
    re.I,
)
_ABSENT = re.compile(r"\b(?:present|absent)\b", re.I)
_TITLE = re.compile(r"\b(?:minutes|draft|page|agenda)\b", re.I)
_OF_PAGES = re.compile(
    r"[\s\W_]*(?:p\s?a\s?g\s?e|pg\.?)\s*[|:#.-]?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\s\W_]*"
    r"|[\s\W_]*\d{1,4}\s*[|-]?\s*p\s?a\s?g\s?e[\s\W_]*|[\s\W_]*[I\d]\d{0,3}\s+of\s+\d{1,4}[\s\W_]*",
    re.I,
)
_NUMBER = re.compile(r"[\s\W_]*(\d{1,4})[\s\W_]*")
_STAMP = re.compile(
    r"[\s\W_]*(?:D\s?R\s?A\s?F\s?T(?:\s+(?:COPY|MINUTES|ONLY))?|(?:UNOFFICIAL|UNAPPROVED)(?:\s+(?:COPY"
    r"|MINUTES))?|CONFIDENTIAL|C\s?O\s?P\s?Y)[\s\W_]*"
)
_UPRIGHT = re.compile(r"^[ ]*D[ ]*\n\s*R[ ]*\n\s*A[ ]*\n\s*F[ ]*\n\s*T[ ]*$", re.M)

_Key = tuple[str, int, str]


def running(pages: Sequence[str]) -> list[list[Span]]:
    """For each page the spans of its running lines, each with its line end.

    What heads the first page and ends the last parts nothing and stays: it holds title and date.
    So does the first stamp, which says what the document is.
    """
    gone = [_page_marks(text) for text in pages]
    for number, spans in enumerate(_counted(pages)):
        gone[number] += spans
    for number, spans in enumerate(_stamps(pages)):
        gone[number] += spans
    edges = [_edge_lines(text, spans) for text, spans in zip(pages, gone, strict=True)]
    for key, numbers in _where(edges).items():
        for number in _repeated(key, numbers, len(pages)):
            span = edges[number][key]
            first, last = number == 0, number == len(pages) - 1
            if not (first and _nearer("top", span, edges[0])) and not (
                last and _nearer("foot", span, edges[-1])
            ):
                gone[number].append(span)
    return [[_with_end(text, span) for span in s] for text, s in zip(pages, gone, strict=True)]


def _nearer(edge: str, span: Span, edges: dict[_Key, Span]) -> bool:
    """Whether a line of a page stands nearer to this edge than to the other."""
    far = {key[0]: key[1] for key, found in edges.items() if found == span}
    other = "foot" if edge == "top" else "top"
    return far.get(edge, _EDGE_LINES) <= far.get(other, _EDGE_LINES)


def _page_marks(text: str) -> list[Span]:
    """Lines such as "Page 3 of 11", wherever they stand."""
    return [
        m.span()
        for m in _LINE.finditer(text)
        if m.end() - m.start() < 60 and _OF_PAGES.fullmatch(m.group())
    ]


def _counted(pages: Sequence[str]) -> list[list[Span]]:
    """Numbers alone on the outermost line that count the pages."""
    found: list[dict[str, tuple[int, Span]]] = []
    for text in pages:
        lines = _edges(text, [])
        outer = {edge: span for (edge, distance), span in lines.items() if distance == 0}
        matches = {edge: (_NUMBER.fullmatch(text, *span), span) for edge, span in outer.items()}
        found.append({edge: (int(m[1]), span) for edge, (m, span) in matches.items() if m})
    out: list[list[Span]] = [[] for _ in pages]
    for number, here in enumerate(found):
        for edge, (value, span) in here.items():
            near = [found[n].get(edge) for n in (number - 1, number + 1) if 0 <= n < len(found)]
            if any(other and abs(other[0] - value) == 1 for other in near) or (
                value == number + 1 and len(pages) > 1
            ):
                out[number].append(span)
    return out


def _stamps(pages: Sequence[str]) -> list[list[Span]]:
    """DRAFT and its like alone on a line or upright, but for the first of the document."""
    out: list[list[Span]] = [[] for _ in pages]
    kept = False
    for number, text in enumerate(pages):
        found = [
            m.span()
            for m in _LINE.finditer(text)
            if len(m.group()) < 60 and _STAMP.fullmatch(m.group())
        ]
        found += [m.span() for m in _UPRIGHT.finditer(text)]
        for span in sorted(found):
            if kept:
                out[number].append(span)
            kept = True
    return out


def _where(edges: Sequence[dict[_Key, Span]]) -> dict[_Key, list[int]]:
    where: dict[_Key, list[int]] = defaultdict(list)
    for number, found in enumerate(edges):
        for key in found:
            where[key].append(number)
    return where


def _repeated(key: _Key, numbers: list[int], pages: int) -> Iterator[int]:
    """The pages on which a line of this shape is a running one.

    Either half of all pages hold it, or it runs through a stretch of them, as in a part of a
    packet, and is more than a word. Two pages alone must have it outermost.
    """
    _, distance, shape = key
    long = len(shape.split()) >= _LEAST_WORDS
    half = len(numbers) >= max(_LEAST_PAGES, (pages + 1) // 2)
    pair = pages == 2 and len(numbers) == 2 and distance == 0
    for stretch in _stretches(numbers):
        if half or pair or (long and len(stretch) >= _LEAST_PAGES):
            yield from stretch


def _stretches(numbers: list[int]) -> list[list[int]]:
    out: list[list[int]] = []
    for number in numbers:
        if out and number - out[-1][-1] <= _NEAR:
            out[-1].append(number)
        else:
            out.append([number])
    return out


def _edges(text: str, gone: Sequence[Span]) -> dict[tuple[str, int], Span]:
    """The outermost lines by edge and distance, those already gone not counted."""
    starts = {start for start, _ in gone}
    lines = [m.span() for m in _LINE.finditer(text) if m.start() not in starts]
    out: dict[tuple[str, int], Span] = {}
    for edge, chosen in (("top", lines[:_EDGE_LINES]), ("foot", lines[::-1][:_EDGE_LINES])):
        for distance, span in enumerate(chosen):
            out[edge, distance] = span
    return out


def _edge_lines(text: str, gone: Sequence[Span]) -> dict[_Key, Span]:
    out: dict[_Key, Span] = {}
    for (edge, distance), (start, end) in _edges(text, gone).items():
        shape = re.sub(r"\d+", "0", " ".join(text[start:end][: _LONGEST_EDGE + 1].split()))
        if len(shape) <= _LONGEST_EDGE and not _speaks(shape):
            out[edge, distance, shape] = (start, end)
    return out


def _speaks(shape: str) -> bool:
    """Whether a line may be part of a motion or a vote."""
    decided = _DECIDED.search(shape) is not None and _TITLE.search(shape) is None
    named = _MOTION.search(shape) or _ABSENT.search(shape)
    return decided or named is not None or _NUMBER.fullmatch(shape) is not None


def _with_end(text: str, span: Span) -> Span:
    """The line end goes too: a header must not cut a paragraph that runs over the page."""
    start, end = span
    return (start, end + 1) if end < len(text) else (start, end)
