"""Whether the text of a resolution says that it was adopted: date, fate, vote, hands, signatures.

Owns these clauses. A form that was left open ("this ___ day of ______") is told as blank: it says
nothing of an adoption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp import dates
from nlp.meta.told import Told
from nlp.votes.count import count

_DONE = r"(?:adopted|enacted|ordained|passed|approved|resolved)"
_LINE = re.compile(
    r"^\W*(?:(?:was|and|so|is|hereby|duly|unanimously|finally|this|read)\s+)*"
    rf"{_DONE}(?:\s*,?\s*(?:and\s+|&\s*)?(?:\w+ly\s+)?{_DONE}){{0,3}}\b(?!\s*[,:]?\s*that\b)",
    re.I | re.M,
)
_FOREGOING = re.compile(
    r"\b(?:foregoing|above|within|this|said|attached|the)\s+(?:resolution|ordinance)\b[^.;]{0,200}?\b"
    rf"(?:was|were|is|be|been|declared)\s+(?:\w+ly\s+)*{_DONE}\b",
    re.I,
)
_COPY = re.compile(
    r"\b(?:foregoing|above|attached|within|this)\b[^.;]{0,80}?\b(?:copy|text)\s+of\s+(?:an?|the)\s+"
    r"(?:resolution|ordinance)\b[^.;]{0,80}?\b(?:\w+ly\s+)*" + _DONE + r"\b",
    re.I,
)
_LABEL = re.compile(
    r"\b(?:date\s+(?:of\s+)?(?:adopt(?:ed|ion)|passage|enact(?:ed|ment)|approved)"
    r"|(?:adopt(?:ed|ion)|passage|enactment)\s+date)\s*[:\-]",
    re.I,
)
_BLANK = re.compile(
    r"_{2,}|\.{5,}|\bthis\s+(?:the\s+)?day\s+of\b|\bday\s+of\s*,?\s*(?:20\s?(?:\d\d)?)?\s*[.,\n]",
    re.I,
)
_STOP = re.compile(r"\n[ \t]*\n|\b(?:attest|by\s+order)\b", re.I)
_REACH, _VOTES_REACH = 320, 900
_FELL = re.compile(
    r"^\W*(?:resolution\s+|ordinance\s+|motion\s+)?(?:was\s+)?(?P<how>failed|defeated|not\s+adopted"
    r"|rejected|lost|tabled|withdrawn|postponed)\b(?!\s+to\b)"
    r"|\b(?:resolution|ordinance|motion)\s+(?:was\s+|is\s+)?(?P<told>failed|defeated|not\s+adopted"
    r"|rejected|lost|tabled|withdrawn|postponed)\b",
    re.I | re.M,
)
_OPENS_VOTE = re.compile(
    r"\b(?:by|upon|on)\s+(?:the\s+following|a|an?\s+\w+)\s+(?:roll[ -]call\s+)?vote\b"
    r"|\brecord(?:ed)?\s+(?:of\s+)?votes?\b"
    r"|\b(?:motion|moved|offered|introduced|seconded|roll\s*call|ayes?|yeas?|voting)\b"
    r"|\bvotes?\s*:|(?<![\w-])\d{1,2}\s?(?:-|to|\u2013)\s?\d{1,2}(?![\w/-])|\b\d+\s+(?:yes|for)\b"
    r"|\bunanimous(?:ly)?\b",
    re.I,
)
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr)\.?\s+|(?:Council\w*|Commissioner|Supervisor|Trustee|Member)\s+)?"
_WORD = r"(?:[A-Z]\.|[A-Z][\w'\u2019-]+)"
_NAME += rf"(?P<name>{_WORD}(?:[ ]{_WORD}){{0,2}})"
_MOVER = re.compile(
    rf"\b(?i:motion\s+(?:was\s+)?(?:made\s+)?(?:of|by)|moved\s+by|offered\s+by|introduced\s+by"
    rf"|mover)[ ]*:?[ ]+{_NAME}"
)
_SECONDER = re.compile(rf"\b(?i:second(?:ed|er)?(?:\s+(?:of|by))?)[ ]*:?[ ]+{_NAME}")
_MARK = re.compile(
    r"/s/[ ]*\w|(?<![\w'])s/[ ]?[A-Z]|[\[(]signed[\])]|\b(?:electronically|digitally)\s+signed\b"
    r"|\bdocusigned\s+by\b|\bsignature\s+on\s+file\b",
    re.I,
)
_CERTIFIES = re.compile(
    r"\b(?:hereby\s+)?certif(?:y|ies)\b[^;]{0,160}?\b(?:foregoing|above|attached|within|true)\b",
    re.I,
)
_RULE = re.compile(r"_{5,}")


def adopted(text: str, start: int, end: int) -> Told | None:
    """When it says it was adopted: the last clause with a whole date, else "blank"."""
    blank: Told | None = None
    dated: Told | None = None
    for first, last in _clauses(text, start, end):
        words = text[first:last]
        day = next((d for d in (f.on() for f in dates.find(words)) if d is not None), None)
        if day is not None:
            dated = Told(day.isoformat(), first, last, "its clause of adoption")
        elif _BLANK.search(words):
            blank = Told("blank", first, last, "a form that was left open")
    return dated or blank


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses that may tell of the adoption, each up to a blank line or the attestation."""
    found = [m for p in (_LINE, _FOREGOING, _COPY, _LABEL) for m in p.finditer(text, start, end)]
    for match in sorted(found, key=lambda m: m.start()):
        first = match.start() + len(match.group()) - len(match.group().lstrip())
        reach = min(end, match.end() + _REACH)
        stop = _STOP.search(text, match.end(), reach)
        yield first, first + len(text[first : stop.start() if stop else reach].rstrip())


