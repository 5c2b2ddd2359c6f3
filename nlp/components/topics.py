"""Component: passages about a topic, each with the rule that found it and what it is.

Owns the matching of topic files: one PhraseMatcher per case, then the words around each match.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from nlp.outline import Entry
from nlp.passages import around
from nlp.relevance import Setting, relevance
from nlp.state import Hit, State, state_of
from nlp.topicfile import POSSIBLE, Rule, groups, rules

_WORD = re.compile(r"[a-z0-9']+")


@Language.factory("offagenda_topics")
class Topics:
    """Flags the passages of a document that a topic file describes."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.rules = {rule.name: rule for rule in rules()}
        self.exact = PhraseMatcher(nlp.vocab, attr="ORTH")
        self.lower = PhraseMatcher(nlp.vocab, attr="LOWER")
        for rule in self.rules.values():
            matcher = self.exact if rule.exact else self.lower
            matcher.add(rule.name, [nlp.make_doc(phrase) for phrase in rule.phrases])

    def __call__(self, doc: Doc) -> Doc:
        state = state_of(doc)
        starts = [entry.start for entry in state.entries]
        spans = [span for m in (self.exact, self.lower) for span in m(doc, as_spans=True)]
        found: list[Hit] = []
        for span in sorted(spans, key=lambda s: (s.start, self.rules[s.label_].rank)):
            rule = self.rules[span.label_]
            if found and span.start_char < found[-1].end and rule.rank >= found[-1].rank:
                continue
            entry = _entry_at(state, starts, span.start_char)
            if holds(rule, doc, span, entry.section if entry else None):
                found.append(_hit(rule, span, entry, state))
        best = _best(found)
        state.hits = tuple(hit for hit in best if hit.topic != POSSIBLE)
        state.possible = tuple(hit for hit in best if hit.topic == POSSIBLE)
        return doc


def _entry_at(state: State, starts: list[int], at: int) -> Entry | None:
    index = bisect_right(starts, at) - 1
    return state.entries[index] if index >= 0 else None


def holds(rule: Rule, doc: Doc, span: Span, section: str | None) -> bool:
    """Whether the words around a match let its rule hold."""
    if rule.sections and section not in rule.sections:
        return False
    if rule.before_never and span.start and doc[span.start - 1].lower_ in rule.before_never:
        return False
    around_it = _Window.of(doc, span, rule.window)
    if rule.needs and not around_it.has(rule.needs):
        return False
    if rule.also and not any(around_it.word(word) for word in rule.also):
        return False
    if not rule.without:
        return True
    return not _Window.of(doc, span, rule.near).has(rule.without)


class _Window:
    """The words around a match, the match itself left out."""

    def __init__(self, text: str) -> None:
        self.text = f" {' '.join(text.split())} "
        self.words = frozenset(_WORD.findall(text))

    @classmethod
    def of(cls, doc: Doc, span: Span, size: int) -> _Window:
        low, high = max(0, span.start - size), min(len(doc), span.end + size)
        before, after = doc[low : span.start].text, doc[span.end : high].text
        # Folded text, not the Doc's: both are the same string here.
        return cls(f"{before} | {after}".lower())

    def word(self, word: str) -> bool:
        if re.fullmatch(r"[a-z0-9']+", word):
            return word in self.words
        return f" {word}" in self.text

    def has(self, names: tuple[str, ...]) -> bool:
        return any(self.word(word) for name in names for word in groups()[name])


def _hit(rule: Rule, span: Span, entry: Entry | None, state: State) -> Hit:
    text = state.source.text
    low, high = (entry.start, entry.end) if entry else (0, len(text))
    heading = entry is not None and span.start_char < entry.body
    if entry is not None and heading:
        first, last = entry.start, min(entry.body, entry.start + 1200)
    else:
        first, last = around(
            text, span.start_char, span.end_char, entry.body if entry else low, high
        )
    setting = Setting(entry.section if entry else None, heading, state.meta.kind)
    passage = " ".join(text[first:last].split())
    return Hit(
        rule.topic,
        rule.rank,
        relevance(rule.topic, passage, setting),
        first,
        last,
        rule.name,
        span.start_char,
    )


def _best(found: list[Hit]) -> list[Hit]:
    """One flag per passage: the topic of the highest rank, then the first match."""
    out: list[Hit] = []
    for hit in sorted(found, key=lambda h: (h.start, h.rank, h.at)):
        if out and hit.start < out[-1].end:
            if hit.rank < out[-1].rank:
                out[-1] = hit
            continue
        out.append(hit)
    return out
