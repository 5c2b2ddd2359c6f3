"""Which body's meeting a document is about, as its top prints it.

Owns the cut of a heading down to the body's name; matches it to no registry.
"""

from __future__ import annotations

import re

from nlp.meta.head import head
from nlp.meta.told import Told

_BODY_WORD = re.compile(
    r"\b(?:council|board|commission(?:ers)?|supervisors|trustees|committee|authority"
    r"|selectmen|aldermen|select\s*board|directors|freeholders|assembly|legislature"
    r"|court|jury|select\s*men|town\s+meeting)\b",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:borough|township|city|town|county|village|municipality|district)\b", re.I
)
# A body's name without its place: the place stands on the line beside it.
_GENERAL = re.compile(
    r"(?:(?:borough|city|town|township|village|county|municipal)\s+)?(?:council|board"
    r"|commission(?:ers)?"
    r"|board\s+of\s+(?:county\s+|township\s+|school\s+)?\w+|supervisors|trustees|select\s*board|directors|committee)",
    re.I,
)
_PLACE_NAME = re.compile(
    r"\b(?:borough|township|city|town|county|village|charter\s+township)\s+of\s+"
    r"[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,2}"
    r"|^(?:[A-Z][\w'-]+\s+){1,4}(?:county|parish|borough|township|school\s+district)\b",
    re.I,
)
# "At a regular meeting of the Board of Supervisors of Exampleton County, held in ..."
_MEETING_OF = re.compile(
    r"\b(?:meeting|session|minutes|proceedings)\s+of\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w'.&-]*(?:\s+(?:of|and|the|for|&|[A-Z][\w'.&-]*)){0,11})"
)
_ROLL = re.compile(
    r"\W*(?:roll\b|attend|present\b|members?\b|also\b|those\b|to\s*:|from\s*:|call\b|\d+[.)]"
    r"|[ivx]+[.)])",
    re.I,
)
_SENTENCE = re.compile(
    r"\b(?:was|were|is|will|met|held|conducted|convened|by|at|on|to\s+order|there|having)\b", re.I
)
_TAIL = re.compile(
    r"[\s,-]+(?:(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b.*)$",
    re.I,
)
_LINKS = frozenset(("of", "the", "and", "for", "&", "in", "de", "la"))
_PARTS = re.compile(r"\s[-|]{1,2}\s|,\s*(?=\w+\s+\d)|\(|:")
_COLUMNS = re.compile(r"\t| \| | {3,}")
_LINES, _SENTENCES = 14, 1500
_TWO = "title, two lines"
_EDGES = re.compile(
    r"^(?:\s|[!\[\]#]|an?\b|the\b|of\b|for\b|[-,~*])+|(?:\s|\bof\b|\bthe\b|[-,~*])+$", re.I
)
_BODY_CUT = re.compile(
    r"\b(?:regular|special|annual|reorgani[sz]ation(?:al)?|organi[sz]ational|public"
    r"|work\s*shop|work|emergency|joint|combined|monthly|stated|called|adjourned|draft"
    r"|unapproved|approved|official|agenda|minutes|meetings?|session|notice|cancell?ation"
    r"|of\s+the\s+meeting|packet|transcript|proceedings|hearing|of\s+(?=$))\b",
    re.I,
)


def body_of(text: str) -> Told | None:
    """The body whose meeting this is, as the top of the document prints it."""
    # The headings of a table name one board beside the other, and no body.
    lines = [ln for ln in head(text)[:_LINES] if not _boards(text[ln.start : ln.end])]
    for index, line in enumerate(lines):
        name = _name(line.text)
        if name is None:
            continue
        before, after = lines[max(0, index - 1)], lines[min(index + 1, len(lines) - 1)]
        if not _GENERAL.fullmatch(name):
            return Told(name, line.start, line.end, "title")
        if before is not line and _PLACE.search(before.text) and _is_name(_cut(before.text)):
            return Told(f"{_cut(before.text)} {name}", before.start, line.end, _TWO)
        if after is not line and _PLACE.match(after.text) and _is_name(_cut(after.text)):
            return Told(f"{_cut(after.text)} {name}", line.start, after.end, _TWO)
        place = next((m for ln in lines[:index] if (m := _PLACE_NAME.search(ln.text))), None)
        return Told(f"{place.group()} {name}" if place else name, line.start, line.end, "title")
    return _in_sentence(text)


def _boards(printed: str) -> bool:
    return sum(bool(_BODY_WORD.search(cell)) for cell in _COLUMNS.split(printed)) > 1


def _in_sentence(text: str) -> Told | None:
    for match in _MEETING_OF.finditer(text[:_SENTENCES]):
        name = _name(" ".join(match["name"].split()))
        if name is not None:
            return Told(name, match.start("name"), match.end("name"), "first sentence")
    return None


def _name(line: str) -> str | None:
    """The name of a body in one line of the head, or None."""
    if not _BODY_WORD.search(line) or line.endswith((",", ";")) or _ROLL.match(line):
        return None
    cut = _cut(line)
    fits = _BODY_WORD.search(cut) and len(cut.split()) <= 12 and _is_name(cut)
    return cut if fits else None


def _cut(line: str) -> str:
    """A line without the words that tell of the meeting."""
    parts = [part for part in _PARTS.split(line) if part.strip()]
    cut = parts[0] if parts else ""
    # "Borough of Exampleton - Council Minutes"
    if len(parts) > 1 and not _BODY_WORD.search(cut) and _BODY_WORD.search(parts[1]):
        cut = f"{cut} {parts[1]}"
    cut = _SENTENCE.split(_BODY_CUT.sub(" ", cut))[0]
    cut = re.sub(r"\b\d[\d/.: ]*(?:[ap]\.?m\.?)?", " ", cut, flags=re.I)
    return _trimmed(_TAIL.sub("", _trimmed(cut)))


def _is_name(cut: str) -> bool:
    """Whether every word of weight opens with a capital: a sentence about a council is none."""
    words = [word for word in cut.split() if word.lower() not in _LINKS]
    return bool(words) and all(not word[:1].islower() for word in words)


def _trimmed(text: str) -> str:
    return _EDGES.sub("", " ".join(text.split()))
