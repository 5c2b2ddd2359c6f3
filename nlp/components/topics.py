"""Component: passages about a topic, each with the rule that found it and what it is.

Owns the matching of topic files: one PhraseMatcher per case, then the words around each match.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from nlp.outline import Entry
from nlp.passages import around, sentence, sentences
from nlp.people import surname
from nlp.relevance import Setting, is_talk, relevance
from nlp.sections import section_of
from nlp.speakers import Speaker, opens, speaker
from nlp.state import Hit, State, state_of
from nlp.topicfile import POSSIBLE, Rule, Words, rules

_HEADING = 1200
_LABEL = re.compile(r"\W*([A-Z][^.:\n]{3,50})[.:]\s")
_FOLLOWS = 8000
"""How far behind a flag a rule holds that only follows one, in characters."""

_CARRIED = "who speaks is told by an earlier sentence"


@Language.factory("offagenda_topics", default_config={"topics": []})
def create(nlp: Language, name: str, topics: list[str]) -> Topics:
    """The component. topics: files or folders of topic files beside the built-in ones."""
    return Topics(nlp, rules(tuple(Path(place) for place in topics)))


class Topics:
    """Flags the passages of a document that a topic file describes."""

    def __init__(self, nlp: Language, known: Iterable[Rule]) -> None:
        self.rules = {rule.name: rule for rule in known}
        self.exact = PhraseMatcher(nlp.vocab, attr="ORTH")
        self.lower = PhraseMatcher(nlp.vocab, attr="LOWER")
        for rule in self.rules.values():
            matcher = self.exact if rule.exact else self.lower
            matcher.add(rule.name, [nlp.make_doc(phrase) for phrase in rule.phrases])

    def __call__(self, doc: Doc) -> Doc:
        state = state_of(doc)
        place, words = _Place(state), _Line(doc)
        found: dict[str, list[Hit]] = {}
        for match in self._matches(words):
            own = found.setdefault(match.rule.family, [])
            if own and match.at < own[-1].end and match.rule.rank >= own[-1].rank:
                continue
            if match.rule.follows and not _named(own, match.at):
                continue
            entry = place.entry(match.at)
            if not holds(match, words, entry):
                continue
            hit = place.hit(match, entry)
            if hit is not None:
                own.append(hit)
        best = [hit for own in found.values() for hit in _best(own)]
        best.sort(key=lambda hit: (hit.start, hit.rank, hit.at))
        state.hits = tuple(hit for hit in best if hit.topic != POSSIBLE)
        state.possible = tuple(hit for hit in best if hit.topic == POSSIBLE)
        return doc

    def _matches(self, words: _Line) -> list[_Match]:
        """All places where a phrase of a rule stands, in order; of one place the lowest rank."""
        found = [
            _Match(
                self.rules[span.label_], span.start, span.end, *words.chars(span.start, span.end)
            )
            for matcher in (self.exact, self.lower)
            for span in matcher(words.doc, as_spans=True)
        ]
        return sorted(found, key=lambda match: (match.first, match.rule.rank))


@dataclass(frozen=True)
class _Match:
    """A phrase of a rule: its first and last token in the line, its place in the text."""

    rule: Rule
    first: int
    last: int
    at: int
    end: int


class _Line:
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

    def around(self, match: _Match, size: int, entry: Entry | None) -> str:
        """The words this far on each side in the same item, in lower case, the match left out."""
        low, high = max(0, match.first - size), min(len(self.starts), match.last + size)
        first, last = self.chars(low, high)
        if entry is not None:
            first, last = max(first, entry.start), min(last, max(entry.end, match.end))
        return f"{self.text[first : match.at]} | {self.text[match.end : last]}".lower()

    def shouts(self, match: _Match) -> bool:
        """Whether the words around are all capitals, so that capitals tell nothing."""
        low, high = max(0, match.first - 8), min(len(self.starts), match.last + 8)
        return self.text[self.starts[low] : self.chars(low, high)[1]].isupper()

    def beside(self, match: _Match) -> tuple[str, str]:
        """The words right before and right behind, in lower case; "" at an end."""
        before = self.doc[match.first - 1].lower_ if match.first else ""
        return before, self.doc[match.last].lower_ if match.last < len(self.starts) else ""


def holds(match: _Match, words: _Line, entry: Entry | None) -> bool:
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


class _Place:
    """Where a match stands in its document, and what that makes of its passage."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.text = state.source.text
        self.starts = [entry.start for entry in state.entries]
        self.roster = _roster(state)

    def entry(self, at: int) -> Entry | None:
        index = bisect_right(self.starts, at) - 1
        return self.state.entries[index] if index >= 0 else None

    def hit(self, match: _Match, entry: Entry | None) -> Hit | None:
        """The flag of one match, with its passage's bounds; None where its rule wants another."""
        rule, at, end = match.rule, match.at, match.end
        section = self._section(entry, at)
        heading = entry is not None and at < entry.body and not self._prose(entry)
        if entry is not None and heading:
            first, last = entry.start, min(entry.body, entry.start + _HEADING)
        else:
            low, high = self._opening(entry, at), entry.end if entry else len(self.text)
            first, last = around(self.text, at, end, low, high, lines=True)
        own = sentence(self.text, at, end, first, last)
        public = section == "public_comment"
        who = None if heading and not public else self._speaker(entry, at, public=public)
        setting = Setting(section, heading, self.state.meta.kind, who)
        passage, words = self._words(first, last), self._words(*own)
        # A rule that gives some classes only speaks of its own sentence, not of a motion beside it.
        found = relevance(rule.about, words if rule.only else passage, words, setting)
        if found == "public_comment" and not heading:
            # One paragraph may hold the remarks of several people, about anything.
            first, last = own
        if rule.only and found not in rule.only:
            return None
        doubts = [rule.doubt] if rule.doubt else []
        if found == "public_comment" and section != found and who and not who.near:
            doubts.append(_CARRIED)
        return Hit(rule.topic, rule.rank, found, first, last, rule.name, at, section, tuple(doubts))

    def _prose(self, entry: Entry) -> bool:
        """Whether what stands as an item's title is a numbered paragraph of prose."""
        title = self.text[entry.start : entry.body]
        told = opens(title, public=False, roster=self.roster) is not None
        return (told and is_talk(title)) or sentences(title) > 1

    def _words(self, first: int, last: int) -> str:
        return " ".join(self.text[first:last].split())

    def _section(self, entry: Entry | None, at: int) -> str | None:
        """The part of the meeting; where no heading tells, the label its paragraph opens with."""
        if entry is not None and entry.section is not None:
            return entry.section
        low = entry.start if entry else 0
        blank = self.text.rfind("\n\n", low, at)
        first = low if blank < 0 else blank + 2
        label = _LABEL.match(self.text, first, at)
        return section_of(label[1]) if label else None

    def _speaker(self, entry: Entry | None, at: int, *, public: bool) -> Speaker | None:
        low = self._part(at) if public else self._opening(entry, at)
        spoken = self.state.meta.kind == "transcript"
        return speaker(self.text, low, at, public=public, roster=self.roster, spoken=spoken)

    @staticmethod
    def _opening(entry: Entry | None, at: int) -> int:
        """Where the words of an item begin, its title left out."""
        if entry is None:
            return 0
        return entry.body if at >= entry.body else entry.start

    def _part(self, at: int) -> int:
        """Where the part of the meeting around a place begins: its items may be its speakers."""
        index = bisect_right(self.starts, at) - 1
        entries = self.state.entries
        while index > 0 and not entries[index].opens \
                and entries[index - 1].section == entries[index].section:  # fmt: skip
            index -= 1
        return entries[index].start if index >= 0 else 0


def _roster(state: State) -> Collection[str]:
    record = state.attendance
    names = (*record.present, *record.absent, *(person.name for person in record.people))
    return frozenset(surname(name) for name in names)


def _named(found: Sequence[Hit], at: int) -> bool:
    """Whether the matter was named not far before this place."""
    near = (hit for hit in reversed(found) if hit.topic != POSSIBLE)
    last = next(near, None)
    return last is not None and at - last.at <= _FOLLOWS


def _best(found: Sequence[Hit]) -> list[Hit]:
    """One flag per passage: the topic of the lowest rank, then the first match."""
    out: list[Hit] = []
    for hit in sorted(found, key=lambda h: (h.start, h.rank, h.at)):
        if out and hit.start < out[-1].end:
            if hit.rank < out[-1].rank:
                out[-1] = hit
            continue
        out.append(hit)
    return out
