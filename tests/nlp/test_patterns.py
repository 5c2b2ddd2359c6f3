"""The pattern files: their worked examples are tests, and what they do not know is refused."""

from __future__ import annotations

import pytest

from nlp.reading import read
from nlp.sections import section_of, sections
from nlp.topicfile import POSSIBLE, Example, examples, groups
from nlp.trial import found, paper


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.topic}: {e.text[:50]}")
def test_worked_examples_of_topics(example: Example) -> None:
    assert found(example) == (((example.topic, example.relevance),) if example.flag else ())


def test_what_may_be_the_matter_is_no_flag() -> None:
    text = next(one for one in examples() if one.topic == POSSIBLE and one.flag)
    reading = read(paper(text).encode(), name="minutes.txt")
    assert all(flag.topic != POSSIBLE for flag in reading.flags)
    assert [flag.topic for flag in reading.possible] == [POSSIBLE]


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


def test_groups_are_lower_case() -> None:
    assert all(word == word.lower() for words in groups().values() for word in words)
