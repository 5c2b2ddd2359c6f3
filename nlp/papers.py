"""Resolutions and ordinances: which items are one, their numbers, and those named outside headings.

Owns the shapes of such numbers as printed ("2026-14", "R-26-03", "Bill No. 12").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from nlp.outline import Entry
from nlp.passages import sentence_end

_WORD = r"(?P<word>resolutions?|res\.|ordinances?|ord\.|bill|local[ ]law|by-?law)"
_NUMBER = (
    r"(?P<number>(?-i:[A-Z]{1,4}[-. ]?)?\d{1,5}(?:[-/.]\d{1,5}){0,3}(?:-?[A-Z]\b)?"
    r"(?:-[A-Z]{1,4}\b)?)"
)
_PAPER = re.compile(
    rf"\b{_WORD}[ ]{{0,3}}(?:\(?[ ]?(?:nos?\.?|numbers?|\#)[ ]?:?[ ]{{0,2}})?(?<![\d$]){_NUMBER}"
    r"(?![\d%/])",
    re.I,
)
_LEAD = (
    r"(?:(?:adopt(?:ion|ing)?|approv(?:e|al|ing)|consider(?:ation)?|introduc\w+|enact(?:ment)?"
    r"|ratif\w+"
    r"|pass(?:age)?|first|second|third|final|public\s+hearing|reading|proposed|emergency|joint"
    r"|minute"
    r"|resolutions|ordinances|of|and|on|for|the|an?|-|:|,|\d{1,4}[-.]\d{1,5}|[A-Z]\b)\s*){0,7}"
)
_LED = re.compile(_LEAD, re.I)
_HEADED = re.compile(rf"{_LEAD}(?P<word>resolution|ordinance)\b(?!\s+review)", re.I)
_ACTED = re.compile(
    r"\b(?:adopt\w*|approv\w*|introduc\w*|enact\w*|pass(?:ed|age|es)?|reading|consider\w*|tabl\w+"
    r"|moved|motion|authoriz\w*|reject\w*|den(?:y|ied)|amend\w*|rescind\w*|repeal\w*"
    r"|advertis\w*)\b",
    re.I,
)
_OLD = re.compile(
    r"\b(?:pursuant\s+to|under|per|of|in|by|to|(?:section|chapter)\s+\S+\s+of"
    r"|amend\w*(?:\s+(?:the|\w+)){0,3}|repeal\w*|supersed\w+)\s*$",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?:previously|originally|formerly|last\s+year|in\s+(?:19|20)\d\d)\b"
    r"|\bon\s+[A-Z]\w+\s+\d{1,2},\s+\d{4}",
    re.I,
)
_TITLE, _BELOW = 300, 600
_MOST = 400


def told(text: str, entries: Sequence[Entry]) -> list[Entry]:
    """The entries with kind and paper filled in: from the title, or a line of its own below it."""
    return [_numbered(text, _told(entry)) for entry in entries]


def _numbered(text: str, entry: Entry) -> Entry:
    if entry.kind == "item" or entry.paper:
        return entry
    for match in _PAPER.finditer(text, entry.body, min(entry.end, entry.body + _BELOW)):
        alone = text[max(0, match.start() - 60) : match.start()].rpartition("\n")[2].strip() == ""
        if alone and _kind(match["word"]) == entry.kind:
            return replace(entry, paper=_number(match))
    return entry


def _told(entry: Entry) -> Entry:
    match = _PAPER.search(entry.title[:_TITLE])
    if match and _LED.fullmatch(entry.title[: match.start()]):
        return replace(entry, kind=_kind(match["word"]), paper=_number(match))
    headed = _HEADED.match(entry.title)
    return replace(entry, kind=_kind(headed["word"])) if headed else entry


def _kind(word: str) -> str:
    return "resolution" if word.lower().startswith("res") else "ordinance"


def _number(match: re.Match[str]) -> str:
    return " ".join(match["number"].split())


def named(text: str, entries: Sequence[Entry]) -> list[Entry]:
    """Papers that the text names outside headings, each at its first place, as items of their own.

    Only where the sentence does something with it: a paper cited as law is none of this meeting's.
    """
    known = {(entry.kind, entry.paper) for entry in entries if entry.paper}
    out: list[Entry] = []
    for match in islice(_PAPER.finditer(text), _MOST):
        word = match["word"].lower()
        key = (_kind(word), _number(match))
        if (
            key in known
            or word in ("order", "bill", "by-law", "bylaw")
            or not _decided(text, match)
        ):
            continue
        known.add(key)
        end = sentence_end(text, match.end(), min(len(text), match.end() + _TITLE))
        title = " ".join(text[match.start() : end].split())
        home = _home(entries, match.start())
        out.append(Entry(match.start(), end, end, None, title, home.section if home else None,
                         opens=False, style="in words", kind=key[0], paper=key[1],
                         parent=home.number if home else None))  # fmt: skip
    return out


def _decided(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 160) : match.start()]
    before = re.split(r"(?<=[a-z]{3})[.;]\s|\n\s*\n", before)[-1]
    if _BEFORE.search(before):
        return False
    if _OLD.search(before):
        return False
    return _ACTED.search(before) is not None or not before.strip()


def _home(entries: Sequence[Entry], at: int) -> Entry | None:
    inside = [entry for entry in entries if entry.start <= at < entry.end]
    return inside[-1] if inside else None