def result(text: str, start: int, end: int, when: Told | None) -> Told | None:
    """Its fate in its own words; a dated clause of adoption tells that it passed."""
    if fell := _FELL.search(text, start, end):
        how = " ".join((fell["how"] or fell["told"]).lower().split())
        gone = {"tabled": "tabled", "postponed": "tabled", "withdrawn": "withdrawn"}
        return Told(gone.get(how, "failed"), fell.start(), fell.end(), "its own words")
    if when is not None and when.value != "blank":
        return Told("passed", when.start, when.end, when.rule)
    return None


def vote(text: str, start: int, end: int) -> Told | None:
    """The count it states: "4-3", with a third number for abstentions, or "unanimous"."""
    opens = _OPENS_VOTE.search(text, start, end)
    if opens is None:
        return None
    last = min(end, opens.start() + _VOTES_REACH)
    stop = re.compile(r"\battest\b|/s/|_{5,}", re.I).search(text, opens.end(), last)
    last = stop.start() if stop else last
    told = count(text[opens.start() : last])
    if "__" in text[opens.start() : opens.start() + told.end]:  # a form that was left open
        return None
    if told.ayes is not None and told.nays is not None:
        value = f"{told.ayes}-{told.nays}" + (f"-{told.abstain}" if told.abstain else "")
    elif told.method == "unanimous":
        value = "unanimous"
    else:
        return None
    first = opens.start() + told.start
    return Told(value, first, max(first + 1, opens.start() + told.end), "its own vote")


def hands(text: str, start: int, end: int) -> tuple[Told | None, Told | None]:
    """Who moved and who seconded it."""
    return _hand(_MOVER.search(text, start, end)), _hand(_SECONDER.search(text, start, end))


def _hand(match: re.Match[str] | None) -> Told | None:
    if match is None:
        return None
    return Told(match["name"], match.start("name"), match.end("name"), "its own words")


def signature(text: str, start: int, end: int) -> Told | None:
    """signed: a mark of a hand; certified: a clerk's certificate without open lines; blank."""
    if mark := _MARK.search(text, start, end):
        return Told("signed", mark.start(), mark.end(), "a mark of signing")
    rule = _RULE.search(text, start, end)
    if rule:
        return Told("blank", rule.start(), rule.end(), "a line left open")
    if told := _CERTIFIES.search(text, start, end):
        return Told("certified", told.start(), told.end(), "a clerk's certificate")
    return None
