"""Which body's meeting a document is about, as its top prints it.

Owns the cut of a heading down to the body's name; matches it to no registry.
"""

from __future__ import annotations

import re

from nlp.meta.head import head_lines

_BODY_WORD = re.compile(
    r"\b(?:council|board|commission(?:ers)?|supervisors|trustees|committee|authority"
    r"|selectmen|aldermen|select\s*board|directors|freeholders|assembly|legislature"
    r"|court)\b",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:borough|township|city|town|county|village|municipality|district)\b", re.I
)
# A body's name without its place: the place stands on the line beside it.
_GENERAL = re.compile(
    r"(?:(?:borough|city|town|township|village|county|municipal)\s+)?(?:council|board"
    r"|commission(?:ers)?"
    r"|board\s+of\s+\w+|supervisors|trustees|select\s*board|directors|committee)",
    re.I,
)
_EDGES = re.compile(r"^(?:\s|the\b|of\b|for\b|[-,~*])+|(?:\s|\bof\b|\bthe\b|[-,~*])+$", re.I)
_BODY_CUT = re.compile(
    r"\b(?:regular|special|annual|reorgani[sz]ation(?:al)?|organi[sz]ational|public"
    r"|work\s*shop|work|emergency|joint|combined|monthly|stated|called|adjourned|draft"
    r"|unapproved|approved|official|agenda|minutes|meetings?|session|notice|cancell?ation"
    r"|of\s+the\s+meeting|packet|transcript|proceedings|hearing|of\s+(?=$))\b",
    re.I,
)


def body_of(text: str) -> str | None:
    """The body whose meeting this is, as the top of the document prints it."""
    lines = head_lines(text)[:14]
    for index, line in enumerate(lines):
        name = _name(line)
        if name is None:
            continue
        if _GENERAL.fullmatch(name) and index and _PLACE.search(lines[index - 1]):
            return f"{_trimmed(lines[index - 1])} {name}"
        if _GENERAL.fullmatch(name) and index + 1 < len(lines) and _PLACE.match(lines[index + 1]):
            return f"{_trimmed(lines[index + 1])} {name}"
        return name
    return None


def _name(line: str) -> str | None:
    """The name of a body in one line of the head, or None."""
    if not _BODY_WORD.search(line) or line.endswith((".", ",", ";")):
        return None
    cut = re.split(r"\s[-|]\s|,\s*(?=\w+\s+\d)|\(|:", line)[0]
    cut = re.sub(r"\b\d[\d/.: ]*(?:[ap]\.?m\.?)?", " ", _BODY_CUT.sub(" ", cut), flags=re.I)
    cut = _trimmed(cut)
    fits = _BODY_WORD.search(cut) and len(cut.split()) <= 12 and cut[:1].isupper()
    return cut if fits else None


def _trimmed(text: str) -> str:
    return _EDGES.sub("", " ".join(text.split()))
