"""Whether the words around a phrase let its rule hold.

Owns the endless line in which phrases are looked for, and what "near" and "beside" mean in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from nlp.outline import Entry
from nlp.topicfile import Rule, Words


@dataclass(frozen=True)
class Match:
    """A phrase of a rule: its first and last token in the line, its place in the text."""

    rule: Rule
    first: int
    last: int
    at: int
    end: int


class Line:
    """The words of a text as one endless line: a phrase may wrap over lines and pages."""

    def __init__(self, doc: Doc) -> None:
        kept = [token for token in doc if not token.is_space]
        self.doc = Doc(
            doc.vocab, [token.text for token in kept], [bool(token.whitespace_) for token in kept]
        )
        self.starts = [token.idx for token in kept]
        self.text = doc.text

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from first to last stand in the text."""
        return self.starts[first], self.starts[last - 1] + len(self.doc[last - 1])

    def around(self, match: Match, size: int, entry: Entry | None) -> str:
        """The words this far on each side in the same item, in lower case, the match left out."""
        low, high = max(0, match.first - size), min(len(self.starts), match.last + size)
        first, last = self.chars(low, high)
        if entry is not None:
            first, last = max(first, entry.start), min(last, max(entry.end, match.end))
        return f"{self.text[first : match.at]} | {self.text[match.end : last]}".lower()

    def shouts(self, match: Match) -> bool:
        """Whether the words around are all capitals, so that capitals tell nothing."""
        low, high = max(0, match.first - 8), min(len(self.starts), match.last + 8)
        return self.text[self.starts[low] : self.chars(low, high)[1]].isupper()

    def beside(self, match: Match) -> tuple[str, str]:
        """The words right before and right behind, in lower case; "" at an end."""
        before = self.doc[match.first - 1].lower_ if match.first else ""
        return before, self.doc[match.last].lower_ if match.last < len(self.starts) else ""


def holds(match: Match, words: Line, entry: Entry | None) -> bool:
    """Whether the words around a match, in its own item, let its rule hold."""
    rule = match.rule
    if rule.sections and (entry is None or entry.section not in rule.sections):
        return False
    before, after = words.beside(match)
    if before in rule.before_never or after in rule.after_never:
        return False
    window = _Window(words.around(match, rule.window, entry))
    if rule.needs and not window.has(rule.needs):
        return False
    if rule.also and not window.has(rule.also):
        return False
    if rule.capitals and words.shouts(match) and not window.has(rule.capitals):
        return False
    return not rule.without or not _Window(words.around(match, rule.near, entry)).has(rule.without)


class _Window:
    """The words around a match, to be asked for words and phrases."""

    def __init__(self, words: str) -> None:
        self.text = f" {' '.join(words.split())} "
        self.words = frozenset(Words.plain(words))

    def has(self, wanted: Words) -> bool:
        """Whether any of these words stands here."""
        return not self.words.isdisjoint(wanted.single) or any(
            phrase in self.text for phrase in wanted.phrases
        )
