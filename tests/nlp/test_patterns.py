"""The pattern files: their worked examples are tests, and what they do not know is refused."""

from __future__ import annotations

import pytest

from nlp import topicfile
from nlp.reading import read
from nlp.sections import section_of, sections
from nlp.topicfile import POSSIBLE, Example, examples, groups, rules

HEAD = "Exampleton Borough Council Minutes\nMarch 3, 2026\nThe meeting was called to order.\n\n"


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.topic}: {e.text[:50]}")
def test_worked_examples_of_topics(example: Example) -> None:
    reading = read((HEAD + example.text + "\n").encode(), name="minutes.txt")
    found = [(f.topic, f.relevance) for f in (*reading.flags, *reading.possible)]
    assert found == ([(example.topic, example.relevance)] if example.flag else [])
    assert all(flag.topic != POSSIBLE for flag in reading.flags)


@pytest.mark.parametrize(
    ("heading", "section"),
    [(h, s.id) for s in sections() for h in s.examples],
)
def test_worked_examples_of_sections(heading: str, section: str) -> None:
    assert section_of(heading) == section


@pytest.mark.parametrize(
    ("heading", "section"),
    [(h, s.id) for s in sections() for h in s.not_examples],
)
def test_headings_that_only_look_like_a_section(heading: str, section: str) -> None:
    assert section_of(heading) != section


def test_every_topic_has_examples_of_both_kinds() -> None:
    for topic in {rule.topic for rule in rules()}:
        flags = {example.flag for example in examples() if example.topic == topic}
        assert flags == {True, False}, topic


def test_an_unknown_key_or_group_is_refused() -> None:
    topic = {"id": "t", "rank": 9}
    with pytest.raises(ValueError, match="unknown key"):
        topicfile._rule(topic, {"id": "r", "phrases": ["x"], "phrasse": 1})
    with pytest.raises(ValueError, match="no group"):
        topicfile._rule(topic, {"id": "r", "phrases": ["x"], "needs": ["nothing"]})


def test_groups_are_lower_case() -> None:
    assert all(word == word.lower() for words in groups().values() for word in words)
