"""Where the texts of resolutions and ordinances stand in a document, and their parts.

Owns the shape of a heading and of the enacting words. A heading without enacting words below it is
an item that names a resolution, not its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = (
    r"(?P<number>(?:[A-Z]{1,3}[-. ]?)?\d{1,5}(?:\s?[-/.\u2013]\s?\d{1,5}){0,2}(?:-?[A-Z]\b)?"
    r"(?:\s+of\s+(?:19|20)\d\d|,?\s+series\s+of\s+(?:19|20)\d\d)?)"
)
_HEAD = re.compile(
    r"^[ \t]*(?:(?:(?:borough|township|city|town|village|county|council|joint|proposed|draft|bill"
    r"|emergency|certified\s+copy\s+of|[A-Z][\w'-]+)[ ]){0,6}?)"
    rf"(?P<kind>resolution|ordinance)\b[ ]*(?:\(?(?:nos?\.?|numbers?|\#)[ ]*:?[ ]*)?{_NUMBER}?"
    r"(?P<blank>[ ]*_{2,}[-_ \d]*)?[ ]*[.:;)]?[ ]*$",
    re.I | re.M,
)
_TITLE = re.compile(
    r"^[ \t]*(?P<opens>(?:an?[ ]+)?(?:joint[ ]+)?(?P<kind>resolution|ordinance)\b"
    rf"(?:[ ]+(?:no\.?|number|\#)?[ ]*{_NUMBER})?[ ]*[,:;\u2013-]?[ ]+"
    r"(?=(?:of|by|to|for|in|from|that|the|providing|regarding|concerning|[a-z]+ing)\b))",
    re.I | re.M,
)
_ENACTS = re.compile(
    r"\bwhereas\b|\bbe\s+it\s+(?:(?:hereby|further|also|and\s+it\s+is)\s+)*(?:resolved|ordained"
    r"|enacted)\b|\bnow,?\s+therefore\b|\b(?:it\s+is|is)\s+hereby\s+(?:resolved|ordained|enacted)\b"
    r"|\bhereby\s+(?:resolves?|ordains?|enacts?)\b|^[ \t]*resolved\s*[,:]|\bresolved\s+that\b",
    re.I | re.M,
)
RESOLVED = re.compile(
    r"\bbe\s+it\s+(?:(?:hereby|further|also|and\s+it\s+is)\s+)*(?:resolved|ordained|enacted)\b"
    r"|\b(?:it\s+is|is)\s+hereby\s+(?:resolved|ordained|enacted)\b|^[ \t]*resolved\s*[,:]"
    r"|\bhereby\s+(?:resolves?|ordains?|enacts?)\b|\bresolved\s+that\b",
    re.I | re.M,
)
_NEAR, _BEFORE_WORDS, _LONGEST, _TITLE_LENGTH = 500, 1500, 20_000, 700
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True)
class Text:
    """One text: start to end, its heading, its printed number, its title and its enacting words."""

    start: int
    end: int
    kind: str
    number: str
    heading: tuple[int, int]
    title: tuple[int, int] | None
    enacts: int


def texts(text: str) -> Iterator[Text]:
    """Every text of a resolution or an ordinance in a document, in order of place."""
    heads = sorted(_heads(text), key=lambda m: (m.start(), -m.end()))
    groups: list[list[re.Match[str]]] = []
    for head in heads:
        if groups and _goes_on(text, groups[-1], head):
            groups[-1].append(head)
        else:
            groups.append([head])
    opened = [group for group in groups if _enacting(text, group[-1].end()) is not None]
    for index, group in enumerate(opened):
        after = opened[index + 1][0].start() if index + 1 < len(opened) else len(text)
        yield _made(text, group, min(after, group[0].start() + _LONGEST))


def _heads(text: str) -> Iterator[re.Match[str]]:
    yield from _HEAD.finditer(text)
    yield from _TITLE.finditer(text)


def _goes_on(text: str, group: list[re.Match[str]], head: re.Match[str]) -> bool:
    """Whether a heading belongs to the one before: a number line and the title below it."""
    last = group[-1]
    between = text[last.end() : head.start()]
    other = _number(head) and any(_number(one) and _number(one) != _number(head) for one in group)
    return len(between) < _NEAR and not _ENACTS.search(between) and not other


def _enacting(text: str, at: int) -> int | None:
    """Where the enacting words stand that a heading needs below it."""
    match = _ENACTS.search(text, at, min(len(text), at + _BEFORE_WORDS))
    return match.start() if match else None


def _made(text: str, group: list[re.Match[str]], end: int) -> Text:
    number = next((_number(one) for one in group if _number(one)), "")
    first = group[0]
    enacts = _enacting(text, group[-1].end())
    assert enacts is not None
    return Text(
        first.start() + len(first.group()) - len(first.group().lstrip()),
        end,
        first["kind"].lower(),
        number,
        (first.start() + len(first.group()) - len(first.group().lstrip()), first.end()),
        _title(text, group, enacts),
        enacts,
    )


def _title(text: str, group: list[re.Match[str]], enacts: int) -> tuple[int, int] | None:
    """The title: from its own heading, or the paragraph below the number line."""
    opens = next((one.start("opens") for one in group if "opens" in one.groupdict()), None)
    if opens is None:
        start = group[-1].end()
        start += len(text[start:enacts]) - len(text[start:enacts].lstrip())
    else:
        start = opens
    stop = min(enacts, start + _TITLE_LENGTH)
    blank = _BLANK_LINE.search(text, start, stop)
    end = blank.start() if blank else stop
    words = text[start:end].rstrip()
    return (start, start + len(words)) if words else None


def _number(head: re.Match[str]) -> str:
    return " ".join((head["number"] or "").split())
