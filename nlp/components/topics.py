"""Component: passages about a topic, each with the rule that found it and what it is.

Owns the matching of topic files: one PhraseMatcher per case, then the words around each match.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from nlp.outline import Entry
from nlp.passages import around, sentence
from nlp.people import surname
from nlp.relevance import Setting, relevance
from nlp.speakers import Speaker, speaker
from nlp.state import Hit, State, state_of
from nlp.topicfile import POSSIBLE, Rule, Words, rules

_HEADING = 1200
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
        place = _Place(state)
        spans = [span for m in (self.exact, self.lower) for span in m(doc, as_spans=True)]
        found: dict[str, list[Hit]] = {}
        for span in sorted(spans, key=lambda s: (s.start, self.rules[s.label_].rank)):
            rule = self.rules[span.label_]
            own = found.setdefault(rule.family, [])
            if own and span.start_char < own[-1].end and rule.rank >= own[-1].rank:
                continue
            entry = place.entry(span.start_char)
            if holds(rule, doc, span, entry.section if entry else None):
                own.append(place.hit(rule, span, entry))
        best = [hit for own in found.values() for hit in _best(own)]
        best.sort(key=lambda hit: (hit.start, hit.rank, hit.at))
        state.hits = tuple(hit for hit in best if hit.topic != POSSIBLE)
        state.possible = tuple(hit for hit in best if hit.topic == POSSIBLE)
        return doc


def holds(rule: Rule, doc: Doc, span: Span, section: str | None) -> bool:
    """Whether the words around a match let its rule hold."""
    if rule.sections and section not in rule.sections:
        return False
    if rule.before_never and span.start and doc[span.start - 1].lower_ in rule.before_never:
        return False
    window = _Window(doc, span, rule.window)
    if rule.needs and not window.has(rule.needs):
        return False
    if rule.also and not window.has(rule.also):
        return False
    return not rule.without or not _Window(doc, span, rule.near).has(rule.without)


class _Window:
    """The words around a match, the match itself left out."""

    def __init__(self, doc: Doc, span: Span, size: int) -> None:
        low, high = max(0, span.start - size), min(len(doc), span.end + size)
        before, after = doc[low : span.start].text, doc[span.end : high].text
        words = f"{before} | {after}".lower()
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

    def hit(self, rule: Rule, span: Span, entry: Entry | None) -> Hit:
        """The flag of one match, with its passage's bounds."""
        at, end = span.start_char, span.end_char
        section = entry.section if entry else None
        heading = entry is not None and at < entry.body
        if entry is not None and heading:
            first, last = entry.start, min(entry.body, entry.start + _HEADING)
        else:
            low, high = (entry.body, entry.end) if entry else (0, len(self.text))
            first, last = around(self.text, at, end, low, high)
        own = sentence(self.text, at, end, first, last)
        who = None if heading and section != "public_comment" else self._speaker(entry, at)
        setting = Setting(section, heading, self.state.meta.kind, who)
        passage, words = self._words(first, last), self._words(*own)
        doubts = [rule.doubt] if rule.doubt else []
        found = relevance(rule.about, passage, words, setting)
        if found == "public_comment" and section != found and who and not who.near:
            doubts.append(_CARRIED)
        return Hit(rule.topic, rule.rank, found, first, last, rule.name, at, section, tuple(doubts))

    def _words(self, first: int, last: int) -> str:
        return " ".join(self.text[first:last].split())

    def _speaker(self, entry: Entry | None, at: int) -> Speaker | None:
        public = entry is not None and entry.section == "public_comment"
        low = self._part(at) if public else entry.start if entry else 0
        spoken = self.state.meta.kind == "transcript"
        return speaker(self.text, low, at, public=public, roster=self.roster, spoken=spoken)

    def _part(self, at: int) -> int:
        """Where the part of the meeting around a place begins: its items may be its speakers."""
        index = bisect_right(self.starts, at) - 1
        entries = self.state.entries
        while index > 0 and not entries[index].opens \
                and entries[index - 1].section == entries[index].section:  # fmt: skip
            index -= 1
        return entries[index].start


def _roster(state: State) -> Collection[str]:
    record = state.attendance
    names = (*record.present, *record.absent, *(person.name for person in record.people))
    return frozenset(surname(name) for name in names)


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
