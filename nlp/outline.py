"""Headings of a document and the items between them, from its lines.

Owns the shapes of headings (numbered, named, capitals, ending in a colon or a code in brackets).
Pure: folded text in, places out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.sections import section_of

_LINE = re.compile(r"[^\n\f]+")
_NUMBERED = re.compile(
    r"[ ]{0,40}(?:(?:ITEM|Item|AGENDA ITEM|Agenda Item)\s+(?:NO\.?\s*|No\.?\s*|#)?)?"
    r"(?P<number>\(?\d{1,3}(?:\.\d{1,3}){0,3}[a-zA-Z]?|[A-Z]-?\d{1,2}(?:\.\d{1,2})?"
    r"|[IVXLC]{1,6}|[A-Z]|[a-z])(?P<mark>[.):]+|\s-|,)\s*(?P<title>\S.*)"
)
# "4.A  Towing rates", "C-1 Warrant list": a number of two parts needs no mark behind it.
_PARTED = re.compile(
    r"[ ]{0,40}(?P<number>\d{1,2}\.(?:\d{1,2}(?:\.\d{1,2})?[a-z]?|[A-Z])|[A-Z]-\d{1,2})[.)]?"
    r"(?P<mark>\s)\s*(?P<title>[A-Z]\S*[ ].*|[A-Z][a-z]{3,}.*)"
)
_ITEMED = re.compile(
    r"[ ]{0,40}(?:AGENDA |Agenda )?(?:ITEM|Item)\s+(?:(?:NO|No)\.?\s*|#)?"
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,3}[a-zA-Z]?|[A-Z]-?\d{0,2})"
    r"(?P<mark>[.):]|\s-|(?=\s))\s*(?P<title>[A-Z]\S.*)"
)
_CODED = re.compile(
    r"(?P<title>[A-Z].{3,120}?)\s*\((?P<number>[A-Z]-?\d{0,2}(?:[/,]\s?[A-Z]-?\d{1,2})?)\)\s*$"
)
_SENTENCE = re.compile(
    r"\b(?:motion\s+(?:to|by|was|made|carried|passed|failed)|moved|seconded|made\s+a"
    r"|voted|stated|reported|said|asked|carried|ayes?|nays?|noes|yeas|passed)\b"
    r"|^\s*(?:motion|second|vote|roll call vote|yes|no|aye|nay|absent|present|abstain\w*"
    r"|mover|moved|seconder|all in favor)\b\s*[:-]?",
    re.I,
)
# "August 4, 2026 Council Minutes Page 3": a running foot opens nothing.
_FOOT = re.compile(
    r"\b(?:minutes|agenda)\b\W{1,3}p\w{0,5}\W{0,2}\w?/?\d{1,3}\W{0,2}$"
    r"|\b\d{4}\b.{0,40}\bminutes\b\W{1,3}[\w/]{1,7}(?:\W{1,2}\w{1,3})?$",
    re.I,
)
_LONGEST_HEADING = 90
_LONGEST_TITLE = 500
_TITLE_LINES = 6


@dataclass(frozen=True)
class Heading:
    """One heading: where its line starts, its number and title, the section it opens."""

    start: int
    body: int
    number: str | None
    style: str
    title: str
    section: str | None


@dataclass(frozen=True)
class Entry:
    """One item: from its heading to the next. section: the part of the meeting it stands in.

    kind, paper, parent, consent, pulled: as in nlp.values.Item; style: the shape of its number.
    """

    start: int
    end: int
    body: int
    number: str | None
    title: str
    section: str | None
    opens: bool
    style: str = ""
    kind: str = "item"
    paper: str | None = None
    parent: str | None = None
    consent: bool = False
    pulled: bool = False


def entries(text: str) -> list[Entry]:
    """All items of a text, in order; words before the first heading belong to none."""
    found = list(_headings(text))
    out: list[Entry] = []
    state = _State()
    for index, heading in enumerate(found):
        end = found[index + 1].start if index + 1 < len(found) else len(text)
        section = state.take(heading)
        out.append(Entry(heading.start, end, heading.body, heading.number, heading.title, section,
                         heading.section is not None, heading.style))  # fmt: skip
    return out


class _State:
    """The section we are in while headings pass by."""

    def __init__(self) -> None:
        self.section: str | None = None
        self.style = ""
        self.last: dict[str, int] = {}

    def take(self, heading: Heading) -> str | None:
        """The section of this heading; closes the open one where the heading stands beside it."""
        if heading.section is not None:
            self.section, self.style = heading.section, heading.style
        elif self.section is not None and self._closes(heading):
            self.section = None
        if heading.number and heading.number.isdigit():
            self.last[heading.style] = int(heading.number)
        return self.section

    def _closes(self, heading: Heading) -> bool:
        if heading.style == self.style or heading.style == "capitals":
            return True
        if heading.number is None or not heading.number.isdigit():
            return False
        before = self.last.get(heading.style, 0)
        return (
            before >= 1 and int(heading.number) == before + 1 and self.section == "public_comment"
        )


def _headings(text: str) -> Iterator[Heading]:
    lines = [(m.start(), m.group()) for m in _LINE.finditer(text) if m.group().strip()]
    shouting = _shouts(lines)
    skip = 0
    for index, (start, line) in enumerate(lines):
        if index < skip:
            continue
        made = _heading(line, shouting)
        if made is None or (made[1] == "capitals" and _is_cut(text, start)):
            continue
        number, style, title = made
        title, skip = _whole_title(text, lines, index, title, shouting, numbered=number is not None)
        last_start, last_line = lines[skip - 1]
        yield Heading(start, last_start + len(last_line), number, style, title, section_of(line))


def _shouts(lines: list[tuple[int, str]]) -> bool:
    """Whether the document is all capitals, so that capitals make no heading."""
    letters = [line for _, line in lines if len(line.strip()) > 20]
    return sum(1 for line in letters if line.isupper()) * 2 > len(letters)


def _is_cut(text: str, start: int) -> bool:
    """A line of capitals right behind a line that ends in a comma belongs to it."""
    return text[max(0, start - 3) : start].rstrip().endswith(",")


def _heading(line: str, shouting: bool) -> tuple[str | None, str, str] | None:
    """Number, style and title of a line that is a heading."""
    stripped = line.strip()
    if _FOOT.search(stripped):
        return None
    numbered = next(
        (m for shape in (_PARTED, _ITEMED, _NUMBERED) if (m := shape.match(line[:400]))), None
    )
    if numbered and _numbered_ok(numbered):
        number = numbered["number"].strip("(")
        return number, _style(number), numbered["title"].strip()
    if len(stripped) > _LONGEST_HEADING:
        return (None, "named", stripped) if _named(stripped[:60]) else None
    coded = _CODED.fullmatch(stripped)
    if coded and not _SENTENCE.search(stripped):
        return coded["number"], "coded", coded["title"]
    if _named(stripped):
        return None, "named", stripped
    if not shouting and _capitals(stripped):
        return None, "capitals", stripped
    return None


def _numbered_ok(match: re.Match[str]) -> bool:
    number, title = match["number"].strip("("), match["title"]
    # "213) 367-1356" is a telephone number.
    if re.match(r"\d{3}-\d{4}", title):
        return False
    if not re.search(r"[A-Za-z]{2}", title) or title[:1].islower():
        return False
    if number.isalpha() and (_SENTENCE.search(title) or len(title) > 160):
        return False
    # "May 5, Trustee ..." and "10.5 percent": a comma or a colon without a space numbers nothing.
    if match["mark"] == "," or (
        match["mark"] == ":" and number.isdigit() and match.re is not _ITEMED
    ):
        return False
    if match["mark"] == "." and match.string[match.end("mark")].isdigit():
        return False
    return not re.match(r"(?:st|nd|rd|th|am|pm|a\.m|p\.m)\b", title, re.I)


def _style(number: str) -> str:
    if re.fullmatch(r"\d+", number):
        return "decimal"
    if re.fullmatch(r"\d+(\.\d+)+[a-zA-Z]?|\d+\.?[a-zA-Z]", number):
        return "dotted"
    if re.fullmatch(r"[IVX]+", number) and number not in ("C", "L"):
        return "roman"
    return (
        "letter"
        if len(number) == 1 and number.isupper()
        else "small"
        if number.islower()
        else "lettered"
    )


def _named(stripped: str) -> bool:
    """A line that is the name of a known section, or opens with one before a colon or dash."""
    if not stripped[:1].isupper() or section_of(stripped) is None:
        return False
    head = re.split(r"\s*[:–-]\s|:$", stripped, maxsplit=1)[0]
    if section_of(head) is None or len(head) > 70:
        return False
    words = head.split()
    if head != stripped:
        return len(words) <= 7 and not _SENTENCE.search(head)
    return (
        len(words) <= 8
        and not stripped.endswith((".", ",", ";"))
        and not _SENTENCE.search(stripped)
    )


def _capitals(stripped: str) -> bool:
    letters = [c for c in stripped if c.isalpha()]
    if len(letters) < 6 or not stripped.isupper() or _SENTENCE.search(stripped):
        return False
    return len(stripped.split()) >= 2 or len(letters) >= 9


def _whole_title(
    text: str,
    lines: list[tuple[int, str]],
    index: int,
    title: str,
    shouting: bool,
    *,
    numbered: bool,
) -> tuple[str, int]:
    """A title with the lines it wraps onto, and the index of the first line behind it."""
    at = index + 1
    while at < len(lines) and at - index < _TITLE_LINES and len(title) < _LONGEST_TITLE:
        start, line = lines[at]
        if "\n\n" in text[lines[at - 1][0] + len(lines[at - 1][1]) : start].replace(" ", ""):
            break
        if not _continues(lines[at - 1][1], line, title, shouting, numbered=numbered):
            break
        title = f"{title} {line.strip()}"
        at += 1
    return " ".join(title.split())[:_LONGEST_TITLE], at


def _continues(previous: str, line: str, title: str, shouting: bool, *, numbered: bool) -> bool:
    if (
        _heading(line, shouting=True) is not None
        or _SENTENCE.search(line)
        or title.endswith((".", ":", ";"))
    ):
        return False
    stripped = line.strip()
    if title.isupper():
        return stripped.isupper() and not stripped.startswith(("-", "("))
    return numbered and (stripped[:1].islower() or len(previous.strip()) >= 60)
