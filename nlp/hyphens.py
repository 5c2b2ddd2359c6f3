"""Hyphens at line ends: the word they cut, the compound they belong to, or neither.

Owns that decision. The document is its own dictionary: what it prints elsewhere in one word was
cut, what it prints with a hyphen is a compound. Of 26 in real texts 24 were compounds and two
dashes, as PDFs mark a cut word otherwise: so the hyphen stays where nothing speaks against it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nlp.offsets import Span

_BREAK = re.compile(r"(?<=\w)-[ ]{0,8}\n[ ]{0,40}(?=\w)")
_HEAD = re.compile(r"[\w-]{1,60}\Z")
_TAIL = re.compile(r"\w{1,40}")
_PLAIN = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
# What is left of a word when it is cut before its ending ("agree-ment", "approv-ing").
_ENDING = re.compile(
    r"[bcdfghjklmnprstvz]{0,2}(?:ments?|[aeiu]?tions?|sions?|cils?|ings?|ed|ly|ers?|ors?|ness|ties|ty"
    r"|[aei]nce|[ai]bly?|[ai]ble|ous|als?|ary|[ae]te[ds]?|i[sz]e[ds]?|ives?|ship|dum|tory|tors?)"
)
# First parts of compounds, which a text need not hold elsewhere.
_FIRST = frozenset(
    re.findall(
        r"\w+",
        "well full part long short high low half cross self non off on in up co ex mid multi year"
        " day time one two three four five six seven eight nine ten twenty thirty forty fifty"
        " sixty seventy eighty ninety first second third open closed post pre vice by to hand all"
        " anti so then state city county large small single double follow built old new",
    )
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Commissioner|Member|Mayor|Trustee|Supervisor)\b\.?[ ]+\Z")
_NUMBERED = re.compile(r"[.):][ ]+[A-Z]")
_TALLY = re.compile(
    r"\b(?:carried|passed|failed|vote[sd]?|approved|count|tally)\b[^\n]{0,30}\Z", re.I
)


@dataclass(frozen=True)
class Words:
    """How often a document holds a word, and two words joined by a hyphen, in lower case."""

    plain: Counter[str]
    compound: Counter[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Words:
        """The words of all pages, those at line breaks left out."""
        plain: Counter[str] = Counter()
        compound: Counter[str] = Counter()
        for text in texts:
            lowered = re.sub(r"[\w-]+-[ ]*\n[ ]*\w+", " ", text).lower()
            plain.update(_PLAIN.findall(lowered))
            compound.update(_COMPOUND.findall(lowered))
        return cls(plain, compound)


def cut(text: str) -> bool:
    """Whether any line of a page ends in a hyphen behind a word."""
    return _BREAK.search(text) is not None


def joins(text: str, words: Words) -> Iterator[tuple[Span, int]]:
    """What joins two halves when it is left out, with or without the hyphen, and where the tail
    ends; nothing for a hyphen that is a dash."""
    for match in _BREAK.finditer(text):
        head = _HEAD.search(text, max(0, match.start() - 60), match.start())
        tail = _TAIL.match(text, match.end())
        if head is None or tail is None:
            continue
        how = _how(text, head, tail, words)
        if how is not None:
            yield (match.start() + (how == "compound"), match.end()), tail.end()


def _how(text: str, head: re.Match[str], tail: re.Match[str], words: Words) -> str | None:
    """word | compound | None."""
    first, second = head.group().rsplit("-", 1)[-1], tail.group()
    before, after = (
        text[max(0, head.start() - 40) : head.start()],
        text[tail.end() : tail.end() + 4],
    )
    if first.isdigit() or second.isdigit():
        listed = _NUMBERED.match(after) and not _TALLY.search(before)
        capital = second[0].isupper()
        return None if listed or capital else "compound"
    whole, half = (first + second).lower(), f"{first}-{second}".lower()
    if second[0].isupper() and not (first.isupper() and second.isupper()):
        name = _TITLED.search(before) and not _TITLED.match(f"{first} ")
        return "compound" if words.compound[half] or name else None
    if "-" in head.group() or words.compound[half] > words.plain[whole]:
        return "compound"
    return (
        "word"
        if words.plain[whole] or _is_cut(first.lower(), second.lower(), words)
        else "compound"
    )


def _is_cut(first: str, second: str, words: Words) -> bool:
    """Whether two halves that the document never joins look like one word."""
    if _ENDING.fullmatch(second) and not words.plain[second]:
        return True
    return first not in _FIRST and not words.plain[first] and not words.plain[second]
