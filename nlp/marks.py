"""What the reading copy of one page leaves out or joins, each found by its shape alone.

Owns invisible characters, ligatures, mark-up and line numbers; hyphens at line ends are
nlp.hyphens', what repeats from page to page nlp.running's. All places are those of folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.offsets import Span, Swap

_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
_LIGATURE = re.compile("[\ufb00-\ufb06]")
# A soft hyphen at a line end takes the line end with it.
_INVISIBLE = re.compile(
    "\u00ad[ ]*\n[ ]*|[\x00\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+"
)
_FRONT_MATTER = re.compile(r"\A---\n(?:.*\n){0,60}?---[ ]*(?:\n|\Z)")
_MARK_UP = re.compile(
    r"<!--[^>]{0,200}-->|^[ ]{0,3}#{1,6}(?=[ ])|^[ ]{0,3}>(?=[ ])|\*+|`+|~~+|(?<!\w)__(?=\w)"
    r"|(?<=[\w.,:;])__(?!\w)|</?(?:b|i|u|em|strong|sup|sub)>",
    re.M,
)
_RULES = re.compile(r"^[ ]*(?::?-{3,}:?[ ]+){1,40}:?-{3,}:?[ ]*$", re.M)
_ESCAPE = re.compile(r"\\(?=[-.#*_()\[\]+!&$|<>])")
_NUMBERED = re.compile(r"^[ ]*(\d{1,3})(?:(?=\n|\Z)|[ ]+(?=\S))", re.M)
_LINE = re.compile(r"^[^\n]*\S[^\n]*", re.M)
_LEAST_NUMBERED = 12
_MOST_LINES = 60


def swaps(text: str) -> Iterator[Swap]:
    """Ligatures as the letters they stand for. What a font has lost is not guessed."""
    for match in _LIGATURE.finditer(text):
        yield Swap(match.start(), match.end(), _LIGATURES[match.group()])


def unprinted(text: str) -> list[Span]:
    """Characters that print nothing, and marks that Markdown does not print."""
    return [
        match.span()
        for pattern in (_INVISIBLE, _FRONT_MATTER, _MARK_UP, _RULES, _ESCAPE)
        for match in pattern.finditer(text)
    ]


def line_numbers(text: str) -> list[Span]:
    """The numbers down the left margin of a page in court style.

    Only where consecutive numbers stand before most lines and these are lines of running text: a
    quarter of them goes on in lower case, which the items of a list do not.
    """
    lines = sum(1 for _ in _LINE.finditer(text))
    found = list(_NUMBERED.finditer(text))
    if len(found) < _LEAST_NUMBERED or lines > 3 * _MOST_LINES:
        return []
    chain = _consecutive(found)
    alone = sum(1 for match in chain if text[match.end() : match.end() + 1] in ("\n", ""))
    running = sum(1 for match in chain if text[match.end() : match.end() + 1].islower())
    beside = len(chain) - alone
    if len(chain) < _LEAST_NUMBERED or len(chain) * 10 < (lines - alone // 2) * 6:
        return []
    if beside >= alone and running * 4 < beside:
        return []
    return [_number_span(text, match) for match in chain]


def _consecutive(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """The longest stretch in which each number is one more than the last; others may stand between.

    It opens with 1 or where the page before left off.
    """
    best: list[re.Match[str]] = []
    for first in range(min(3, len(found))):
        chain = [found[first]]
        for match in found[first + 1 :]:
            if int(match[1]) == int(chain[-1][1]) + 1:
                chain.append(match)
        best = max(best, chain, key=len)
    return best


def _number_span(text: str, match: re.Match[str]) -> Span:
    """A number with its blanks; with its line end where it stands alone."""
    end = match.end()
    return match.start(), end + 1 if text[end : end + 1] == "\n" else end


def blanked(text: str, spans: list[Span]) -> str:
    """The text with these places turned to blanks, line ends kept."""
    parts, at = [], 0
    for start, end in sorted(spans):
        start = max(start, at)
        if start < end:
            parts += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
            at = end
    return "".join([*parts, text[at:]])
