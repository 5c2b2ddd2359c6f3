"""Tries the worked examples of topic files on the reader itself.

Owns the small papers that examples stand in, and what counts as read right. Format errors are told
by nlp.topicfile.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nlp.pipeline import Options
from nlp.reading import read
from nlp.topicfile import POSSIBLE, Example, examples

_HEADS = {
    "minutes": "Exampleton Borough Council Minutes\nMarch 3, 2026\nThe meeting opened at 7:00 p.m.",
    "agenda": "AGENDA\nExampleton Borough Council\nRegular Meeting\nMarch 3, 2026",
    "transcript": "Good evening. This meeting of the council will come to order.",
}


@dataclass(frozen=True)
class Wrong:
    """An example that was read otherwise. found: (topic, relevance) of its flags."""

    example: Example
    found: tuple[tuple[str, str], ...]

    def told(self) -> str:
        """One line for the writer of the file."""
        wanted = self.example.relevance or "no flag"
        found = ", ".join(f"{relevance} ({topic})" for topic, relevance in self.found)
        return f"wanted {wanted}, found {found or 'no flag'}: {self.example.text}"


def paper(example: Example) -> str:
    """The text of a document whose words are those of one example."""
    parts = (_HEADS[example.kind], example.under, example.before, example.text)
    return "\n\n".join(part for part in parts if part) + "\n"


@dataclass(frozen=True)
class Trial:
    """What a trial came to: how many examples were tried, and those that do not hold."""

    tried: int
    wrong: tuple[Wrong, ...]


def trial(places: Iterable[Path]) -> Trial:
    """Tries the examples of these topic files and folders of them.

    Raises nlp.errors.BadTopic for a file that cannot be used.
    """
    extra = tuple(places)
    built_in = {one.topic for one in examples()}
    own = [one for one in examples(extra) if one.topic not in built_in]
    seen = [(one, found(one, extra)) for one in own]
    return Trial(len(own), tuple(Wrong(one, what) for one, what in seen if not _right(one, what)))


def found(example: Example, extra: Iterable[Path] = ()) -> tuple[tuple[str, str], ...]:
    """Topic and relevance of all that is flagged in an example's paper. Raises BadTopic."""
    options = Options(topics=tuple(str(place) for place in extra))
    reading = read(paper(example).encode(), name=f"{example.kind}.txt", options=options)
    # What may be the matter without a name is wider on purpose: it bars a negative, no more.
    wide = reading.possible if example.topic == POSSIBLE or example.flag else ()
    return tuple((flag.topic, flag.relevance) for flag in (*reading.flags, *wide))


def _right(example: Example, seen: tuple[tuple[str, str], ...]) -> bool:
    own = {relevance for topic, relevance in seen if topic == example.topic}
    return own == ({example.relevance} if example.flag else set())
