"""Component: passages about a topic, each with the rule that found it and what it is.

Owns the order of work: phrases by one PhraseMatcher per case, one flag per passage and family.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from nlp.outline import Entry
from nlp.relevance import COMMENT
from nlp.state import Hit, state_of
from nlp.topicfile import POSSIBLE, Rule, rules
from nlp.topicmatch import Line, Match, holds
from nlp.topicplace import Place

_FOLLOWS = 8000
"""How far behind a flag a rule holds that only follows one, in characters."""

_CLOSE = 1500
"""The same for one that wants it in the same item: not every paper's items are told."""

_FAR = 1 << 40


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
        place, words = Place(state), Line(doc)
        found: dict[str, list[Hit]] = {}
        named: dict[tuple[str, bool], int] = {}
        for match in self._matches(words):
            own = found.setdefault(match.rule.family, [])
            if own and match.at < own[-1].end and match.rule.rank >= own[-1].rank:
                continue
            entry = place.entry(match.at)
            if not _reached(
                match, entry, named.get((match.rule.family, match.rule.same_item), -_FAR)
            ):
                continue
            if not holds(match, words, entry):
                continue
            hit = place.hit(match, entry)
            if hit is not None:
                own.append(hit)
                if hit.topic != POSSIBLE:
                    named[match.rule.family, False] = hit.at
                    # What a resident names in passing is no item's agreement.
                    if hit.relevance != COMMENT:
                        named[match.rule.family, True] = hit.at
        best = [hit for own in found.values() for hit in _best(own)]
        best.sort(key=lambda hit: (hit.start, hit.rank, hit.at))
        state.hits = tuple(hit for hit in best if hit.topic != POSSIBLE)
        state.possible = tuple(hit for hit in best if hit.topic == POSSIBLE)
        return doc

    def _matches(self, words: Line) -> list[Match]:
        """All places where a phrase of a rule stands, in order; of one place the lowest rank."""
        found = [
            Match(self.rules[span.label_], span.start, span.end, *words.chars(span.start, span.end))
            for matcher in (self.exact, self.lower)
            for span in matcher(words.doc, as_spans=True)
        ]
        return sorted(found, key=lambda match: (match.first, match.rule.rank))


def _reached(match: Match, entry: Entry | None, named: int) -> bool:
    """Whether a rule that only follows a flag stands near enough behind the last, at `named`."""
    if not match.rule.follows:
        return True
    if not match.rule.same_item:
        return match.at - named <= _FOLLOWS
    return match.at - named <= _CLOSE and (entry is None or named >= entry.start)


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
